"""PostgreSQL restarted, its connections cut, its disk full, its rows locked (faults F53 to F59)."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable

import pytest
from prometheus_client import REGISTRY
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, OperationalError

from core.db import forget_engines, in_transaction, is_trouble_of_the_database, transaction
from tests.crash.stage import Stage
from tests.support.chat import Person
from tests.support.clusters import Cluster, current_settings
from tests.support.dice import throw_dice
from tests.support.patience import PATIENCE_SECONDS
from tests.support.world import World
from tests.trouble.soak import Plan, count, drain, make_phones, writing
from tests.trouble.test_soak import check_each_once

SECONDS_TO_RECOVER = 5.0


def database_name() -> str:
    url = current_settings().database_url or ""
    return url.split("@/")[1].split("?")[0]


def wait_until(condition: Callable[[], bool], seconds: float = PATIENCE_SECONDS) -> float:
    """Poll until the condition holds; returns how long it took, in seconds."""
    began, pause = time.monotonic(), threading.Event()
    while not condition():
        assert time.monotonic() - began < seconds, "it does not come"
        pause.wait(0.02)
    return time.monotonic() - began


def answers(stage: Stage, status: int) -> Callable[[], bool]:
    return lambda: stage.shop.get("/readyz").status_code == status


def restart_under_load(stage: Stage, cluster: Cluster, plan: Plan) -> float:
    """Crash the server while people write; returns how long after it was up again the doors were well."""
    name = database_name()
    cluster.make_durable(name)
    forget_engines(close=True)
    stage.restart_processes()
    phones = [f"soaked-{number}" for number in range(plan.customers)]
    make_phones(stage, phones)
    with writing(stage, plan, phones, throw_dice()):
        wait_until(lambda: handled() > plan.messages // 10)
        cluster.crash()
        wait_until(answers(stage, 503))
        assert stage.shop.get("/healthz").status_code == 200, "the process itself is well"
        cluster.start_again()
        recovered = wait_until(answers(stage, 200))
    forget_engines(close=True)
    drain(stage)
    tally = count(stage, plan, recovered)
    check_each_once(tally)
    assert tally.copies <= 4, tally.show()
    stage.assert_rules_hold()
    return recovered


def handled() -> int:
    with transaction() as session:
        return int(session.execute(text("SELECT count(*) FROM inbox WHERE status = 'handled'")).scalar_one())


def test_a_crash_under_load_is_503_until_the_server_is_back_and_nothing_is_lost(stage: Stage, cluster: Cluster) -> None:
    restart_under_load(stage, cluster, Plan(messages=80, customers=10, lasts=4, between_deaths=(9, 9)))


@pytest.mark.trouble
@pytest.mark.measured
@pytest.mark.parametrize("_round", range(3))
def test_after_a_crash_the_shop_works_again_within_five_seconds(stage: Stage, cluster: Cluster, _round: int) -> None:
    plan = Plan(messages=400, customers=20, lasts=20, between_deaths=(9, 9))
    recovered = restart_under_load(stage, cluster, plan)
    sys.stderr.write(f"recovered {recovered:.2f} s after the server was up\n")
    assert recovered <= SECONDS_TO_RECOVER


def test_every_connection_cut_again_and_again_costs_nothing(stage: Stage, cluster: Cluster) -> None:
    plan = Plan(messages=60, customers=10, lasts=3, between_deaths=(9, 9))
    phones = [f"soaked-{number}" for number in range(plan.customers)]
    make_phones(stage, phones)
    pause = threading.Event()
    with writing(stage, plan, phones, throw_dice()):
        for _ in range(5):
            pause.wait(0.5)
            wait_until(lambda: cluster.end_connections(database_name()) > 2)  # the shop has connected again
    drain(stage)
    tally = count(stage, plan, 0)
    check_each_once(tally)
    assert stage.keeper.deaths == []
    stage.assert_rules_hold()


def test_when_nothing_can_be_written_providers_are_asked_to_come_again(world: World, cluster: Cluster) -> None:
    chat = Person(world, "new-customer")
    chat.says("hi")
    chat.hears("ordering-menu-first")
    world.settle()
    cluster.make_read_only(on=True)
    try:
        wait_until(is_read_only)
        chat.says("help")
        assert world.outside.post("/sim/settle", json={"timeout_seconds": 1}).json()["pending"], "Meta keeps trying"
        assert world.shop.get("/").status_code == 200, "looking at fruit needs no writing"
        assert world.shop.post("/dev/clock", json={"offset_seconds": 0}).status_code == 503
    finally:
        cluster.make_read_only(on=False)
    chat.hears("help")
    with transaction() as session:
        harmed = "SELECT count(*) FROM inbox WHERE attempts > 0 OR status = 'dead'"
        assert session.execute(text(harmed)).scalar_one() == 0
    world.assert_sound()


def test_a_message_that_waits_while_nothing_can_be_written_costs_no_try(world: World, cluster: Cluster) -> None:
    world.stop_worker()
    chat = Person(world, "new-customer")
    chat.says("hi")
    world.outside.post("/sim/settle", json={"timeout_seconds": 20})
    cluster.make_read_only(on=True)
    try:
        world.start_worker()
        threading.Event().wait(2.0)
    finally:
        cluster.make_read_only(on=False)
    chat.hears("ordering-menu-first")
    with transaction() as session:
        assert session.execute(text("SELECT max(attempts) FROM inbox")).scalar_one() == 0


def is_read_only() -> bool:
    with transaction() as session:
        return bool(session.execute(text("SHOW transaction_read_only")).scalar_one() == "on")


def test_a_lock_held_too_long_is_waited_out_and_costs_no_try(world: World) -> None:
    chat = Person(world, "new-customer")
    chat.says("hi")
    chat.hears("ordering-menu-first")
    with transaction() as session:
        session.execute(text("SELECT id FROM users FOR UPDATE"))
        session.execute(text("LOCK TABLE chats IN ACCESS EXCLUSIVE MODE"))
        chat.says("help")
        threading.Event().wait(4.0)
        session.execute(text("SELECT 1"))
    chat.hears("help")
    with transaction() as session:
        assert session.execute(text("SELECT max(attempts) FROM inbox")).scalar_one() == 0
    world.assert_sound()


@pytest.mark.usefixtures("demo_shop")
def test_a_deadlock_is_tried_again_unseen() -> None:
    """Two units of work lock two rows the wrong way round: PostgreSQL ends one, and it is done again."""
    meet = threading.Barrier(2)
    tries: list[int] = []

    def lock(first: int, second: int) -> None:
        def work(session: object) -> None:
            tries.append(first)
            session.execute(text("SELECT id FROM inventory WHERE id = :id FOR UPDATE"), {"id": first})  # type: ignore[attr-defined]
            if len(tries) <= 2:
                meet.wait(PATIENCE_SECONDS)
            session.execute(text("SELECT id FROM inventory WHERE id = :id FOR UPDATE"), {"id": second})  # type: ignore[attr-defined]

        in_transaction(work)

    before = deadlocks_counted()
    with transaction() as session:
        one, two = session.execute(text("SELECT id FROM inventory ORDER BY id LIMIT 2")).scalars()
    threads = [threading.Thread(target=lock, args=rows) for rows in ((one, two), (two, one))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE_SECONDS)
    assert len(tries) == 3
    assert deadlocks_counted() == before + 1, "the operator sees it all the same"


def deadlocks_counted() -> float:
    return REGISTRY.get_sample_value("jamango_transactions_retried_total", {"sqlstate": "40P01"}) or 0.0


@pytest.mark.usefixtures("database")
def test_whoever_idles_in_a_transaction_is_ended_and_its_lock_is_free() -> None:
    with transaction() as session:
        assert session.execute(text("SHOW idle_in_transaction_session_timeout")).scalar_one() == "15s"
        assert session.execute(text("SHOW lock_timeout")).scalar_one() == "3s"
        assert session.execute(text("SHOW statement_timeout")).scalar_one() == "10s"
    with pytest.raises(DBAPIError) as ended, transaction() as session:
        session.execute(text("SET idle_in_transaction_session_timeout = '100ms'"))
        session.execute(text("SELECT * FROM clock FOR UPDATE"))
        threading.Event().wait(0.5)
        with transaction() as other:
            other.execute(text("SELECT * FROM clock FOR UPDATE NOWAIT"))
        session.execute(text("SELECT 1"))
    assert is_trouble_of_the_database(ended.value), "no message may be blamed for it"


@pytest.mark.usefixtures("database")
def test_a_statement_that_takes_too_long_is_ended() -> None:
    with pytest.raises(OperationalError), transaction() as session:
        session.execute(text("SET LOCAL statement_timeout = '50ms'"))
        session.execute(text("SELECT pg_sleep(5)"))
