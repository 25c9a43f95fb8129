"""/dev/look: every piece of templates/shared on one page, with made-up words and sums. In development only."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated, ClassVar, Literal, NamedTuple

from pydantic import Field
from sqlmodel import Session
from starlette.responses import Response

from core.errors import Refusal
from pages.areas import Area
from pages.door import Visiting, new_door
from pages.fields import Count, Line, Paise, Paragraph, Phone
from pages.filters import Filters
from pages.forms import Filled, Form
from pages.live import stream
from pages.paging import Cursor, PageOf
from pages.visit import Visit

LOOK = Area("look", layout="dev/layout.html", home="/dev/look")
router = new_door(LOOK)

SIZE = 4
LATEST = datetime(2027, 5, 2, 6, 0, tzinfo=UTC)
LARGEST_ORDER = 12
VARIETIES = ("alphonso", "kesar", "langra")
ARRIVALS = ("alphonso", "kesar", "alphonso", "langra", "alphonso", "kesar", "alphonso")


class Crate(NamedTuple):
    """A row of the made-up list."""

    id: int
    arrived_at: datetime
    variety: str
    boxes: int
    paise: int


CRATES = tuple(
    Crate(number, LATEST - timedelta(hours=number), ARRIVALS[number % 7], 3 + number % 7, 45_000 + 12_500 * number)
    for number in range(1, 15)
)


class Wish(Form):
    """The form of the look: one field of each kind."""

    name: Annotated[Line, Field(max_length=40)]
    phone: Phone
    budget: Paise
    boxes: Count = 1
    ripeness: Literal["now", "soon"]
    window: Literal["morning", "evening"] = "morning"
    note: Paragraph = ""
    agreed: bool = False

    beside: ClassVar = {"too-many": "boxes"}


class Narrowed(Filters):
    """What the list of the look is narrowed by."""

    variety: Literal["", "alphonso", "kesar", "langra"] = ""
    least: int = 0


@router.get("/dev/look")
def look(visit: Visiting) -> Response:
    """Every piece, in the language and the light that the browser asks for."""
    return show(visit, visit.empty_form(boxes="1", window="morning"))


@router.get("/dev/look/live")
def listen(visit: Visiting) -> Response:
    """What changes in the shop, as a live page of staff would hear it: to be looked at with `curl -N`."""
    return stream(visit, ("order", "stock", "slot", "chat", "alert"))


@router.post("/dev/look")
def wish(visit: Visiting) -> Response:
    """The form in use: what is wrong stands beside its field, thirteen boxes are refused, the rest is thanked."""
    return visit.apply(Wish, grant, show)


def grant(visit: Visit, session: Session, wished: Wish) -> str:
    """Nothing is kept. Raises Refusal `too-many` as a verb of the core would."""
    del session
    if wished.boxes > LARGEST_ORDER:
        raise Refusal("too-many", largest=LARGEST_ORDER)
    visit.tell_next("looked")
    return "/dev/look"


def show(visit: Visit, form: Filled) -> Response:
    """The page around a form; for htmx the list alone."""
    names = {slug: visit.t(f"look-variety-{slug}") for slug in VARIETIES}
    narrowed = Narrowed.read(visit.request.query_params).known()
    after = Cursor.read(visit.request.query_params.get("after", ""))
    crates = [each for each in CRATES if narrowed.variety in ("", each.variety) and each.boxes >= narrowed.least]
    later = [each for each in crates if after is None or (each.arrived_at, each.id) < (after.at, after.id)]
    page = PageOf.of(later[: SIZE + 1], lambda crate: Cursor(crate.arrived_at, crate.id), SIZE)
    return visit.page(
        "dev/look.html",
        fragments=("crates",),
        form=form,
        crates=page.rows,
        bars=[(names[slug], _boxes_of(slug)) for slug in VARIETIES],
        narrowed=narrowed,
        names=names,
        older=narrowed.query(after=page.older) if page.older else "",
        first=narrowed.query() if after else "",
    )


def _boxes_of(variety: str) -> int:
    return sum(crate.boxes for crate in CRATES if crate.variety == variety)
