"""The till's JSON door, for a till that goes on selling without a net.

    GET  /stall/ping    {"now", "device", "signed_in", "shift"}: whether we can be reached is judged by this answer
    GET  /stall/state   what the till shows: see `state`
    POST /stall/sync    {"live": false, "sales": [{"id", "shift", "made_at", "lines": [{"pack", "quantity"}], "payment",
                        "paid", "given", "phone", "consent"}], "voids": [{"sale", "reason", "made_at"}]}
                     →  {"now", "sales": [{"id", "outcome", "why", "late"}],
                         "voids": [{"sale", "outcome", "why", "back"}]}

Sums are whole paise, moments ISO 8601 with their offset. A sale's id is a UUID that the till made; the same sale may
come any number of times, from two tabs, and counts once. Outcomes: `recorded`; `already`; `needs_a_look`, which is kept
with us and may leave the queue; and for `live` alone `too_few`: nothing was kept. `live` says that the customer still
stands there and nothing was handed over. Without it a sale is a fact, whatever fruit there was. `back` is the sentence
of how the money of a sale that was taken back goes back.

A device that was revoked sells nothing; what it has not sent yet is kept for the office, all of it `needs_a_look`, and
answered with 429 once too much of it waits there.

Each sale is a transaction of its own, so that a bad one blocks none. An error is {"reason", "sentence"}: 403
`device-unknown`, `device-revoked`, `session-ended`, `stale-form` (ask for the state again), `not-allowed`; 400
`unclear`; 413; 429. A queue outlives them all.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import Annotated, Any

import structlog
from fastapi import Depends
from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from admin_web.stall.door import AtTill, Keeper, OnDevice, Sender, Till, router
from admin_web.stall.said import SaidSale, SaidVoid, find_pack_ids, read_sale, read_void
from admin_web.stall.shown import show_state
from core.db import in_transaction, transaction
from core.errors import Refusal
from core.stalls.asides import MOST_WAITING, keep_aside, keepable, open_asides
from core.stalls.devices import KnownDevice
from core.stalls.selling import find_recorded, record_sale
from core.stalls.voiding import find_way_back, void_sale
from pages.door import Visiting
from pages.errors import REVOKED
from pages.posted import read_body
from pages.visit import Visit
from pages.wording import say_refusal

log = structlog.get_logger(__name__)

LARGEST = 256 * 1024  # bytes of what a till sends at once
MOST = 200  # sales, and voids
TOO_FEW = "stall-too-few"
Answer = dict[str, Any]


@router.get("/stall/ping")
def ping(visit: Visiting, till: OnDevice) -> Response:
    """That we are there."""
    is_signed_in = visit.session is not None and visit.session.owner.staff_id is not None
    shift = till.shift.id if till.shift else None
    return answer(visit, {"now": visit.moment.isoformat(), "device": True, "signed_in": is_signed_in, "shift": shift})


@router.get("/stall/state")
def state(visit: Visiting, keeper: AtTill) -> Response:
    """Everything that a till draws itself from, and the token that its next POST brings along."""
    with transaction() as session:
        shown = show_state(visit, session, keeper)
    return answer(visit, {"form_token": visit.form_token(), **shown})


async def read_words(request: Request) -> Any:
    """What was sent, as JSON. Answers 413 to too much, 400 to what is none."""
    body = await read_body(request, LARGEST)
    try:
        return json.loads(body)
    except (ValueError, RecursionError) as error:
        raise HTTPException(400) from error


@router.post("/stall/sync")
def sync(visit: Visiting, sender: Sender, words: Annotated[Any, Depends(read_words)]) -> Response:
    """Record what a till has sold, and what it took back, one by one."""
    sales, voids = _list(words, "sales"), _list(words, "voids")
    if isinstance(sender, Till):
        _refuse_flood(sender.device)
        said = [_leave_sale(visit, sender.device, each) for each in sales]
        taken_back = [_leave_void(visit, sender.device, each) for each in voids]
    else:
        is_live = words.get("live") is True
        said = [_sell(visit, sender, each, is_live=is_live) for each in sales]
        taken_back = [_take_back(visit, sender, each) for each in voids]
    return answer(visit, {"now": visit.moment.isoformat(), "sales": said, "voids": taken_back})


def answer(visit: Visit, values: Answer) -> Response:
    return visit.send(JSONResponse(values, headers={"Cache-Control": "no-store"}))


def _list(words: Any, name: str) -> list[Any]:
    found = words.get(name, []) if isinstance(words, dict) else None
    if not isinstance(found, list) or len(found) > MOST:
        raise HTTPException(400)
    return found


def _sell(visit: Visit, keeper: Keeper, sent: Any, *, is_live: bool) -> Answer:
    uid = _named(sent, "id")

    def deed(session: Session) -> Answer:
        sale = read_sale(SaidSale.read(sent), partial(find_pack_ids, session))
        done = record_sale(session, keeper.till.device, sale, is_live=is_live, keeper_id=keeper.id,
                           actor=keeper.actor, now=visit.now(session))  # fmt: skip
        return {"id": uid, "outcome": "recorded" if done.is_new else "already", "why": None, "late": done.is_late}

    return _try(visit, keeper.till.device, sent, deed, named={"id": uid, "late": False}, uid=uid)


def _take_back(visit: Visit, keeper: Keeper, sent: Any) -> Answer:
    uid = _named(sent, "sale")

    def deed(session: Session) -> Answer:
        void = read_void(SaidVoid.read(sent))
        done = void_sale(session, keeper.till.device, void.uid, void.reason, void.made_at, actor=keeper.actor,
                         now=visit.now(session))  # fmt: skip
        outcome, back = "recorded" if done.is_new else "already", visit.t(f"told-stall-voided-{done.back}")
        return {"sale": uid, "outcome": outcome, "why": None, "back": back}

    return _try(visit, keeper.till.device, sent, deed, named={"sale": uid, "back": None}, uid=uid)


def _refuse_flood(device: KnownDevice) -> None:
    with transaction() as session:
        waiting = len(open_asides(session, device.id))
    if waiting >= MOST_WAITING:
        raise HTTPException(429)


def _leave_sale(visit: Visit, device: KnownDevice, sent: Any) -> Answer:
    """What a device sold before it was revoked: recorded already, or kept for the office."""
    uid = _named(sent, "id")

    def deed(session: Session) -> Answer:
        known = find_recorded(session, read_sale(SaidSale.read(sent), partial(find_pack_ids, session)))
        if known is None:
            raise Refusal(REVOKED)
        return {"id": uid, "outcome": "already", "why": None, "late": known.is_late}

    return _try(visit, device, sent, deed, named={"id": uid, "late": False}, uid=uid)


def _leave_void(visit: Visit, device: KnownDevice, sent: Any) -> Answer:
    uid = _named(sent, "sale")

    def deed(session: Session) -> Answer:
        back = find_way_back(session, read_void(SaidVoid.read(sent)).uid)
        if back is None:
            raise Refusal(REVOKED)
        return {"sale": uid, "outcome": "already", "why": None, "back": visit.t(f"told-stall-voided-{back}")}

    return _try(visit, device, sent, deed, named={"sale": uid, "back": None}, uid=uid)


def _try(
    visit: Visit, device: KnownDevice, sent: Any, deed: Callable[[Session], Answer], *, named: Answer, uid: str | None
) -> Answer:
    """Do it, or keep it aside with why."""
    try:
        return in_transaction(deed)
    except Refusal as refusal:
        why = say_refusal(visit.language, refusal)
        if refusal.code == TOO_FEW:
            return {**named, "outcome": "too_few", "why": why}
        log.warning("till_aside", reason=refusal.code, device=device.id)
        in_transaction(partial(_keep, visit=visit, device=device, sent=sent, uid=uid or "", why=refusal.code))
        return {**named, "outcome": "needs_a_look", "why": why}


def _keep(session: Session, *, visit: Visit, device: KnownDevice, sent: Any, uid: str, why: str) -> None:
    keep_aside(session, device, sent, why, uid=uid, now=visit.now(session))


def _named(sent: Any, name: str) -> str | None:
    """The till's own id of it, as far as it has one: an answer names what it is about."""
    uid = sent.get(name) if isinstance(sent, dict) else None
    return keepable(uid)[:100] if isinstance(uid, str) else None
