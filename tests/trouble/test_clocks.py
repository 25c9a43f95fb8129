"""Machines whose clocks are wrong, jump, or disagree (faults F95 and F99): the database's clock decides."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from sqlalchemy import text

from core.clock import process_time
from core.db import transaction
from tests.chats.orders import orders_and_pays, reaches_the_summary
from tests.crash.stage import Stage
from tests.support import parts
from tests.support.chat import Person
from tests.support.keeper import Forked
from tests.trouble.redis_and_jobs import RedisServer, ask, eventually, lapsed
from tests.trouble.wrong_clocks import run_with_clock

AHEAD, BEHIND, JUMPING = (1.0,), (-1.0,), (0.0, 1.0, -1.0)

# What was written by the clock of a process an hour off would stand out; the shop's own time moves by minutes here.
MISDATED = """
    SELECT count(*) FROM (
        SELECT unnest(ARRAY[received_at, handled_at]) FROM inbox
        UNION ALL SELECT unnest(ARRAY[created_at, done_at]) FROM outbox
        UNION ALL SELECT unnest(ARRAY[placed_at, reminded_at, confirmed_at, ended_at]) FROM orders
        UNION ALL SELECT recorded_at FROM payments
    ) AS noted(moment) WHERE moment NOT BETWEEN jamango_now() - interval '30 minutes' AND jamango_now()
"""
ROOT = Path(__file__).parents[2]
OURS = ("jamango", "webhooks", "shop_web", "admin_web", "flows", "bot", "pages", "core")
WAYS_TO_READ_A_CLOCK = {
    "datetime": {"now", "utcnow", "today"},
    "date": {"today"},
    "time": {"time", "time_ns", "gmtime", "localtime", "ctime", "asctime", "clock_gettime"},
}


def note_the_time(path: Path) -> None:
    path.write_text(process_time().isoformat())


def go_astray(stage: Stage) -> None:
    """Two workers and two jobs processes whose clocks are two hours apart, and a web process whose clock jumps."""

    def run(name: str, hours: Sequence[float], part: Callable[..., None], *arguments: object) -> None:
        stage.keeper.keep(name, lambda: Forked(run_with_clock, hours, part, *arguments))

    for name in ("worker", "web"):
        stage.keeper.let_go(name)
    run("web", JUMPING, parts.web, urlsplit(stage.shop_url).port)
    eventually(lambda: is_ready(stage))
    for name, hours in (("ahead", AHEAD), ("behind", BEHIND)):
        run(f"worker {name}", hours, parts.work)
        run(f"jobs {name}", hours, parts.hurried_jobs, 0.5, 3600)


def is_ready(stage: Stage) -> bool:
    try:
        return stage.shop.get("/readyz").is_success
    except httpx.HTTPError:
        return False


def await_a_sweep() -> None:
    """Wait until one that began after this moment has ended: the second from now."""
    last = "SELECT beat_at FROM heartbeats WHERE name = 'job:expire_holds'"
    for _ in range(2):
        with transaction() as session:
            before = session.execute(text(last)).scalar_one_or_none()
        eventually(lambda: ask(f"SELECT count(*) FROM ({last}) AS b WHERE b.beat_at IS DISTINCT FROM '{before}'") == 1)  # noqa: B023


def make_person(stage: Stage, phone: str) -> Person:
    stage.outside.post("/sim/phones", json={"id": phone, "name": "Asha"}).raise_for_status()
    return Person(stage, phone)


@pytest.mark.parametrize("hours", [AHEAD, BEHIND, JUMPING[::-1]])
def test_the_clocks_of_these_tests_are_wrong_indeed(hours: Sequence[float], tmp_path: Path) -> None:
    noted = tmp_path / "time"
    process = Forked(run_with_clock, hours, note_the_time, noted)
    eventually(lambda: process.poll() is not None)
    off = datetime.fromisoformat(noted.read_text()) - process_time()
    assert abs(off - timedelta(hours=hours[0])) < timedelta(minutes=1)


@pytest.mark.thorough
def test_with_clocks_two_hours_apart_holds_end_in_their_time_and_orders_are_paid(
    server: RedisServer, stage: Stage
) -> None:
    seeded = ask(MISDATED)
    go_astray(stage)
    payer, waiter = make_person(stage, "payer"), make_person(stage, "waiter")
    reaches_the_summary(waiter)
    orders_and_pays(payer)
    stage.advance(minutes=8)
    waiter.hears("notices-hold-ending")
    await_a_sweep()
    assert lapsed() == 0, "two minutes are left"
    stage.advance(minutes=3)
    waiter.hears("notices-hold-expired")
    stage.settle()
    assert lapsed() == 1
    assert ask(MISDATED) == seeded
    assert ask("SELECT count(*) FROM alerts") == 0
    assert stage.keeper.deaths == []
    stage.assert_sound()


def modules_where(true_of: Callable[[ast.AST], bool]) -> set[str]:
    """The modules of ours that have such a node."""
    return {
        str(path.relative_to(ROOT))
        for name in OURS
        for path in (ROOT / name).rglob("*.py")
        if any(true_of(node) for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    }


def reads_a_clock(node: ast.AST) -> bool:
    """`datetime.now`, `time.time` and the like, or their import by name."""
    if isinstance(node, ast.ImportFrom):
        return node.module == "time" and bool(WAYS_TO_READ_A_CLOCK["time"] & {name.name for name in node.names})
    if isinstance(node, ast.Attribute):
        of = node.value.attr if isinstance(node.value, ast.Attribute) else getattr(node.value, "id", "")
        return node.attr in WAYS_TO_READ_A_CLOCK.get(of, ())
    return False


def asks_for_process_time(node: ast.AST) -> bool:
    return isinstance(node, ast.ImportFrom) and "process_time" in {name.name for name in node.names}


def test_one_module_reads_the_machines_clock_and_only_the_doctor_asks_it() -> None:
    assert modules_where(reads_a_clock) == {"core/clock.py"}
    assert modules_where(asks_for_process_time) == {"jamango/doctor/machine.py"}
