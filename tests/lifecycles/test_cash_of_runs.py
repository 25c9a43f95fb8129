"""A rider's cash: declared, counted, different, worked off; codes at the door; a window that does not happen."""

from __future__ import annotations

import pytest

from core.actor import Actor, Role
from core.delivery.cash import count_cash, work_off
from core.delivery.codes import check_code, release_code
from core.delivery.planning import assign
from core.delivery.postponing import postpone_window
from core.delivery.queries import open_differences
from core.delivery.riding import deliver_stop, end_run, start_run, undo_last
from core.ledger.queries import read_balances
from core.ledger.rules import Account
from core.orders.actions import reschedule_order
from core.orders.lifecycle import OrderStatus
from core.payments.actions import cancel_order
from jamango import runs as commands
from tests.lifecycles.test_delivering import another_slot
from tests.support.rounds import DUE, Rounds


@pytest.fixture
def handed_over(rounds: Rounds) -> int:
    """A run of one stop, whose cash the rider says he hands over."""
    run_id = rounds.run_under_way(1)
    rounds.do(deliver_stop, rounds.next_stop(run_id).stop_id, cash_paise=DUE, actor=rounds.rider(rounds.ravi))
    rounds.do(end_run, run_id, declared_paise=DUE, actor=rounds.rider(rounds.ravi))
    return run_id


def balance(rounds: Rounds, account: Account) -> int:
    return rounds.shelf.run(read_balances).get(account, 0)


def alerts(rounds: Rounds) -> int:
    return int(rounds.shelf.read(
        "SELECT count(*) FROM alerts WHERE code = 'rider-cash-difference' AND resolved_at IS NULL"
    ))  # fmt: skip


def test_what_is_right_is_counted_once(rounds: Rounds, handed_over: int) -> None:
    assert rounds.code_of(count_cash, handed_over, DUE, actor=rounds.rider(rounds.ravi)) == "not-allowed"
    assert rounds.code_of(count_cash, handed_over, -1) == "amount-unclear"
    assert rounds.do(count_cash, handed_over, DUE) == 0
    assert (rounds.holds(rounds.ravi), balance(rounds, Account.BANK), alerts(rounds)) == (0, DUE, 0)
    assert rounds.code_of(count_cash, handed_over, DUE) == "nothing-to-count"
    rounds.shelf.assert_sound()


def test_what_is_missing_is_frozen_seen_and_worked_off(rounds: Rounds, handed_over: int) -> None:
    assert rounds.do(count_cash, handed_over, DUE - 30_000) == -30_000
    assert (rounds.holds(rounds.ravi), alerts(rounds)) == (30_000, 1), "it stays his"
    (difference,) = rounds.shelf.run(open_differences)
    assert (difference.amount_paise, difference.left_paise, difference.rider) == (-30_000, 30_000, "Ravi")
    rounds.shelf.assert_sound()
    assert rounds.code_of(work_off, difference.id, settled_paise=30_001) == "discrepancy-too-much"
    assert rounds.code_of(work_off, difference.id) == "amount-unclear"
    assert rounds.code_of(work_off, 99, borne_paise=1) == "discrepancy-unknown"
    assert rounds.code_of(work_off, difference.id, borne_paise=1, actor=rounds.rider(rounds.ravi)) == "not-allowed"
    assert rounds.do(work_off, difference.id, settled_paise=20_000) == 10_000
    assert rounds.do(work_off, difference.id, borne_paise=10_000) == 0
    assert rounds.code_of(work_off, difference.id, borne_paise=1) == "discrepancy-too-much"
    assert (rounds.holds(rounds.ravi), alerts(rounds)) == (0, 0)
    assert balance(rounds, Account.BANK) == DUE - 10_000
    assert balance(rounds, Account.CASH_DIFFERENCES) == 10_000
    rounds.shelf.assert_sound()


def test_what_is_too_much_goes_back_to_him(rounds: Rounds, handed_over: int) -> None:
    assert rounds.do(count_cash, handed_over, DUE + 5_000) == 5_000
    assert rounds.holds(rounds.ravi) == -5_000
    (difference,) = rounds.shelf.run(open_differences)
    assert rounds.do(work_off, difference.id, settled_paise=5_000) == 0
    assert (rounds.holds(rounds.ravi), balance(rounds, Account.BANK)) == (0, DUE)
    rounds.shelf.assert_sound()


def test_who_carries_too_much_gets_no_new_run(rounds: Rounds) -> None:
    later = rounds.orders(2)
    run_id = rounds.run_under_way(1)
    rounds.do(deliver_stop, rounds.next_stop(run_id).stop_id, cash_paise=DUE)
    rounds.do(assign, later[:1], rounds.ravi)
    rounds.shelf.change(f"UPDATE shop SET rider_cash_limit_paise = {DUE}")
    rounds.do(assign, later[1:], rounds.ravi)
    rounds.do(undo_last, run_id)
    for _ in rounds.stops(run_id):
        rounds.do(deliver_stop, rounds.next_stop(run_id).stop_id, cash_paise=DUE)
    rounds.do(end_run, run_id, declared_paise=3 * DUE)
    rounds.slot_id = another_slot(rounds.shelf, later[0])
    fresh = rounds.orders(1)
    assert rounds.code_of(assign, fresh, rounds.ravi) == "rider-over-cash-limit"
    rounds.do(assign, fresh, rounds.imran)
    rounds.do(count_cash, run_id, 3 * DUE)
    rounds.do(assign, fresh, rounds.ravi)


def test_a_code_is_said_by_the_customer_or_let_go_by_the_founder(rounds: Rounds) -> None:
    rounds.shelf.change("UPDATE shop SET delivery_codes = true")
    run_id = rounds.run_under_way(2)
    first, second = rounds.stops(run_id)
    ravi = rounds.rider(rounds.ravi)
    code = str(rounds.shelf.read("SELECT code FROM delivery_assignments WHERE id = :id", id=first.stop_id))
    wrong = f"{(int(code) + 1) % 10_000:04d}"
    assert first.asks_code
    assert rounds.code_of(deliver_stop, first.stop_id, cash_paise=DUE, actor=ravi) == "code-missing"
    assert rounds.code_of(check_code, first.stop_id, code, actor=rounds.rider(rounds.imran)) == "not-your-run"
    assert [rounds.do(check_code, first.stop_id, each, actor=ravi) for each in (wrong, f" {code} ", wrong)] == [
        False, True, True]  # fmt: skip
    rounds.do(deliver_stop, first.stop_id, cash_paise=DUE, actor=ravi)
    other = str(rounds.shelf.read("SELECT code FROM delivery_assignments WHERE id = :id", id=second.stop_id))
    assert not any(rounds.do(check_code, second.stop_id, "x", actor=ravi) for _ in range(5))
    assert rounds.code_of(check_code, second.stop_id, other, actor=ravi) == "code-tries-over"
    for actor in (ravi, Actor.staff(2, Role.MANAGER)):
        assert rounds.code_of(release_code, second.order_id, actor=actor) == "not-allowed"
    rounds.do(release_code, second.order_id)
    assert rounds.shelf.read("SELECT count(*) FROM audit_log WHERE action = 'code-released'") == 1
    rounds.do(deliver_stop, second.stop_id, cash_paise=DUE, actor=ravi)
    assert rounds.code_of(release_code, second.order_id) == "order-not-on-its-way"
    rounds.shelf.assert_sound()


def test_rain_takes_the_runs_apart_and_asks_everybody(rounds: Rounds) -> None:
    unpaid = rounds.shelf.place(rounds.shelf.buyers(1, slot_id=rounds.slot_id)[0])
    confirmed, loose = rounds.orders(2, packed=False)
    out = rounds.orders(2)
    waiting = rounds.orders(1)
    rounds.pay_before(confirmed)
    rounds.do(assign, [confirmed], rounds.imran)
    rounds.the_morning_comes()
    run_id = rounds.set_out(out, rounds.ravi)
    rounds.do(assign, waiting, rounds.imran)
    stop = rounds.next_stop(run_id)
    rounds.do(deliver_stop, stop.stop_id, cash_paise=DUE)
    assert rounds.code_of(postpone_window, rounds.slot_id, "rain", actor=rounds.rider(rounds.ravi)) == "not-allowed"
    done = rounds.do(postpone_window, rounds.slot_id, "rain")
    assert (done.asked, done.ended, done.runs) == (4, int(rounds.shelf.order(unpaid).status == "cancelled"), 2)
    came_back = {confirmed, loose, *waiting, *out} - {stop.order_id}
    assert {rounds.shelf.order(each).status for each in came_back} == {OrderStatus.DELIVERY_FAILED}
    assert all(rounds.told(each)[-1] == "window-postponed" for each in came_back)
    assert rounds.run_status(run_id) == "open", "its cash is still to be handed over"
    assert rounds.rider_heard(rounds.ravi)[-1] == "rider-run-off"
    rounds.do(end_run, run_id, declared_paise=DUE)
    rounds.do(count_cash, run_id, DUE)
    assert not rounds.shelf.read("SELECT count(*) FROM runs WHERE status IN ('planned', 'open')")
    assert not rounds.shelf.read("SELECT open FROM delivery_slots WHERE id = :id", id=rounds.slot_id)
    rounds.shelf.assert_sound()
    on_hand = rounds.shelf.stock()[0]
    rounds.do(cancel_order, confirmed, reason="customer")
    assert rounds.shelf.stock()[0] == on_hand + 12, "what was not packed is on the shelf again"
    assert rounds.shelf.read("SELECT count(*) FROM refunds") == 1
    rounds.do(reschedule_order, loose, another_slot(rounds.shelf, loose))
    rounds.do(cancel_order, waiting[0], reason="customer")
    assert rounds.shelf.stock()[0] == on_hand + 12, "what was packed is looked at first"
    assert rounds.do(postpone_window, rounds.slot_id, "rain").asked == 0, "a second time asks nobody"
    rounds.shelf.assert_sound()


def test_the_command_line_plans_packs_counts_and_postpones(rounds: Rounds) -> None:
    orders = rounds.orders(2, packed=False)
    code = rounds.shelf.order(orders[0]).code
    assert "2 with no rider" in "\n".join(commands.overview())
    assert commands.plan(rounds.slot_id, ["ravi"]) == ["Ravi: 2 orders"]
    assert "run" in commands.give([code.lower()], "Imran")
    assert commands.take_away(code) == f"{code} has no rider now."
    assert commands.window_lines(rounds.slot_id)[0].startswith(f"{code}  (no rider)")
    assert commands.pack_window(rounds.slot_id) == "2 orders are packed."
    commands.plan(rounds.slot_id, ["Ravi"])
    rounds.the_morning_comes()
    run_id = int(rounds.shelf.read("SELECT id FROM runs WHERE status = 'planned'"))
    rounds.do(start_run, run_id)
    lines = commands.run_lines(run_id)
    assert lines[1] == "  2 × Alphonso · Hapus, 1 dozen"
    assert lines[2].lstrip().startswith("1. ")
    for stop in rounds.stops(run_id):
        rounds.do(deliver_stop, stop.stop_id, cash_paise=DUE)
    rounds.do(end_run, run_id, declared_paise=2 * DUE)
    assert "₹40 missing" in commands.count(run_id, 2440)
    difference = rounds.shelf.run(open_differences)[0].id
    assert any(line.startswith("difference") for line in commands.overview())
    assert commands.settle(difference, brought=30, borne=10) == "Nothing is left of it."
    assert "0 customers were asked" in commands.postpone(rounds.slot_id, "rain")
    for wrong in (lambda: commands.run_lines(99), lambda: commands.plan(1, ["Nobody"]), lambda: commands.release("XX")):
        with pytest.raises(Exception, match=r"no run|not one of|no order"):
            wrong()
    rounds.shelf.assert_sound()
