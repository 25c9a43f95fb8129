"""Following people whose number or user id becomes another one (invariant I19, faults F101 and F132)."""

from __future__ import annotations

from sqlmodel import Session

from core.actor import META
from core.alerts.actions import raise_alert
from core.audit.actions import record
from core.identities.actions import Found, read_identities, read_names, replace_identity
from core.identities.names import Change
from core.identities.rules import Move, Owner, judge_change
from core.identities.tables import IdentityKind
from core.recognition.actions import subject_of

AUDITED = {
    IdentityKind.PHONE: "number-changed",
    IdentityKind.USER_ID: "user-id-changed",
    IdentityKind.PARENT_USER_ID: "parent-user-id-changed",
}


def follow_change(session: Session, change: Change) -> bool:
    """Let a customer go on under the new names; True when we knew the old ones and followed.

    A number that they left is free afterwards. Nobody is made, staff never move by message, and a name that is
    somebody else's already is not taken over: each of the last two raises an alert for the founder.
    """
    known = read_identities(session, change.before)
    owners = {kind: found.owner for kind, found in known.items()}
    move, owner = judge_change(
        owners.get(IdentityKind.USER_ID),
        owners.get(IdentityKind.PHONE),
        owners.get(IdentityKind.PARENT_USER_ID),
        phone_has_other_user_id=_phone_has_other_user_id(change, known.get(IdentityKind.PHONE)),
    )
    if owner is None or move is Move.NOBODY:
        return False
    taken = read_identities(session, change.after).values()
    if move is Move.DISPUTED or any(found.owner != owner for found in taken):
        raise_alert(session, "identity-disputed", subject_of(owner), other="names-changed")
        return False
    _rename(session, owner, change)
    return True


def _phone_has_other_user_id(change: Change, phone: Found | None) -> bool:
    said = {change.before.user_id, change.after.user_id} - {None}
    return bool(phone and phone.user_id and change.before.user_id and phone.user_id not in said)


def _rename(session: Session, owner: Owner, change: Change) -> None:
    assert owner.customer_id is not None, "staff never move by message"
    before, after = read_names(session, owner.customer_id), change.after.given()
    wanted: dict[str, str | None] = dict(after)
    stays_in_reach = IdentityKind.USER_ID in {**before, **after}
    if change.left_number and change.after.phone is None and stays_in_reach:
        # Who has the old number next must not read what we write to its last owner.
        wanted[IdentityKind.PHONE] = None
    for kind, action in AUDITED.items():
        if kind in wanted and wanted[kind] != before.get(kind):
            replace_identity(session, kind, owner.customer_id, wanted[kind])
            record(session, actor=META, action=action, subject=subject_of(owner))
