"""Whole chats, word for word, in each language: a change of copy shows as a readable diff.

`JAMANGO_WRITE_GOLDEN=1 pytest tests/chats/test_golden.py` writes them anew.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from core.reading.codes import CODE_LENGTH, CODE_LETTERS
from core.wording import say
from tests.support.chat import Person
from tests.support.world import World

GOLDEN = Path(__file__).parent / "golden"
CODE = re.compile(rf"\b(?=[A-Z]*\d)[{CODE_LETTERS}]{{{CODE_LENGTH}}}\b|(?<=\*)[{CODE_LETTERS}]{{{CODE_LENGTH}}}(?=\*)")
REFERENCE = re.compile(r"(?<!\+)\b\d{9,}\b")
DATE = re.compile(r"\([^()\d]+ \d{1,2} [^()\d]+\)")
CLOCK = re.compile(r"\b\d{1,2}:\d\d\b")


def orders_and_cancels(chat: Person, label: Callable[[str], str]) -> None:
    """The usual way by taps, a look at the orders, and a cancellation."""
    chat.says(label("hi"))
    chat.hears("ordering-menu-first")
    chat.taps(label("Kesar"))
    chat.hears("ordering-variety")
    chat.taps(label("1 dozen"))
    chat.hears("ordering-where")
    chat.says("Palm Grove B-1203")
    chat.hears("ordering-when")
    chat.taps(label("Tomorrow"))
    chat.hears("ordering-summary")
    chat.taps(say(chat.language, "ordering-pay-online-button"))
    chat.pays(chat.hears("notices-pay-here"))
    chat.hears("notices-order-confirmed")
    chat.says(label("hi again"))
    chat.hears("ordering-order-coming")
    chat.taps(say(chat.language, "ordering-my-orders-row"))
    chat.hears("my-orders-order")
    chat.taps(say(chat.language, "my-orders-cancel-button"))
    chat.hears("my-orders-really-cancel")
    chat.taps(say(chat.language, "my-orders-yes-cancel-button"))
    chat.hears("my-orders-cancelled")
    chat.hears("notices-refund-processed")


def stumbles(chat: Person, label: Callable[[str], str]) -> None:
    """Words we do not know, a cart changed by taps, a question on the way, and a person."""
    chat.says(label("hi"))
    chat.hears("ordering-menu-first")
    chat.says(label("2 kg langra"))
    chat.hears("ordering-where")
    chat.says(label("cart"))
    chat.hears("ordering-cart")
    chat.says("xyzzy")
    chat.hears("talk-not-understood")
    chat.says("plugh")
    chat.hears("talk-not-understood-again")
    chat.says(label("cart"))
    chat.hears("ordering-cart")
    chat.taps(say(chat.language, "ordering-change-button"))
    chat.hears("ordering-how-many")
    chat.says("5")
    chat.hears("ordering-cart")
    chat.says(label("checkout"))
    chat.hears("ordering-where")
    chat.says("Atlantis")
    chat.hears("ordering-outside")
    chat.says("Lotus Court")
    chat.hears("ordering-flat-form")
    chat.says("A-7")
    chat.hears("ordering-which-tower")
    chat.taps("2")
    chat.hears("ordering-when")
    chat.says(label("delivery charge?"))
    chat.hears("answers-fee")
    chat.says(label("talk to us"))
    chat.hears("talk-parked")


TYPED: dict[str, dict[str, str]] = {
    "en": {"hi again": "hi"},
    "hi": {
        "hi": "नमस्ते",
        "hi again": "नमस्ते",
        "Kesar": "केसर",
        "1 dozen": "1 दर्जन",
        "Tomorrow": "कल",
        "2 kg langra": "2 किलो लंगड़ा",
        "cart": "टोकरी",
        "checkout": "ऑर्डर करें",
        "delivery charge?": "डिलीवरी चार्ज कितना है?",
        "talk to us": "बात करनी है",
    },
    "hi-Latn": {
        "hi": "bhaiya aam chahiye",
        "hi again": "namaste",
        "Tomorrow": "Kal",
        "2 kg langra": "do kilo langra",
        "checkout": "order kijiye",
        "delivery charge?": "delivery charge kitna hai",
        "talk to us": "baat karni hai",
    },
}


@pytest.mark.parametrize("language", TYPED)
@pytest.mark.parametrize("story", [orders_and_cancels, stumbles])
def test_a_whole_chat_reads_as_it_did(
    steady_world: World, story: Callable[[Person, Callable[[str], str]], None], language: str
) -> None:
    chat = Person(steady_world, "new-customer", language=language)
    founder = Person(steady_world, "founder")
    founder.says("help")  # opens the window for what is told to her
    founder.hears("founder-help")
    story(chat, lambda words: TYPED[language].get(words, words))
    chat.hears_nothing()
    steady_world.assert_sound()
    compare(GOLDEN / language / f"{story.__name__}.txt", "\n".join(chat.lines) + "\n")


def compare(path: Path, chat: str) -> None:
    """Codes, dates and times of the clock differ each time; all other words are as they were written down."""
    seen = REFERENCE.sub("0000", DATE.sub("(DATE)", CLOCK.sub("0:00", CODE.sub("CODE", chat))))
    if os.environ.get("JAMANGO_WRITE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(seen, encoding="utf-8")
    assert seen == path.read_text(encoding="utf-8")
