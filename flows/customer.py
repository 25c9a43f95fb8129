"""A customer's part of a turn: who they are, what is in their cart, and what they could have."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from sqlmodel import Session

from core.actor import Actor
from core.carts.queries import read_cart
from core.catalog.queries import Offer, find_offer
from core.checkout.basket import Basket, Channel
from core.checkout.rules import Price, price
from core.views.conversations import Standing
from core.views.promise import Promise
from flows.shared import SharedReads


@dataclass
class CustomerPart:
    """Who never `has_ordered` has no orders to look up; whose number WhatsApp shows with the message `has_phone`;
    `at_first` is where they stood as the turn began."""

    session: Session
    now: datetime
    id: int
    reads: SharedReads
    at_first: Standing
    has_phone: bool = False
    _cart: Basket | None = None
    _has_changed: bool = False
    _looked_at: dict[int, Offer | None] = field(default_factory=dict)

    @property
    def actor(self) -> Actor:
        return Actor.customer(self.id)

    @property
    def has_ordered(self) -> bool:
        return self.at_first.has_ordered

    @property
    def cart(self) -> Basket:
        """The customer's cart, read once a turn and again after `forget_cart`."""
        if self._cart is None:
            cart = read_cart(self.session, self.id, Channel.WHATSAPP, self.now)
            self._cart = replace(cart, has_phone=cart.has_phone or self.has_phone)
        return self._cart

    @property
    def price(self) -> Price:
        """What the cart costs as it is."""
        return price(self.cart, self.cart.zone, self.cart.offers)

    def forget_cart(self) -> None:
        """After a change: the next look reads the cart again, and what is left of a variety."""
        self._cart = None
        self._has_changed = True
        self._looked_at.clear()

    @property
    def has_fruit(self) -> bool:
        """Whether something for sale is in the cart; one that was empty and has not changed need not be read."""
        return (self.at_first.has_items or self._has_changed) and bool(self.cart.lines)

    @property
    def zone_id(self) -> int | None:
        """The zone that the cart goes to; a turn that only asks for it reads no cart."""
        if self._cart is None and not self._has_changed:
            return self.at_first.zone_id
        return self.cart.zone.zone_id if self.cart.zone else None

    @property
    def offers(self) -> list[Offer]:
        """What is on sale with something left, read once a turn."""
        return self.reads.offers

    @property
    def promise(self) -> Promise:
        """The next window and what delivery costs, for the cart's zone or for all."""
        return self.reads.promise_for(self.zone_id)

    def offer_of(self, product_id: int | None) -> Offer | None:
        """One variety, when it is on sale with something left."""
        if product_id is None:
            return None
        if product_id not in self._looked_at:
            self._looked_at[product_id] = find_offer(self.session, product_id, self.now)
        offer = self._looked_at[product_id]
        return offer if offer is not None and not offer.sold_out else None
