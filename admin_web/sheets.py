"""Pages that are a form, or parts under one another: most of what the office shows of goods, windows and homes.

`ask(…)` is a page with one form, its fields a list of `Ask`; `sheet(…)` is a page of `Part`s: words, a list, links, and
deeds that need no field. The words of a field are `<key>-<name>` in templates/pages, its hint is `<key>-<name>-hint`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from starlette.responses import Response

from admin_web.lists import Column, Row
from core.formats import format_clock, format_day
from pages.forms import Filled
from pages.visit import Visit
from pages.wording import PAGES

Options = Sequence[tuple[str, ...]]  # (value, words), and a note for those in sight


class Ask(NamedTuple):
    """One field. `kind`: line, lines, day, clock, number, rupees, select, many, tick, point."""

    name: str
    kind: str = "line"
    options: Options = ()
    optional: bool = False


class Link(NamedTuple):
    """Where one may go on to."""

    label: str
    href: str
    tone: str = "quiet"
    mark: str = ""


class Deed(NamedTuple):
    """What is done by one tap; `field` is sent as `yes`, for what must not be done by an empty form."""

    label: str
    path: str
    tone: str = "quiet"
    field: str = ""


@dataclass(frozen=True)
class Part:
    """A part of a page; without rows its `text` says what to do."""

    title: str
    text: str = ""
    columns: Sequence[Column] = ()
    rows: Sequence[Row] = ()
    links: Sequence[Link] = ()
    deeds: Sequence[Deed] = ()


def ask(
    visit: Visit,
    form: Filled,
    key: str,
    action: str,
    asks: Sequence[Ask],
    *,
    back: str,
    title: str = "",
    lead: str = "",
    more: Sequence[Link] = (),
) -> Response:
    """A page with one form that goes to `action`; `back` leads out of it, and `more` to what else can be done."""
    hints = {each.name: visit.t(f"{key}-{each.name}-hint") for each in asks if PAGES.has(f"{key}-{each.name}-hint")}
    return visit.page(
        "office/ask.html",
        form=form,
        key=key,
        action=action,
        asks=asks,
        hints=hints,
        back=back,
        title=title or visit.t(f"{key}-title"),
        lead=lead,
        more=more,
    )


def sheet(
    visit: Visit,
    title: str,
    parts: Sequence[Part],
    *,
    lead: str = "",
    links: Sequence[Link] = (),
    live: str = "",
    pills: Sequence[tuple[str, str]] = (),
    older: str = "",
    first: str = "",
    form: Filled | None = None,
) -> Response:
    """A page of parts; with `live` it is asked for anew when anything of that kind has changed."""
    return visit.page(
        "office/sheet.html",
        fragments=("parts",),
        title=title,
        parts=parts,
        lead=lead,
        links=links,
        live=live,
        pills=pills,
        older=older,
        first=first,
        form=form or visit.empty_form(),
    )


def say_moment(visit: Visit, moment: datetime) -> str:
    """`Today (Mon 23 Nov), 9:41 am`, as it stands by itself."""
    words = say_moment_within(visit, moment)
    return words[:1].upper() + words[1:]


def say_moment_within(visit: Visit, moment: datetime) -> str:
    """The same within a sentence: `today (Mon 23 Nov), 9:41 am`."""
    zone = visit.settings.zone
    return f"{format_day(visit.language, moment, visit.moment, zone)}, {format_clock(visit.language, moment, zone)}"
