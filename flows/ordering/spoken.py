"""Saying back what somebody said of an order: amounts, fruit, days, a home."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from bot.fitting import plain
from core.formats import format_date
from core.reading.meaning import Item, SaidHome
from core.reading.phones import show_phone
from core.reading.times import Wish
from core.wording import pick, say
from flows.ordering.said import Said
from flows.ordering.where import find_known, line_within, name_of
from flows.turn import Turn

PARTS_OF_ONE = {Fraction(1, 4): "¼", Fraction(1, 2): "½", Fraction(3, 4): "¾"}


def phrase_count(count: Fraction) -> str:
    """`2`, `1½`, `5/3`."""
    whole, rest = divmod(count, 1)
    shown = PARTS_OF_ONE.get(rest, str(rest)) if rest else ""
    return f"{whole or ''}{shown}" if shown in {"", *PARTS_OF_ONE.values()} and (whole or shown) else str(count)


def phrase_amount(language: str, item: Item) -> str:
    """`18 pieces`, `1½ dozen`; empty when no number was said."""
    if item.count is None:
        return ""
    number = float(item.count) if item.count.denominator != 1 else int(item.count)
    return say(language, "said-amount", count=phrase_count(item.count), number=number, unit=item.unit or "none")


def phrase_said(turn: Turn, said: Said) -> str:
    """Everything that was read of a line, for the question whether it is right: one part a line."""
    return "\n".join(_parts(turn, said)) or turn.say("said-nothing")


def _parts(turn: Turn, said: Said) -> Iterable[str]:
    if said.again:
        yield turn.say("said-again")
    for item in said.items:
        amount = phrase_amount(turn.language, item)
        change = item.change.value
        said_item = turn.say("said-item", change=change, amount=amount, counted="yes" if amount else "no",
                             name=_name(turn, item))  # fmt: skip
        yield " ".join(said_item.split())
    if said.wish is not None:
        yield turn.say("said-when", when=phrase_wish(turn.language, said.wish))
    if said.home is not None:
        yield turn.say("said-home", home=phrase_home(turn, said.home))
    if said.payment:
        yield turn.say("said-payment", way=said.payment)
    if said.phone:
        yield turn.say("said-phone", phone=show_phone(said.phone))
    if said.note:
        yield turn.say("said-note", note=plain(said.note))


def phrase_home(turn: Turn, home: SaidHome) -> str:
    """`702, Banyan Heights`."""
    apartment = find_known(turn, str(home.apartment or ""))
    line = line_within(apartment, home.line)
    named = [*([plain(line)] if line else []), *([name_of(turn, apartment)] if apartment else [])]
    return ", ".join(named)


def _name(turn: Turn, item: Item) -> str:
    offers = {offer.product_id: offer.names for offer in turn.customer.offers}
    names = offers.get(item.variety or 0)
    return pick(names, turn.language) if names else plain(item.stranger.title() or ("" if item.count else item.words))


def phrase_wish(language: str, wish: Wish) -> str:
    """`Sun 24 May, morning, 8–10`."""
    days = [format_date(language, day) for day in sorted(wish.days)]
    parts = [say(language, "said-part", part=part) for part in sorted(wish.parts)]
    hours = [str(first) if last is None else f"{first}–{last}" for first, last in wish.hours]
    return ", ".join(filter(None, [" / ".join(days), *parts, *hours]))
