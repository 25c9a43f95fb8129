"""Pictures of ours for everybody, and customers' files for whoever has a link from the office."""

from fastapi import APIRouter, HTTPException, Response

from core.clock import read_now
from core.db import transaction
from core.media.links import is_good
from core.media.queries import find_attachment, find_picture
from core.media.rules import Shown
from core.settings import get_settings

router = APIRouter()


@router.get("/media/{name}")
def picture(name: str) -> Response:
    """One file of a picture; its name is made of its content, so that it is kept for ever."""
    with transaction() as session:
        return _answer(find_picture(session, name))


@router.get("/files/{attachment_id}")
def attachment(attachment_id: int, until: int = 0, proof: str = "") -> Response:
    """A customer's file. Without a link that is good, and for one that is gone, the same 404."""
    secret = get_settings().secret_key.get_secret_value()
    with transaction() as session:
        if not is_good(attachment_id, until, proof, read_now(session), secret):
            raise HTTPException(404)
        return _answer(find_attachment(session, attachment_id))


def _answer(shown: Shown | None) -> Response:
    if shown is None:
        raise HTTPException(404)
    return Response(shown.content, media_type=shown.mime_type, headers=shown.headers)
