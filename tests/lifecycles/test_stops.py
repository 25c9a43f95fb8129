"""At the door and back: links for a part, slips taken back, and what becomes of an order that came back."""

from __future__ import annotations

from core.actor import Actor
from core.clock import read_now
from core.delivery.by_staff import note_delivered, note_failed
from core.delivery.coming_back import leave_with
from core.delivery.duties import look_after_deliveries
from core.delivery.planning import assign
from core.delivery.riding import (
    ask_upi,
    deliver_stop,
    end_run,
    fail_stop,
    start_run,
    undo_last,
)
from core.orders.actions import pack_order, reschedule_order
from core.orders.lifecycle import OrderStatus
from core.orders.rules import Collected, FailureReason
from core.payments.actions import cancel_order
from tests.lifecycles.test_delivering import another_slot
from tests.support.rounds import DUE, Rounds


def test_a_slip_is_taken_back_with_its_cash_until_somebody_answered(rounds: Rounds) -> None:
    run_id = rounds.run_under_way(2)
    first, second = rounds.stops(run_id)
    assert rounds.code_of(undo_last, run_id) == "nothing-to-undo"
    rounds.do(deliver_stop, first.stop_id, cash_paise=DUE, actor=rounds.rider(rounds.ravi))
    rounds.do(undo_last, run_id, actor=rounds.rider(rounds.ravi))
    assert (rounds.holds(rounds.ravi), rounds.next_stop(run_id).stop_id) == (0, first.stop_id)
    rounds.do(deliver_stop, first.stop_id, cash_paise=DUE)
    assert rounds.told(first.order_id) == ["out-for-delivery", "order-delivered"], "once"
    rounds.do(fail_stop, second.stop_id, FailureReason.NOBODY_HOME)
    rounds.do(reschedule_order, second.order_id, another_slot(rounds.shelf, second.order_id))
    assert rounds.code_of(undo_last, run_id) == "order-not-resumable"
    rounds.shelf.wait(minutes=11)
    assert rounds.code_of(undo_last, run_id) == "undo-too-late"
    assert rounds.holds(rounds.ravi) == DUE
    rounds.shelf.assert_sound()


def test_a_rider_takes_back_what_he_did_and_never_what_the_office_noted(rounds: Rounds) -> None:
    run_id, ravi = rounds.run_under_way(3), rounds.rider(rounds.ravi)
    first, second, _ = rounds.stops(run_id)
    rounds.do(note_delivered, first.order_id, collected=Collected(cash_paise=DUE))
    assert rounds.code_of(undo_last, run_id, actor=ravi) == "nothing-to-undo"
    rounds.do(deliver_stop, second.stop_id, cash_paise=DUE, actor=ravi)
    rounds.do(undo_last, run_id, actor=ravi)
    rounds.do(deliver_stop, second.stop_id, cash_paise=DUE, actor=ravi)
    rounds.do(note_failed, rounds.next_stop(run_id).order_id, FailureReason.REFUSED)
    assert rounds.do(undo_last, run_id, actor=ravi).id == second.order_id, "his own, though the office's came later"
    assert rounds.holds(rounds.ravi) == DUE
    rounds.do(undo_last, run_id)
    assert [stop.status for stop in rounds.stops(run_id)].count("planned") == 2, "the office takes back any"
    rounds.shelf.assert_sound()


def test_what_came_back_is_asked_about_at_once_and_brought_again(rounds: Rounds) -> None:
    run_id = rounds.run_under_way(1)
    stop = rounds.next_stop(run_id)
    rounds.do(fail_stop, stop.stop_id, FailureReason.GATE_CLOSED, actor=rounds.rider(rounds.ravi))
    assert rounds.told(stop.order_id) == ["out-for-delivery", "delivery-failed"]
    rounds.do(end_run, run_id, declared_paise=0)
    owner = Actor.customer(rounds.shelf.order(stop.order_id).customer_id)
    assert rounds.code_of(leave_with, stop.order_id, "security", actor=owner) == "rider-is-gone"
    rounds.do(reschedule_order, stop.order_id, another_slot(rounds.shelf, stop.order_id), actor=owner)
    rounds.do(pack_order, stop.order_id)
    (again,) = rounds.do(assign, [stop.order_id], rounds.imran)
    assert again != run_id
    rounds.slot_id = rounds.shelf.order(stop.order_id).slot_id
    rounds.the_morning_comes()
    rounds.do(start_run, again, actor=rounds.rider(rounds.imran))
    rounds.do(deliver_stop, rounds.next_stop(again).stop_id, cash_paise=DUE, actor=rounds.rider(rounds.imran))
    assert (rounds.holds(rounds.ravi), rounds.holds(rounds.imran)) == (0, DUE)
    assert rounds.told(stop.order_id)[2:] == ["out-for-delivery", "order-delivered"]
    rounds.shelf.assert_sound()


def test_somebody_else_takes_it_while_the_rider_is_there(rounds: Rounds) -> None:
    run_id = rounds.run_under_way(2)
    first, second = rounds.stops(run_id)
    rounds.do(fail_stop, first.stop_id, FailureReason.NOBODY_HOME)
    owner = Actor.customer(rounds.shelf.order(first.order_id).customer_id)
    stranger = Actor.customer(rounds.shelf.order(second.order_id).customer_id)
    assert rounds.code_of(leave_with, first.order_id, "me", actor=stranger) == "not-allowed"
    assert rounds.code_of(leave_with, first.order_id, "  ", actor=owner) == "instruction-missing"
    assert rounds.code_of(leave_with, second.order_id, "me", actor=stranger) == "rider-is-gone", "it did not fail"
    rounds.do(leave_with, first.order_id, "the  gate", actor=owner)
    assert rounds.rider_heard(rounds.ravi)[-1] == "rider-stop-back"
    back = rounds.stops(run_id)[-1]
    assert (back.stop_id, back.instruction) == (first.stop_id, "the gate")
    assert rounds.code_of(leave_with, first.order_id, "me", actor=owner) == "rider-is-gone"
    rounds.do(deliver_stop, first.stop_id, cash_paise=DUE)
    assert rounds.told(first.order_id)[-1] == "order-delivered"
    rounds.shelf.assert_sound()


def test_part_by_a_link_and_the_rest_in_cash_are_two_lines_of_the_ledger(rounds: Rounds) -> None:
    run_id = rounds.run_under_way(1)
    stop, ravi = rounds.next_stop(run_id), rounds.rider(rounds.ravi)
    assert rounds.code_of(ask_upi, stop.stop_id, DUE + 1, actor=ravi) == "cash-not-exact"
    assert rounds.code_of(ask_upi, stop.stop_id, 99, actor=ravi) == "amount-too-small"
    link = rounds.do(ask_upi, stop.stop_id, 70_000, actor=ravi)
    assert rounds.do(ask_upi, stop.stop_id, 70_000, actor=ravi).id == link.id, "two taps make one link"
    rounds.shelf.assert_sound()
    rounds.pays(link)
    assert rounds.shelf.run(lambda session: look_after_deliveries(session, read_now(session), limit=9)) == 1
    assert rounds.shelf.run(lambda session: look_after_deliveries(session, read_now(session), limit=9)) == 0
    assert rounds.rider_heard(rounds.ravi)[-1] == "rider-paid"
    assert rounds.code_of(deliver_stop, stop.stop_id, cash_paise=DUE, actor=ravi) == "cash-not-exact"
    rounds.do(deliver_stop, stop.stop_id, cash_paise=DUE - 70_000, actor=ravi)
    assert rounds.holds(rounds.ravi) == DUE - 70_000
    order = rounds.shelf.order(stop.order_id)
    assert (order.status, order.prepaid_paise, order.cash_paise) == (OrderStatus.DELIVERED, 70_000, DUE - 70_000)
    rounds.shelf.assert_sound()


def test_all_by_a_link_leaves_nothing_to_collect_and_cash_withdraws_it(rounds: Rounds) -> None:
    run_id = rounds.run_under_way(2)
    first, second = rounds.stops(run_id)
    rounds.pays(rounds.do(ask_upi, first.stop_id, DUE))
    rounds.do(deliver_stop, first.stop_id, cash_paise=0)
    assert rounds.told(first.order_id) == ["out-for-delivery"], "who opened the door and paid by link knows it all"
    link = rounds.do(ask_upi, second.stop_id, DUE)
    rounds.do(deliver_stop, second.stop_id, cash_paise=DUE)
    rounds.pays(link)
    assert rounds.shelf.read("SELECT count(*) FROM refunds") == 1, "what was paid on top goes back by itself"
    rounds.shelf.assert_sound()


def test_a_link_at_the_door_is_not_made_without_end(rounds: Rounds) -> None:
    stop_id = rounds.next_stop(rounds.run_under_way(1)).stop_id
    for rupees in range(100, 108):
        rounds.do(ask_upi, stop_id, rupees * 100)
    assert rounds.code_of(ask_upi, stop_id, 50_000) == "link-too-often"


def test_what_nobody_decides_about_comes_into_the_founders_queue_and_leaves_it(rounds: Rounds) -> None:
    run_id = rounds.run_under_way(1)
    stop = rounds.next_stop(run_id)
    rounds.do(fail_stop, stop.stop_id, FailureReason.REFUSED)
    queue = "SELECT count(*) FROM alerts WHERE code = 'delivery-unanswered' AND resolved_at IS NULL"

    def comes_round() -> int:
        rounds.shelf.run(lambda session: look_after_deliveries(session, read_now(session), limit=9))
        return int(rounds.shelf.read(queue))

    assert comes_round() == 0
    rounds.shelf.wait(minutes=31)
    assert (comes_round(), comes_round()) == (1, 1)
    rounds.do(cancel_order, stop.order_id, reason="customer")
    assert comes_round() == 0
    rounds.shelf.assert_sound()
