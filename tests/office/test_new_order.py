"""An order for somebody on the phone."""

from __future__ import annotations

import re
from typing import cast

import pytest

from tests.office.conftest import Colleague, rows
from tests.support.shelf import Shelf

CALLER = "98765 00311"


@pytest.fixture
def shelf(app: object) -> Shelf:
    return Shelf()


def begin(founder: Colleague, name: str = "Kamala Iyer") -> tuple[str, int]:
    """The path of the form for a caller, and their id."""
    founder.fills("/admin/orders/new", phone=CALLER, name=name)
    customer_id = rows("SELECT customer_id FROM identities WHERE value = '919876500311'")[0].customer_id
    return f"/admin/orders/new/{customer_id}", customer_id


def counts(page: str, pack_id: int, many: int) -> list[str]:
    """How many of each pack, in the order in which the form asks."""
    packs = [part.split('"')[0] for part in page.split('name="packs" value="')[1:]]
    return [str(many) if int(pack) == pack_id else "0" for pack in packs]


def typed(shelf: Shelf, page: str, many: int = 1, **more: str) -> dict[str, object]:
    packs = [part.split('"')[0] for part in page.split('name="packs" value="')[1:]]
    apartment = str(shelf.read("SELECT id FROM apartments WHERE name = 'Palm Grove'"))
    lines = {"packs": packs, "counts": counts(page, shelf.pack(), many)}
    return {**lines, "apartment": apartment, "line": "B-1203", "window": str(shelf.slot()), "way": "cash", **more}


def test_a_caller_is_met_the_sum_is_said_and_the_order_placed(founder: Colleague, shelf: Shelf) -> None:
    here, customer_id = begin(founder)
    page = founder.goes(here)
    assert "Kamala Iyer" in page.text
    said = founder.sends(page, here, step="sum", **typed(shelf, page.text))
    assert "Say this on the phone" in said.text
    placed = founder.sends(said, here, step="place", **typed(shelf, said.text))
    assert "The order is placed." in placed.text
    order = rows("SELECT channel, status, total_paise FROM orders WHERE customer_id = :id", id=customer_id)[0]
    assert (order.channel, order.status) == ("phone", "confirmed")
    consents = rows("SELECT source FROM consents WHERE customer_id = :id", id=customer_id)
    assert [each.source for each in consents] == ["phone"]
    assert "Tester founder placed the order" in placed.text
    shelf.assert_sound()


def test_another_sum_than_was_said_places_nothing(founder: Colleague, shelf: Shelf) -> None:
    here, customer_id = begin(founder)
    page = founder.goes(here)
    said = founder.sends(page, here, step="sum", **typed(shelf, page.text))
    shelf.change("UPDATE packs SET price_paise = price_paise + 1000")
    refused = founder.sends(said, here, step="place", **typed(shelf, said.text))
    assert "Nothing was ordered" in refused.text
    assert rows("SELECT id FROM orders WHERE customer_id = :id", id=customer_id) == []


def test_what_is_missing_is_said_beside_its_field_and_nothing_typed_is_lost(founder: Colleague, shelf: Shelf) -> None:
    here, _ = begin(founder)
    page = founder.goes(here)
    given = typed(shelf, page.text, many=3, line="")
    missing = founder.visitor.fills(page, here, step="sum", **given)
    assert missing.status_code == 422
    assert "Please give the tower and flat too" in missing.text
    assert 'name="counts" type="number" inputmode="numeric" min="0" max="99" value="3"' in missing.text


def test_an_empty_count_keeps_its_place_and_a_wrong_one_is_marked_where_it_stands(
    founder: Colleague, shelf: Shelf
) -> None:
    here, customer_id = begin(founder)
    page = founder.goes(here)
    given = typed(shelf, page.text)
    packs = [str(each) for each in cast(list[str], given["packs"])]
    wanted = str(shelf.pack())
    given["counts"] = ["१" if pack == wanted else "" for pack in packs]
    founder.sends(founder.sends(page, here, step="sum", **given), here, step="place", **given)
    bought = rows("SELECT i.pack_id, i.quantity FROM order_items i JOIN orders o ON o.id = i.order_id"
                  " WHERE o.customer_id = :id", id=customer_id)  # fmt: skip
    assert [tuple(row) for row in bought] == [(int(wanted), 1)], "not of the first pack in the list"
    given["counts"] = ["many" if pack == wanted else "0" for pack in packs]
    wrong = founder.visitor.fills(founder.goes(here), here, step="sum", **given)
    marked = re.findall(r'id="counts-(\d+)-wrong" class="field-wrong">.*?<span>([^<]*)', wrong.text, re.DOTALL)
    assert (wrong.status_code, marked) == (422, [(wanted, "Please give a whole number.")])


def test_no_sum_is_said_for_what_cannot_be_ordered_and_nothing_remains_of_asking(
    founder: Colleague, shelf: Shelf
) -> None:
    here, customer_id = begin(founder)
    page = founder.goes(here)
    elsewhere = rows("SELECT s.id FROM delivery_slots s JOIN zones z ON z.id = s.zone_id WHERE z.slug <> 'lakeside'"
                     " ORDER BY s.starts_at DESC LIMIT 1")[0].id  # fmt: skip
    gone = rows("SELECT s.id FROM delivery_slots s JOIN zones z ON z.id = s.zone_id WHERE z.slug = 'lakeside'"
                " ORDER BY s.starts_at DESC LIMIT 1")[0].id  # fmt: skip
    shelf.change(f"UPDATE delivery_slots SET open = false WHERE id = {gone}")
    for odd, place, sentence in (
        ({"window": str(elsewhere)}, "window", "That window is another zone"),
        ({"window": str(gone)}, "window", "That time is closed"),
        ({"apartment": ""}, "apartment", "Please choose the apartment too"),
        ({"line": ""}, "line", "Please give the tower and flat too"),
        ({"counts": counts(page.text, shelf.pack(), 99)}, "", ""),
    ):
        refused = founder.visitor.fills(page, here, step="sum", **{**typed(shelf, page.text), **odd})
        assert (refused.status_code, "Say this on the phone" in refused.text) == (422, False), odd
        assert not place or (f'id="{place}-wrong"' in refused.text and sentence in refused.text), odd
    said = founder.sends(page, here, step="sum", **typed(shelf, page.text))
    assert "Say this on the phone" in said.text
    assert rows("SELECT id FROM orders WHERE customer_id = :id", id=customer_id) == []
    assert rows("SELECT id FROM addresses WHERE customer_id = :id", id=customer_id) == []
    shelf.assert_sound()


def test_a_known_caller_is_the_same_customer_and_staff_are_none(founder: Colleague) -> None:
    first, _ = begin(founder)
    again, _ = begin(founder, "Somebody else")
    assert first == again
    assert [row.name for row in rows("SELECT name FROM users WHERE name LIKE 'Kamala%'")] == ["Kamala Iyer"]
    refused = founder.fills("/admin/orders/new", phone="+91 00000 00105", name="x")
    assert "Please give one phone number" in refused.text or "works here" in refused.text
