"""Money back by chat: a whole order cancelled, or a sum of it sent back; asked once, with the sum."""

from __future__ import annotations

from core.money import PAISE_PER_RUPEE, format_rupees
from core.orders.lifecycle import LIFECYCLE, OrderEvent, OrderStatus
from core.orders.queries import code_of
from core.payments.actions import cancel_order
from core.payments.money_here import money_of
from core.payments.refunding import Wish, refund_order, refundable_paise
from core.reading.instructions import Instruction
from core.staff.rules import Right, require
from core.views.found_orders import FoundOrder, orders_by_code
from flows.founder.deeds import Choice, Deed, Kind, Plan
from flows.turn import Turn

BY_FOUNDER = "founder"
MOST_FOUND = 5


def find_by_code(turn: Turn, code: str) -> tuple[FoundOrder | None, str]:
    """The one order whose code begins so, or what to say instead."""
    if not code:
        return None, turn.say("founder-which-order")
    found = orders_by_code(turn.session, code, limit=MOST_FOUND)
    if len(found) == 1:
        return found[0], ""
    codes = ", ".join(order.code for order in found)
    return None, turn.say("founder-several-orders" if found else "founder-no-such-order", code=code, codes=codes)


def plan_refund(turn: Turn, said: Instruction) -> Plan:
    """With a sum that much goes back and the order stands; without, all of it does, and what can be cancelled is."""
    require(turn.actor, Right.REFUND)
    order, otherwise = find_by_code(turn, said.code)
    if order is None:
        return Plan(otherwise)
    money = money_of(turn.session, order.order_id)
    here, held = money.here.paise, refundable_paise(turn.session, order.order_id)
    may_cancel = OrderStatus(order.status) in LIFECYCLE.sources_of(OrderEvent.CANCEL)
    facts = {"code": order.code, "name": order.name or "…"}
    yes = turn.say("founder-yes-button")
    if said.rupees is None and may_cancel:
        words = turn.say("founder-sure-cancel", here="yes" if here else "no", amount=format_rupees(here), **facts)
        return Plan(words, choices=(Choice(yes, Deed(kind=Kind.CANCEL, id=order.order_id)),))
    amount = held if said.rupees is None else said.rupees * PAISE_PER_RUPEE
    if not 0 < amount <= held:
        return Plan(turn.say("founder-nothing-to-refund", held=format_rupees(held), **facts))
    words = turn.say("founder-sure-refund", amount=format_rupees(amount), held=format_rupees(held), **facts)
    return Plan(words, choices=(Choice(yes, Deed(kind=Kind.REFUND, id=order.order_id, ids=(held,), amount=amount)),))


def cancel(turn: Turn, deed: Deed) -> str:
    done = cancel_order(turn.session, deed.id, reason=BY_FOUNDER, actor=turn.actor, now=turn.now)
    return turn.say("founder-cancelled", code=done.code, here="yes" if done.refund_paise else "no",
                    amount=format_rupees(done.refund_paise))  # fmt: skip


def refund(turn: Turn, deed: Deed) -> str:
    """What was seen is done: of an order whose money has moved since, nothing goes back."""
    wish = Wish(reason=BY_FOUNDER, amount_paise=deed.amount)
    amount = refund_order(turn.session, deed.id, wish, shown_left_paise=deed.ids[0], actor=turn.actor)
    return turn.say("founder-refunded", code=code_of(turn.session, deed.id) or "", amount=format_rupees(amount))
