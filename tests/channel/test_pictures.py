"""A picture takes its time on the way: what was written to follow it is not shown before it (fault F72)."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO

import pytest
from PIL import Image as Drawing

from bot import sender
from bot.messages import Button, Buttons, Image, OutgoingMessage, Picture
from core.clock import read_now
from core.customers.actions import recognise
from core.db import transaction
from core.outbox.actions import enqueue
from core.outbox.leases import lease_next, mark_sent
from core.outbox.pictures import hold_back_the_next
from core.outbox.statuses import StatusNews, apply_statuses
from core.outbox.tables import DeliveryStatus, MessageClass, OutboxKind
from jamango.errands import apply_delivery_statuses
from tests.support.desk import CUSTOMER, FOUNDER, Desk

PATIENCE = 20.0


class SlowHost:
    """A web host of pictures that keeps whoever fetches one waiting."""

    def __init__(self) -> None:
        self.lets_go = threading.Event()
        content = BytesIO()
        Drawing.new("RGB", (8, 8), "orange").save(content, "PNG")
        host = self

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                host.lets_go.wait(PATIENCE)
                self.send_response(200)
                self.end_headers()
                self.wfile.write(content.getvalue())

            def log_message(self, *_: object) -> None:
                """Nothing: a test's output is for failures."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    @property
    def picture(self) -> Picture:
        return Picture(link=f"http://127.0.0.1:{self._server.server_port}/kesar.png")

    def close(self) -> None:
        self.lets_go.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(PATIENCE)


@pytest.fixture
def host() -> Iterator[SlowHost]:
    running = SlowHost()
    yield running
    running.close()


def show(desk: Desk, message: OutgoingMessage, who: str = CUSTOMER) -> None:
    desk.enqueue(who, OutboxKind.MESSAGE, {"message": message.to_graph()}, MessageClass.REPLY, answers_id=1)


def send_what_is_due(desk: Desk) -> None:
    while desk.sender.send_next():
        pass


def arrive(desk: Desk, host: SlowHost) -> None:
    """Meta gets the picture at last, delivers it, and says so."""
    host.lets_go.set()
    desk.settle()
    while apply_delivery_statuses():
        pass


def test_control_without_the_wait_words_overtake_the_picture(
    desk: Desk, host: SlowHost, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sender, "hold_back_the_next", lambda *_: None)
    desk.meet()
    show(desk, Image(host.picture, "Kesar"))
    desk.say("How many?")
    send_what_is_due(desk)
    arrive(desk, host)
    assert desk.texts() == ["How many?", "Kesar"], "the race has gone, so the tests below prove nothing"


def test_words_wait_until_the_picture_is_there(desk: Desk, host: SlowHost) -> None:
    desk.meet()
    show(desk, Image(host.picture, "Kesar"))
    desk.say("How many?")
    desk.say("And when?")
    send_what_is_due(desk)
    assert desk.states() == ["done", "pending", "pending"]
    arrive(desk, host)
    send_what_is_due(desk)
    desk.settle()
    assert desk.texts() == ["Kesar", "How many?", "And when?"]
    assert {row.error for row in desk.rows()} == {""}


def test_a_picture_above_words_is_waited_for_too(desk: Desk, host: SlowHost) -> None:
    desk.meet()
    show(desk, Buttons("Kesar from Gir", (Button("n:x:", "Order"),), header=host.picture))
    desk.say("How many?")
    send_what_is_due(desk)
    assert desk.states() == ["done", "pending"]
    arrive(desk, host)
    send_what_is_due(desk)
    assert desk.texts() == ["Kesar from Gir", "How many?"]


def test_nobody_waits_longer_than_three_seconds(desk: Desk, host: SlowHost) -> None:
    desk.meet()
    desk.switch(statuses=False)
    show(desk, Image(host.picture, "Kesar"))
    desk.say("How many?")
    send_what_is_due(desk)
    desk.advance(seconds=2)
    send_what_is_due(desk)
    assert desk.states() == ["done", "pending"]
    desk.advance(seconds=1.5)
    send_what_is_due(desk)
    assert desk.states() == ["done", "done"]


def test_other_chats_do_not_wait(desk: Desk, host: SlowHost) -> None:
    desk.meet()
    desk.employ_founder()
    show(desk, Image(host.picture, "Kesar"))
    desk.say("How many?")
    desk.say("Good morning", FOUNDER)
    send_what_is_due(desk)
    assert desk.states() == ["done", "pending"]
    assert desk.texts(FOUNDER) == ["Good morning"]


def test_a_picture_that_cannot_be_shown_holds_nothing_up(desk: Desk) -> None:
    desk.meet()
    show(desk, Image(Picture(link="http://127.0.0.1:9/nothing.png"), "Kesar"))
    desk.say("How many?")
    send_what_is_due(desk)
    desk.settle()
    while apply_delivery_statuses():
        pass
    send_what_is_due(desk)
    assert desk.texts() == ["How many?"]
    assert desk.states() == ["done", "done"]


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("status", [DeliveryStatus.DELIVERED, DeliveryStatus.READ, DeliveryStatus.FAILED])
def test_news_that_overtakes_our_own_record_leaves_nobody_waiting(status: DeliveryStatus) -> None:
    with transaction() as session:
        now = read_now(session)
        person = recognise(session, phone="910000000102", user_id=None, parent_user_id=None, name="Arjun", now=now)
        for _ in range(2):
            enqueue(session, OutboxKind.MESSAGE, {"message": {"type": "image", "image": {}}}, chat_id=person.chat_id)
        picture = lease_next(session, 0)
        assert picture is not None
        apply_statuses(session, [StatusNews("wamid.1", status, opaque=picture.opaque)], now)
        mark_sent(session, picture, "wamid.1", None)
        hold_back_the_next(session, picture.id, picture.chat_id)
        assert lease_next(session, 0) is not None
