"""When to bring it: the open windows of the home's zone, with what is left when that is little."""

from __future__ import annotations

from sqlmodel import Session
from starlette.responses import Response

from core.carts.actions import choose_slot
from core.checkout.rules import Lack
from core.clock import business_day
from core.db import transaction
from core.formats import format_date, format_slot_title
from core.slots.queries import open_slots
from core.slots.rules import OpenSlot
from pages.door import Visiting, new_door
from pages.fields import Id
from pages.forms import Filled, Form
from pages.visit import Visit
from shop_web.area import SHOP
from shop_web.checkout.route import SUMMARY, go_back_for, read_basket
from shop_web.shopper import require_shopper

router = new_door(SHOP)

MOST_SHOWN = 24
SCARCE = 3


class PickWindow(Form):
    """One of the windows that were shown."""

    slot: Id


@router.get("/checkout/time")
def when(visit: Visiting) -> Response:
    """The windows, by day."""
    return show(visit, visit.empty_form())


@router.post("/checkout/time")
def choose(visit: Visiting) -> Response:
    """Have it brought in a window."""
    return visit.apply(PickWindow, use_window, show)


def use_window(visit: Visit, session: Session, picked: PickWindow) -> str:
    choose_slot(session, require_shopper(visit), picked.slot, visit.now(session))
    return SUMMARY


def show(visit: Visit, form: Filled) -> Response:
    basket = read_basket(visit)
    back = go_back_for(visit, basket, Lack.FRUIT, Lack.MINIMUM, Lack.ADDRESS)
    if back is not None or basket is None or basket.zone is None:
        return back or visit.redirect(SUMMARY)
    with transaction() as session:
        slots = open_slots(session, basket.zone.zone_id, limit=MOST_SHOWN)
        days = _by_day(visit, session, slots)
    return visit.page(
        "shop/when.html", form=form, days=days, chosen=basket.slot_id, had_one=basket.slot_id and not basket.slot
    )


def _by_day(visit: Visit, session: Session, slots: list[OpenSlot]) -> list[tuple[str, list[tuple[int, str, str]]]]:
    """Day in words → its windows: id, hours in words, what is left in words when that is little."""
    days: dict[str, list[tuple[int, str, str]]] = {}
    zone, now = visit.settings.zone, visit.now(session)
    for slot in slots:
        day, _, hours = format_slot_title(visit.language, slot.starts_at, slot.ends_at, now, zone).partition(", ")
        dated = format_date(visit.language, business_day(slot.starts_at, zone))
        left = visit.t("when-left", left=slot.left) if slot.left <= SCARCE else ""
        days.setdefault(day if day == dated else f"{day} · {dated}", []).append((slot.slot_id, hours, left))
    return list(days.items())
