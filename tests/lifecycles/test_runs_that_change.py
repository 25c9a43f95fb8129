"""What happens to a run while it is planned and while it is ridden: orders leave it, change hands, come back to the
office, and somebody puts it in another order."""

from __future__ import annotations

import pytest

from core.actor import Actor, Role
from core.clock import business_day, read_now
from core.closes.actions import close_day
from core.delivery.arranging import put_in_place
from core.delivery.by_staff import note_delivered, note_dispatched, note_failed
from core.delivery.cash import count_cash
from core.delivery.codes import check_code
from core.delivery.planning import assign, plan_window, riders_for_a_run
from core.delivery.postponing import postpone_window
from core.delivery.queries import find_run, manifest_of, recent_runs, run_of_rider, windows_with_orders
from core.delivery.riding import deliver_stop, end_run, fail_stop, start_run
from core.delivery.telling import facts_of_run
from core.ledger.queries import read_balances
from core.ledger.rules import Account
from core.orders.lifecycle import OrderStatus
from core.orders.rules import Collected, FailureReason
from core.payments.actions import cancel_order
from core.payments.changing import bring_in_window
from core.payments.refunding import Wish, refund_order, refundable_paise
from core.settings import get_settings
from tests.lifecycles.test_delivering import another_slot
from tests.support.actors import STAFF
from tests.support.rounds import DUE, Rounds


def waiting(rounds: Rounds, run_id: int) -> list[int]:
    """The orders of a run that are still to be done, in the order of visits."""
    return [stop.order_id for stop in rounds.stops(run_id) if stop.status == "planned"]


def test_what_is_cancelled_or_moved_counts_for_nothing_and_leaves_its_run(rounds: Rounds) -> None:
    stays, cancelled, moved = rounds.orders(3, packed=False)
    (run_id,) = rounds.do(assign, [stays, cancelled, moved], rounds.ravi)
    rounds.do(cancel_order, cancelled, reason="customer")
    rounds.do(bring_in_window, moved, another_slot(rounds.shelf, moved))
    run = rounds.shelf.run(lambda session: find_run(session, run_id))
    assert run is not None and (run.stops, run.left, run.due_paise) == (1, 1, DUE), "at once, as doors show it"
    assert [each.boxes for each in rounds.shelf.run(lambda session: manifest_of(session, run_id))] == [1]
    assert waiting(rounds, run_id) == [stays]
    facts = rounds.shelf.run(lambda session: facts_of_run(session, run_id))
    assert (facts.stops, facts.collect_paise) == (1, DUE)
    rounds.duties()
    assert rounds.shelf.read("SELECT count(*) FROM delivery_assignments WHERE status = 'planned'") == 1
    rounds.do(cancel_order, stays, reason="customer")
    rounds.the_morning_comes()
    rounds.duties()
    assert rounds.run_status(run_id) == "dissolved"
    assert rounds.rider_heard(rounds.ravi) == [], "of a run of nothing he hears nothing"
    rounds.shelf.assert_sound()


def test_a_run_that_was_forgotten_stands_in_nobodys_way_and_its_orders_stay_in_sight(rounds: Rounds) -> None:
    forgotten = rounds.orders(2)
    (old,) = rounds.do(assign, forgotten[:1], rounds.ravi)
    rounds.the_morning_comes()
    rounds.shelf.wait(hours=16)
    rounds.slot_id = next(slot for slot in [another_slot(rounds.shelf, forgotten[0])] if slot != rounds.slot_id)
    fresh = rounds.orders(1)
    (new,) = rounds.do(assign, fresh, rounds.ravi)
    mine = rounds.shelf.run(lambda session: run_of_rider(session, rounds.ravi))
    assert mine is not None and mine.run_id == new != old
    windows = rounds.shelf.run(lambda session: windows_with_orders(session, read_now(session)))
    assert [(each.orders, each.unassigned) for each in windows] == [(2, 1), (1, 0)]


def test_cash_that_nobody_counted_stays_in_sight_for_as_long_as_it_takes(rounds: Rounds) -> None:
    run_id = rounds.run_under_way(1)
    rounds.do(deliver_stop, rounds.next_stop(run_id).stop_id, cash_paise=DUE)
    rounds.do(end_run, run_id, declared_paise=DUE)
    rounds.shelf.wait(days=9)

    def seen() -> list[int]:
        return [each.run_id for each in rounds.shelf.run(lambda session: recent_runs(session, read_now(session)))]

    assert seen() == [run_id]
    rounds.do(count_cash, run_id, DUE)
    assert seen() == []


def test_stops_are_put_in_order_by_hand_and_stay_so(rounds: Rounds) -> None:
    orders = rounds.orders(3)
    (run_id,) = rounds.do(assign, orders, rounds.ravi)
    first, second, third = waiting(rounds, run_id)
    rounds.do(put_in_place, third, 1)
    assert waiting(rounds, run_id) == [third, first, second]
    rounds.do(put_in_place, third, 99)
    assert waiting(rounds, run_id) == [first, second, third]
    rounds.do(put_in_place, second, 1)
    late = rounds.orders(1)
    rounds.do(assign, late, rounds.ravi)
    assert waiting(rounds, run_id) == [second, first, third, *late], "what comes to it comes last"
    rounds.the_morning_comes()
    rounds.do(start_run, run_id)
    assert waiting(rounds, run_id) == [second, first, third, *late]
    rounds.do(put_in_place, late[0], 2)
    assert waiting(rounds, run_id) == [second, late[0], first, third], "also while he rides"
    done = rounds.do(deliver_stop, rounds.next_stop(run_id).stop_id, cash_paise=DUE)
    assert rounds.code_of(put_in_place, done.id, 1) == "order-not-assigned"
    for actor in (rounds.rider(rounds.ravi), Actor.staff(9, Role.PACKER)):
        assert rounds.code_of(put_in_place, first, 1, actor=actor) == "not-allowed"
    rounds.shelf.assert_sound()


def test_a_window_that_is_shared_out_again_has_the_short_way_again(rounds: Rounds) -> None:
    orders = rounds.orders(3)
    (run_id,) = rounds.do(assign, orders, rounds.ravi)
    short = waiting(rounds, run_id)
    rounds.do(put_in_place, short[0], 3)
    rounds.do(plan_window, rounds.slot_id, [rounds.ravi])
    assert waiting(rounds, run_id) == short


def test_a_box_is_handed_to_a_rider_who_has_not_left_yet(rounds: Rounds) -> None:
    """The first one's scooter stands still."""
    run_id = rounds.run_under_way(2)
    first, second = waiting(rounds, run_id)
    (imrans,) = rounds.do(assign, [first, second], rounds.imran)
    assert (waiting(rounds, run_id), waiting(rounds, imrans)) == ([], [first, second])
    assert rounds.shelf.order(first).status is OrderStatus.OUT_FOR_DELIVERY
    rounds.do(end_run, run_id, declared_paise=0)
    rounds.do(start_run, imrans, actor=rounds.rider(rounds.imran))
    for stop in rounds.stops(imrans):
        rounds.do(deliver_stop, stop.stop_id, cash_paise=DUE, actor=rounds.rider(rounds.imran))
    assert (rounds.holds(rounds.ravi), rounds.holds(rounds.imran)) == (0, 2 * DUE)
    assert rounds.told(first) == ["out-for-delivery", "order-delivered"], "each once"
    rounds.shelf.assert_sound()


def test_rain_comes_while_a_box_is_being_handed_on(rounds: Rounds) -> None:
    run_id = rounds.run_under_way(1)
    (order_id,) = waiting(rounds, run_id)
    (imrans,) = rounds.do(assign, [order_id], rounds.imran)
    assert rounds.do(postpone_window, rounds.slot_id, "rain").asked == 1
    assert [rounds.run_status(each) for each in (run_id, imrans)] == ["dissolved", "dissolved"]
    assert rounds.shelf.order(order_id).status is OrderStatus.DELIVERY_FAILED
    rounds.shelf.assert_sound()


def test_an_order_has_one_code_and_five_tries_whoever_has_it(rounds: Rounds) -> None:
    rounds.shelf.change("UPDATE shop SET delivery_codes = true")
    others, late = rounds.orders(1), rounds.orders(1)
    run_id = rounds.run_under_way(1)
    imrans = rounds.set_out(others, rounds.imran)
    stop = rounds.next_stop(run_id)
    code = "SELECT code FROM delivery_assignments WHERE order_id = :id AND status = 'planned'"
    said = rounds.shelf.read(code, id=stop.order_id)
    assert not any(rounds.do(check_code, stop.stop_id, "x") for _ in range(3))
    rounds.do(assign, [stop.order_id], rounds.imran)
    moved = next(each for each in rounds.stops(imrans) if each.order_id == stop.order_id)
    assert moved.asks_code, "its customer was asked to say one"
    assert rounds.shelf.read(code, id=stop.order_id) == said
    assert not any(rounds.do(check_code, moved.stop_id, "x") for _ in range(2))
    assert rounds.code_of(check_code, moved.stop_id, said) == "code-tries-over"
    rounds.do(assign, late, rounds.imran)
    assert rounds.shelf.read(code, id=late[0]), "one that goes after a rider has its code too"
    rounds.shelf.assert_sound()


def test_what_the_office_notes_of_an_order_goes_through_its_run(rounds: Rounds) -> None:
    run_id = rounds.run_under_way(3)
    first, second, third = waiting(rounds, run_id)
    said_upi = Collected(cash_paise=DUE - 10_000, upi_paise=10_000)
    assert rounds.code_of(note_delivered, first, collected=said_upi) == "cash-not-exact", "UPI comes by a link"
    rounds.do(note_delivered, first, collected=Collected(cash_paise=DUE))
    rounds.do(note_failed, second, FailureReason.REFUSED)
    assert rounds.holds(rounds.ravi) == DUE, "the rider has it, whoever says so"
    assert [stop.status for stop in rounds.stops(run_id)] == ["delivered", "failed", "planned"]
    assert rounds.told(second)[-1] == "delivery-failed"
    assert rounds.code_of(note_delivered, first, collected=Collected(cash_paise=DUE)) == "order-not-on-its-way"
    assert waiting(rounds, run_id) == [third]
    rounds.shelf.assert_sound()


def test_cash_that_no_rider_took_is_in_the_box_of_the_office_until_the_day_is_closed(rounds: Rounds) -> None:
    first, second = rounds.orders(2)
    today = business_day(rounds.shelf.run(read_now), get_settings().zone)
    before = rounds.shelf.run(read_balances)
    for order_id in (first, second):
        rounds.do(note_dispatched, order_id)
    rounds.do(note_delivered, first, collected=Collected(cash_paise=DUE))
    rounds.do(note_delivered, second, collected=Collected(cash_paise=DUE - 10_000, upi_paise=10_000))
    box = before.get(Account.OFFICE_CASH, 0) + 2 * DUE - 10_000
    sold = before.get(Account.SALES, 0) - 2 * DUE
    assert rounds.shelf.run(read_balances) == {
        Account.OFFICE_CASH: box, Account.BANK: 10_000, Account.SALES: sold}  # fmt: skip
    rounds.shelf.wait(days=1)
    assert rounds.do(close_day, today, 2 * DUE - 10_000, "") == 0
    assert rounds.shelf.run(read_balances) == {Account.BANK: box + 10_000, Account.SALES: sold}
    rounds.shelf.assert_sound()


def test_what_waits_in_a_run_goes_out_with_it_and_what_nobody_has_with_the_house(rounds: Rounds) -> None:
    in_run, loose = rounds.orders(2)
    (run_id,) = rounds.do(assign, [in_run], rounds.ravi)
    assert rounds.code_of(note_dispatched, in_run) == "order-waits-in-run"
    rounds.do(note_dispatched, loose)
    rounds.do(note_failed, loose, FailureReason.NOBODY_HOME)
    rounds.the_morning_comes()
    assert rounds.do(start_run, run_id) == 1
    rounds.shelf.assert_sound()


def test_money_goes_back_while_the_rider_stands_at_the_door(rounds: Rounds) -> None:
    (order_id,) = rounds.orders(1)
    rounds.pay_before(order_id)
    rounds.the_morning_comes()
    run_id = rounds.set_out([order_id], rounds.ravi)
    left = rounds.shelf.run(lambda session: refundable_paise(session, order_id))
    rounds.shelf.run(lambda session: refund_order(
        session, order_id, Wish("a bruised one", 10_000), shown_left_paise=left, actor=STAFF
    ))  # fmt: skip
    stop = rounds.next_stop(run_id)
    assert stop.due_paise == 0, "what goes back is not collected again"
    assert rounds.code_of(cancel_order, order_id, reason="customer") == "order-packed", "he has it in his hand"
    rounds.do(deliver_stop, stop.stop_id, cash_paise=0, actor=rounds.rider(rounds.ravi))
    rounds.shelf.assert_sound()


def test_who_holds_too_much_is_named_and_left_out(rounds: Rounds) -> None:
    run_id = rounds.run_under_way(1)
    rounds.do(deliver_stop, rounds.next_stop(run_id).stop_id, cash_paise=DUE)
    rounds.shelf.change(f"UPDATE shop SET rider_cash_limit_paise = {DUE}")
    free, over = rounds.shelf.run(riders_for_a_run)
    assert ([each.name for each in free], [each.name for each in over]) == (["Imran"], ["Ravi"])


@pytest.mark.parametrize("status", ["failed", "delivered"])
def test_what_is_done_changes_hands_no_more(rounds: Rounds, status: str) -> None:
    run_id = rounds.run_under_way(1)
    stop = rounds.next_stop(run_id)
    if status == "failed":
        rounds.do(fail_stop, stop.stop_id, FailureReason.DAMAGED)
    else:
        rounds.do(deliver_stop, stop.stop_id, cash_paise=DUE)
    assert rounds.code_of(assign, [stop.order_id], rounds.imran) == "order-not-assignable"
