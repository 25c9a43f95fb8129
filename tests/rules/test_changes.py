"""What a notification of changes holds, however many there are."""

from __future__ import annotations

import asyncio

from hypothesis import given
from hypothesis import strategies as some

from core.changes.feed import MOST_WAITING, Listener
from core.changes.rules import EVERYTHING, LARGEST_PAYLOAD, Change, Subject, pack, unpack

changes = some.builds(Change, some.sampled_from(Subject), some.none() | some.integers(1, 2**40))


def covers(heard: frozenset[Change], change: Change) -> bool:
    return change in heard or Change(change.subject, None) in heard


@given(some.sets(changes, max_size=30))
def test_nothing_is_lost_and_nothing_made_up(said: set[Change]) -> None:
    heard = unpack(pack(said))
    assert all(covers(heard, change) for change in said)
    assert {change.subject for change in heard} == {change.subject for change in said}


def test_too_many_for_one_notification_lose_their_ids_the_most_numerous_first() -> None:
    said = {Change(Subject.ORDER, 10**9 + number) for number in range(5000)} | {Change(Subject.SLOT, 7)}
    payload = pack(said)
    assert len(payload) <= LARGEST_PAYLOAD
    assert unpack(payload) == {Change(Subject.ORDER, None), Change(Subject.SLOT, 7)}


def test_words_of_another_version_mean_that_everything_may_have_changed() -> None:
    assert unpack("order:7 weather:3") == EVERYTHING
    assert unpack("order:x") == EVERYTHING


def test_a_page_hears_what_it_watches_once_and_a_slow_one_loses_only_ids() -> None:
    async def story() -> None:
        page = Listener({Subject.ORDER})
        assert await page.next() == Change(Subject.ORDER, None)
        for _ in range(3):
            page.hear([Change(Subject.ORDER, 7), Change(Subject.CHAT, 1)])
        assert await page.next() == Change(Subject.ORDER, 7)
        page.hear([Change(Subject.ORDER, number) for number in range(MOST_WAITING + 1)])
        assert await page.next() == Change(Subject.ORDER, None)
        waiting = asyncio.ensure_future(page.next())
        await asyncio.sleep(0)
        assert not waiting.done()
        page.hear([Change(Subject.ORDER, 8)])
        assert await waiting == Change(Subject.ORDER, 8)

    asyncio.run(story())
