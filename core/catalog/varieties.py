"""Varieties by their name in an address, on sale or not: what they are and when they come."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sqlmodel import Session

from core.media.rules import PictureShape
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
    digest: str | None
    width: int | None
    height: int | None

    @property
    def picture(self) -> PictureShape | None:
        """The founder's own, in place of our drawing `photo`."""
        if self.digest is None or self.width is None or self.height is None:
            return None
        return PictureShape(self.digest, self.width, self.height)


VARIETIES = Statement(
    """
    SELECT p.id AS product_id, slug, names, stories, photo, grade, ripe_after_days, ripe_until_days,
           season_begins_on AS begins_on, season_ends_on AS ends_on, q.digest, q.width, q.height
      FROM products p LEFT JOIN pictures q ON q.id = p.picture_id
     WHERE active AND coalesce(slug = CAST(:slug AS text), true) ORDER BY begins_on, position, p.id
    """,
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
