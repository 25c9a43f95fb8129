"""Answers of the founder's, and how to ask for them."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from core.query import Statement
from core.reading.lexicon import Way, split_way


class Written(NamedTuple):
    """An answer with its texts by language, the ways to ask for it, and who changed it last, when (UTC)."""

    key: str
    texts: dict[str, str]
    ways: list[str]
    changed_at: datetime
    changed_by: str


ALL = Statement("SELECT key, texts, ways, changed_at, changed_by FROM answers ORDER BY key", Written)
SOME = Statement("SELECT key, texts, ways, changed_at, changed_by FROM answers WHERE key = ANY(:keys)", Written)


def list_answers(session: Session) -> list[Written]:
    """Every answer, by its key."""
    return ALL.all(session, {})


def answers_for(session: Session, keys: Collection[str]) -> dict[str, Written]:
    """The answers with these keys."""
    return {written.key: written for written in SOME.all(session, {"keys": list(keys)})}


def taught_ways(session: Session) -> dict[Way, str]:
    """Every way to ask that was taught, as tokens, with the key of its answer."""
    return {split_way(way): written.key for written in list_answers(session) for way in written.ways}
