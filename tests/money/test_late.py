"""Money that comes after its hold has ended: the order is revived, or the money goes back and the customer knows."""

from sqlalchemy import text

from core.db import transaction
from tests.support.money import BOX, Till


def expire(till: Till, order_id: int) -> None:
    """Let the hold end unpaid, with a payment that the bank has not answered yet."""
    till.pay(order_id, outcome="failed")
    till.let_the_hold_end()
    assert till.status(order_id) == "expired"


def test_late_money_revives_the_order_while_the_fruit_is_free(till: Till) -> None:
    order_id = till.order_with_link()
    expire(till, order_id)
    before, _ = till.stock()
    till.pay(order_id, outcome="late_authorised")
    till.work()
    assert till.status(order_id) == "confirmed"
    assert till.stock() == (before - BOX, 0)
    assert till.told(order_id) == ["pay-here", "hold-expired", "payment-late-confirmed"]
    assert till.refunds_of(order_id) == []
    till.assert_books_agree()


def test_late_money_goes_back_when_the_fruit_is_sold(till: Till) -> None:
    till.set_stock(BOX)
    first = till.order_with_link()
    expire(till, first)
    second = till.order_with_link()
    till.pay(second)
    till.work()
    assert till.stock() == (0, 0)

    till.pay(first, outcome="late_authorised")
    till.work()
    assert (till.status(first), till.status(second)) == ("expired", "confirmed")
    assert till.told(first)[2:] == ["payment-late-refunded", "refund-processed"]
    [refund] = till.refunds_of(first)
    assert (refund.amount_paise, refund.status) == (till.order_row(first).total_paise, "processed")
    assert till.stock() == (0, 0)
    assert "payment-late" not in till.alerts()
    till.assert_books_agree()


def test_late_money_goes_back_when_only_the_place_is_gone(till: Till) -> None:
    order_id = till.order_with_link()
    expire(till, order_id)
    with transaction() as session:
        session.execute(text("UPDATE delivery_slots SET open = false, closed_reason = 'rain'"))
    stock = till.stock()
    till.pay(order_id, outcome="late_authorised")
    till.work()
    assert till.status(order_id) == "expired"
    assert till.told(order_id)[2:] == ["payment-late-refunded", "refund-processed"]
    assert till.stock() == stock
    till.assert_books_agree()


def test_money_after_the_slot_goes_back(till: Till) -> None:
    order_id = till.order_with_link()
    expire(till, order_id)
    till.advance(days=4)
    till.work()
    till.pay(order_id, outcome="late_authorised")
    till.work()
    assert till.status(order_id) == "expired"
    assert till.told(order_id)[2:] == ["payment-late-refunded", "refund-processed"]
    till.assert_books_agree()


def test_money_for_an_order_whose_window_has_ended_under_its_hold_goes_back(till: Till) -> None:
    order_id = till.order_with_link()
    with transaction() as session:
        moved = "cutoff_at = cutoff_at - d, starts_at = starts_at - d, ends_at = ends_at - d"
        session.execute(
            text(
                f"UPDATE delivery_slots SET {moved} FROM (SELECT ends_at - jamango_now() AS d FROM delivery_slots"
                " WHERE id = :id) AS shift WHERE id = :id"
            ),
            {"id": till.order_row(order_id).slot_id},
        )
    till.pay(order_id)
    till.work()
    assert (till.status(order_id), till.order_row(order_id).end_reason) == ("cancelled", "window-over")
    assert till.told(order_id) == ["pay-here", "payment-late-refunded", "refund-processed"]
    assert till.stock()[1] == 0
    till.assert_books_agree()


def test_late_money_is_found_without_any_webhook(till: Till) -> None:
    till.switch(drop_razorpay_webhooks=True)
    order_id = till.order_with_link()
    expire(till, order_id)
    till.advance(hours=20)
    till.work()
    till.pay(order_id, outcome="late_authorised")
    till.advance(hours=20)
    till.work()
    assert till.status(order_id) in {"confirmed", "expired"}
    assert len(till.payments_of(order_id)) == 1
    till.assert_books_agree()


def test_a_link_paid_in_the_second_its_hold_ends_is_settled_and_not_expired(till: Till) -> None:
    """The cancel call is refused because the link is paid; the truth is asked for before anything is released."""
    till.switch(drop_razorpay_webhooks=True)
    with transaction() as session:
        session.execute(text("UPDATE shop SET link_minutes = 30"))
    order_id = till.order_with_link()
    with transaction() as session:
        session.execute(text("UPDATE orders SET held_until = jamango_now()"))
        session.execute(text("UPDATE payment_links SET next_look_at = jamango_now()"))
    assert till.read_news() is False
    from core.payments.runner import reconcile_next, run_next_call  # noqa: PLC0415

    reconcile_next(till.gateway)
    assert till.status(order_id) == "awaiting_payment"
    till.pay(order_id)
    run_next_call(till.gateway)
    assert till.status(order_id) == "awaiting_payment"
    till.work()
    assert till.status(order_id) == "confirmed"
    assert till.told(order_id) == ["pay-here", "order-confirmed"]
    till.assert_books_agree()


def test_a_hold_ends_when_razorpay_cannot_be_reached_for_two_minutes(till: Till) -> None:
    with transaction() as session:
        session.execute(text("UPDATE shop SET link_minutes = 60"))
    order_id = till.order_with_link()
    with transaction() as session:
        session.execute(text("UPDATE orders SET held_until = jamango_now() + interval '1 minute'"))
    till.switch(fail_calls=[{"mode": "502_html", "operation": "any", "probability": 1}])
    till.live_through(minutes=1)
    assert till.status(order_id) == "awaiting_payment"
    till.live_through(minutes=3)
    assert till.status(order_id) == "expired"
    assert till.told(order_id) == ["pay-here", "hold-expired"]

    till.switch(fail_calls=[])
    till.pay(order_id)
    till.live_through(minutes=2)
    assert till.status(order_id) == "confirmed"
    till.assert_books_agree()
