"""A browser without a screen: it keeps cookies, fills in forms and follows what it is led to. No server is started."""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

import httpx

from core.clock import read_now
from core.db import transaction
from core.ids import new_browser_token
from core.sessions.actions import begin_session
from core.sessions.queries import Owner
from core.sessions.rules import hash_token
from pages.areas import Area
from pages.cookies import cookie_name

ORIGIN = "http://127.0.0.1:8000"
FROM_HERE = {"Sec-Fetch-Site": "same-origin"}


@dataclass
class FormOnPage:
    """One form as the browser would send it untouched."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: list[FormOnPage] = []
        self._textarea = self._select = ""
        self._is_inside = False  # what stands outside of a form is not sent with it

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(FormOnPage(given.get("action", "")))
            self._is_inside = True
        name = given.get("name", "")
        if tag == "select":
            self._select = name
        elif not self._is_inside:
            return
        elif tag == "textarea":
            self._textarea = name
            self.forms[-1].fields[name] = ""
        elif tag == "option" and self._select and ("selected" in given or self._select not in self.forms[-1].fields):
            self.forms[-1].fields[self._select] = given.get("value", "")
        elif tag == "input" and name and (given.get("type") not in {"radio", "checkbox"} or "checked" in given):
            self.forms[-1].fields[name] = given.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = ""
        elif tag == "textarea":
            self._textarea = ""
        elif tag == "form":
            self._is_inside = False

    def handle_data(self, data: str) -> None:
        if self._textarea:
            self.forms[-1].fields[self._textarea] += data


def forms_on(page: httpx.Response) -> list[str]:
    """Where the forms of a page go to that are sent, in order."""
    return re.findall(r'<form[^>]*method="post"[^>]*action="([^"]*)"', page.text)


def complaints(html: str) -> list[str]:
    """The action of the form in which each complaint of a page stands; empty for one outside of all forms."""
    found, action = [], ""
    for tag, its_action in re.findall(r'<(/?form|div role="alert")(?:[^>]*?action="([^"]*)")?', html):
        if tag.startswith("div"):
            found.append(action)
        else:
            action = its_action
    return found


def read_forms(page: httpx.Response) -> list[FormOnPage]:
    """All forms of a page."""
    parser = _Forms()
    parser.feed(page.text)
    return parser.forms


def form_on(page: httpx.Response, action: str) -> FormOnPage:
    """The form of a page that goes to an address."""
    return next(form for form in read_forms(page) if form.action == action)


class Visitor:
    """Somebody at an address, with one browser; `headers` go with every request."""

    def __init__(self, app: Any, address: str = "203.0.113.7", origin: str = ORIGIN, **headers: str) -> None:
        self.app, self.address, self.origin = app, address, origin
        self.headers = headers
        self.cookies = httpx.Cookies()

    def is_signed_in(self, area: Area, **owner: int) -> None:
        """As if a door had signed this browser in: `customer_id=7` or `staff_id=2`."""
        secret = new_browser_token()
        with transaction() as session:
            now = read_now(session)
            begin_session(
                session, area.name, hash_token(secret), Owner(**owner), browser="", now=now, ends_at=now + area.lasts
            )
        name = cookie_name(area.name, secure=self.origin.startswith("https://"))
        self.cookies.set(name, secret, domain=urlsplit(self.origin).hostname or "")

    def get(self, path: str, headers: dict[str, str] | None = None) -> httpx.Response:
        return self.ask("GET", path, headers=headers)

    def post(self, path: str, data: dict[str, Any] | None = None, headers: dict[str, str] | None = None,
             **more: Any) -> httpx.Response:  # fmt: skip
        """What a form sends, as the browser's own page would."""
        return self.ask("POST", path, headers={**FROM_HERE, **(headers or {})}, data=data, **more)

    def fills(self, page: httpx.Response, action: str, headers: dict[str, str] | None = None,
              **typed: Any) -> httpx.Response:  # fmt: skip
        """Fill in a page's form and send it; the answer, before anything is followed."""
        return self.post(action, {**form_on(page, action).fields, **typed}, headers)

    def follows(self, answer: httpx.Response) -> httpx.Response:
        assert answer.status_code == 303, (answer.status_code, answer.text[:300])
        return self.get(answer.headers["location"])

    def ask(self, method: str, path: str, headers: dict[str, str] | None = None, **more: Any) -> httpx.Response:
        return asyncio.run(self._ask(method, path, {**self.headers, **(headers or {})}, more))

    async def _ask(self, method: str, path: str, headers: dict[str, str], more: dict[str, Any]) -> httpx.Response:
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False, client=(self.address, 4711))
        async with httpx.AsyncClient(transport=transport, base_url=self.origin, cookies=self.cookies) as client:
            answer = await client.request(method, path, headers=headers, **more)
            self.cookies = client.cookies
        return answer
