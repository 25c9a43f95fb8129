"""What a live page may hear of, and how a transaction's changes fit into one notification. No database here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from enum import StrEnum
from typing import NamedTuple

LARGEST_PAYLOAD = 7999  # bytes: what PostgreSQL takes in one NOTIFY


class Subject(StrEnum):
    """What pages show and watch. The id of stock is its inventory row's."""

    ORDER = "order"
    STOCK = "stock"
    SLOT = "slot"
    CHAT = "chat"
    ALERT = "alert"
    RUN = "run"


class Change(NamedTuple):
    """Something of this kind is not what it was; without `id` any of them may be."""

    subject: Subject
    id: int | None


# What is true for whoever has not listened for a while.
EVERYTHING = frozenset(Change(subject, None) for subject in Subject)


def pack(changes: Collection[Change]) -> str:
    """The changes as words: `order:7,9 stock`. Too many for one notification lose their ids, the longest list first."""
    ids: defaultdict[Subject, set[int]] = defaultdict(set)
    whole = {change.subject for change in changes if change.id is None}
    for change in changes:
        if change.id is not None and change.subject not in whole:
            ids[change.subject].add(change.id)
    words = {subject: f"{subject}:{','.join(map(str, sorted(ids[subject])))}" for subject in ids}
    words |= {subject: subject.value for subject in whole}
    while sum(len(word) + 1 for word in words.values()) > LARGEST_PAYLOAD:
        longest = max(words, key=lambda subject: len(words[subject]))
        words[longest] = longest.value
    return " ".join(sorted(words.values()))


def unpack(payload: str) -> frozenset[Change]:
    """What `pack` wrote; everything for words that another version of us wrote."""
    try:
        return frozenset(change for word in payload.split() for change in _read(word))
    except ValueError:
        return EVERYTHING


def _read(word: str) -> list[Change]:
    subject, _, ids = word.partition(":")
    return [Change(Subject(subject), int(each) if each else None) for each in ids.split(",")]
