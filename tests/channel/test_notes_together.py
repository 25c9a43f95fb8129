"""Answers that were sent at about the same time are noted by one statement (fault F192)."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import text

from bot import reply_senders
from core.checkpoints import Checkpoint
from core.db import transaction
from core.outbox.messages import SentMessage, mark_sent_together
from tests.channel.test_reply_senders import Post, take
from tests.support.desk import CUSTOMER, FOUNDER, Desk
from tests.support.hold_ups import held_up_at
from tests.support.patience import PATIENCE_SECONDS, becomes_true

NEIGHBOUR = "new-customer"


def test_what_is_sent_meanwhile_is_recorded_together(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first one records alone, and then all that was sent while it did."""
    post = open_post_for_three(desk)
    together = watch_notes(desk, monkeypatch)
    with held_up_at(Checkpoint.SENT_NOT_COMMITTED) as stop:
        post.hear("help")
        stop.wait_until_somebody_is_there()
        post.hear("help", who=NEIGHBOUR)
        post.hear("help", who=FOUNDER)
        assert becomes_true(lambda: len(post.reply_senders._unnoted) == 2)
        stop.lets_go()
        post.rest()
    assert together == [1, 2]
    assert [desk.states(who)[-1] for who in (CUSTOMER, NEIGHBOUR, FOUNDER)] == ["done"] * 3
    assert post.wakes == 0
    post.reply_senders.close()


def test_who_is_first_waits_a_moment_for_those_under_way(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reply_senders, "SECONDS_FOR_OTHERS", PATIENCE_SECONDS)
    post = open_post_for_three(desk)
    together = watch_notes(desk, monkeypatch)
    with held_up_at(Checkpoint.BEFORE_SEND) as stop:
        post.hear("help")
        stop.wait_until_somebody_is_there()
        post.hear("help", who=NEIGHBOUR)
        assert becomes_true(lambda: len(post.reply_senders._unnoted) == 1)
        stop.lets_go()
        post.rest()
    assert together == [2], "one of them was recorded by a statement of its own"
    post.reply_senders.close()


@pytest.mark.parametrize("why", ["the statement fails", "somebody has the row"])
def test_what_cannot_be_recorded_together_is_recorded_alone(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    def fail(*_: object) -> dict[int, bool]:
        raise ValueError("a bug")

    post = open_post_for_three(desk)
    monkeypatch.setattr(desk.sender, "note_together", fail if why == "the statement fails" else lambda _: {})
    post.hear("help")
    post.hear("help", who=NEIGHBOUR)
    post.rest()
    assert [desk.states(who)[-1] for who in (CUSTOMER, NEIGHBOUR)] == ["done"] * 2
    assert [len(desk.texts(who)) for who in (CUSTOMER, NEIGHBOUR)] == [2, 1]
    post.reply_senders.close()


def test_a_row_that_somebody_else_holds_is_not_waited_for(desk: Desk) -> None:
    """Whoever notes several at once holds some of them: waiting for the others could close a circle."""
    desk.meet()
    desk.meet(FOUNDER)
    for who in (CUSTOMER, FOUNDER):
        desk.say("hello", who)
    leases = [take(desk, who) for who in (CUSTOMER, FOUNDER)]
    sent = [SentMessage(lease.id, lease.edition, f"wamid.{lease.id}", None) for lease in leases]
    with transaction() as holder:
        holder.execute(text("SELECT id FROM outbox WHERE id = :id FOR UPDATE"), {"id": leases[0].id})
        with transaction() as session:
            assert mark_sent_together(session, sent) == {leases[1].id: False}
    assert (desk.states(), desk.states(FOUNDER)) == (["leased"], ["done"])


def watch_notes(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many were recorded by each statement."""
    sizes: list[int] = []
    note_together = desk.sender.note_together

    def note(sent: Any) -> dict[int, bool]:
        sizes.append(len(sent))
        return note_together(sent)

    monkeypatch.setattr(desk.sender, "note_together", note)
    return sizes


def open_post_for_three(desk: Desk) -> Post:
    """Three customers; the first answer, which tells that Meta is well, has gone already."""
    for who in (CUSTOMER, NEIGHBOUR, FOUNDER):
        desk.meet(who)
    desk.say("hello")
    desk.work()
    return Post(desk, size=3)
