"""The shop's post desk for tests of the channel: real doors, core and sender, a pretend Meta over HTTP, no chat script.

Nothing runs by itself: `work()` does what the worker would do until all is quiet, so every story is told step by step.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlmodel import col, select

from bot.messages import Text
from bot.sender import Sender
from bot.templates import TemplateReport, push
from core.actor import Role
from core.chats.tables import Chat
from core.clock import read_now
from core.customers.actions import start_marketing
from core.customers.tables import Consent
from core.db import transaction
from core.outbox.actions import enqueue
from core.outbox.tables import MessageClass, OutboxItem, OutboxKind
from core.recognition.actions import recognise
from jamango.inbox_events import apply_delivery_statuses, handle_one_news
from simulator.application import create_application
from simulator.configuration import Configuration
from tests.support.clusters import current_settings
from tests.support.doors import open_doors
from tests.support.kept_client import KeptClient
from tests.support.morning import SECONDS_AHEAD
from tests.support.patience import PATIENCE_SECONDS
from tests.support.servers import free_place, open_client
from tests.support.world import shop_environment

MOST_STEPS = 400
CUSTOMER, FOUNDER = "regular", "founder"
PHONES = {CUSTOMER: "910000000102", FOUNDER: "910000000104", "new-customer": "910000000101"}


class Desk:
    """One shop with its WhatsApp. People are named by their phone in the simulator."""

    def __init__(self, shop_url: str, outside_url: str) -> None:
        self.shop = open_client(shop_url)
        self.outside = KeptClient(outside_url)
        self.settings = current_settings()
        self.sender = Sender(self.settings)
        self.chats: dict[str, int] = {}

    def close(self) -> None:
        self.sender.api.close()
        self.shop.close()
        self.outside.close()

    # people

    def meet(self, who: str = CUSTOMER) -> int:
        """Somebody writes to us: the window opens on both sides. Returns the chat."""
        self.outside.post(f"/sim/phones/{who}/send", json={"type": "text", "text": "hi"}).raise_for_status()
        self.settle()
        user_id = next(p for p in self.outside.get("/sim/state").json()["phones"] if p["id"] == who)["user_id"]
        with transaction() as session:
            now = read_now(session)
            person = recognise(
                session, phone=PHONES[who], user_id=user_id, parent_user_id=None, name=who.title(), now=now
            )
            session.get_one(Chat, person.chat_id).last_inbound_at = now
            session.execute(text("UPDATE inbox SET status = 'handled', handled_at = jamango_now()"))
        self.chats[who] = person.chat_id
        return person.chat_id

    def employ_founder(self) -> int:
        """A founder whose chat is open."""
        with transaction() as session:
            staff = session.execute(
                text("INSERT INTO staff (name, role) VALUES ('Lakshmi', :role) RETURNING id"), {"role": Role.FOUNDER}
            ).scalar_one()
            session.execute(
                text("INSERT INTO identities (kind, value, staff_id) VALUES ('phone', :phone, :staff)"),
                {"phone": PHONES[FOUNDER], "staff": staff},
            )
        return self.meet(FOUNDER)

    def agree_to_offers(self, who: str = CUSTOMER) -> None:
        with transaction() as session:
            start_marketing(session, session.get_one(Chat, self.chats[who]).customer_id or 0)

    def offers_wanted(self, who: str = CUSTOMER) -> bool:
        """What the newest consent to marketing says."""
        with transaction() as session:
            customer_id = session.get_one(Chat, self.chats[who]).customer_id
            statement = select(Consent).where(Consent.customer_id == customer_id, Consent.purpose == "marketing")
            newest = session.exec(statement.order_by(col(Consent.id).desc())).first()
            return newest is not None and newest.granted

    def forget_phones(self) -> None:
        """As if nobody had ever shown a number."""
        with transaction() as session:
            session.execute(text("DELETE FROM identities WHERE kind = 'phone'"))

    # the shop

    def push_templates(self) -> TemplateReport:
        """Hand in our templates and hear of their approval."""
        report = push(self.settings)
        self.work()
        return report

    def say(self, words: str, who: str = CUSTOMER) -> None:
        """A worded reply to what was written last."""
        with transaction() as session:
            answers_id = session.execute(text("SELECT max(id) FROM inbox")).scalar_one()
        body = {"message": Text(words).to_graph()}
        self.enqueue(who, OutboxKind.MESSAGE, body, MessageClass.REPLY, answers_id)

    def tell(
        self, key: str, who: str = CUSTOMER, message_class: MessageClass = MessageClass.ORDER, **values: Any
    ) -> None:
        """A notice."""
        self.enqueue(who, OutboxKind.NOTICE, {"key": key, "values": values}, message_class)

    def enqueue(
        self,
        who: str,
        kind: OutboxKind,
        body: dict[str, Any],
        message_class: MessageClass,
        answers_id: int | None = None,
    ) -> None:
        with transaction() as session:
            enqueue(session, kind, body, chat_id=self.chats[who], message_class=message_class, answers_id=answers_id)

    def work(self) -> None:
        """Send, and take in what Meta says, until all that is due is done."""
        for _ in range(MOST_STEPS):
            sent = self.sender.send_next()
            self.settle()
            if not (sent or apply_delivery_statuses() or handle_one_news()):
                return
        raise AssertionError("the work never ends")

    def rows(self, who: str = CUSTOMER) -> list[OutboxItem]:
        """Everything in the outbox for somebody, in order."""
        with transaction() as session:
            statement = select(OutboxItem).where(OutboxItem.chat_id == self.chats[who])
            return list(session.exec(statement.order_by(col(OutboxItem.id))))

    def states(self, who: str = CUSTOMER) -> list[str]:
        return [row.status.value for row in self.rows(who)]

    def alerts(self) -> set[str]:
        with transaction() as session:
            return set(session.execute(text("SELECT code FROM alerts WHERE resolved_at IS NULL")).scalars())

    def make_due(self) -> None:
        """As if the time of every waiting message had come."""
        with transaction() as session:
            session.execute(
                text("UPDATE outbox SET next_attempt_at = jamango_now() - interval '1 s' WHERE status = 'pending'")
            )

    # the outside

    def settle(self) -> None:
        self.outside.post("/sim/settle", json={"timeout_seconds": PATIENCE_SECONDS}).raise_for_status()

    def switch(self, **switches: Any) -> None:
        self.outside.put("/sim/switches", json=switches).raise_for_status()

    def fail_next(self, mode: str, times: int = 1, **how: Any) -> None:
        """The next sends go wrong."""
        self.switch(fail_sends=[{"mode": mode, "next": times, **how}])

    def advance(self, **duration: float) -> None:
        """Move both worlds' clock."""
        seconds = timedelta(**duration).total_seconds()
        self.outside.post("/sim/clock", json={"advance_seconds": seconds}).raise_for_status()

    def screen(self, who: str = CUSTOMER) -> list[dict[str, Any]]:
        """What arrived on a phone, once all that is on its way is there (a picture is fetched first)."""
        self.settle()
        shown = self.outside.get(f"/sim/phones/{who}/messages").json()
        return [message for message in shown if message["direction"] == "to_phone"]

    def texts(self, who: str = CUSTOMER) -> list[str]:
        """The words of what arrived."""
        return [words_of(message) for message in self.screen(who)]

    def books(self) -> dict[str, Any]:
        answer = self.outside.get("/sim/books").json()
        assert isinstance(answer, dict)
        return answer


def words_of(message: dict[str, Any]) -> str:
    """The body of a message as the simulator shows it."""
    if message.get("template"):
        return str(message["template"]["body"])
    payload = message["payload"]
    kind = payload["type"]
    if kind == "interactive":
        return str(payload["interactive"]["body"]["text"])
    return str(payload[kind].get("body") or payload[kind].get("caption") or json.dumps(payload[kind]))


@contextmanager
def open_desk(monkeypatch: pytest.MonkeyPatch, **outside: Any) -> Iterator[Desk]:
    """Serve the shop's web doors and the outside on the environment's database."""
    with free_place() as shop_place, free_place() as outside_place:
        shop_url, outside_url = shop_place.address, outside_place.address
        configuration = Configuration(
            app_url=shop_url, public_url=outside_url, clock_offset_seconds=SECONDS_AHEAD, **outside
        )
        for name, value in shop_environment(configuration, shop_url, outside_url).items():
            monkeypatch.setenv(f"JAMANGO_{name}", value)
        current_settings()
        with outside_place.serving(create_application(configuration)), shop_place.serving(open_doors()):
            desk = Desk(shop_url, outside_url)
            try:
                yield desk
            finally:
                desk.close()
