"""Frequent statements are planned once, however long the lists of ids are that they are asked with."""

from __future__ import annotations

import re

import pytest
from sqlmodel import Session

from core.chats.actions import SAVE
from core.db import transaction
from core.inbox.claims import HANDLE
from core.inbox.turns import HANDLE_AS_CLAIMED, SEE_MESSAGES, TAKE_MESSAGES
from core.outbox.messages import MARK_SENT_TOGETHER
from core.query import PLACE, Query, driver_of
from core.views.conversations import STANDING

MOMENT = "2027-05-12 10:00+05:30"
OFTEN = {
    "what a turn begins with": (STANDING, "customer_ids", {}),
    "messages of several chats": (SEE_MESSAGES, "chat_ids", {"most": 5}),
    "messages of one chat": (TAKE_MESSAGES, "chat_ids", {"most": 5}),
    "messages that were handled": (HANDLE, "ids", {}),
    "messages of several turns": (HANDLE_AS_CLAIMED, "ids", {"claimed_at": MOMENT}),
    "chats written back": (SAVE, "ids", {"chats": "[]"}),
    "answers that were sent": (MARK_SENT_TOGETHER, "ids", {"sent": "[]"}),
}
# The driver prepares a statement at its sixth execution, and PostgreSQL looks at five plans before it keeps one.
UNTIL_ONE_IS_KEPT = 12


@pytest.mark.usefixtures("demo_shop")
def test_frequent_statements_keep_their_plan() -> None:
    with transaction() as session:
        for query, ids, values in OFTEN.values():
            for times in range(UNTIL_ONE_IS_KEPT):
                query.run(session, {ids: list(range(1, 2 + times % 8)), **values})
        planned_anew = [name for name, (query, _, _) in OFTEN.items() if _kept(session, query) == 0]
    assert planned_anew == []


def _kept(session: Session, query: Query) -> int:
    """How often the kept plan was used."""
    ours = PLACE.sub("?", query.sql)
    connection = driver_of(session).connection
    rows = connection.execute("SELECT statement, generic_plans FROM pg_prepared_statements").fetchall()
    return max((count for statement, count in rows if re.sub(r"\$\d+", "?", statement) == ours), default=0)
