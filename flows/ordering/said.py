"""What was said of an order and is not used yet: it is kept until its turn comes, so that nothing is asked again.

kal subah              → kept, until we know where to bring it and which windows are open there
cash                   → kept, and the first button of the summary
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pydantic import BaseModel, ConfigDict

from core.reading.meaning import Doubt, Intent, Item, Meaning, SaidHome, Sureness
from core.reading.phones import read_phones
from core.reading.times import Wish
from flows.memory import Part
from flows.ordering.planning import Asked
from flows.turn import Turn

# What a line may be for that fills, or corrects, an order.
SPOKEN = frozenset({Intent.ORDER, Intent.REPEAT, Intent.CHANGE, Intent.PART})

# What makes it uncertain that the number named is the one to call.
NO_NUMBER = ("deny", "stop.question", "stop.doubt", "stop.contrast")


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
    def waits(self) -> bool:
        """Whether something of it was not used yet that the next step could use."""
        return bool(self.items or self.wish or self.home)


class Before(BaseModel):
    """The cart before a line was heard, for when that line is edited: the turn, the message, and packs by their id."""

    turn: int
    message: str
    packs: dict[int, int] = {}


class SaidMemory(Part):
    """`said` waits to be used, `asked` is the open question about fruit, `unsure` what was read among words that nobody
    knows and waits for a yes; `before` is what the last line changed."""

    said: Said = Said()
    asked: Asked | None = None
    unsure: Said | None = None
    before: Before | None = None


def kept(turn: Turn) -> SaidMemory:
    return turn.memory.part(SaidMemory)


def told(turn: Turn) -> Said:
    """What the turn's line tells of an order. A sentence that asks, doubts or sets a condition tells no home, and one
    that asks, doubts or refuses no number to call."""
    said = parts_of(turn.meaning)
    if turn.said.has("stop"):
        said = said.model_copy(update={"home": None})
    return said.model_copy(update={"phone": ""}) if turn.said.has(*NO_NUMBER) else said


def parts_of(meaning: Meaning) -> Said:
    """What a line tells of an order, without what stayed unclear: that is asked in its place."""
    if meaning.intent not in SPOKEN:
        return Said()
    return Said(
        items=meaning.items,
        changes=meaning.intent is Intent.CHANGE,
        again=meaning.intent is Intent.REPEAT,
        wish=None if Doubt.WHEN in meaning.doubts else meaning.when,
        home=_clear_home(meaning),
        payment="" if Doubt.PAYMENT in meaning.doubts else meaning.payment or "",
        phone=_one_phone(meaning.phone or ""),
        note=meaning.note or "",
    )


def _one_phone(typed: str) -> str:
    """The number with its country, when it is one."""
    numbers = read_phones(typed)
    return numbers[0] if len(numbers) == 1 else ""


def _clear_home(meaning: Meaning) -> SaidHome | None:
    """The home with its line as it was typed, because the rider reads it."""
    home = meaning.home
    if home is None or home.sureness is Sureness.UNCLEAR or Doubt.HOME in meaning.doubts:
        return None
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
        home=_one_home(earlier.home, later.home),
        payment=later.payment or earlier.payment,
        phone=later.phone or earlier.phone,
        note=later.note or earlier.note,
    )


def _still_to_come(wish: Wish | None, today: date) -> Wish | None:
    return None if wish is None or (wish.days and max(wish.days) < today) else wish


def one_wish(earlier: Wish | None, later: Wish | None) -> Wish | None:
    """`kal`, and then `shaam`: the evening of that day."""
    if earlier is None or later is None or later.days:
        return later or earlier
    return Wish(earlier.days, later.parts, later.hours, later.half, later.near)


def _one_home(earlier: SaidHome | None, later: SaidHome | None) -> SaidHome | None:
    """`Palm Grove`, and then `B-1203`: the home in that society."""
    if earlier is None or later is None or later.apartment is not None or later.elsewhere:
        return later or earlier
    return SaidHome(earlier.apartment, later.tower, later.flat, later.line or earlier.line, sureness=later.sureness)
