"""A router of pages. Before any handler runs: where the request comes from, its form's token, how often, who asks."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, cast
from urllib.parse import unquote

from fastapi import APIRouter, Depends
from sqlmodel import Session
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request

from core.db import transaction
from core.requests.actions import count_request
from core.requests.rules import Limit, network_of
from core.sessions.actions import note_seen
from pages.areas import Area
from pages.origins import SAFE_METHODS, is_form_token, is_from_elsewhere
from pages.posted import LARGEST, read_posted
from pages.visit import Visit

STALE_FORM = "stale-form"
NUL = "\x00"
LARGEST_ID, LONGEST_NUMBER = 2**63 - 1, 40
# What a person does in a minute, and what all strangers of one address do: phones of one network share one.
OF_A_SESSION = Limit("posts-of-session", 60, timedelta(minutes=1))
OF_AN_ADDRESS = Limit("posts-of-address", 300, timedelta(minutes=1))
BETWEEN_NOTES = timedelta(minutes=5)


def new_door(area: Area, *, largest_upload: int = 0) -> APIRouter:
    """A router whose handlers take a `Visiting`; its `area` names its pages' frame and cookie.

    With `largest_upload` (bytes) a form may bring one file; then nothing is read of who has no session.
    """

    async def begin(request: Request) -> None:
        request.state.visit = await begin_visit(Visit(request, area), largest_upload)

    return APIRouter(dependencies=[Depends(begin)])


def current_visit(request: Request) -> Visit:
    return cast(Visit, request.state.visit)


Visiting = Annotated[Visit, Depends(current_visit)]


async def begin_visit(visit: Visit, largest_upload: int = 0) -> Visit:
    """Read and check what came. Answers 404 to an address that no text of ours can name, 403 to what another site sent
    or another browser's form, 429 to what is too much; nothing of the database is asked before a form's token is right.
    """
    request, is_safe = visit.request, visit.request.method in SAFE_METHODS
    if NUL in unquote(f"{request.url.path}?{request.url.query}"):  # no text of ours holds one, and no query may
        raise HTTPException(404)
    if any(is_no_row(value) for value in request.path_params.values()):
        raise HTTPException(404)
    if not is_safe:
        if is_from_elsewhere(request.headers, visit.settings.public_url):
            raise HTTPException(403)
        if largest_upload:
            await run_in_threadpool(_look_up, visit, is_safe=True)
            if visit.session is None:
                raise HTTPException(403)
        visit.posted = await read_posted(request, LARGEST + largest_upload, most_files=1 if largest_upload else 0)
        if not is_form_token(visit.posted.token, visit.settings.secret_key.get_secret_value(), visit.browser):
            raise HTTPException(403, STALE_FORM)
    if visit.browser or not is_safe:
        await run_in_threadpool(_look_up, visit, is_safe=is_safe)
    return visit


def is_no_row(named: object) -> bool:
    """Whether a part of an address is a number that no row of ours can have."""
    return isinstance(named, str) and named.isdecimal() and int(named[:LONGEST_NUMBER]) > LARGEST_ID


def _look_up(visit: Visit, *, is_safe: bool) -> None:
    with transaction() as session:
        now = visit.now(session)
        visit.look_up(session)
        if visit.session and now - visit.session.seen_at > BETWEEN_NOTES:
            note_seen(session, visit.session.id, now)
        late = None if is_safe else _too_many(session, visit)
    if late is not None:
        raise HTTPException(429, headers={"Retry-After": str(late)})


def _too_many(session: Session, visit: Visit) -> int | None:
    """Seconds to wait when this is too much.

    Whoever has a session is counted alone: strangers who share her address cannot use up what is hers.
    """
    if visit.session is not None:
        return seconds_to_wait(session, visit, OF_A_SESSION, f"session:{visit.session.id}")
    return seconds_to_wait(session, visit, OF_AN_ADDRESS, address_of(visit.request))


def seconds_to_wait(session: Session, visit: Visit, limit: Limit, asker: str) -> int | None:
    """Count one more request of `asker`; None while it is within the limit."""
    now = visit.now(session)
    return None if count_request(session, limit, asker, now) else limit.seconds_left(now)


def address_of(request: Request) -> str:
    """Whose request it is, by the network that it comes from."""
    return network_of(request.client.host if request.client else "")
