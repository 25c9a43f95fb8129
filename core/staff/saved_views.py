"""Lists as somebody wants to see them again. Each member of staff has their own."""

from __future__ import annotations

from typing import NamedTuple

from sqlmodel import Session

from core.errors import Refusal
from core.names import clean_line
from core.query import Query, Statement

MOST = 20  # of one list
LONGEST_NAME = 40
LONGEST_QUERY = 1000


class SavedList(NamedTuple):
    """A view's id and name, and what its address asks for (`?status=packed`)."""

    id: int
    name: str
    query: str


OF_STAFF = Statement(
    "SELECT id, name, query FROM saved_views WHERE staff_id = :staff_id AND list_name = :list_name ORDER BY id",
    SavedList,
)
SAVE = Query(
    """
    INSERT INTO saved_views (staff_id, list_name, name, query)
    SELECT :staff_id, :list_name, :name, :query
     WHERE (SELECT count(*) FROM saved_views
             WHERE staff_id = :staff_id AND list_name = CAST(:list_name AS text)
               AND name <> CAST(:name AS text)) < :most
    ON CONFLICT (staff_id, list_name, name) DO UPDATE SET query = EXCLUDED.query RETURNING id
    """
)
FORGET = Query("DELETE FROM saved_views WHERE id = :id AND staff_id = :staff_id")


def saved_views_of(session: Session, staff_id: int, list_name: str) -> list[SavedList]:
    """What somebody kept of a list, the oldest first."""
    return OF_STAFF.all(session, {"staff_id": staff_id, "list_name": list_name})


def save_view(session: Session, staff_id: int, list_name: str, name: str, query: str) -> None:
    """Keep a view under a name, instead of the one of that name.

    Raises Refusal `name-missing`, `view-too-long`(longest) for a name or query that is, `too-many-views`(most).
    """
    called = clean_line(name)
    if not called:
        raise Refusal("name-missing")
    if len(called) > LONGEST_NAME or len(query) > LONGEST_QUERY:
        raise Refusal("view-too-long", longest=LONGEST_NAME)
    values = {"staff_id": staff_id, "list_name": list_name, "name": called, "query": query, "most": MOST}
    if SAVE.run(session, values).first() is None:
        raise Refusal("too-many-views", most=MOST)


def forget_view(session: Session, staff_id: int, view_id: int) -> None:
    """Keep it no longer; somebody else's stays."""
    FORGET.run(session, {"id": view_id, "staff_id": staff_id})
