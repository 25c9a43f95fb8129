"""The six-digit code of a login: asked for by a browser, sent to a number, typed into the same browser."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from sqlmodel import Session

from core.errors import Refusal
from core.ids import new_token
from core.logins.code_rules import (
    LASTS,
    OF_A_NUMBER,
    OF_AN_ADDRESS,
    SAMPLE,
    TRIES,
    WHOLE_SHOP,
    are_worth_it,
    code_of,
    hash_code,
    is_indian,
)
from core.logins.lifecycle import CODE_LIFECYCLE, CodeEvent, CodeStatus
from core.outbox.codes import enqueue_code
from core.outbox.queries import template_is_approved
from core.query import Query, Statement
from core.requests.actions import count_request
from core.requests.rules import Limit

TEMPLATE = "login_code"
KEEP = timedelta(days=1)
DAY = timedelta(days=1)


class Checked(StrEnum):
    """What a typed code is. OVER: there is none to compare with any more, or it was tried too often."""

    RIGHT = "right"
    WRONG = "wrong"
    OVER = "over"


class Tried(NamedTuple):
    """A code that may be looked at once more."""

    id: int
    code_hash: str
    phone: str


class CodeState(NamedTuple):
    """How far a browser's newest code is: the number that it went to, and how often it was typed wrongly."""

    phone: str
    status: CodeStatus
    tries: int
    ends_at: datetime


class Completion(NamedTuple):
    asked: int
    used: int


@dataclass(frozen=True)
class Asking:
    """Who asks for a code: the browser's session, its address, and the language to write in."""

    session_id: int
    address: str
    language: str


MOVE = "UPDATE otp_challenges SET status = :target WHERE {which} AND status = ANY(CAST(:sources AS text[]))"
DROP = Query(MOVE.format(which="session_id = :session_id"))
USE = Query(MOVE.format(which="id = :id") + " RETURNING id")
ASK = Query(
    """
    INSERT INTO otp_challenges (session_id, phone, code_hash, asked_at, ends_at)
    VALUES (:session_id, :phone, :code_hash, :now, :ends_at)
    """
)
# The try is counted before anybody compares: of so many guesses at once, this row lets five through.
TRY = Statement(
    """
    UPDATE otp_challenges SET tries = tries + 1
     WHERE session_id = :session_id AND status = 'waiting' AND ends_at > :now AND tries < :most
    RETURNING id, code_hash, phone
    """,
    Tried,
)
STATE = Statement(
    "SELECT phone, status, tries, ends_at FROM otp_challenges WHERE session_id = :session_id ORDER BY id DESC LIMIT 1",
    lambda phone, status, tries, ends_at: CodeState(phone, CodeStatus(status), tries, ends_at),
)
COMPLETION = Statement(
    """
    SELECT count(*) AS asked, count(*) FILTER (WHERE status = 'used') AS used FROM (
        SELECT status FROM otp_challenges WHERE asked_at > :since AND (ends_at <= :now OR status <> 'waiting')
         ORDER BY id DESC LIMIT :sample) AS last
    """,
    Completion,
)
PRUNE = Query(
    "DELETE FROM otp_challenges WHERE id IN (SELECT id FROM otp_challenges WHERE ends_at < :before LIMIT :most)"
)


def is_offered(session: Session, a_day: int, now: datetime) -> bool:
    """Whether codes are sent at all: the founder pays for some, Meta approved the template, and people use them."""
    return a_day > 0 and template_is_approved(session, TEMPLATE) and are_worth_it(*completion(session, now))


def completion(session: Session, now: datetime) -> Completion:
    """Of the last codes of a day that are over: how many there were, and how many of them somebody signed in with."""
    return COMPLETION.one(session, {"since": now - DAY, "now": now, "sample": SAMPLE})


def ask_for_code(session: Session, asking: Asking, phone: str, *, secret: str, a_day: int, now: datetime) -> None:
    """Send a number (digits with its country) a code that signs in on the browser that asks, instead of the one before.

    Whether anybody is known by that number makes no difference. Raises Refusal `code-only-india`, and `code-not-now`
    when a budget is used up: of the number, the address or the shop.
    """
    if not is_indian(phone):
        raise Refusal("code-only-india")
    if not is_offered(session, a_day, now) or not _within_budgets(session, asking, phone, a_day, now):
        raise Refusal("code-not-now")
    DROP.run(session, {"session_id": asking.session_id, **CODE_LIFECYCLE.values(CodeEvent.ASKED_ANEW)})
    seed = new_token()
    code_hash = hash_code(secret, asking.session_id, code_of(secret, seed))
    values = {"session_id": asking.session_id, "phone": phone, "code_hash": code_hash}
    ASK.run(session, {**values, "now": now, "ends_at": now + LASTS})
    enqueue_code(session, phone=phone, seed=seed, language=asking.language)


def _within_budgets(session: Session, asking: Asking, phone: str, a_day: int, now: datetime) -> bool:
    """Whoever uses up another's budget takes only the code from her: the word always remains."""
    asked_by = ((OF_AN_ADDRESS, asking.address), *((limit, phone) for limit in OF_A_NUMBER))
    every = (*asked_by, (Limit(WHOLE_SHOP, a_day, DAY), "shop"))
    return all(count_request(session, limit, asker, now) for limit, asker in every)


def check_code(session: Session, session_id: int, typed: str, *, secret: str, now: datetime) -> tuple[Checked, str]:
    """Compare what was typed with the code of this browser; the number that is proved when it is right.

    Each look is counted, also a wrong one: the caller commits whatever comes of it.
    """
    tried = TRY.first(session, {"session_id": session_id, "now": now, "most": TRIES})
    if tried is None:
        return Checked.OVER, ""
    if not hmac.compare_digest(tried.code_hash, hash_code(secret, session_id, typed)):
        return Checked.WRONG, ""
    used = USE.run(session, {"id": tried.id, **CODE_LIFECYCLE.values(CodeEvent.TYPED_RIGHT)}).first()
    return (Checked.RIGHT, tried.phone) if used is not None else (Checked.OVER, "")


def code_state(session: Session, session_id: int, now: datetime) -> CodeState | None:
    """A browser's code that can still be typed, and its tries; None when there is none."""
    state = STATE.first(session, {"session_id": session_id})
    is_alive = state is not None and state.status is CodeStatus.WAITING and state.ends_at > now and state.tries < TRIES
    return state if is_alive else None


def prune_codes(session: Session, now: datetime, *, limit: int) -> int:
    """Forget codes that ended more than a day ago, and the numbers that they went to; returns how many."""
    return PRUNE.run(session, {"before": now - KEEP, "most": limit}).count
