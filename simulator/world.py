"""Everything the outside world knows, held in the memory of one event loop."""

from __future__ import annotations

import ssl
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import httpx

from simulator.books import Books
from simulator.clock import Clock
from simulator.configuration import Configuration
from simulator.deliveries import Deliveries, Manner
from simulator.events import Events
from simulator.meta import envelopes
from simulator.pacing import Pacing
from simulator.phones import Message, Phone
from simulator.razorpay import envelopes as razorpay_envelopes
from simulator.switches import FROM_CONFIGURATION, Switches
from simulator.tasks import Tasks

Entity = dict[str, Any]


@cache
def _trusted() -> ssl.SSLContext:
    """Whom we believe on https, read once for all worlds of a process: it takes a thirtieth of a second."""
    return ssl.create_default_context()


@dataclass(slots=True)
class Media:
    """A file at Meta. `until` is unix seconds: 30 days for an upload, 7 for what a person sent.

    Only an upload of the shop's own (`uploaded`) can be named in a message that it sends.
    """

    id: str
    mime_type: str
    content: bytes
    filename: str | None
    until: float
    uploaded: bool = False


@dataclass
class Facts:
    """What `reset` forgets: people, messages, files, templates, and all of Razorpay's entities by id."""

    phones: dict[str, Phone] = field(default_factory=dict)
    messages: dict[str, Message] = field(default_factory=dict)
    media: dict[str, Media] = field(default_factory=dict)
    templates: dict[tuple[str, str], Entity] = field(default_factory=dict)
    flows: dict[str, Entity] = field(default_factory=dict)
    links: dict[str, Entity] = field(default_factory=dict)
    orders: dict[str, Entity] = field(default_factory=dict)
    qr_codes: dict[str, Entity] = field(default_factory=dict)
    payments_of_qrs: dict[str, list[str]] = field(default_factory=dict)
    payments: dict[str, Entity] = field(default_factory=dict)
    refunds: dict[str, Entity] = field(default_factory=dict)
    refund_keys: dict[str, tuple[str, str]] = field(default_factory=dict)
    last_seq: int = 0


class World:
    """One outside world: its facts, clock, trouble, books, and the ways in which it tells the shop and the page."""

    def __init__(self, configuration: Configuration) -> None:
        self.configuration = configuration
        self.clock = Clock(configuration.clock_offset_seconds)
        self.switches = Switches({name: getattr(configuration, name) for name in FROM_CONFIGURATION})
        self.events = Events()
        self.pacing = Pacing()
        self.tasks = Tasks()
        self.sweeping = Tasks()
        self.facts = Facts()
        self.books = Books()
        self.numbers: dict[str, Phone] = {}
        self.user_ids: dict[str, Phone] = {}
        self.references: dict[str, str] = {}
        self.subscribed = True
        self.profile: Entity = {}
        self.fetched: dict[str, tuple[float, str | None]] = {}
        self.fetcher: httpx.AsyncClient | None = None
        self.meta_webhooks = Deliveries(
            self.shop_address,
            Manner(configuration.meta_retry_seconds, None, 10, takes_any_2xx=False),
            lambda contents: envelopes.wrap(configuration, contents),
            self._meta_tried,
        )
        self.razorpay_webhooks = Deliveries(
            self.shop_address,
            Manner(configuration.razorpay_retry_seconds, configuration.razorpay_deliveries, 5, takes_any_2xx=True),
            lambda contents: razorpay_envelopes.wrap(configuration, contents[0]),
            self._razorpay_tried,
        )

    def shop_address(self) -> str:
        """Where the shop is at this moment."""
        return self.configuration.app_url.rstrip("/")

    async def open(self) -> None:
        """Ready the connection that fetches pictures and moves the shop's clock."""
        self.fetcher = httpx.AsyncClient(
            trust_env=False, timeout=self.configuration.media_timeout_seconds, verify=_trusted()
        )

    async def close(self) -> None:
        """Stop all work and let go of all connections."""
        self.events.close()
        await self.sweeping.cancel_all()
        await self.tasks.cancel_all()
        await self.meta_webhooks.close()
        await self.razorpay_webhooks.close()
        if self.fetcher is not None:
            await self.fetcher.aclose()

    async def forget(self) -> None:
        """Become a new world with the same configuration."""
        await self.tasks.cancel_all()
        await self.meta_webhooks.forget()
        await self.razorpay_webhooks.forget()
        self.clear_facts()
        self.pacing.clear()
        self.fetched.clear()
        self.switches.reset()
        self.apply_switches()

    def clear_facts(self) -> None:
        """Nobody, nothing, and the time of the start."""
        self.facts = Facts()
        self.books = Books()
        self.clock.offset_seconds = self.configuration.clock_offset_seconds
        self.index()

    def index(self) -> None:
        """Make people findable by number and user id, and links by reference, again."""
        self.numbers = {phone.phone: phone for phone in self.facts.phones.values() if phone.phone}
        self.user_ids = {phone.user_id: phone for phone in self.facts.phones.values()}
        links = self.facts.links.values()
        self.references = {link["reference_id"]: link["id"] for link in links if link["reference_id"]}

    def apply_switches(self) -> None:
        """Let the webhooks know of changed trouble."""
        switches = self.switches
        self.meta_webhooks.batch = max(1, int(switches["batch_webhooks"]))
        self.meta_webhooks.reorder = switches["reorder_webhooks"]
        self.meta_webhooks.delay_seconds = switches["webhook_delay_seconds"]
        self.meta_webhooks.double = (switches["duplicate_webhooks"], switches["duplicate_copies"])
        self.razorpay_webhooks.reorder = switches["reorder_razorpay_webhooks"]
        self.razorpay_webhooks.double = (
            1.0 if switches["repeat_razorpay_webhooks"] else 0.0,
            1 + switches["repeat_razorpay_webhooks"],
        )

    def take_trouble(self, switch: str, **facts: object) -> Entity | None:
        """The trouble that applies to this call, if any; the page sees how much of it is left."""
        trouble = self.switches.take(switch, **facts)
        if trouble is not None:
            self.events.tell("switches", self.switches.describe())
        return trouble

    def next_seq(self) -> int:
        """The next place in the order of all messages."""
        self.facts.last_seq += 1
        return self.facts.last_seq

    def pending(self) -> int:
        """How much of ours is still under way to the shop."""
        return self.tasks.count + len(self.meta_webhooks.pending) + len(self.razorpay_webhooks.pending)

    def phone_changed(self, phone: Phone) -> None:
        """Tell the page about a person's window, typing, number or unread count."""
        self.events.tell("phone", {"phone": phone.describe(with_messages=False)})

    def _meta_tried(self, contents: list[Entity], status: int | None) -> None:
        for content in contents:
            message = self.facts.messages.get(content.get("message_id", ""))
            if message is None:
                continue
            message.attempts += 1
            if status == 200:
                message.deliveries += 1
                self._note_arrival(message)

    def _note_arrival(self, message: Message) -> None:
        if message.deliveries == 1:
            self.books.inbound.append(message)
            if message.status == "sent":
                message.status = "delivered"
                self.events.tell(
                    "status", {"phone_id": message.phone_id, "message_id": message.id, "status": "delivered"}
                )

    def _razorpay_tried(self, contents: list[Entity], status: int | None) -> None:
        for content in contents:
            record = content["record"]
            record["attempts"] += 1
            record["answers"].append(status)
            if status is not None and 200 <= status < 300:
                record["delivered"] += 1
