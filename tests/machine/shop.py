"""A whole shop without threads of its own: the worker's pieces run when the test says so, and may die in the middle."""

from __future__ import annotations

import copy
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import text
from sqlmodel import Session

from bot.reply_senders import LeasedReply, ReplySenders
from bot.sender import Sender
from bot.templates import push
from bot.whatsapp_api import WhatsAppApi
from core.checkpoints import Checkpoint, install_hook
from core.clock import move_clock, read_now
from core.db import forget_engines, transaction
from core.payments.gateway_razorpay import RazorpayGateway
from core.payments.runner import reconcile_next, run_next_call
from core.settings import Settings
from jamango.demo.seed import seed_demo
from jamango.inbox_events import apply_delivery_statuses, handle_one_news
from jamango.turns import take_turn
from simulator.application import create_application
from simulator.configuration import Configuration
from tests.machine.post import Letter, Post
from tests.support.clusters import Cluster, current_settings
from tests.support.doors import open_doors
from tests.support.kept_client import KeptClient
from tests.support.servers import free_place
from tests.support.world import shop_environment

MOMENT = datetime(2027, 5, 12, 3, 30, 5, tzinfo=UTC)  # nine in the morning in the shop, in the season
MOST_PIECES = 2000
PIECES = ("turn", "send", "call", "look", "statuses", "news")


# Which pieces have something to do; asking each of them would cost six transactions.
DUE = text(
    """
    WITH clock AS MATERIALIZED (SELECT jamango_now() AS now),
    events AS (SELECT kind FROM inbox, clock WHERE status = 'pending'
                  AND (next_attempt_at IS NULL OR next_attempt_at <= clock.now)),
    intents AS (SELECT kind FROM outbox, clock WHERE status IN ('pending', 'leased')
                   AND next_attempt_at <= clock.now AND (leased_until IS NULL OR leased_until <= clock.now)),
    looks AS (SELECT next_look_at FROM payment_links UNION ALL SELECT next_look_at FROM refunds)
    SELECT CASE kind WHEN 'message' THEN 'turn' WHEN 'status' THEN 'statuses' ELSE 'news' END FROM events
    UNION SELECT CASE WHEN kind IN ('message', 'notice') THEN 'send' ELSE 'call' END FROM intents
    UNION SELECT 'look' FROM looks, clock WHERE next_look_at <= clock.now
    """
)


class SimulatedCrash(BaseException):
    """The worker's process ends here. No `except Exception` of the shop may stop it."""


class Quarter:
    """What lives as long as all examples: the outside world, the post, a PostgreSQL with the demo shop in it."""

    def __init__(self, cluster: Cluster, patch: pytest.MonkeyPatch, outside_url: str, shop_url: str, app: Any) -> None:
        self.cluster = cluster
        self.patch = patch
        self.post: Post = app
        self.outside = KeptClient(outside_url)
        self.door = KeptClient(shop_url)
        self.template = _seed_template(cluster, patch)
        self.templates: dict[Any, Any] = {}

    @contextmanager
    def open_shop(self, world: Any) -> Iterator[Shop]:
        """A fresh shop in a fresh world, both at `MOMENT`."""
        with self.cluster.lend(self.template) as name:
            self.patch.setenv("JAMANGO_DATABASE_URL", self.cluster.url_of(name))
            yield from self._run(world, current_settings())

    def _run(self, world: Any, settings: Settings) -> Iterator[Shop]:
        self.post.open(open_doors())
        try:
            self.outside.post("/sim/reset", json={})
            ahead = MOMENT - datetime.now(UTC)  # noqa: TID251 - how far both worlds are from the machine's clock
            self.outside.post("/sim/clock", json={"offset_seconds": ahead.total_seconds()})
            if not self.templates:
                push(settings)
                self.templates = copy.deepcopy(world.facts.templates)
            world.facts.templates = copy.deepcopy(self.templates)
            shop = Shop(self)
            yield shop
            shop.close()
        finally:
            self.post.close()
            forget_engines(close=True)


class OneReplySender(ReplySenders):
    """Sends an answer at once and in the same thread, so that its death is the worker's."""

    def __init__(self, sender: Sender) -> None:
        super().__init__(sender, lambda: None, size=1)
        self._bringer = sender

    def send(self, chat_id: int, reply: LeasedReply | None) -> None:
        if reply is not None:
            self._bringer.send_answer(reply.lease)


class Shop:
    """One shop with its outside world. While `has_reply_sender`, answers go out with their turn."""

    def __init__(self, quarter: Quarter) -> None:
        self.settings = current_settings()
        self.post = quarter.post
        self.outside = quarter.outside
        self._door = quarter.door
        self._api = WhatsAppApi(self.settings)
        self._gateway = RazorpayGateway(self.settings)
        self.sender = Sender(self.settings, self._api)
        self.has_reply_sender = True
        self._pieces: dict[str, Callable[[], bool]] = {
            "turn": lambda: take_turn(lambda *_: None, OneReplySender(self.sender) if self.has_reply_sender else None),
            "send": self._send_next,
            "call": lambda: run_next_call(self._gateway),
            "look": lambda: reconcile_next(self._gateway),
            "statuses": apply_delivery_statuses,
            "news": handle_one_news,
        }

    def close(self) -> None:
        self._api.close()
        self._gateway.close()

    # the worker

    def work(self) -> None:
        """Everything that is due, until nothing is."""
        self.sender = Sender(self.settings, self._api)
        for _ in range(MOST_PIECES):
            due = self._find_due()
            if sum(self._pieces[name]() for name in PIECES if name in due) == 0:
                return
        raise AssertionError("the work never ends")

    def _find_due(self) -> set[str]:
        with transaction() as session:
            return set(session.execute(DUE).scalars())

    def _send_next(self) -> bool:
        return self.sender.send_next()

    def work_a_little(self, piece: str) -> None:
        self._pieces[piece]()

    def crash_at(self, checkpoint: Checkpoint, nth: int) -> bool:
        """Work until the worker dies at the nth passing of a point; False when it never comes there."""
        mine, left = threading.get_ident(), [nth]

        def die(reached: Checkpoint) -> None:
            if reached is checkpoint and threading.get_ident() == mine:
                left[0] -= 1
                if left[0] == 0:
                    raise SimulatedCrash(checkpoint)

        remove = install_hook(die)
        try:
            self.work()
        except SimulatedCrash:
            return True
        finally:
            remove()
        return False

    # the post and the outside

    def collect(self) -> None:
        """Wait until the outside has given the post all it has to say."""
        while self.ask("POST", "/sim/settle", {"timeout_seconds": 0})["pending"]:
            continue

    def deliver(self, *, statuses: bool = False, backwards: bool = False, copies: int = 1, most: int = 999) -> None:
        """Bring what waits at the post to the doors; delivery statuses only when asked for."""
        self.collect()
        due = [letter for letter in self.post.waiting if statuses or not letter.is_status]
        for letter in (due[::-1] if backwards else due)[:most]:
            self.post.waiting.remove(letter)
            for _ in range(copies):
                self.hand_over(letter)

    def hand_over(self, letter: Letter) -> None:
        self.post.hand_over(self._door, letter)

    def live(self, *, statuses: bool = False) -> None:
        """Deliver and work until nothing is left to deliver."""
        for _ in range(MOST_PIECES):
            self.deliver(statuses=statuses)
            self.work()
            self.collect()
            if all(letter.is_status and not statuses for letter in self.post.waiting):
                return
        raise AssertionError("the worlds never come to rest")

    def ask(self, method: str, path: str, content: Any = None) -> Any:
        """Ask the outside's control API, which must agree."""
        answer = self.outside.request(method, path, json=content)
        assert answer.status_code < 400, (path, content, answer.text)
        return answer.json() if answer.content else None

    def try_ask(self, path: str, content: Any) -> Any | None:
        """POST to the control API; None when it says no, as it does to a payment of an expired link."""
        answer = self.outside.post(path, json=content)
        assert answer.status_code < 500, answer.text
        return answer.json() if answer.status_code < 400 else None

    def switch(self, **switches: Any) -> None:
        self.ask("PUT", "/sim/switches", switches)

    def advance(self, minutes: float) -> None:
        """Move both worlds' clock."""
        assert self.ask("POST", "/sim/clock", {"advance_seconds": minutes * 60})["shop"] == "moved"

    # the books

    def read(self, query: str, **values: Any) -> list[Any]:
        with transaction() as session:
            return list(session.execute(text(query), values).all())

    def do(self, work: Callable[[Session, datetime], Any]) -> Any:
        """One verb of core in a transaction of its own."""
        with transaction() as session:
            return work(session, read_now(session))


def _seed_template(cluster: Cluster, patch: pytest.MonkeyPatch) -> str:
    name = cluster.copy(cluster.template)
    patch.setenv("JAMANGO_DATABASE_URL", cluster.url_of(name))
    current_settings()
    with transaction() as session:
        move_clock(session, MOMENT - datetime.now(UTC))  # noqa: TID251 - as above
        seed_demo(session, read_now(session))
    forget_engines(close=True)
    return cluster.keep_as_template(name)


@contextmanager
def opened_quarter(cluster: Cluster) -> Iterator[Callable[[], AbstractContextManager[Shop]]]:
    """Serve the outside and the post; gives what opens one shop after another, as a context."""
    with free_place() as shop_place, free_place() as outside_place:
        shop_url, outside_url = shop_place.address, outside_place.address
        configuration = Configuration(
            app_url=shop_url, public_url=outside_url, pair_rate_seconds=0, throughput_per_second=0
        )
        with pytest.MonkeyPatch.context() as patch:
            for name, value in shop_environment(configuration, shop_url, outside_url).items():
                patch.setenv(f"JAMANGO_{name}", value)
            patch.setenv("JAMANGO_PAIR_RATE_SECONDS", "0")
            patch.setenv("JAMANGO_SEND_RATE", "100000")
            application, post = create_application(configuration), Post()
            with outside_place.serving(application), shop_place.serving(post):
                quarter = Quarter(cluster, patch, outside_url, shop_url, post)
                yield lambda: quarter.open_shop(application.state.world)
                quarter.outside.close()
                quarter.door.close()
    current_settings()
