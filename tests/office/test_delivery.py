"""The Delivery page: shared out by one click or by hand, looked at by route, counted, postponed."""

from __future__ import annotations

import pytest

from core.delivery.planning import assign
from core.delivery.riding import deliver_stop, end_run, keep_proof, start_run, undo_last
from tests.office.conftest import Colleague, does, rows
from tests.office.selling import page_of
from tests.support.actors import STAFF
from tests.support.rounds import DUE, Rounds
from tests.support.shelf import Shelf

DELIVERY = "/admin/delivery"


@pytest.fixture
def rounds(app: object) -> Rounds:
    return Rounds(Shelf())


def test_a_window_is_shared_out_and_changed_by_hand(founder: Colleague, rounds: Rounds) -> None:
    assert "Nothing to bring" in founder.goes(DELIVERY).text
    first, second = rounds.orders(2)
    page = f"{DELIVERY}/windows/{rounds.slot_id}"
    assert "2 have no rider" in founder.goes(DELIVERY).text
    none = founder.fills(page, f"{page}/plan", riders=[])
    assert "Please choose a rider" in none.text
    done = founder.fills(page, f"{page}/plan", riders=[str(rounds.ravi), str(rounds.imran)])
    assert "Shared out" in done.text
    assert sorted(len(rounds.carried_by(each)) for each in (rounds.ravi, rounds.imran)) == [0, 2]
    founder.fills(page, f"{page}/assign", ids=[str(first)], rider=str(rounds.ravi))
    founder.fills(page, f"{page}/assign", ids=[str(second)], rider=str(rounds.imran))
    assert (rounds.carried_by(rounds.ravi), rounds.carried_by(rounds.imran)) == ([first], [second])
    shown = founder.fills(page, f"{page}/assign", ids=[str(second)], rider="0")
    assert "one has no rider" in shown.text
    assert rounds.carried_by(rounds.imran) == []


def test_a_route_is_shown_its_cash_counted_and_the_difference_worked_off(founder: Colleague, rounds: Rounds) -> None:
    run_id = rounds.run_under_way(1)
    page = f"{DELIVERY}/runs/{run_id}"
    route = founder.goes(page).text
    assert "Alphonso" in route and "Palm Grove" in route and "1 of 1 stops left" in route
    assert f"{page}/count" not in route, "nothing is handed over yet"
    stop = rounds.next_stop(run_id)
    rounds.do(deliver_stop, stop.stop_id, cash_paise=DUE)
    rounds.do(undo_last, run_id)
    rounds.do(deliver_stop, stop.stop_id, cash_paise=DUE)
    told = founder.goes(page_of(rounds.shelf, stop.order_id)).text
    assert [told.count(f"Cash at the door{end}") for end in ("</", ", taken back")] == [4, 2], "both sides of each"
    rounds.do(end_run, run_id, declared_paise=DUE)
    assert "Cash to count" in founder.goes(DELIVERY).text
    assert "differs" in founder.fills(page, f"{page}/count", counted="1,200").text
    assert rounds.holds(rounds.ravi) == 4_000
    difference = int(rounds.shelf.read("SELECT id FROM discrepancies"))
    wrong = founder.fills(DELIVERY, f"{DELIVERY}/differences/{difference}", settled="50", borne="")
    assert "Only ₹40 of that difference is left" in wrong.text
    founder.fills(DELIVERY, f"{DELIVERY}/differences/{difference}", settled="30", borne="10")
    assert rounds.holds(rounds.ravi) == 0
    rounds.shelf.assert_sound()


def test_the_link_of_a_rider_is_sent_once_more_while_he_is_out(founder: Colleague, rounds: Rounds) -> None:
    orders = rounds.orders(1)
    rounds.the_morning_comes()
    (run_id,) = rounds.do(assign, orders, rounds.ravi)
    page = f"{DELIVERY}/runs/{run_id}"
    assert f"{page}/link" not in founder.goes(page).text
    rounds.do(start_run, run_id, actor=rounds.rider(rounds.ravi))
    rounds.shelf.change(f"INSERT INTO chats (staff_id) SELECT {rounds.ravi}"
                        f" WHERE NOT EXISTS (SELECT FROM chats WHERE staff_id = {rounds.ravi})")  # fmt: skip
    shown = founder.goes(page)
    assert "/r/" not in shown.text, "who opens it acts as the rider"
    assert "Sent." in founder.sends(shown, f"{page}/link").text
    assert rounds.rider_heard(rounds.ravi)[-1] == "rider-link"
    rounds.do(deliver_stop, rounds.next_stop(run_id).stop_id, cash_paise=DUE)
    rounds.do(end_run, run_id, declared_paise=DUE)
    assert "has no page" in founder.sends(shown, f"{page}/link", _once="anew").text


def test_rain_and_a_code_that_nobody_finds(founder: Colleague, manager: Colleague, rounds: Rounds) -> None:
    rounds.shelf.change("UPDATE shop SET delivery_codes = true")
    run_id = rounds.run_under_way(1)
    order_id = rounds.next_stop(run_id).order_id
    assert "/release" not in manager.goes(f"{DELIVERY}/runs/{run_id}").text
    founder.fills(f"{DELIVERY}/runs/{run_id}", f"{DELIVERY}/orders/{order_id}/release")
    assert not rounds.next_stop(run_id).asks_code
    page = f"{DELIVERY}/windows/{rounds.slot_id}"
    assert "everybody was asked" in manager.fills(page, f"{page}/postpone", reason="rain").text
    assert [row.status for row in rows("SELECT status FROM orders WHERE id = :id", id=order_id)] == ["delivery_failed"]
    assert rounds.run_status(run_id) == "dissolved"
    assert rounds.code_of(start_run, run_id) == "run-over"
    for path in (f"{DELIVERY}/runs/99", f"{DELIVERY}/windows/99999"):
        assert founder.goes(path).status_code == 404


def test_a_route_is_changed_by_hand_stop_by_stop_and_printed(founder: Colleague, rounds: Rounds) -> None:
    first, second, third = rounds.orders(3)
    page = f"{DELIVERY}/windows/{rounds.slot_id}/routes"
    assert founder.goes(f"{DELIVERY}/windows/{rounds.slot_id}/sheets").status_code == 404, "nothing to print yet"
    assert "3 have no rider" in founder.goes(page).text
    for order_id in (first, second):
        founder.fills(page, order=str(order_id), rider=str(rounds.ravi), place="999")
    shown = founder.fills(page, order=str(third), rider=str(rounds.ravi), place="1")
    assert rounds.carried_by(rounds.ravi)[0] == third
    assert "all have a rider" in shown.text
    founder.fills(page, order=str(third), rider=str(rounds.ravi), place="2")
    assert rounds.carried_by(rounds.ravi)[1] == third
    founder.fills(page, order=str(first), rider=str(rounds.imran), place="1")
    assert rounds.carried_by(rounds.imran) == [first]
    paper = founder.goes(f"{DELIVERY}/windows/{rounds.slot_id}/sheets").text
    assert paper.count("<article") == 3, "the boxes of both, and a sheet for each"
    assert rounds.shelf.order(third).code in paper
    founder.fills(page, order=str(first), rider="0", place="1")
    assert rounds.carried_by(rounds.imran) == []
    wrong = founder.fills(page, order=str(first), rider="0", place="1")
    assert "has no rider" in wrong.text


def test_a_run_is_begun_reported_and_ended_for_a_rider_whose_phone_is_silent(
    founder: Colleague, packer: Colleague, rounds: Rounds
) -> None:
    (order_id,) = rounds.orders(1)
    rounds.do(assign, [order_id], rounds.ravi)
    run_id = int(rounds.shelf.read("SELECT id FROM runs"))
    page, code = f"{DELIVERY}/runs/{run_id}", rounds.shelf.order(order_id).code
    order = f"/admin/orders/{code}"
    waits = founder.fills(order, f"{order}/way", event="dispatch")
    assert "waits in the run of Ravi" in waits.text
    assert "too early" in founder.fills(page, f"{page}/start").text
    rounds.the_morning_comes()
    assert "under way" in founder.fills(page, f"{page}/start").text
    founder.fills(order, f"{order}/way", event="deliver", cash="1240")
    assert rounds.holds(rounds.ravi) == DUE, "the rider's to hand over"
    assert "Count the cash now" in founder.fills(page, f"{page}/end", declared="1240").text
    assert rounds.run_status(run_id) == "ended"
    assert packer.visitor.post(f"{page}/start").status_code == 403
    assert code in founder.goes(f"{page}/sheet").text
    rounds.shelf.assert_sound()


def test_the_photo_of_a_door_is_shown_in_its_run(founder: Colleague, rounds: Rounds) -> None:
    run_id = rounds.run_under_way(1)
    stop = rounds.next_stop(run_id)
    page = f"{DELIVERY}/runs/{run_id}"
    rounds.shelf.run(lambda session: keep_proof(session, stop.stop_id, "wamid.door", actor=STAFF))
    does("INSERT INTO attachments (chat_id, message_id, media_id, kind, mime_type, filename, next_attempt_at, status,"
         " digest, kept_at) SELECT id, 'wamid.door', 'media.1', 'image', 'image/jpeg', '', jamango_now(), 'kept', 'x',"
         " jamango_now() FROM chats WHERE staff_id = :id", id=rounds.ravi)  # fmt: skip
    assert f"Photo of {stop.code}" in founder.goes(page).text
