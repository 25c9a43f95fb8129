"""Requests of the same moment share a statement and a commit, and nothing else: no trouble, no waiting."""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable

import psycopg
import pytest
from fastapi import HTTPException
from psycopg_pool import AsyncConnectionPool
from sqlalchemy import text

from core.db import transaction
from core.inbox.arrivals import Arrival
from core.inbox.tables import InboxKind, Provider
from core.settings import get_settings
from tests.support.patience import PATIENCE_SECONDS
from webhooks.door import EVENTS_OF_A_FLOOD, pause_after
from webhooks.group_commit import LARGEST_STATEMENT, GroupCommit


def in_group(story: Callable[[GroupCommit], Awaitable[None]], *, address: str = "") -> None:
    seconds = 2 if address else PATIENCE_SECONDS  # where nobody is, nobody comes

    async def play() -> None:
        async with AsyncConnectionPool(
            address or url(), min_size=2, timeout=seconds, kwargs={"autocommit": True}
        ) as pool:
            await story(GroupCommit(pool, Provider.WHATSAPP))

    asyncio.run(play())


def url() -> str:
    return (get_settings().database_url or "").replace("+psycopg", "")


def message(event_key: str) -> list[Arrival]:
    return [Arrival(event_key, InboxKind.MESSAGE, b"{}")]


def stored(columns: str = "event_key, kind") -> list[tuple[object, ...]]:
    with transaction() as session:
        return [tuple(row) for row in session.execute(text(f"SELECT {columns} FROM inbox ORDER BY id"))]


async def somebody_waits() -> None:
    waiting = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
    async with (
        asyncio.timeout(PATIENCE_SECONDS),
        await psycopg.AsyncConnection.connect(url(), autocommit=True) as onlooker,
    ):
        while await (await onlooker.execute(waiting)).fetchone() is None:
            pass


@pytest.mark.usefixtures("database")
def test_requests_of_one_moment_share_a_commit() -> None:
    async def story(group: GroupCommit) -> None:
        await asyncio.gather(*(group.store(message(f"wamid.{number}"), b"body") for number in range(40)))

    in_group(story)
    assert [key for key, _ in stored()] == [f"wamid.{number}" for number in range(40)]
    assert len(set(stored("xmin::text"))) == 1


@pytest.mark.usefixtures("database")
def test_large_bodies_do_not_pile_up_in_one_statement() -> None:
    async def story(group: GroupCommit) -> None:
        large = b"x" * (LARGEST_STATEMENT - 1)
        await asyncio.gather(*(group.store(message(f"wamid.{number}"), large) for number in range(3)))

    in_group(story)
    assert len(set(stored("xmin::text"))) == 3


@pytest.mark.usefixtures("database")
def test_what_cannot_be_stored_takes_nobody_with_it() -> None:
    async def story(group: GroupCommit) -> None:
        bodies = {"wamid.1": b"one", "wamid.\0": b"two", "wamid.3": b"three"}
        await asyncio.gather(*(group.store(message(key), body) for key, body in bodies.items()))

    in_group(story)
    assert [kind for _, kind in stored()] == ["message", "unparsed", "message"]
    assert stored("payload")[1] == (b"{}",)


@pytest.mark.usefixtures("database")
def test_a_neighbour_in_the_same_request_is_stored_too() -> None:
    async def story(group: GroupCommit) -> None:
        keys = [f"wamid.{number}" for number in range(7)]
        keys[4] = "wamid.\0"
        await group.store([arrival for key in keys for arrival in message(key)], b"body")

    in_group(story)
    assert [kind for _, kind in stored()] == ["message"] * 4 + ["unparsed"] + ["message"] * 2


@pytest.mark.usefixtures("database")
def test_an_event_too_large_for_an_index_is_not_taken_for_trouble_of_the_database() -> None:
    """PostgreSQL's 54000 has the class of a server that is going down; a 503 would bring the event again for days."""

    async def story(group: GroupCommit) -> None:
        noise = "".join(hashlib.sha256(bytes([number])).hexdigest() for number in range(120))
        await group.store([*message(noise), *message("wamid.1")], b"body")

    in_group(story)
    assert sorted(kind for _, kind in stored()) == ["message", "unparsed"]


@pytest.mark.usefixtures("database")
def test_who_comes_while_a_statement_is_under_way_shares_the_next_one() -> None:
    async def story(group: GroupCommit) -> None:
        async with await psycopg.AsyncConnection.connect(url()) as other:
            insert = "INSERT INTO inbox (provider, event_key, kind, payload, sent_at, received_at)"
            await other.execute(f"{insert} VALUES ('whatsapp', 'wamid.1', 'message', '', now(), now())".encode())
            requests = [asyncio.create_task(group.store(message("wamid.1"), b""))]
            await somebody_waits()
            requests += [asyncio.create_task(group.store(message(f"wamid.{number}"), b"")) for number in range(2, 5)]
            await asyncio.sleep(0)
            await other.rollback()
            await asyncio.gather(*requests)

    in_group(story)
    first, *others = stored("xmin::text")
    assert len(others) == 3
    assert set(others) == {others[0]} != {first}


@pytest.mark.usefixtures("database")
def test_one_after_another_each_is_stored_at_once() -> None:
    async def story(group: GroupCommit) -> None:
        for number in range(3):
            await group.store(message(f"wamid.{number}"), b"")

    in_group(story)
    assert len(set(stored("xmin::text"))) == 3


@pytest.mark.usefixtures("database")
def test_everybody_hears_when_the_database_is_away() -> None:
    async def story(group: GroupCommit) -> None:
        requests = (group.store(message(f"wamid.{number}"), b"") for number in range(3))
        answers = await asyncio.gather(*requests, return_exceptions=True)
        assert [answer.status_code for answer in answers if isinstance(answer, HTTPException)] == [503] * 3

    in_group(story, address="postgresql://nobody@127.0.0.1:1/nothing")


@pytest.mark.usefixtures("database")
def test_a_request_that_was_given_up_does_not_disturb_the_others() -> None:
    async def story(group: GroupCommit) -> None:
        first, second = (asyncio.create_task(group.store(message(f"wamid.{number}"), b"")) for number in (1, 2))
        await asyncio.sleep(0)
        first.cancel()
        await second

    in_group(story)
    assert len(stored()) == 2


def test_a_flood_is_announced_less_often() -> None:
    assert pause_after(1) == pause_after(EVENTS_OF_A_FLOOD - 1) < pause_after(EVENTS_OF_A_FLOOD)
