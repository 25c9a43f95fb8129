"""A run from its plan to its end: who has what, what leaves, what arrives, what comes back."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import IntegrityError

from core.actor import Actor, Role
from core.clock import read_now
from core.delivery.cash import count_cash
from core.delivery.duties import look_after_deliveries
from core.delivery.planning import assign, plan_window, unassign
from core.delivery.queries import find_run, manifest_of, orders_of_window
from core.delivery.riding import (
    ask_upi,
    deliver_stop,
    end_run,
    fail_stop,
    keep_proof,
    skip_stop,
    start_run,
    undo_last,
)
from core.delivery.telling import on_the_way
from core.orders.actions import pack_order
from core.orders.lifecycle import OrderStatus
from core.orders.rules import FailureReason
from core.payments.actions import cancel_order
from tests.support.actors import STAFF
from tests.support.rounds import DUE, Rounds


def test_one_click_shares_a_window_out_and_what_nobody_has_is_seen(rounds: Rounds) -> None:
    orders = rounds.orders(4)
    seen = rounds.shelf.run(lambda session: orders_of_window(session, rounds.slot_id))
    assert [(each.order_id, each.rider) for each in seen] == [(order_id, None) for order_id in orders]
    # All live in one apartment, so one rider has them all.
    assert sorted(rounds.do(plan_window, rounds.slot_id, [rounds.ravi, rounds.imran]).values()) == [0, 4]
    assert sorted((*rounds.carried_by(rounds.ravi), *rounds.carried_by(rounds.imran))) == orders
    late = rounds.orders(1)[0]
    seen = rounds.shelf.run(lambda session: orders_of_window(session, rounds.slot_id))
    assert (seen[0].order_id, seen[0].rider) == (late, None)
    assert rounds.do(plan_window, rounds.slot_id, [rounds.imran]) == {rounds.imran: 5}
    assert rounds.carried_by(rounds.ravi) == []
    assert rounds.shelf.read("SELECT count(*) FROM runs WHERE status = 'planned'") == 1
    rounds.shelf.assert_sound()


def test_by_hand_an_order_goes_from_rider_to_rider_and_out(rounds: Rounds) -> None:
    first, second = rounds.orders(2)
    (run_id,) = rounds.do(assign, [first, second], rounds.ravi)
    assert rounds.do(assign, [first], rounds.ravi) == [run_id], "a second time changes nothing"
    rounds.do(assign, [second], rounds.imran)
    assert (rounds.carried_by(rounds.ravi), rounds.carried_by(rounds.imran)) == ([first], [second])
    rounds.do(unassign, first)
    assert rounds.run_status(run_id) == "dissolved"
    assert rounds.code_of(unassign, first) == "order-not-assigned"
    assert rounds.code_of(assign, [first], 1) == "rider-unknown"
    assert rounds.code_of(plan_window, rounds.slot_id, []) == "rider-missing"
    for actor in (rounds.rider(rounds.ravi), Actor.staff(9, Role.PACKER)):
        assert rounds.code_of(assign, [first], rounds.ravi, actor=actor) == "not-allowed"
        assert rounds.code_of(plan_window, rounds.slot_id, [rounds.ravi], actor=actor) == "not-allowed"
        assert rounds.code_of(unassign, second, actor=actor) == "not-allowed"
    rounds.shelf.assert_sound()


def test_a_run_begins_when_all_is_packed_and_the_day_has_come(rounds: Rounds) -> None:
    orders = rounds.orders(2, packed=False)
    (run_id,) = rounds.do(assign, orders, rounds.ravi)
    ravi = rounds.rider(rounds.ravi)
    assert rounds.code_of(start_run, run_id, actor=ravi) == "run-too-early"
    rounds.the_morning_comes()
    assert rounds.code_of(start_run, run_id, actor=ravi) == "run-not-packed"
    rounds.do(pack_order, orders[0])
    rounds.do(cancel_order, orders[1], reason="customer")
    assert rounds.code_of(start_run, run_id, actor=rounds.rider(rounds.imran)) == "run-not-yours"
    assert rounds.do(start_run, run_id, actor=ravi) == 1, "what was cancelled dropped out"
    assert rounds.do(start_run, run_id, actor=ravi) == 1, "a second time changes nothing"
    assert rounds.shelf.order(orders[0]).status is OrderStatus.OUT_FOR_DELIVERY
    assert rounds.told(orders[0]) == ["out-for-delivery"]
    rounds.shelf.assert_sound()


def test_an_empty_run_does_not_begin_and_a_rider_is_on_one_at_a_time(rounds: Rounds) -> None:
    later = rounds.orders(1, packed=False)
    run_id = rounds.run_under_way(1)
    (second,) = rounds.do(assign, later, rounds.ravi)
    assert second != run_id
    assert rounds.code_of(start_run, second, actor=rounds.rider(rounds.ravi)) == "run-open-already"
    rounds.do(cancel_order, rounds.stops(second)[0].order_id, reason="customer")
    rounds.do(deliver_stop, rounds.next_stop(run_id).stop_id, cash_paise=DUE)
    rounds.do(end_run, run_id, declared_paise=DUE)
    assert rounds.code_of(start_run, second) == "run-empty"
    assert rounds.code_of(start_run, run_id) == "run-over"
    assert rounds.code_of(start_run, 999) == "run-unknown"


def test_every_door_is_delivered_for_exactly_what_is_due(rounds: Rounds) -> None:
    run_id = rounds.run_under_way(2)
    stop = rounds.next_stop(run_id)
    ravi = rounds.rider(rounds.ravi)
    for odd in (0, DUE - 1, DUE + 1, -DUE):
        assert rounds.code_of(deliver_stop, stop.stop_id, cash_paise=odd, actor=ravi) == "cash-not-exact"
    rounds.do(deliver_stop, stop.stop_id, cash_paise=DUE, actor=ravi)
    assert rounds.holds(rounds.ravi) == DUE
    assert rounds.told(stop.order_id) == ["out-for-delivery", "order-delivered"]
    assert rounds.code_of(deliver_stop, stop.stop_id, cash_paise=DUE, actor=ravi) == "stop-done"
    assert rounds.code_of(fail_stop, stop.stop_id, FailureReason.REFUSED, actor=ravi) == "stop-done"
    assert rounds.code_of(end_run, run_id, declared_paise=DUE, actor=ravi) == "run-has-stops"
    rounds.shelf.assert_sound()


def test_another_riders_run_and_one_that_is_over_are_closed_to_him(rounds: Rounds) -> None:
    run_id = rounds.run_under_way(1)
    stop_id, imran = rounds.next_stop(run_id).stop_id, rounds.rider(rounds.imran)
    nobody_home = FailureReason.NOBODY_HOME
    assert rounds.code_of(deliver_stop, stop_id, cash_paise=DUE, actor=imran) == "not-your-run"
    assert rounds.code_of(fail_stop, stop_id, nobody_home, actor=imran) == "not-your-run"
    assert rounds.code_of(ask_upi, stop_id, DUE, actor=imran) == "not-your-run"
    assert rounds.code_of(skip_stop, stop_id, actor=imran) == "not-your-run"
    assert rounds.code_of(undo_last, run_id, actor=imran) == "run-not-yours"
    assert rounds.code_of(end_run, run_id, declared_paise=0, actor=imran) == "run-not-yours"
    assert rounds.code_of(deliver_stop, stop_id, cash_paise=DUE, actor=Actor.customer(1)) == "not-allowed"
    rounds.do(deliver_stop, stop_id, cash_paise=DUE)
    rounds.do(end_run, run_id, declared_paise=DUE)
    ravi = rounds.rider(rounds.ravi)
    assert rounds.code_of(undo_last, run_id, actor=ravi) == "run-not-open"
    assert rounds.code_of(end_run, run_id, declared_paise=DUE, actor=ravi) == "run-not-open"
    assert rounds.code_of(deliver_stop, 999, cash_paise=0) == "stop-unknown"


def test_skipped_is_last_and_the_way_ahead_is_counted(rounds: Rounds) -> None:
    run_id = rounds.run_under_way(3)
    first, second, third = rounds.stops(run_id)
    rounds.do(skip_stop, first.stop_id, actor=rounds.rider(rounds.ravi))
    assert [stop.stop_id for stop in rounds.stops(run_id)] == [second.stop_id, third.stop_id, first.stop_id]
    way = rounds.shelf.run(lambda session: on_the_way(session, first.order_id))
    assert way is not None and (way.rider, way.before, way.code) == ("Ravi", 2, "")
    rounds.do(deliver_stop, second.stop_id, cash_paise=DUE)
    way = rounds.shelf.run(lambda session: on_the_way(session, first.order_id))
    assert way is not None and way.before == 1
    assert rounds.shelf.run(lambda session: on_the_way(session, second.order_id)) is None


def test_a_stop_changes_hands_on_the_way(rounds: Rounds) -> None:
    late, others = rounds.orders(1), rounds.orders(1)
    ravis = rounds.run_under_way(2)
    imrans = rounds.set_out(others, rounds.imran)
    moved, stays = rounds.stops(ravis)
    assert rounds.do(assign, [moved.order_id], rounds.imran) == [imrans]
    assert rounds.code_of(deliver_stop, moved.stop_id, cash_paise=DUE, actor=rounds.rider(rounds.ravi)) == "stop-done"
    assert rounds.rider_heard(rounds.ravi)[-1] == "rider-stop-taken"
    assert rounds.rider_heard(rounds.imran)[-1] == "rider-stop-added"
    assert rounds.stops(imrans)[-1].order_id == moved.order_id
    assert rounds.code_of(unassign, stays.order_id) == "order-not-assignable"
    rounds.do(deliver_stop, stays.stop_id, cash_paise=DUE)
    assert rounds.code_of(assign, [stays.order_id], rounds.imran) == "order-not-assignable"
    rounds.do(assign, late, rounds.imran)
    assert rounds.shelf.order(late[0]).status is OrderStatus.OUT_FOR_DELIVERY, "packed, so it goes after him"
    rounds.shelf.assert_sound()


def test_a_rider_hears_of_his_run_once_in_time_and_not_when_he_has_begun(rounds: Rounds) -> None:
    def comes_round() -> int:
        return rounds.shelf.run(lambda session: look_after_deliveries(session, read_now(session), limit=9))

    first, second = rounds.orders(2)
    rounds.do(assign, [first], rounds.ravi)
    assert comes_round() == 0, "not the day before"
    rounds.the_morning_comes()
    assert (comes_round(), comes_round()) == (1, 0)
    assert rounds.rider_heard(rounds.ravi) == ["rider-run"]
    (run_id,) = rounds.do(assign, [second], rounds.imran)
    rounds.do(start_run, run_id)
    assert comes_round() == 0
    assert rounds.rider_heard(rounds.imran) == []


def test_a_run_and_what_he_takes_along(rounds: Rounds) -> None:
    run_id = rounds.run_under_way(2)
    boxes = rounds.shelf.run(lambda session: manifest_of(session, run_id))
    assert [(each.names["en"], each.labels["en"], each.boxes) for each in boxes] == [("Alphonso · Hapus", "1 dozen", 2)]
    found = rounds.shelf.run(lambda session: find_run(session, run_id))
    assert found is not None and (found.run_id, found.stops, found.left, found.due_paise) == (run_id, 2, 2, 2 * DUE)
    stop = rounds.next_stop(run_id)
    rounds.do(deliver_stop, stop.stop_id, cash_paise=DUE)
    still = rounds.shelf.run(lambda session: manifest_of(session, run_id, left_only=True))
    assert [each.boxes for each in still] == [1]
    assert stop.phone and stop.latitude and stop.address["apartment"] == "Palm Grove"
    rounds.shelf.run(lambda session: keep_proof(session, stop.stop_id, "wamid.7", actor=STAFF))
    assert rounds.shelf.read("SELECT proof_message_id FROM delivery_assignments WHERE id = :id", id=stop.stop_id)


@pytest.mark.parametrize(
    ("damage", "rule"),
    [
        ("UPDATE delivery_assignments SET cash_paise = 1", "stop_took_cash_once"),
        ("UPDATE delivery_assignments SET status = 'delivered'", "stop_has_its_end"),
        ("UPDATE delivery_assignments SET code = '12'", "stop_code_has_its_tries"),
        ("UPDATE delivery_assignments SET status = 'delivered', done_at = jamango_now(), code = '1234'",
         "stop_was_let_through"),
        ("INSERT INTO delivery_assignments (run_id, order_id, position) SELECT run_id, order_id, 9"
         " FROM delivery_assignments", "delivery_assignments_one_per_order"),
        ("INSERT INTO runs (link_salt, slot_id, rider_id, status, started_at) SELECT 'x', slot_id, rider_id, 'open',"
         " started_at FROM runs", "runs_one_open_per_rider"),
        ("UPDATE runs SET started_at = NULL", "run_has_its_start"),
    ],
)  # fmt: skip
def test_behind_the_verbs_stands_a_check(rounds: Rounds, damage: str, rule: str) -> None:
    rounds.run_under_way(1)
    with pytest.raises(IntegrityError, match=rule):
        rounds.shelf.change(damage)


def test_a_manager_may_do_what_a_rider_may_and_count_him_out(rounds: Rounds) -> None:
    run_id = rounds.run_under_way(1)
    manager = Actor.staff(8, Role.MANAGER)
    rounds.do(deliver_stop, rounds.next_stop(run_id).stop_id, cash_paise=DUE, actor=manager)
    assert rounds.holds(rounds.ravi) == DUE, "whoever reports it, the rider of the run holds the cash"
    rounds.do(end_run, run_id, declared_paise=DUE, actor=manager)
    assert rounds.do(count_cash, run_id, DUE, actor=manager) == 0
    assert rounds.holds(rounds.ravi) == 0
