"""What was said of an order and is not used yet: it is kept until its turn comes, so that nothing is asked again.

kal subah              → kept, until we know where to bring it and which windows are open there
cash                   → kept, and the first button of the summary
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import pairwise

from pydantic import BaseModel, ConfigDict

from core.checkout.noting import join_notes
from core.checkout.rules import LONGEST_NOTE
from core.reading.meaning import Doubt, Intent, Item, Meaning, SaidHome, Sureness
from core.reading.phones import read_phones
from core.reading.sentence import AT_A_PLACE, Sentence
from core.reading.times import Wish
from flows.haggling import at_their_price, is_bargaining
from flows.memory import Part
from flows.ordering.memory import noted
from flows.ordering.naming import amend_items, is_named, is_nameless, name_the_fruit
from flows.ordering.planning import Asked
from flows.ordering.steps import Step
from flows.ordering.where import find_known
from flows.turn import Turn

# What a line may be for that fills, or corrects, an order.
SPOKEN = frozenset({Intent.ORDER, Intent.REPEAT, Intent.CHANGE, Intent.PART})

# What makes it uncertain that a home is theirs, or that the number named is the one to call.
NO_HOME = ("stop.mark", "stop.question", "stop.doubt", "stop.contrast")
NO_NUMBER = ("deny", "stop.question", "stop.doubt", "stop.contrast")
# What of them is a way to ask for something as well.
POLITE = frozenset({"stop.mark", "stop.question"})


class Said(BaseModel):
    """Parts of an order: `items` that are not in the cart yet, `changes` when they correct it, `again` when they are
    said of the last order; `payment` is `cash`, `online` or nothing."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    items: tuple[Item, ...] = ()
    changes: bool = False
    again: bool = False
    wish: Wish | None = None
    home: SaidHome | None = None
    payment: str = ""
    phone: str = ""
    note: str = ""

    @property
    def kinds(self) -> int:
        """How many different things it tells."""
        return sum(map(bool, (self.items, self.again, self.wish, self.home, self.payment, self.phone, self.note)))

    @property
    def is_anew(self) -> bool:
        """Whether it names fruit and more than that, or the same as last time: it needs nothing said before."""
        return self.again or (self.kinds > 1 and any(map(is_named, self.items)))

    @property
    def waits(self) -> bool:
        """Whether something of it was not used yet that the next step could use."""
        return bool(self.items or self.wish or self.home)


class Before(BaseModel):
    """The cart before a line was heard, for when that line is edited: the turn, the message, and packs by their id."""

    turn: int
    message: str
    packs: dict[int, int] = {}


class SaidMemory(Part):
    """`said` waits to be used, and `later` is the day of it that was named last; `asked` is the open question about
    fruit, `unsure` what was read among words that nobody knows and waits for a yes, `refused` whether a no stood among
    them; `before` is what the last line changed, `undo` the packs before the last change.
    """

    said: Said = Said()
    later: Wish | None = None
    asked: Asked | None = None
    unsure: Said | None = None
    refused: bool = False
    before: Before | None = None
    undo: dict[int, int] | None = None


def kept(turn: Turn) -> SaidMemory:
    return turn.memory.part(SaidMemory)


def packs_in_cart(turn: Turn) -> dict[int, int]:
    """How many of each pack are in the cart, by the pack's id."""
    return {line.pack_id: line.quantity for line in turn.customer.cart.lines}


def note_for_undo(turn: Turn) -> None:
    """The cart as it is before a change of it, once a turn: `undo` puts it back."""
    if "undo" not in turn.scratch:
        turn.scratch["undo"] = True
        kept(turn).undo = packs_in_cart(turn)


def told(turn: Turn) -> Said:
    """What the turn's line tells of an order. A sentence that asks, doubts or sets a condition tells no home, and one
    that asks, doubts or refuses no number to call."""
    read = in_pieces(parts_of(at_their_price(turn)), turn.said_as_line)
    said = _with_home_of_no_tower(turn, _of_what_is_asked(turn, read))
    if _doubts_its_home(turn) or (turn.said.has("stop.condition") and not _is_of_time(turn.meaning)):
        said = said.model_copy(update={"home": None})
    stops = set(NO_NUMBER) - (POLITE if _only_sounds_asking(turn) else set())
    return said.model_copy(update={"phone": ""}) if turn.said.has(*stops) else said


def in_pieces(said: Said, line: Sentence) -> Said:
    """`ten mangoes hapus`, `aath aam kesar ke`: mangoes that are counted are pieces, and no packs."""
    counted = {Fraction(number) for one, fruit in pairwise(line.spans)
               if fruit.means({"fruit"}) and (number := one.value("number"))}  # fmt: skip
    items = tuple(replace(item, unit="piece") if item.unit is None and item.count in counted else item
                  for item in said.items)  # fmt: skip
    return said.model_copy(update={"items": items})


def _doubts_its_home(turn: Turn) -> bool:
    """Whether it asks, or is not sure; the `or` of `2 or 3 dozen` is of the numbers beside it."""
    spans = turn.said.spans
    numbers = [span.means({"number", "fraction"}) for span in spans]
    between = {place for place in range(1, len(spans) - 1) if numbers[place - 1] and numbers[place + 1]}
    is_range = Doubt.RANGE in turn.meaning.doubts
    stops = set(NO_HOME) - (POLITE if _only_sounds_asking(turn) else set())
    corrects = {word for span in turn.said_as_line.spans if span.means({"back"}) for word in span.words.split()}
    at_it = AT_A_PLACE if turn.meaning.is_whole else ()  # `flat 302 par`: at, and not but
    return any(
        span.means(stops)
        and span.words not in at_it
        and not (is_range and place in between)
        and not corrects.issuperset(span.words.split())  # `no wait, lotus court`
        and not (
            span.means({"complaint.weak"}) and any(one.means({"home"}) for one in spans[max(place - 1, 0) : place + 2])
        )
        for place, span in enumerate(spans)
    )


def _only_sounds_asking(turn: Turn) -> bool:
    """Whether the question in it is no more than a way to say it: `could you please send …`, `her name is …`, `600 me
    doge? …`. A mark behind the home asks whether it is the right one, or whether we come there."""
    meaning = turn.meaning
    if is_bargaining(turn):
        return True
    if meaning.asks or Intent.ASK in meaning.intents:
        return False
    line = re.escape(" ".join(meaning.home.line.split())) if meaning.home else ""
    asks_there = bool(line) and re.search(line + r"\W*\?", " ".join(meaning.typed.split()), re.IGNORECASE)
    is_order = meaning.intents == (Intent.ORDER,) and meaning.is_whole and not asks_there
    return is_order or not turn.said.has("stop.mark")


def _of_what_is_asked(turn: Turn, said: Said) -> Said:
    """So much of no fruit is of the one that our question is about."""
    product, asked = _asked_about(turn) if any(map(is_nameless, said.items)) and not said.again else (None, None)
    if product is None:
        return said
    return said.model_copy(update={"items": name_the_fruit(said.items, product, asked)})


def _asked_about(turn: Turn) -> tuple[int | None, Item | None]:
    """The variety that the chat's question is about, and what was said of it before."""
    asked = kept(turn).asked
    if turn.step == Step.ASKING:
        return (asked.product, asked.item) if asked else (None, None)
    if turn.step not in {Step.VARIETY, Step.PACK}:
        return None, None
    product = noted(turn).product
    return product, asked.item if asked and asked.product == product else None


def _with_home_of_no_tower(turn: Turn, said: Said) -> Said:
    """A home whose only fault is a tower that its society does not have: that is said, and the right one asked."""
    home = turn.meaning.home
    if home is None or home.sureness is not Sureness.UNCLEAR or not home.tower or not said.kinds:
        return said
    society = find_known(turn, str(home.apartment or ""))
    towers = [tower.upper() for tower in society.towers] if society else []
    none_of_these = bool(towers) and home.tower.upper() not in towers
    return said.model_copy(update={"home": _as_typed(turn.meaning, home)}) if none_of_these else said


def _is_of_time(meaning: Meaning) -> bool:
    """Whether a word of condition only says when, or what the rider does: `5 baje ke baad`, `call before coming`."""
    says_when = meaning.when is not None and bool(meaning.when.near)
    return (says_when or meaning.note is not None) and not meaning.leftovers


def parts_of(meaning: Meaning) -> Said:
    """What a line tells of an order, without what stayed unclear: that is asked in its place."""
    if meaning.intent not in SPOKEN:
        return Said()
    return Said(
        items=tuple(filter(_tells_something, meaning.items)),
        changes=meaning.intent is Intent.CHANGE,
        again=meaning.intent is Intent.REPEAT,
        wish=None if Doubt.WHEN in meaning.doubts or _is_of_a_flat(meaning) else meaning.when,
        home=_clear_home(meaning),
        payment="" if Doubt.PAYMENT in meaning.doubts else meaning.payment or "",
        phone=_one_phone(meaning.phone or ""),
        note=meaning.note or "",
    )


def _is_of_a_flat(meaning: Meaning) -> bool:
    """Beside two homes, numbers that look like hours alone are of the second: `… and Lotus Court 2-11`."""
    wish = meaning.when
    return Doubt.HOME in meaning.doubts and wish is not None and not (wish.days or wish.parts or wish.near)


def _tells_something(item: Item) -> bool:
    """Whether a name, a number or a unit of it was read, or what shall be done with it; not so in `half cash`."""
    return replace(item, words="", sureness=Sureness.SURE) != Item()


def _one_phone(typed: str) -> str:
    """The number with its country, when it is one."""
    numbers = read_phones(typed)
    return numbers[0] if len(numbers) == 1 else ""


def _clear_home(meaning: Meaning) -> SaidHome | None:
    """The home with its line as it was typed, because the rider reads it."""
    home = meaning.home
    if home is None or home.sureness is Sureness.UNCLEAR or Doubt.HOME in meaning.doubts:
        return None
    return _as_typed(meaning, home)


def _as_typed(meaning: Meaning, home: SaidHome) -> SaidHome:
    typed = " ".join(meaning.typed.split())
    place = typed.lower().find(home.line.lower())
    is_there = home.line and place >= 0 and len(typed.lower()) == len(typed)
    return replace(home, line=typed[place : place + len(home.line)]) if is_there else home


def together(earlier: Said, later: Said, today: date) -> Said:
    """What was said in several messages as if it had been one: the later word goes before the earlier one."""
    return Said(
        items=(*earlier.items, *later.items),
        changes=later.changes if later.items else earlier.changes,
        again=earlier.again or later.again,
        wish=one_wish(_still_to_come(earlier.wish, today), later.wish),
        home=one_home(earlier.home, later.home),
        payment=later.payment or earlier.payment,
        phone=later.phone or earlier.phone,
        note=join_notes(earlier.note, later.note, LONGEST_NOTE) if later.note else earlier.note,
    )


def amended(unsure: Said, later: Said, today: date) -> Said:
    """What was read among words that nobody knows, and then corrected, or told more of."""
    return together(unsure, later, today).model_copy(update={"items": amend_items(unsure.items, later.items)})


def _still_to_come(wish: Wish | None, today: date) -> Wish | None:
    return None if wish is None or (wish.days and max(wish.days) < today) else wish


def one_wish(earlier: Wish | None, later: Wish | None) -> Wish | None:
    """`kal`, and then `shaam`: the evening of that day; `kal subah`, and then `after 7`: that morning; `subah 10 baje`,
    and then `tuesday`: ten in the morning of that day."""
    if earlier is None or later is None:
        return later or earlier
    if not (later.parts or later.hours):
        return replace(earlier, days=later.days)
    parts = later.parts or (earlier.parts if later.near else frozenset())
    return replace(later, days=later.days or earlier.days, parts=parts)


def one_home(earlier: SaidHome | None, later: SaidHome | None) -> SaidHome | None:
    """`Palm Grove`, and then `B-1203`: the home in that society."""
    if earlier is None or later is None or later.apartment is not None or later.elsewhere:
        return later or earlier
    return SaidHome(earlier.apartment, later.tower, later.flat, later.line or earlier.line, sureness=later.sureness)
