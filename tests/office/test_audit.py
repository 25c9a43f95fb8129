"""The log of what was done: in sentences, by person and by thing, in both languages."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from html import unescape
from itertools import product
from pathlib import Path

from admin_web.office.audit.listing import Narrowed
from admin_web.office.audit.things import KINDS
from core.alerts.actions import raise_alert
from core.catalog.editing import ProductFacts
from core.db import transaction
from core.recognition.changes import AUDITED
from core.shop.actions import FACTS
from core.slots.planning import Window
from core.views.audit import audit_lines
from core.zones.editing import ApartmentFacts, ZoneFacts
from pages.wording import PAGES
from tests.office.conftest import Colleague, does, rows
from tests.office.selling import code_of, confirmed
from tests.support.shelf import Shelf

ROOT = Path(__file__).parents[2]
# Made of a value at hand; their verbs' tables name them.
OF_VALUES = {*AUDITED.values(), "run-start", "run-end", "run-dissolve", "login-tapped-right", "login-tapped-wrong",
             "stock-corrected", "stock-wasted", "authenticator-set-up", "authenticator-dropped", "recovery-code-used",
             "recovery-codes-renewed"}  # fmt: skip
ALWAYS = {"who", "action"}


def says(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).replace("\u2060", "").split())


def noted() -> Iterator[tuple[str | None, str | None, set[str] | None]]:
    """Of each place that writes the log: action and kind of thing, where they stand there, and what is noted beside."""
    for path in [
        *(ROOT / "core").rglob("*.py"),
        *(ROOT / "admin_web").rglob("*.py"),
        *(ROOT / "jamango").rglob("*.py"),
    ]:
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") in {"record", "record_change"}:
                given = {word.arg: word.value for word in call.keywords}
                action, subject = given.get("action"), given.get("subject")
                beside = None if None in given else {name for name in given if name is not None}
                kind = subject.values[0] if isinstance(subject, ast.JoinedStr) and subject.values else subject
                yield (
                    str(action.value) if isinstance(action, ast.Constant) else None,
                    str(kind.value).partition(":")[0] if isinstance(kind, ast.Constant) else None,
                    beside,
                )


def test_every_deed_that_is_noted_has_a_sentence_that_it_can_fill() -> None:
    found = list(noted())
    assert len(found) > 60
    actions = {action for action, _, _ in found if action} | OF_VALUES
    assert sorted(action for action in actions if not PAGES.has(f"event-{action}")) == []
    wanted = PAGES.load()["en"].placeholders
    for action, _, beside in found:
        if action is not None and beside is not None:
            values = ALWAYS | beside | {name.removesuffix("_paise") for name in beside}
            assert wanted[f"event-{action}"] <= values, action


def test_everything_that_deeds_are_done_to_has_a_name() -> None:
    kinds = {kind for _, kind, _ in noted() if kind}
    assert len(kinds) > 12
    assert sorted(kind for kind in kinds - {"demo-shop"} if not PAGES.has(f"thing-{kind}")) == []
    assert sorted(kind for kind in KINDS if not PAGES.has(f"audit-kind-{kind}")) == []


def test_every_fact_that_is_changed_has_a_name() -> None:
    written = {each.name for kind in (ProductFacts, ZoneFacts, ApartmentFacts, Window) for each in fields(kind)}
    assert sorted(name for name in written | set(FACTS) if not PAGES.has(f"fact-{name}")) == []


def test_what_was_done_is_told_in_sentences_by_person_and_by_thing(founder: Colleague, manager: Colleague) -> None:
    pack = rows("SELECT k.id, k.product_id FROM packs k JOIN products p ON p.id = k.product_id"
                " WHERE p.slug = 'kesar' AND k.base_units = 12")[0]  # fmt: skip
    founder.fills(f"/admin/products/{pack.product_id}/packs/{pack.id}", price="905", active="yes")
    fruit = rows("SELECT id FROM inventory WHERE product_id = :id", id=pack.product_id)[0].id
    manager.fills(f"/admin/inventory/{fruit}/waste", amount="3", unit="piece", reason="soft")
    told = says(founder.goes("/admin/audit").text)
    assert "Kesar: 1 dozen" in told and "Tester founder set the price." in told and "→ ₹905" in told
    assert "Tester manager threw some away: soft." in told
    assert not re.search(r"\b(pack|inventory|staff|slot):\d|_paise|base_units", told), "no codes"
    hers = says(founder.goes(f"/admin/audit?who={founder.id}").text)
    assert "set the price" in hers and "threw some away" not in hers
    fruits = founder.goes("/admin/audit?what=inventory&who=staff")
    assert "threw some away" in fruits.text and "set the price" not in fruits.text
    only = re.search(r'href="(\?[^"]*thing=inventory[^"]*)"', fruits.text)
    assert only is not None
    one = founder.goes(f"/admin/audit{unescape(only[1])}").text
    assert "threw some away" in one and "Kesar in stock" in says(one)
    founder.fills("/admin/account", "/admin/account/language", language="hi")
    hindi = says(founder.goes("/admin/audit").text)
    assert "Tester founder ने दाम तय किया।" in hindi and "Tester manager ने कुछ फेंका: soft।" in hindi


def test_what_is_rare_is_found_by_its_kind_and_by_whom(founder: Colleague, manager: Colleague) -> None:
    """Whoever was first: one deed is done to customers and to staff, and each kind finds its own."""
    does("INSERT INTO audit_log (actor, action, subject) VALUES ('meta', 'phone-moved', 'customer:1'),"
         " ('meta', 'phone-moved', :hers), (:actor, 'zone-changed', 'zone:1')",
         hers=f"staff:{founder.id}", actor=str(manager.actor))  # fmt: skip
    for kind, thing in (("customer", "customer:1"), ("staff", f"staff:{founder.id}")):
        with transaction() as session:
            found = audit_lines(session, kind=kind, most=99)
        assert thing in {line.subject for line in found if line.action == "phone-moved"}
        assert {line.subject.partition(":")[0] for line in found} == {kind}
    with transaction() as session:
        assert [line.action for line in audit_lines(session, staff=[manager.id], kind="zone", most=9)] == [
            "zone-changed"
        ]
        assert audit_lines(session, staff=[founder.id], kind="zone", most=9) == []
        assert audit_lines(session, staff=[manager.id], kind="order", most=9) == []
        last = audit_lines(session, kind="staff", most=1)[0].entry_id
        assert last not in {line.entry_id for line in audit_lines(session, kind="staff", before=last, most=9)}


def test_an_order_is_found_by_its_code(founder: Colleague) -> None:
    shelf = Shelf()
    mine, other = confirmed(shelf), confirmed(shelf)
    told = says(founder.goes(f"/admin/audit?q={code_of(shelf, mine).lower()}").text)
    assert f"Order {code_of(shelf, mine)}" in told and code_of(shelf, other) not in told
    assert "placed the order for ₹" in told
    assert "Nothing was done that fits" in founder.goes("/admin/audit?q=nothing").text


def test_names_are_escaped(founder: Colleague, manager: Colleague) -> None:
    does("UPDATE staff SET name = '<script>alert(1)</script>' WHERE id = :id", id=manager.id)
    with transaction() as session:
        raise_alert(session, "coexistence", "<img src=x>")
    page = manager.goes("/admin/alerts")
    assert "<img src=x>" not in page.text
    manager.sends(page, f"/admin/alerts/{rows('SELECT id FROM alerts')[0].id}/settle")
    shown = founder.goes(f"/admin/audit?who={manager.id}").text
    assert "settled it" in shown and "<script>alert(1)" not in shown


def test_no_filter_is_an_error(founder: Colleague) -> None:
    odd = {"who": ["", "staff", str(founder.id), "999999999999999999999", "x"], "what": ["", "order", "'", "pack"],
           "thing": ["", "order:1", "order:99999999999999999999", "x", "day:2026-02-30"], "q": ["", "7KQ3XY", "%27"],
           "after": ["", "zz"]}  # fmt: skip
    asked = [
        "&".join(f"{name}={value}" for name, value in zip(odd, each, strict=True)) for each in product(*odd.values())
    ]
    for query in asked[:: max(1, len(asked) // 60)]:
        assert founder.goes(f"/admin/audit?{query}").status_code == 200, query


def test_it_goes_on_by_keyset(founder: Colleague) -> None:
    does("INSERT INTO audit_log (actor, action, subject) SELECT 'system:seed', 'price-set', 'noise:' || n "
         "FROM generate_series(1, 60) n")  # fmt: skip
    seen: list[str] = []
    path = "/admin/audit?who="
    while path and len(seen) < 60:
        page = founder.goes(path).text
        seen += re.findall(r"thing=noise%3A(\d+)", page)
        older = re.findall(r'href="(\?[^"]*)" rel="next"', page)
        path = f"/admin/audit{unescape(older[0])}" if older else ""
    assert len(seen) == len(set(seen)) == 60
    assert Narrowed.read({"who": "3"}).query() == "?who=3"
