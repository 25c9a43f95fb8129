"""What can be had and what is in the cart, as the planner takes it; packs said in a few words."""

from __future__ import annotations

from core.catalog.queries import PackOffer
from core.checkout.basket import line_price
from core.money import format_rupees
from core.wording import pick
from flows.ordering.memory import noted
from flows.ordering.planning import Put, Shelf
from flows.turn import Turn


def shelf_of(turn: Turn) -> Shelf:
    return Shelf(turn.customer.offers, turn.customer.cart.lines, noted(turn).pack, turn.shop.largest_quantity)


def name_of_fruit(turn: Turn, product_id: int | None) -> str:
    """What the shop calls a variety in the customer's language; empty when none was named."""
    offer = shelf_of(turn).offer_of(product_id)
    return pick(offer.names, turn.language) if offer else ""


def arg_of(puts: tuple[Put, ...]) -> str:
    """A button's argument: `12x1.13x2`, each pack and how many of it there shall be."""
    return ".".join(f"{put.pack_id}x{put.quantity}" for put in puts)


def phrase_puts(turn: Turn, puts: tuple[Put, ...], *, named: bool = False) -> tuple[str, str]:
    """`1 dozen + Half dozen`, or `3 × Kesar`, and what it costs; what goes out of the cart for it is not said."""
    offers = {pack.pack_id: offer for offer in turn.customer.offers for pack in offer.packs}
    packs = {pack.pack_id: pack for offer in turn.customer.offers for pack in offer.packs}
    kept = [(packs[put.pack_id], put.quantity) for put in puts if put.quantity and put.pack_id in packs]
    said = [turn.say("ordering-counted-pack", count=count, pack=pick(offers[pack.pack_id].names, turn.language))
            if named else phrase_counted(turn, pack, count) for pack, count in kept]  # fmt: skip
    title = " + ".join(said)
    return title, format_rupees(sum(line_price(pack.price_paise, count) for pack, count in kept))


def phrase_counted(turn: Turn, pack: PackOffer, count: int) -> str:
    label = pick(pack.labels, turn.language)
    return label if count == 1 else turn.say("ordering-counted-pack", count=count, pack=label)
