"""Varieties by their name in an address, on sale or not: what they are and when they come."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sqlmodel import Session

from core.catalog.photos import PHOTO
from core.query import Statement


class Variety(NamedTuple):
    """A variety that we sell at some time of the year; `begins_on` and `ends_on` are its season's business days."""

    product_id: int
    slug: str
    names: dict[str, str]
    stories: dict[str, str]
    photo: str
    grade: str
    ripe_after_days: int
    ripe_until_days: int
    begins_on: date
    ends_on: date


VARIETIES = Statement(
    f"""
    SELECT id AS product_id, slug, names, stories, {PHOTO}, grade, ripe_after_days, ripe_until_days,
           season_begins_on AS begins_on, season_ends_on AS ends_on
      FROM products p WHERE active AND coalesce(slug = CAST(:slug AS text), true) ORDER BY begins_on, position, id
    """,  # noqa: S608 - SQL of core.catalog.photos
    Variety,
)


def find_variety(session: Session, slug: str) -> Variety | None:
    """The variety of an address, in season or not; None when there is none of that name."""
    return VARIETIES.first(session, {"slug": slug})


def all_varieties(session: Session) -> list[Variety]:
    """Every variety that we sell at some time."""
    return VARIETIES.all(session, {"slug": None})


def varieties_to_come(session: Session, today: date) -> list[Variety]:
    """Those whose season has not begun yet, the soonest first."""
    return [variety for variety in all_varieties(session) if variety.begins_on > today]
