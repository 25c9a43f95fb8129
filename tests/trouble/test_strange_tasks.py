"""What the jobs process does with tasks that it does not know, or that nobody of ours has made (fault F52)."""

from __future__ import annotations

from pathlib import Path

import pytest
import redis
from celery import Celery

from jamango.jobs import broker_url
from tests.support.world import World
from tests.trouble.redis_and_jobs import Jobs, RedisServer, beats, eventually, lapsed, let_a_hold_lapse

pytestmark = pytest.mark.thorough

QUEUE = "celery"
NONSENSE = (b"\xff not a task", b"[]", b"{}")


class Trap:
    """What makes a file of whoever unpickles it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self) -> tuple[object, tuple[Path]]:
        return Path.touch, (self.path,)


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    return tmp_path / "it-was-unpickled"


def queue_strange_tasks(server: RedisServer, trap: Path) -> None:
    """A task of another release, arguments of another release, and a serialiser that we do not take."""
    with Celery("another release", broker=broker_url(server.embedded.url)) as other:
        other.send_task("jamango.feed_the_parrot", args=[7], kwargs={"colour": "green"})
        other.send_task("jamango.expire_holds", args=[7], kwargs={"colour": "green"})
        other.send_task("jamango.expire_holds", args=[Trap(trap)], serializer="pickle")


def is_empty(server: RedisServer) -> bool:
    """Whether every task was taken, and none waits to be given out again."""
    with redis.Redis.from_url(server.embedded.url) as client:
        return bool(client.llen(QUEUE) == 0 and client.hlen("unacked") == 0)


def test_tasks_of_another_release_are_let_go_and_the_jobs_go_on(
    server: RedisServer, jobs: Jobs, world: World, trap: Path
) -> None:
    jobs.start()
    queue_strange_tasks(server, trap)
    eventually(lambda: is_empty(server))
    world.outside.post("/sim/phones", json={"id": "second", "name": "Asha"}).raise_for_status()
    let_a_hold_lapse(world, "second")
    eventually(lambda: lapsed() == 1)
    assert jobs.keeper.deaths == []
    assert not trap.exists(), "nobody unpickled it"
    world.settle()
    world.assert_sound()


def test_what_is_no_task_at_all_costs_a_start_each_at_most(server: RedisServer, jobs: Jobs) -> None:
    jobs.start()
    with redis.Redis.from_url(server.embedded.url) as client:
        client.lpush(QUEUE, *NONSENSE)
    eventually(lambda: is_empty(server))
    eventually(lambda: beats() > 0)
    assert len(jobs.keeper.deaths) <= len(NONSENSE)
