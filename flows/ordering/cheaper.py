"""The same fruit for less: two dozen that a peti holds. Said at the summary, with one button that swaps the packs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from bot.messages import Button
from core.checkout.basket import BasketLine
from core.checkout.saving import find_saving
from core.money import format_rupees
from flows.ordering.planning import Put
from flows.ordering.shelf import arg_of, name_of_fruit, phrase_puts, shelf_of
from flows.turn import Turn


class Cheaper(NamedTuple):
    """What is said, and the button."""

    why: str
    button: Button


def cheaper_button(turn: Turn) -> Cheaper | None:
    """For the variety that would save the most; None when every line is bought at its best price."""
    found = max(_offers(turn), default=None)
    if found is None:
        return None
    saved, product_id, puts = found
    packs, _ = phrase_puts(turn, puts)
    words = {"name": name_of_fruit(turn, product_id), "packs": packs, "saved": format_rupees(saved)}
    button = turn.button("ordering-cheaper-button", "picks_mix", arg_of(puts), **words)
    return Cheaper(turn.say("ordering-cheaper", **words), button)


def _offers(turn: Turn) -> Iterator[tuple[int, int, tuple[Put, ...]]]:
    """What each variety would save, its id, and the packs instead. A single pack has no cheaper way."""
    by_product: dict[int, list[BasketLine]] = {}
    for line in turn.customer.cart.lines:
        by_product.setdefault(line.product_id, []).append(line)
    for product_id, lines in by_product.items():
        offer = shelf_of(turn).offer_of(product_id) if sum(line.quantity for line in lines) > 1 else None
        saving = find_saving(lines, offer.packs) if offer else None
        if saving is not None:
            wanted = {line.pack_id: 0 for line in lines} | {pack.pack_id: count for pack, count in saving.mix}
            yield saving.paise, product_id, tuple(Put(*put) for put in wanted.items())
