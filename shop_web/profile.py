"""What a customer sees and decides of themselves: language, offers, homes, browsers, all that we hold, and its end."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Annotated, Literal

from pydantic import Field
from sqlmodel import Session
from starlette.responses import Response

from core.customers.actions import set_language, start_marketing, stop_marketing, wants_marketing
from core.customers.addresses import addresses_of
from core.db import transaction
from core.privacy.erasing import ask_to_be_erased, is_to_be_erased, keep_after_all
from core.privacy.homes import forget_home
from core.sessions.actions import end_all_sessions
from core.sessions.queries import list_sessions
from core.views.file import read_file
from core.wording import languages, pick, say
from core.zones.queries import list_apartments
from pages.door import Visiting, new_door
from pages.fields import Id
from pages.forms import Filled, Form
from pages.visit import Visit
from shop_web.area import SHOP

router = new_door(SHOP)

PROFILE = "/my/profile"
SOURCE = "web"
# What is asked for after so long needs the word once more: a phone left on a table is not its owner.
FRESH = timedelta(minutes=15)


class Language(Form):
    language: Annotated[str, Field(max_length=10)]


class Offers(Form):
    """Whether offers may be sent; the tick is the consent."""

    offers: bool = False


class Forgotten(Form):
    """A home that is theirs no more."""

    address: Id


class Ending(Form):
    """What to do with all that we hold."""

    wish: Literal["erase", "keep"]


@router.get(PROFILE)
def profile(visit: Visiting) -> Response:
    """Everything at one look; who has not signed in is asked to."""
    return show(visit, visit.empty_form())


@router.post("/my/profile/language")
def choose_language(visit: Visiting) -> Response:
    """In which language we speak, here and in the chat."""
    return visit.apply(Language, _set_language, show)


@router.post("/my/profile/offers")
def choose_offers(visit: Visiting) -> Response:
    """Give or withdraw the consent to offers, at once."""
    return visit.apply(Offers, _set_offers, show)


@router.post("/my/profile/homes")
def remove_home(visit: Visiting) -> Response:
    """Forget one home."""
    return visit.apply(Forgotten, _forget_home, show)


@router.post("/my/profile/leave")
def leave_everywhere(visit: Visiting) -> Response:
    """Sign out on every other browser."""
    return visit.apply(Form, _end_others, show)


@router.post("/my/profile/end")
def end(visit: Visiting) -> Response:
    """Ask to be erased, or take that back."""
    return visit.apply(Ending, _end, show)


@router.get("/my/profile/everything.json")
def take_away(visit: Visiting) -> Response:
    """All that we hold, as a file."""
    if not is_fresh(visit):
        return visit.redirect(f"/login?next={PROFILE}")
    with transaction() as session:
        held = read_file(session, visit.customer_id())
    visit.is_private = True
    content = json.dumps(held, ensure_ascii=False, indent=2)
    headers = {"Content-Disposition": 'attachment; filename="jamango.json"', "Cache-Control": "no-store"}
    return visit.send(Response(content, media_type="application/json", headers=headers))


def is_fresh(visit: Visit) -> bool:
    """Whether the customer signed in on this browser just now."""
    with transaction() as session:
        now = visit.now(session)
    is_owner = visit.session is not None and visit.owner.customer_id is not None
    return is_owner and visit.session is not None and now - visit.session.began_at < FRESH


def _set_language(visit: Visit, session: Session, chosen: Language) -> str:
    if chosen.language in languages():
        set_language(session, visit.customer_id(), chosen.language)
        visit.speak(chosen.language)
        visit.tell_next("kept")
    return PROFILE


def _set_offers(visit: Visit, session: Session, wish: Offers) -> str:
    change = start_marketing if wish.offers else stop_marketing
    change(session, visit.customer_id(), SOURCE, said=visit.t("profile-offers"))
    visit.tell_next("kept")
    return PROFILE


def _forget_home(visit: Visit, session: Session, home: Forgotten) -> str:
    forget_home(session, visit.customer_id(), home.address)
    visit.tell_next("home-removed")
    return PROFILE


def _end_others(visit: Visit, session: Session, _: Form) -> str:
    visit.customer_id()
    assert visit.session is not None
    end_all_sessions(session, visit.owner, visit.now(session), except_id=visit.session.id)
    visit.tell_next("left-everywhere")
    return PROFILE


def _end(visit: Visit, session: Session, ending: Ending) -> str:
    customer_id = visit.customer_id()
    if ending.wish == "keep":
        keep_after_all(session, customer_id)
    elif not is_fresh(visit):
        return f"/login?next={PROFILE}"
    else:
        ask_to_be_erased(session, customer_id, visit.now(session))
    return PROFILE


def show(visit: Visit, form: Filled) -> Response:
    if visit.owner.customer_id is None:
        return visit.redirect(f"/login?next={PROFILE}")
    customer_id = visit.owner.customer_id
    with transaction() as session:
        names = {each.id: pick(each.names, visit.language) for each in list_apartments(session)}
        homes = [(home.id, home.line, names.get(home.apartment_id, "")) for home in addresses_of(session, customer_id)]
        browsers = list_sessions(session, visit.owner, visit.now(session))
        offers = wants_marketing(session, customer_id)
        is_ending = is_to_be_erased(session, customer_id)
    spoken = visit.session.language if visit.session else None
    return visit.page(
        "shop/profile.html",
        form=form,
        homes=homes,
        browsers=browsers,
        offers=offers,
        is_ending=is_ending,
        languages=[(each, say(each, "help-language-name-button"), each == spoken) for each in languages()],
    )
