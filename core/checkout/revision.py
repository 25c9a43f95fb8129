"""What an order's lines become when it is changed: what stays costs what it cost, what is added costs today's price.

Values in and out; no database here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from core.checkout.basket import BasketLine, Discount
from core.errors import Refusal


def count_packs(lines: Iterable[BasketLine]) -> dict[int, int]:
    """How many of each pack there are, by the pack's id."""
    counted: Counter[int] = Counter()
    for line in lines:
        counted[line.pack_id] += line.quantity
    return dict(counted)


def revise_lines(
    lines: Sequence[BasketLine], wanted: Mapping[int, int], offered: Mapping[int, BasketLine]
) -> list[BasketLine]:
    """The lines with exactly so many of each pack; `offered` are packs as they are sold today.

    Of what becomes less, what was added last goes first. Raises Refusal `not-for-sale`(names) for more of a pack that
    is not sold today.
    """
    had = count_packs(lines)
    revised: list[BasketLine] = []
    left = {pack_id: min(wanted.get(pack_id, 0), count) for pack_id, count in had.items()}
    for line in lines:
        quantity = min(line.quantity, left[line.pack_id])
        left[line.pack_id] -= quantity
        if quantity:
            revised.append(replace(line, quantity=quantity))
    for pack_id, count in wanted.items():
        if count > had.get(pack_id, 0):
            _add(revised, _offered(pack_id, lines, offered), count - had.get(pack_id, 0))
    return revised


def _offered(pack_id: int, lines: Sequence[BasketLine], offered: Mapping[int, BasketLine]) -> BasketLine:
    if pack_id in offered:
        return offered[pack_id]
    known = next((line for line in lines if line.pack_id == pack_id), None)
    raise Refusal("not-for-sale", **({"names": known.names} if known else {}))


def _add(revised: list[BasketLine], today: BasketLine, count: int) -> None:
    """At the same price it is the same line, else one of its own."""
    for place, line in enumerate(revised):
        if (line.pack_id, line.unit_price_paise) == (today.pack_id, today.unit_price_paise):
            revised[place] = replace(line, quantity=line.quantity + count)
            return
    revised.append(replace(today, quantity=count))


def keep_discount(discount_paise: int, before: Sequence[BasketLine], after: Sequence[BasketLine]) -> Discount:
    """What was taken off stays, and shrinks with the fruit that it was given for."""
    items, kept = (sum(line.line_paise for line in lines) for lines in (before, after))
    share = discount_paise if kept >= items else discount_paise * kept // items
    return Discount("kept", flat_paise=share)
