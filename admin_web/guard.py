"""Who may ask for a page of the office. Every route names one of these, or the shop does not start.

    def staff(visit: Visiting, member: Annotated[Member, may(Right.MANAGE_STAFF)]) -> Response: …

What moves money or people away asks once more who is there, unless they said so within ten minutes: by the field
`proof` of the form itself (`proof_field` in templates/office/pieces.html), so that nothing typed is lost.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Depends
from sqlmodel import Session
from starlette.exceptions import HTTPException

from admin_web.member import Member, member_of
from core.credentials.authenticators import find_authenticator, take_code
from core.credentials.rules import WITH_AUTHENTICATOR
from core.credentials.signing import proves, read_candidate
from core.db import transaction
from core.errors import Refusal
from core.requests.rules import Limit
from core.sessions.actions import note_proof
from core.staff.rules import Right
from pages.door import Visiting, seconds_to_wait
from pages.errors import NOT_ALLOWED, SIGNED_OUT
from pages.origins import SAFE_METHODS
from pages.visit import Visit

SIGN_IN, PROVE, AUTHENTICATOR = "/admin/signin", "/admin/prove", "/admin/account/authenticator"
PROOF = "proof"  # the field with a password or a code in a form that needs one
PROOFS_OF_A_SESSION = Limit("office-proofs", 10, timedelta(minutes=10))
# What asks once more who is there, when something is sent; an export by being asked for already.
NEEDS_PROOF = frozenset({Right.REFUND, Right.EXPORT, Right.MANAGE_STAFF, Right.ERASE_CUSTOMERS})
EVEN_TO_LOOK = frozenset({Right.EXPORT})

# Every dependency made here, and the right that it asks for; None asks for none.
GUARDS: dict[Callable[..., Any], Right | None] = {}


def may(right: Right) -> Any:
    """A dependency that lets in who has the right. Everybody else is told so and stays signed in."""

    def guard(visit: Visiting) -> Member:
        member = require_member(visit)
        if not member.may(right):
            raise Refusal(NOT_ALLOWED, right=right.value)
        _require_authenticator(visit, member)
        if right in NEEDS_PROOF:
            _require_proof(visit, member, even_to_look=right in EVEN_TO_LOOK)
        return member

    GUARDS[guard] = right
    return Depends(guard)


def any_member(visit: Visiting) -> Member:
    """A dependency that lets in whoever of the office is signed in: for what is their own."""
    return require_member(visit)


def member_again(visit: Visiting) -> Member:
    """The same for what opens the office itself: whoever sends it, or looks at it, proves once more who they are."""
    member = require_member(visit)
    _require_proof(visit, member, even_to_look=True)
    return member


def anybody(visit: Visiting) -> None:
    """A dependency for the few pages that come before signing in."""
    del visit


GUARDS[any_member] = GUARDS[member_again] = GUARDS[anybody] = None
AnyMember = Annotated[Member, Depends(any_member)]
MemberAgain = Annotated[Member, Depends(member_again)]
Anybody = Annotated[None, Depends(anybody)]


def require_member(visit: Visit) -> Member:
    """Who is signed in. Sends everybody else to sign in, and says to a form that nothing was changed."""
    member = member_of(visit)
    if member is not None:
        visit.is_private = True
        return member
    if visit.request.method not in SAFE_METHODS:
        raise HTTPException(401, SIGNED_OUT)
    url = visit.request.url
    path = f"{SIGN_IN}?{urlencode({'next': f'{url.path}?{url.query}' if url.query else url.path})}"
    if "hx-request" in visit.request.headers:
        raise HTTPException(401, SIGNED_OUT, headers={"HX-Redirect": SIGN_IN})
    raise HTTPException(303, headers={"Location": path})


def _require_authenticator(visit: Visit, member: Member) -> None:
    """A shop in earnest is not opened by a password alone: who runs it sets up an authenticator first."""
    if visit.settings.is_development or member.role not in WITH_AUTHENTICATOR:
        return
    with transaction() as session:
        held = find_authenticator(session, member.id)
    if held is None or not held.is_confirmed:
        raise HTTPException(303, headers={"Location": AUTHENTICATOR})


def _require_proof(visit: Visit, member: Member, *, even_to_look: bool) -> None:
    """Take the proof out of the form. Without one that counts, the form says so and its deed is not done."""
    if visit.request.method in SAFE_METHODS:
        if even_to_look and not member.is_fresh:
            url = visit.request.url
            raise HTTPException(303, headers={"Location": f"{PROVE}?{urlencode({'next': f'{url.path}?{url.query}'})}"})
        return
    typed = [each for each in visit.posted.fields.get(PROOF, ()) if each]
    kept = {name: value for name, value in visit.posted.fields.items() if name != PROOF}
    visit.posted = replace(visit.posted, fields=kept)
    if member.is_fresh:
        return
    if not typed:
        visit.declined = Refusal("proof-missing")
    elif not is_proved(visit, member, typed[-1]):
        visit.declined = Refusal("proof-wrong")


def is_proved(visit: Visit, member: Member, typed: str) -> bool:
    """Whether it is the member's password, or a code of theirs; then nothing is asked for ten minutes.

    Ten tries in ten minutes; afterwards it is none, whatever is typed, and only on this browser.
    """
    assert visit.session is not None
    session_id = visit.session.id
    with transaction() as session:
        if seconds_to_wait(session, visit, PROOFS_OF_A_SESSION, f"session:{session_id}") is not None:
            return False
        candidate = read_candidate(session, member.id)
    is_right = proves(candidate, typed)
    with transaction() as session:
        is_right = is_right or take_code(session, member.id, typed)
        if is_right:
            _note(visit, session, session_id)
    return is_right


def _note(visit: Visit, session: Session, session_id: int) -> None:
    note_proof(session, session_id, visit.now(session))
    assert visit.session is not None
    visit.session = replace(visit.session, proved_at=visit.moment)
