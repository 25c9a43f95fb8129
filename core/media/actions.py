"""Adding pictures of ours, and removing those that nothing names any more."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import text
from sqlmodel import Session, select

from core.actor import Actor
from core.audit.actions import record
from core.media.pictures import Copies
from core.media.rules import KEEP_UNNAMED, Area, names_of
from core.media.store import store_of
from core.media.tables import Picture
from core.settings import get_settings
from core.staff.rules import Right, require

ADD = text(
    """
    INSERT INTO pictures (digest, width, height) VALUES (:digest, :width, :height)
    ON CONFLICT (digest) DO UPDATE SET unnamed_since = NULL RETURNING id, xmax = 0 AS is_new
    """
)
# What is named again is as new; what nothing names waits from now on.
NOTE_UNNAMED = text(
    """
    UPDATE pictures SET unnamed_since = CASE WHEN unnamed_since IS NULL THEN CAST(:now AS timestamptz) END
     WHERE picture_is_named(id) = (unnamed_since IS NOT NULL)
    """
)
REMOVE_UNNAMED = text(
    """
    DELETE FROM pictures WHERE id IN (
        SELECT id FROM pictures WHERE unnamed_since < :before
         ORDER BY id LIMIT :most FOR UPDATE SKIP LOCKED)
    RETURNING digest, width
    """
)


def add_picture(session: Session, copies: Copies, *, actor: Actor) -> Picture:
    """Keep a picture that `core.media.pictures.make_copies` has read, outside any transaction: that takes a while.

    The same one twice is one. Raises Refusal `not-allowed`.
    """
    require(actor, Right.MANAGE_CATALOG)
    values = {"digest": copies.digest, "width": copies.width, "height": copies.height}
    added = session.execute(ADD, values).one()
    if added.is_new:
        store = store_of(get_settings())
        for file in copies.files:
            store.put(session, Area.PICTURES, file.name, file.content)
        record(session, actor=actor, action="picture-added", subject=f"picture:{added.id}")
    return session.exec(select(Picture).where(Picture.id == added.id).execution_options(populate_existing=True)).one()


def remove_unnamed_pictures(session: Session, now: datetime, *, limit: int) -> int:
    """Remove pictures that nothing has named for a week, with their files; returns how many.

    A page that names one in this moment waits for us and is refused by its key, or is waited for and keeps it.
    """
    session.execute(NOTE_UNNAMED, {"now": now})
    removed = session.execute(REMOVE_UNNAMED, {"before": now - KEEP_UNNAMED, "most": limit}).all()
    names = [name for picture in removed for name in names_of(picture.digest, picture.width)]
    store_of(get_settings()).remove(session, Area.PICTURES, names)
    return len(removed)
