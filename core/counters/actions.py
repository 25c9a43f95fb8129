"""The operator's counters, added up over all processes in one table.

Each process counts in its memory (prometheus_client) and hands over what is new every few seconds, so that `/metrics`
of any web process shows what workers and jobs on any machine did, and nothing falls back to zero with a restart.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable, Mapping

from prometheus_client import REGISTRY
from prometheus_client.core import CounterMetricFamily, Metric
from sqlalchemy import text
from sqlmodel import Session

OURS = "jamango_"
ADD = text(
    """
    INSERT INTO counters (name, labels, value) VALUES (:name, CAST(:labels AS jsonb), :value)
    ON CONFLICT (name, labels) DO UPDATE SET value = counters.value + EXCLUDED.value
    """
)

Labels = tuple[tuple[str, str], ...]
Counts = dict[tuple[str, Labels], float]


class Tally:
    """What this process has counted and not handed over yet. `lock` is held while counts pass from here to the table,
    so that nobody sees them in both places or in neither."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self._handed_over: Counts = {}

    def start_afresh(self) -> None:
        """A forked process counts for itself: what it was born with is its parent's."""
        self.lock = threading.Lock()
        self._handed_over = _counted()

    def take_new(self) -> Counts:
        """What is new; a counter that was never handed over is new even at zero, so that it is seen."""
        return {
            key: value - self._handed_over.get(key, 0.0)
            for key, value in _counted().items()
            if value != self._handed_over.get(key)
        }

    def note_handed_over(self, counts: Counts) -> None:
        """The table has them: their transaction is committed."""
        for key, value in counts.items():
            self._handed_over[key] = self._handed_over.get(key, 0.0) + value


TALLY = Tally()


def add_counts(session: Session, counts: Counts) -> None:
    """Add to what all processes have counted; always in the same order, so that no two wait for each other."""
    for (name, labels), value in sorted(counts.items()):
        session.execute(ADD, {"name": name, "labels": json.dumps(dict(labels)), "value": value})


def read_counts(session: Session) -> Counts:
    """What all processes have handed over."""
    rows = session.execute(text("SELECT name, labels, value FROM counters"))
    return {(row.name, tuple(sorted(row.labels.items()))): row.value for row in rows}


def as_metrics(counts: Counts) -> Iterable[Metric]:
    """The counts in Prometheus's form, each family once."""
    documentation = {family.name: family.documentation for family in _families()}
    families: dict[str, CounterMetricFamily] = {}
    for (name, labels), value in sorted(counts.items()):
        family_name = name.removesuffix("_total")
        if family_name not in families:
            says = documentation.get(family_name, "Counted by the worker or the jobs")
            families[family_name] = CounterMetricFamily(family_name, says, labels=[label for label, _ in labels])
        families[family_name].add_metric([value for _, value in labels], value)
    return families.values()


def add_up(*counts: Mapping[tuple[str, Labels], float]) -> Counts:
    """The sum, key by key."""
    total: Counts = {}
    for each in counts:
        for key, value in each.items():
            total[key] = total.get(key, 0.0) + value
    return total


def _families() -> list[Metric]:
    return [family for family in REGISTRY.collect() if family.name.startswith(OURS)]


def _counted() -> Counts:
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in _families()
        for sample in family.samples
        if sample.name.endswith("_total")
    }
