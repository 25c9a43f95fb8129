"""No test fails because the machine is busy: whoever waits for others waits long, and `make test` times nothing."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.support.patience import PATIENCE_SECONDS

TESTS = Path(__file__).parents[1]
MEASURED = {"trouble"}  # folders of `make trouble` alone, which measures
WAITS = {"join", "wait", "result", "wait_until", "eventually"}
NAMES = {"timeout", "timeout_seconds"}
CLOCKS = {"monotonic", "perf_counter", "sleep", "process_time_ns", "monotonic_ns", "perf_counter_ns"}
# Who may ask how long something takes, and why.
TIMED = {
    "support/kept_client.py": "how old a connection is that the server may have closed",
    "machine/test_machine.py": "how long the long machine shall look, in `make trouble`",
    "doors/test_metrics.py": "something that takes a while, to be waited for",
}
# Short on purpose: the bounds of coming back and of ending, which `make trouble` measures, and requests that nobody
# waits for any more.
SHORT = {
    ("house/test_up.py", "eventually", 11.0),
    ("house/test_up.py", "eventually", 10.0),
    ("support/servers.py", "wait", 1.0),
}


def files() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(TESTS.rglob("*.py")):
        name = path.relative_to(TESTS).as_posix()
        if name.split("/")[0] not in MEASURED:
            yield name, ast.parse(path.read_text(encoding="utf-8"))


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def waits_in(tree: ast.Module) -> Iterator[tuple[str, float]]:
    """Who waits for how many seconds. Less than one is how often one looks."""
    named = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    for node in ast.walk(tree):
        for who, limit in limits_of(node):
            found = named.get(limit.id) if isinstance(limit, ast.Name) else limit
            value = found.value if isinstance(found, ast.Constant) else None
            if isinstance(value, int | float) and value >= 1:
                yield who, float(value)


def limits_of(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(node, ast.Call):
        yield from ((called(node), keyword.value) for keyword in node.keywords if keyword.arg in NAMES)
        yield from ((called(node), limit) for limit in node.args[-1:] if called(node) in WAITS)
    elif isinstance(node, ast.Dict):
        pairs = zip(node.keys, node.values, strict=True)
        yield from (("settle", value) for key, value in pairs if isinstance(key, ast.Constant) and key.value in NAMES)


def test_whoever_waits_for_others_waits_long() -> None:
    hasty = {
        (name, who, seconds) for name, tree in files() for who, seconds in waits_in(tree) if seconds < PATIENCE_SECONDS
    }
    assert hasty == SHORT, "wait PATIENCE_SECONDS: how fast it is says how busy the machine is"


def test_nothing_is_timed() -> None:
    timed = {
        name
        for name, tree in files()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr in CLOCKS
        and isinstance(node.value, ast.Name)
        and node.value.id == "time"
    }
    assert timed == set(TIMED), "bounds of time are measured in tests/trouble"


def test_a_port_is_kept_until_its_server_has_it() -> None:
    """One that is only asked for is somebody else's by then."""
    asking = [
        name for name, tree in files() if any(getattr(node, "name", "") == "free_port" for node in ast.walk(tree))
    ]
    assert asking == [], "tests.support.servers.keep_port"


def test_every_browser_waits_for_what_its_taps_lead_to() -> None:
    assert importers_of("sync_playwright") == ["support/chromium.py"], "tests.support.chromium.running_chromium"


def importers_of(wanted: str) -> list[str]:
    return [
        name
        for name, tree in files()
        if any(isinstance(node, ast.alias) and node.name == wanted for node in ast.walk(tree))
    ]
