"""Signing in by a six-digit code on WhatsApp, where the shop has them; the word is offered beside it at every step."""

from __future__ import annotations

from typing import Annotated, ClassVar
from urllib.parse import quote

from pydantic import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError
from sqlmodel import Session
from starlette.responses import Response

from core.db import transaction
from core.logins.code_rules import CODE, TRIES
from core.logins.codes import Asking, Checked, ask_for_code, check_code, code_state
from core.recognition.actions import recognise
from pages.door import Visiting, address_of, new_door
from pages.fields import Line, Phone, plain_digits
from pages.forms import Filled
from pages.origins import local_path
from pages.signing import remember_guest
from pages.visit import Visit
from shop_web.area import SHOP
from shop_web.login import AFTERWARDS, Start, next_of, show_start, welcome
from shop_web.masking import mask_phone

router = new_door(SHOP)

PAGE = "/login/code"


def read_code(typed: str) -> str:
    """`12 34 56` as `123456`."""
    bare = "".join(typed.split())
    if not CODE.fullmatch(bare):
        raise PydanticCustomError("code", "code")
    return bare


class AskCode(Start):
    """The number to send a code to."""

    beside: ClassVar = {"code-only-india": "phone", "code-not-now": "phone"}

    phone: Phone


class TypeCode(Start):
    """The code that came."""

    code: Annotated[Line, BeforeValidator(plain_digits), AfterValidator(read_code)]


@router.post(PAGE)
def ask(visit: Visiting) -> Response:
    """Send a code."""
    return visit.apply(AskCode, send_code, show_start)


def send_code(visit: Visit, session: Session, asked: AskCode) -> str:
    asking = Asking(remember_guest(visit, session), address_of(visit.request), visit.language)
    secret, a_day = visit.settings.secret_key.get_secret_value(), visit.settings.login_codes_a_day
    ask_for_code(session, asking, asked.phone, secret=secret, a_day=a_day, now=visit.now(session))
    return _page(asked.next)


@router.get(PAGE)
def wait(visit: Visiting) -> Response:
    """Where the code is typed."""
    return show_code(visit, visit.empty_form(next=next_of(visit)))


@router.post("/login/code/check")
def check(visit: Visiting) -> Response:
    """Sign in with the code."""
    return visit.apply(TypeCode, use_code, show_code)


def use_code(visit: Visit, session: Session, typed: TypeCode) -> str:
    """Sign in whom the code has proved. A wrong one is counted, so this raises nothing: the page says what is wrong."""
    now, secret = visit.now(session), visit.settings.secret_key.get_secret_value()
    if visit.session is None:
        return _page(typed.next)
    checked, phone = check_code(session, visit.session.id, typed.code, secret=secret, now=now)
    if checked is not Checked.RIGHT:
        return _page(typed.next)
    person = recognise(session, phone=phone, user_id=None, parent_user_id=None, name="", now=now)
    if person.customer_id is None:  # a number of ours; staff sign in at their own door
        return _page(typed.next)
    return welcome(visit, session, person.customer_id, typed.next)


def show_code(visit: Visit, form: Filled) -> Response:
    visit.is_private = True
    with transaction() as session:
        state = code_state(session, visit.session.id, visit.now(session)) if visit.session else None
    if state is not None and state.tries and not form.errors:
        form = form.wrong("code", visit.t("login-code-wrong", left=TRIES - state.tries))
    phone = mask_phone(state.phone) if state else ""
    return visit.page("shop/login_code.html", form=form, phone=phone)


def _page(after: str) -> str:
    return f"{PAGE}?next={quote(local_path(after, AFTERWARDS))}"
