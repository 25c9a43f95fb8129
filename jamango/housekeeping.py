"""What the smaller commands do, between the command line and the core."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from core.db import transaction
from core.errors import Fault

ROOT = Path(__file__).resolve().parent.parent


def violations() -> list[str]:
    """A line for each row that breaks an invariant; empty when all is well."""
    from core.invariants import find_violations  # noqa: PLC0415

    with transaction() as session:
        return [f"{found.rule}: {row}" for found in find_violations(session) for row in found.rows]


def run_bench(arguments: list[str]) -> int:
    """Run the measurements of the source tree; they are not part of an installed Jamango."""
    if not (ROOT / "bench" / "__main__.py").exists():
        raise Fault("The measurements are only in the source tree: run `make bench` there.")
    return subprocess.run([sys.executable, "-m", "bench", *arguments], cwd=ROOT, check=False).returncode  # noqa: S603
