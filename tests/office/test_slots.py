"""Windows in the office: planned, closed with a reason, cleared in one step."""

from __future__ import annotations

from core.clock import read_now
from core.db import transaction
from core.orders.actions import confirm_cash_order
from tests.office.conftest import Colleague, rows
from tests.support.shelf import Shelf


def test_a_window_is_closed_opened_resized_and_cleared(founder: Colleague) -> None:
    shelf = Shelf()
    slot_id = shelf.slot()
    orders = [shelf.place(buyer) for buyer in shelf.buyers(2, slot_id=slot_id)]
    for order in orders:
        with transaction() as session:
            confirm_cash_order(session, order, read_now(session))
    path = f"/admin/slots/{slot_id}"
    assert "2 of" in founder.goes(path).text
    assert "cannot be lower" in founder.fills(f"{path}/size", capacity="1").text
    assert "of 9 places" in founder.fills(f"{path}/size", capacity="9", cutoff="30").text
    assert "Closed because: wedding" in founder.fills(f"{path}/close", reason="wedding").text
    founder.sends(founder.goes(path), "/admin/undo")
    assert rows("SELECT open FROM delivery_slots WHERE id = :id", id=slot_id)[0].open is True
    founder.fills(f"{path}/close", reason="wedding")
    founder.sends(founder.goes(path), f"{path}/open")
    assert rows("SELECT open FROM delivery_slots WHERE id = :id", id=slot_id)[0].open is True
    page = founder.fills(f"{path}/clear", remedy="move", cause="rain", to="0")
    assert "Nobody has ordered for it." in page.text
    assert shelf.places(slot_id)[1] == 0
    assert shelf.told(shelf.order(orders[0]).customer_id)[-1] == "window-moved"
    moved = rows("SELECT slot_id FROM orders WHERE id = :id", id=orders[0])[0].slot_id
    shelf.change(f"UPDATE delivery_slots SET open = false WHERE id <> {moved}")
    stuck = founder.fills(f"/admin/slots/{moved}/clear", remedy="move", cause="rain", to="0")
    assert "No other window" in stuck.text and shelf.order(orders[0]).code in stuck.text
    founder.fills(f"/admin/slots/{moved}/clear", remedy="refund", cause="road", to="0")
    assert shelf.order(orders[0]).status.value == "cancelled"
    shelf.assert_sound()


def test_the_week_and_single_windows(founder: Colleague) -> None:
    zone = rows("SELECT id FROM zones ORDER BY id LIMIT 1")[0].id
    hours = {"zone": str(zone), "starts": "20:00", "ends": "21:00", "capacity": "4", "cutoff": "30"}
    assert "at least one day" in founder.fills("/admin/slots/weekly/new", weekdays=[], **hours).text
    founder.fills("/admin/slots/weekly/new", weekdays=["2", "4"], **hours)
    pattern = rows("SELECT max(id) AS id FROM slot_patterns")[0].id
    assert "at that hour" in founder.fills("/admin/slots/weekly/new", weekdays=["2"], **hours).text
    founder.fills(f"/admin/slots/weekly/{pattern}", capacity="7", cutoff="45")
    assert rows("SELECT capacity FROM slot_patterns WHERE id = :id", id=pattern)[0].capacity == 7
    founder.sends(founder.goes(f"/admin/slots/weekly/{pattern}/end"), f"/admin/slots/weekly/{pattern}/end")
    assert rows("SELECT active FROM slot_patterns WHERE id = :id", id=pattern)[0].active is False
    day = str(rows("SELECT (max(day) + 3)::text AS day FROM delivery_slots")[0].day)
    assert "4 places" in founder.fills("/admin/slots/new", day=day, **hours).text
    again = founder.fills("/admin/slots/new", day=day, **hours)
    assert "at that hour already" in again.text and f'value="{day}"' in again.text
    for odd, sentence in (
        ({"day": "2001-01-01"}, "That hour has passed already"),
        ({"day": "2098-01-01"}, "A window is at most 366 days ahead"),
        ({"day": "9999-12-31"}, "Please look at the year"),
        ({"zone": "999"}, "There is no such zone"),
    ):
        refused = founder.fills("/admin/slots/new", **{**hours, "day": day, **odd})
        assert (refused.status_code, sentence in refused.text) == (422, True), odd
    assert founder.visitor.get("/admin/slots?day=9999-12-31").status_code == 200
