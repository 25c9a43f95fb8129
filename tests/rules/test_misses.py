"""A miss is kept without what tells who wrote it, beside those that say the same."""

from __future__ import annotations

import pytest

from core.answers.rules import check_key, check_text, find_ways, pick_text, way_to_ask
from core.catalog.names import name_in
from core.errors import Refusal
from core.misses.rules import mask, unknown_words, what_it_says
from core.reading.lexicon import load_lexicon

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("call me on 98765 43210", "call me on 📞"), ("+91-98765-43210 pe call", "📞 pe call"),
        ("९८७६५ ४३२१० पर फोन", "📞 पर फोन"), ("mail meera@example.org", "mail 📧"),
        ("upi asha.k@okbank se diya", "upi 📧 se diya"), ("see https://example.org/a?b=1 ok", "see 🔗 ok"),
        ("flat B-1203 gate 4321", "flat B-# gate #"), ("card 4111 1111 1111 1111", "card #"),
        ("pin 999 101", "pin #"), ("2 dozen for 12 people", "2 dozen for 12 people"),
        ("Meera ke liye bhejo", "👤 ke liye bhejo"), ("this is MEERA's box", "this is 👤's box"),
        ("मीरा का डिब्बा", "👤 का डिब्बा"), ("meerabai road", "meerabai road"),
    ],
)  # fmt: skip
def test_what_tells_who_it_was_is_not_kept(typed: str, kept: str) -> None:
    assert mask(typed, {"meera", "मीरा"}) == kept


def test_a_miss_is_no_longer_than_a_line() -> None:
    assert len(mask("word " * 500, ())) == 200
    assert mask("9" * 10_000, ()) == "#"


def test_only_a_word_that_means_nothing_else_may_be_the_name_of_somebody_else() -> None:
    assert unknown_words("Ravi ko 2 dozen dena Meera", LEXICON) == {"meera"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("shelf mein kaise rakhe?", "Shelf mein kaise rakhe bhaiya"), ("gobbledygook!!", "please gobbledygook"),
        ("xyz 3 baje", "xyz 12 baje"), ("क़लमी है", "कलमी है?"),
    ],
)  # fmt: skip
def test_misses_that_say_the_same_stand_together(one: str, other: str) -> None:
    assert what_it_says(one, LEXICON) == what_it_says(other, LEXICON)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("hafoosh", "hafoosh"), ("2 dozen hafoosh bhejo bhaiya", "hafoosh"), ("Rani Pasand chahiye", "rani pasand"),
        ("रानीपसंद दो दर्जन", "रानीपसंद"),
    ],
)  # fmt: skip
def test_a_name_is_what_nobody_knows_of_a_line(typed: str, name: str) -> None:
    assert name_in(typed, LEXICON) == name


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("cancel", "words-known"), ("kal subah", "words-known"), ("xyz nahi abc", "words-known"),
        ("2 dozen", "words-known"),
        ("xyz 12 abc", "words-unclear"), ("👤", "words-unclear"), ("", "words-known"), ("?", "words-known"),
        (" ".join(f"w{letter}x" for letter in "abcdefghijklmno"), "words-unclear"),
    ],
)  # fmt: skip
def test_no_name_holds_a_word_that_acts_or_refuses(typed: str, code: str) -> None:
    with pytest.raises(Refusal) as refusal:
        name_in(typed, LEXICON)
    assert refusal.value.code == code


@pytest.mark.parametrize(
    ("typed", "way"),
    [
        ("do you have straws?", "do you have straws"),
        ("organic", "organic"),
        ("paper mein lapete kya", "paper lapete kya"),
    ],
)
def test_words_that_ask_for_an_answer(typed: str, way: str) -> None:
    assert way_to_ask(typed, LEXICON) == way


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("cancel", "words-known"), ("2 dozen", "words-known"), ("haan", "words-known"), ("how much", "words-known"),
        ("delivery charge", "words-known"), ("what", "words-known"), ("", "words-unclear"), ("1234", "words-unclear"),
        ("cancel kar do", "words-known"),
    ],
)  # fmt: skip
def test_no_question_takes_the_words_of_an_act_or_of_another_question(typed: str, code: str) -> None:
    with pytest.raises(Refusal) as refusal:
        way_to_ask(typed, LEXICON)
    assert refusal.value.code == code


def test_the_longest_way_to_ask_wins_and_each_answer_is_named_once() -> None:
    ways = {("gift", "box"): "gifting", ("gift",): "cards", ("farm",): "farm"}
    assert find_ways(("a", "gift", "box", "from", "farm", "gift", "box"), ways) == ["gifting", "farm"]


def test_a_text_is_said_in_the_nearest_language_that_has_one() -> None:
    texts = {"en": "E", "hi": "H"}
    assert pick_text(texts, ("hi-Latn", "hi", "en")) == "H"
    assert pick_text({"hi": "H"}, ("en",)) == "H"
    assert pick_text({}, ("en",)) is None


def test_what_cannot_be_an_answer_is_refused_and_says_why() -> None:
    assert check_key(" Organic ") == "organic"
    assert check_text("  two \n  lines  here ") == "two\nlines here"
    for call in (
        lambda: check_key("no key"),
        lambda: check_key("x"),
        lambda: check_text(" \n "),
        lambda: check_text("x" * 701),
    ):
        with pytest.raises(Refusal):
            call()
