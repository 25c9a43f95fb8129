"""The page of one order: what happened, and what staff do with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from core.orders.lifecycle import LIFECYCLE
from pages.wording import PAGES
from tests.office.conftest import Colleague, does, rows
from tests.office.selling import code_of, confirmed, page_of
from tests.support.paid import pay
from tests.support.shelf import Shelf
from tests.support.visitor import complaints

ROOT = Path(__file__).parents[2]


@pytest.fixture
def shelf(app: object) -> Shelf:
    return Shelf()


@pytest.fixture
def paid(shelf: Shelf) -> int:
    """Two dozens of Alphonso, paid online."""
    order_id = shelf.place(shelf.fill_cart(shelf.meet(), {shelf.pack(): 2}))
    pay(shelf, order_id)
    return order_id


def refunds() -> list[tuple[int, str]]:
    return [(row.amount_paise, row.reason) for row in rows("SELECT amount_paise, reason FROM refunds ORDER BY id")]


def test_the_page_tells_the_life_of_an_order_in_sentences(founder: Colleague, shelf: Shelf) -> None:
    order_id = confirmed(shelf, "Meena <b>")
    here = page_of(shelf, order_id)
    packed = founder.fills(here, f"{here}/pack", event="pack")
    assert "Tester founder packed it." in packed.text
    assert "The customer placed the order for ₹" in packed.text
    assert "Bill JM/" in packed.text
    assert "Meena &lt;b&gt;" in packed.text
    assert founder.visitor.get("/admin/orders/NOBODY").status_code == 404


def test_it_goes_out_and_arrives_with_exactly_its_cash(founder: Colleague, shelf: Shelf) -> None:
    order_id = confirmed(shelf)
    here, due = page_of(shelf, order_id), shelf.order(order_id).due_paise // 100
    founder.fills(here, f"{here}/pack", event="pack")
    founder.fills(here, f"{here}/way", event="dispatch")
    wrong = founder.fills(here, f"{here}/way", event="deliver", cash=str(due - 1))
    assert "Nothing was noted" in wrong.text
    assert f'value="{due - 1}"' in wrong.text, "what was typed is still there"
    founder.fills(here, f"{here}/way", event="deliver", cash=str(due - 100), upi="100")
    assert shelf.order(order_id).status == "delivered"
    shelf.assert_sound()


def test_what_comes_back_says_why_and_gets_another_window(founder: Colleague, shelf: Shelf) -> None:
    order_id = confirmed(shelf)
    here = page_of(shelf, order_id)
    founder.fills(here, f"{here}/pack", event="pack")
    founder.fills(here, f"{here}/way", event="dispatch")
    founder.fills(here, f"{here}/way", event="fail", reason="nobody-home")
    page = founder.goes(here)
    before = shelf.order(order_id).slot_id
    founder.sends(page, f"{here}/window")
    assert shelf.order(order_id).slot_id != before
    assert shelf.order(order_id).status == "confirmed"
    shelf.assert_sound()


def test_home_window_and_note_are_changed_and_a_reload_changes_nothing(founder: Colleague, shelf: Shelf) -> None:
    order_id = confirmed(shelf)
    here, apartment = page_of(shelf, order_id), shelf.order(order_id).apartment_id
    moved = founder.fills(here, f"{here}/home", home="", apartment=str(apartment), line="C-707")
    assert "C-707" in moved.text
    unclear = founder.fills(here, f"{here}/home", home="", apartment=str(apartment), line="x")
    assert "We could not read a home there" in unclear.text
    noted = founder.fills(here, f"{here}/note", note="Ring twice")
    assert shelf.order(order_id).note == "Ring twice"
    assert 'name="note" type="text" value="Ring twice"' in noted.text, "what stands is changed, not lost"
    shelf.assert_sound()


def test_some_lines_are_refunded_and_a_second_person_with_the_same_page_is_told(
    founder: Colleague, manager: Colleague, shelf: Shelf, paid: int
) -> None:
    here = page_of(shelf, paid)
    theirs, hers = manager.goes(here), founder.goes(here)
    done = founder.sends(hers, f"{here}/refund", counts="1", refund_reason="one dozen was bruised")
    assert "It is on its way back" in done.text
    late = manager.sends(theirs, f"{here}/refund", counts="1", refund_reason="bruised")
    assert "has changed meanwhile" in late.text
    assert refunds() == [(120_000, "one dozen was bruised")]
    shelf.assert_sound()


def test_a_home_that_nobody_chose_is_told_to_staff_in_words_for_staff(founder: Colleague, shelf: Shelf) -> None:
    here = page_of(shelf, confirmed(shelf))
    refused = founder.fills(here, f"{here}/home")
    assert "No home was chosen, so nothing was changed" in refused.text
    assert complaints(refused.text) == [f"{here}/home"]


def test_what_cannot_be_refunded_is_said_as_it_is(founder: Colleague, shelf: Shelf, paid: int) -> None:
    here = page_of(shelf, paid)
    why = {"refund_reason": "late"}
    for given, sentence in (
        ({"amount": "0"}, "Nothing would go back"),
        ({"counts": ""}, "Nothing would go back"),
        ({"counts": "3"}, "were ordered, so no more of them can be refunded"),
        ({"amount": "99,999"}, "can be refunded"),
        ({"counts": "lots"}, "Please give a whole number"),
    ):
        refused = founder.fills(here, f"{here}/refund", **given, **why)
        assert sentence in refused.text, given
        assert "There is nothing left to refund" not in refused.text
    assert refunds() == []


def test_a_complaint_stands_beside_the_form_that_was_sent_and_nowhere_else(founder: Colleague, shelf: Shelf) -> None:
    order_id = confirmed(shelf)
    here = page_of(shelf, order_id)
    founder.fills(here, f"{here}/pack", event="pack")
    founder.fills(here, f"{here}/way", event="dispatch")
    page = founder.goes(here)
    wrong = founder.sends(page, f"{here}/way", event="deliver", cash="1")
    assert (complaints(wrong.text), wrong.text.count("Nothing was noted")) == ([f"{here}/way"], 1)
    wrong = founder.sends(page, f"{here}/way", event="fail", reason="")
    assert complaints(wrong.text) == [f"{here}/way"]
    assert 'id="cash-wrong"' not in wrong.text
    founder.fills(here, f"{here}/way", event="deliver", cash=str(shelf.order(order_id).due_paise // 100))
    late = founder.sends(page, f"{here}/way", event="dispatch")
    assert complaints(late.text) == [""], "its form is gone from the page, which says so at the top"


def test_two_forms_of_one_page_are_two_deeds_even_with_one_key(founder: Colleague, shelf: Shelf) -> None:
    """Whoever goes back and sends another form of the old page is not taken for who sends the first again."""
    order_id = confirmed(shelf)
    here = page_of(shelf, order_id)
    page = founder.goes(here)
    founder.sends(page, f"{here}/note", note="Ring twice", _once="the-same")
    founder.sends(page, f"{here}/pack", event="pack", _once="the-same")
    assert "Tester founder changed the note. It costs ₹" in founder.goes(here).text
    assert (shelf.order(order_id).note, shelf.order(order_id).status) == ("Ring twice", "packed")


def test_a_refund_asks_once_more_who_is_there_and_loses_nothing_typed(
    founder: Colleague, packer: Colleague, shelf: Shelf, paid: int
) -> None:
    here = page_of(shelf, paid)
    founder.grows_stale()
    asked = founder.fills(here, f"{here}/refund", amount="100", refund_reason="late")
    assert "please add your password" in asked.text
    assert 'value="late"' in asked.text
    assert refunds() == []
    page = packer.goes(here).text
    assert "/refund" not in page
    assert "Ledger" not in page, "money is not a packer's"


def test_by_what_it_was_paid_online_is_said_in_words_of_the_reader(founder: Colleague, shelf: Shelf, paid: int) -> None:
    here = page_of(shelf, paid)
    ways = {
        "upi": "UPI",
        "netbanking": "Net banking",
        "bank_transfer": "Bank transfer",
        "new_way": "Another way",
        "": "Another way",
    }
    for method, words in ways.items():
        does("UPDATE payments SET method = :method", method=method)
        assert f">{words} · pay_of_{paid}<" in founder.goes(here).text, method
    does("UPDATE payments SET method = 'card'")
    does("UPDATE staff SET language = 'hi'")
    assert f">कार्ड · pay_of_{paid}<" in founder.goes(here).text


def test_what_is_parked_is_accepted_or_sent_back_and_only_at_its_own_order(founder: Colleague, shelf: Shelf) -> None:
    order_id, other = shelf.place(), confirmed(shelf)
    payment_id = pay(shelf, order_id, paid_paise=100_00)
    assert shelf.read("SELECT status FROM payments WHERE id = :id", id=payment_id) == "parked"
    here, elsewhere = page_of(shelf, order_id), page_of(shelf, other)
    page = founder.goes(here)
    stolen = founder.visitor.post(
        f"{elsewhere}/parked",
        {**_tokens(page.text), "payment": str(payment_id), "event": "return"},
    )
    assert stolen.status_code == 404
    founder.sends(page, f"{here}/parked", event="accept")
    assert shelf.order(order_id).status == "confirmed"
    shelf.assert_sound()


def test_cancelling_sends_the_money_back_and_says_so(founder: Colleague, shelf: Shelf, paid: int) -> None:
    here = page_of(shelf, paid)
    ended = founder.fills(here, f"{here}/cancel", why="rain")
    assert "Tester founder cancelled it (rain)." in ended.text
    assert shelf.order(paid).status == "cancelled"
    assert [amount for amount, _ in refunds()] == [shelf.order(paid).total_paise]
    assert code_of(shelf, paid) in founder.goes("/admin/orders?status=cancelled").text
    shelf.assert_sound()


def test_every_action_that_is_noted_of_an_order_has_a_sentence() -> None:
    """Those of its moves, and those that any module writes down beside `order:`."""
    noted = {f"order-{move.event}" for move in LIFECYCLE.moves} | {"order-placed", "order-changed", "order-prepaid"}
    for path in (ROOT / "core").rglob("*.py"):
        for action, subject in re.findall(r'action="([\w-]+)",\s*subject=f?"(\w+):', path.read_text(encoding="utf-8")):
            noted |= {action} if subject == "order" else set()
    assert len(noted) > 15
    assert sorted(action for action in noted if not PAGES.has(f"event-{action}")) == []


def _tokens(page: str) -> dict[str, str]:
    token, once = (re.search(rf'name="{name}" value="([^"]+)"', page) for name in ("_token", "_once"))
    assert token is not None
    assert once is not None
    return {"_token": token[1], "_once": once[1]}


UNOFFERED = ("open = false", "booked = capacity", "cutoff_at = jamango_now() - interval '1 minute'")


@pytest.mark.parametrize("change", UNOFFERED)
def test_a_window_that_nobody_may_choose_is_offered_nowhere(founder: Colleague, shelf: Shelf, change: str) -> None:
    order_id = confirmed(shelf)
    customer_id = shelf.order(order_id).customer_id
    order = shelf.order(order_id)
    slot = rows("SELECT slot_id AS id FROM open_slots() WHERE zone_id = :zone AND slot_id <> :own ORDER BY starts_at"
                " OFFSET 1 LIMIT 1", zone=order.zone_id, own=order.slot_id)  # fmt: skip
    pages = (page_of(shelf, order_id), f"/admin/orders/new/{customer_id}", "/admin/orders")

    def offering() -> list[str]:
        return [path for path in pages if str(slot[0].id) in offered(founder.goes(path).text)]

    assert offering() == list(pages)
    does(f"UPDATE delivery_slots SET {change} WHERE id = :id", id=slot[0].id)
    assert offering() == []


def offered(page: str) -> list[str]:
    """The ids of the windows that a page's forms offer."""
    return re.findall(r'<option value="(\d+)"', "".join(re.findall(r'name="window".*?</select>', page, re.DOTALL)))
