"""Opting out is heard in every shape, and only when the sentence is nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.reading.lexicon import load_lexicon
from core.reading.sentence import Sentence, read_sentence
from flows.handover import is_complaint
from flows.optout import is_opt_out


def read(typed: str) -> Sentence:
    return read_sentence(typed, load_lexicon())


@pytest.mark.parametrize(
    "typed",
    [
        "STOP", "stop.", "STOP ALL", "Stop promotions", "please stop", "stop please", "unsubscribe me", "UNSUBSCRIBE",
        "opt out", "stop it", "ok stop", "stop sending me messages", "pls stop messaging me", "stop texting me bro",
        "please stop sending me these offers", "stop spamming me", "no more offers", "no more messages please",
        "no offers", "no promotions please", "don't send me offers",
        "do not message me", "dont send promotional messages",
        "i don't want any offers", "i do not want to receive marketing messages", "can you stop sending me messages?",
        "could you please stop these messages", "how do i unsubscribe?",
        "i want to unsubscribe", "unsubscribe from all",
        "remove me from your list", "take me off your list", "leave me alone", "stop all messages from jamango",
        "stop do not send offers", "no, stop sending", "i want to stop these offers", "STOP!!!", "stooop", "ｓｔｏｐ",
        "band karo", "message band karo", "ye sab message band karo", "offers mat bhejo", "offer mat bhejo bhaiya",
        "mujhe offers mat bhejo", "offer nahi chahiye", "mujhe koi offer nahi chahiye", "messages mat bhejo",
        "message mat karo", "aage se offers mat bhejna", "sab band kar do",
        "offers bhejna band karo", "pareshan mat karo",
        "kripya offers band kijiye", "stop karo", "unsubscribe kar do",
        "बंद करो", "बंद करो।", "ऑफ़र मत भेजो", "मुझे ऑफ़र मत भेजिए", "कृपया मैसेज बंद कीजिए", "ऑफर नहीं चाहिए", "संदेश मत भेजो",
        "स्टॉप", "मुझे कोई ऑफ़र नहीं चाहिए", "ये सब मैसेज बंद कर दीजिए", "मैसेज मत करो",
    ],
)  # fmt: skip
def test_an_opt_out(typed: str) -> None:
    assert is_opt_out(read(typed))


@pytest.mark.parametrize(
    "typed",
    [
        "don't stop", "please don't stop the offers", "do not stop sending", "stop at the gate", "stop my order",
        "stop order", "why did you stop?", "did you stop offers?", "no", "no more", "no more kesar", "no offers today?",
        "any offers?", "send me offers", "offers", "messages", "no message", "i want offers", "cancel", "not now",
        "offer kya hai", "offers chahiye", "dukan band hai kya", "band mat karo", "message nahi aaya",
        "order band karo mat",
        "cash nahi", "nahi chahiye", "ji nahi", "please", "ok", "no kesar", "2 dozen kesar", "block B 1203",
        "bas", "bas karo", "ऑफ़र क्या है", "नहीं चाहिए", "मत भेजो केसर", "ऑफ़र भेजो",
    ],
)  # fmt: skip
def test_no_opt_out(typed: str) -> None:
    assert not is_opt_out(read(typed))


LEXICON = load_lexicon()
ENDS = sorted(LEXICON.ways_of("optout.end"))
AROUND = sorted(
    LEXICON.ways_of("courtesy.please") | LEXICON.ways_of("courtesy.address") | {"messages", "offers", "ऑफ़र"}
)
OFFERS = LEXICON.ways_of("optout.offers")
OFFERED = OFFERS | LEXICON.ways_of("optout.around")
FOREIGN = ("kesar", "gate", "cash", "why", "if", "tomorrow", "1203", "langra", "भाव")


@given(
    st.lists(st.sampled_from(AROUND), max_size=3), st.sampled_from(ENDS), st.lists(st.sampled_from(AROUND), max_size=3)
)
def test_any_word_that_ends_among_courtesies_is_one(before: list[str], end: str, after: list[str]) -> None:
    assert is_opt_out(read(" , ".join([*before, end, *after])))


@given(st.sampled_from(ENDS), st.sampled_from(FOREIGN), st.booleans())
def test_a_word_about_anything_else_makes_it_none(end: str, foreign: str, first: bool) -> None:
    assert not is_opt_out(read(" , ".join((foreign, end) if first else (end, foreign))))


@pytest.mark.parametrize("typed", ["no {}", "don't send me {}", "{} mat bhejo", "mujhe {} nahi chahiye"])
def test_no_way_to_ask_hides_a_refusal_of_offers(typed: str) -> None:
    asked = [way for way in LEXICON.ways if any(meaning.startswith("ask.") for meaning in LEXICON.ways[way])]
    about = [" ".join(way) for way in asked if all(word in OFFERED for word in way) and set(way) & OFFERS]
    assert len(about) >= 5, "the search finds nothing any more"
    assert [way for way in about if not is_opt_out(read(typed.format(way)))] == []


@pytest.mark.parametrize(
    "typed",
    [
        "can i return my money", "delivery ke paise wapas karo", "discount do baar paise kat gaye", "पके या कच्चे निकले",
        "mangoes were rotten", "half of them are bad", "i want refund", "refund please", "wrong item",
        "I got the wrong item",
        "you sent wrong mangoes", "box was damaged", "3 mangoes missing", "not fresh at all", "my money back",
        "paid twice",
        "money deducted but no order", "aam kharab the", "sade hue aam aaye", "galat aam bheja", "paise wapas karo",
        "refund chahiye", "paise kat gaye", "aam ख़राब हैं", "आम सड़े हुए थे", "पैसे वापस कीजिए", "ग़लत आम आया", "रिफंड चाहिए",
        "what if it is bad, i want refund?", "order nahi aaya",
    ],
)  # fmt: skip
def test_complaints_and_money_words(typed: str) -> None:
    assert is_complaint(read(typed), has_ordered=True)


@pytest.mark.parametrize(
    "typed", ["not bad", "no complaints, all good", "wrong address", "galat pata", "2 dozen kesar", "are they sweet?",
              "kharab nahi the", "nothing wrong"]
)  # fmt: skip
def test_no_complaint(typed: str) -> None:
    assert not is_complaint(read(typed), has_ordered=True)


def test_who_never_ordered_may_ask_what_happens_when_they_are_bad() -> None:
    assert not is_complaint(read("do i get a refund if they are bad?"), has_ordered=False)
    assert is_complaint(read("mangoes were rotten"), has_ordered=False)


@pytest.mark.parametrize(
    "typed",
    [
        "i did not get any message", "no, send me the message again", "nahi, mujhe offers bhejo", "koi offer nahi hai",
        "i don't want to stop offers", "mat bhejo", "abhi mat bhejo", "rok do",
        "no need to unsubscribe", "no need to stop",
    ],
)  # fmt: skip
def test_what_nobody_said_is_no_opt_out(typed: str) -> None:
    assert not is_opt_out(read(typed))


@pytest.mark.parametrize(
    "typed",
    ["dont msg me", "no messages", "cancel offers", "offers cancel karo", "stop 🛑", "stop everything", "unsubcribe",
     "disturb mat karo", "remove my number", "mera number hata do", "मुझे मैसेज नहीं चाहिए"],
)  # fmt: skip
def test_more_ways_to_opt_out(typed: str) -> None:
    assert is_opt_out(read(typed))


@pytest.mark.parametrize(
    "typed",
    ["bad me batata hu", "bad mein order karunga", "wrong one, i want that", "wrong day, sunday evening",
     "galat, 2 kar do",
     "i typed wrong", "galat likh diya", "my internet is bad", "i dont want refund", "no refund needed",
     "nothing missing, thanks", "lift is broken, come by stairs", "pata galat hai"],
)  # fmt: skip
def test_a_word_that_may_mean_anything_is_no_complaint(typed: str) -> None:
    assert not is_complaint(read(typed), has_ordered=True)


@pytest.mark.parametrize(
    "typed", ["aam achhe nahi the", "फल अच्छे नहीं हैं", "half of them were black inside", "bad mangoes"]
)
def test_more_complaints(typed: str) -> None:
    assert is_complaint(read(typed), has_ordered=True)
