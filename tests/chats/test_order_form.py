"""The whole order on one page, where Meta shows our form: what comes back is checked and lands on the summary."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import text

from bot import forms
from core.db import transaction
from core.wording import languages, say
from tests.support.chat import Person, Said
from tests.support.counter import ask_one
from tests.support.world import World

CARTS = "SELECT count(*) FROM cart_items"
LITTLE_KESAR = """
    UPDATE inventory SET on_hand = held + 15 WHERE product_id = (SELECT id FROM products WHERE slug = 'kesar')
"""
TOMORROW_CLOSES = "UPDATE delivery_slots SET open = false WHERE starts_at < jamango_now() + interval '40 hours'"


@pytest.fixture
def offered(world: World) -> World:
    """A shop whose form is published."""
    forms.push(world.settings)
    return world


def opens(chat: Person) -> Said:
    chat.says("hi")
    chat.hears("ordering-menu-first")
    chat.taps("Order in one form")
    return chat.hears("ordering-form")


def fill(chat: Person, form: Said, pack: str = "Kesar, 1 dozen", **more: Any) -> None:
    """A new customer's answers, but for what is given."""
    windows, societies = chat.offers(form, "window"), chat.offers(form, "society")
    tomorrow = next(windows[title] for title in windows if title.startswith("Tomorrow"))
    usual = {"count_1": "2", "society": societies["Palm Grove"], "flat": "B-1203", "window": tomorrow, "pay": "cash"}
    chat.fills_in(message=form, **{**usual, "pack_1": chat.offers(form, "pack_1")[pack], **more})


def test_a_new_customer_pays_cash_in_four_billed_messages(chat: Person, offered: World) -> None:
    form = opens(chat)
    assert list(chat.offers(form, "pay")) == ["Pay online", "Cash on delivery"]
    fill(chat, form, count_1="1", note="ring twice", pack_2=chat.offers(form, "pack_2")["Alphonso · Hapus, Half dozen"])
    summary = chat.hears("ordering-summary", total="₹1,490", home="B-1203", apartment="Palm Grove", note="ring twice")
    assert summary.choices[0][1] == "Cash on delivery", "what was chosen comes first"
    chat.taps("Cash on delivery")
    chat.hears("notices-order-confirmed", total="₹1,490")
    assert (chat.count_heard(), offered.books()["billable"]) == (4, 4)
    offered.assert_sound()


def test_a_new_customer_pays_online_in_four_billed_messages(chat: Person, offered: World) -> None:
    form = opens(chat)
    fill(chat, form, pay="online")
    link = chat.hears("notices-pay-here", total="₹1,600", items="2 × Kesar, 1 dozen", home="B-1203",
                      apartment="Palm Grove")  # fmt: skip
    chat.pays(link)
    chat.hears("notices-order-confirmed")
    assert (chat.count_heard(), offered.books()["billable"]) == (4, 4)
    offered.assert_sound()


def test_a_known_home_is_chosen_already_and_another_one_can_be_written(regular: Person, offered: World) -> None:
    regular.says("hi")
    regular.hears("ordering-again")
    regular.taps("See mangoes")
    regular.hears("ordering-menu-again")
    regular.taps("Order in one form")
    form = regular.hears("ordering-form")
    packs, windows = regular.offers(form, "pack_1"), regular.offers(form, "window")
    answers = {"pack_1": packs["Kesar, 1 dozen"], "pay": "cash", "window": next(iter(windows.values()))}
    regular.fills_in(message=form, **answers)
    regular.hears("ordering-summary", home="B-1203", apartment="Palm Grove")
    regular.says("menu")
    regular.hears("ordering-menu-again")
    regular.taps("Order in one form")
    form = regular.hears("ordering-form")
    other = {"home": "new", "society": regular.offers(form, "society")["Lotus Court"], "flat": "2-504"}
    regular.fills_in(message=form, **answers, **other)
    regular.hears("ordering-summary", home="2-504", apartment="Lotus Court")
    offered.assert_sound()


def test_fruit_that_went_meanwhile_is_asked_about_and_all_the_rest_is_kept(chat: Person, offered: World) -> None:
    form = opens(chat)
    with transaction() as session:
        session.execute(text(LITTLE_KESAR))
    fill(chat, form)
    chat.hears("ordering-ask-left", buttons=["1 dozen · ₹800", "See mangoes"])
    chat.taps("1 dozen")
    chat.hears("ordering-summary", total="₹840", home="B-1203")


def test_a_window_that_closed_meanwhile_is_asked_anew_and_all_the_rest_is_kept(chat: Person, offered: World) -> None:
    form = opens(chat)
    with transaction() as session:
        session.execute(text(TOMORROW_CLOSES))
    fill(chat, form)
    chat.hears("ordering-no-such-window", line="B-1203")
    offered.assert_sound()


def test_what_is_left_open_is_the_next_question(chat: Person, offered: World) -> None:
    form = opens(chat)
    fill(chat, form, flat="1203")
    chat.hears("ordering-which-tower", line="1203")
    chat.taps("C")
    chat.hears("ordering-summary", home="C-1203")
    assert offered.books()["refused"] == []


def test_a_form_that_is_forged_old_or_sent_twice_does_nothing(chat: Person, offered: World) -> None:
    form = opens(chat)
    answer = {"pack_1": chat.offers(form, "pack_1")["Kesar, 1 dozen"], "count_1": "2", "pay": "cash"}
    for token in ("forged", "", "0"):
        chat.sends("form", name="flow", response={**answer, "flow_token": token})
        chat.hears("talk-old-menu")
        assert ask_one(CARTS) == 0
    chat.taps("Order in one form")
    newer = chat.hears("ordering-form")
    fill(chat, form)
    chat.hears("talk-old-menu")
    assert ask_one(CARTS) == 0
    fill(chat, newer)
    chat.hears("ordering-summary")
    fill(chat, newer, count_1="9")
    chat.hears("talk-old-menu")
    assert ask_one("SELECT quantity FROM cart_items") == 2
    offered.assert_sound()


def test_nonsense_in_the_form_is_asked_like_nonsense_that_is_typed(chat: Person, offered: World) -> None:
    form = opens(chat)
    token = form.form["flow_token"]
    odd = {"pack_1": "7x999999", "count_1": "-4", "home": "999", "society": "0", "window": "never", "pay": "gold"}
    chat.sends("form", name="flow", response={**odd, "flow_token": token})
    chat.hears_anything()
    assert ask_one(CARTS) == 0
    offered.assert_sound()


def test_who_types_while_the_form_is_shown_is_heard_and_the_form_stays_good(chat: Person, offered: World) -> None:
    form = opens(chat)
    chat.says("kesar")
    chat.hears("ordering-variety", name="Kesar")
    chat.says("xyzzy plugh")
    chat.hears("talk-not-understood")
    fill(chat, form)
    chat.hears("ordering-summary", total="₹1,600")
    offered.assert_sound()


def test_a_whatsapp_without_forms_is_told_and_is_offered_none_any_more(chat: Person, offered: World) -> None:
    offered.outside.patch("/sim/phones/new-customer", json={"old_client": True}).raise_for_status()
    chat.says("hi")
    chat.hears("ordering-menu-first")
    chat.taps("Order in one form")
    chat.hears("ordering-form-otherwise")
    chat.says("menu")
    rows = [title for _, title in chat.hears("ordering-menu-again").choices]
    assert not any(row.startswith("Order in one form") for row in rows)


def test_a_shop_without_a_published_form_offers_none(chat: Person) -> None:
    chat.says("hi")
    rows = [title for _, title in chat.hears("ordering-menu-first").choices]
    assert (len(rows), any(row.startswith("Order in one form") for row in rows)) == (10, False)


@pytest.mark.parametrize("language", languages())
def test_every_language_and_long_names_fit_the_form(chat: Person, offered: World, language: str) -> None:
    long = '{"en": "' + "Ratnagiri Alphonso of the very first picking " * 2 + '"}'
    chat.says("hi")
    chat.hears_anything()
    with transaction() as session:
        session.execute(text("UPDATE users SET language = :language"), {"language": language})
        session.execute(text("UPDATE products SET names = CAST(:long AS jsonb) WHERE slug = 'kesar'"), {"long": long})
        session.execute(text("UPDATE apartments SET name = name || repeat(' Residency', 6)"))
    chat.language = language
    chat.says("menu")
    chat.hears("ordering-menu-again")
    chat.taps(say(language, "ordering-form-row"))
    form = chat.hears("ordering-form")
    assert len(chat.offers(form, "pack_1")) > 10
    offered.assert_sound()
