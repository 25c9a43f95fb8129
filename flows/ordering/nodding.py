"""What goes with fruit and was said without any: noted at once, and nodded at where the next question does not show it.

palm grove B-1203, kal subah   → 📍 Noted: … · 🕗 Noted: … (and the question that was open)
"""

from __future__ import annotations

from bot.fitting import plain
from core.carts.actions import write_note
from core.checkout.noting import join_notes
from core.checkout.rules import LONGEST_NOTE, Lack, price
from core.customers.actions import tell_phone
from core.errors import Refusal
from core.orders.cash import cash_refusal_of_basket
from core.reading.phones import show_phone
from core.zones.queries import list_zones
from flows.ordering.checkout import next_lack
from flows.ordering.held import may_pay_cash
from flows.ordering.memory import noted
from flows.ordering.said import Said, kept, one_home, one_wish
from flows.ordering.spoken import phrase_home, phrase_wish
from flows.ordering.steps import Step
from flows.phrases import phrase_values
from flows.turn import Turn


def leaves_the_fruit_open(turn: Turn) -> bool:
    """Whether a line tells only what goes with fruit, where we ask how much of one: that question stands. Who has a
    cart and only looks at a page goes on with the cart.
    """
    spoke_of_fruit = "put" in turn.scratch or "told" in turn.scratch
    asks = turn.step == Step.PACK or (turn.step == Step.VARIETY and not turn.customer.cart.lines)
    return asks and turn.scratch.get("beside", False) and not spoke_of_fruit


def note_the_rest(turn: Turn, said: Said) -> None:
    """What can be noted at once: a word for the rider, a number to call."""
    if said.note:
        note = join_notes(turn.customer.cart.note, said.note, LONGEST_NOTE)
        write_note(turn.session, turn.customer.id, note, turn.now)
        turn.customer.forget_cart()
    _nod(turn, said)
    if said.phone:
        noted(turn).phone = said.phone
        tell_phone(turn.session, turn.customer.id, said.phone)
        turn.customer.forget_cart()
        turn.note("ordering-phone-noted", phone=show_phone(said.phone))


def _nod(turn: Turn, said: Said) -> None:
    """Say that it is kept, where the next question does not show it: nobody wonders whether it was heard."""
    lack = next_lack(turn)
    waits = lack is not None and not said.items and not said.again
    if said.payment and (said.kinds == 1 or waits):
        _nod_at_the_way(turn, said.payment)
    if said.wish and waits and (lack is Lack.FRUIT or (lack is Lack.ADDRESS and not said.home)):
        wish = one_wish(kept(turn).said.wish, said.wish) or said.wish
        turn.note("ordering-time-noted", when=phrase_wish(turn.language, wish))
    if said.note and waits:
        turn.note("ordering-note-noted", note=plain(said.note))
    if said.home and not said.home.elsewhere and waits and (lack is Lack.FRUIT or kept(turn).asked):
        home = one_home(kept(turn).said.home, said.home) or said.home
        turn.note("ordering-home-noted", home=phrase_home(turn, home))


def _nod_at_the_way(turn: Turn, way: str) -> None:
    """Cash that would be refused in the end is refused now; an order that is kept says so itself."""
    refusal = _refuses_cash(turn) if way == "cash" else None
    if refusal is not None:
        turn.note(f"errors-{refusal.code}", **phrase_values(turn.language, refusal.values))
    elif way != "cash" or may_pay_cash(turn):
        turn.note("ordering-way-noted", way=way)


def _refuses_cash(turn: Turn) -> Refusal | None:
    """Why this cart is not paid at a door: where no home is known yet, only when it would be at none of ours."""
    cart = turn.customer.cart
    if not cart.lines or noted(turn).order is not None:
        return None
    zones = [cart.zone.zone_id] if cart.zone else [zone.id for zone in list_zones(turn.session) if zone.id]
    total = price(cart, cart.zone, cart.offers).total_paise
    refusals = [cash_refusal_of_basket(turn.session, turn.customer.id, zone, total) for zone in zones]
    return refusals[0] if refusals and all(refusals) else None
