"""Whatever is said beside the fruit that we ask about, or later than something else, nothing of the two is lost."""

from __future__ import annotations

import pytest

from tests.chats.orders import is_asked_where, reaches_the_slots
from tests.support.chat import Person
from tests.support.counter import ask_one
from tests.support.wording_match import says
from tests.support.world import World


def somebody(world: World) -> Person:
    """Yet another phone."""
    phone = world.outside.post("/sim/phones", json={"name": "Somebody"}).raise_for_status().json()
    return Person(world, phone["id"])


def test_a_home_a_time_and_a_way_to_pay_leave_the_fruit_that_is_asked_about(chat: Person, world: World) -> None:
    chat.says("alphonso")
    chat.hears("ordering-variety", name="Alphonso · Hapus")
    chat.says("2")
    chat.hears("ordering-which-pack", count=2)
    for said, nod in (
        ("palm grove", "ordering-home-noted"),
        ("b 1203", "ordering-home-noted"),
        ("tomorrow", "ordering-time-noted"),
        ("cod", "ordering-way-noted"),
    ):
        chat.says(said)
        kept = chat.hears(nod)
        assert says(kept.text, "en", "ordering-which-pack", {"count": 2}), said
        assert said != "b 1203" or "b 1203, Palm Grove" in kept.text
    chat.taps("2 × 1 dozen")
    asked = chat.hears_anything()
    assert says(asked.text, "en", "ordering-cart-total", {"total": "₹2,400"})
    assert "7–9 am" in str(asked.choices)
    world.assert_sound()


def test_on_the_page_of_a_fruit_the_page_stays(chat: Person) -> None:
    chat.says("kesar")
    chat.hears("ordering-variety", name="Kesar")
    chat.says("lotus court 1-902")
    kept = chat.hears("ordering-home-noted")
    assert says(kept.text, "en", "ordering-variety", {"name": "Kesar"})
    chat.says("1 dozen")
    assert says(chat.hears_anything().text, "en", "ordering-cart-total", {"total": "₹840"})


def test_what_is_noted_before_any_fruit_is_said_once(chat: Person) -> None:
    chat.says("hi")
    chat.hears("ordering-menu-first")
    chat.says("palm grove")
    noted = chat.hears("ordering-home-noted")
    assert "…" not in noted.text
    assert noted.text.count("Noted") == 1


@pytest.mark.usefixtures("by_day")
def test_a_day_that_is_named_later_replaces_the_time_from_before(chat: Person) -> None:
    """Two windows of tomorrow morning are asked about, and today's is meant after all."""
    chat.language = "hi-Latn"
    chat.says("2 doz hapus kal subah Palm Grove B-1203")
    chat.hears("ordering-which-window-of-day")
    chat.says("jaldi bhejo yaar aaj hi chahiye")
    taken = chat.hears("ordering-summary")
    assert "Aaj, shaam" in taken.text


def test_a_time_is_taken_among_words_that_only_lead_up_to_it(world: World) -> None:
    for said, slot in (
        ("nahi, parson shaam", "Fri 14 May, 5–7 pm"),
        ("no, tomorrow evening", "Tomorrow, 5–7 pm"),
        ("ya tomorrow evening is fine", "Tomorrow, 5–7 pm"),
        ("tomorrow evening is better", "Tomorrow, 5–7 pm"),
        ("kal office hai, parson shaam", "Fri 14 May, 5–7 pm"),
        ("earliest", "Today, 5–7 pm"),
        ("jab bhi ho sake", "Today, 5–7 pm"),
        ("सबसे पहले वाला", "Today, 5–7 pm"),
    ):
        chat = somebody(world)
        chat.says("1 dozen hapus Palm Grove B-1203")
        chat.hears("ordering-when")
        chat.says(said)
        assert slot in chat.hears_anything().text, said
    world.assert_sound()


def test_a_time_that_is_refused_or_asked_about_is_not_taken(chat: Person) -> None:
    reaches_the_slots(chat)
    for said in ("no sunday please", "not tomorrow evening", "is tomorrow evening ok?"):
        chat.says(said)
        chat.hears_anything()
        assert ask_one("SELECT count(*) FROM orders WHERE status = 'awaiting_payment'") == 0, said


def test_who_needs_a_moment_is_told_that_there_is_no_hurry(chat: Person) -> None:
    reaches_the_slots(chat)
    for said in ("wait", "let me ask my wife", "hold on"):
        chat.says(said)
        assert says(chat.hears("talk-no-hurry").text, "en", "ordering-when", {}), said
    for said in ("papa se puch ke batati hu", "ek minute ruko", "soch ke batata hu"):
        chat.says(said)
        heard = chat.hears_anything().text
        assert any(says(heard, language, "talk-no-hurry", {}) for language in ("en", "hi-Latn")), said


def test_another_language_keeps_the_place(chat: Person) -> None:
    reaches_the_slots(chat)
    chat.says("हिंदी में बोलो")
    chat.language = "hi"
    asked = chat.hears("help-language-chosen")
    assert says(asked.text, "hi", "ordering-when", {})
    chat.says("speak in english")
    chat.language = "en"
    assert says(chat.hears("help-language-chosen").text, "en", "ordering-when", {})


def test_another_language_where_the_home_is_asked_for(chat: Person) -> None:
    is_asked_where(chat)
    chat.says("hindi please")
    chat.language = "hi"
    assert says(chat.hears("help-language-chosen").text, "hi", "ordering-where", {})


def test_both_is_of_the_two_fruits_that_were_named_or_looked_at(world: World) -> None:
    for begins, said in (
        (("hapus and kesar",), "both 1 dozen"),
        (("kesar", "hapus"), "both one dozen each"),
        (("kesar ka rate", "aur hapus"), "dono ek ek dozen"),
    ):
        chat = somebody(world)
        for line in begins:
            chat.says(line)
            chat.hears_anything()
        chat.says(said)
        asked = chat.hears_anything().text
        assert "₹800" in asked, said
        assert "₹2,000" in asked, said


def test_what_one_fruit_is_weighed_in_says_nothing_of_one_that_is_counted(chat: Person) -> None:
    chat.says("kesar 2 hapus 1 totapuri 3 kg")
    chat.hears("ordering-which-pack", count=2)


def test_another_home_is_taken_where_the_first_was_wrong(chat: Person) -> None:
    reaches_the_slots(chat)
    chat.says("no wait lotus court")
    chat.hears("ordering-flat-form")
    chat.says("2-501")
    asked = chat.hears("ordering-when")
    assert "2-501" in asked.text
    assert "Lotus Court" in asked.text
    chat.says("tomorrow evening")
    chat.hears("ordering-summary")
    for said, home in (("wrong flat its 1-502", "1-502"), ("galat flat, 2-503 hai", "2-503")):
        chat.says(said)
        assert home in chat.hears_anything().text, said
        assert ask_one("SELECT address ->> 'line' FROM orders WHERE status = 'awaiting_payment'") == home
