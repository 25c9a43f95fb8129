"""Many customers write while processes die, and Meta repeats, reorders, fails and hangs; then everything is counted."""

from __future__ import annotations

import random  # noqa: TID251 - the type of seeded dice
import signal
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import httpx
from sqlalchemy import text

from core.db import transaction
from tests.crash.stage import Stage
from tests.support import parts
from tests.support.keeper import Forked

# Always answered, with one message each; who says the same again and again is taken for a machine.
WORDS = ("help", "language")
MOST_IN_A_BURST = 4


LEAST_DEATHS = 2
SECONDS_TO_SEE_A_DEATH = 0.2


@dataclass(frozen=True)
class Plan:
    """How much, how long, how rough. Times are seconds."""

    messages: int
    customers: int
    lasts: float
    between_deaths: tuple[float, float]
    fail: float = 0.05
    hang: float = 0.01
    twice: float = 0.3
    statuses: bool = True
    signal: signal.Signals = signal.SIGKILL


@dataclass(frozen=True)
class Tally:
    """What the rows and the outside world say afterwards."""

    sent: int
    handled: int
    counted: int
    answered: int
    arrived: int
    copies: int
    most_copies: int
    troubled: int
    given_up: int
    overtaken: int
    out_of_order: int
    deaths: Counter[str]
    seconds_to_drain: float

    @property
    def share_of_copies(self) -> float:
        return self.copies / max(1, self.arrived)

    def show(self) -> str:
        return (
            f"{self.sent} sent, {self.handled} handled, {self.answered} answered, {self.arrived} arrived, "
            f"{self.copies} copies ({self.share_of_copies:.1%}, at most {self.most_copies} of one), "
            f"{self.troubled} troubled by Meta, {self.given_up} given up, "
            f"{self.overtaken} handled out of order, {self.out_of_order} sent out of order, "
            f"deaths {dict(self.deaths)}, quiet {self.seconds_to_drain:.1f} s after the last one"
        )


def soak(stage: Stage, plan: Plan, dice: random.Random) -> Tally:
    """Let it happen, wait for quiet, count."""
    phones = [f"soaked-{number}" for number in range(plan.customers)]
    make_phones(stage, phones)
    stage.keeper.keep("second-worker", lambda: Forked(parts.work, fuses=stage.fuses))
    stage.switch(
        duplicate_webhooks=plan.twice,
        reorder_webhooks=True,
        statuses=plan.statuses,
        fail_sends=[
            {"mode": "500", "probability": plan.fail},
            {"mode": "timeout_after_acceptance", "probability": plan.hang, "hang_seconds": 3},
        ],
    )
    with deaths(stage, plan, random.Random(dice.random())):
        write(stage, plan, phones, dice)
    began = time.monotonic()
    stage.switch(fail_sends=[], duplicate_webhooks=0)
    drain(stage)
    tally = count(stage, plan, time.monotonic() - began)
    sys.stderr.write(f"soak: {tally.show()}\n")
    return tally


def make_phones(stage: Stage, names: list[str]) -> None:
    body = {"phones": [{"id": name, "name": "Asha"} for name in names]}
    stage.outside.post("/sim/phones", json=body).raise_for_status()


@contextmanager
def writing(stage: Stage, plan: Plan, phones: list[str], dice: random.Random) -> Iterator[None]:
    """People write while the block runs; it ends when they are done."""
    writer = threading.Thread(target=write, args=(stage, plan, phones, dice), daemon=True)
    writer.start()
    try:
        yield
    finally:
        writer.join()


def write(stage: Stage, plan: Plan, phones: list[str], dice: random.Random) -> None:
    """Bursts of one to four messages of one customer, spread over the time."""
    left, said = plan.messages, Counter[str]()
    pause = threading.Event()
    began = time.monotonic()
    while left:
        phone = dice.choice(phones)
        for _ in range(min(left, dice.randint(1, MOST_IN_A_BURST))):
            said[phone] += 1
            body = {"type": "text", "text": WORDS[said[phone] % len(WORDS)]}
            stage.outside.post(f"/sim/phones/{phone}/send", json=body).raise_for_status()
            left -= 1
        due = began + plan.lasts * (plan.messages - left) / plan.messages
        pause.wait(max(0.0, due - time.monotonic()))


@contextmanager
def deaths(stage: Stage, plan: Plan, dice: random.Random) -> Iterator[None]:
    """Kill the web process or a worker every now and then, until the block ends."""
    over = threading.Event()

    def kill() -> None:
        # A machine that is slow to bring processes back may not get to two deaths in the time: then it takes longer.
        while not over.wait(dice.uniform(*plan.between_deaths)) or len(stage.keeper.deaths) < LEAST_DEATHS:
            stage.keeper.kill(dice.choice(["web", "worker", "second-worker"]), plan.signal)
            if over.is_set():
                pause.wait(SECONDS_TO_SEE_A_DEATH)

    pause = threading.Event()

    killer = threading.Thread(target=kill, daemon=True)
    killer.start()
    try:
        yield
    finally:
        over.set()
        killer.join()


def drain(stage: Stage) -> None:
    """Wait until nothing is under way, which after a death takes a lease's time."""
    for _ in range(20):
        try:
            stage.settle()
        except (AssertionError, httpx.HTTPError):
            continue
        return
    raise AssertionError("it never becomes quiet")


GIVEN_UP = "SELECT id FROM outbox WHERE kind = 'message' AND status = 'dead'"
QUESTIONS = {
    "handled": "SELECT count(*) FROM inbox WHERE kind = 'message' AND status = 'handled'",
    "counted": "SELECT coalesce(sum(turn), 0) FROM chats WHERE customer_id IS NOT NULL AND last_inbound_at IS NOT NULL",
    "answered": "SELECT count(DISTINCT answers_id) FROM outbox WHERE kind = 'message'",
    # Somebody's message was handled although an older one of his had been lying there for a while.
    "overtaken": """
        SELECT count(*) FROM inbox AS late JOIN inbox AS early USING (chat_id)
         WHERE late.kind = 'message' AND early.kind = 'message' AND (early.sent_at, early.id) < (late.sent_at, late.id)
           AND late.handled_at < early.handled_at AND early.received_at + interval '0.5 s' < late.handled_at
    """,
}


def count(stage: Stage, plan: Plan, seconds_to_drain: float) -> Tally:
    with transaction() as session:
        figures = {name: int(session.execute(text(query)).scalar_one()) for name, query in QUESTIONS.items()}
        given_up = set(session.execute(text(GIVEN_UP)).scalars())
    books = stage.books()
    arrived = [message for message in books["messages"] if str(message["phone_id"]).startswith("soaked-")]
    copies = Counter(message["callback_data"] for message in arrived)
    return Tally(
        sent=plan.messages,
        arrived=len(copies),
        copies=sum(copies.values()) - len(copies),
        most_copies=max(copies.values()),
        # Twice without a clear answer is the end of it, whether or not it had arrived: what did, is not lost.
        given_up=len(given_up - {row_of(message) for message in arrived}),
        troubled=sum(refusal["injected"] for refusal in books["refused"]),
        out_of_order=sum(count_inversions(messages) for messages in by_phone(arrived).values()),
        deaths=Counter(name for name, _ in stage.keeper.deaths),
        seconds_to_drain=seconds_to_drain,
        **figures,
    )


def by_phone(messages: list[dict[str, Any]]) -> dict[str, list[int]]:
    """For each phone the rows whose first copies arrived, in the order of arrival."""
    found: dict[str, dict[int, None]] = {}
    for message in messages:
        found.setdefault(message["phone_id"], {}).setdefault(row_of(message))
    return {phone: list(rows) for phone, rows in found.items()}


def row_of(message: Mapping[str, Any]) -> int:
    return int(message["callback_data"].split(".")[0])


def count_inversions(rows: list[int]) -> int:
    return sum(earlier > later for earlier, later in pairwise(rows))
