"""Today, alerts, settings, audit, health: what they show to whom, and what is done there."""

from __future__ import annotations

import re
from typing import Any

import pytest
from starlette.responses import PlainTextResponse

from core.alerts.actions import raise_alert
from core.clock import read_now
from core.db import transaction
from core.orders.summary import tell_evening_summary
from core.payments.actions import cancel_order
from core.settings import get_settings
from jamango.jobs import check_stock
from jamango.staffing import first_link, link_for
from tests.office.conftest import Colleague, does, rows

TOLD = "SELECT body -> 'values' AS said FROM outbox WHERE body ->> 'key' = :key"


def test_today_shows_what_waits_and_to_each_what_is_theirs(founder: Colleague, packer: Colleague) -> None:
    with transaction() as session:
        raise_alert(session, "payment-late", "pay_1", amount_paise=120000, order="7KQ3XY")
    hers, theirs = founder.goes("/admin").text, packer.goes("/admin").text
    assert "Delivery windows" in hers
    assert "To settle" in hers
    assert "Ordered today" in hers
    assert "To settle" not in theirs
    assert "Ordered today" not in theirs
    part = founder.visitor.get("/admin", {"HX-Request": "true", "HX-Target": "today"}).text
    assert "<html" not in part
    assert "Delivery windows" in part


def test_what_was_collected_is_not_still_to_collect(founder: Colleague) -> None:
    """The demo's one order is delivered, its cash taken."""
    does("UPDATE orders SET confirmed_at = jamango_now()")
    today = " ".join(founder.goes("/admin").text.split())
    revenue, due = re.findall(r"<dd>.*?(₹[\d,]+).*?</dd>", today)[:2]
    assert (revenue, due) == ("₹1,240", "₹0")


def test_the_checklist_is_there_until_all_is_done(founder: Colleague) -> None:
    page = founder.goes("/admin").text
    assert "Before the first sale" in page, "no WhatsApp and no Razorpay in this test's shop"
    assert "Connect Razorpay" in page


def test_a_matter_is_settled_once_and_leaves_today(founder: Colleague, manager: Colleague) -> None:
    with transaction() as session:
        raise_alert(session, "invariant-broken", "ledger", rows=1)
    [alert] = rows("SELECT id FROM alerts")
    link = rows(TOLD, key="alert-invariant-broken")[0].said["link"]
    assert link.endswith(f"/admin/alerts#alert-{alert.id}")
    action = f"/admin/alerts/{alert.id}/settle"
    late = manager.goes("/admin/alerts")
    assert "Settled." in founder.fills("/admin/alerts", action).text
    assert "Somebody has settled that already." in manager.sends(late, action).text
    assert rows("SELECT count(*) FROM audit_log WHERE action = 'alert-settled'")[0][0] == 1


def test_a_kind_that_is_muted_stays_on_today_and_off_her_phone(founder: Colleague) -> None:
    page = founder.goes("/admin/settings")
    told = re.findall(r'name="told" value="([a-z-]+)" checked', page.text)
    assert "low-stock" in told
    assert "order-new" not in told, "each order costs a message: she says when she wants that"
    founder.sends(page, "/admin/settings/told", told=[kind for kind in told if kind != "low-stock"] + ["order-new"])
    does("UPDATE inventory SET low_level = on_hand + 1 WHERE id = (SELECT min(id) FROM inventory)")
    check_stock()
    check_stock()
    assert rows("SELECT times FROM alerts WHERE code = 'low-stock'")[0].times == 2
    assert rows(TOLD, key="alert-low-stock") == []
    does("UPDATE inventory SET low_level = 0")
    check_stock()
    assert rows("SELECT count(*) FROM alerts WHERE resolved_at IS NULL")[0][0] == 0, "there is enough again"


def test_the_evening_is_summed_up_once(founder: Colleague) -> None:
    with transaction() as session:
        evening = read_now(session).astimezone(get_settings().zone).replace(hour=19, minute=31)
        assert not tell_evening_summary(session, evening.replace(minute=29), get_settings().zone)
        assert tell_evening_summary(session, evening, get_settings().zone)
        assert tell_evening_summary(session, evening.replace(hour=21), get_settings().zone)
    told = rows(TOLD, key="alert-evening-summary")
    assert len(told) == len(rows("SELECT FROM staff WHERE role = 'founder' AND active"))
    assert told[0].said["orders"] == 0


def test_facts_are_changed_with_what_was_before_and_wrong_ones_keep_what_was_typed(founder: Colleague) -> None:
    wrong = founder.fills("/admin/settings", fssai="12", gstin="x", link_minutes="5", name="Aam Wale")
    assert wrong.status_code == 422
    assert 'value="Aam Wale"' in wrong.text
    assert wrong.text.count("field-wrong") == 3
    done = founder.sends(wrong, "/admin/settings", fssai="12345678901234", gstin="", link_minutes="20")
    assert "Saved." in done.text
    page = founder.goes("/admin/audit?what=shop").text
    assert "Aam Wale" in page
    assert "<s" in page


def test_health_says_how_the_machinery_is(founder: Colleague, packer: Colleague) -> None:
    does("INSERT INTO heartbeats (name, beat_at) VALUES ('job:expire_holds', clock_timestamp())")
    page = founder.goes("/admin/health").text
    assert "Every rule holds." in page
    assert "Unpaid orders let go" in page
    assert "job:" not in page, "no codes"
    assert packer.goes("/admin/health").status_code == 403


def test_hindi_has_every_page_too(founder: Colleague) -> None:
    founder.fills("/admin/account", "/admin/account/language", language="hi")
    for path in ("/admin", "/admin/alerts", "/admin/settings", "/admin/audit", "/admin/health", "/admin/staff"):
        page = founder.goes(path)
        assert (page.status_code, 'lang="hi"' in page.text) == (200, True), path


def test_news_of_orders_is_told_once_when_she_wants_it(founder: Colleague) -> None:
    does("UPDATE orders SET status = 'confirmed', ended_at = NULL, cash_paise = 0, upi_paise = 0")
    [order] = rows("SELECT id, code, total_paise FROM orders")
    founder.fills("/admin/settings", "/admin/settings/told", told=["order-cancelled"])
    with transaction() as session:
        cancel_order(session, order.id, reason="staff", actor=founder.actor, now=read_now(session))
    told = rows(TOLD, key="alert-order-cancelled")
    assert len(told) == len(rows("SELECT FROM staff WHERE role = 'founder' AND active"))
    assert (told[0].said["code"], told[0].said["total_paise"]) == (order.code, order.total_paise)
    assert told[0].said["link"].endswith(f"/admin/orders/{order.code}")


def test_a_stream_tells_nobody_of_what_is_not_theirs(packer: Colleague, manager: Colleague,
                                                     monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    heard: list[list[str]] = []

    def listen(visit: Any, subjects: list[str]) -> PlainTextResponse:
        heard.append(subjects)
        return PlainTextResponse("")

    monkeypatch.setattr("admin_web.office.live.stream", listen)
    for each in (packer, manager):
        each.visitor.get("/admin/live")
    assert heard == [["order", "stock", "slot"], ["order", "stock", "slot", "chat", "alert"]]


def test_a_new_shop_prints_the_founders_link_until_she_can_sign_in(founder: Colleague) -> None:
    link = first_link()
    assert link is not None
    assert founder.goes(link[link.index("/admin") :]).status_code == 200
    assert "makes their sign-in at" in link_for(str(founder.id))
    does("UPDATE staff SET password_hash = 'x' WHERE id = :id", id=founder.id)
    assert first_link() is None
