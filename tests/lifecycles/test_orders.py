"""What becomes of an order, from the cart on."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlmodel import Session

from core.actor import Actor
from core.clock import read_now
from core.db import transaction
from core.errors import Fault, Refusal
from core.orders.actions import cancel_order_row, confirm_cash_order, expire_order, mark_confirmed, pack_order
from core.orders.lifecycle import LIFECYCLE, OrderEvent, OrderStatus
from core.orders.locks import lock_order
from core.orders.moves import move_order
from core.orders.queries import find_by_token, find_order, last_delivered_or_confirmed, open_unpaid_order, orders_of
from core.orders.tables import PaymentMethod
from core.payments.actions import pay_online
from core.payments.reminding import remind_before_hold_ends
from core.views.orders import order_view
from tests.support.actors import STAFF
from tests.support.shelf import Shelf


def confirm(shelf: Shelf, order_id: int) -> str:
    return shelf.run(lambda session: confirm_cash_order(session, order_id, read_now(session)).status.value)


def cancel(shelf: Shelf, order_id: int) -> None:
    def deed(session: Session) -> None:
        order = lock_order(session, order_id)
        cancel_order_row(session, order, "changed my mind", Actor.customer(order.customer_id), read_now(session))

    shelf.run(deed)


def expire(shelf: Shelf, order_id: int) -> bool:
    return shelf.run(lambda session: expire_order(session, order_id, read_now(session)))


def refusal(deed: Any, *arguments: Any) -> tuple[str, dict[str, Any]]:
    with pytest.raises(Refusal) as caught:
        deed(*arguments)
    return caught.value.code, caught.value.values


def test_an_order_copies_the_cart_as_it_is_now(shelf: Shelf) -> None:
    person = shelf.fill_cart(shelf.meet(), {shelf.pack(): 2, shelf.pack("langra", 1000): 1})
    order_id = shelf.place(person)
    shelf.change('UPDATE packs SET price_paise = 1, labels = \'{"en": "?"}\'', "UPDATE zones SET fee_paise = 1")
    view = shelf.run(lambda session: order_view(session, order_id))
    assert [(item.names["en"], item.labels["en"], item.quantity, item.line_paise) for item in view.items] == [
        ("Alphonso · Hapus", "1 dozen", 2, 240000),
        ("Langra", "1 kg", 1, 16000),
    ]
    order = view.order
    assert (order.items_paise, order.delivery_fee_paise, order.total_paise) == (256000, 0, 256000)
    assert order.address["apartment"] == "Palm Grove"
    assert order.address["tower"] == "A"
    assert (view.payment.paid_paise, view.payment.url) == (0, None)
    assert order.status is OrderStatus.AWAITING_PAYMENT
    assert order.held_until > order.placed_at
    shelf.assert_sound()


def test_delivery_costs_until_it_is_free(shelf: Shelf) -> None:
    order = shelf.order(shelf.place())
    assert (order.items_paise, order.delivery_fee_paise, order.total_paise) == (120000, 4000, 124000)


def test_cash_confirms_sells_and_empties_the_cart(shelf: Shelf) -> None:
    person = shelf.fill_cart(shelf.meet())
    on_hand = shelf.stock()[0]
    order_id = shelf.place(person)
    shelf.fill_cart(person, {shelf.pack("kesar"): 1})
    assert confirm(shelf, order_id) == "confirmed"
    order = shelf.order(order_id)
    assert order.payment_method is PaymentMethod.COD
    assert shelf.stock() == (on_hand - 12, 0)
    assert shelf.told(person) == ["order-confirmed"]
    query = "SELECT count(*) FROM cart_items l JOIN carts c ON c.id = l.cart_id WHERE c.customer_id = :person"
    assert shelf.read(query, person=person) == 1, "what was put in after the summary stays"
    shelf.assert_sound()


def test_a_second_summary_replaces_the_first(shelf: Shelf) -> None:
    person = shelf.fill_cart(shelf.meet())
    first = shelf.place(person)
    shelf.fill_cart(person, {shelf.pack("kesar"): 1})
    second = shelf.place(person)
    before = shelf.order(first)
    assert (before.status, before.end_reason) == (OrderStatus.CANCELLED, "changed")
    assert shelf.stock() == (shelf.stock()[0], 12)
    newest = shelf.run(lambda session: [order.id for order in orders_of(session, person)])
    assert newest == [second]
    shelf.assert_sound()


def test_a_refused_summary_leaves_the_first_as_it_was(shelf: Shelf) -> None:
    person = shelf.fill_cart(shelf.meet())
    first = shelf.place(person)
    shelf.fill_cart(person, {shelf.pack("kesar"): 1})
    shelf.leave(0, "kesar")
    assert refusal(shelf.place, person)[0] == "sold-out"
    assert shelf.order(first).status is OrderStatus.AWAITING_PAYMENT
    shelf.assert_sound()


def test_the_last_fruit_may_be_ordered_again_by_who_holds_it(shelf: Shelf) -> None:
    person = shelf.fill_cart(shelf.meet())
    shelf.place(person)
    shelf.leave(0)
    shelf.place(person)
    assert shelf.stock()[1] == 12
    shelf.assert_sound()


def test_a_live_link_keeps_the_first_order(shelf: Shelf) -> None:
    person = shelf.fill_cart(shelf.meet())
    first = shelf.place(person)
    shelf.run(lambda session: pay_online(session, first, read_now(session)))
    assert refusal(shelf.place, person) == ("unpaid-order-open", {"order_code": shelf.order(first).code})


def test_a_hold_ends_when_its_time_is_over_and_not_before(shelf: Shelf) -> None:
    person = shelf.fill_cart(shelf.meet())
    order_id = shelf.place(person)
    assert expire(shelf, order_id) is False
    shelf.wait(minutes=10, seconds=1)
    assert refusal(confirm, shelf, order_id)[0] == "hold-ended"
    assert expire(shelf, order_id) is True
    assert expire(shelf, order_id) is False
    assert shelf.order(order_id).status is OrderStatus.EXPIRED
    assert shelf.stock()[1] == 0
    assert shelf.told(person) == ["hold-expired"]
    shelf.assert_sound()


def test_after_three_lapsed_holds_only_paying_online_is_left(shelf: Shelf) -> None:
    person = shelf.fill_cart(shelf.meet())
    for _ in range(3):
        lapsed = shelf.place(person)
        shelf.wait(minutes=11)
        expire(shelf, lapsed)
    order_id = shelf.place(person)
    assert refusal(confirm, shelf, order_id)[0] == "unpaid-too-often"
    shelf.run(
        lambda session: mark_confirmed(
            session, lock_order(session, order_id), read_now(session), STAFF, method=PaymentMethod.COD
        )
    )
    assert shelf.read("SELECT lapsed_holds FROM users WHERE id = :id", id=person) == 0


def test_new_customers_pay_less_in_cash(shelf: Shelf) -> None:
    person = shelf.fill_cart(shelf.meet(), {shelf.pack(): 2})
    order_id = shelf.place(person)
    assert refusal(confirm, shelf, order_id) == ("cod-cap", {"cap_paise": 200000, "open_paise": 0})
    regular = shelf.read("SELECT customer_id FROM orders WHERE status = 'delivered'")
    shelf.fill_cart(regular, {shelf.pack(): 2})
    assert confirm(shelf, shelf.place(regular)) == "confirmed"


def test_one_reminder_before_the_hold_ends(shelf: Shelf) -> None:
    person = shelf.fill_cart(shelf.meet())
    shelf.place(person)
    remind = lambda: shelf.run(lambda session: remind_before_hold_ends(session, read_now(session)))  # noqa: E731
    assert remind() == 0
    shelf.wait(minutes=8)
    assert (remind(), remind()) == (1, 0)
    assert shelf.told(person) == ["hold-ending"]


def test_a_cancelled_order_gives_everything_back(shelf: Shelf) -> None:
    before = shelf.stock()
    unpaid, confirmed = shelf.place(), shelf.place()
    confirm(shelf, confirmed)
    cancel(shelf, unpaid)
    cancel(shelf, confirmed)
    assert shelf.stock() == before
    assert refusal(cancel, shelf, confirmed)[0] == "order-ended"
    shelf.assert_sound()


def test_packing_takes_the_fruit_that_expires_first(shelf: Shelf) -> None:
    order_id = shelf.place()
    confirm(shelf, order_id)
    row = shelf.inventory_id()
    shelf.change(
        "INSERT INTO lots (inventory_id, received, remaining, harvested_on, ripe_by)"
        f" VALUES ({row}, 6, 6, '2020-01-01', '2020-01-05')",
        f"UPDATE lots SET remaining = remaining - 6 WHERE ripe_by > '2020-01-05' AND inventory_id = {row}",
    )
    shelf.run(lambda session: pack_order(session, order_id, actor=STAFF, now=read_now(session)))
    assert shelf.read("SELECT remaining FROM lots WHERE ripe_by = '2020-01-05'") == 0
    assert refusal(cancel, shelf, order_id)[0] == "order-ended"
    shelf.assert_sound()


def test_the_lifecycle_allows_exactly_its_moves(shelf: Shelf) -> None:
    order_id = shelf.place()
    allowed = {(move.source, move.event): move.target for move in LIFECYCLE.moves}
    seen = {}
    for status, event in product(OrderStatus, OrderEvent):
        with transaction() as session:
            change = text(
                "UPDATE orders SET status = :status, end_reason = 'x', prepaid_paise = total_paise WHERE id = :id"
            )
            session.execute(change, {"status": status.value, "id": order_id})
            moved = move_order(session, order_id, event, actor=STAFF, now=read_now(session), reason="x")
            if moved is not None:
                seen[status, event] = moved.status
                assert moved.version == 2
            session.rollback()
    assert seen == allowed


def test_confirming_what_is_not_unpaid_is_our_fault(shelf: Shelf) -> None:
    order_id = shelf.place()
    confirm(shelf, order_id)
    with pytest.raises(Fault):
        shelf.run(lambda session: mark_confirmed(session, lock_order(session, order_id), read_now(session), STAFF))


def test_questions_about_orders(shelf: Shelf) -> None:
    person, stranger = shelf.fill_cart(shelf.meet()), shelf.meet()
    order = shelf.order(shelf.place(person))

    def ask(session: Session) -> None:
        found = find_order(session, f" {order.code.lower()} ", person)
        assert found is not None
        assert found.id == order.id
        assert find_order(session, order.code, stranger) is None
        assert find_by_token(session, order.token) is found
        assert open_unpaid_order(session, person) is found
        assert open_unpaid_order(session, stranger) is None
        assert last_delivered_or_confirmed(session, person) is None

    shelf.run(ask)
    confirm(shelf, order.id)
    last = shelf.run(lambda session: last_delivered_or_confirmed(session, person))
    assert last is not None
    assert last.id == order.id


def test_an_order_is_locked_behind_the_chat_of_its_customer(shelf: Shelf) -> None:
    order_id = shelf.place()
    with transaction() as holder:
        holder.execute(text("SELECT id FROM chats FOR NO KEY UPDATE"))
        with pytest.raises(DBAPIError, match="lock timeout"), transaction() as session:
            session.execute(text("SET LOCAL lock_timeout = '20ms'"))
            lock_order(session, order_id)
        holder.execute(text("SELECT id FROM orders FOR NO KEY UPDATE NOWAIT"))  # and waits for the chat first
