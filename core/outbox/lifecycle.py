"""How what we mean to say or to ask may move. One table; `moves` beside it makes every statement that moves a row."""

from enum import StrEnum
from typing import NamedTuple


class OutboxStatus(StrEnum):
    PENDING = "pending"
    LEASED = "leased"
    DONE = "done"
    DROPPED = "dropped"
    DEAD = "dead"


class OutboxEvent(StrEnum):
    """LEASE: somebody is about to do it. RELEASE: nobody is, somebody may later. FINISH: it is done. DROP: it is not to
    be done any more, and that is right. GIVE_UP: it could not be done. BEGIN_ANEW: it is to be said in another way."""

    LEASE = "lease"
    RELEASE = "release"
    FINISH = "finish"
    DROP = "drop"
    GIVE_UP = "give-up"
    BEGIN_ANEW = "begin-anew"


class Move(NamedTuple):
    event: OutboxEvent
    source: OutboxStatus
    target: OutboxStatus


S, E = OutboxStatus, OutboxEvent

MOVES: tuple[Move, ...] = (
    Move(E.LEASE, S.PENDING, S.LEASED),
    # A lease that ran out: who had it died, or its call never ended.
    Move(E.LEASE, S.LEASED, S.LEASED),
    Move(E.RELEASE, S.LEASED, S.PENDING),
    Move(E.FINISH, S.LEASED, S.DONE),
    # What Meta took is done whoever has the row by now: our own late answer says so, or news that it arrived.
    Move(E.FINISH, S.PENDING, S.DONE),
    Move(E.FINISH, S.DEAD, S.DONE),
    Move(E.DROP, S.LEASED, S.DROPPED),
    # An answer that a newer one overtook before anybody tried to send it.
    Move(E.DROP, S.PENDING, S.DROPPED),
    Move(E.GIVE_UP, S.LEASED, S.DEAD),
    # Meta refused what we have leased, or took it and reported later that it failed.
    Move(E.BEGIN_ANEW, S.LEASED, S.PENDING),
    Move(E.BEGIN_ANEW, S.DONE, S.PENDING),
)

OPEN = (S.PENDING, S.LEASED)


def sources_of(event: OutboxEvent) -> tuple[OutboxStatus, ...]:
    """The statuses in which an event may happen."""
    return tuple(move.source for move in MOVES if move.event is event)


def target_of(event: OutboxEvent) -> OutboxStatus:
    """Where an event leads, from wherever it happens."""
    (target,) = {move.target for move in MOVES if move.event is event}
    return target
