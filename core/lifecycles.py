"""How a status may move, as a table that its one writer asks and nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, NamedTuple, TypeVar

Event = TypeVar("Event", bound=StrEnum)
Status = TypeVar("Status", bound=StrEnum)


class Move(NamedTuple, Generic[Event, Status]):
    """An event leads from one status to another."""

    event: Event
    source: Status
    target: Status


@dataclass(frozen=True)
class Lifecycle(Generic[Event, Status]):
    """All moves of one kind of row. Raises ValueError when an event leads to two statuses: it would be two events."""

    moves: tuple[Move[Event, Status], ...]

    def __post_init__(self) -> None:
        for event in {move.event for move in self.moves}:
            if len({move.target for move in self.moves if move.event is event}) > 1:
                raise ValueError(f"{event} leads to two statuses")

    def sources_of(self, event: Event) -> frozenset[Status]:
        """From which statuses an event may happen."""
        return frozenset(move.source for move in self.moves if move.event is event)

    def target_of(self, event: Event) -> Status:
        """Where an event leads."""
        return next(move.target for move in self.moves if move.event is event)

    def values(self, event: Event) -> dict[str, Any]:
        """What a conditional UPDATE needs: `SET status = :target … WHERE status = ANY(CAST(:sources AS text[]))`."""
        return {"target": self.target_of(event).value, "sources": sorted(each.value for each in self.sources_of(event))}
