"""orders: whole conversations by webhook, from "hi" to the confirmation of an order paid in cash."""

import asyncio
import time
from collections.abc import Iterator
from itertools import count

import psycopg
from rich.console import Console

from bench.customers import CUSTOMERS
from bench.figures import Figure, at_least, over_rounds
from bench.load import Wire
from bench.outside import Person, PretendMeta
from bench.stage import UNPACED, Shop, Stage
from bench.usage import Watch
from core.errors import Fault
from jamango.launcher.ports import LOOPBACK, free_port

BUYERS = (1, 8, 32)
ORDERS = {1: 40, 8: 160, 32: 200}
ROUNDS = 3
WARM_UP = 24
STEPS = ("picks_variety", "picks_pack", "checks_out", "picks_slot", "pays_cash")
COUNT = "SELECT count(*) FROM orders WHERE status = 'confirmed'"


def measure(stage: Stage, console: Console, *, quick: bool = False) -> list[Figure]:
    """Conversations per second at so many buyers, and what an order costs in CPU. Pacing is off."""
    figures = []
    for buyers in BUYERS:
        console.print(f"orders: {buyers} buyers", style="dim")
        figures += _measure(stage, buyers, 1 if quick else ROUNDS)
    return figures


def _measure(stage: Stage, buyers: int, rounds: int) -> list[Figure]:
    port = free_port()
    rates, cpu, others = [], [], []
    settings = {**UNPACED, "WHATSAPP_API_URL": f"http://{LOOPBACK}:{port}"}
    with stage.shop("web", "worker", settings=settings) as shop:
        customers = count()
        asyncio.run(_sell(shop, port, customers, buyers, WARM_UP))
        for _ in range(rounds):
            watch = Watch(shop.pids)
            rates.append(asyncio.run(_sell(shop, port, customers, buyers, ORDERS[buyers])))
            usage = watch.stop()
            cpu.append(usage.milliseconds_each(ORDERS[buyers], "web", "worker"))
            others.append(usage.others)
        _count(shop, WARM_UP + rounds * ORDERS[buyers])
    what = f"{buyers} buyers" if buyers > 1 else "1 buyer"
    promise = at_least(60) if buyers == 8 else None
    return [
        over_rounds("orders", f"hi → confirmed, {what}", rates, "/s", promise=promise, others=max(others)),
        over_rounds("orders", f"  CPU web + worker, {what}", cpu, "ms each"),
    ]


async def _sell(shop: Shop, port: int, customers: Iterator[int], buyers: int, orders: int) -> float:
    numbers = iter([next(customers) for _ in range(orders)])
    async with PretendMeta(port) as meta:

        async def buy_and_buy() -> None:
            wire = Wire(shop.url)
            for number in numbers:
                await _buy(Person(number % CUSTOMERS, wire, meta), number)
            wire.close()

        began = time.perf_counter()
        await asyncio.gather(*(buy_and_buy() for _ in range(buyers)))
        return orders / (time.perf_counter() - began)


async def _buy(person: Person, number: int) -> None:
    """Six messages there, six back; what is picked differs from buyer to buyer."""
    await person.says("menu")
    heard = await person.hears()
    for trigger in STEPS:
        await person.taps(heard, trigger, number)
        heard = await person.hears()


def _count(shop: Shop, expected: int) -> None:
    """The regular's order of the demo is delivered, so the confirmed ones are ours."""
    with psycopg.connect((shop.settings.database_url or "").replace("+psycopg", "")) as wire:
        row = wire.execute(COUNT).fetchone()
    if row is None or row[0] != expected:
        raise Fault(f"{row} orders were confirmed instead of {expected}.")
