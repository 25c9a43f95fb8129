"""A no, or `I meant`, and the name of fruit that is not in the cart: it may be meant in the place of what is there.

1 dozen hapus              → (in the cart)
nahi kesar                 → Kesar, in the place of what is in your cart? 1 dozen · ₹800 · See mangoes
"""

from __future__ import annotations

from core.catalog.queries import Offer
from core.reading.meaning import Item
from flows.engine import Heard
from flows.ordering.fruit import find_offered, named_variety, read_id
from flows.ordering.planning import MOST_BUTTONS, Asked, Put, Shelf, Why, plan_item
from flows.ordering.said import kept
from flows.ordering.shelf import shelf_of
from flows.turn import Turn

TAKES_BACK = frozenset({"deny.no", "back"})
ALONG = TAKES_BACK | {"courtesy", "want", "fruit"}


def hear_instead(turn: Turn) -> Heard | None:
    """Nothing but a no that comes before one variety, which is on sale and is not in a cart that holds other fruit."""
    offer = find_offered(turn, named_variety(turn.said_of_fruit))
    lines = turn.customer.cart.lines
    if offer is None or not lines or any(line.product_id == offer.product_id for line in lines):
        return None
    return Heard("asks_if_instead", str(offer.product_id)) if _takes_back_before_it(turn) else None


def _takes_back_before_it(turn: Turn) -> bool:
    """Read as a line, which knows more ways to take back; a name of fruit is there a word like any other."""
    names = {word for span in turn.said_of_fruit.spans if span.means({"variety"}) for word in span.words.split()}
    spans = turn.said_as_line.spans
    named = [place for place, span in enumerate(spans) if names.issuperset(span.words.split())]
    taken_back = [place for place, span in enumerate(spans) if span.means(TAKES_BACK)]
    along = all(place in named or span.means(ALONG) for place, span in enumerate(spans))
    return bool(named and taken_back) and along and max(taken_back) < named[0]


def ask_if_instead(turn: Turn) -> None:
    """As much of it in the place of each line that it may stand for; else how much of it there shall be."""
    shelf = shelf_of(turn)
    offer = shelf.offer_of(read_id(turn.arg))
    assert offer is not None
    last = shelf.last_line()
    lines = [last] if last else list(shelf.lines)
    made = tuple(puts for line in lines if (puts := _in_its_place(offer, line.product_id, shelf)))
    item = Item(variety=offer.product_id)
    why = Why.INSTEAD if made else Why.COUNT
    kept(turn).asked = Asked(why, item, offer.product_id, made[:MOST_BUTTONS])


def _in_its_place(offer: Offer, gone: int, shelf: Shelf) -> tuple[Put, ...]:
    planned = plan_item(Item(variety=offer.product_id, instead_of=gone), shelf)
    return () if isinstance(planned, Asked) else planned


def may_be_instead(turn: Turn) -> bool:
    """Not so at a made-up button of that name."""
    return find_offered(turn, read_id(turn.arg)) is not None
