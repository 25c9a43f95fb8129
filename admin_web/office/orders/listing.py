"""The list of orders, narrowed in its address; five ready views and those that somebody keeps for themselves."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Any, ClassVar

from pydantic import Field
from sqlmodel import Session
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.guard import AnyMember, may
from admin_web.lists import pills_of
from admin_web.member import Member, member_of
from admin_web.office.orders.asked import READY_VIEWS, AskedOrders, NearDay, read_query
from admin_web.office.orders.words import BULK, ORDERS, columns_of, row_of
from admin_web.papers import Paper
from core.bulk.rules import RIGHTS, BulkAction
from core.checkout.basket import Channel
from core.clock import business_day
from core.db import transaction
from core.formats import format_date, format_slot_title
from core.orders.lifecycle import OrderStatus
from core.staff.rules import Right
from core.staff.saved_views import forget_view, save_view, saved_views_of
from core.views.order_list import PaymentState, list_orders
from core.views.windows import WindowOfDay, windows_between
from core.wording import pick
from core.zones.queries import list_apartments
from core.zones.tables import Apartment
from pages.door import Visiting, new_door
from pages.fields import Id, Line
from pages.forms import Filled, Form
from pages.paging import SIZE, Cursor, PageOf
from pages.visit import Visit

router = new_door(OFFICE)

LIST = "orders"  # the name under which views of it are kept
DAYS_BACK, DAYS_AHEAD = 1, 7  # windows that can be chosen
Looker = Annotated[Member, may(Right.SEE_ORDERS)]


class KeptView(Form):
    """What the list is asked for now, under a name."""

    name: Annotated[Line, Field(max_length=40)]
    query: Annotated[str, Field(max_length=1000)] = "?"

    beside: ClassVar = {"name-missing": "name", "view-too-long": "name"}


@router.get(ORDERS)
def orders(visit: Visiting, member: Looker) -> Response:
    """One page of the list."""
    return show(visit, visit.empty_form())


@router.post("/admin/orders/views")
def keep_view(visit: Visiting, member: Looker) -> Response:
    """Keep the view under a name."""
    return visit.apply(KeptView, _keep, show)


@router.post("/admin/orders/views/{view_id}/forget")
def drop_view(visit: Visiting, member: AnyMember, view_id: Id) -> Response:
    """Keep it no longer."""

    def deed(visit: Visit, session: Session, _: Form) -> str:
        forget_view(session, visit.actor().id or 0, view_id)
        return ORDERS

    return visit.apply(Form, deed, show)


def _keep(visit: Visit, session: Session, form: KeptView) -> str:
    query = read_query(form.query).query()
    save_view(session, visit.actor().id or 0, LIST, form.name, query)
    visit.tell_next("kept")
    return f"{ORDERS}{query}"


def show(visit: Visit, form: Filled) -> Response:
    """The list, with what was typed into the form of a bulk move or a view, which says what the list was asked for."""
    asked = read_query(form.value("query")) if form.path else AskedOrders.read(visit.request.query_params)
    today = business_day(visit.moment, visit.settings.zone)
    cursor = Cursor.read(visit.request.query_params.get("after", ""))
    with transaction() as session:
        found = list_orders(session, asked.narrowed(today), before=cursor.id if cursor else None, most=SIZE + 1)
        apartments = list_apartments(session)
        windows = windows_between(session, today - timedelta(DAYS_BACK), today + timedelta(DAYS_AHEAD))
        kept = saved_views_of(session, visit.actor().id or 0, LIST)
    page = PageOf.of(found, lambda row: Cursor(row.placed_at, row.id))
    named = {**_named(visit, apartments, windows), **_named_values(visit)}
    return visit.page(
        "office/orders.html",
        fragments=("orders",),
        form=form,
        moved=form.at(BULK),
        page_query=asked.query(after=cursor) if cursor else asked.query(),
        asked=asked,
        pills=pills_of(visit, asked, lambda name, value: words_of(visit, name, value, named)),
        menus=_menus(visit, asked, named),
        views=[(visit.t(f"orders-view-{key}"), ready.query(), ready == asked) for key, ready in READY_VIEWS.items()],
        kept=[(each.id, each.name, each.query, each.query == asked.query()) for each in kept],
        columns=columns_of(visit),
        rows=[row_of(visit, row) for row in page.rows],
        older=asked.query(after=page.older) if page.older else "",
        first=asked.query() if cursor else "",
        actions=_actions(visit),
        windows=[(str(each.slot_id), named["window", str(each.slot_id)]) for each in windows if each.is_offered],
    )


def _actions(visit: Visit) -> list[tuple[str, str]]:
    """What may be done with the ticked ones: papers first, because they change nothing."""
    member = member_of(visit)
    moves = [each for each in BulkAction if member is not None and member.may(RIGHTS[each])]
    papers = [(each.value, visit.t(f"paper-{each}")) for each in Paper]
    return [*papers, *((each.value, visit.t(f"orders-bulk-{each}")) for each in moves)]


Named = dict[tuple[str, str], str]


def _named(visit: Visit, apartments: list[Apartment], windows: list[WindowOfDay]) -> Named:
    """What a filter's value is called, by the filter and the value as the address has it."""
    named: Named = {("apartment", str(each.id)): pick(each.names, visit.language) for each in apartments}
    for each in windows:
        title = format_slot_title(visit.language, each.starts_at, each.ends_at, visit.moment, visit.settings.zone)
        named["window", str(each.slot_id)] = f"{title} · {pick(each.zone_names, visit.language)}"
    return named


def _named_values(visit: Visit) -> Named:
    groups: tuple[tuple[str, Any], ...] = (
        ("status", OrderStatus), ("payment", PaymentState), ("channel", Channel), ("day", NearDay),
    )  # fmt: skip
    return {(name, each.value): visit.t(f"orders-{name}-{each}") for name, kind in groups for each in kind}


def words_of(visit: Visit, name: str, value: Any, named: Named) -> str:
    """A pill's words: what narrows, and by what."""
    if name == "q":
        return visit.t("orders-pill-text", text=str(value))
    if name == "waiting":
        return visit.t("orders-view-waiting")
    if name == "day" and (name, str(value)) not in named:
        return format_date(visit.language, date.fromisoformat(str(value)))
    return named.get((name, str(value)), visit.t("orders-pill-other", filter=visit.t(f"orders-filter-{name}")))


def _menus(visit: Visit, asked: AskedOrders, named: Named) -> list[tuple[str, list[tuple[str, str, bool]]]]:
    """Each filter with its values: (words, query with it, is chosen) each."""
    chosen = asked.set_fields
    return [
        (
            visit.t(f"orders-filter-{filter_name}"),
            [
                (words, asked.query(**{filter_name: value}), str(chosen.get(filter_name, "")) == value)
                for (name, value), words in named.items()
                if name == filter_name
            ],
        )
        for filter_name in ("status", "payment", "day", "window", "apartment", "channel")
    ]
