"""What is forgotten after a month, and what is not (fault F28)."""

from __future__ import annotations

import pytest
from sqlalchemy import TextClause, text
from sqlalchemy.exc import IntegrityError

from core.clock import read_now
from core.db import transaction
from core.inbox import pruning as inbox_pruning
from core.outbox import pruning as outbox_pruning
from jamango.jobs import prune
from tests.trouble.letters import lay, open_chat, turns_until_handled

PHONE = "910000000905"


@pytest.mark.parametrize("prune_statement", [inbox_pruning.PRUNE, outbox_pruning.PRUNE], ids=["inbox", "outbox"])
@pytest.mark.usefixtures("database")
def test_what_is_forgotten_already_is_not_read_again(prune_statement: TextClause) -> None:
    """Only the index of what is still to be forgotten is read, however many years are behind us (docs/bench.md)."""
    with transaction() as session:
        for dearer in ("enable_seqscan", "enable_bitmapscan", "enable_sort"):
            session.execute(text(f"SET LOCAL {dearer} = off"))
        values = {"before": read_now(session), "most": 1000}
        plan = "\n".join(session.execute(text(f"EXPLAIN {prune_statement}"), values).scalars())
    assert "_unpruned" in plan
    assert "Sort" not in plan


@pytest.mark.usefixtures("demo_shop")
def test_after_a_month_the_words_are_gone_and_a_late_copy_is_still_known() -> None:
    month = 31 * 24 * 3600
    chat = open_chat(PHONE)
    turns_until_handled(lay(PHONE, "help#old", chat_id=chat, seconds_ago=month))
    waiting = lay(PHONE, "help#waiting", chat_id=chat, seconds_ago=month)
    assert prune() == 1, "what still waits keeps its words"
    with transaction() as session:
        words = session.execute(text("SELECT payload = '' FROM inbox ORDER BY id")).scalars().all()
    assert words == [True, False]
    with pytest.raises(IntegrityError):
        lay(PHONE, "help#old", chat_id=chat)
    turns_until_handled(waiting)
