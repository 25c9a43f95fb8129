"""Everyday questions are heard in three writings, and none of them is ever part of an act."""

from __future__ import annotations

from datetime import date

import pytest

from core.errors import Fault
from core.reading.amounts import read_amount
from core.reading.book import make_book
from core.reading.lexicon import ACTS, load_lexicon, make_lexicon
from core.reading.reader import read_meaning
from core.reading.sentence import ASSENT, read_sentence
from flows.answers import ANSWERS
from flows.commands import hear_command
from flows.facts.asked import BARGAIN, OFFERS, OWN
from flows.questions import asks_outright, only_asks

BOOK = make_book((("Kesar", 1), ("केसर", 1), ("Neelam", 2), ("हापुस", 3)))
TODAY = date(2026, 5, 20)


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        ("fee", "what is the delivery charge"), ("fee", "Is delivery free?"),
        ("fee", "delivery charges kitna hai bhaiya"),
        ("fee", "delivery kitne ki hai"), ("fee", "डिलीवरी चार्ज कितना है?"),
        ("area", "do you deliver to Whitefield"), ("area", "which areas?"), ("area", "kahan kahan deliver karte ho"),
        ("area", "कहाँ डिलीवरी करते हैं"),
        ("windows", "when do you deliver"), ("windows", "delivery kab hogi"), ("windows", "डिलीवरी कब होती है"),
        ("where", "where are you?"), ("where", "shop timings pls"), ("where", "aap kahan ho"), ("where", "दुकान कहाँ है"),
        ("pay", "how can I pay"), ("pay", "do you take cash?"), ("pay", "can i pay by upi"),
        ("pay", "cash chalega kya"),
        ("pay", "नकद चलेगा क्या"),
        ("ripe", "is it ripe or raw?"),
        ("rate", "kesar ka rate kya hai"), ("total", "how much for 2 dozen"), ("rate", "केसर कितने का है"),
        ("best", "which one is sweeter?"), ("best", "sabse meetha konsa hai"), ("best", "आज क्या अच्छा है"),
        ("season", "when is the season"), ("season", "mausam kab"), ("season", "सीज़न कब"),
        ("total", "kitna hua total bhai"), ("total", "how much in all"),
        ("unknown", "organic hai kya"), ("unknown", "are they organic?"), ("unknown", "ऑर्गेनिक हैं?"),
        ("unknown", "any discount"), ("unknown", "koi offer"),
    ],
)  # fmt: skip
def test_a_question_is_heard(question: str, typed: str) -> None:
    assert question in read_meaning(typed, BOOK, TODAY).asks


@pytest.mark.parametrize("typed", ["<b>*upi* is down since yesterday</b>", "cash nahi hai mere paas", "online is fine"])
def test_a_word_that_asks_in_the_middle_asks_nothing(typed: str) -> None:
    assert read_meaning(typed, BOOK, TODAY).asks == ()


def test_every_question_of_the_lexicon_has_an_answer_and_every_answer_is_asked_in_each_writing() -> None:
    lexicon = load_lexicon()
    asked = {meaning.partition(".")[2] for meanings in lexicon.ways.values() for meaning in meanings
             if meaning.startswith("ask.")}  # fmt: skip
    assert asked | {"availability", "track", "bill", "refund", OWN, BARGAIN, OFFERS} == set(ANSWERS), (
        "of orders, what only she can answer, the wish for a lower price, and what our commands do"
    )


def test_no_way_to_ask_can_act() -> None:
    lexicon = load_lexicon()
    for way, meanings in lexicon.ways.items():
        if not any(meaning.startswith("ask.") for meaning in meanings):
            continue
        said = read_sentence(" ".join(way), lexicon)
        heard = hear_command(said)
        assert heard is None or heard.trigger == "wants_menu", way
        assert not said.is_only(ASSENT | {"pay", "change", "command.cancel", "paid"}), way
        assert read_amount(said) is None, way


@pytest.mark.parametrize("act", [act for act in ACTS if act != "command"])
def test_a_word_that_asks_and_acts_is_refused(act: str) -> None:
    with pytest.raises(Fault, match=f"both ask and {act}"):
        make_lexicon({"en": {"about": {"writing": "LATIN"}, "ask": {"fee": ["x"]}, act: {"y": ["x"]}}})


@pytest.mark.parametrize("typed", ["palm grove B-1203", "5 min late ok?", "ring twice", "where the temple is, b 12"])
def test_what_answers_our_question_is_no_question(typed: str) -> None:
    assert not only_asks(read_sentence(typed, load_lexicon()))


def test_a_note_for_the_rider_is_a_question_only_when_it_is_marked_as_one() -> None:
    lexicon = load_lexicon()
    assert not asks_outright(read_sentence("ripe mangoes please", lexicon))
    assert asks_outright(read_sentence("delivery charge?", lexicon))


@pytest.mark.parametrize(
    ("typed", "asked"),
    [("do you take cash?", True), ("delivery charge?", True), ("do you deliver to Mars", False), ("12?", False)],
)
def test_where_anything_may_be_an_address_only_a_whole_question_is_one(typed: str, asked: bool) -> None:
    said = read_sentence(typed, load_lexicon())
    assert (bool(read_meaning(typed, BOOK, TODAY).asks) and only_asks(said)) == asked
