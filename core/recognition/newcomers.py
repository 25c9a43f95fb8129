"""Meeting several people at once whom nobody knows: as `recognise` would, one after another, in a few statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from core.chats.opening import open_chats_of_customers
from core.customers.actions import create_customers
from core.identities.actions import add_identities_of, known_among
from core.identities.names import Names
from core.identities.rules import Owner


class Newcomer(NamedTuple):
    """Who wrote, and what they call themselves."""

    names: Names
    name: str


def meet_newcomers(session: Session, people: Sequence[Newcomer], now: datetime) -> dict[Newcomer, int]:
    """Make customers with chats of those whose names nobody has and none of the others claims; returns their chats.

    The rest is left to `recognise`: it knows what to do with a name that somebody has, and so is everybody when a twin
    of one of the messages was first.
    """
    named = {person: frozenset(person.names.given().items()) for person in people}
    claims = Counter(name for names in named.values() for name in names)
    taken = known_among(session, sorted(claims)) | {name for name, times in claims.items() if times > 1}
    unknown = [person for person, names in named.items() if names and not names & taken]
    return _make(session, unknown, now) if unknown else {}


def _make(session: Session, people: Sequence[Newcomer], now: datetime) -> dict[Newcomer, int]:
    with session.begin_nested() as savepoint:
        ids = create_customers(session, [person.name for person in people], now)
        owned = [(Owner(id_, None), person.names.given()) for id_, person in zip(ids, people, strict=True)]
        if add_identities_of(session, owned) < sum(len(names) for _, names in owned):
            savepoint.rollback()
            return {}
        chats = open_chats_of_customers(session, ids)
    return {person: chats[id_] for id_, person in zip(ids, people, strict=True)}
