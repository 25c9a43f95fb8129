"""People of the shop come and go by the command line; what they read on their phone shows it at once."""

from __future__ import annotations

import re

import pytest

from core.errors import Fault, Refusal
from jamango.staffing import add_member, member_lines, remove_member
from tests.chats.orders import orders_for_cash
from tests.support.chat import Person
from tests.support.doors import open_doors
from tests.support.visitor import Visitor
from tests.support.world import World

PHONE = "+91 00000 00101"


def test_a_founder_who_wrote_to_the_bot_before_can_be_added_and_let_go(
    chat: Person, founder: Person, world: World
) -> None:
    chat.says("hi")
    chat.hears("ordering-menu-first")
    said = add_member(name="Meera", role="founder", phone=PHONE, language="en")
    assert said.startswith("Meera (+910000000101) is founder now.\nThey make their sign-in at ")
    assert any("Meera, founder, +910000000101, en" in line for line in member_lines())
    chat.says("menu")
    chat.hears("founder-help", buttons=["Who is waiting"])
    world.assert_sound()

    assert "Meera no longer works here" in remove_member("910000000101")
    assert not any("Meera" in line for line in member_lines())
    chat.says("hi")
    chat.hears("ordering-menu-first")
    founder.says("hi")
    founder.hears("founder-help")
    world.assert_sound()


def test_nobody_is_added_while_news_of_an_order_goes_to_that_number(chat: Person) -> None:
    code = orders_for_cash(chat)
    with pytest.raises(Fault, match=f"order {code} is under way"):
        add_member(name="Meera", role="founder", phone=PHONE, language="en")
    chat.hears_nothing()
    chat.says("my orders")
    assert code in chat.hears_anything().text


def test_what_makes_no_sense_is_refused_and_the_last_founder_stays(chat: Person) -> None:
    for odd in ({"role": "king"}, {"phone": "12"}, {"language": "tlh"}):
        with pytest.raises(Fault):
            add_member(**{"name": "Meera", "role": "rider", "phone": PHONE, "language": "en", **odd})
    for name, phone, code in (("\u200b ", PHONE, "name-missing"), ("Meera", "+91 00000 00104", "phone-taken")):
        with pytest.raises(Refusal, match=code):
            add_member(name=name, role="rider", phone=phone, language="en")
    with pytest.raises(Refusal, match="only-founder"):
        remove_member("+91 00000 00104")
    for nobody in ("99", "+91 00000 00999"):
        with pytest.raises(Fault, match="`jamango staff list`"):
            remove_member(nobody)
    assert [line.split(",")[0].split()[-1] for line in member_lines()] == ["Lakshmi", "Ravi"]


def test_the_founder_signs_in_at_the_office_by_a_word_from_her_own_phone(
    chat: Person, founder: Person, world: World
) -> None:
    browser = Visitor(open_doors(), origin=world.shop_url)
    shown = browser.follows(browser.fills(browser.get("/admin/signin"), "/admin/signin/word"))
    word, number = re.findall(r'class="login-(?:word|big)">([A-Z0-9-]+)<', shown.text)
    chat.says(f"LOGIN {word}")
    chat.hears("login-word-over")
    founder.says(f"LOGIN {word}")
    founder.hears("login-which-number-office", browser="…")
    founder.taps(number)
    founder.hears("login-done")
    inside = browser.follows(browser.fills(browser.get("/admin/signin/word"), "/admin/signin/word/go"))
    assert "Lakshmi" in inside.text
    world.assert_sound()
