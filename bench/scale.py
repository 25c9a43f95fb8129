"""scale: fsck, pruning and claiming at a million orders and five million events, beside the same at a tenth of it.

Run by name only (`python -m bench scale`): it takes about a quarter of an hour and some 10 GB in the temporary folder.
"""

import time
from collections.abc import Callable, Sequence
from functools import partial
from statistics import median

import psycopg
from rich.console import Console
from sqlalchemy import text

from bench.figures import Figure, at_most
from bench.history import Size, make_history
from bench.stage import Stage
from core.clock import read_now
from core.db import forget_engines, transaction
from core.errors import Fault
from core.inbox.claims import claim_others
from core.inbox.pruning import prune_payloads
from core.inbox.tables import InboxKind
from core.inbox.turns import claim_turns
from core.invariants import RULES, look, plan, read_bounds
from core.orders.actions import expire_lapsed_orders
from core.outbox.pruning import prune_bodies
from core.payments.reminding import remind_before_hold_ends
from jamango.inspection import inspect_everything, inspect_newest

SMALL = Size(orders=100_000, customers=10_000)
LARGE = Size()
QUICK = (Size(orders=5_000, customers=500), Size(orders=20_000, customers=2_000))
WAITING = (2_000, 10_000)
TIMES = 15

# One message each of that many chats waits, none of which has been claimed.
LET_WAIT = text(
    """
    INSERT INTO inbox (provider, event_key, kind, chat_id, payload, sent_at, received_at)
    SELECT 'whatsapp', 'wamid.waits.' || id, 'message', id, '{}', jamango_now(), jamango_now() FROM chats
     WHERE customer_id IS NOT NULL ORDER BY id LIMIT :most
    """
)
# What a day makes ready to be forgotten, once more: words are put back into old rows.
REMEMBER = (
    "UPDATE inbox SET payload = 'x' WHERE id IN (SELECT id FROM inbox WHERE payload = '' ORDER BY id LIMIT 20000)",
    "UPDATE outbox SET body = '{\"key\": \"x\"}' WHERE id IN (SELECT id FROM outbox WHERE body = '{}' ORDER BY id"
    " LIMIT 20000)",
)


def measure(stage: Stage, console: Console, *, quick: bool = False) -> list[Figure]:
    """The same questions of a small and of a large history."""
    figures = []
    for size in QUICK if quick else (SMALL, LARGE):
        name = stage.copy()
        stage.use(name)
        _fill(stage.admin_url_of(name), size, console)
        at = f"{size.orders:,} orders, {size.orders * size.events_per_order:,} events"
        console.print(f"scale: asking at {at}", style="dim")
        figures += [*_ask_rules(at), *_ask_work(at), *_ask_claims(at)]
        forget_engines(close=True)
    return figures


def _fill(url: str, size: Size, console: Console) -> None:
    began = time.perf_counter()
    with psycopg.connect(url, autocommit=True) as wire:
        make_history(wire, size)
        bytes_used = wire.execute("SELECT pg_database_size(current_database())").fetchone()
    assert bytes_used is not None
    console.print(
        f"scale: {size.orders:,} orders in {time.perf_counter() - began:.0f} s, {bytes_used[0] / 1e9:.1f} GB",
        style="dim",
    )


def _ask_rules(at: str) -> list[Figure]:
    began = time.perf_counter()
    found = inspect_everything()
    whole = time.perf_counter() - began
    if found.violations or found.unanswered:
        raise Fault(f"The history's books are not sound: {found.violations[:3]} {found.unanswered}")
    rounds = [_timed(lambda: inspect_newest(keep_marks=True)) for _ in range(3)]
    slowest = max(_slowest_statements())
    return [
        Figure("scale", f"fsck --full at {at}", whole, "s"),
        Figure("scale", "a round of fsck by the jobs", median(rounds), "s", min(rounds), max(rounds), at_most(120)),
        Figure("scale", f"its slowest statement ({slowest[1]})", 1000 * slowest[0], "ms", promise=at_most(10_000)),
    ]


def _slowest_statements() -> list[tuple[float, str]]:
    """The seconds of each statement of one round, and its rule."""
    with transaction() as session:
        bounds = read_bounds(session)
        asked = [(rule, span) for rule in RULES for span in plan(rule, bounds, 0).spans]
        session.execute(text("SET LOCAL enable_seqscan = off"))
        return [(_timed(partial(look, session, rule, span)), rule.name) for rule, span in asked]


def _ask_work(at: str) -> list[Figure]:
    """The periodic jobs: with nothing to do, and a batch of forgetting."""
    del at
    with transaction() as session:
        session.execute(text("SET LOCAL statement_timeout = 0"))
        for statement in REMEMBER:
            session.execute(text(statement))
    with transaction() as session:
        now = read_now(session)
        inbox = [_timed(lambda: prune_payloads(session, now, limit=1000)) for _ in range(TIMES)]
        outbox = [_timed(lambda: prune_bodies(session, now, limit=1000)) for _ in range(TIMES)]
        expire = [_timed(lambda: expire_lapsed_orders(session, now, limit=0)) for _ in range(TIMES)]
        remind = [_timed(lambda: remind_before_hold_ends(session, now, limit=0)) for _ in range(TIMES)]
        session.rollback()
    names = ("pruning a thousand events", "pruning a thousand messages", "expire_holds, none", "remind, none")
    return [_in_ms(name, taken) for name, taken in zip(names, (inbox, outbox, expire, remind), strict=True)]


def _ask_claims(at: str) -> list[Figure]:
    del at
    figures = []
    for waiting in WAITING:
        with transaction() as session:
            session.execute(text("DELETE FROM inbox WHERE status = 'pending'"))
            session.execute(LET_WAIT, {"most": waiting})
            session.execute(text("ANALYZE inbox"))
        figures.append(_in_ms(f"claiming a chat, {waiting:,} wait", [_claim(claim_turns) for _ in range(TIMES)]))
    figures.append(_in_ms("claiming news, none", [_claim(_claim_news) for _ in range(TIMES)]))
    return figures


def _claim_news(session: object) -> None:
    claim_others(session, InboxKind.NEWS, 1)  # type: ignore[arg-type]


def _claim(claim: Callable[..., object]) -> float:
    with transaction() as session:
        taken = _timed(lambda: claim(session))
        session.rollback()
    return taken


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _in_ms(name: str, taken: Sequence[float]) -> Figure:
    return Figure("scale", name, 1000 * median(taken), "ms", 1000 * min(taken), 1000 * max(taken))
