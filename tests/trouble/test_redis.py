"""Redis stopped, emptied, full, back again, and a jobs process that does nothing (faults F20, F45 to F52)."""

from __future__ import annotations

import pytest
from celery import Celery

from jamango.jobs import broker_url
from tests.chats.orders import orders_and_pays
from tests.support import parts
from tests.support.chat import Person
from tests.support.keeper import Forked
from tests.support.world import World
from tests.trouble.redis_and_jobs import Jobs, RedisServer, ask, beats, eventually, lapsed, let_a_hold_lapse

pytestmark = pytest.mark.thorough


def test_without_redis_customers_order_and_pay_and_afterwards_the_jobs_catch_up(
    server: RedisServer, jobs: Jobs, world: World
) -> None:
    jobs.start()
    server.kill()
    orders_and_pays(Person(world, "new-customer"))
    world.outside.post("/sim/phones", json={"id": "second", "name": "Asha"}).raise_for_status()
    let_a_hold_lapse(world, "second")
    assert lapsed() == 0, "nobody sweeps now"
    server.start()
    eventually(lambda: lapsed() == 1)
    world.settle()
    world.assert_sound()


def test_an_emptied_redis_costs_nothing(server: RedisServer, jobs: Jobs, world: World) -> None:
    jobs.start()
    world.outside.post("/sim/phones", json={"id": "second", "name": "Asha"}).raise_for_status()
    for _ in range(3):
        server.empty()
        eventually(lambda: beats() > 0)
    let_a_hold_lapse(world, "second")
    server.empty()
    eventually(lambda: lapsed() == 1)
    world.settle()
    world.assert_sound()


def test_while_redis_is_full_customers_order_and_pay_and_afterwards_the_jobs_catch_up(
    server: RedisServer, jobs: Jobs, world: World
) -> None:
    jobs.start()
    server.fill()
    eventually(lambda: beats() == 0)
    orders_and_pays(Person(world, "new-customer"))
    world.outside.post("/sim/phones", json={"id": "second", "name": "Asha"}).raise_for_status()
    let_a_hold_lapse(world, "second")
    assert lapsed() == 0, "no job can be queued"
    server.make_room()
    eventually(lambda: lapsed() == 1)
    world.settle()
    world.assert_sound()


def test_a_jobs_process_that_is_connected_and_does_nothing_ends_itself(server: RedisServer, jobs: Jobs) -> None:
    jobs.start(patience=3)
    with Celery("remote", broker=broker_url(server.embedded.url)) as remote:

        def has_ended() -> bool:
            remote.control.cancel_consumer("celery")
            return bool(jobs.keeper.deaths)

        eventually(has_ended)
    assert jobs.keeper.deaths[0] == ("jobs", 1)
    eventually(lambda: beats() > 0)


def test_two_schedulers_at_once_do_no_harm(server: RedisServer, jobs: Jobs, world: World) -> None:
    jobs.start()
    jobs.keeper.keep("more jobs", lambda: Forked(parts.hurried_jobs, 0.3, 3600))
    world.outside.post("/sim/phones", json={"id": "second", "name": "Asha"}).raise_for_status()
    let_a_hold_lapse(world, "second")
    eventually(lambda: lapsed() == 1)
    world.settle()
    told = ask("SELECT count(*) FROM outbox WHERE body ->> 'key' = 'hold-expired'")
    assert told == 1
    world.assert_sound()
