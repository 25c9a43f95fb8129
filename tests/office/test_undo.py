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
from core.undoing import undo
from core.undos.actions import note_undo, open_undos
from tests.office.conftest import Colleague, rows
from tests.support.visitor import form_on

STOCK = "SELECT on_hand, held, (SELECT sum(remaining) FROM lots WHERE inventory_id = i.id) AS lots FROM inventory i " \
    "WHERE id = 1"  # fmt: skip


def corrects(actor: Actor, delta: int) -> int:
    with transaction() as session:
        now = read_now(session)
        today = business_day(now, get_settings().zone)
        correct_stock(session, 1, delta, reason="counted", actor=actor, today=today)
        return note_undo(session, "stock", "inventory:1", {"inventory_id": 1, "delta": delta}, actor=actor, now=now)


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
