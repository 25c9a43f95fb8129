"""How messages and events may move: each statement is made from the table, and the database stands behind it."""

from __future__ import annotations

import re

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from core.db import transaction
from core.inbox import lifecycle as inbox
from core.inbox import moves as inbox_moves
from core.outbox.lifecycle import MOVES, OPEN, OutboxEvent, OutboxStatus, sources_of, target_of
from core.outbox.moves import move


@pytest.mark.parametrize("event", OutboxEvent)
def test_a_statement_takes_rows_from_where_its_event_may_happen_and_nowhere_else(event: OutboxEvent) -> None:
    statement = move(event, "item.id = :id")
    (named,) = re.findall(r"WHERE item\.status IN \((.*?)\)", statement)
    assert {name.strip("' ") for name in named.split(",")} == {source.value for source in sources_of(event)}
    assert f"SET status = '{target_of(event).value}'" in statement


def test_every_status_can_be_left_or_is_an_end_that_was_meant() -> None:
    left = {made.source for made in MOVES}
    assert set(OutboxStatus) - left == {OutboxStatus.DROPPED}
    assert {made.target for made in MOVES if made.source in OPEN} == set(OutboxStatus)


@pytest.mark.parametrize("act", inbox.InboxAct)
def test_an_event_is_moved_once(act: inbox.InboxAct) -> None:
    made = inbox.move_of(act)
    assert made.source is inbox.InboxStatus.PENDING
    assert f"WHERE item.status = '{made.source.value}'" in inbox_moves.move(act, "item.id = :id")


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO outbox (kind, status) VALUES ('refund', 'leased')",
        "INSERT INTO outbox (kind, leased_until) VALUES ('refund', now())",
        "INSERT INTO outbox (kind, status) VALUES ('refund', 'done')",
        "INSERT INTO outbox (kind, done_at) VALUES ('refund', now())",
        "INSERT INTO inbox (provider, event_key, kind, payload, sent_at, received_at, status)"
        " VALUES ('razorpay', 'x', 'news', '', now(), now(), 'handled')",
    ],
)
def test_the_tables_refuse_a_status_without_its_moment(statement: str) -> None:
    with pytest.raises(IntegrityError), transaction() as session:
        session.execute(text(statement))


@pytest.mark.usefixtures("database")
def test_all_that_one_statement_moves_are_moved_at_one_moment() -> None:
    store = (
        "INSERT INTO inbox (provider, event_key, kind, payload, sent_at, received_at, status)"
        " SELECT 'razorpay', number::text, 'news', '', now(), now(), 'pending' FROM generate_series(1, 50) AS number"
    )
    with transaction() as session:
        session.execute(text(store))
        session.execute(text(inbox_moves.move(inbox.InboxAct.HANDLE, "item.id > 0")))
        moments = session.execute(
            text("SELECT count(*), count(DISTINCT handled_at) FROM inbox WHERE handled_at > '-infinity'")
        )
        assert moments.one() == (50, 1)
