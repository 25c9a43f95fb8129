"""One turn of a chat: what came in, what we know, and what we are about to say."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.fitting import fit
from bot.inbound import Inbound
from bot.limits import BUTTON_TITLE, ROW_DESCRIPTION, ROW_TITLE
from bot.messages import Button, OutgoingMessage, Row
from core.carts.queries import read_cart
from core.catalog.queries import Offer, names_of_fruit, on_sale
from core.chats.tables import Chat
from core.checkout.basket import Basket, Channel
from core.checkout.rules import Price, price
from core.errors import Fault
from core.reading.lexicon import load_lexicon
from core.reading.names import make_names
from core.reading.sentence import Sentence, read_sentence
from core.shop.tables import Shop
from core.wording import say

# What belongs to the chat and not to an order.
KEPT = ("used", "heard_at", "missed", "same", "forwarded", "edits")


@dataclass
class Turn:
    """What a script's functions work on. `step` and `memory` are written back to the chat when the turn ends.

    `number` is this turn's, for the ids of its buttons. Who never `has_ordered` has no orders to look up. `arg` belongs
    to the trigger being fired, and `then` is the trigger to go on with. `notes` are lines said before the step's
    question in the same message; a `quiet` turn sends nothing of its own; a turn that `waits` leaves the customer
    waiting for a notice, so we show that we type; a `shorter` one asks its question in a few words, and `instead` is
    said in place of any question; `scratch` keeps what was looked up, for this turn only.
    """

    session: Session
    now: datetime
    chat: Chat
    inbound: Inbound
    inbox_id: int
    language: str
    name: str
    script: str
    step: str
    number: int
    memory: dict[str, Any]
    has_ordered: bool = True
    arg: str = ""
    then: str | None = None
    notes: list[str] = field(default_factory=list)
    footer: str | None = None
    quiet: bool = False
    waits: bool = False
    shorter: bool = False
    instead: OutgoingMessage | None = None
    scratch: dict[str, Any] = field(default_factory=dict)
    _cart: Basket | None = None
    _offers: list[Offer] | None = None
    _said: Sentence | None = None
    _said_of_fruit: Sentence | None = None

    @property
    def customer_id(self) -> int:
        if self.chat.customer_id is None:
            raise Fault("A member of staff has no cart: this turn belongs to the founder's script.")
        return self.chat.customer_id

    @property
    def cart(self) -> Basket:
        """The customer's cart, read once a turn and again after `forget_cart`. WhatsApp may show us their number."""
        if self._cart is None:
            cart = read_cart(self.session, self.customer_id, Channel.WHATSAPP, self.now)
            self._cart = replace(cart, has_phone=cart.has_phone or bool(self.inbound.sender.phone))
        return self._cart

    @property
    def price(self) -> Price:
        """What the cart costs as it is."""
        return price(self.cart, self.cart.zone, self.cart.offers)

    def forget_cart(self) -> None:
        """After a change: the next look reads the cart again."""
        self._cart = None

    @property
    def offers(self) -> list[Offer]:
        """What is on sale with something left, read once a turn."""
        if self._offers is None:
            self._offers = [offer for offer in on_sale(self.session, self.now) if any(p.left for p in offer.packs)]
        return self._offers

    @property
    def said(self) -> Sentence:
        """What was typed, read with the lexicon alone."""
        if self._said is None:
            self._said = read_sentence(self.inbound.text, load_lexicon())
        return self._said

    @property
    def said_of_fruit(self) -> Sentence:
        """What was typed, read with the names of our varieties as well; looked up once a turn."""
        if self._said_of_fruit is None:
            names = make_names("variety", names_of_fruit(self.session))
            self._said_of_fruit = read_sentence(self.inbound.text, load_lexicon(), names)
        return self._said_of_fruit

    @property
    def shop(self) -> Shop:
        return self.session.get_one(Shop, 1)

    def begin_anew(self) -> None:
        """Forget this order and page, not the chat: every button sent so far belongs to the past."""
        kept: dict[str, Any] = {name: self.memory[name] for name in KEPT if name in self.memory}
        self.memory.clear()
        self.memory.update(kept, epoch=self.number - 1)

    def say(self, key: str, /, **values: Any) -> str:
        return say(self.language, key, **values)

    def note(self, key: str, /, **values: Any) -> None:
        """A line to be said before the step's question, in the same message."""
        self.notes.append(self.say(key, **values))

    def id_of(self, trigger: str, arg: object = "") -> str:
        """The id of a button of this turn."""
        return f"{self.number}:{trigger}:{arg}"

    def button(self, key: str, trigger: str, arg: object = "", /, **values: Any) -> Button:
        return Button(self.id_of(trigger, arg), fit(self.say(key, **values), BUTTON_TITLE))

    def row(self, title: str, description: str | None, trigger: str, arg: object = "") -> Row:
        """A row of a list, its words cut to what WhatsApp takes."""
        shown = fit(description, ROW_DESCRIPTION) if description else None
        return Row(self.id_of(trigger, arg), fit(title, ROW_TITLE), shown)
