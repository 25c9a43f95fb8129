"""What so much fruit would cost today, in the packs in which it costs the least; nothing is kept or promised."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from core.catalog.queries import Offer
from core.catalog.rules import is_box
from core.checkout.basket import Basket, Channel
from core.checkout.queries import Selection, make_basket
from core.checkout.quoting import cheapest_packs
from core.checkout.rules import price
from core.reading.lexicon import load_lexicon
from core.reading.meaning import Item
from flows.ordering.fruit import find_offered
from flows.turn import Turn

IN_BASE = {"piece": {"piece": 1, "dozen": 12}, "gram": {"gram": 1, "kilo": 1000, "quintal": 100_000, "ton": 1_000_000}}
MOST_BASE = 10_000_000  # base units; beyond it somebody jokes


@dataclass(frozen=True)
class Sum:
    """Fruit at today's prices, without delivery: its lines and what they cost in paise."""

    basket: Basket
    fruit_paise: int


def add_up(turn: Turn, items: Sequence[Item]) -> Sum | None:
    """The sum of all items that have a variety on sale and an amount; None when there is none of them."""
    packs: Counter[int] = Counter()
    for item in items:
        offer = find_offered(turn, item.variety)
        wanted = base_units(item, offer) if offer else 0
        if offer is not None and wanted:
            packs.update({pack.pack_id: count for pack, count in cheapest_packs(wanted, offer.packs)})
    if not packs:
        return None
    basket = make_basket(turn.session, Selection(turn.customer.id, Channel.WHATSAPP, packs), turn.now)
    return Sum(basket, price(basket, None).items_paise)


def base_units(item: Item, offer: Offer) -> int:
    """How many base units an item is, 0 when that was not said; boxes are of the largest kind."""
    if item.count is None or item.count <= 0:
        return 0
    size = IN_BASE[offer.base_unit].get(item.unit or "", 0)
    if item.unit in {"box", "pack", None} and offer.packs:
        boxes = [pack for pack in offer.packs if is_box(pack, load_lexicon())] if item.unit == "box" else []
        size = max(pack.base_units for pack in boxes or offer.packs) if item.unit else 0
    return min(round(item.count * size), MOST_BASE)
