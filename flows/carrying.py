"""The cart goes along: from the web shop by a word that is sent to us, and to it by a link that we send.

(Asha sends CART 7KQ3-9XMF)   → Your cart: 2 × Alphonso, 1 dozen … Checkout · Add more · Change
web shop                      → Your cart waits in the web shop too.   [Open it there]
"""

from __future__ import annotations

from bot.inbound import InboundKind
from bot.messages import LinkButton, Text
from core.carts.links import lend_cart, take_cart
from core.carts.rules import CART_PREFIX, find_word, write_word
from core.settings import get_settings
from flows.commands import AROUND
from flows.engine import Heard
from flows.handover import is_parked
from flows.playing import play
from flows.turn import Turn


def carries_cart(turn: Turn) -> bool:
    """Whether the message is a word for a cart, or asks for the web shop; then it has been answered."""
    if turn.inbound.kind is not InboundKind.TEXT:
        return False
    word = find_word(turn.inbound.text, CART_PREFIX)
    if word is not None:
        return _take(turn, word)
    if turn.said.is_only({"command.web"}, AROUND) and not is_parked(turn):
        turn.instead = _link(turn)
        return True
    return False


def _take(turn: Turn, word: str) -> bool:
    """The lines are moved here, and the cart is shown: what is for sale of it, at today's prices."""
    if not take_cart(turn.session, word, turn.customer.id, turn.now, moved=True):
        turn.instead = Text(turn.say("cart-word-over"))
        return True
    turn.customer.forget_cart()
    return play(turn, Heard("wants_cart"))


def _link(turn: Turn) -> LinkButton:
    shop = get_settings().public_url.rstrip("/")
    if not turn.customer.cart.lines:
        return LinkButton(turn.say("cart-on-web-empty"), turn.say("cart-on-web-button"), f"{shop}/mangoes")
    word = write_word(lend_cart(turn.session, turn.customer.id, turn.now))
    return LinkButton(turn.say("cart-on-web"), turn.say("cart-on-web-button"), f"{shop}/cart/from/{word}")
