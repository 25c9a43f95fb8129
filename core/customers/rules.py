"""Decisions about people: what a name may contain, and whose message this is. No database here."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

LONGEST_NAME = 64
ZERO_WIDTH_JOINER = "\u200d"
# Category Cf holds what turns text around (bidi) or hides in it; emoji and Indic scripts need only these two joiners.
JOINERS = {ZERO_WIDTH_JOINER, "\u200c"}
EXTENDING = ("Mn", "Me", "Mc")
SKIN_TONES = range(0x1F3FB, 0x1F400)


def clean_name(text: str) -> str:
    """A profile name fit to show: at most 64 characters as people count them, without controls (fault F103).

    Line breaks become spaces; bidi and other invisible controls go. Escaping is the page's business.
    """
    visible = "".join(" " if character.isspace() else character for character in text if _may_stay(character))
    return "".join(_graphemes(" ".join(visible.split()))[:LONGEST_NAME]).strip()


def _may_stay(character: str) -> bool:
    return character.isspace() or character in JOINERS or unicodedata.category(character)[0] != "C"


def _graphemes(text: str) -> list[str]:
    """Split into what a reader sees as one sign: a base with its marks, joined emoji, a skin tone."""
    clusters: list[str] = []
    for character in text:
        joined = bool(clusters) and clusters[-1].endswith(ZERO_WIDTH_JOINER)
        if clusters and (joined or _extends(character)):
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters


def _extends(character: str) -> bool:
    return character in JOINERS or unicodedata.category(character) in EXTENDING or ord(character) in SKIN_TONES


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
