"""Playing a story from its beginning to quiet, with or without a death in it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import MappingProxyType

import pytest

from core.checkpoints import Checkpoint
from core.db import forget_engines
from tests.crash.books import Books, read_books
from tests.crash.flows import Flow
from tests.crash.stage import Customer, Stage, opened_stage
from tests.support.clusters import Cluster, current_settings


@dataclass(frozen=True)
class Performance:
    """What became of a story: the books, who died with which exit code, messages that came twice, points passed."""

    books: Books
    deaths: list[tuple[str, int]]
    copies: int
    passed: dict[str, set[str]]


@dataclass
class Theatre:
    """Plays stories; an undisturbed one only once."""

    cluster: Cluster
    template: str
    folders: pytest.TempPathFactory
    _calm: dict[Flow, Performance] = field(default_factory=dict)

    def play_calmly(self, flow: Flow) -> Performance:
        """The story as it goes when nobody dies."""
        if flow not in self._calm:
            self._calm[flow] = self.play(flow)
        return self._calm[flow]

    def play(self, flow: Flow, lit: Mapping[str, Collection[Checkpoint]] = MappingProxyType({})) -> Performance:
        """Play the story; where a stage begins, the fuses of its points in `lit` are lit. Each kills once."""
        fuses = [point for points in lit.values() for point in points]
        with self.open_stage() as stage:
            chat = Customer(stage, "new-customer")
            passed: dict[str, set[str]] = {}

            def at(name: str) -> None:
                stage.settle()
                if passed:
                    passed[next(reversed(passed))] = stage.take_reached()
                stage.take_reached()
                passed[name] = set()
                for point in lit.get(name, ()):
                    stage.light(point)

            flow(chat, stage, at)
            chat.hears_nothing()
            assert [point for point in fuses if not stage.has_burnt(point)] == [], f"not reached of {lit}"
            passed[next(reversed(passed))] = stage.take_reached()
            stage.assert_sound()
            return Performance(read_books(stage, chat), stage.keeper.deaths, chat.copies, passed)

    @contextmanager
    def open_stage(self) -> Iterator[Stage]:
        """A shop with a database of its own, until the block ends."""
        with self.cluster.lend(self.template) as name, pytest.MonkeyPatch.context() as patch:
            patch.setenv("JAMANGO_DATABASE_URL", self.cluster.url_of(name))
            patch.setenv("JAMANGO_PAIR_RATE_SECONDS", "0")
            current_settings()
            try:
                with opened_stage(patch, self.folders.mktemp("fuses")) as stage:
                    yield stage
            finally:
                forget_engines(close=True)
        current_settings()
