"""`core`, `bot`, `pages` … are names that other distributions may carry too; then imports fail in puzzling ways.

This module imports nothing of ours, so that it can speak when `core` is not our `core`.
"""

from __future__ import annotations

from importlib.metadata import packages_distributions
from importlib.util import find_spec
from pathlib import Path

OURS = ("core", "bot", "pages", "flows", "webhooks", "shop_web", "admin_web", "simulator")
ROOT = Path(__file__).resolve().parent.parent


def find_shadow(root: Path = ROOT, names: tuple[str, ...] = OURS) -> str | None:
    """A sentence about the first package that does not come from `root`, naming who brought it; None when all do."""
    for name in names:
        found = _folder_of(name)
        if found == root / name:
            continue
        if found is None:
            return f"The package {name!r} of Jamango is missing in {root}: run `make setup`, or install Jamango again."
        return (
            f"The package {name!r} is loaded from {found} instead of {root / name}: it belongs to {_owner(name)}. "
            "Uninstall that, or give Jamango a virtual environment of its own."
        )
    return None


def _folder_of(name: str) -> Path | None:
    spec = find_spec(name)
    if spec is None:
        return None
    if spec.submodule_search_locations:
        return Path(next(iter(spec.submodule_search_locations))).resolve()
    return Path(spec.origin).resolve() if spec.origin else None


def _owner(name: str) -> str:
    owners = sorted(set(packages_distributions().get(name, [])) - {"jamango"})
    return f"the distribution {', '.join(owners)}" if owners else "no distribution (a stray folder on Python's path)"
