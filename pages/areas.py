"""The doors for people: what each is called, what frames its pages, and how long its browsers stay signed in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlmodel import Session

if TYPE_CHECKING:
    from pages.visit import Visit


@dataclass(frozen=True)
class Area:
    """One door of pages. Its sessions open no other: a customer's cookie is nothing to the office.

    `layout` is the template that frames its pages, messages included; `same_site` is "lax" where people come by links
    from elsewhere and "strict" where they do not; `idle` without a visit and `lasts` at most, its sessions end. `frame`
    gives its templates what they all need; `after` is called with the transaction of a form's deed when it is done.
    `stays`: browsers keep its pages for when there is no connection (`static/scripts/staying.js`).
    """

    name: str
    layout: str
    home: str = "/"
    same_site: str = "lax"
    idle: timedelta = timedelta(days=90)
    lasts: timedelta = timedelta(days=365)
    frame: Callable[[Visit], Mapping[str, Any]] = lambda _: {}
    after: Callable[[Visit, Session], None] = lambda _, __: None
    stays: bool = False


def area_at(path: str, areas: Sequence[tuple[str, Area]]) -> Area:
    """The door that a path belongs to: the first one that it begins with."""
    return next(area for beginning, area in areas if path.startswith(beginning))
