"""One delivery report that cannot be handled stops no other, and trouble of the database is nobody's fault."""

from __future__ import annotations

import json
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from core.db import transaction
from core.outbox.tables import DeliveryStatus
from jamango import batches
from jamango.inbox_events import apply_delivery_statuses
from tests.channel.test_statuses import row, send_one

pytestmark = pytest.mark.usefixtures("database")

LAY = text(
    """
    INSERT INTO inbox (provider, event_key, kind, payload, sent_at, received_at) VALUES
    ('whatsapp', :key, 'status', :payload, jamango_now(), jamango_now()) RETURNING id
    """
)
REFUSE = """
    CREATE FUNCTION refuse_poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NEW.provider_message_id = 'wamid.poison' AND NEW.delivery_status IS NOT NULL
        THEN RAISE EXCEPTION 'no' USING ERRCODE = '%s'; END IF;
        RETURN NEW; END $$;
    CREATE TRIGGER refuse_poison BEFORE UPDATE ON outbox FOR EACH ROW EXECUTE FUNCTION refuse_poison()
"""


def lay(message_id: str, status: str, **more: Any) -> int:
    payload = json.dumps({"status": {"id": message_id, "status": status, **more}}).encode()
    with transaction() as session:
        return int(session.execute(LAY, {"key": f"{status}:{message_id}", "payload": payload}).scalar_one())


def ask(sql: str) -> list[Any]:
    with transaction() as session:
        return [tuple(each) for each in session.execute(text(sql))]


def refuse_poison(sqlstate: str) -> None:
    with transaction() as session:
        session.execute(text(REFUSE % sqlstate))


def test_an_odd_code_is_no_code_and_the_failure_counts() -> None:
    codes = [99_999_999_999, "9" * 18, 2**31, -(2**40), 10**30, 1.5, {}, None, True, "131026"]
    rows = [send_one(f"wamid.{number}")[0] for number in range(len(codes))]
    for number, code in enumerate(codes):
        lay(f"wamid.{number}", "failed", errors=[{"code": code, "title": "Odd\x00\ud800"}])
    assert apply_delivery_statuses()
    assert {status for (status,) in ask("SELECT status FROM inbox")} == {"handled"}
    assert {row(each).delivery_status for each in rows} == {DeliveryStatus.FAILED}
    assert [row(each).error_code for each in rows] == [None] * 9 + [131026]


def test_a_report_that_always_fails_is_set_aside_alone() -> None:
    poisoned, _ = send_one("wamid.poison")
    other, _ = send_one("wamid.other")
    refuse_poison("54000")  # of the same class as trouble of the database
    lay("wamid.poison", "delivered")
    lay("wamid.other", "delivered")
    assert apply_delivery_statuses()
    assert ask("SELECT status, attempts FROM inbox ORDER BY id") == [("pending", 1), ("handled", 0)]
    assert row(other).delivery_status is DeliveryStatus.DELIVERED
    for _ in range(4):
        with transaction() as session:
            session.execute(text("UPDATE inbox SET next_attempt_at = NULL WHERE status = 'pending'"))
        assert apply_delivery_statuses()
    assert ask("SELECT status, attempts FROM inbox ORDER BY id")[0] == ("dead", 5)
    assert ask("SELECT code, times FROM alerts") == [("status-set-aside", 1)]
    assert row(poisoned).delivery_status is None
    assert not apply_delivery_statuses()


def test_trouble_of_the_database_costs_nobody_a_try() -> None:
    send_one("wamid.poison")
    refuse_poison("53100")
    lay("wamid.poison", "delivered")
    with pytest.raises(DBAPIError):
        apply_delivery_statuses()
    assert ask("SELECT status, attempts FROM inbox") == [("pending", 0)]


def test_control_without_trying_each_alone_one_report_stops_all(monkeypatch: pytest.MonkeyPatch) -> None:
    send_one("wamid.poison")
    other, _ = send_one("wamid.other")
    refuse_poison("22003")
    lay("wamid.poison", "delivered")
    lay("wamid.other", "delivered")
    monkeypatch.setattr(batches, "_handle_alone", lambda *_: None)
    for _ in range(3):
        assert apply_delivery_statuses()
    assert row(other).delivery_status is None
