"""One request of a browser at a door of pages: who asks, in which language, and how it is answered."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from http import HTTPStatus
from typing import Any, TypeVar

from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from core.actor import Actor
from core.clock import read_now
from core.db import in_transaction
from core.errors import Refusal
from core.ids import new_browser_token, new_key, new_token
from core.sessions.queries import LiveSession, Owner, find_session
from core.sessions.rules import hash_token
from core.settings import get_settings
from pages.applying import apply_once
from pages.areas import Area
from pages.cookies import LANGUAGE, YEAR, Cookie, cookie_name
from pages.forms import Filled, FormType, read_form
from pages.frame import frame_of
from pages.origins import form_token, local_path
from pages.posted import Posted
from pages.security_headers import STRICT, ContentPolicy
from pages.speaking import speak_to
from pages.templates import render, render_for_all
from pages.wording import PAGES, choose_language, say

TOLD = "told"  # the cookie with what the next page says: the key of a sentence
QUEUED = "x-queued"  # the header of what a script sends that was kept while there was no connection
BRIEFLY = timedelta(minutes=1)
AnyResponse = TypeVar("AnyResponse", bound=Response)
Deed = Callable[["Visit", Session, FormType], str]


class Visit:
    """What a page's handler is given. `session` is the browser's, None for one that we do not remember."""

    def __init__(self, request: Request, area: Area) -> None:
        self.request = request
        self.area = area
        self.settings = get_settings()
        self.is_secure = self.settings.public_url.startswith("https://")
        self.browser = self.cookie(area.name)
        self.session: LiveSession | None = None
        self.posted = Posted()
        self.is_private = False
        self.known_language: str | None = None  # what a door knows of who has come by a link, without a session
        self.declined: Refusal | None = None  # what a door's own check says to the form before its deed is done
        self.unsaid: Filled | None = None  # a form that is wrong, until its page has said so beside it
        self._cookies: dict[str, Cookie] = {}
        self._now: datetime | None = None
        self._nonce = ""
        self._spoken = ""
        self._language: tuple[str | None, str] | None = None

    @property
    def language(self) -> str:
        """What was chosen just now, what the owner set, what this browser chose, what the door knows of who comes by a
        link, or what the browser asks for by itself."""
        if self._spoken:
            return self._spoken
        owners = self.session.language if self.session else None
        if self._language is None or self._language[0] != (owners or self.known_language):
            wishes = (owners, self.cookie(LANGUAGE), self.known_language, self.request.headers.get("accept-language"))
            self._language = (owners or self.known_language, choose_language(*wishes))
        return self._language[1]

    def speak(self, language: str) -> None:
        """Have this browser spoken to in a language from now on; `pages.speaking` tells its owner's row as well."""
        self._spoken = choose_language(language)
        self.set_cookie(Cookie(LANGUAGE, language, YEAR))

    @property
    def owner(self) -> Owner:
        """Who signed in on this browser; an owner without ids is a guest."""
        return self.session.owner if self.session else Owner()

    def customer_id(self) -> int:
        """The customer who signed in. Answers 403 to everybody else."""
        if self.owner.customer_id is None:
            raise HTTPException(403)
        return self.owner.customer_id

    def actor(self) -> Actor:
        """Who acts: the customer or member of staff who signed in. Answers 403 to a guest."""
        owner, role = self.owner, self.session.role if self.session else None
        if owner.staff_id is not None and role is not None:
            return Actor.staff(owner.staff_id, role)
        return Actor.customer(self.customer_id())

    @property
    def nonce(self) -> str:
        """For the one inline script that a page cannot do without: `nonce="…"`, and its policy allows it."""
        self._nonce = self._nonce or new_token()
        return self._nonce

    def now(self, session: Session) -> datetime:
        """The moment of this request, read once."""
        self._now = self._now or read_now(session)
        return self._now

    @property
    def moment(self) -> datetime:
        """The same, where the door has read it: always for a browser that has a session."""
        assert self._now is not None
        return self._now

    def cookie(self, name: str) -> str:
        return self.request.cookies.get(cookie_name(name, secure=self.is_secure), "")

    def set_cookie(self, cookie: Cookie) -> None:
        self._cookies[cookie.name] = cookie

    def t(self, key: str, /, **values: Any) -> str:
        """Word `key` of the pages in the visitor's language."""
        return say(self.language, key, **values)

    # Answering.

    def page(
        self,
        template: str,
        status_code: int = 200,
        *,
        fragments: tuple[str, ...] = (),
        blocks: tuple[str, ...] = (),
        policy: ContentPolicy = STRICT,
        same: Hashable = None,
        **values: Any,
    ) -> HTMLResponse:
        """A template as a page; only its `blocks` when some are named, or the one of `fragments` that htmx asks for.

        A fragment's name is its block's and its element's id. `same` is what `values` are made of, where nothing on the
        page is of its visitor: then it is rendered once for all.
        """
        target = self._htmx_target()
        blocks = blocks or ((target,) if target in fragments else ())
        told = "" if blocks else self._take_told()
        everything = {**frame_of(self), "told": told, **values}
        once = render if same is None else partial(render_for_all, same=same)
        html = once(template, blocks, everything)
        answer = HTMLResponse(html, status_code)
        answer.headers["Cache-Control"] = "no-store" if self.is_private or self.session or self._cookies else "no-cache"
        answer.headers["Vary"] = "Accept-Language, Cookie" + (", HX-Target" if fragments else "")
        if self.area.stays:
            answer.headers["X-Stays"] = self.area.name  # so that nobody's page but ours is kept for one of ours
        if self._nonce:
            policy = policy.allowing(script_src=f"'nonce-{self._nonce}'")
        if policy is not STRICT:
            answer.headers["Content-Security-Policy"] = policy.header
        return self.send(answer)

    def redirect(self, path: str) -> Response:
        """Go on to a path of ours, by GET."""
        headers = {"Location": local_path(path, self.area.home), "Cache-Control": "no-store"}
        return self.send(Response(status_code=303, headers=headers))

    def send(self, answer: AnyResponse) -> AnyResponse:
        """Any answer, with the cookies that this visit sets."""
        for cookie in self._cookies.values():
            answer.headers.append("Set-Cookie", cookie.header(secure=self.is_secure))
        return answer

    def tell_next(self, key: str) -> None:
        """Have the next page say that something was done: a toast with the sentence `told-<key>`."""
        self.set_cookie(Cookie(TOLD, key, BRIEFLY))

    # Forms.

    def empty_form(self, **typed: str) -> Filled:
        """A form to be filled in, with what is known already."""
        return Filled(new_key(), {name: [value] for name, value in typed.items()})

    def apply(
        self, form_type: type[FormType], deed: Deed[FormType], show: Callable[[Visit, Filled], Response]
    ) -> Response:
        """Read the form and do its deed, once however often it is sent; the deed's result is the path to go on to.

        What is wrong, or declined by the shop's rules (Refusal), is said beside its field by `show`, and nothing of the
        deed remains.
        """
        if not self.posted.once:
            raise HTTPException(400)
        if self.posted.language:
            return self._show_in_another_language(form_type, show)
        form, filled = read_form(form_type, self.posted, self.language)
        if form is None:
            return self.complain(422, filled, show)
        if self.declined is not None:
            return self.complain(403, filled.refused(self.declined, form_type, self.language), show)
        before = (dict(self._cookies), self.browser, self.session)
        # Two forms of one page are two deeds, also where whoever went back sends the second with the first's key.
        key = hashlib.sha256(f"{self.browser}:{self.posted.path}:{self.posted.once}".encode()).hexdigest()
        try:
            path = in_transaction(partial(apply_once, key=key, now=self.now, deed=partial(_do, deed, self, form)))
        except Refusal as refusal:
            self._cookies, self.browser, self.session = before
            again = filled.refused(refusal, form_type, self.language)
            # A part of a page is exchanged where it stands: 422 is what htmx takes for that, any other it shows on top.
            is_whole = again.error() and not self._htmx_target()
            return self.complain(409 if is_whole else 422, again, show)
        return self.go_on(path)

    def go_on(self, path: str) -> Response:
        """After a deed: to its page, or only the word that it is done for a script that sends what a browser has kept.

        A script cannot tell this redirect from one to a sign-in.
        """
        return self.send(Response(status_code=204)) if self.is_queued else self.redirect(path)

    @property
    def is_queued(self) -> bool:
        """Whether a script sends this out of its queue (`static/scripts/queue.js`)."""
        return QUEUED in self.request.headers

    def _show_in_another_language(
        self, form_type: type[FormType], show: Callable[[Visit, Filled], Response]
    ) -> Response:
        """The page as it was filled in, and nothing is done. What a button would have said is not missed."""
        in_transaction(partial(speak_to, self, self.posted.language))
        _, filled = read_form(form_type, self.posted, self.language)
        typed = {name: said for name, said in filled.errors.items() if name.partition(".")[0] in filled.typed}
        filled = replace(filled, errors=typed)
        return self.complain(422, filled, show) if typed else show(self, filled)

    def look_up(self, session: Session) -> None:
        """Find the session of this browser's secret."""
        area, now = self.area, self.now(session)
        self.session = find_session(session, hash_token(self.browser), area.name, idle=area.idle, now=now)

    def complain(self, status_code: int, filled: Filled, show: Callable[[Visit, Filled], Response]) -> Response:
        """The page of a form that is wrong. Where none of its forms is the one that was sent, its frame says why.

        A way elsewhere, because the page is not to be had now, stays.
        """
        self.unsaid = filled
        answer = show(self, filled)
        if answer.status_code == HTTPStatus.OK:
            answer.status_code = status_code
        return answer

    def has_said(self, filled: Filled) -> str:
        """Note that the page has said what is wrong; nothing to be shown."""
        self.unsaid = None if filled is self.unsaid else self.unsaid
        return ""

    # The browser's secret.

    def form_token(self) -> str:
        """The token of a form on this page, which makes the page private; a browser without a secret is given one."""
        self.is_private = True
        if not self.browser:
            self.set_browser(new_browser_token())
        return form_token(self.settings.secret_key.get_secret_value(), self.browser)

    def set_browser(self, secret: str) -> None:
        """Give the browser another secret; an empty one takes it away."""
        self.browser = secret
        self.set_cookie(Cookie(self.area.name, secret, self.area.lasts, self.area.same_site))

    def _htmx_target(self) -> str:
        headers = self.request.headers
        return "" if "hx-history-restore-request" in headers else headers.get("hx-target", "")

    def _take_told(self) -> str:
        told = self.cookie(TOLD)
        if told:
            self.set_cookie(Cookie(TOLD, "", BRIEFLY))
        return f"told-{told}" if PAGES.has(f"told-{told}") else ""


def _do(deed: Deed[FormType], visit: Visit, form: FormType, session: Session) -> str:
    path = deed(visit, session, form)
    visit.area.after(visit, session)
    return path
