"""Days that were worth keeping: what the machine found, and what it must be able to see, told in its own words."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from core.checkpoints import Checkpoint
from core.orders.lifecycle import OrderStatus
from tests.machine.anyday import AnyDay
from tests.machine.reckoning import Reckoning, come_to_rest

ASHA = "new-customer"
RAVI = "regular"


def orders_of(day: AnyDay) -> list[str]:
    """The statuses of all orders of this day, in order."""
    found = day.shop.read("SELECT status FROM orders WHERE id > :before ORDER BY id", before=day.model.orders_before)
    return [row.status for row in found]


def test_a_link_paid_twice_while_the_webhooks_are_lost_and_the_worker_dies(day: AnyDay) -> None:
    """22 November 2026: one payment keeps the order, the other goes back, and both are told once."""
    day.walk(ASHA, "online", 0, 9)
    day.pays(who=ASHA, back=0, how={"outcome": "paid", "times": 2, "force": True}, then="leave")
    day.razorpay_forgets_its_webhooks()
    day.shop.advance(2)
    assert day.shop.crash_at(Checkpoint.PAYMENT_RECORDED, 1)
    day.shop.advance(1)
    day.shop.live()
    assert orders_of(day) == [OrderStatus.CONFIRMED]


def test_cancelled_while_the_money_is_on_its_way(day: AnyDay) -> None:
    """22 November 2026: the customer cancels in the second in which the bank says yes; the money goes back once."""
    day.walk(ASHA, "online", 0, 9)
    day.pays(who=ASHA, back=0, how={"outcome": "paid"}, then="leave")
    day.razorpay_forgets_its_webhooks()
    day.cancels(who=ASHA, choice=0, then="live")
    day.pays(who=ASHA, back=0, how={"outcome": "late_authorised"}, then="live")
    assert orders_of(day) == [OrderStatus.CANCELLED]


def test_late_money_for_fruit_that_somebody_else_has_now(day: AnyDay) -> None:
    """22 November 2026: the hold ends, the last fruit goes to another, then the first one's money comes."""
    day.walk(ASHA, "online", 0, 9)
    for row in range(3):
        day.fruit_runs_short(row=row, left=0)
    day.time_passes(minutes=22.7, then="live")
    day.fruit_runs_short(row=0, left=0)
    day.pays(who=ASHA, back=0, how={"outcome": "late_authorised"}, then="live")
    assert orders_of(day) == [OrderStatus.EXPIRED]


def test_a_button_with_the_order_code_of_somebody_else(day: AnyDay) -> None:
    """22 November 2026: a forged button and a typed code show and change nothing of another customer's order."""
    day.walk(ASHA, "cash", 0, 9)
    for row in range(10):
        for name in ("n:my_order:{code}", "n:cancels_order:{code}", "n:order_again:{code}", "cancel {code}", "{code}"):
            day.names_the_order_of_another(who=RAVI, name=name, row=row, then="live")
    assert orders_of(day) == [OrderStatus.CONFIRMED]


def test_a_new_number_writes_before_the_news_of_it(machine: type[AnyDay]) -> None:
    """22 November 2026: nobody gets an order by a claim alone; it stays where it was, and the founder hears of it."""
    day = machine()
    day.walk(RAVI, "online", 0, 9)
    day.move(RAVI, 1)
    day.people[RAVI].says("hi")
    day.post_arrives(backwards=True, copies=1, statuses=False, most=1)
    day.shop.work()
    day.shop.live()
    assert [row.code for row in day.shop.read("SELECT code FROM alerts")] == ["identity-disputed"]
    (order,) = day.shop.read("SELECT code FROM orders WHERE id > :before", before=day.model.orders_before)
    assert order.code not in day.people[RAVI].look()[-1].said.text
    day.the_books_are_sound()
    day.close()


DAMAGES = {
    "a confirmation that nobody heard": 'UPDATE outbox SET body = body || \'{"key": "pay-here"}\''
    " WHERE body ->> 'key' = 'order-confirmed'",
    "a message that took no effect": "UPDATE inbox SET status = 'dead' WHERE kind = 'message'",
    "a capture that is not ours": "UPDATE payments SET amount_paise = amount_paise - 1",
    "a payment of another person": "UPDATE orders SET customer_id = (SELECT min(id) FROM users)",
    "fruit out of thin air": "UPDATE inventory SET on_hand = on_hand + 1",
    "a place too many": "UPDATE delivery_slots SET booked = booked + 1, capacity = capacity + 1",
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_the_reckoning_sees(machine: type[AnyDay], damage: str) -> None:
    """Books that do not agree are noticed, whatever it is that differs."""
    day = machine()
    day.walk(ASHA, "online", 0, 9)
    day.pays(who=ASHA, back=0, how={"outcome": "paid"}, then="live")
    come_to_rest(day.shop)
    day.note_what_was_sent()
    Reckoning(day.shop, day.model).check()
    day.shop.do(lambda session, now: session.execute(text(damage)))
    with pytest.raises(AssertionError):
        Reckoning(day.shop, day.model).check()
    day.close()
