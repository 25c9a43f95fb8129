"""Decisions about who a message is from. No database here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True)
class Owner:
    """Who an identity belongs to: a customer or a member of staff."""

    customer_id: int | None
    staff_id: int | None


class Verdict(StrEnum):
    """What to do with the identities of a message."""

    KNOWN = "known"
    NEW = "new"
    NEW_TAKES_PHONE = "new_takes_phone"


@dataclass(frozen=True)
class Judgement:
    """`owner` is set when known; `phone_in_dispute` when the phone stays with somebody else."""

    verdict: Verdict
    owner: Owner | None = None
    phone_in_dispute: bool = False


def judge_identities(
    by_phone: Owner | None, by_user_id: Owner | None, by_parent: Owner | None, *, phone_has_other_user_id: bool
) -> Judgement:
    """Whose message it is, from the owners of its phone, user id and parent user id (invariant I19).

    WhatsApp's user id is the account, so it decides. A phone that appears with another user id than its owner has
    is a recycled SIM: the sender is somebody new and takes the phone along, never the history.
    """
    if by_user_id is not None:
        return Judgement(Verdict.KNOWN, by_user_id, phone_in_dispute=by_phone is not None and by_phone != by_user_id)
    if by_phone is not None:
        return Judgement(Verdict.NEW_TAKES_PHONE) if phone_has_other_user_id else Judgement(Verdict.KNOWN, by_phone)
    if by_parent is not None:
        return Judgement(Verdict.KNOWN, by_parent)
    return Judgement(Verdict.NEW)


class Move(StrEnum):
    """What to do about a change of names."""

    FOLLOW = "follow"
    NOBODY = "nobody"
    DISPUTED = "disputed"


def judge_change(
    by_user_id: Owner | None, by_phone: Owner | None, by_parent: Owner | None, *, phone_has_other_user_id: bool
) -> tuple[Move, Owner | None]:
    """Whose names change, from the owners of the old ones (invariant I19). Nobody is made by such news.

    The old user id decides. An old phone that is with another account than the one that moves, old names of two people
    and members of staff are for a human.
    """
    owner = by_user_id or by_phone or by_parent
    if owner is None:
        return Move.NOBODY, None
    two_people = by_user_id is not None and by_phone is not None and by_user_id != by_phone
    foreign_phone = by_user_id is None and by_phone is not None and phone_has_other_user_id
    if two_people or foreign_phone or owner.staff_id is not None:
        return Move.DISPUTED, owner
    return Move.FOLLOW, owner
