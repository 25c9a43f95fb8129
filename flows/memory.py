"""What a chat remembers from one message to the next: typed parts, each the matter of one script or of the talk itself.

They are kept together as one flat JSON object, `chats.memory`, in which every field has a name of its own. So a worker
of the last version and one of this read each other's chats, and somebody in the middle of one loses nothing.
"""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError


class Part(BaseModel):
    """A part of the memory. Every field has a default; one whose stored value cannot be read has it again."""

    model_config = ConfigDict(extra="ignore", populate_by_name=True)


P = TypeVar("P", bound=Part)


class Repeated(NamedTuple):
    """The same words in a row: how often so far, and when last."""

    words: str
    times: int
    at: datetime


class Counted(NamedTuple):
    """How many of something since a moment."""

    since: datetime
    times: int


class ChosenBy(StrEnum):
    """What decided the language that somebody is answered in."""

    NOTHING = ""
    WORDS = "words"  # theirs: it follows them
    PICK = "pick"  # they asked for it: it stays


class TalkMemory(Part):
    """What belongs to the chat and not to an order: it stays when an order ends.

    `used` are ids of buttons that act once and have; buttons of turns up to `epoch` are old; `missed` counts what we
    did not understand in a row; `forwarded` are files sent on to the founder; `edits` are last words by Meta's id of
    the message that was edited; `language_heard` is another language than the one we answer in, when their last clear
    words were in it; `unsaid` are lines of a turn that left its answer to the next one, and `unshown` says that it
    changed the cart.
    """

    used: tuple[str, ...] = ()
    epoch: int = 0
    heard_at: datetime | None = None
    missed: int = 0
    same: Repeated | None = None
    forwarded: Counted | None = None
    edits: dict[str, str] = {}
    unsaid: tuple[str, ...] = ()
    unshown: bool = False
    language_chosen: ChosenBy = ChosenBy.NOTHING
    language_heard: str = ""


class UnreadMemory(Part):
    """When we last said that we cannot read something, and how often WhatsApp kept words back."""

    polite_at: datetime | None = None
    kept_back: Counted | None = None


class Memory:
    """The parts of one chat's memory, read when they are first asked for."""

    def __init__(self, stored: dict[str, Any]) -> None:
        self._stored = dict(stored)
        self._parts: dict[type[Part], Part] = {}

    def part(self, kind: type[P]) -> P:
        """This part, to be read and changed."""
        if kind not in self._parts:
            self._parts[kind] = _read(kind, self._stored)
        part = self._parts[kind]
        assert isinstance(part, kind)
        return part

    def forget_all_but(self, kind: type[Part]) -> None:
        kept = self.part(kind)
        self._stored = {}
        self._parts = {kind: kept}

    def to_stored(self) -> dict[str, Any]:
        """What is written back to the chat: parts that nobody asked for stay as they were."""
        names = {field.alias or name for kind in self._parts for name, field in kind.model_fields.items()}
        stored = {name: value for name, value in self._stored.items() if name not in names}
        for part in self._parts.values():
            stored |= part.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        return stored


def _read(kind: type[P], stored: dict[str, Any]) -> P:
    try:
        return kind.model_validate(stored)
    except ValidationError as error:
        unreadable = {problem["loc"][0] for problem in error.errors()}
        return kind.model_validate({name: value for name, value in stored.items() if name not in unreadable})
