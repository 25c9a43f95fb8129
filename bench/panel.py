"""panel: the office at 200,000 orders, first page and thousandth, with any filter, and the plans of what is slow.

Server time: the whole request in this process, rendering included, without a network.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import httpx
import psycopg
from rich.console import Console
from sqlalchemy import text
from sqlmodel import Session

from admin_web.area import OFFICE
from bench.figures import Figure, at_most
from bench.history import Size, make_history
from bench.stage import Stage
from core.actor import Actor, Role
from core.changes.feed import ChangeFeed
from core.clock import read_now
from core.db import forget_engines, transaction
from core.ids import new_browser_token
from core.query import Query, Rows
from core.sessions.actions import begin_session
from core.sessions.queries import Owner
from core.sessions.rules import hash_token
from core.settings import get_settings
from core.staff.actions import add_staff
from jamango.app import create_app
from pages.cookies import cookie_name
from pages.paging import SIZE, Cursor

ORDERS, QUICK = 200_000, 5_000
TIMES = 20
PAGE = 1_000
LIMIT_MS = 100
LISTS = (
    "/admin/orders", "/admin/orders?status=cancelled", "/admin/orders?status=confirmed&day=today",
    "/admin/orders?payment=cash-due", "/admin/orders?payment=cash-paid&channel=web", "/admin/orders?channel=phone",
    "/admin/orders?waiting=yes", "/admin/orders?apartment=2&status=expired", "/admin/orders?q=customer",
    "/admin/orders?q=customer+123", "/admin/orders?q=00123", "/admin/orders?q=B-1203&status=delivered",
    "/admin/orders?payment=parked&channel=office&apartment=3", "/admin/customers", "/admin/customers?q=customer+77",
    "/admin/money", "/admin/money?status=returned", "/admin/money/days", "/admin/packing", "/admin/reports",
    "/admin/reports?by=variety", "/admin/reports?by=apartment", "/admin/reports?by=window", "/admin", "/admin/inbox",
    "/admin/audit",
    "/admin/audit?who=staff", "/admin/audit?what=order", "/admin/audit?what=zone", "/admin/audit?what=order&who=staff",
    "/admin/audit?what=zone&who=staff", "/admin/audit?q=H123", "/admin/audit?thing=order:1123",
)  # fmt: skip
OLDER_LINE = "SELECT id, at FROM audit_log ORDER BY id DESC OFFSET :skip LIMIT 1"
OLDER = "SELECT id, placed_at FROM orders ORDER BY id DESC OFFSET :skip LIMIT 1"


class Slowest:
    """The statement that took longest while it was watched, with its values."""

    def __init__(self) -> None:
        self.seconds, self.query, self.values = 0.0, "", {}  # type: ignore[var-annotated]

    @contextmanager
    def watching(self) -> Iterator[None]:
        run = Query.run

        def timed(query: Query, session: Session, values: Any) -> Rows:
            began = time.perf_counter()
            rows = run(query, session, values)
            taken = time.perf_counter() - began
            if taken > self.seconds:
                self.seconds, self.query, self.values = taken, query.sql, dict(values)
            return rows

        Query.run = timed  # type: ignore[method-assign]
        try:
            yield
        finally:
            Query.run = run  # type: ignore[method-assign]

    def explain(self) -> str:
        with transaction() as session:
            plan = Query(f"EXPLAIN (ANALYZE, BUFFERS) {self.query}", plans_anew=True).run(session, self.values)
            return "\n".join(row[0] for row in plan)


def measure(stage: Stage, console: Console, *, quick: bool = False) -> list[Figure]:
    """The p95 of each page in milliseconds; what takes longer than promised is shown with its plan."""
    name, orders = stage.copy(), QUICK if quick else ORDERS
    stage.use(name)
    began = time.perf_counter()
    with psycopg.connect(stage.admin_url_of(name), autocommit=True) as wire:
        make_history(wire, Size(orders=orders, events_per_order=0, messages_per_order=0, customers=orders // 10))
    console.print(f"panel: {orders:,} orders in {time.perf_counter() - began:.0f} s", style="dim")
    figures = asyncio.run(_measure(console, 3 if quick else TIMES))
    forget_engines(close=True)
    return figures


async def _measure(console: Console, times: int) -> list[Figure]:
    app = create_app()
    app.state.changes = ChangeFeed(get_settings())
    transport = httpx.ASGITransport(app, raise_app_exceptions=True, client=("127.0.0.1", 4711))
    async with httpx.AsyncClient(
        transport=transport, base_url="http://127.0.0.1:8000", cookies=_signed_in()
    ) as browser:
        known = [path for path in [*LISTS, *_later_pages()] if (await browser.get(path)).status_code == 200]
        return [await _time(browser, path, times, console) for path in known]


async def _time(browser: httpx.AsyncClient, path: str, times: int, console: Console) -> Figure:
    slowest, taken = Slowest(), []
    with slowest.watching():
        for _ in range(times):
            began = time.perf_counter()
            (await browser.get(path)).raise_for_status()
            taken.append(1000 * (time.perf_counter() - began))
    p95 = sorted(taken)[max(0, round(0.95 * len(taken)) - 1)]
    if p95 > LIMIT_MS:
        console.print(f"panel: {path}: {p95:.0f} ms\n{slowest.explain()}", style="dim")
    return Figure("panel", f"{path[:60]} (p95)", p95, "ms", min(taken), max(taken), at_most(LIMIT_MS))


def _later_pages() -> Sequence[str]:
    """The thousandth page of whole lists and of filtered ones."""
    skip = {"skip": (PAGE - 1) * SIZE}
    with transaction() as session:
        order = session.execute(text(OLDER), skip).one_or_none()
        line = session.execute(text(OLDER_LINE), skip).one_or_none()
    if order is None or line is None:
        return []
    orders, lines = f"after={Cursor(order.placed_at, order.id)}", f"after={Cursor(line.at, line.id)}"
    return [f"/admin/orders?{orders}", f"/admin/orders?status=delivered&{orders}", f"/admin/audit?{lines}",
            f"/admin/audit?what=order&{lines}", f"/admin/audit?who=staff&{lines}"]  # fmt: skip


def _signed_in() -> dict[str, str]:
    """The cookie of a founder who has just said who she is."""
    secret = new_browser_token()
    with transaction() as session:
        now = read_now(session)
        founder = add_staff(session, "Bench", "910000000190", role=Role.FOUNDER, language="en",
                            actor=Actor.system("bench"), now=now)  # fmt: skip
        owner = Owner(staff_id=founder.id)
        begin_session(session, OFFICE.name, hash_token(secret), owner, browser="", now=now, ends_at=now + OFFICE.lasts)
    return {cookie_name(OFFICE.name, secure=False): secret}
