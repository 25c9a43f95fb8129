"""reply: from somebody's words on the webhook to our answer at Meta, through the real web process and worker."""

import asyncio
from collections.abc import Awaitable, Callable
from itertools import count

from rich.console import Console

from bench.figures import Figure, Promise, at_least, at_most, over_rounds
from bench.load import Outcome, Wire
from bench.outside import Person, PretendMeta
from bench.stage import UNPACED, Shop, Stage
from bench.usage import Watch
from jamango.launcher.ports import LOOPBACK, free_port

IDLE_MESSAGES = 100
SECONDS_BETWEEN_IDLE = 0.03
WAVES, CHATS_AT_ONCE = 15, 30
CHATS = (1, 8, 32)
MANY = 8
MESSAGES = {1: 300, 8: 1600, 32: 2400}
ROUNDS = 3
# In turn, because who says the same again and again is taken for a machine and gets no answer.
GREETINGS = ("hi", "hello")
# What somebody says whom the shop has never met: every third message is a stranger's first.
STRANGER_SAYS = ("hi", "menu", "cart")
FIRST_STRANGER = 1_000_000
STRANGERS = count(FIRST_STRANGER)

Work = Callable[[Shop, PretendMeta], Awaitable[list[float]]]


def measure(stage: Stage, console: Console, *, quick: bool = False) -> list[Figure]:
    """Latency with the pacing of every day, then rate and CPU with pacing off."""
    port = free_port()
    meta_url = {"WHATSAPP_API_URL": f"http://{LOOPBACK}:{port}"}
    with stage.shop("web", "worker", settings=meta_url) as shop:
        console.print("reply: latency", style="dim")
        idle = _play(shop, port, _one_at_a_time)
        waves = _play(shop, port, _in_waves)
    figures = [
        _latency("p50, one chat, idle", idle, 0.5, 50),
        _latency("p95, one chat, idle", idle, 0.95),
        _latency(f"p50, {CHATS_AT_ONCE} chats at once", waves, 0.5),
        _latency(f"p95, {CHATS_AT_ONCE} chats at once", waves, 0.95, 1000),
    ]
    rounds = 1 if quick else ROUNDS
    with stage.shop("web", "worker", settings={**meta_url, **UNPACED}) as shop:
        _play(shop, port, _flooding(8, 400))
        for chats in CHATS:
            console.print(f"reply: rate with {chats} chats", style="dim")
            at = f"{chats} chats" if chats > 1 else "1 chat"
            rate, cost = (at_least(450), at_most(2.2)) if chats == MANY else (None, None)
            work = _flooding(chats, MESSAGES[chats])
            figures += _measure_rate(shop, port, work, at, rounds=rounds, rate=rate, cost=cost)
        console.print(f"reply: rate with strangers in {MANY} chats", style="dim")
        work = _flooding_by_strangers(MANY, MESSAGES[MANY])
        figures += _measure_rate(shop, port, work, f"{MANY} chats of strangers", rounds=rounds, rate=at_least(380))
    return figures


def _play(shop: Shop, port: int, work: Work) -> tuple[Outcome, float]:
    async def run() -> tuple[Outcome, float]:
        async with PretendMeta(port) as meta:
            await work_once(meta)
            watch = Watch({})
            latencies = await work(shop, meta)
            usage = watch.stop()
            return Outcome(latencies, 0, usage.seconds), usage.others

    async def work_once(meta: PretendMeta) -> None:
        """Everybody's first word, which opens connections and meets nobody's cache."""
        await asyncio.gather(*(_greet(_person(shop, meta, number)) for number in range(CHATS_AT_ONCE + 2)))

    return asyncio.run(run())


def _person(shop: Shop, meta: PretendMeta, number: int) -> Person:
    return Person(number, Wire(shop.url), meta)


async def _greet(person: Person) -> float:
    return await _say(person, GREETINGS[person.messages % len(GREETINGS)])


async def _say(person: Person, words: str) -> float:
    began = await person.says(words)
    return (await person.hears()).at - began


async def _one_at_a_time(shop: Shop, meta: PretendMeta) -> list[float]:
    latencies = []
    people = [_person(shop, meta, number) for number in range(8)]
    for number in range(IDLE_MESSAGES):
        latencies.append(await _greet(people[number % len(people)]))
        await asyncio.sleep(SECONDS_BETWEEN_IDLE)
    return latencies


async def _in_waves(shop: Shop, meta: PretendMeta) -> list[float]:
    people = [_person(shop, meta, number) for number in range(CHATS_AT_ONCE)]
    return [latency for _ in range(WAVES) for latency in await asyncio.gather(*map(_greet, people))]


def _flooding(chats: int, total: int) -> Work:
    """So many chats, each writing again as soon as it is answered."""

    async def flood(shop: Shop, meta: PretendMeta) -> list[float]:
        async def chat(number: int) -> list[float]:
            person = _person(shop, meta, number)
            return [await _greet(person) for _ in range(total // chats)]

        return [latency for latencies in await asyncio.gather(*map(chat, range(chats))) for latency in latencies]

    return flood


def _flooding_by_strangers(chats: int, total: int) -> Work:
    """The same, but whoever writes has never written before, says three things, and makes way for the next stranger."""

    async def flood(shop: Shop, meta: PretendMeta) -> list[float]:
        async def chat() -> list[float]:
            wire, latencies = Wire(shop.url), []
            for _ in range(total // chats // len(STRANGER_SAYS)):
                person = Person(next(STRANGERS), wire, meta)
                latencies += [await _say(person, words) for words in STRANGER_SAYS]
            return latencies

        return [latency for latencies in await asyncio.gather(*(chat() for _ in range(chats))) for latency in latencies]

    return flood


def _measure_rate(
    shop: Shop,
    port: int,
    work: Work,
    at: str,
    *,
    rounds: int,
    rate: Promise | None = None,
    cost: Promise | None = None,
) -> list[Figure]:
    rates, cpu, database, others = [], [], [], []
    for _ in range(rounds):
        watch = Watch(shop.pids)
        outcome, busy = _play(shop, port, work)
        usage = watch.stop()
        handled = len(outcome.latencies) + CHATS_AT_ONCE + 2
        rates.append(outcome.rate)
        cpu.append(usage.milliseconds_each(handled, "web", "worker"))
        database.append(usage.milliseconds_each(handled, "postgres"))
        others.append(busy)
    return [
        over_rounds("reply", f"replies, {at}", rates, "/s", promise=rate, others=max(others)),
        over_rounds("reply", f"CPU web + worker, {at}", cpu, "ms each", promise=cost),
        over_rounds("reply", f"CPU PostgreSQL, {at}", database, "ms each"),
    ]


def _latency(name: str, measured: tuple[Outcome, float], share: float, limit: float | None = None) -> Figure:
    outcome, others = measured
    promise = at_most(limit) if limit else None
    return Figure("reply", name, outcome.percentile(share), "ms", promise=promise, others=others)
