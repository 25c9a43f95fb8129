"""Where to bring it: a known home in one tap, or a society found by a part of its name, and the home in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, ClassVar

from pydantic import Field
from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from core.carts.actions import choose_address
from core.checkout.rules import Lack
from core.customers.addresses import add_address, addresses_of
from core.db import transaction
from core.reading.lexicon import load_lexicon
from core.wording import pick
from core.zones.fields import HomeFields, write_home
from core.zones.places import find_places
from core.zones.queries import find_apartment, list_apartments, place_of, search_apartments
from core.zones.tables import Apartment
from pages.door import Visiting, new_door
from pages.fields import Id, Line
from pages.forms import Filled, Form
from pages.visit import Visit
from shop_web.area import SHOP
from shop_web.checkout.route import CART, SUMMARY, go_back_for, read_basket
from shop_web.shopper import require_shopper, shopper_of

router = new_door(SHOP)

MOST_SHOWN = 8
LONGEST_SEARCH = 80


class KnownHome(Form):
    """One of the customer's own."""

    address: Id


class NewHome(Form):
    """Tower and flat as people write them; a tower of its own field where the society has several."""

    beside: ClassVar = {
        "home-unclear": "flat",
        "home-too-long": "flat",
        "flat-missing": "flat",
        "apartment-unknown": "flat",
        "tower-missing": "tower",
        "tower-unknown": "tower",
    }

    tower: Annotated[Line, Field(max_length=40)] = ""
    flat: Annotated[Line, Field(max_length=120)]

    def line(self, towers: Sequence[str]) -> str:
        """Both fields as the one line that the chat writes too (`B-1203`), or one flat would be two homes."""
        return write_home(HomeFields(self.flat, self.tower), towers, load_lexicon())


@router.get("/checkout/home")
def where(visit: Visiting) -> Response:
    """The homes we know, and a search for a society."""
    return show_where(visit, visit.empty_form())


@router.post("/checkout/home")
def take_known(visit: Visiting) -> Response:
    """Bring it to a home that we know."""
    return visit.apply(KnownHome, use_known, show_where)


def use_known(visit: Visit, session: Session, home: KnownHome) -> str:
    choose_address(session, require_shopper(visit), home.address, visit.now(session))
    return SUMMARY


def show_where(visit: Visit, form: Filled) -> Response:
    basket = read_basket(visit)
    back = go_back_for(visit, basket, Lack.FRUIT)
    if back is not None:
        return back
    typed = visit.request.query_params.get("q", "")[:LONGEST_SEARCH]
    with transaction() as session:
        apartments = list_apartments(session)
        homes = addresses_of(session, require_shopper(visit))
        found = find_societies(session, typed, apartments) if typed.strip() else apartments
    names = {each.id: pick(each.names, visit.language) for each in apartments}
    return visit.page(
        "shop/where.html",
        fragments=("societies",),
        form=form,
        typed=typed,
        homes=[(home.id, home.line, names[home.apartment_id]) for home in homes if home.apartment_id in names],
        chosen=basket.address.address_id if basket and basket.address else None,
        societies=[(each.id, names[each.id], each.locality) for each in found[:MOST_SHOWN]],
    )


def find_societies(session: Session, typed: str, apartments: list[Apartment]) -> list[Apartment]:
    """What a part of a name means, read as in the chat."""
    found = find_places(typed, [place_of(each) for each in apartments], load_lexicon())
    if found is not None:
        by_id = {each.id: each for each in apartments}
        return [by_id[each] for each in found.ids]
    return [hit.apartment for hit in search_apartments(session, typed)]


@router.get("/checkout/home/{apartment_id}")
def which_home(visit: Visiting, apartment_id: int) -> Response:
    """Tower and flat in a society."""
    return show_home(visit, visit.empty_form(), apartment_id)


@router.post("/checkout/home/{apartment_id}")
def keep_home(visit: Visiting, apartment_id: int) -> Response:
    """Keep the home and bring it there."""

    def use(visit: Visit, session: Session, home: NewHome) -> str:
        shopper, now = require_shopper(visit), visit.now(session)
        apartment = _find(session, apartment_id)
        line = home.line(apartment.towers if apartment else ())
        address = add_address(session, shopper, apartment_id, line, now)
        choose_address(session, shopper, address.id, now)
        return SUMMARY

    return visit.apply(NewHome, use, lambda visit, filled: show_home(visit, filled, apartment_id))


def show_home(visit: Visit, form: Filled, apartment_id: int) -> Response:
    visit.is_private = True
    if shopper_of(visit) is None:  # a link that was kept, or a browser that was forgotten
        return visit.redirect(CART)
    with transaction() as session:
        apartment = _find(session, apartment_id)
    if apartment is None:
        raise HTTPException(404)
    return visit.page(
        "shop/home_in.html", form=form, apartment_id=apartment_id, name=pick(apartment.names, visit.language),
        towers=[(tower, tower, "") for tower in apartment.towers],
    )  # fmt: skip


def _find(session: Session, apartment_id: int) -> Apartment | None:
    return find_apartment(session, apartment_id) if 0 < apartment_id < 2**63 else None
