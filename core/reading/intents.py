"""What a line is for, by what was read of it and what stands there besides. Pure.

The rules stand in one list, the first that holds decides. A rule that leads to an act that cannot be taken back (yes,
cancel) asks for a line that is nothing else; the others only show, ask or offer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction

from core.reading.goods import EMPTY_HANDED, Goods
from core.reading.marks import Line
from core.reading.meaning import Change, Doubt, Intent, SaidHome
from core.reading.moments import Times
from core.reading.sentence import ASSENT, Sentence

BULK = {
    "dozen": 10,
    "kilo": 50,
    "piece": 120,
    "box": 10,
    "pack": 30,
    "gram": 50_000,
    "quintal": 1,
    "ton": 1,
    "maund": 3,
}
BARE_BULK = 120
# What may stand around a bare act.
CALM = ("courtesy", "answer", "do", "thing", "want", "stop.mark")


@dataclass
class Facts:
    """All that was found in a line, for the rules."""

    line: Line
    at: str
    said: Sentence
    goods: Goods
    times: Times
    home: SaidHome | None
    payment: str | None
    note: str | None
    phone: str | None
    sums: list[int]
    asks: tuple[str, ...] = ()
    doubts: set[Doubt] = field(default_factory=set)

    def has(self, *patterns: str) -> bool:
        """Whether the line says one of these, by its longest ways or word by word."""
        return self.said.has(*patterns) or self.line.has(*patterns)

    def says(self, *patterns: str) -> bool:
        """Whether one of its longest ways is one of these."""
        return self.said.has(*patterns)

    def is_only(self, *needs: str) -> bool:
        return self.said.is_only(needs, CALM)

    @property
    def is_question(self) -> bool:
        return self.said.has("stop.mark") or any(
            mark.means("stop.question") and (not mark.means("aux") or place == 0 or mark.breaks or self._opens(place))
            for place, mark in enumerate(self.line.marks)
            if self.line.taken[place] in {"", "pay"}
        )

    def _opens(self, place: int) -> bool:
        """Whether only small words stand before it in its thought."""
        return all(mark.means("courtesy", "command.greet") for mark in self.line.marks[:place])

    @property
    def has_parts(self) -> bool:
        return any((self.times.wanted, self.times.refused, self.home, self.payment, self.note, self.phone))

    @property
    def has_names(self) -> bool:
        return any(item.variety or item.stranger for item in self.goods.items)

    @property
    def wants(self) -> bool:
        """Whether words want or give, or a count stands by goods."""
        return self.line.has("want", "courtesy.give", "do.it", "change.only") or any(
            item.count for item in self.goods.items
        )


def decide(facts: Facts) -> tuple[Intent, ...]:
    """The intents of a line, the one that is acted on first."""
    first = next((intent for holds, intent in RULES if holds(facts)), Intent.UNKNOWN)
    also = [Intent.ASK] if facts.asks and first is not Intent.ASK else []
    return (first, *also)


def _stops(facts: Facts) -> bool:
    offers = facts.has("optout.offers", "optout.messages")
    ends = facts.has("optout.refuse", "optout.end", "deny", "remove")
    return facts.is_only("command.stop", "optout.end") or (offers and ends and not facts.has_names and not facts.note)


def _starts(facts: Facts) -> bool:
    return facts.is_only("command.start") or (facts.has("optout.offers") and facts.has("command.start", "start"))


def _speaks(facts: Facts) -> bool:
    return facts.has("speak", "language", "command.language") and not facts.goods.items and len(facts.line) < 8


def _claims(facts: Facts) -> bool:
    """Something was wrong with what came: bad fruit in the past, goods missing, money taken twice."""
    said = facts.has
    if said("complaint.none") and not said("claim.bad", "claim.missing"):
        return False
    if facts.says("claim.twice", "claim.want", "complaint.money") and not facts.says("refund"):
        return True
    bad = said("claim.bad", "complaint.goods")
    past = said("past") or facts.at == "placed"
    asks = facts.is_question and not past
    if bad and past and not asks and not said("remove"):
        return True
    if facts.says("claim.missing") and (past or said("claim.bad")) and not _is_swap(facts):
        return True
    return facts.says("claim.late") and (facts.at == "placed" or said("past"))


def _is_swap(facts: Facts) -> bool:
    return any(item.instead_of for item in facts.goods.items) and not facts.has("past")


def _refunds(facts: Facts) -> bool:
    return facts.says("refund") and not facts.has("claim.bad")


def _bills(facts: Facts) -> bool:
    return facts.says("bill") and not facts.goods.items and "total" not in facts.asks


def _cancels(facts: Facts) -> bool:
    said = facts.says("cancel", "command.cancel") or facts.line.has("cancel")
    denied = facts.line.has("deny") and not facts.says("cancel")
    return said and not facts.has_names and not denied and not _asks_whether(facts)


def _asks_whether(facts: Facts) -> bool:
    return facts.is_question and not facts.has("do.it", "want")


def _cancels_not(facts: Facts) -> bool:
    return facts.line.has("cancel") and not facts.has_names and facts.line.has("deny") and not facts.says("cancel")


def _asks_to_cancel(facts: Facts) -> bool:
    return facts.line.has("cancel") and not facts.has_names and _asks_whether(facts)


def _tracks(facts: Facts) -> bool:
    return facts.says("track", "command.track") and not facts.has_names and not (
        facts.goods.items and facts.wants) and "windows" not in facts.asks  # fmt: skip


def _asks_a_human(facts: Facts) -> bool:
    return facts.says("human", "command.human") and not facts.goods.items and not facts.note


def _is_bulk(facts: Facts) -> bool:
    if any(_is_much(item.count, item.unit) for item in facts.goods.items):
        return True
    about_fruit = bool(facts.goods.items) or facts.wants or facts.line.has("fruit")
    return facts.says("bulk") and about_fruit and not facts.home


def _is_much(count: Fraction | None, unit: str | None) -> bool:
    if unit in {"quintal", "ton"}:
        return True
    return count is not None and count >= BULK.get(unit or "", BARE_BULK)


def _repeats(facts: Facts) -> bool:
    same = facts.says("same", "command.repeat") or (facts.line.has("same") and not facts.goods.items)
    return same and not (facts.has_names and len(facts.goods.items) > 1 and facts.at in EMPTY_HANDED)


def _only_asks(facts: Facts) -> bool:
    """A question, and no fruit that is plainly wanted besides."""
    if not facts.asks:
        return False
    items = facts.goods.items
    if not items or not facts.wants:
        return not (items and any(item.change is not Change.SET for item in items))
    return not _orders_too(facts)


def _orders_too(facts: Facts) -> bool:
    """`kesar milega? do darjan chahiye`: a wish beside a question."""
    wishes = facts.line.has("want", "courtesy.give") or facts.says("want", "courtesy.give")
    return wishes and any(item.count or item.unit or item.variety for item in facts.goods.items)


def _changes_goods(facts: Facts) -> bool:
    items = facts.goods.items
    if not items:
        return False
    changed = any(item.change in {Change.REMOVE, Change.LESS} or item.instead_of for item in items)
    complete = facts.has_parts and bool(facts.times.wanted or facts.home or facts.payment)
    if facts.at in EMPTY_HANDED:
        return (changed or "op" in facts.line.taken) and not complete
    if facts.at == "regular":
        return False
    if changed or "op" in facts.line.taken or facts.at == "placed":
        return True
    if any(item.change is Change.ADD for item in items):
        return False
    nameless = not facts.has_names
    return nameless or facts.line.has("make", "only", "deny", "back", "change.only", "stop.contrast", "stop.doubt")


def _orders(facts: Facts) -> bool:
    return bool(facts.goods.items) or (facts.line.has("fruit") and facts.line.has("want", "courtesy.give"))


def _changes_parts(facts: Facts) -> bool:
    """A day, home or way to pay that alters what is known already where the chat stands."""
    if not facts.has_parts:
        return False
    if facts.times.refused is not None or facts.line.has("swap"):
        return True
    alters = facts.times.wanted is not None or (facts.home is not None and facts.at != "where")
    if facts.at == "summary":
        return alters
    if facts.at == "placed":
        return alters or facts.payment is not None or facts.home is not None
    corrects = facts.line.has("deny", "back", "stop.doubt", "swap") and facts.at in {"where", "when", "cart"}
    return corrects and not facts.note


def _agrees(facts: Facts) -> bool:
    return facts.said.is_only(ASSENT, {"thing", "want"}) and facts.said.has("answer.yes", "do.it")


def _declines(facts: Facts) -> bool:
    return facts.said.is_only({"deny"}, {"thing", "want", "do", "answer.yes"}, calm={"courtesy"})


COMMANDS = ("menu", "cart", "checkout", "pay", "orders", "help", "change-address", "change-slot")


def command_of(facts: Facts) -> str | None:
    """The word of command that a line is, with nothing but small words around it."""
    for name in COMMANDS:
        if facts.said.is_only({f"command.{name}"}, {*CALM, "stop.question", "more", "make", "of", "when", "fruit"}):
            return name
    return None


def _commands(facts: Facts) -> bool:
    return command_of(facts) is not None


RULES: tuple[tuple[Callable[[Facts], bool], Intent], ...] = (
    (_stops, Intent.STOP),
    (_starts, Intent.START),
    (_speaks, Intent.LANGUAGE),
    (_refunds, Intent.REFUND),
    (_claims, Intent.CLAIM),
    (_cancels, Intent.CANCEL),
    (_cancels_not, Intent.UNKNOWN),
    (_asks_to_cancel, Intent.ASK),
    (_bills, Intent.BILL),
    (_tracks, Intent.TRACK),
    (_asks_a_human, Intent.HUMAN),
    (_is_bulk, Intent.BULK),
    (_repeats, Intent.REPEAT),
    (_only_asks, Intent.ASK),
    (_changes_goods, Intent.CHANGE),
    (_commands, Intent.COMMAND),
    (_orders, Intent.ORDER),
    (_changes_parts, Intent.CHANGE),
    (lambda facts: facts.has_parts, Intent.PART),
    (_agrees, Intent.YES),
    (_declines, Intent.NO),
    (lambda facts: facts.says("courtesy.greet", "command.greet", "greet") and len(facts.line) < 8, Intent.GREET),
    (lambda facts: facts.has("thanks", "courtesy.thanks", "courtesy.end", "courtesy.emoji"), Intent.THANKS),
)
