"""Our own answer comes after Meta's news of the same message: what came first stays (fault F135)."""

from collections.abc import Callable
from datetime import timedelta
from itertools import permutations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from bot.delivery_statuses import apply_statuses
from core.checkpoints import Checkpoint, install_hook
from core.clock import move_clock, read_now, read_offset
from core.db import transaction
from core.outbox import leases
from core.outbox.actions import enqueue
from core.outbox.editions import send_as_template
from core.outbox.leases import drop, give_up, put_back
from core.outbox.messages import LeasedMessage, drop_overtaken, lease_message, mark_sent
from core.outbox.statuses import StatusNews
from core.outbox.tables import DeliveryStatus, OutboxItem, OutboxKind
from core.recognition.actions import recognise
from jamango.inbox_events import apply_delivery_statuses
from tests.channel.test_sending import CONFIRMED
from tests.support.desk import Desk

CLOSED = 131047
FIRST, SECOND = "wamid.first", "wamid.second"


def test_a_notice_that_failed_before_we_had_recorded_it_goes_by_its_template(desk: Desk) -> None:
    desk.push_templates()
    desk.meet()
    desk.switch(window_closed=True)
    desk.tell("order-confirmed", **CONFIRMED)

    def hear_first(reached: Checkpoint) -> None:
        if reached is Checkpoint.AFTER_META_ACCEPTED:
            desk.settle()
            apply_delivery_statuses()

    forget = install_hook(hear_first)
    try:
        assert desk.sender.send_next()
    finally:
        forget()
    desk.work()
    (row,) = desk.rows()
    assert [message["type"] for message in desk.screen() if message["status"] != "failed"] == ["template"]
    assert (row.status, row.delivery_status, row.edition) == ("done", "delivered", 1)


def write_notice() -> int:
    with transaction() as session:
        now = read_now(session)
        person = recognise(session, phone="910000000102", user_id=None, parent_user_id=None, name="Arjun", now=now)
        enqueue(session, OutboxKind.NOTICE, {"key": "order-confirmed", "values": {}}, chat_id=person.chat_id)
        return person.chat_id


def take() -> LeasedMessage:
    with transaction() as session:
        lease = lease_message(session, 0)
    assert lease is not None
    return lease


def let_lapse() -> None:
    with transaction() as session:
        move_clock(session, read_offset(session) + timedelta(seconds=leases.LEASE_SECONDS + 1))


def hear(*news: StatusNews) -> None:
    with transaction() as session:
        apply_statuses(session, news, read_now(session))


def row() -> OutboxItem:
    with transaction() as session:
        item_id = session.execute(text("SELECT max(id) FROM outbox")).scalar_one()
        return session.get_one(OutboxItem, item_id)


def record(lease: LeasedMessage, message_id: str) -> None:
    with transaction() as session:
        mark_sent(session, lease, message_id, '{"type": "text"}')


@pytest.mark.usefixtures("database")
def test_in_any_order_of_news_and_record_a_closed_window_ends_with_the_template() -> None:
    for order in permutations(("failed", "sent", "our own")):
        write_notice()
        first = take()
        for what in order:
            if what == "our own":
                record(first, FIRST)
            else:
                hear(StatusNews(FIRST, DeliveryStatus(what), opaque=first.opaque, error_code=CLOSED))
        second = take()
        assert (second.as_template, second.edition, second.attempts) == (True, 1, 1), order
        record(first, FIRST)
        assert row().status == "leased", "the first edition has no say any more"
        record(second, SECOND)
        hear(StatusNews(FIRST, DeliveryStatus.SENT, opaque=first.opaque))
        hear(StatusNews(SECOND, DeliveryStatus.DELIVERED, opaque=second.opaque))
        ended = row()
        assert (ended.status, ended.provider_message_id, ended.delivery_status) == ("done", SECOND, "delivered"), order
        with transaction() as session:
            session.execute(text("DELETE FROM outbox"))


LATE: dict[str, Callable[[LeasedMessage], None]] = {
    "accepted": lambda late: record(late, FIRST),
    "put back": lambda late: run(put_back, late, wait=0.0, code=1, error="late", burn=False),
    "dropped": lambda late: run(drop, late, "late"),
    "given up": lambda late: run(give_up, late, "late"),
    "overtaken": lambda late: run(drop_overtaken, late),
    "window closed": lambda late: run(send_as_template, late, CLOSED),
}


def run(verb: Callable[..., object], lease: LeasedMessage, *values: object, **named: object) -> None:
    with transaction() as session:
        verb(session, lease, *values, **named)


def fail_first(first: LeasedMessage) -> None:
    hear(StatusNews(FIRST, DeliveryStatus.FAILED, opaque=first.opaque, error_code=CLOSED))


def fail_otherwise(first: LeasedMessage) -> None:
    hear(StatusNews(FIRST, DeliveryStatus.FAILED, opaque=first.opaque, error_code=131026, error="not reached"))


def deliver(first: LeasedMessage) -> None:
    hear(StatusNews(FIRST, DeliveryStatus.READ, opaque=first.opaque))


def take_the_template(first: LeasedMessage) -> None:
    fail_first(first)
    assert take().edition == 1


BEFORE: dict[str, Callable[[LeasedMessage], None]] = {
    "its window was closed": fail_first,
    "somebody sends the template": take_the_template,
    "nobody was reached": fail_otherwise,
    "it was read": deliver,
}


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize("late", LATE)
def test_whatever_we_say_late_changes_nothing_that_came_first(late: str, before: str) -> None:
    write_notice()
    first = take()
    BEFORE[before](first)
    known = row()
    LATE[late](first)
    kept = ("status", "attempts", "edition", "delivery_status", "error_code", "error", "provider_message_id", "body")
    assert [getattr(row(), name) for name in kept] == [getattr(known, name) for name in kept]


@pytest.mark.usefixtures("database")
def test_an_acceptance_ends_the_row_whoever_has_it_now_and_keeps_what_was_sent() -> None:
    write_notice()
    first = take()
    let_lapse()
    second = take()
    record(first, FIRST)
    run(put_back, second, wait=0.0, code=None, error="lost", burn=True, unsure=True)
    record(second, SECOND)
    ended = row()
    assert (ended.status, ended.provider_message_id, ended.sent_payload) == ("done", FIRST, {"type": "text"})


@pytest.mark.usefixtures("database")
def test_control_the_database_refuses_the_id_of_what_failed() -> None:
    write_notice()
    first = take()
    fail_first(first)
    with pytest.raises(IntegrityError, match="outbox_is_not_what_failed"), transaction() as session:
        session.execute(text("UPDATE outbox SET provider_message_id = :id"), {"id": FIRST})
