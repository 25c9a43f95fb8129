"""Taking back what was done just now: once, within ten minutes, by who has the right, and never what changed since."""

from __future__ import annotations

from datetime import timedelta

import pytest

from core.actor import Actor
from core.clock import business_day, read_now
from core.db import transaction
from core.errors import Refusal
from core.inventory.stock import correct_stock
from core.settings import get_settings
from core.slots.actions import close_slot
from core.undoing import undo
from core.undos.actions import noted_undo, open_undos
from tests.office.conftest import Colleague, rows
from tests.support.visitor import form_on

STOCK = "SELECT on_hand, held, (SELECT sum(remaining) FROM lots WHERE inventory_id = i.id) AS lots FROM inventory i " \
    "WHERE id = 1"  # fmt: skip


def corrects(actor: Actor, delta: int) -> int:
    with transaction() as session:
        today = business_day(read_now(session), get_settings().zone)
        correct_stock(session, 1, delta, reason="counted", actor=actor, today=today)
        noted = noted_undo(session)
        assert noted is not None
        return noted


def takes_back(actor: Actor, undo_id: int, **later: float) -> None:
    with transaction() as session:
        undo(session, undo_id, actor=actor, now=read_now(session) + timedelta(**later))


def test_a_count_is_taken_back_once_with_its_lots(founder: Colleague) -> None:
    before = rows(STOCK)
    first, second = corrects(founder.actor, -5), corrects(founder.actor, 3)
    with transaction() as session:
        assert [deed.undo_id for deed in open_undos(session, founder.actor, read_now(session))] == [second, first]
    takes_back(founder.actor, first)
    takes_back(founder.actor, second)
    assert rows(STOCK) == before
    with pytest.raises(Refusal, match="undo-over"):
        takes_back(founder.actor, first)


def test_after_ten_minutes_or_without_the_right_nothing_happens(founder: Colleague, packer: Colleague) -> None:
    undo_id = corrects(founder.actor, -5)
    after = rows(STOCK)
    with pytest.raises(Refusal, match="not-allowed"):
        takes_back(packer.actor, undo_id)
    with pytest.raises(Refusal, match="undo-over"):
        takes_back(founder.actor, undo_id, minutes=11)
    assert rows(STOCK) == after
    takes_back(founder.actor, undo_id, minutes=9)


def test_the_line_at_the_foot_takes_it_back_or_goes_away(founder: Colleague) -> None:
    before = rows(STOCK)
    undo_id = corrects(founder.actor, -5)
    founder.visitor.cookies.set("jamango-office-undo", str(undo_id), domain="127.0.0.1")
    page = founder.goes("/admin/account")
    assert form_on(page, "/admin/undo").fields["undo"] == str(undo_id)
    assert "Taken back." in founder.sends(page, "/admin/undo").text
    assert rows(STOCK) == before
    again = corrects(founder.actor, -5)
    founder.visitor.cookies.set("jamango-office-undo", str(again), domain="127.0.0.1")
    gone = founder.sends(founder.goes("/admin/account"), "/admin/undo", away="yes")
    assert "/admin/undo" not in gone.text
    assert rows(STOCK) != before


def test_a_price_and_an_arrival_are_taken_back_from_the_page_that_follows(founder: Colleague) -> None:
    [pack] = rows("SELECT id, product_id, price_paise FROM packs ORDER BY id LIMIT 1")
    page = founder.fills(f"/admin/products/{pack.product_id}/packs/{pack.id}", price="77")
    assert rows("SELECT price_paise FROM packs WHERE id = :id", id=pack.id)[0].price_paise == 7_700
    founder.sends(page, "/admin/undo")
    assert rows("SELECT price_paise FROM packs WHERE id = :id", id=pack.id) == [(pack.price_paise,)]
    before = rows(STOCK)
    [product] = rows("SELECT product_id AS id FROM inventory WHERE id = 1")
    ripe = str(rows("SELECT jamango_now()::date + 5 AS day")[0].day)
    unit = rows("SELECT base_unit FROM products WHERE id = :id", id=product.id)[0].base_unit
    lot = {"product": str(product.id), "amount": "3", "unit": unit, "ripe": ripe}
    page = founder.fills("/admin/inventory/receive", **lot)
    assert rows(STOCK) != before
    founder.sends(page, "/admin/undo")
    assert rows(STOCK) == before


def test_a_window_is_open_again_with_the_way_back_and_what_jobs_do_is_not_offered(founder: Colleague) -> None:
    [slot] = rows("SELECT id FROM delivery_slots WHERE open ORDER BY id LIMIT 1")
    with transaction() as session:
        close_slot(session, slot.id, "rain", founder.actor)
        noted = noted_undo(session)
    assert noted is not None
    takes_back(founder.actor, noted)
    assert rows("SELECT open FROM delivery_slots WHERE id = :id", id=slot.id)[0].open
    with transaction() as session:
        assert open_undos(session, founder.actor, read_now(session)) == [], "taking back is not taken back"
        close_slot(session, slot.id, "rain", Actor.system("seed"))
        assert noted_undo(session) is None
