"""Paper: a slip for each box, the rider's list of a window, bills, a poster for an apartment's notice board."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import quote

import segno
from pydantic import Field
from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.guard import may
from admin_web.member import Member
from admin_web.office.orders.words import home_of
from admin_web.papers import PAPER, SIZES, Paper, Size
from core.bills.queries import IssuedBill, bills_of
from core.bills.rules import HSN_FRESH_MANGO, BillKind
from core.bulk.rules import MOST
from core.db import transaction
from core.formats import format_date, format_slot_title
from core.shop.queries import read_shop
from core.staff.rules import Right
from core.views.packing import orders_of_window
from core.views.papers import Sheet, sheets_of
from core.wording import pick
from core.zones.queries import list_apartments
from pages.door import Visiting, new_door
from pages.filters import Filters
from pages.frame import chat_url
from pages.visit import Visit

router = new_door(OFFICE)

LONGEST_LIST = 12 * MOST  # letters of so many ids


class AskedPaper(Filters):
    """Which paper, on what; a window's orders instead of ids of their own."""

    what: Paper = Paper.SLIP
    size: Size | None = None
    window: Annotated[int, Field(ge=1, le=2**63 - 1)] | None = None


@router.get(PAPER)
def paper(visit: Visiting, member: Annotated[Member, may(Right.SEE_ORDERS)]) -> Response:
    """Any selection at once, each on a page of its own; 404 when there is nothing to print."""
    asked = AskedPaper.read(visit.request.query_params)
    ids = read_ids(visit.request.query_params.get("ids", ""))
    if asked.odd:
        raise HTTPException(404)
    with transaction() as session:
        if asked.window is not None:
            ids = [each.id for each in orders_of_window(session, asked.window)]
        sheets = sheets_of(session, ids[:MOST])
        bills = bills_of(session, [sheet.id for sheet in sheets])
        seller = _shop_of(session)
    if asked.what is Paper.BILL:
        sheets = [sheet for sheet in sheets if sheet.id in bills]
    if not sheets:
        raise HTTPException(404)
    return visit.page(
        "office/paper.html",
        what=asked.what.value,
        size=(asked.size or SIZES[asked.what]).value,
        sizes=[(size.value, f"{PAPER}{_query(visit, asked, size)}") for size in Size],
        sheets=[_describe(visit, sheet, bills.get(sheet.id)) for sheet in sheets],
        shop=seller,
        hsn=HSN_FRESH_MANGO,
    )


@router.get("/admin/paper/posters")
def posters(visit: Visiting, member: Annotated[Member, may(Right.SEE_ORDERS)]) -> Response:
    """A poster for each apartment, or for one: a code that opens the chat and says where somebody lives."""
    chosen = visit.request.query_params.get("apartment", "")
    with transaction() as session:
        apartments = [each for each in list_apartments(session) if chosen in ("", str(each.id))]
    if not apartments:
        raise HTTPException(404)
    shown = []
    for each in apartments:
        name = pick(each.names, visit.language)
        address = f"{chat_url(visit.settings)}?text={quote(visit.t('poster-first-words', apartment=name))}"
        shown.append((name, segno.make(address, error="m").svg_data_uri(scale=8, border=2)))
    return visit.page("office/posters.html", posters=shown, size=Size.A4.value)


def read_ids(typed: str) -> list[int]:
    """`12,15,19`; whatever is no id of a row is left out."""
    parts = [part for part in typed[:LONGEST_LIST].split(",") if part.isascii() and part.isdigit()]
    return [int(part) for part in dict.fromkeys(parts) if 0 < int(part) < 2**63][:MOST]


def _query(visit: Visit, asked: AskedPaper, size: Size) -> str:
    ids = ",".join(map(str, read_ids(visit.request.query_params.get("ids", ""))))
    return asked.query(size=size.value, **({"ids": ids} if ids else {}))


def _shop_of(session: Session) -> Any:
    return read_shop(session)


def _describe(visit: Visit, sheet: Sheet, bill: IssuedBill | None) -> dict[str, Any]:
    language = visit.language
    return {
        "sheet": sheet,
        "home": home_of(visit, sheet.address),
        "place": f"{sheet.address.get('locality', '')} {sheet.address.get('pincode', '')}".strip(),
        "window": format_slot_title(language, sheet.starts_at, sheet.ends_at, visit.moment, visit.settings.zone),
        "lines": [
            (pick(names, language), pick(labels, language), quantity, unit, paise)
            for names, labels, quantity, unit, paise in sheet.lines
        ],
        "bill": bill,
        "seller": bill.seller if bill else None,
        "is_of_supply": bill is not None and bill.seller.kind is BillKind.BILL_OF_SUPPLY,
        "issued_on": format_date(language, bill.issued_on) + f" {bill.issued_on.year}" if bill else "",
    }
