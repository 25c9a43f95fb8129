"""What can be had and what is in the cart, as the planner takes it; packs said in a few words."""

from __future__ import annotations

from collections.abc import Sequence

from core.catalog.queries import Offer, PackOffer, find_offer
from core.checkout.basket import BasketLine
from core.checkout.saving import mix_price
from core.money import format_rupees
from core.wording import pick
from flows.ordering.memory import noted
from flows.ordering.planning import Put, Shelf
from flows.turn import Turn


def shelf_of(turn: Turn) -> Shelf:
    """All that is on sale with something left, and what is in the cart, also when nothing more of it is left."""
    lines = turn.customer.cart.lines
    return Shelf(_offers(turn, lines), lines, noted(turn).pack, turn.shop.largest_quantity)


def _offers(turn: Turn, lines: Sequence[BasketLine]) -> list[Offer]:
    """Looked up once a turn."""
    missing = {line.product_id for line in lines} - {offer.product_id for offer in turn.customer.offers}
    taken: dict[int, Offer | None] = turn.scratch.setdefault("taken_offers", {})
    for product_id in missing - set(taken):
        taken[product_id] = find_offer(turn.session, product_id, turn.now)
    return [*turn.customer.offers, *(offer for product_id in missing if (offer := taken[product_id]) is not None)]


def name_of_fruit(turn: Turn, product_id: int | None) -> str:
    """What the shop calls a variety in the customer's language; empty when none was named."""
    offer = shelf_of(turn).offer_of(product_id)
    return pick(offer.names, turn.language) if offer else ""


def arg_of(puts: tuple[Put, ...]) -> str:
    """A button's argument: `12x1.13x2`, each pack and how many of it there shall be."""
    return ".".join(f"{put.pack_id}x{put.quantity}" for put in puts)


def phrase_puts(turn: Turn, puts: tuple[Put, ...], way: str = "packed") -> tuple[str, str]:
    """`1 dozen + Half dozen` (packed), `3 × Kesar` (named) or `3 × Kesar, 1 dozen` (both), and what it costs; what goes
    out of the cart for it is not said."""
    on_shelf = shelf_of(turn).offers
    offers = {pack.pack_id: offer for offer in on_shelf for pack in offer.packs}
    packs = {pack.pack_id: pack for offer in on_shelf for pack in offer.packs}
    kept = [(packs[put.pack_id], put.quantity) for put in puts if put.quantity and put.pack_id in packs]
    said = []
    for pack, count in kept:
        name, label = pick(offers[pack.pack_id].names, turn.language), pick(pack.labels, turn.language)
        shown = {"named": name, "both": f"{name}, {label}"}.get(way)
        said.append(turn.say("ordering-counted-pack", count=count, pack=shown) if shown
                    else phrase_counted(turn, pack, count))  # fmt: skip
    return " + ".join(said), format_rupees(mix_price(kept))


def phrase_counted(turn: Turn, pack: PackOffer, count: int) -> str:
    label = pick(pack.labels, turn.language)
    return label if count == 1 else turn.say("ordering-counted-pack", count=count, pack=label)
