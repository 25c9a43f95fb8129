"""How a process spares Meta: its pauses, its stop."""

import pytest

from bot import circuit_breaker
from bot.circuit_breaker import CircuitBreaker


class Clock:
    def __init__(self) -> None:
        self.seconds = 1000.0

    def monotonic(self) -> float:
        return self.seconds


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(circuit_breaker, "time", clock)
    return clock


def test_pauses_grow_until_something_succeeds(clock: Clock) -> None:
    ours = CircuitBreaker()
    pauses = []
    for _ in range(7):
        pauses.append(ours.pause())
        assert not ours.may_send()
        clock.seconds += pauses[-1]
        assert ours.may_send()
    assert pauses == [1, 2, 4, 8, 16, 30, 30]
    assert ours.note_success()
    assert ours.pause() == 1


def test_one_poisoned_message_is_no_outage(clock: Clock) -> None:
    ours = CircuitBreaker()
    assert not any(ours.note_failure(7) for _ in range(10))
    assert ours.note_failure(8)
    assert not ours.may_send()


def test_an_outage_is_told_when_it_lasts(clock: Clock) -> None:
    ours = CircuitBreaker()
    ours.note_failure(7)
    clock.seconds += 119
    assert not ours.trouble_lasts()
    clock.seconds += 2
    assert ours.trouble_lasts()
    ours.note_success()
    assert not ours.trouble_lasts()


def test_a_stop_ends_by_a_probe_that_one_thread_makes(clock: Clock) -> None:
    ours = CircuitBreaker()
    ours.stop()
    clock.seconds += 29
    assert not ours.probe_is_due()
    clock.seconds += 2
    assert [ours.probe_is_due(), ours.probe_is_due()] == [True, False]
    assert not ours.may_send()
    ours.resume()
    assert ours.may_send()


def test_an_answer_of_meta_counts_for_a_while(clock: Clock) -> None:
    ours = CircuitBreaker()
    assert not ours.has_answered_lately()
    for answer in (ours.note_success, ours.note_answer):
        answer()
        assert ours.has_answered_lately()
        clock.seconds += 6
        assert not ours.has_answered_lately()
