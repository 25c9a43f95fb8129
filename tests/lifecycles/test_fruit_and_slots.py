"""Arrivals, counts, and delivery windows."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from core.clock import business_day, move_clock, read_now, read_offset
from core.errors import Refusal
from core.inventory.stock import correct_stock, receive_lot
from core.settings import get_settings
from core.slots.actions import close_slot, generate_slots, open_slot, set_capacity
from core.slots.queries import next_slot, open_slots
from core.zones.queries import find_zone, nearest_apartments, search_apartments
from tests.support.actors import STAFF
from tests.support.shelf import Shelf

DAY = date(2026, 5, 1)


def correct(shelf: Shelf, delta: int) -> int:
    row = shelf.inventory_id()
    return shelf.run(lambda session: correct_stock(session, row, delta, reason="counted", actor=STAFF, today=DAY))


def refusal(deed: Any, *arguments: Any) -> tuple[str, dict[str, Any]]:
    with pytest.raises(Refusal) as caught:
        deed(*arguments)
    return caught.value.code, caught.value.values


def test_an_arrival_is_a_lot_and_a_movement(shelf: Shelf) -> None:
    product = shelf.read("SELECT id FROM products WHERE slug = 'alphonso'")
    before = shelf.stock()[0]

    def receive(quantity: int) -> int:
        return shelf.run(
            lambda session: (
                receive_lot(
                    session, product, quantity, harvested_on=DAY, ripe_by=DAY + timedelta(days=5), actor=STAFF
                ).id
            )
        )

    lot = receive(100)
    assert shelf.stock()[0] == before + 100
    assert shelf.read("SELECT delta FROM stock_movements WHERE lot_id = :lot", lot=lot) == 100
    assert refusal(receive, 0)[0] == "quantity-unclear"
    shelf.assert_sound()


def test_a_loss_eats_the_oldest_lots_and_a_find_is_a_lot(shelf: Shelf) -> None:
    before = shelf.stock()[0]
    assert correct(shelf, -10) == before - 10
    assert correct(shelf, +4) == before - 6
    assert refusal(correct, shelf, 0)[0] == "quantity-unclear"
    shelf.assert_sound()


def test_a_count_below_what_is_held_names_the_orders(shelf: Shelf) -> None:
    order = shelf.order(shelf.place())
    on_hand = shelf.stock()[0]
    assert refusal(correct, shelf, -(on_hand - 11)) == (
        "stock-held",
        {"held": 12, "on_hand": on_hand, "order_ids": [order.id]},
    )
    assert correct(shelf, -(on_hand - 12)) == 12
    shelf.assert_sound()


@pytest.mark.parametrize("table", ["audit_log", "stock_movements", "consents", "ledger_entries", "ledger_postings"])
def test_books_only_grow(shelf: Shelf, table: str) -> None:
    for statement in (f"UPDATE {table} SET id = DEFAULT", f"DELETE FROM {table}", f"TRUNCATE {table} CASCADE"):
        with pytest.raises(DBAPIError, match="only grows"):
            shelf.change(statement)


def test_windows_are_made_once_for_two_weeks(shelf: Shelf) -> None:
    make = lambda days: shelf.run(lambda session: generate_slots(session, read_now(session), days=days))  # noqa: E731
    assert make(14) == 0, "the seed made them"
    assert make(15) > 0
    assert make(15) == 0


def test_windows_are_in_the_shops_time_and_close_at_their_cut_off(shelf: Shelf) -> None:
    slot = shelf.slot()
    zone = get_settings().zone

    def look(session: Any) -> None:
        row = session.execute(text("SELECT * FROM delivery_slots WHERE id = :id"), {"id": slot}).one()
        local = row.starts_at.astimezone(zone)
        assert (local.hour, local.minute) in {(7, 0), (10, 0), (17, 0)}
        assert business_day(row.starts_at, zone) == row.day
        assert slot in {found.slot_id for found in open_slots(session, row.zone_id, 99)}
        move_clock(session, read_offset(session) + (row.cutoff_at - read_now(session)))
        assert slot not in {found.slot_id for found in open_slots(session, row.zone_id, 99)}

    shelf.run(look)


def test_closing_opening_and_resizing(shelf: Shelf) -> None:
    order = shelf.order(shelf.place())
    slot = order.slot_id

    def offered() -> bool:
        slots = shelf.run(lambda session: open_slots(session, order.zone_id, 99))
        return slot in {found.slot_id for found in slots}

    assert shelf.run(lambda session: close_slot(session, slot, "rain", STAFF)) == 1
    assert not offered()
    shelf.run(lambda session: open_slot(session, slot, STAFF))
    assert offered()
    resize = lambda places: shelf.run(lambda session: set_capacity(session, slot, places, STAFF))  # noqa: E731
    assert refusal(resize, 0) == ("slot-overbooked", {"booked": 1})
    resize(1)
    assert not offered()
    assert refusal(lambda: shelf.run(lambda session: close_slot(session, 999_999, "", STAFF)))[0] == "slot-unknown"
    shelf.assert_sound()


def test_the_next_window_of_one_zone_and_of_all(shelf: Shelf) -> None:
    def look(session: Any) -> None:
        everywhere = next_slot(session, None)
        zones = [next_slot(session, zone) for zone in session.execute(text("SELECT id FROM zones")).scalars()]
        assert everywhere is not None
        assert everywhere.starts_at == min(slot.starts_at for slot in zones if slot)

    shelf.run(look)


def test_places_are_found_by_name_and_by_location(shelf: Shelf) -> None:
    def look(session: Any) -> None:
        assert search_apartments(session, "pam grov")[0].apartment.name == "Palm Grove"
        assert search_apartments(session, "लोटस")[0].apartment.name == "Lotus Court"
        assert search_apartments(session, "zzzz") == []
        nearest = nearest_apartments(session, 16.5236, 77.5142, limit=2)
        assert (nearest[0].apartment.name, nearest[0].distance_m) == ("Gulmohar Enclave", 0)
        assert nearest[1].distance_m > 100
        zone = find_zone(session, nearest[0].apartment.zone_id)
        assert zone is not None
        assert zone.slug == "hill-road"

    shelf.run(look)
