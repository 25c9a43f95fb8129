"""What people do in the web shop, as verbs: pick, check out, sign in."""

from __future__ import annotations

import re
from typing import Any

import httpx
from sqlalchemy import text

from core.clock import read_now
from core.db import transaction
from core.logins.rules import find_word
from core.logins.words import hear_word, tap_number
from core.sessions.queries import Owner
from tests.support.visitor import Visitor, form_on


class Buyer:
    """A browser that shops."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor

    def goes(self, path: str) -> httpx.Response:
        answer = self.visitor.get(path)
        while answer.status_code == 303:
            answer = self.visitor.follows(answer)
        return answer

    def sends(self, page: httpx.Response, action: str, **typed: Any) -> httpx.Response:
        answer = self.visitor.fills(page, action, **typed)
        while answer.status_code == 303:
            answer = self.visitor.follows(answer)
        return answer

    def puts(self, slug: str, quantity: int = 1, *, pack: int = 0) -> httpx.Response:
        """Put so many of a variety's pack (by its place on the page) into the cart."""
        page = self.goes(f"/mangoes/{slug}")
        packs = re.findall(r'name="pack" value="(\d+)"', page.text)
        return self.sends(page, f"/mangoes/{slug}", pack=packs[pack], quantity=str(quantity))

    def lives_at(self, search: str, flat: str, tower: str = "") -> httpx.Response:
        found = self.goes(f"/checkout/home?q={search}")
        path = re.findall(r'href="(/checkout/home/\d+)"', found.text)[0]
        page = self.goes(path)
        return self.sends(page, path, flat=flat, **({"tower": tower} if tower else {}))

    def picks_a_window(self, which: int = 0) -> httpx.Response:
        page = self.goes("/checkout/time")
        slots = re.findall(r'name="slot" value="(\d+)"', page.text)
        return self.sends(page, "/checkout/time", slot=slots[which])

    def tells(self, name: str, phone: str) -> httpx.Response:
        return self.sends(self.goes("/checkout/contact"), "/checkout/contact", name=name, phone=phone)

    def fills_everything(self) -> httpx.Response:
        """From an empty cart to the summary."""
        self.puts("alphonso", 2, pack=1)
        self.lives_at("palm", "1203", "B")
        self.picks_a_window()
        return self.tells("Kiran", "98765 00088")

    def pays(self, way: str) -> httpx.Response:
        return self.sends(self.goes("/checkout"), "/checkout", way=way)

    def asks_to_sign_in(self, after: str = "/my/orders") -> tuple[str, int]:
        """The word and the number that the page shows."""
        self.sends(self.goes(f"/login?next={after}"), "/login")
        page = self.goes(f"/login/word?next={after}")
        word = re.findall(r'class="login-word">([A-Z0-9-]+)<', page.text)[0]
        return word, int(re.findall(r'class="login-big">(\d+)<', page.text)[0])

    def signs_in(self, customer_id: int, after: str = "/my/orders") -> httpx.Response:
        word, number = self.asks_to_sign_in(after)
        assert sends_the_word(customer_id, word, number) is True
        page = self.goes(f"/login/word?next={after}")
        return self.sends(page, "/login/word")


def sends_the_word(customer_id: int, word: str, number: int | None) -> bool | None:
    """What the chat does when somebody sends the word and taps a number."""
    typed = find_word(f"LOGIN {word}")
    assert typed is not None
    with transaction() as session:
        now = read_now(session)
        heard = hear_word(session, typed, Owner(customer_id), now)
        return tap_number(session, heard.word_id, Owner(customer_id), number, now) if heard else None


def has_form(page: httpx.Response, action: str) -> bool:
    try:
        form_on(page, action)
    except StopIteration:
        return False
    return True


def one(sql: str, **values: Any) -> Any:
    with transaction() as session:
        return session.execute(text(sql), values).one()
