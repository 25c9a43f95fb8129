"""Words never do what the person did not say, and do what they did: November's sentences, through the real door."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from core.db import transaction
from tests.chats.orders import fills_the_cart, orders_and_pays, orders_for_cash, reaches_the_slots, reaches_the_summary
from tests.support.chat import Person
from tests.support.counter import ask_one
from tests.support.world import World

HELD = "SELECT count(*) FROM orders WHERE status = 'awaiting_payment'"
LINES = "SELECT count(*) FROM cart_items"
QUANTITIES = "SELECT sum(quantity) FROM cart_items"


def status_of(code: str) -> str:
    with transaction() as session:
        return str(session.execute(text("SELECT status FROM orders WHERE code = :code"), {"code": code}).scalar_one())


def test_what_is_not_plain_assent_cancels_nothing(chat: Person, world: World) -> None:
    code = orders_and_pays(chat)
    for said in ("not sure", "ok wait, please don't cancel it", "yes but later", "haan kya?", "cancel"):
        chat.says("cancel")
        chat.hears("my-orders-really-cancel", buttons=["Yes, cancel", "Keep it"])
        chat.says(said)
        assert [title for _, title in chat.hears_anything().choices][:2] == ["Yes, cancel", "Keep it"], said
        assert status_of(code) == "confirmed", said
    for said in ("ji nahi", "no its ok", "don't cancel ok", "जी नहीं", "ji nahi, rehne do"):
        chat.says("cancel")
        chat.hears("my-orders-really-cancel")
        chat.says(said)
        chat.language = "hi-Latn"  # `haan kya?`, and now `ji nahi`
        chat.hears("my-orders-status", status="confirmed")
        assert status_of(code) == "confirmed", said
    world.assert_sound()


def test_plain_assent_cancels(chat: Person, world: World) -> None:
    code = orders_for_cash(chat)
    chat.says("order cancel kar do bhaiya")
    chat.hears("my-orders-really-cancel")
    chat.says("haan ji kar do please")
    chat.language = "hi-Latn"
    chat.hears("my-orders-cancelled", code=code)
    world.assert_sound()


def test_a_yes_of_another_language_cancels_and_a_home_beside_changes_nothing(chat: Person, world: World) -> None:
    code = orders_for_cash(chat)
    chat.says("next to C-402 bhejo")
    chat.hears_anything()
    assert ask_one("SELECT count(*) FROM addresses WHERE line LIKE '%402%'") == 0
    chat.says("cancel")
    chat.hears("my-orders-really-cancel")
    chat.says("ஆமா")
    chat.hears_anything()
    assert status_of(code) == "cancelled"
    world.assert_sound()


def test_a_question_about_cash_buys_nothing(chat: Person, world: World) -> None:
    reaches_the_summary(chat)
    for said in (
        "cash nahi hai mere paas",
        "do you take cash?",
        "cash ya upi kuch bhi",
        "not cash, upi please",
        "half cash half upi",
        "cash 840",
    ):
        chat.says(said)
        heard = chat.hears_anything()
        assert [title for _, title in heard.choices][:2] == ["Pay online", "Cash on delivery"], said
        chat.says("ok")
        chat.hears("ordering-cash-or-online", buttons=["Pay online", "Cash on delivery", "Change something"])
        assert ask_one(QUANTITIES) == 1, said
    chat.says("haan")
    chat.language = "hi-Latn"
    chat.hears("ordering-cash-or-online", buttons=["Online dijiye", "Delivery par cash", "Kuch badaliye"])
    chat.says("cash on delivery please")
    chat.hears("notices-order-confirmed")
    world.assert_sound()


def test_a_doubt_at_same_again_orders_nothing(regular: Person, world: World) -> None:
    regular.says("hi")
    regular.hears("ordering-again")
    regular.says("not sure")
    assert next(title for _, title in regular.hears_anything().choices) == "Yes, cash"
    regular.says("haan ji")
    regular.hears("ordering-summary")
    world.assert_sound()


def test_only_a_removal_removes(chat: Person) -> None:
    fills_the_cart(chat, "Kesar", "1 dozen")
    for said in ("kesar hatana mat", "please do not remove the kesar", "kesar mat hatao"):
        chat.says(said)
        chat.hears("talk-understood-in-part")
        chat.says("cart")
        chat.hears("ordering-cart-total", total="₹800")
    chat.says("केसर हटा दो")
    chat.hears("ordering-cart-empty")


def test_so_much_that_is_refused_is_neither_added_nor_taken_out(chat: Person) -> None:
    fills_the_cart(chat, "Kesar", "1 dozen")
    for said in ("don't add 2 dozen kesar", "1 dozen kesar mat dalna", "I don't want 1 dozen kesar", "don't add 2"):
        chat.says(said)
        chat.hears_anything()
        assert ask_one(QUANTITIES) == 1, said
    chat.says("24 nos kesar")
    chat.hears("ordering-cart-total", total="₹1,500")
    chat.says("empty cart")
    chat.hears_anything()
    assert ask_one(LINES) == 0


def test_fruit_is_removed_from_any_step(chat: Person) -> None:
    fills_the_cart(chat, "Kesar", "1 dozen")
    chat.says("1 dozen hapus")
    chat.hears("ordering-cart-total", total="₹2,000")
    chat.says("langra")
    chat.hears("ordering-variety", name="Langra")
    chat.says("remove kesar please")
    chat.hears("ordering-cart-total", total="₹1,200")
    chat.says("1 dozen kesar")
    chat.hears("ordering-cart-total", total="₹2,000")
    chat.taps("Checkout")
    chat.hears("ordering-where")
    chat.says("kesar hata dijiye")
    chat.hears("ordering-cart-total", total="₹1,200")


def test_days_and_hours_are_the_ones_that_were_said(chat: Person) -> None:
    reaches_the_slots(chat)
    chat.says("tomorrow if it does not rain")
    assert "Tomorrow, 5–7 pm" in [title.split(" | ")[0] for _, title in chat.hears_anything().choices]
    for said in ("kal shaam ghar pe nahi hu", "tomorrow evening I am not home"):
        chat.says(said)
        chat.hears("talk-understood-in-part")
        assert ask_one(HELD) == 0, said
    for said in ("kal nahi parson shaam", "not tomorrow evening, day after tomorrow evening please"):
        chat.says(said)
        summary = chat.hears("ordering-summary")
        assert "5–7 pm" in summary.text, said
        assert "Tomorrow" not in summary.text, "another day was asked for"
        chat.says("change slot")
        chat.hears("ordering-when")


@pytest.mark.usefixtures("by_day")
def test_a_morning_with_two_windows_asks_which_of_the_two(chat: Person) -> None:
    reaches_the_slots(chat)
    chat.says("kal subah")
    chat.hears("ordering-which-window-of-day", day="Tomorrow", buttons=["7–9 am", "10 am–12 pm"])
    chat.says("Tomorrow, 10 am–12 pm")
    chat.hears("ordering-summary", slot="Tomorrow, 10 am–12 pm")


def test_pieces_become_packs_or_are_asked_about(chat: Person) -> None:
    chat.says("hi")
    chat.hears("ordering-menu-first")
    chat.taps("Kesar")
    chat.hears("ordering-variety")
    chat.says("12 pieces")
    chat.hears("ordering-cart-total", total="₹800")
    chat.says("18 pieces of kesar")
    chat.hears("ordering-ask-mix", name="Kesar", amount="18 pieces")
    chat.says("cart")
    chat.hears("ordering-cart-total", total="₹800")
    chat.says("12 pieces langra")
    chat.hears("ordering-no-such-pack", name="Langra")
    chat.says("how much for 2 dozen hapus")
    chat.hears("ordering-variety", name="Alphonso · Hapus")


def test_the_same_words_set_and_add_everywhere(chat: Person) -> None:
    chat.says("hi")
    chat.hears("ordering-menu-first")
    chat.says("do darjan hapus")
    chat.hears("ordering-cart-total", total="₹2,400")
    chat.says("3 kar do")
    chat.language = "hi-Latn"
    chat.hears("ordering-cart-total", total="₹3,600")
    chat.says("1 more")
    chat.hears("ordering-cart-total", total="₹4,800")
    chat.says("hapus")
    chat.hears("ordering-variety")
    chat.says("1 dozen")
    chat.hears("ordering-cart-total", total="₹1,200")
    chat.says("hapus")
    chat.hears("ordering-variety")
    chat.says("2 dozen more")
    chat.hears("ordering-cart-total", total="₹3,600")
    chat.says("make it half dozen")
    chat.hears("ordering-cart-total", total="₹650")
    for said in ("do not make it 3", "mat 3 karo", "not 2"):
        chat.says(said)
        chat.hears_anything()
        assert ask_one(QUANTITIES) == 1, said


def test_the_fruit_of_a_cancelled_order_does_not_stay_in_the_cart(chat: Person, world: World) -> None:
    reaches_the_summary(chat)
    chat.says("cancel")
    chat.hears("my-orders-really-cancel")
    chat.says("haan")
    chat.hears("my-orders-cancelled")
    chat.says("1 dozen kesar")
    chat.hears("ordering-cart-total", total="₹840")
    world.assert_sound()


def test_a_note_is_what_was_typed(chat: Person, world: World) -> None:
    reaches_the_summary(chat)
    for note in ("call me", "same", "pay", "home"):
        chat.taps("Change something")
        chat.hears("ordering-changes")
        chat.says("note")
        chat.hears_anything()
        chat.says(note)
        chat.hears("ordering-summary", noted="yes", note=note)
    chat.taps("Change something")
    chat.hears("ordering-changes")
    chat.says("note")
    chat.hears_anything()
    chat.says("no note")
    chat.hears("ordering-summary", noted="no")
    assert ask_one("SELECT coalesce(max(note), '') FROM carts") == ""
    world.assert_sound()
