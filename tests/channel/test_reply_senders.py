"""Reply senders take a turn's answer to Meta at once, and whatever they cannot take waits for the senders."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest

from bot import reply_senders, sender
from bot.circuit_breaker import CircuitBreaker
from bot.places import Places
from bot.reply_senders import ReplySenders
from core.checkpoints import Checkpoint, install_hook
from core.db import transaction
from core.outbox import leases, messages
from core.outbox.messages import LeasedMessage, lease_message
from jamango.turns import take_turn
from tests.support.desk import CUSTOMER, FOUNDER, Desk
from tests.support.hold_ups import failing_at, held_up_at
from tests.support.patience import PATIENCE_SECONDS


class Post:
    """Two reply senders of a desk, and how often they called for the senders."""

    def __init__(self, desk: Desk, size: int = 2) -> None:
        self.desk = desk
        self.wakes = 0
        self.reply_senders = ReplySenders(desk.sender, self._wake, size=size)
        self._before = 0

    def _wake(self) -> None:
        self.wakes += 1

    def hear(self, *messages: str, who: str = CUSTOMER) -> None:
        """Somebody writes, and the shop takes one turn."""
        for words in messages:
            self.desk.outside.post(f"/sim/phones/{who}/send", json={"type": "text", "text": words}).raise_for_status()
            self.desk.settle()
        assert take_turn(lambda *_: None, self.reply_senders)

    def rest(self) -> None:
        """Wait until they are done, and Meta is quiet."""
        self.reply_senders.close()
        self.desk.settle()
        self.reply_senders = ReplySenders(self.desk.sender, self._wake, size=2)


@pytest.fixture
def post(desk: Desk) -> Iterator[Post]:
    desk.meet()
    opened = Post(desk)
    yield opened
    opened.reply_senders.close()


def take(desk: Desk, who: str = CUSTOMER) -> LeasedMessage:
    """As another sender would."""
    with transaction() as session:
        lease = lease_message(session, 0, chat_id=desk.chats[who])
    assert lease is not None
    return lease


def attempts(desk: Desk) -> list[int]:
    return [row.attempts for row in desk.rows()]


def test_an_answer_is_leased_in_its_turn_and_sent_once_after_the_commit(post: Post) -> None:
    seen: list[tuple[Any, ...]] = []

    def look(reached: Checkpoint) -> None:
        if reached is Checkpoint.TURN_NOT_COMMITTED:
            seen.append(("before", post.desk.states(), post.desk.texts()))
        if reached is Checkpoint.TURN_COMMITTED:
            seen.append(("after", post.desk.states(), post.desk.texts()))

    forget = install_hook(look)
    post.hear("help")
    forget()
    post.rest()
    assert seen == [("before", [], []), ("after", ["leased"], [])]
    assert (post.desk.states(), attempts(post.desk)) == (["done"], [1])
    assert len(post.desk.texts()) == 1
    assert post.wakes == 0
    post.desk.work()
    assert len(post.desk.texts()) == 1


def test_a_turn_that_rolls_back_sends_nothing_and_leases_nothing(post: Post) -> None:
    post.desk.say("said before")
    with failing_at(Checkpoint.TURN_NOT_COMMITTED), pytest.raises(RuntimeError):
        post.hear("help")
    post.rest()
    assert (post.desk.states(), attempts(post.desk), post.desk.texts()) == (["pending"], [0], [])
    assert post.wakes == 0
    post.desk.work()
    assert post.desk.texts() == ["said before"]


def test_an_answer_waits_for_the_senders_while_no_reply_sender_is_free(desk: Desk) -> None:
    desk.employ_founder()
    desk.meet()
    post = Post(desk, size=1)
    with held_up_at(Checkpoint.BEFORE_SEND) as stop:
        post.hear("help")
        stop.wait_until_somebody_is_there()
        post.hear("hi", who=FOUNDER)
        assert (desk.states(), desk.states(FOUNDER), post.wakes) == (["leased"], ["pending"], 1)
        desk.work()
        assert (desk.states(), desk.states(FOUNDER)) == (["leased"], ["done"])
    post.rest()
    assert (len(desk.texts()), len(desk.texts(FOUNDER)), post.wakes) == (1, 1, 1)
    post.reply_senders.close()


def test_what_is_too_late_to_be_sent_is_put_back_unburnt_for_the_senders(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reply_senders, "LATEST_START_SECONDS", -1.0)
    post.hear("help")
    post.rest()
    assert (post.desk.states(), attempts(post.desk), post.desk.texts()) == (["pending"], [0], [])
    assert post.wakes == 1
    post.desk.work()
    assert (post.desk.states(), attempts(post.desk), len(post.desk.texts())) == (["done"], [1], 1)


def test_a_reply_sender_that_comes_after_the_lease_has_lapsed_leaves_it_to_whoever_has_it_now(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reply_senders, "LATEST_START_SECONDS", -1.0)
    with held_up_at(Checkpoint.TURN_COMMITTED) as stop:
        turn = threading.Thread(target=post.hear, args=("help",))
        turn.start()
        stop.wait_until_somebody_is_there()
        post.desk.advance(seconds=leases.LEASE_SECONDS + 1)
        assert take(post.desk).attempts == 2
        stop.lets_go()
        turn.join(PATIENCE_SECONDS)
    post.rest()
    assert (post.desk.states(), attempts(post.desk)) == (["leased"], [2])


@pytest.mark.parametrize("trouble", ["paused", "stopped", "out of rate"])
def test_nothing_is_leased_while_meta_is_spared(post: Post, trouble: str) -> None:
    if trouble == "paused":
        post.desk.sender._breaker.pause()
    elif trouble == "stopped":
        post.desk.sender._breaker.stop()
    else:
        post.desk.sender._places = Places(rate=0.01)
        assert post.desk.sender._places.take()
    post.hear("help")
    post.rest()
    assert (post.desk.states(), attempts(post.desk), post.wakes) == (["pending"], [0], 1)
    post.desk.sender._breaker = CircuitBreaker()
    post.desk.sender._places = Places(rate=80)
    post.desk.work()
    assert len(post.desk.texts()) == 1


def test_all_that_a_turn_says_is_sent_in_order_by_one_reply_sender(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sender, "SECONDS_OF_ONE_PIECE", 60.0)  # however busy the machine is, and however quick
    post.desk.sender._places = Places(rate=10_000)
    post.desk.say("said before")
    post.hear("help", "language")
    post.rest()
    assert post.desk.states() == ["done"] * 3
    assert post.desk.texts()[0] == "said before"
    assert [row.provider_message_id for row in post.desk.rows()] == [shown["id"] for shown in post.desk.screen()]
    assert post.wakes == 0


def test_a_long_line_is_left_to_the_senders_after_a_second(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sender, "SECONDS_OF_ONE_PIECE", 0.0)
    post.hear("help", "language")
    post.rest()
    assert (post.desk.states(), post.wakes) == (["done", "pending"], 1)
    post.desk.work()
    assert len(post.desk.texts()) == 2


def test_the_senders_are_called_when_the_rate_ends_in_the_middle_of_a_line(post: Post) -> None:
    post.desk.sender._places = Places(rate=0.01)
    post.hear("help", "language")
    post.rest()
    assert (post.desk.states(), post.wakes) == (["done", "pending"], 1)


def test_a_line_whose_head_somebody_else_has_is_not_touched(post: Post) -> None:
    post.desk.say("first")
    theirs = take(post.desk)
    post.hear("help")
    post.rest()
    assert (post.desk.states(), attempts(post.desk), post.wakes) == (["leased", "pending"], [1, 0], 1)
    assert post.desk.rows()[0].id == theirs.id
    assert post.desk.texts() == []


def test_what_is_beyond_the_pace_of_its_chat_is_not_touched(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "PAIR_BURST", 1)
    post.desk.sender._pair_seconds = 6
    post.hear("help")
    post.rest()
    post.hear("help")
    post.rest()
    assert (post.desk.states(), attempts(post.desk), post.wakes) == (["done", "pending"], [1, 0], 1)
    post.desk.advance(seconds=7)
    post.desk.work()
    assert len(post.desk.texts()) == 2


def test_an_answer_that_just_misses_the_one_under_way_is_called_out_again(post: Post) -> None:
    """The reply sender looked before it was committed; the senders looked before that one had committed."""
    with held_up_at(Checkpoint.SENT_NOT_COMMITTED) as stop:
        post.hear("help")
        stop.wait_until_somebody_is_there()
        post.hear("language")
        assert post.wakes == 1
        assert not post.desk.sender.send_next()
    post.rest()
    assert (post.desk.states(), post.wakes) == (["done", "pending"], 2)
    assert post.desk.sender.send_next()
    assert len(post.desk.texts()) == 2


def test_closing_waits_for_what_is_under_way(post: Post) -> None:
    with held_up_at(Checkpoint.BEFORE_SEND) as stop:
        post.hear("help")
        stop.wait_until_somebody_is_there()
        closing = threading.Thread(target=post.reply_senders.close)
        closing.start()
        assert post.desk.texts() == []
        assert closing.is_alive()
        stop.lets_go()
        closing.join(PATIENCE_SECONDS)
    assert (post.desk.states(), len(post.desk.texts())) == (["done"], 1)


def test_a_reply_sender_that_fails_leaves_the_lease_to_lapse_and_is_free_again(desk: Desk) -> None:
    desk.employ_founder()
    desk.meet()
    desk.switch(statuses=False)
    post = Post(desk, size=1)
    with failing_at(Checkpoint.BEFORE_SEND):
        post.hear("help")
        post.reply_senders._threads.submit(lambda: None).result(PATIENCE_SECONDS)
    assert (desk.states(), attempts(desk), desk.texts()) == (["leased"], [1], [])
    post.hear("hi", who=FOUNDER)
    post.rest()
    assert (desk.states(FOUNDER), post.wakes) == (["done"], 0)
    desk.work()
    assert desk.states() == ["leased"]
    desk.advance(seconds=leases.LEASE_SECONDS + 1)
    desk.work()
    assert (desk.states(), attempts(desk), len(desk.texts())) == (["done"], [2], 1)
    post.reply_senders.close()


def test_news_of_an_answer_that_could_not_be_recorded_saves_the_second_copy(post: Post) -> None:
    with failing_at(Checkpoint.SENT_NOT_COMMITTED):
        post.hear("help")
        post.rest()
    assert (post.desk.states(), len(post.desk.texts())) == (["leased"], 1)
    post.desk.work()
    post.desk.advance(seconds=leases.LEASE_SECONDS + 1)
    post.desk.work()
    assert (post.desk.states(), len(post.desk.texts())) == (["done"], 1)
