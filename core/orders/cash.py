"""Whether an order may be paid in cash at the door: asked before it is offered, and again when it is chosen."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row
from sqlmodel import Session

from core.errors import Refusal
from core.orders.rules import check_cash
from core.orders.tables import Order
from core.query import Query

# What is to be collected of the customer's other orders: also of one that could not be delivered yet. `u` is the
# customer, `:order_id` the order in question, or null.
TRUST = """
           EXISTS (SELECT FROM orders d WHERE d.customer_id = u.id AND d.status = 'delivered') AS has_delivered,
           (SELECT coalesce(sum(c.total_paise - c.prepaid_paise), 0) FROM orders c
             WHERE c.customer_id = u.id AND c.id IS DISTINCT FROM CAST(:order_id AS bigint) AND c.payment_method = 'cod'
               AND c.status IN ('confirmed', 'packed', 'out_for_delivery', 'delivery_failed'))::bigint AS open_paise"""
FACTS = Query(
    f"""
    SELECT o.code, o.total_paise - o.prepaid_paise AS due_paise,
           z.cod_cap_paise, z.cod_cap_new_paise, u.lapsed_holds, shop.unpaid_limit,
           o.held_until <= jamango_now() AS hold_over, s.ends_at <= jamango_now() AS window_over,
           o.parked <> '{{}}' AS money_is_here,
           {TRUST}
      FROM orders o JOIN zones z ON z.id = o.zone_id JOIN users u ON u.id = o.customer_id
      JOIN delivery_slots s ON s.id = o.slot_id CROSS JOIN shop
     WHERE o.id = :order_id
    """  # noqa: S608 - our own SQL
)
OF_BASKET = Query(
    f"""
    SELECT CAST(:total_paise AS bigint) AS due_paise, z.cod_cap_paise, z.cod_cap_new_paise, u.lapsed_holds,
           shop.unpaid_limit, {TRUST}
      FROM users u CROSS JOIN shop JOIN zones z ON z.id = :zone_id WHERE u.id = :customer_id
    """  # noqa: S608 - our own SQL
)


def refuse_cash(session: Session, order_id: int) -> None:
    """Raise Refusal when an unpaid order cannot be paid in cash.

    `hold-ended` or `money-is-here` (order_code), `slot-past`, `unpaid-too-often`, `cod-cap`(cap_paise, open_paise).
    """
    facts: Row[Any] = FACTS.run(session, {"order_id": order_id}).one()
    if facts.hold_over:
        raise Refusal("hold-ended", order_code=facts.code)
    if facts.window_over:
        raise Refusal("slot-past")
    if facts.money_is_here:
        raise Refusal("money-is-here", order_code=facts.code)
    _check(facts)


def refuse_more_cash(session: Session, order: Order, *, had_due_paise: int, by_link: bool) -> None:
    """Raise Refusal when more is due at the door of a confirmed order, just changed, than may be.

    What is asked for by a link may be as much as is paid already: who paid half of an order does not leave it behind.
    `change-over-cap`(order_code, cap_paise, open_paise, and due_paise, what was due before), `unpaid-too-often`.
    """
    if by_link and order.due_paise <= order.prepaid_paise:
        return
    try:
        _check(FACTS.run(session, {"order_id": order.id}).one())
    except Refusal as refusal:
        if refusal.code != "cod-cap":
            raise
        values = {**refusal.values, "due_paise": had_due_paise}
        raise Refusal("change-over-cap", order_code=order.code, **values) from refusal


def _check(facts: Row[Any]) -> None:
    check_cash(
        due_paise=facts.due_paise,
        open_paise=facts.open_paise,
        cap_paise=facts.cod_cap_paise,
        cap_new_paise=facts.cod_cap_new_paise,
        has_delivered_order=facts.has_delivered,
        lapsed_holds=facts.lapsed_holds,
        limit=facts.unpaid_limit,
    )


def cash_refusal(session: Session, order_id: int) -> Refusal | None:
    """Why cash is not to be offered for an unpaid order; None when it is."""
    try:
        refuse_cash(session, order_id)
    except Refusal as refusal:
        return refusal
    return None


def cash_refusal_of_basket(session: Session, customer_id: int, zone_id: int, total_paise: int) -> Refusal | None:
    """Why cash would be refused for what somebody is about to order; None when it would not, as far as is known now."""
    values = {"customer_id": customer_id, "zone_id": zone_id, "total_paise": total_paise, "order_id": None}
    try:
        _check(OF_BASKET.run(session, values).one())
    except Refusal as refusal:
        return refusal
    return None
