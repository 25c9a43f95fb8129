"""Adding pictures of ours."""

from __future__ import annotations

from sqlalchemy import text
from sqlmodel import Session, select

from core.actor import Actor
from core.audit.actions import record
from core.media.pictures import Copies
from core.media.rules import Area
from core.media.store import store_of
from core.media.tables import Picture
from core.settings import get_settings
from core.staff.rules import Right, require

ADD = text(
    """
    INSERT INTO pictures (digest, width, height) VALUES (:digest, :width, :height)
    ON CONFLICT (digest) DO NOTHING RETURNING id
    """
)


def add_picture(session: Session, copies: Copies, *, actor: Actor) -> Picture:
    """Keep a picture that `core.media.pictures.make_copies` has read, outside any transaction: that takes a while.

    The same one twice is one. Raises Refusal `not-allowed`.
    """
    require(actor, Right.MANAGE_CATALOG)
    values = {"digest": copies.digest, "width": copies.width, "height": copies.height}
    picture_id: int | None = session.execute(ADD, values).scalar_one_or_none()
    if picture_id is not None:
        store = store_of(get_settings())
        for file in copies.files:
            store.put(session, Area.PICTURES, file.name, file.content)
        record(session, actor=actor, action="picture-added", subject=f"picture:{picture_id}")
    return session.exec(select(Picture).where(Picture.digest == copies.digest)).one()
