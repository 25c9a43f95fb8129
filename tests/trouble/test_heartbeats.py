"""Who is late, who hears of it, and when a jobs process gives itself up (faults F47 and F50)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from core.db import transaction
from core.heartbeats.actions import beat
from jamango.heartbeats import EVERY_SECONDS, expect_jobs, ring_for_late_jobs, youngest_beat_of_jobs
from jamango.jobs import celery_app, expire_holds
from jamango.launcher.folders import temporary_data_folder
from jamango.launcher.redis import EmbeddedRedis
from jamango.watchdog import PATIENCE_SECONDS, Watchdog
from tests.support.clusters import Cluster, current_settings

NIGHT = 8 * 3600.0


def age_by(seconds: float) -> None:
    """Let the beats lie so far back."""
    with transaction() as session:
        session.execute(text("UPDATE heartbeats SET beat_at = beat_at - make_interval(secs => :s)"), {"s": seconds})


def ring(seconds_up: float = NIGHT) -> set[str]:
    """Look for late jobs; the subjects of open matters afterwards."""
    with transaction() as session:
        ring_for_late_jobs(session, seconds_up)
        open_ones = "SELECT subject FROM alerts WHERE code = 'job-late' AND resolved_at IS NULL"
        return set(session.execute(text(open_ones)).scalars())


def come_round(name: str) -> None:
    with transaction() as session:
        beat(session, f"job:{name}")


def expect() -> None:
    with transaction() as session:
        expect_jobs(session)


@pytest.mark.usefixtures("database")
def test_nobody_is_missed_where_no_jobs_were_ever_started() -> None:
    assert ring() == set()


@pytest.mark.usefixtures("database")
def test_a_job_that_missed_three_rounds_is_an_alert_until_it_comes_round() -> None:
    expect()
    age_by(44)
    assert ring() == set()
    age_by(17)
    assert ring() == {"job:expire_holds", "job:remind_before_holds_end", "job:tell_of_deliveries"}
    assert ring() == {"job:expire_holds", "job:remind_before_holds_end", "job:tell_of_deliveries"}
    come_round("expire_holds")
    assert ring() == {"job:remind_before_holds_end", "job:tell_of_deliveries"}
    with transaction() as session:
        assert session.execute(text("SELECT max(times) FROM alerts")).scalar_one() == 1, "it rings once, not each look"


@pytest.mark.usefixtures("database")
def test_after_a_night_switched_off_everybody_gets_time_to_come_round() -> None:
    expect()
    age_by(NIGHT)
    assert ring(seconds_up=40) == set()
    assert "job:expire_holds" in ring(seconds_up=50)


@pytest.mark.usefixtures("database")
def test_a_job_of_an_older_release_is_not_missed() -> None:
    come_round("feed_the_parrot")
    age_by(NIGHT)
    assert ring() == set()


@pytest.mark.usefixtures("database")
def test_moving_the_shops_clock_makes_nobody_late() -> None:
    expect()
    with transaction() as session:
        session.execute(text("UPDATE clock SET shift = interval '3 days'"))
    assert ring() == set()


@pytest.mark.usefixtures("database")
def test_a_run_of_a_job_is_a_beat() -> None:
    expire_holds()
    with transaction() as session:
        assert youngest_beat_of_jobs(session) < 60


def test_every_job_has_its_rounds() -> None:
    assert set(celery_app.conf.beat_schedule) == set(EVERY_SECONDS)


@pytest.fixture
def redis(monkeypatch: pytest.MonkeyPatch, database: str) -> Iterator[EmbeddedRedis]:
    with temporary_data_folder() as folder:
        server = EmbeddedRedis(folder)
        monkeypatch.setenv("JAMANGO_REDIS_URL", server.start())
        current_settings()
        yield server
        server.stop()


LATER = PATIENCE_SECONDS + 1


def test_a_process_whose_jobs_do_not_come_round_is_given_up(redis: EmbeddedRedis) -> None:
    watchdog = Watchdog(current_settings(), is_busy=lambda: False, now=0)
    expect()
    assert not watchdog.is_out_of_patience(LATER), "they were expected only now"
    age_by(LATER)
    assert watchdog.is_out_of_patience(LATER)
    come_round("prune")
    assert not watchdog.is_out_of_patience(LATER), "any job will do"


def test_a_busy_process_is_left_alone(redis: EmbeddedRedis) -> None:
    busy = True
    watchdog = Watchdog(current_settings(), is_busy=lambda: busy, now=0)
    assert not watchdog.is_out_of_patience(LATER)
    busy = False
    assert not watchdog.is_out_of_patience(LATER + 5), "patience begins anew"
    assert watchdog.is_out_of_patience(LATER + 5 + LATER)


def test_a_redis_that_is_away_excuses_everything(redis: EmbeddedRedis, tmp_path: Path) -> None:
    watchdog = Watchdog(current_settings(), is_busy=lambda: False, now=0)
    redis.stop()
    assert not watchdog.is_out_of_patience(LATER)
    assert not watchdog.is_out_of_patience(LATER * 2)


def test_a_database_that_is_away_excuses_everything(redis: EmbeddedRedis, cluster: Cluster, database: str) -> None:
    name = database.split("@/")[1].split("?", maxsplit=1)[0]
    watchdog = Watchdog(current_settings(), is_busy=lambda: False, now=0)
    cluster.refuse_connections(name)
    assert not watchdog.is_out_of_patience(LATER)
    cluster.accept_connections(name)
    assert not watchdog.is_out_of_patience(LATER + 5)
