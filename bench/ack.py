"""ack: our webhook door beside a bare endpoint that verifies, inserts one row and commits."""

import asyncio
from contextlib import ExitStack

import psycopg
from rich.console import Console

from bench.figures import Figure, at_least, at_most, over_rounds
from bench.load import Outcome, Request, flood, pace
from bench.stage import ACCOUNTS, Stage, server_program
from bench.updates import text_update
from bench.usage import Watch
from core.clock import process_time
from core.errors import Fault
from jamango.launcher.ports import LOOPBACK, free_port

ROUNDS = 5
REQUESTS = 2500
WARM_UP = 500
FEW, MANY = 8, 32  # connections
EVENTS_PER_SECOND = 100
STEADY_SECONDS = 20
WRITERS = 60  # customers who write

Pair = tuple[Outcome, Outcome]  # ours and the bare endpoint's, of the same round

BARE_TABLE = "CREATE TABLE bench_bare (id bigserial PRIMARY KEY, body bytea NOT NULL, at timestamptz DEFAULT now())"


def measure(stage: Stage, console: Console, *, quick: bool = False) -> list[Figure]:
    """Throughput of both doors in alternating rounds on one database server, then ours at a steady rate."""
    rounds, requests = (2, 800) if quick else (ROUNDS, REQUESTS)
    with stage.shop("web") as shop, ExitStack() as stack:
        database = (shop.settings.database_url or "").replace("+psycopg", "")
        with psycopg.connect(database, autocommit=True) as wire:
            wire.execute(BARE_TABLE)
        port = free_port()
        values = {"BENCH_DATABASE_URL": database, "BENCH_SECRET": ACCOUNTS["WHATSAPP_APP_SECRET"]}
        stage.start(server_program("bare", "bench.bare:app", port, values), stack)
        bare = f"http://{LOOPBACK}:{port}"
        for url in (shop.url, bare):
            _flood(url, WARM_UP, MANY)
        watch = Watch({})
        pairs: dict[int, list[Pair]] = {FEW: [], MANY: []}
        for number in range(rounds):
            console.print(f"ack: round {number + 1} of {rounds}", style="dim")
            for connections, taken in pairs.items():
                taken.append(_side_by_side(shop.url, bare, requests, connections, ours_first=number % 2 == 0))
        others = watch.stop().others
        steady, busy = _hold_steady(shop.url, 5 if quick else STEADY_SECONDS)
    return [*_compare(pairs[FEW], others), *_compare_tails(pairs[MANY], others), *_describe(steady, busy)]


def _side_by_side(ours: str, bare: str, requests: int, connections: int, *, ours_first: bool) -> Pair:
    first, second = (_flood(url, requests, connections) for url in ((ours, bare) if ours_first else (bare, ours)))
    return (first, second) if ours_first else (second, first)


def _requests(total: int) -> list[Request]:
    now = int(process_time().timestamp())
    return [text_update(number % WRITERS, f"hello {number}", now) for number in range(total)]


def _flood(url: str, total: int, connections: int) -> Outcome:
    requests = _requests(total)
    return _sound(asyncio.run(flood(url, requests.__getitem__, total=total, connections=connections)))


def _hold_steady(url: str, seconds: int) -> tuple[Outcome, float]:
    total = EVENTS_PER_SECOND * seconds
    requests = _requests(total)
    watch = Watch({})
    outcome = asyncio.run(pace(url, requests.__getitem__, rate=EVENTS_PER_SECOND, total=total, connections=MANY))
    return _sound(outcome), watch.stop().others


def _sound(outcome: Outcome) -> Outcome:
    if outcome.failures:
        raise Fault(f"{outcome.failures} of {len(outcome.latencies)} webhooks were not answered 200.")
    return outcome


def _compare(pairs: list[Pair], others: float) -> list[Figure]:
    ratios = [ours.rate / bare.rate for ours, bare in pairs]
    return [
        over_rounds("ack", "throughput, ours / bare", ratios, "×", promise=at_least(1.0), others=others),
        over_rounds("ack", f"ours, {FEW} connections", [ours.rate for ours, _ in pairs], "/s"),
        over_rounds("ack", f"bare, {FEW} connections", [bare.rate for _, bare in pairs], "/s"),
        over_rounds("ack", "ours p99 when flooded", [ours.percentile(0.99) for ours, _ in pairs], "ms"),
    ]


def _compare_tails(pairs: list[Pair], others: float) -> list[Figure]:
    tails = [(ours.percentile(0.99), bare.percentile(0.99)) for ours, bare in pairs]
    at = f"{MANY} connections"
    ratios = [ours / bare for ours, bare in tails]
    return [
        over_rounds("ack", f"p99 at {at}, ours / bare", ratios, "×", promise=at_most(1.5), others=others),
        over_rounds("ack", f"ours p99, {at}", [ours for ours, _ in tails], "ms"),
        over_rounds("ack", f"bare p99, {at}", [bare for _, bare in tails], "ms"),
        over_rounds("ack", f"throughput at {at}, ours / bare", [ours.rate / bare.rate for ours, bare in pairs], "×"),
    ]


def _describe(steady: Outcome, others: float) -> list[Figure]:
    at = f"at {EVENTS_PER_SECOND} events/s"
    return [
        Figure("ack", f"p50 {at}", steady.percentile(0.5), "ms", promise=at_most(30), others=others),
        Figure("ack", f"p99 {at}", steady.percentile(0.99), "ms", promise=at_most(300), others=others),
    ]
