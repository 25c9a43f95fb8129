"""Words about orders that are placed: which one is meant, when and where it comes, what it costs, and its end."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from core.db import transaction
from tests.chats.orders import code_in, orders_and_pays, orders_for_cash, orders_the_same
from tests.support.chat import Person, Said
from tests.support.counter import ask_one
from tests.support.world import World

ORDER = "SELECT {} FROM orders WHERE code = :code"


@pytest.fixture(autouse=True)
def founder_listens(founder: Person) -> None:
    """She hears of each change in her own chat."""
    founder.says("hi")
    founder.hears("founder-help")


def of(code: str, what: str) -> object:
    return ask_one(ORDER.format(what), code=code)


def run(statement: str, **values: object) -> None:
    with transaction() as session:
        session.execute(text(statement), values)


def speaks(chat: Person, name: str = "English") -> None:
    """The language is chosen once, so that every answer comes in it."""
    chat.says("language")
    chat.hears_anything()
    chat.taps(name)
    chat.hears_anything()


def proposes(chat: Person, words: str, trigger: str) -> Said:
    """A line that is answered about the order: with a proposal, or the question that is left. Then it is kept."""
    chat.says(words)
    asked = chat.hears_anything()
    assert any(f":{trigger}:" in choice for choice, _ in asked.choices), f"{words!r} was answered with:\n{asked.text}"
    chat.taps("Keep it", asked)
    chat.hears("my-orders-order")
    return asked


def test_another_time_or_home_in_plain_words_is_about_the_order_that_stands(chat: Person, world: World) -> None:
    code = orders_for_cash(chat)
    speaks(chat)
    before = of(code, "(slot_id, address_id, version)")
    for words in ("shaam ko kar do", "mujhe shaam ko chahiye delivery", "change time to evening", "time badal do",
                  "shift my delivery to evening", "is it too late to change to the evening?", "शाम को कर दो",
                  "parson shaam ko bhej do", "kal nahi chahiye"):  # fmt: skip
        chat.says("menu")
        chat.hears("ordering-menu-again")
        chat.says(words)
        asked = chat.hears_anything()
        kinds = {choice.split(":")[1] for choice, _ in asked.choices}
        assert kinds & {"picks_window", "changes_order"}, f"{words!r} was answered with:\n{asked.text}"
    chat.taps("Keep it", asked)
    chat.hears("my-orders-order")
    for words in ("change address to lotus court 1-101", "please deliver to lotus court 2-601 instead",
                  "pata badal do lotus court 1-101", "flat badal ke C-210 kar do"):  # fmt: skip
        assert code in proposes(chat, words, "changes_order").text
    chat.says("address change karna hai")
    chat.hears("ordering-move-where")
    chat.says("lotus court 1-101")
    chat.hears("my-orders-change-home")
    assert of(code, "(slot_id, address_id, version)") == before, "nothing is done before a yes"
    chat.says("yes")
    chat.hears("my-orders-changed", code=code)
    assert str(of(code, "address ->> 'line'")).endswith("101")
    world.assert_sound()


def test_fruit_of_the_order_is_changed_by_its_name(chat: Person, world: World) -> None:
    code = orders_for_cash(chat)
    speaks(chat)
    run("UPDATE zones SET cod_cap_paise = 10000000, cod_cap_new_paise = 10000000")
    for words in ("make it 2 dozen alphonso", "hapus 2 dozen kar do", "हापुस 2 दर्जन कर दो", "oh wait can u make it 2"):
        chat.says("menu")
        chat.hears("ordering-menu-again")
        chat.says(words)
        chat.hears("my-orders-change-total", total="₹2,400")
    chat.taps("Keep it")
    chat.hears("my-orders-order")
    chat.says("1 dozen kesar")
    chat.hears("ordering-cart-total")
    chat.says("order me hapus 3 dozen kar do")
    chat.hears("my-orders-change-total", total="₹3,600")
    chat.says("kesar bhi 1 dozen add kar do order me")
    both = chat.hears("my-orders-change-total").text
    assert "3 × Alphonso" in both, "what was proposed before is kept"
    assert "Kesar" in both
    assert code in both
    world.assert_sound()


def test_an_order_with_two_packs_of_one_fruit_is_changed_as_well(chat: Person, world: World) -> None:
    code = orders_for_cash(chat)
    speaks(chat)
    run("UPDATE zones SET cod_cap_paise = 10000000, cod_cap_new_paise = 10000000")
    for words in ("half dozen hapus add kar do", "aur ek dozen kesar bhi", "half dozen kesar add kar do"):
        chat.says(words)
        chat.hears("my-orders-change-to", code=code)
        chat.taps("Yes, change it")
        chat.hears("my-orders-changed", code=code)
    world.assert_sound()


def test_what_is_paid_in_part_is_said_and_too_much_for_the_door_is_asked_for_by_link(
    chat: Person, world: World
) -> None:
    code = orders_and_pays(chat)
    speaks(chat)
    chat.says("3 kar do")
    assert "*pay*" not in chat.hears("errors-change-over-cap", order_code=code, has_due="no").text
    run("UPDATE zones SET cod_cap_new_paise = 100000")
    chat.says("2 kar do")
    chat.hears("my-orders-change-total", kind="door", link="yes", due="₹1,160")
    chat.taps("Yes, change it")
    chat.hears("my-orders-changed-link", due="₹1,160", renewed="no")
    link = chat.hears("notices-prepay-here")
    chat.says("send me the invoice")
    chat.hears("answers-bill", money="part", prepaid="₹1,240", due="₹1,160")
    chat.says("1 dozen kesar")
    chat.hears("ordering-cart-total")
    chat.says("pay")
    asked = chat.hears("my-orders-which", wish="prepays")
    assert [title.partition(" ")[0] for _, title in asked.choices] == [code, "Go"]
    chat.pays(link)
    chat.hears("notices-order-prepaid", code=code)
    assert of(code, "total_paise - prepaid_paise") == 0
    world.assert_sound()


def test_the_order_that_is_meant_is_cancelled_or_asked_about(regular: Person, world: World) -> None:
    speaks(regular)
    first, second = (orders_the_same(regular) for _ in range(2))
    regular.says("cancel")
    asked = regular.hears("my-orders-which", wish="wants_cancel")
    assert {title[:6] for _, title in asked.choices} == {first, second}
    regular.taps(first)
    regular.hears("my-orders-really-cancel", code=first, several="no")
    regular.taps("Keep it")
    regular.hears("my-orders-order", code=first)
    regular.says(f"{second} cancel kar do")
    regular.hears("my-orders-really-cancel", code=second)
    regular.says("cancel mat karna")
    regular.hears("my-orders-order", code=second)
    regular.says(f"{first.lower()}?")
    regular.hears("my-orders-order", code=first)
    regular.says("menu")
    regular.hears("ordering-menu-again")
    regular.says("cancel mat karna bhai")
    regular.hears("my-orders-stands")
    regular.says("cancel ho sakta hai kya?")
    regular.hears("answers-cancelling")
    regular.says("agar late hua to cancel kar dena")
    regular.hears("answers-cancelling")
    regular.says("menu")
    regular.hears("ordering-menu-again")
    regular.says("dono cancel kar do")
    regular.hears("my-orders-really-cancel", several="yes")
    regular.taps("Yes, cancel")
    regular.hears("my-orders-cancelled", several="yes")
    assert [of(code, "status") for code in (first, second)] == ["cancelled", "cancelled"]
    world.assert_sound()


@pytest.mark.usefixtures("by_day")
def test_a_summary_that_is_only_held_is_no_order_yet(chat: Person, world: World) -> None:
    code = orders_and_pays(chat)
    speaks(chat)
    chat.says("2 dozen kesar kal subah 7 baje")
    held = code_in(chat.hears("ordering-summary"))
    chat.says("pehla wala cancel kar do")
    chat.hears("my-orders-really-cancel", code=code)
    chat.says("no")
    chat.hears("my-orders-order", code=code)
    chat.says("menu")
    chat.hears("ordering-menu-again")
    chat.says("cancel karo aur paise wapas do")
    chat.hears("my-orders-really-cancel", code=code, paid="yes")
    chat.says("no")
    chat.hears("my-orders-order", code=code)
    assert held != code
    world.assert_sound()


@pytest.mark.usefixtures("by_day")
def test_who_waits_for_a_person_may_still_order_and_tap(chat: Person, founder: Person, world: World) -> None:
    speaks(chat)
    chat.says("talk to us")
    chat.hears("talk-parked")
    founder.hears("notices-alert-customer-wants-human")
    chat.says("is it sweet, uncle told me so")
    founder.hears("notices-alert-customer-says")
    chat.says("2 dozen kesar palm grove A-101 kal subah 7 baje")
    summary = chat.hears("ordering-summary")
    assert "stands" in summary.text
    chat.says("talk to us")
    chat.hears("talk-parked")
    founder.hears("notices-alert-customer-wants-human")
    chat.taps("Cash on delivery", summary)
    chat.hears("notices-order-confirmed")
    chat.says("1 dozen kam kar do")
    chat.hears("my-orders-change-total")
    world.assert_sound()
