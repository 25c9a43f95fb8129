"""Money that comes after its hold has ended: the order is revived, or the money goes back and the customer knows."""

from sqlalchemy import text

from core.db import transaction
from tests.support.buyers import BOX
from tests.support.money import Cashier


def expire(cashier: Cashier, order_id: int) -> None:
    """Let the hold end unpaid, with a payment that the bank has not answered yet."""
    cashier.pay(order_id, outcome="failed")
    cashier.let_the_hold_end()
    assert cashier.status(order_id) == "expired"


def test_late_money_revives_the_order_while_the_fruit_is_free(cashier: Cashier) -> None:
    order_id = cashier.order_with_link()
    expire(cashier, order_id)
    before, _ = cashier.stock()
    cashier.pay(order_id, outcome="late_authorised")
    cashier.work()
    assert cashier.status(order_id) == "confirmed"
    assert cashier.stock() == (before - BOX, 0)
    assert cashier.told(order_id) == ["pay-here", "hold-expired", "payment-late-confirmed"]
    assert cashier.refunds_of(order_id) == []
    cashier.assert_books_agree()


def test_late_money_goes_back_when_the_fruit_is_sold(cashier: Cashier) -> None:
    cashier.set_stock(BOX)
    first = cashier.order_with_link()
    expire(cashier, first)
    second = cashier.order_with_link()
    cashier.pay(second)
    cashier.work()
    assert cashier.stock() == (0, 0)

    cashier.pay(first, outcome="late_authorised")
    cashier.work()
    assert (cashier.status(first), cashier.status(second)) == ("expired", "confirmed")
    assert cashier.told(first)[2:] == ["payment-late-refunded", "refund-processed"]
    [refund] = cashier.refunds_of(first)
    assert (refund.amount_paise, refund.status) == (cashier.order_row(first).total_paise, "processed")
    assert cashier.stock() == (0, 0)
    assert "payment-late" not in cashier.alerts()
    cashier.assert_books_agree()


def test_late_money_goes_back_when_only_the_place_is_gone(cashier: Cashier) -> None:
    order_id = cashier.order_with_link()
    expire(cashier, order_id)
    with transaction() as session:
        session.execute(text("UPDATE delivery_slots SET open = false, closed_reason = 'rain'"))
    stock = cashier.stock()
    cashier.pay(order_id, outcome="late_authorised")
    cashier.work()
    assert cashier.status(order_id) == "expired"
    assert cashier.told(order_id)[2:] == ["payment-late-refunded", "refund-processed"]
    assert cashier.stock() == stock
    cashier.assert_books_agree()


def test_money_after_the_slot_goes_back(cashier: Cashier) -> None:
    order_id = cashier.order_with_link()
    expire(cashier, order_id)
    cashier.advance(days=4)
    cashier.work()
    cashier.pay(order_id, outcome="late_authorised")
    cashier.work()
    assert cashier.status(order_id) == "expired"
    assert cashier.told(order_id)[2:] == ["payment-late-refunded", "refund-processed"]
    cashier.assert_books_agree()


def test_money_for_an_order_whose_window_has_ended_under_its_hold_goes_back(cashier: Cashier) -> None:
    order_id = cashier.order_with_link()
    with transaction() as session:
        moved = "cutoff_at = cutoff_at - d, starts_at = starts_at - d, ends_at = ends_at - d"
        session.execute(
            text(
                f"UPDATE delivery_slots SET {moved} FROM (SELECT ends_at - jamango_now() AS d FROM delivery_slots"
                " WHERE id = :id) AS shift WHERE id = :id"
            ),
            {"id": cashier.order_row(order_id).slot_id},
        )
    cashier.pay(order_id)
    cashier.work()
    assert (cashier.status(order_id), cashier.order_row(order_id).end_reason) == ("cancelled", "window-over")
    assert cashier.told(order_id) == ["pay-here", "payment-late-refunded", "refund-processed"]
    assert cashier.stock()[1] == 0
    cashier.assert_books_agree()


def test_late_money_is_found_without_any_webhook(cashier: Cashier) -> None:
    cashier.switch(drop_razorpay_webhooks=True)
    order_id = cashier.order_with_link()
    expire(cashier, order_id)
    cashier.advance(hours=20)
    cashier.work()
    cashier.pay(order_id, outcome="late_authorised")
    cashier.advance(hours=20)
    cashier.work()
    assert cashier.status(order_id) in {"confirmed", "expired"}
    assert len(cashier.payments_of(order_id)) == 1
    cashier.assert_books_agree()


def test_a_link_paid_in_the_second_its_hold_ends_is_settled_and_not_expired(cashier: Cashier) -> None:
    """The cancel call is refused because the link is paid; the truth is asked for before anything is released."""
    cashier.switch(drop_razorpay_webhooks=True)
    with transaction() as session:
        session.execute(text("UPDATE shop SET link_minutes = 30"))
    order_id = cashier.order_with_link()
    with transaction() as session:
        session.execute(text("UPDATE orders SET held_until = jamango_now()"))
        session.execute(text("UPDATE payment_links SET next_look_at = jamango_now()"))
    assert cashier.read_news() is False
    from core.payments.runner import reconcile_next, run_next_call  # noqa: PLC0415

    reconcile_next(cashier.gateway)
    assert cashier.status(order_id) == "awaiting_payment"
    cashier.pay(order_id)
    run_next_call(cashier.gateway)
    assert cashier.status(order_id) == "awaiting_payment"
    cashier.work()
    assert cashier.status(order_id) == "confirmed"
    assert cashier.told(order_id) == ["pay-here", "order-confirmed"]
    cashier.assert_books_agree()


def test_a_hold_ends_when_razorpay_cannot_be_reached_for_two_minutes(cashier: Cashier) -> None:
    with transaction() as session:
        session.execute(text("UPDATE shop SET link_minutes = 60"))
    order_id = cashier.order_with_link()
    with transaction() as session:
        session.execute(text("UPDATE orders SET held_until = jamango_now() + interval '1 minute'"))
    cashier.switch(fail_calls=[{"mode": "502_html", "operation": "any", "probability": 1}])
    cashier.live_through(minutes=1)
    assert cashier.status(order_id) == "awaiting_payment"
    cashier.live_through(minutes=3)
    assert cashier.status(order_id) == "expired"
    assert cashier.told(order_id) == ["pay-here", "hold-expired"]

    cashier.switch(fail_calls=[])
    cashier.pay(order_id)
    cashier.live_through(minutes=2)
    assert cashier.status(order_id) == "confirmed"
    cashier.assert_books_agree()
