"""Statuses arrive in any order, early, late and twice; none moves a message back."""

from itertools import permutations

import pytest

from bot.delivery_statuses import apply_statuses
from core.clock import read_now
from core.db import transaction
from core.outbox.actions import enqueue
from core.outbox.messages import lease_message, mark_sent
from core.outbox.statuses import StatusNews
from core.outbox.tables import DeliveryStatus, OutboxItem, OutboxKind
from core.recognition.actions import recognise

SENT, DELIVERED, READ, FAILED = DeliveryStatus


def send_one(wamid: str | None = "wamid.1") -> tuple[int, str]:
    """A message that Meta took (or, without an id, may have taken); returns its row and its mark."""
    with transaction() as session:
        now = read_now(session)
        person = recognise(session, phone="910000000102", user_id=None, parent_user_id=None, name="Arjun", now=now)
        enqueue(session, OutboxKind.MESSAGE, {"message": {}}, chat_id=person.chat_id)
        lease = lease_message(session, 0)
        assert lease is not None
        if wamid:
            mark_sent(session, lease, wamid, None)
        return lease.id, lease.opaque


def hear(*news: StatusNews) -> list[StatusNews]:
    with transaction() as session:
        return apply_statuses(session, news, read_now(session))


def row(row_id: int) -> OutboxItem:
    with transaction() as session:
        return session.get_one(OutboxItem, row_id)


@pytest.mark.usefixtures("database")
def test_every_order_of_arrival_ends_alike() -> None:
    for number, order in enumerate(permutations((SENT, FAILED, DELIVERED, READ))):
        row_id, _ = send_one(f"wamid.{number}")
        for status in order:
            assert hear(StatusNews(f"wamid.{number}", status)) == []
        assert row(row_id).delivery_status is READ


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(
    ("order", "end"),
    [
        ((READ, DELIVERED, SENT), READ),
        ((SENT, FAILED), FAILED),
        ((FAILED, SENT), FAILED),
        ((FAILED, DELIVERED), DELIVERED),
        ((DELIVERED, FAILED), DELIVERED),
    ],
)
def test_rank_decides_in_one_batch_as_one_by_one(order: tuple[DeliveryStatus, ...], end: DeliveryStatus) -> None:
    together, _ = send_one("wamid.1")
    hear(*(StatusNews("wamid.1", status) for status in order))
    single, _ = send_one("wamid.2")
    for status in order:
        hear(StatusNews("wamid.2", status))
    assert row(together).delivery_status is row(single).delivery_status is end


@pytest.mark.usefixtures("database")
def test_news_of_a_message_we_do_not_know_is_handed_back() -> None:
    stranger = StatusNews("wamid.unknown", SENT)
    send_one()
    assert hear(stranger, StatusNews("wamid.1", SENT), StatusNews("wamid.1", None)) == [stranger]


@pytest.mark.usefixtures("database")
def test_news_that_overtakes_our_own_record_finds_the_row_by_its_mark() -> None:
    row_id, mark = send_one(wamid=None)
    assert hear(StatusNews("wamid.1", SENT, opaque=mark)) == []
    known = row(row_id)
    assert (known.status, known.provider_message_id, known.delivery_status) == ("done", "wamid.1", SENT)


@pytest.mark.usefixtures("database")
def test_a_mark_of_another_life_of_the_database_finds_nothing() -> None:
    row_id, mark = send_one(wamid=None)
    seconds = int(mark.partition(".")[2])
    for strange in (f"{row_id}.{seconds - 90}", f"{row_id}", "", "x.y", f"{row_id}.{'9' * 30}", "٣.٣"):
        assert len(hear(StatusNews("wamid.9", SENT, opaque=strange))) == 1
    assert row(row_id).status == "leased"


@pytest.mark.usefixtures("database")
def test_late_news_of_a_twin_changes_nothing_and_is_not_kept_for_later() -> None:
    row_id, mark = send_one("wamid.second")
    hear(StatusNews("wamid.second", DELIVERED, opaque=mark))
    assert hear(StatusNews("wamid.first", READ, opaque=mark)) == []
    assert row(row_id).provider_message_id == "wamid.second"
    assert row(row_id).delivery_status is DELIVERED
