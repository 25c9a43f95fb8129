"""Whole rows that the driver reads are objects of the session, as those that SQLAlchemy reads (`core.entities`)."""

from __future__ import annotations

import pytest
from sqlmodel import select

from core.db import transaction
from core.entities import EntityQuery
from core.orders.lifecycle import OrderStatus
from core.orders.tables import Order, PaymentMethod
from tests.support.shelf import Shelf

ONE = EntityQuery("SELECT * FROM orders WHERE id = :order_id", Order)
SET_NOTE = EntityQuery("UPDATE orders SET note = :note, payment_method = 'cod' WHERE id = :order_id RETURNING *", Order)


def test_a_row_is_read_as_sqlalchemy_reads_it(shelf: Shelf) -> None:
    order_id = shelf.place()
    with transaction() as session:
        read = ONE.one_or_none(session, {"order_id": order_id})
        assert read is not None and read.status is OrderStatus.AWAITING_PAYMENT and read.payment_method is None
        ours = read.model_dump()
        assert not session.dirty, "what was only read is not written back"
    with transaction() as session:
        theirs = session.exec(select(Order).where(Order.id == order_id)).one().model_dump()
    assert ours == theirs


def test_what_the_session_knew_of_a_row_is_refreshed(shelf: Shelf) -> None:
    order_id = shelf.place()
    with transaction() as session:
        known = session.get_one(Order, order_id)
        read = SET_NOTE.all(session, {"order_id": order_id, "note": "Ring twice."})
        assert read == [known] and read[0] is known
        assert (known.note, known.payment_method) == ("Ring twice.", PaymentMethod.COD)


def test_an_edit_of_it_is_written(shelf: Shelf) -> None:
    order_id = shelf.place()
    with transaction() as session:
        read = ONE.one_or_none(session, {"order_id": order_id})
        assert read is not None
        read.note = "Ring twice."
    assert shelf.order(order_id).note == "Ring twice."


def test_nobody_is_nobody_and_a_part_of_a_row_is_none(shelf: Shelf) -> None:
    with transaction() as session:
        assert ONE.one_or_none(session, {"order_id": -1}) is None
        with pytest.raises(AssertionError, match="'code'"):
            EntityQuery("SELECT id FROM orders", Order).all(session, {})
