"""Turning PostgreSQL's notifications (`jamango.listening`) into wake-ups of the worker's pools."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jamango.worker_pool import WorkerPool


@dataclass(frozen=True)
class WakeUps:
    """Whom a notification wakes: the pool of each kind of event it names, or all of its channel's."""

    pools: Mapping[str, Sequence[WorkerPool]]
    kinds: Mapping[str, WorkerPool]

    def pass_on(self, channel: str, payload: str) -> None:
        named = [self.kinds[kind] for kind in payload.split() if kind in self.kinds]
        for pool in named or self.pools[channel]:
            pool.wake()
