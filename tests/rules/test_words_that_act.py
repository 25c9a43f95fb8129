"""No sentence acts that does not mean it: every step whose words cost money, fruit, an order or an address.

Sentences are put together from assent, refusal, question, doubt, condition, contrast, courtesy and the act itself, in
English, romanised Hindi and Devanagari. One word that stops, or that nobody knows, and nothing happens.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import cached_property
from random import Random  # noqa: TID251 - seeded: the same sentences at every run
from types import SimpleNamespace
from typing import Any

import pytest

from core.reading.lexicon import load_lexicon
from core.reading.meaning import Meaning
from core.reading.names import make_names
from core.reading.reader import read_line, read_meaning
from core.reading.sentence import Sentence, read_sentence
from core.slots.rules import OpenSlot
from core.wording import say
from flows import erasing
from flows.engine import Heard
from flows.memory import Memory
from flows.my_orders import cancelling, proposal
from flows.ordering import again, asking, cart, fruit, held, money, timing, when
from tests.understanding.reading import SHELF

SENTENCES = 2000
NOW = datetime(2027, 5, 12, 3, 30, tzinfo=UTC)  # a Wednesday, nine in the morning in the shop
# Two windows a day for a week: half past seven in the morning, and half past five.
WINDOWS = [
    OpenSlot(day * 2 + half, begins, begins + timedelta(hours=2), 9)
    for day in range(7)
    for half, begins in enumerate(NOW + timedelta(days=day, hours=hours) for hours in (-1.5, 8.5))
]
FRUIT = make_names("variety", (("kesar", 7), ("केसर", 7), ("Alphonso", 8)))

ASSENTS = [
    "yes",
    "ok",
    "sure",
    "haan",
    "ji",
    "theek hai",
    "kar do",
    "हाँ",
    "ठीक है",
    "कर दो",
    "go ahead",
    "bilkul",
    "Yes!!",
]
COURTESIES = ["please", "bhaiya", "ji", "sir", "thanks", "कृपया", "भाई", "🙏", "plz"]
STOPS = [
    "no", "not", "don't", "nahi", "mat", "na", "nako", "नहीं", "मत", "ना", "never", "can't", "won't",  # refusal
    "?", "kya", "what", "how", "when", "kaise", "kab", "क्या", "कब", "do you", "can i", "kitna", "which one",  # question
    "not sure", "maybe", "shayad", "wait", "ruko", "शायद", "रुको", "pata nahi", "let me think", "hmm", "🤔",  # doubt
    "if", "agar", "later", "baad me", "अगर", "बाद में", "unless", "after", "pehle",  # condition
    "but", "instead", "lekin", "लेकिन", "except", "ya", "or else", "magar", "ki jagah",  # contrast
    "hai to sahi", "wo to hai", "to hai", "bhi hai", "वो तो है", "te aahe",  # what only admits
    "broken", "my wife", "xyzzy", "office", "आम अच्छे थे", "1e3", "-2", "2-3",  # about something else
]  # fmt: skip
ACTS: dict[str, list[str]] = {
    "cancels_order": ["cancel", "cancel order", "रद्द", "cancel kar do", ""],
    "pays_cash": ["cash", "cod", "cash on delivery", "नकद", "nakad"],
    "pays_online": ["upi", "online", "gpay", "ऑनलाइन", "pay online"],
    "repeats": ["same again", "repeat", "wahi", ""],
    "checks_out": ["", "ok"],
    "changes_order": ["", "ok"],
    "erases": ["", "delete my data"],
    "is_right": ["", "right"],
    "picks_slot": ["tomorrow evening", "kal shaam", "parson subah", "कल शाम", "monday evening", "tomorrow 6 pm"],
    "sets_quantity": ["remove kesar", "kesar hata do", "केसर हटा दो", "2 dozen kesar", "make it 3", "aur 2"],
}


class Standing(SimpleNamespace):
    """As much of a turn as the steps' hearing looks at, with one line of Kesar in the cart."""

    def say(self, key: str) -> str:
        return say("en", key)

    def note(self, key: str) -> None:
        """What is said above the answer, which no step's hearing looks at."""

    @cached_property
    def meaning(self) -> Meaning:
        """The line read as a whole, where a time is asked for."""
        return read_meaning(self.said.typed, SHELF.book, SHELF.today, "when")

    def begin(self, typed: str) -> Standing:
        line = SimpleNamespace(pack_id=3, product_id=7, quantity=1, names={"en": "Kesar"})
        pack = SimpleNamespace(pack_id=3, labels={"en": "1 dozen"}, base_units=12, left=9)
        offer = SimpleNamespace(product_id=7, base_unit="piece", packs=[pack])
        order = SimpleNamespace(
            view=SimpleNamespace(order=SimpleNamespace(code="ABC234")), slot=SimpleNamespace(slot_id=5)
        )
        self.memory = Memory(
            {"shown": "ABC234", "order_code": "ABC234", "pack": 3, "proposal": {"code": "ABC234"}, "unsure": {}}
        )
        self.scratch = {"proposal": order}
        self.customer = SimpleNamespace(cart=SimpleNamespace(lines=[line]), offers=[offer], has_fruit=True)
        self.now, self.language = NOW, "en"
        self.said = self.said_of_fruit = self.said_as_line = read_sentence(typed, load_lexicon(), FRUIT)
        return self


def hear_window(turn: Any, said: Sentence) -> Heard | None:
    """As `when.hear_when` does, which looks the windows up: one that fits is taken."""
    turn.said_as_line = read_line(said.typed, SHELF.book)
    fitting = when.find_fitting(turn, said, WINDOWS) or []
    if timing.wants_the_soonest(turn):
        fitting = WINDOWS[:1]
    return Heard("picks_slot", str(fitting[0].slot_id)) if len(fitting) == 1 else None


STEPS: dict[str, tuple[Callable[..., Heard | None], set[str]]] = {
    "cancelling": (cancelling.hear_cancelling, {"cancels_order"}),
    "summary": (held.hear_summary, {"pays_cash", "pays_online"}),
    "paying": (money.hear_paying, {"pays_cash", "pays_online"}),
    "proposal": (proposal.hear_proposal, {"changes_order"}),
    "erasing": (erasing.hear_erasing, {"erases"}),
    "read right": (asking.hear_if_right, {"is_right"}),
    "when": (hear_window, {"picks_slot"}),
    "again": (again.hear_again, {"repeats", "sets_quantity", "picks_pack"}),
    "cart": (cart.hear_cart, {"checks_out", "sets_quantity", "picks_pack", "replaces_line"}),
}


def trigger_of(step: str, typed: str) -> str | None:
    hear = STEPS[step][0]
    turn: Any = Standing().begin(typed)
    heard = hear(turn, turn.said)
    return heard.trigger if heard else None


def sentences(step: str) -> list[str]:
    dice = Random(f"words that stop, {step}")
    acts = [way for trigger in STEPS[step][1] for way in ACTS.get(trigger, [])]
    made = []
    for _ in range(SENTENCES):
        words = dice.sample(ASSENTS, dice.randint(0, 2)) + dice.sample(COURTESIES, dice.randint(0, 2))
        words += [dice.choice(acts), *dice.sample(STOPS, dice.randint(1, 2))]
        dice.shuffle(words)
        made.append(" ".join(filter(None, words)))
    return made


@pytest.mark.parametrize("step", STEPS)
def test_no_sentence_acts_that_holds_a_word_against_it(step: str) -> None:
    acted = {typed: trigger for typed in sentences(step) if (trigger := trigger_of(step, typed)) in STEPS[step][1]}
    assert acted == {}


@pytest.mark.parametrize(
    ("step", "trigger", "acts"),
    [
        ("cancelling", "cancels_order", ["cancel kar do", "kar do", "haan", "ji haan", "yes cancel", "हाँ रद्द कर दो"]),
        ("summary", "pays_cash", ["cash", "cod", "cash on delivery", "nakad", "नकद", "haan cash", "C.O.D"]),
        ("summary", "pays_cash", ["cash kar do", "नकद दूँगी", "cash only"]),
        ("summary", "pays_online", ["upi", "pay online", "online kar do", "gpay", "ऑनलाइन", "ok upi"]),
        ("again", "repeats", ["yes", "haan", "same again", "wahi bhej do", "ok kar do"]),
        ("cart", "checks_out", ["ok", "haan", "yes please", "kar do"]),
        ("proposal", "changes_order", ["yes", "haan kar do", "ok fine", "ji haan", "haan bhej do", "ठीक है"]),
        ("erasing", "erases", ["yes", "haan kar do", "yes delete", "haan hata do", "हाँ"]),
        ("read right", "is_right", ["yes", "haan", "sahi hai", "हाँ"]),
        ("when", "picks_slot", ["tomorrow evening", "kal shaam ko", "कल शाम", "day after tomorrow evening"]),
    ],
)  # fmt: skip
def test_plain_assent_still_acts(step: str, trigger: str, acts: list[str]) -> None:
    dice = Random(f"plain assent, {step}")
    for act in acts:
        for _ in range(40):
            around = dice.sample(COURTESIES, dice.randint(0, 3))
            place = dice.randint(0, len(around))
            typed = " ".join([*around[:place], act, *around[place:]])
            assert trigger_of(step, typed) == trigger, typed


@pytest.mark.parametrize(
    ("step", "typed"),
    [
        ("cancelling", "ji nahi"), ("cancelling", "no its ok"), ("cancelling", "not sure"),
        ("cancelling", "don't cancel ok"), ("cancelling", "जी नहीं"), ("cancelling", "ji nahi, rehne do"),
        ("cancelling", "ok wait, please don't cancel it"), ("cancelling", "cancel"), ("cancelling", "ha ha"),
        ("cancelling", "cancel mat karna"), ("cancelling", "kar do na"), ("cancelling", "yes?"),
        ("cancelling", "no ok"),
        ("cancelling", "ok no need"), ("cancelling", "ok no need to cancel"), ("cancelling", "haan bhej do"),
        ("cancelling", "हाँ मेरा ऑर्डर भेजो"), ("cancelling", "yes order"), ("cancelling", "order theek hai"),
        ("cancelling", "my order confirmed"), ("cancelling", "ok good night"), ("cancelling", "bye ok"),
        ("cancelling", "ok ❓"), ("cancelling", "ok ✖️"), ("cancelling", "ok see"), ("cancelling", "I want to cancel"),
        ("erasing", "delete"), ("erasing", "delete my data"), ("erasing", "no, do not delete"),
        ("erasing", "ok bye"), ("erasing", "ok good night"), ("erasing", "haan rehne do"), ("erasing", "yes later"),
        ("proposal", "ok bye"), ("proposal", "good night ok"), ("proposal", "haan nahi"), ("proposal", "yes but cash"),
        ("when", "not tomorrow evening"), ("when", "kal shaam nahi"), ("when", "tomorrow evening?"),
        ("when", "tomorrow evening I am not home"), ("when", "kal shaam ko koi nahi hoga"),
        ("when", "yesterday evening"), ("when", "last monday evening"), ("when", "tomorrow evening or morning"),
        ("summary", "cash no need"), ("summary", "no need cash"), ("summary", "cash ❓"), ("summary", "cash 😕"),
        ("summary", "cash i will see"), ("summary", "i need cash"), ("cart", "no need 2 dozen"),
        ("cart", "please drop"), ("cart", "2 dozen ❓"), ("cart", "remove badam"), ("again", "ok no need"),
        ("cancelling", "i am not sure"), ("cancelling", "haan par baad me"), ("cancelling", "yes / no"),
        ("summary", "do you take cash?"), ("summary", "cash nahi hai mere paas"), ("summary", "not cash, upi please"),
        ("summary", "I don't have cash with me, what else?"), ("summary", "cash ya upi"),
        ("summary", "upi chalega kya"),
        ("summary", "haan"), ("summary", "cash discount milega"), ("summary", "cash or online"),
        ("cart", "please do not remove the kesar"), ("cart", "kesar mat hatao"), ("cart", "how much for 2 dozen"),
        ("cart", "remove kesar?"), ("cart", "add 2 kesar if ripe"), ("cart", "kya 2 dozen milega"),
        ("cancelling", "haan wo to hai"), ("cancelling", "haan hai"), ("cancelling", "theek hai to"),
        ("cancelling", "ok so"), ("cancelling", "हाँ वो तो ठीक है"), ("cancelling", "ho te aahe"),
        ("summary", "cash to hai"), ("summary", "cash bhi hai"), ("summary", "haan cash to hai"),
        ("summary", "the cash"), ("summary", "cash with me"), ("summary", "कैश मेरे पास"), ("cancelling", "ok good"),
        ("again", "not sure"), ("again", "same but less"), ("again", "yes but 3"), ("again", "nahi"),
    ],
)  # fmt: skip
def test_whole_sentences_that_must_not_act(step: str, typed: str) -> None:
    assert trigger_of(step, typed) not in STEPS[step][1]


@pytest.mark.parametrize(
    "typed",
    [
        "ji nahi",
        "no",
        "nahi ji",
        "rehne do",
        "don't cancel it",
        "जी नहीं",
        "no its ok",
        "keep it",
        "never mind keep it",
        "no keep the order",
    ],
)
def test_a_plain_refusal_keeps_the_order(typed: str) -> None:
    assert trigger_of("cancelling", typed) == "opens_order"


@pytest.mark.parametrize("typed", ["do kar do", "दो कर दो", "3 kar do", "make it 2", "ek aur"])
def test_amounts_that_sound_like_assent_are_amounts(typed: str) -> None:
    assert trigger_of("cart", typed) == "sets_quantity"


@pytest.mark.parametrize(
    ("step", "typed", "trigger"),
    [
        ("proposal", "Yes, change it", "changes_order"), ("proposal", "keep it as it is", "opens_order"),
        ("read right", "yes that is right", "is_right"), ("erasing", "Keep my data", "keeps_data"),
        ("cancelling", "Yes, cancel", "cancels_order"), ("summary", "Cash on delivery", "pays_cash"),
        ("summary", "order confirm karo", "asks_how_to_pay"), ("summary", "done", "asks_how_to_pay"),
    ],
)  # fmt: skip
def test_what_a_button_says_may_be_typed_and_going_on_is_no_way_to_pay(step: str, typed: str, trigger: str) -> None:
    assert trigger_of(step, typed) == trigger


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("2 half dozen", "sets_quantity 1x2"), ("half dozen please", "sets_quantity 1x1"),
        ("please 2 half dozen kesar", "sets_quantity 1x2"), ("2 and half dozen", ""), ("2 aur aadha dozen", ""),
    ],
)  # fmt: skip
def test_a_number_beside_a_label_counts_it_only_right_before_it(typed: str, heard: str) -> None:
    packs = [SimpleNamespace(pack_id=1, labels={"en": "Half dozen"}, base_units=6, left=9),
             SimpleNamespace(pack_id=2, labels={"en": "1 dozen"}, base_units=12, left=9)]  # fmt: skip
    kesar: Any = SimpleNamespace(product_id=7, base_unit="piece", packs=packs)
    said = read_sentence(typed, load_lexicon(), FRUIT)
    assert " ".join(fruit.hear_pack_of(said, kesar) or ()) == heard
