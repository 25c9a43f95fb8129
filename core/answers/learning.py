"""Learning from a miss in one step: what was not understood names a variety, or asks for an answer."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from core.actor import Actor
from core.answers.actions import teach_way
from core.answers.queries import taught_ways
from core.catalog.names import add_alias
from core.errors import Refusal
from core.misses.actions import forget_said
from core.misses.rules import what_it_says
from core.reading.lexicon import load_lexicon, split_way
from core.staff.rules import Right, require


def learn_variety(session: Session, typed: str, slug: str, *, actor: Actor) -> str:
    """Let words name a variety, and forget their misses; returns the name that was learnt.

    Raises what `add_alias` raises, and Refusal `words-taken` when they ask for an answer, `not-allowed`.
    """
    require(actor, Right.TEACH_ANSWERS)
    alias = add_alias(session, slug, typed, actor=actor)
    asked = taught_ways(session).get(split_way(alias))
    if asked is not None:
        raise Refusal("words-taken", words=alias, by=asked)
    _forget(session, typed, alias)
    return alias


def learn_question(session: Session, typed: str, key: str, *, actor: Actor, now: datetime) -> str:
    """Let words ask for an answer, and forget their misses; returns them as learnt. Raises what `teach_way` raises."""
    require(actor, Right.TEACH_ANSWERS)
    words = teach_way(session, key, typed, actor=actor, now=now)
    _forget(session, typed, words)
    return words


def _forget(session: Session, *learnt: str) -> None:
    for said in {what_it_says(each, load_lexicon()) for each in learnt}:
        forget_said(session, said)
