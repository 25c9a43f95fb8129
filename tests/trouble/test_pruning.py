"""What is forgotten after a month, and what is not (fault F28)."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from core.db import transaction
from jamango.jobs import prune
from tests.trouble.letters import lay, open_chat, turns_until_handled

PHONE = "910000000905"


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
