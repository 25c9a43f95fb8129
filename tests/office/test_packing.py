"""Packing a window: fruit by lot, box by box, and a tick that comes twice."""

from __future__ import annotations

from datetime import date

import pytest

from core.views.packing import Needed, plan_takings
from tests.office.conftest import Colleague
from tests.office.selling import code_of, confirmed
from tests.support.shelf import Shelf

MAY = date(2027, 5, 1)


@pytest.fixture
def shelf(app: object) -> Shelf:
    return Shelf()


def test_a_window_is_packed_box_by_box_and_a_tick_that_comes_again_is_fine(packer: Colleague, shelf: Shelf) -> None:
    first, second = confirmed(shelf), confirmed(shelf)
    slot_id = shelf.order(first).slot_id
    here = f"/admin/packing/{slot_id}"
    page = packer.goes(here)
    assert "24 pieces of lot" in page.text.replace("&nbsp;", " ") or "24 pieces" in page.text
    assert "0 of 2 packed" in page.text
    ticked = packer.sends(page, f"{here}/{first}", event="pack")
    assert "1 of 2 packed" in ticked.text
    again = packer.sends(page, f"{here}/{first}", event="pack")
    assert again.status_code == 200
    other_form = packer.sends(packer.goes(here), f"{here}/{first}", event="pack")
    assert "1 of 2 packed" in other_form.text
    back = packer.sends(other_form, f"{here}/{first}", event="unpack")
    assert "0 of 2 packed" in back.text
    assert code_of(shelf, second) in back.text
    shelf.assert_sound()


def test_windows_with_something_to_pack_are_listed(packer: Colleague, shelf: Shelf) -> None:
    order_id = confirmed(shelf)
    shelf.change(
        "UPDATE delivery_slots SET day = (jamango_now() AT TIME ZONE 'Asia/Kolkata')::date"
        f" WHERE id = {shelf.order(order_id).slot_id}"
    )
    page = packer.goes("/admin/packing").text
    assert f'href="/admin/packing/{shelf.order(order_id).slot_id}"' in page
    assert "1 to pack" in page
    assert packer.visitor.get("/admin/packing/999999").status_code == 404


def needed(quantity: int, *lots: tuple[int, int]) -> list[Needed]:
    """(days until ripe, remaining) each, the first-expired first."""
    found = [
        Needed(1, {"en": "Kesar"}, "piece", quantity, place, MAY.replace(day=ripe), MAY, left)
        for place, (ripe, left) in enumerate(lots, 1)
    ]
    return found or [Needed(1, {"en": "Kesar"}, "piece", quantity, None, None, None, 0)]


def test_the_first_expired_goes_first_and_what_no_lot_has_is_said() -> None:
    [plan] = plan_takings(needed(30, (2, 12), (4, 12)))
    assert [(each.lot_id, each.quantity) for each in plan.takings] == [(1, 12), (2, 12)]
    assert plan.missing == 6
    [enough] = plan_takings(needed(10, (2, 12), (4, 12)))
    assert ([(each.lot_id, each.quantity) for each in enough.takings], enough.missing) == ([(1, 10)], 0)
    [none] = plan_takings(needed(5))
    assert (none.takings, none.missing) == ((), 5)
