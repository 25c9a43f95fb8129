"""Stalls in the office: made, given a device, fruit and a PIN; what they sold, and what needs a hand."""

from __future__ import annotations

import re
from typing import Any

from core.actor import Role
from core.clock import read_now
from core.formats import format_units
from core.stalls.asides import keep_aside
from tests.office.conftest import Colleague, rows
from tests.support.shelf import DOZEN, Shelf
from tests.support.stand import Stand
from tests.support.visitor import Visitor


def test_a_stall_from_its_name_to_a_till_that_sells(manager: Colleague, app: Any, colleague: Any) -> None:
    keeper = colleague(Role.STALL_KEEPER)
    made = manager.fills("/admin/stalls", name="Sunday Market")
    assert "Sunday Market" in made.text
    stall = made.url.path
    kesar = rows("SELECT id FROM products WHERE slug = 'kesar'")[0].id
    brought = manager.fills(stall, f"{stall}/fruit", product=str(kesar), amount="2", unit="dozen")
    assert format_units("en", "piece", 24) in brought.text
    assert "are free" in manager.fills(stall, f"{stall}/fruit", product=str(kesar), amount="9999999", unit="piece").text
    assert "are free" in manager.fills(stall, f"{stall}/fruit", product="999999", amount="1", unit="piece").text
    assert (
        format_units("en", "piece", 12)
        in manager.fills(stall, f"{stall}/fruit", product=str(kesar), amount="१", unit="dozen", back="yes").text
    )
    langra = rows("SELECT id FROM products WHERE slug = 'langra'")[0].id
    short = manager.fills(stall, f"{stall}/fruit", product=str(langra), amount="9000", unit="kilo").text
    assert re.search(r"Only [\d.]+\xa0kg are free", short), "no grams"
    assert "Choose another unit" in manager.fills(stall, f"{stall}/fruit", product=str(langra), amount="1").text
    brought = manager.fills(stall, f"{stall}/fruit", product=str(langra), amount="2.5", unit="kilo").text
    assert format_units("en", "gram", 2500) in brought
    assert "not 1111" in manager.fills(stall, f"{stall}/pin", keeper=str(keeper.id), pin="1111").text
    assert "The PIN is set" in manager.fills(stall, f"{stall}/pin", keeper=str(keeper.id), pin="2580").text
    linked = manager.fills(stall, f"{stall}/devices", name="Tablet")
    path = re.search(r"/stall/device/[\w-]+", linked.text)
    assert path
    tablet = Visitor(app)
    tablet.fills(tablet.get(path[0]), path[0])
    signed_in = tablet.fills(tablet.get("/stall/pin"), "/stall/pin", keeper=str(keeper.id), pin="2580")
    assert signed_in.headers["location"] == "/stall"
    device = rows("SELECT id FROM devices")[0].id
    assert "sells no more" in manager.fills(stall, f"{stall}/devices/{device}/revoke").text
    assert tablet.get("/stall").status_code == 403
    assert [row.action for row in rows("SELECT action FROM audit_log WHERE action LIKE '%device%' ORDER BY id")] == [
        "device-issued", "device-registered", "device-revoked"]  # fmt: skip


def test_what_does_not_fit_is_dealt_with(manager: Colleague) -> None:
    stand = Stand(Shelf())
    shift = stand.opens()
    stand.shelf.leave(0)
    stand.sells(stand.sale(("alphonso", DOZEN, 1)))
    stand.run(lambda s: keep_aside(s, stand.device, {"id": "<b>x"}, "sale-unclear", uid="x", now=read_now(s)))
    menu, alerts = (manager.goes(path).text.count('href="/admin/stalls"') for path in ("/admin/zones", "/admin/alerts"))
    assert alerts == menu + 2, "both matters lead here"
    page = manager.goes("/admin/stalls")
    assert "were sold that others have" in page.text
    assert "&lt;b&gt;" in page.text or "\\u003cb\\u003e" in page.text
    assert "<b>x" not in page.text
    found = rows("SELECT id FROM stall_discrepancies")[0].id
    assert "Noted." in manager.fills("/admin/stalls", f"/admin/stalls/discrepancies/{found}/settle").text
    aside = rows("SELECT id FROM stall_asides")[0].id
    assert "needs a look" not in manager.fills("/admin/stalls", f"/admin/stalls/asides/{aside}/settle").text.lower()
    assert "Market" in manager.goes(f"/admin/stalls/shifts/{shift}").text
    assert manager.goes("/admin/stalls/shifts/999").status_code == 404
    assert manager.goes("/admin/stalls/999").status_code == 404
