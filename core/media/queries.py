"""Files for doors, as answers that do no harm."""

from __future__ import annotations

from sqlmodel import Session

from core.media.lifecycle import AttachmentStatus
from core.media.rules import PICTURE_NAME, Area, PictureShape, Shown, show, type_of, widths_for
from core.media.store import store_of
from core.media.tables import Attachment, Picture
from core.settings import get_settings

FOR_EVER = "public, max-age=31536000, immutable"
OF_ONE_PERSON = "private, max-age=3600"


def find_picture(session: Session, name: str) -> Shown | None:
    """A picture of ours by the name of one of its files; None when there is none."""
    if not PICTURE_NAME.fullmatch(name):
        return None
    content = store_of(get_settings()).get(session, Area.PICTURES, name)
    return None if content is None else show(content, type_of(content), cache=FOR_EVER)


def find_own_picture(session: Session, picture_id: int | None) -> Picture | None:
    """A picture of ours by its id."""
    return session.get(Picture, picture_id) if picture_id is not None else None


def find_attachment(session: Session, attachment_id: int) -> Shown | None:
    """A customer's file, for staff with the right to see chats; None when it is not there (yet, or any more)."""
    attachment = session.get(Attachment, attachment_id)
    if attachment is None or attachment.status is not AttachmentStatus.KEPT:
        return None
    content = store_of(get_settings()).get(session, Area.ATTACHMENTS, attachment.digest)
    if content is None:
        return None
    return show(content, attachment.mime_type, filename=attachment.filename, cache=OF_ONE_PERSON)


def source_set(picture: Picture | PictureShape) -> str:
    """The value of `srcset` for an <img> of this picture, widths in pixels."""
    names = ((f"/media/{picture.digest}-{width}.webp", width) for width in widths_for(picture.width))
    return ", ".join(f"{address} {width}w" for address, width in names)


def jpeg_path(picture: Picture | PictureShape) -> str:
    """The path of the one copy that WhatsApp and old browsers show."""
    return f"/media/{picture.digest}-{widths_for(picture.width)[-1]}.jpg"
