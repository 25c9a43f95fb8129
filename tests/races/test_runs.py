"""Two at one stop, two who plan, one who delivers while another takes away: one of them, whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from sqlmodel import Session

from core.clock import read_now
from core.delivery.cash import count_cash
from core.delivery.coming_back import leave_with
from core.delivery.planning import assign, plan_window
from core.delivery.postponing import postpone_window
from core.delivery.riding import deliver_stop, end_run, fail_stop, start_run
from core.orders.actions import reschedule_order
from core.orders.lifecycle import OrderStatus
from core.orders.rules import FailureReason
from tests.lifecycles.test_delivering import another_slot
from tests.support.actors import STAFF
from tests.support.rounds import DUE, Rounds
from tests.support.shelf import Shelf, race, refused


@pytest.fixture
def rounds(demo_shop: str) -> Rounds:
    return Rounds(Shelf())


def now_does(verb: Callable[..., Any], *arguments: Any, **named: Any) -> Callable[[Session], Any]:
    named = {"actor": STAFF, **named}
    return lambda session: verb(session, *arguments, now=read_now(session), **named)


def test_two_who_give_one_order_to_two_riders(rounds: Rounds) -> None:
    order = rounds.orders(1)
    assert refused(race([now_does(assign, order, rounds.ravi), now_does(assign, order, rounds.imran)])) == []
    assert sorted(len(rounds.carried_by(rider)) for rider in (rounds.ravi, rounds.imran)) == [0, 1]
    rounds.shelf.assert_sound()


def test_two_who_plan_one_window(rounds: Rounds) -> None:
    orders = rounds.orders(3)
    riders = [rounds.ravi, rounds.imran]
    race([now_does(plan_window, rounds.slot_id, riders) for _ in range(2)])
    assert sorted((*rounds.carried_by(rounds.ravi), *rounds.carried_by(rounds.imran))) == orders
    rounds.shelf.assert_sound()


def test_delivered_while_it_is_given_to_another(rounds: Rounds) -> None:
    others = rounds.orders(1)
    run_id = rounds.run_under_way(1)
    rounds.set_out(others, rounds.imran)
    stop = rounds.next_stop(run_id)
    ravi = rounds.rider(rounds.ravi)
    results = race([now_does(deliver_stop, stop.stop_id, cash_paise=DUE, actor=ravi),
                    now_does(assign, [stop.order_id], rounds.imran)])  # fmt: skip
    assert refused(results) in (["stop-done"], ["order-not-assignable"])
    delivered = rounds.shelf.order(stop.order_id).status is OrderStatus.DELIVERED
    assert rounds.holds(rounds.ravi) == (DUE if delivered else 0)
    rounds.shelf.assert_sound()


def test_two_taps_and_a_failure_at_one_door(rounds: Rounds) -> None:
    stop = rounds.next_stop(rounds.run_under_way(1))
    deeds = [now_does(deliver_stop, stop.stop_id, cash_paise=DUE)] * 2
    results = race([*deeds, now_does(fail_stop, stop.stop_id, FailureReason.REFUSED)])
    assert refused(results) == ["stop-done"] * 2
    delivered = rounds.shelf.order(stop.order_id).status is OrderStatus.DELIVERED
    assert rounds.holds(rounds.ravi) == (DUE if delivered else 0)
    rounds.shelf.assert_sound()


def test_rain_while_a_rider_starts_and_another_delivers(rounds: Rounds) -> None:
    starting, others = rounds.orders(2), rounds.orders(1)
    rounds.the_morning_comes()
    (imrans,) = rounds.do(assign, starting, rounds.imran)
    run_id = rounds.set_out(others, rounds.ravi)
    stop = rounds.next_stop(run_id)
    race([now_does(postpone_window, rounds.slot_id, "rain"), now_does(start_run, imrans),
          now_does(deliver_stop, stop.stop_id, cash_paise=DUE)])  # fmt: skip
    rounds.do(postpone_window, rounds.slot_id, "rain")
    left = {rounds.shelf.order(each).status for each in (*starting, *others)}
    assert left <= {OrderStatus.DELIVERY_FAILED, OrderStatus.DELIVERED}
    rounds.shelf.assert_sound()


def test_the_customer_chooses_twice_while_the_run_ends(rounds: Rounds) -> None:
    run_id = rounds.run_under_way(1)
    stop = rounds.next_stop(run_id)
    rounds.do(fail_stop, stop.stop_id, FailureReason.NOBODY_HOME)
    slot = another_slot(rounds.shelf, stop.order_id)
    results = race([now_does(leave_with, stop.order_id, "the gate"), now_does(reschedule_order, stop.order_id, slot),
                    now_does(end_run, run_id, declared_paise=0)])  # fmt: skip
    refused(results)
    rounds.shelf.assert_sound()


def test_two_who_count_the_same_cash(rounds: Rounds) -> None:
    run_id = rounds.run_under_way(1)
    rounds.do(deliver_stop, rounds.next_stop(run_id).stop_id, cash_paise=DUE)
    rounds.do(end_run, run_id, declared_paise=DUE)
    assert refused(race([now_does(count_cash, run_id, DUE)] * 2)) == ["nothing-to-count"]
    assert rounds.holds(rounds.ravi) == 0
    rounds.shelf.assert_sound()
