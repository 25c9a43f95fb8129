"""Customers in the office: found, noted, joined, taken away as a file, erased."""

from __future__ import annotations

import json

import pytest

from core.clock import read_now
from core.customers.guests import make_guest
from core.db import transaction
from tests.office.conftest import Colleague, does, rows
from tests.office.selling import confirmed
from tests.support.shelf import Shelf


@pytest.fixture
def shelf(app: object) -> Shelf:
    return Shelf()


def test_somebody_is_found_and_their_page_says_all(founder: Colleague, shelf: Shelf) -> None:
    order_id = confirmed(shelf, "Meenakshi <script>")
    customer_id = shelf.order(order_id).customer_id
    here = f"/admin/customers/{customer_id}"
    phone = shelf.read("SELECT value FROM identities WHERE customer_id = :id", id=customer_id)
    for typed in ("meena", phone[-6:], shelf.order(order_id).address["line"]):
        assert f'href="{here}"' in founder.goes(f"/admin/customers?q={typed}").text, typed
    page = founder.goes(here).text
    assert "Meenakshi &lt;script&gt;" in page
    assert "Messages about their orders: yes" in page
    assert shelf.order(order_id).code in page
    noted = founder.fills(here, f"{here}/notes", text="Gate code is secret")
    assert "Gate code is secret" in noted.text
    assert "Gate code" not in founder.sends(noted, f"{here}/notes/forget").text
    assert founder.visitor.get("/admin/customers/999999").status_code == 404


def test_a_guest_of_the_web_shop_is_no_customer_until_they_leave_a_number(founder: Colleague) -> None:
    with transaction() as session:
        guest = make_guest(session, "en", read_now(session))
    assert f"/admin/customers/{guest}" not in founder.goes("/admin/customers").text
    assert "guest" not in founder.visitor.get("/admin/customers/export.csv").text.lower()
    does("UPDATE users SET contact_phone = '919800000321' WHERE id = :id", id=guest)
    assert f"/admin/customers/{guest}" in founder.goes("/admin/customers").text


def test_two_are_joined_and_a_packer_sees_nobody(founder: Colleague, packer: Colleague, shelf: Shelf) -> None:
    first, second = confirmed(shelf, "Asha Rao"), confirmed(shelf, "Asha Rao")
    gone, kept = shelf.order(first).customer_id, shelf.order(second).customer_id
    here = f"/admin/customers/{kept}"
    joined = founder.fills(here, f"{here}/join", other=str(gone))
    assert "They are one customer now" in joined.text
    assert shelf.order(first).customer_id == kept
    assert packer.goes(here).status_code == 403
    shelf.assert_sound()


def test_the_file_and_the_erasing_ask_once_more_and_the_latter_is_the_founders(
    founder: Colleague, manager: Colleague, shelf: Shelf
) -> None:
    customer_id = shelf.order(confirmed(shelf, "Asha")).customer_id
    here = f"/admin/customers/{customer_id}"
    file = founder.visitor.get(f"{here}/file")
    assert json.loads(file.text)["customer"]["name"] == "Asha"
    assert "/erase" not in manager.goes(here).text
    founder.grows_stale()
    assert founder.visitor.get(f"{here}/file").status_code == 303
    asked = founder.fills(here, f"{here}/erase", event="erase")
    assert "please add your password" in asked.text
    assert rows("SELECT id FROM erasures") == []
