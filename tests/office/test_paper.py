"""Paper: slips, the rider's list, bills as tax law wants them, posters; on three sizes, any selection at once."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from admin_web.office.paper import read_ids
from tests.office.conftest import Colleague
from tests.office.selling import code_of, confirmed, page_of
from tests.support.shelf import Shelf


@pytest.fixture
def shelf(app: object) -> Shelf:
    return Shelf()


@pytest.fixture
def two(founder: Colleague, shelf: Shelf) -> list[int]:
    """Two orders in their boxes."""
    orders = [confirmed(shelf, "Meena <i>"), confirmed(shelf)]
    for order_id in orders:
        here = page_of(shelf, order_id)
        founder.fills(here, f"{here}/pack", event="pack")
    return orders


def ids(orders: list[int]) -> str:
    return ",".join(map(str, orders))


def test_any_selection_is_printed_at_once_each_on_its_leaf(packer: Colleague, shelf: Shelf, two: list[int]) -> None:
    slips = packer.goes(f"/admin/paper?what=slip&ids={ids(two)}").text
    assert slips.count('class="leaf"') == 2
    assert "paper-a6" in slips
    assert all(code_of(shelf, each) in slips for each in two)
    assert "Collect ₹" in slips
    assert "Meena &lt;i&gt;" in slips
    roll = packer.goes(f"/admin/paper?what=slip&size=80mm&ids={ids(two)}").text
    assert "paper-80mm" in roll
    whole = packer.goes(f"/admin/paper?what=list&window={shelf.order(two[0]).slot_id}").text
    assert whole.count('class="leaf"') == 1
    assert "paper-a4" in whole
    assert packer.visitor.get("/admin/paper?what=slip&ids=x").status_code == 404
    page = packer.goes("/admin/orders")
    printed = packer.sends(page, "/admin/orders/bulk", move="slip", ids=[str(each) for each in two])
    assert printed.text.count('class="leaf"') == 2


def test_a_bill_says_what_the_law_asks_of_this_seller(founder: Colleague, shelf: Shelf, two: list[int]) -> None:
    memo = founder.goes(f"/admin/paper?what=bill&ids={two[0]}").text
    assert "Cash memo" in memo
    assert "FSSAI 00000000000000" in memo
    assert "GSTIN" not in memo, "who is not registered must not show GST"
    assert "HSN" not in memo
    shelf.change("UPDATE shop SET gstin = '29ABCDE1234F1Z5'")
    registered = confirmed(shelf)
    here = page_of(shelf, registered)
    founder.fills(here, f"{here}/pack", event="pack")
    bill = founder.goes(f"/admin/paper?what=bill&ids={registered}").text
    assert "Bill of supply" in bill
    assert all(words in bill for words in ("GSTIN 29ABCDE1234F1Z5", "0804", "JM/", "Palm Grove"))
    unpacked = confirmed(shelf)
    assert founder.visitor.get(f"/admin/paper?what=bill&ids={unpacked}").status_code == 404, "no bill before packing"


def test_a_poster_opens_the_chat_with_the_apartments_name(founder: Colleague, shelf: Shelf) -> None:
    apartment = shelf.read("SELECT id FROM apartments WHERE name = 'Palm Grove'")
    one = founder.goes(f"/admin/paper/posters?apartment={apartment}").text
    assert one.count('class="leaf poster"') == 1
    assert "Palm Grove" in one
    assert "data:image/svg+xml" in one
    assert founder.goes("/admin/paper/posters").text.count('class="leaf poster"') > 1


@given(some.text(max_size=60))
def test_any_ids_are_read(typed: str) -> None:
    assert all(0 < each < 2**63 for each in read_ids(typed))
