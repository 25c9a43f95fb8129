"""What a measurement says, what was promised (DESIGN §6), and the two put beside each other."""

import json
import os
import platform
import subprocess
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from rich.console import Console
from rich.table import Table

from core.clock import process_time

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "bench" / "results"


@dataclass(frozen=True)
class Promise:
    """`at least` or `at most` a limit."""

    limit: float
    at_least: bool = False

    def is_kept_by(self, value: float) -> bool:
        return value >= self.limit if self.at_least else value <= self.limit

    def __str__(self) -> str:
        return f"{'≥' if self.at_least else '≤'} {self.limit:g}"


@dataclass(frozen=True)
class Figure:
    """One number. `low` and `high` are the extremes of its rounds, `others` the machine's share (0..1) of strangers."""

    bench: str
    name: str
    value: float
    unit: str = ""
    low: float | None = None
    high: float | None = None
    promise: Promise | None = None
    others: float | None = None

    @property
    def is_kept(self) -> bool | None:
        return None if self.promise is None else self.promise.is_kept_by(self.value)


def at_least(limit: float) -> Promise:
    return Promise(limit, at_least=True)


def at_most(limit: float) -> Promise:
    return Promise(limit)


def over_rounds(
    bench: str,
    name: str,
    values: Sequence[float],
    unit: str = "",
    *,
    promise: Promise | None = None,
    others: float | None = None,
) -> Figure:
    """The median of several rounds, with the extremes beside it."""
    return Figure(bench, name, median(values), unit, min(values), max(values), promise, others)


def show(figures: Sequence[Figure], console: Console) -> None:
    """The table; a figure whose machine was busy with something else says so."""
    table = Table(title="Measured against DESIGN §6", title_justify="left")
    for heading, side in (("", "left"), ("figure", "left"), ("median", "right"), ("range", "right"), ("", "left"),
                          ("promise", "right"), ("", "center"), ("others", "right")):  # fmt: skip
        table.add_column(heading, justify=side)  # type: ignore[arg-type]
    last = ""
    for figure in figures:
        if figure.bench != last:
            table.add_section()
        table.add_row(figure.bench if figure.bench != last else "", *_cells(figure))
        last = figure.bench
    console.print(table)
    console.print("“others”: the machine's share that other programs used meanwhile.", style="dim")


def _cells(figure: Figure) -> list[str]:
    spread = "" if figure.low is None or figure.high is None else f"{_short(figure.low)}–{_short(figure.high)}"
    verdict = {True: "[green]✓[/green]", False: "[red]✗[/red]", None: ""}[figure.is_kept]
    others = "" if figure.others is None else f"{figure.others:.0%}"
    return [figure.name, _short(figure.value), spread, figure.unit, str(figure.promise or ""), verdict, others]


def _short(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def save(figures: Sequence[Figure]) -> Path:
    """Write the figures with what they were measured on; returns the file."""
    moment = process_time()
    RESULTS.mkdir(parents=True, exist_ok=True)
    path = RESULTS / f"{moment:%Y-%m-%dT%H%M%S}.json"
    rows = [asdict(figure) | {"kept": figure.is_kept} for figure in figures]
    facts = {"measured_at": moment.isoformat(timespec="seconds"), **describe_machine(), "figures": rows}
    path.write_text(json.dumps(facts, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def describe_machine() -> dict[str, str | int]:
    """Processor, cores, Python and the commit: figures without them mean little."""
    names = [line.partition(":")[2].strip() for line in _lines("/proc/cpuinfo") if line.startswith("model name")]
    commit = subprocess.run(
        ["git", "describe", "--always", "--dirty"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return {
        "processor": names[0] if names else platform.processor(),
        "cores": os.cpu_count() or 1,
        "python": platform.python_version(),
        "commit": commit.stdout.strip(),
    }


def _lines(path: str) -> list[str]:
    return Path(path).read_text().splitlines() if Path(path).exists() else []
