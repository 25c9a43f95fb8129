"""Codes of an authenticator app. The real time counts, not the shop's: phones know no other."""

from __future__ import annotations

from typing import NamedTuple

from sqlmodel import Session

from core.actor import Actor
from core.audit.actions import record
from core.clock import read_real_now
from core.credentials.rules import bare_code, find_step, recovery_codes
from core.errors import Refusal
from core.ids import new_authenticator_secret
from core.query import Query, Statement


class Held(NamedTuple):
    """The app of somebody: whether its codes count already, and which recovery codes are used up."""

    secret: str
    edition: int
    used_codes: list[int]
    is_confirmed: bool


FIND = Statement(
    """
    SELECT secret, edition, used_codes, confirmed_at IS NOT NULL AS is_confirmed
      FROM authenticators WHERE staff_id = :staff_id
    """,
    Held,
)
# One that is not confirmed yet stays as it is: the picture may be on a phone already.
BEGIN = Query(
    "INSERT INTO authenticators (staff_id, secret) VALUES (:staff_id, :secret) ON CONFLICT (staff_id) DO NOTHING"
)
# Of two who type one code at once, one is let in.
TAKE_STEP = Query(
    "UPDATE authenticators SET last_step = :step WHERE staff_id = :staff_id AND last_step < :step RETURNING staff_id"
)
CONFIRM = Query(
    """
    UPDATE authenticators SET confirmed_at = jamango_now()
     WHERE staff_id = :staff_id AND confirmed_at IS NULL RETURNING staff_id
    """
)
USE_CODE = Query(
    """
    UPDATE authenticators SET used_codes = array_append(used_codes, :number)
     WHERE staff_id = :staff_id AND edition = :edition AND NOT :number = ANY(used_codes) RETURNING staff_id
    """
)
RENEW_CODES = Query("UPDATE authenticators SET edition = edition + 1, used_codes = '{}' WHERE staff_id = :staff_id")
DROP = Query("DELETE FROM authenticators WHERE staff_id = :staff_id RETURNING staff_id")


def find_authenticator(session: Session, staff_id: int) -> Held | None:
    """The app that somebody has, or is setting up."""
    return FIND.first(session, {"staff_id": staff_id})


def begin_authenticator(session: Session, staff_id: int) -> None:
    """Make a secret for an app to be set up, unless there is one already."""
    BEGIN.run(session, {"staff_id": staff_id, "secret": new_authenticator_secret()})


def confirm_authenticator(session: Session, staff_id: int, typed: str) -> None:
    """From now on its codes are asked for. Raises Refusal `code-wrong` unless this is one of them."""
    if not take_code(session, staff_id, typed, even_unconfirmed=True):
        raise Refusal("code-wrong")
    if CONFIRM.run(session, {"staff_id": staff_id}).count:
        _note(session, staff_id, "authenticator-set-up")


def take_code(session: Session, staff_id: int, typed: str, *, even_unconfirmed: bool = False) -> bool:
    """Whether it is a code of their app, or a recovery code; it is used up by that."""
    held = find_authenticator(session, staff_id)
    if held is None or not (held.is_confirmed or even_unconfirmed):
        return False
    step = find_step(held.secret, typed, read_real_now(session))
    if step is not None:
        return TAKE_STEP.run(session, {"staff_id": staff_id, "step": step}).count > 0
    return held.is_confirmed and _take_recovery_code(session, staff_id, held, bare_code(typed))


def _take_recovery_code(session: Session, staff_id: int, held: Held, code: str) -> bool:
    codes = recovery_codes(held.secret, held.edition)
    if code not in codes:
        return False
    values = {"staff_id": staff_id, "edition": held.edition, "number": codes.index(code)}
    is_taken = USE_CODE.run(session, values).count > 0
    if is_taken:
        _note(session, staff_id, "recovery-code-used")
    return is_taken


def renew_recovery_codes(session: Session, staff_id: int) -> None:
    """Ten new ones; the old ones open nothing any more."""
    RENEW_CODES.run(session, {"staff_id": staff_id})
    _note(session, staff_id, "recovery-codes-renewed")


def drop_authenticator(session: Session, staff_id: int) -> None:
    """Forget an app: the phone is lost, or another takes its place. The caller has asked who wants it."""
    if DROP.run(session, {"staff_id": staff_id}).count:
        _note(session, staff_id, "authenticator-dropped")


def _note(session: Session, staff_id: int, action: str) -> None:
    record(session, actor=Actor.system("sign-in"), action=action, subject=f"staff:{staff_id}")
