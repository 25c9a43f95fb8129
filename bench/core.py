"""core: a filled cart held and confirmed as cash on delivery, through the core and by hand in SQL."""

import threading
import time
from collections.abc import Callable
from functools import partial

from rich.console import Console
from sqlalchemy import text

from bench.buyers import serve_all
from bench.customers import CUSTOMERS, customer_ids, fill_carts
from bench.figures import Figure, at_least, over_rounds
from bench.handmade import open_pool, order_by_hand
from bench.stage import Stage
from bench.usage import Watch
from core.checkout.basket import Channel
from core.clock import read_now
from core.db import forget_engines, in_transaction, transaction
from core.errors import Fault
from core.orders.actions import confirm_cash_order, place_cart

ROUNDS = 4
BUYERS = (1, 8, 32)
CONNECTIONS = 20  # of one process; more buyers than that wait their turn, in both ways
GATE = threading.BoundedSemaphore(CONNECTIONS)
COUNT = text("SELECT count(*) FROM orders WHERE status = 'confirmed'")


def measure(stage: Stage, console: Console, *, quick: bool = False) -> list[Figure]:
    """Both ways in alternating rounds, for each number of buyers; then for eight who all want the same."""
    settings = stage.use(stage.copy())
    with transaction() as session:
        customers = customer_ids(session)
    rounds = 1 if quick else ROUNDS
    figures = []
    with open_pool((settings.database_url or "").replace("+psycopg", ""), CONNECTIONS) as pool:
        ours, by_hand = partial(_order, customers), lambda number: order_by_hand(pool, customers[number])
        for warm_up in (ours, by_hand):
            _round(warm_up, 8, same=False)
        for buyers, same in (*((number, False) for number in BUYERS), (8, True)):
            what = f"{buyers} buyer{'s' if buyers > 1 else ''}{', same fruit and slot' if same else ''}"
            console.print(f"core: {what}", style="dim")
            figures += _compare(what, [partial(_round, way, buyers, same=same) for way in (ours, by_hand)], rounds)
    forget_engines(close=True)
    return figures


def _compare(what: str, ways: list[Callable[[], float]], rounds: int) -> list[Figure]:
    ours, by_hand = ways
    pairs, cpu, others = [], [], []
    for _ in range(rounds):
        watch, began = Watch({}), time.process_time()
        rate = ours()
        cpu.append(1000 * (time.process_time() - began) / CUSTOMERS)
        pairs.append((rate, by_hand()))
        others.append(watch.stop().others)
    promise = at_least(400) if what == "8 buyers" else None
    rates = [rate for rate, _ in pairs]
    return [
        over_rounds("core", f"hold → confirm, {what}", rates, "/s", promise=promise, others=max(others)),
        over_rounds("core", f"  by hand in SQL, {what}", [hand for _, hand in pairs], "/s"),
        over_rounds("core", f"  ratio, {what}", [rate / hand for rate, hand in pairs], "×"),
        over_rounds("core", f"  CPU in Python, {what}", cpu, "ms each"),
    ]


def _order(customers: list[int], number: int) -> None:
    """As a chat does it: the summary holds, a later message confirms."""
    with GATE:
        order_id = in_transaction(
            lambda session: place_cart(session, customers[number], Channel.WHATSAPP, read_now(session)).id
        )
    with GATE:
        in_transaction(lambda session: confirm_cash_order(session, order_id, read_now(session)))


def _round(order: Callable[[int], None], buyers: int, *, same: bool) -> float:
    with transaction() as session:
        fill_carts(session, same=same)
        before = session.execute(COUNT).scalar_one()
    rate = serve_all(order, CUSTOMERS, buyers=buyers)
    with transaction() as session:
        made = session.execute(COUNT).scalar_one() - before
    if made != CUSTOMERS:
        raise Fault(f"{made} orders were confirmed instead of {CUSTOMERS}.")
    return rate
