"""The rate holds for all workers together (fault F138): each `Places` here is a worker of its own."""

import threading
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from bot import places, sender
from bot.places import Places
from bot.sender import Sender
from core.clock import move_clock, read_now, read_offset
from core.db import transaction
from core.outbox.places import take_places
from tests.support.desk import FOUNDER, Desk

ONE_IN_A_HUNDRED_SECONDS = 0.01


def pass_time(seconds: float) -> None:
    with transaction() as session:
        move_clock(session, read_offset(session) + timedelta(seconds=seconds))


def read_time() -> datetime:
    with transaction() as session:
        return read_now(session)


def test_two_workers_send_no_more_than_one_may(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sender, "LONGEST_WAIT_FOR_A_PLACE", 0.0)
    desk.meet()
    desk.meet(FOUNDER)
    desk.say("hello")
    desk.say("hello", FOUNDER)
    settings = desk.settings.model_copy(update={"send_rate": ONE_IN_A_HUNDRED_SECONDS})
    workers = [Sender(settings), Sender(settings)]
    for worker in workers * 2:
        worker.send_next()
    assert sorted(desk.states() + desk.states(FOUNDER)) == ["done", "pending"]
    assert [row.attempts for row in desk.rows() + desk.rows(FOUNDER) if row.status == "pending"] == [0]
    desk.advance(seconds=101)
    for worker in workers:
        worker.send_next()
        worker.api.close()
    assert desk.states() == desk.states(FOUNDER) == ["done"]


@pytest.mark.usefixtures("database")
def test_a_place_that_one_worker_took_is_no_other_ones_until_the_next_is_free() -> None:
    one, other = Places(ONE_IN_A_HUNDRED_SECONDS), Places(ONE_IN_A_HUNDRED_SECONDS)
    assert [one.take(), other.take(), one.take()] == [True, False, False]
    pass_time(100)
    assert [other.take(), one.take()] == [True, False]


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("rate", [3.0, 200.0, 5000.0])
def test_many_workers_at_once_stay_within_rate_and_burst(rate: float) -> None:
    workers = [Places(rate) for _ in range(4)]
    begins = read_time()
    taken: list[bool] = []

    def work(worker: Places) -> None:
        taken.extend(worker.take() for _ in range(40))

    threads = [threading.Thread(target=work, args=(worker,)) for worker in workers * 2]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    elapsed = (read_time() - begins).total_seconds()
    assert 1 <= sum(taken) <= max(1.0, rate / 4) + rate * elapsed + 1


@pytest.mark.usefixtures("database")
def test_what_was_not_used_for_a_while_is_not_kept_on_top_of_the_rate() -> None:
    """A burst of a quarter of a second gathers, however long nobody spoke."""
    with transaction() as session:
        assert take_places(session, 80, 1000).taken == 1
    pass_time(3600)
    with transaction() as session:
        assert take_places(session, 80, 1000).taken in {19, 20}
    slow = Places(ONE_IN_A_HUNDRED_SECONDS)
    pass_time(3600)
    assert [slow.take(), slow.take()] == [True, False]


@pytest.mark.usefixtures("database")
def test_a_clock_that_was_moved_back_stops_nobody() -> None:
    worker = Places(ONE_IN_A_HUNDRED_SECONDS)
    pass_time(86400)
    assert worker.take()
    pass_time(-86400)
    assert not worker.take()
    pass_time(101)
    assert worker.take()


@pytest.mark.usefixtures("database")
def test_a_place_that_was_not_needed_is_free_again() -> None:
    worker = Places(ONE_IN_A_HUNDRED_SECONDS)
    assert worker.take()
    worker.give_back()
    assert worker.take()
    assert not worker.take()


@pytest.mark.usefixtures("database")
def test_after_a_crash_of_the_server_the_rate_begins_anew() -> None:
    with transaction() as session:
        session.execute(text("TRUNCATE send_places"))
        assert (
            session.execute(text("SELECT relpersistence FROM pg_class WHERE relname = 'send_places'")).scalar() == "u"
        )
    assert Places(ONE_IN_A_HUNDRED_SECONDS).take()


@pytest.mark.usefixtures("database")
def test_a_busy_worker_asks_now_and_then_and_not_for_every_message(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def count(*values: object) -> object:
        asked.append(1)
        return take_places(*values)  # type: ignore[arg-type]

    monkeypatch.setattr(places, "take_places", count)
    monkeypatch.setattr(places, "SECONDS_A_PLACE_LASTS", 60.0)
    with transaction() as session:  # nobody has sent for a while: a whole burst of places has gathered
        session.execute(text("INSERT INTO send_places (id, free_at) VALUES (1, jamango_now() - interval '1 hour')"))
    worker = Places(100_000)
    assert all(worker.take() for _ in range(1000))
    assert len(asked) == 10, "1 + 2 + 4 + … + 512"
