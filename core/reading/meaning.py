"""What a line means as a whole: what somebody wants, of what, when, where and how, and what stayed unclear. Values.

`2 doz hapus kal subah B-1203 cod` is an ORDER of one item, with a wish, a home and a way to pay; `nahi 3 kar do` is a
CHANGE of an item that is not named; `B-1203` alone is a PART: an answer to some question of ours.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from core.reading.times import Wish


class Intent(StrEnum):
    """What a line is for. A line may have several (`order` and `ask`); the first is the one that is acted on."""

    ORDER = "order"  # fruit is wanted
    REPEAT = "repeat"  # the same as last time, perhaps with a change
    CHANGE = "change"  # something chosen or ordered shall be otherwise
    PART = "part"  # parts of an order without fruit: a day, a home, a way to pay, a number
    YES = "yes"
    NO = "no"
    ASK = "ask"  # questions, see `asks`
    TRACK = "track"
    CANCEL = "cancel"
    REFUND = "refund"  # where is my money
    BILL = "bill"
    CLAIM = "claim"  # something was wrong with what came
    HUMAN = "human"
    BULK = "bulk"  # an office, a party: the founder's
    GREET = "greet"
    THANKS = "thanks"
    STOP = "stop"
    START = "start"
    LANGUAGE = "language"
    COMMAND = "command"  # any other word of command: menu, cart, checkout, help, my orders …
    UNKNOWN = "unknown"


class Change(StrEnum):
    """What shall happen with an item."""

    SET = "set"  # so much of it there shall be
    ADD = "add"  # so much more
    LESS = "less"  # so much less
    REMOVE = "remove"


class Sureness(StrEnum):
    """How sure a part is."""

    SURE = "sure"
    LIKELY = "likely"  # misspelt, or read by what stands around it: shown, and one tap undoes it
    UNCLEAR = "unclear"  # asked about


class Doubt(StrEnum):
    """What must be asked although it was said."""

    RANGE = "range"  # `2-3 dozen`
    PRICE = "price"  # a sum beside the quantity: `hapus 1200 wala 2 dozen`
    SHARED = "shared"  # one quantity, several fruits: `1 dozen hapus, kesar bhi`
    VARIETY = "variety"  # a name of several, or a word that is hardly one
    UNIT = "unit"  # a maund; pieces of what is sold by weight are found out later, by the packs
    QUANTITY = "quantity"  # two numbers that contradict, none, or one beyond belief
    WHEN = "when"  # days that contradict, or one that does not exist
    HOME = "home"
    PAYMENT = "payment"  # cash and online
    NEGATION = "negation"  # something is refused, and it is not clear what


@dataclass(frozen=True)
class Item:
    """Some fruit of a line. `variety` is a product's id, None when no name was said (`3 kar do`).

    `stranger` is the name of a mango that we know and this shop does not sell (`himsagar`); then there is no variety.
    `count` is None when none was said. `most` is the upper end of a range, `rupees` a sum named beside it.
    `instead_of` is the variety that this one replaces (`hapus nahi kesar 2`). `pack` is the id of a pack that was
    picked, in a form, where nothing has to be made of words.
    """

    variety: int | None = None
    stranger: str = ""
    count: Fraction | None = None
    unit: str | None = None  # dozen, piece, kilo, gram, box, pack, maund, quintal, ton; None: not said
    change: Change = Change.SET
    most: Fraction | None = None
    rupees: int | None = None
    instead_of: int | None = None
    sureness: Sureness = Sureness.SURE
    words: str = ""
    pack: int | None = None


@dataclass(frozen=True)
class SaidHome:
    """A home as far as it was said; `apartment` is one of ours, or None; `line` is what was typed of it, whole.

    `elsewhere` when a society or a part of town is named that is none of ours.
    """

    apartment: int | None = None
    tower: str = ""
    flat: str = ""
    line: str = ""
    elsewhere: bool = False
    sureness: Sureness = Sureness.SURE


@dataclass(frozen=True)
class Meaning:
    """All that was read of a line, and what was not: `leftovers` are words that nobody knows or that stop an act.

    `when_not` is what is refused in favour of `when` (`sunday nahi saturday`). `asks` are the questions by their names
    in the lexicon (`rate`, `fee`), `command` the name of a word of command (`menu`), `language` the one that is asked
    for. `note` is for the rider.
    """

    typed: str
    intents: tuple[Intent, ...] = (Intent.UNKNOWN,)
    items: tuple[Item, ...] = ()
    when: Wish | None = None
    when_not: Wish | None = None
    home: SaidHome | None = None
    payment: str | None = None  # cash, online
    phone: str | None = None
    note: str | None = None
    asks: tuple[str, ...] = ()
    command: str | None = None
    language: str | None = None
    doubts: frozenset[Doubt] = field(default_factory=frozenset)
    leftovers: tuple[str, ...] = ()

    @property
    def intent(self) -> Intent:
        return self.intents[0]

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left over and nothing unclear: only then may it act by itself."""
        return not self.leftovers and not self.doubts
