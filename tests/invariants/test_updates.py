"""What a process of the version before meets when the database has been brought up to date under it."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from core.db import transaction
from core.errors import Fault
from jamango import turns, worker
from jamango.turns import TurnFailed
from jamango.versions import SchemaWatch
from tests.support.shelf import Shelf

MESSAGE = """
    INSERT INTO inbox (provider, event_key, kind, payload, sent_at, received_at, chat_id)
    SELECT 'whatsapp', 'wamid.1', 'message', '{}', now(), now(), min(id) FROM chats RETURNING id, chat_id
"""
# As the version before 0037 did it, which did not know what is prepaid.
CONFIRM = """
    UPDATE orders SET status = 'confirmed', payment_method = 'online', confirmed_at = jamango_now()
     WHERE status = 'awaiting_payment'
"""


class _Whole:
    def is_whole(self) -> bool:
        return True


@pytest.fixture
def of_before(demo_shop: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """This process began on a schema that is not the database's any more."""
    del demo_shop
    watch = SchemaWatch()
    with transaction() as session:
        watch.look(session)
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    monkeypatch.setattr(worker, "SCHEMA", watch)
    monkeypatch.setattr(turns, "SCHEMA", watch)


@pytest.mark.usefixtures("of_before")
def test_a_worker_of_the_version_before_ends_and_blames_no_message() -> None:
    with transaction() as session:
        event_id, chat_id = session.execute(text(MESSAGE)).one()
    with pytest.raises(Fault, match="9999"):
        turns._record(TurnFailed(event_id, chat_id, 1))
    with transaction() as session:
        assert session.execute(text("SELECT attempts FROM inbox WHERE id = :id"), {"id": event_id}).scalar_one() == 0
    with pytest.raises(Fault, match="Start the new one"):
        worker._beat(_Whole(), 0)  # type: ignore[arg-type]


def test_what_it_would_write_of_an_order_is_refused_and_not_wrong(shelf: Shelf) -> None:
    with pytest.raises(IntegrityError, match="order_paid_online_owes_nothing"), transaction() as session:
        session.execute(text(CONFIRM))
