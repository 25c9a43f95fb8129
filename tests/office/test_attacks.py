"""The office attacked: somebody else's rows, old pages, other sites, names and notes that are scripts."""

from __future__ import annotations

import json
import re

import pytest

from admin_web.guard import EVEN_TO_LOOK, GUARDS, NEEDS_PROOF, anybody
from tests.office.conftest import Colleague, does, rows
from tests.office.selling import code_of, confirmed, page_of
from tests.office.test_who_may import AT_ONCE, routes
from tests.support.shelf import Shelf
from tests.support.visitor import Visitor

SCRIPT = "<script>alert(1)</script>"


@pytest.fixture
def shelf(app: object) -> Shelf:
    return Shelf()


def token_of(visitor: Visitor) -> str:
    found = re.search(r'name="_token" value="(\w+)"', visitor.get("/admin/account").text)
    assert found is not None
    return found[1]


def test_no_form_of_another_site_or_of_another_browser_does_anything(founder: Colleague, manager: Colleague) -> None:
    mine, theirs = token_of(founder.visitor), token_of(manager.visitor)
    elsewhere = {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}
    for number, (method, path, _) in enumerate(routes()):
        if method != "POST":
            continue
        if number % AT_ONCE == 0:
            does("DELETE FROM request_counts")
        for token, headers in ((theirs, {}), ("", {}), (mine, elsewhere)):
            answer = founder.visitor.post(path, {"_token": token, "_once": "x"}, headers)
            assert answer.status_code == 403, (path, headers)
    assert founder.goes("/admin/account").status_code == 200, "nor was anybody signed out"


def test_whoever_was_away_proves_once_more_who_they_are_wherever_the_table_says(founder: Colleague) -> None:
    """Each route of each right that asks for it: nothing is done, and nothing leads on."""
    token, tried = token_of(founder.visitor), 0
    founder.grows_stale()
    for method, path, guard in routes():
        right = GUARDS[guard]
        if guard is anybody or right not in NEEDS_PROOF:
            continue
        if method == "POST":
            answer = founder.visitor.post(path, {"_token": token, "_once": f"x{tried}"})
            assert answer.status_code in {403, 404, 409, 422}, path
        elif right in EVEN_TO_LOOK:
            assert "/admin/prove" in founder.visitor.get(path).headers["location"], path
        tried += 1
    assert tried > 8


def test_somebody_elses_rows_are_not_reached_by_their_numbers(
    founder: Colleague, manager: Colleague, shelf: Shelf
) -> None:
    order_id, other = confirmed(shelf, "Asha"), confirmed(shelf, "Ravi")
    mine, theirs = shelf.order(order_id), shelf.order(other)
    home = rows("SELECT id FROM addresses WHERE customer_id = :id", id=theirs.customer_id)[0].id
    here = page_of(shelf, order_id)
    taken = founder.fills(here, f"{here}/home", home=str(home), apartment="", line="")
    assert taken.status_code in {404, 409, 422}
    assert shelf.order(order_id).address == mine.address
    phone = f"/admin/orders/new/{mine.customer_id}"
    page = founder.goes(phone)
    packs = re.findall(r'name="packs" value="(\d+)"', page.text)
    typed = {"packs": packs, "counts": ["1" if pack == str(shelf.pack()) else "" for pack in packs],
             "apartment": "", "window": str(shelf.slot())}  # fmt: skip
    asked = founder.sends(page, phone, home=str(home), step="sum", **typed)
    assert "Say this on the phone" not in asked.text
    note_of = f"/admin/customers/{theirs.customer_id}"
    founder.fills(note_of, f"{note_of}/notes", text="Gate code 7")
    note = rows("SELECT id FROM customer_notes")[0].id
    own = f"/admin/customers/{mine.customer_id}"
    founder.fills(own, f"{own}/notes", text="Mine")
    founder.sends(founder.goes(own), f"{own}/notes/forget", note=str(note))
    assert len(rows("SELECT id FROM customer_notes")) == 2
    founder.sends(founder.goes("/admin/orders?status=packed"), "/admin/orders/views", name="Hers")
    view = rows("SELECT id FROM saved_views")[0].id
    manager.visitor.post(f"/admin/orders/views/{view}/forget", {"_token": token_of(manager.visitor), "_once": "v"})
    assert rows("SELECT id FROM saved_views") != []
    session = rows("SELECT id FROM sessions WHERE staff_id = :id", id=founder.id)[0].id
    stolen = {"_token": token_of(manager.visitor), "_once": "b", "browser": str(session)}
    manager.visitor.post("/admin/account/browsers", stolen)
    assert founder.goes("/admin/account").status_code == 200, "still signed in"


def test_a_session_that_was_ended_sends_nothing_and_a_stolen_one_opens_no_other_door(
    founder: Colleague, shelf: Shelf
) -> None:
    here = page_of(shelf, confirmed(shelf))
    page = founder.goes(here)
    does("UPDATE sessions SET ended_at = jamango_now() WHERE staff_id = :id", id=founder.id)
    late = founder.visitor.fills(page, f"{here}/pack", event="pack")
    assert (late.status_code, "location" in late.headers) == (401, False)
    assert shelf.read("SELECT count(*) FROM orders WHERE status = 'packed'") == 0
    assert founder.visitor.get("/admin/orders").headers["location"].startswith("/admin/signin")
    assert founder.visitor.get("/my/profile").status_code in {303, 401, 403, 404}, "no customer's door opens to it"


def test_a_name_a_note_and_a_files_name_are_never_scripts(founder: Colleague, shelf: Shelf) -> None:
    order_id = confirmed(shelf, f"Asha {SCRIPT}")
    order = shelf.order(order_id)
    here, customer = page_of(shelf, order_id), f"/admin/customers/{order.customer_id}"
    founder.fills(here, f"{here}/note", note=f"Ring {SCRIPT}")
    founder.fills(customer, f"{customer}/notes", text=f"Careful {SCRIPT}")
    chat = rows("SELECT id FROM chats WHERE customer_id = :id", id=order.customer_id)[0].id
    message = {"id": "wamid.X", "from": "910000000999", "timestamp": "1", "type": "document",
               "document": {"id": "9", "filename": f"{SCRIPT}.pdf", "caption": f"See {SCRIPT}"}}  # fmt: skip
    does("INSERT INTO inbox (provider, event_key, kind, chat_id, payload, sent_at, received_at, status, handled_at)"
         " VALUES ('whatsapp', 'X', 'message', :chat, convert_to(:payload, 'UTF8'), jamango_now(), jamango_now(),"
         " 'handled', jamango_now())", chat=chat, payload=json.dumps({"message": message}))  # fmt: skip
    does("UPDATE chats SET last_inbound_at = jamango_now(), waits_since = jamango_now() WHERE id = :id", id=chat)
    window = f"/admin/packing/{order.slot_id}"
    for path in (here, customer, window, "/admin", "/admin/orders", "/admin/customers", "/admin/inbox",
                 f"/admin/inbox/{chat}", f"/admin/paper?ids={order_id}&what=slip", f"/admin/slots/{order.slot_id}",
                 f"/admin/delivery/windows/{order.slot_id}", "/admin/audit", "/admin/alerts"):  # fmt: skip
        page = founder.goes(path)
        assert page.status_code == 200, path
        assert SCRIPT not in page.text, path
    assert "See &lt;script&gt;" in founder.goes(f"/admin/inbox/{chat}").text
    assert code_of(shelf, order_id) in founder.goes(window).text
