"""What processes cost, from Linux's /proc: CPU seconds of ours, and how busy others kept the machine meanwhile."""

import os
import time
from collections.abc import Mapping
from pathlib import Path

TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")
CORES = os.cpu_count() or 1
IDLE, WAITING_FOR_DISK = 3, 4  # columns of /proc/stat
PARENT, OWN, REAPED = 1, slice(11, 13), slice(13, 15)  # columns of /proc/<pid>/stat after the name


class Watch:
    """Starts when it is made; `stop()` says what has been used since."""

    def __init__(self, pids: Mapping[str, int]) -> None:
        self._pids = dict(pids)
        self._began = time.perf_counter()
        self._before = self._read()

    def stop(self) -> "Usage":
        after = self._read()
        spent = {name: after[name] - self._before[name] for name in after}
        seconds = time.perf_counter() - self._began
        others = max(spent.pop("machine") - spent.pop("family"), 0.0) / (seconds * CORES)
        return Usage(spent, seconds, others)

    def _read(self) -> dict[str, float]:
        """CPU seconds so far of each process with its children, of ourselves with ours, of the whole machine."""
        own = {name: family_cpu_seconds(pid) for name, pid in self._pids.items()}
        return own | {"family": family_cpu_seconds(os.getpid()), "machine": machine_cpu_seconds()}


class Usage:
    """CPU seconds by process name, over how many seconds, and the share of the machine (0..1) that strangers used."""

    def __init__(self, cpu_seconds: Mapping[str, float], seconds: float, others: float) -> None:
        self.cpu_seconds = cpu_seconds
        self.seconds = seconds
        self.others = others

    def milliseconds_each(self, count: int, *names: str) -> float:
        """CPU milliseconds of the named processes for each of `count` pieces of work."""
        return 1000 * sum(self.cpu_seconds[name] for name in names) / count


def family_cpu_seconds(pid: int) -> float:
    """CPU seconds of a process and all its descendants, also those that have ended and were waited for."""
    processes = _read_processes()
    children: dict[int, list[int]] = {}
    for child, fields in processes.items():
        children.setdefault(int(fields[PARENT]), []).append(child)
    ticks, unseen = 0, [pid]
    while unseen:
        current = unseen.pop()
        unseen += children.get(current, [])
        fields = processes.get(current, [])
        ticks += sum(int(field) for field in [*fields[OWN], *fields[REAPED]])
    return ticks / TICKS_PER_SECOND


def machine_cpu_seconds() -> float:
    """CPU seconds that the whole machine was busy since it started."""
    columns = Path("/proc/stat").read_text().splitlines()[0].split()[1:9]
    busy = [int(ticks) for column, ticks in enumerate(columns) if column not in {IDLE, WAITING_FOR_DISK}]
    return sum(busy) / TICKS_PER_SECOND


def _read_processes() -> dict[int, list[str]]:
    found = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                line = (entry / "stat").read_text()
            except OSError:
                continue  # it has just ended
            found[int(entry.name)] = line.rpartition(")")[2].split()
    return found
