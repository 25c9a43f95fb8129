"""The founder runs the shop by chat: she says it, the risky is asked once, and the answer is what changed."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import text

from core.db import transaction
from tests.chats.orders import orders_and_pays, orders_for_cash, reaches_the_summary
from tests.support.chat import Person
from tests.support.rounds import Rounds
from tests.support.world import World


def row(sql: str, **values: Any) -> Any:
    with transaction() as session:
        return session.execute(text(sql), values).one()


def stock(slug: str) -> tuple[int, int]:
    found = row(
        "SELECT i.on_hand, i.held FROM inventory i JOIN products p ON p.id = i.product_id WHERE slug = :s", s=slug
    )
    return int(found.on_hand), int(found.held)


def price(slug: str, units: int) -> int:
    return int(row("SELECT k.price_paise FROM packs k JOIN products p ON p.id = k.product_id"
                   " WHERE p.slug = :s AND k.base_units = :u", s=slug, u=units).price_paise)  # fmt: skip


def test_fruit_comes_is_counted_and_sold_out(founder: Person, world: World) -> None:
    before = stock("alphonso")[0]
    founder.says("stock hapus +40 dozen")
    founder.hears("founder-stock-changed", sign="+", amount="40 dozen")
    assert stock("alphonso")[0] == before + 480
    founder.says("undo")
    founder.hears("founder-undone", kind="stock")
    assert stock("alphonso")[0] == before
    founder.says("stock hapus -7")
    founder.hears("founder-stock-changed", sign="-", amount="7 pieces")
    founder.says("stock hapus 10 dozen")
    founder.hears("founder-add-or-set", buttons=["+ 10 dozen", "= 10 dozen", "Leave it"])
    founder.taps("= 10")
    founder.hears("founder-stock-changed", after="10 dozen")
    founder.taps("= 10")
    founder.hears("founder-gone")
    founder.says("sold out hapus")
    founder.hears("founder-sure-sold-out", free="10 dozen", buttons=["Yes, do it", "Leave it"])
    founder.taps("Leave it")
    founder.hears("founder-left")
    assert stock("alphonso")[0] == 120
    founder.says("sold out hapus")
    founder.hears("founder-sure-sold-out")
    founder.taps("Yes, do it")
    founder.hears("founder-stock-changed", sign="-", amount="10 dozen")
    assert stock("alphonso")[0] == 0
    founder.says("stock alphonso")
    founder.hears("founder-stock-line")
    world.assert_sound()


def test_stock_below_what_orders_keep_is_refused_and_the_orders_are_named(founder: Person, chat: Person) -> None:
    reaches_the_summary(chat)
    code = row("SELECT code FROM orders WHERE status = 'awaiting_payment'").code
    founder.says("stock hapus =0")
    founder.hears("founder-sure-stock")
    founder.taps("Yes, do it")
    founder.hears("errors-stock-held", held=12, orders=code)
    assert stock("alphonso")[1] == 12


@pytest.mark.parametrize(
    ("line", "yes"),
    [("rate kesar 900", ""), ("kesar ka bhav 900 darjan", ""), ("rate kesar dozen 90", "Yes, do it")],
)
def test_a_price_is_set_for_one_pack_and_a_big_step_is_asked_about(founder: Person, line: str, yes: str) -> None:
    before, half = price("kesar", 12), price("kesar", 6)
    founder.language = "hi-Latn" if "bhav" in line else "en"
    founder.says(line)
    if yes:
        founder.hears("founder-sure-rate")
        assert price("kesar", 12) == before
        founder.taps(yes)
    founder.hears("founder-rate-set")
    assert price("kesar", 12) == (9000 if yes else 90000)
    assert price("kesar", 6) == half
    founder.taps("Undo" if founder.language == "en" else "Wapas lijiye")
    founder.hears("founder-undone", kind="price")
    assert price("kesar", 12) == before


def test_windows_close_and_open_in_hindi(founder: Person) -> None:
    founder.language = "hi"
    founder.says("कल सुबह बंद ज़ोन 2")
    founder.hears("founder-closed", orders=0)
    closed = row("SELECT count(*) FROM delivery_slots WHERE NOT open AND closed_reason = 'chat'")[0]
    assert closed >= 1
    founder.says("कल सुबह बंद करो ज़ोन 2")
    founder.hears("founder-closed-already")
    founder.says("वापस लीजिए")
    founder.hears("founder-undone", kind="windows")
    founder.says("कल सुबह बंद ज़ोन 2")
    founder.hears("founder-closed", orders=0)
    founder.says("कल सुबह खोलिए ज़ोन 2")
    founder.hears("founder-opened")
    assert row("SELECT count(*) FROM delivery_slots WHERE NOT open AND closed_reason = 'chat'")[0] == 0
    founder.says("कल सुबह बंद मत करो")
    assert "बंद मत करो" in founder.hears("founder-unread").text


def test_rain_moves_everybody_once_and_says_why(founder: Person, chat: Person, world: World) -> None:
    code = orders_and_pays(chat)
    was = row("SELECT slot_id FROM orders WHERE code = :code", code=code).slot_id
    founder.says("rain tomorrow")
    founder.hears("founder-sure-rain", orders=1, buttons=["Ask everybody", "Move all", "Refund all", "Leave it"])
    founder.taps("Move all")
    founder.hears("founder-cleared", remedy="move", done=1, refused=0, left=0)
    chat.hears("notices-window-moved", code=code, cause="heavy rain",
               buttons=["Another time", "Cancel order", "My order"])  # fmt: skip
    assert row("SELECT slot_id FROM orders WHERE code = :code", code=code).slot_id != was
    founder.taps("Move all")
    founder.hears("founder-gone")
    chat.taps("Another time")
    chat.hears("my-orders-which-window")
    world.assert_sound()


def test_rain_refunds_who_cannot_be_moved_and_a_refund_is_asked_once(
    founder: Person, chat: Person, world: World
) -> None:
    code = orders_and_pays(chat)
    founder.says(f"refund {code} 100")
    founder.hears("founder-sure-refund", amount="₹100")
    founder.taps("Yes, do it")
    founder.hears("founder-refunded", amount="₹100")
    chat.hears("notices-refund-processed", amount="₹100")
    founder.language = "hi-Latn"
    founder.says("kal baarish hai")
    founder.hears("founder-sure-rain", orders=1)
    founder.taps("Sabke paise lautaiye")
    founder.hears("founder-cleared", remedy="refund", done=1, refused=0, left=0)
    chat.hears("notices-window-cancelled", code=code)
    chat.hears("notices-refund-processed")
    founder.language = "en"
    founder.says(f"refund {code}")
    founder.hears("founder-nothing-to-refund", held="₹0")
    world.assert_sound()


def test_she_sees_the_day_and_the_orders_of_a_society(founder: Person, chat: Person) -> None:
    code = orders_for_cash(chat)
    founder.says("today")
    founder.hears("founder-day", orders=1)
    founder.says("orders palm grove")
    founder.hears("founder-orders", orders=1, shown=1)
    founder.taps(code)
    founder.hears("founder-order", code=code)
    founder.says("orders hill road")
    founder.hears("founder-no-orders")
    founder.says(f"refund {code}")
    founder.hears("founder-sure-cancel", here="no", code=code)
    founder.taps("Yes, do it")
    founder.hears("founder-cancelled", here="no", code=code)
    chat.hears("notices-order-cancelled")
    for nothing in ("order", "order 999", "band", "sold out", "rate kesar or langra 900"):
        founder.says(nothing)
        founder.hears_anything()


def test_one_word_shares_the_next_window_out_and_rain_asks_everybody(
    founder: Person, rounds: Rounds, world: World
) -> None:
    first, second = rounds.orders(2)
    founder.says("riders")
    founder.hears("founder-sure-runs", loose=2, riders="Imran, Ravi", over=0, buttons=["Share out", "Leave it"])
    assert rounds.shelf.read("SELECT count(*) FROM runs") == 0, "nothing before a tap"
    founder.taps("Share out")
    founder.hears("founder-shared-out")
    assert sorted(len(rounds.carried_by(each)) for each in (rounds.ravi, rounds.imran)) == [0, 2]
    founder.taps("Share out")
    founder.hears("founder-gone")
    founder.says("riders")
    assert "2 stops, ₹2,480 to collect" in founder.hears("founder-runs").text
    day = row("SELECT to_char(starts_at AT TIME ZONE 'Asia/Kolkata', 'FMday') AS day FROM delivery_slots"
              " WHERE id = :id", id=rounds.slot_id).day  # fmt: skip
    founder.says(f"rain {day}")
    founder.hears("founder-sure-rain", orders=2)
    founder.taps("Ask everybody")
    founder.hears("founder-postponed", asked=2, ended=0, runs=1)
    assert [rounds.told(each) for each in (first, second)] == [["window-postponed"]] * 2
    founder.says("riders")
    founder.hears("founder-nothing-to-bring")
    world.assert_sound()


def test_who_carries_too_much_cash_is_left_out(founder: Person, rounds: Rounds, world: World) -> None:
    rounds.orders(1)
    rounds.shelf.change("UPDATE shop SET rider_cash_limit_paise = 0")
    founder.says("riders")
    founder.hears("founder-no-riders", over=2, names="Imran, Ravi")
