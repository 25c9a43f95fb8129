"""A picture takes its time on the way: what was written to follow it is not shown before it (fault F72)."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO

import pytest
from PIL import Image as Drawing

from bot import attempt
from bot.messages import Button, Buttons, Image, OutgoingMessage, Picture
from bot.pictures import take_picture_off
from core.checkpoints import Checkpoint, install_hook
from core.clock import read_now
from core.db import transaction
from core.outbox.actions import enqueue
from core.outbox.messages import lease_message, mark_sent
from core.outbox.pictures import hold_back_the_next
from core.outbox.statuses import StatusNews, apply_statuses
from core.outbox.tables import DeliveryStatus, MessageClass, OutboxKind
from core.recognition.actions import recognise
from jamango.inbox_events import apply_delivery_statuses
from jamango.turns import take_turn
from tests.support.desk import CUSTOMER, FOUNDER, Desk
from tests.support.patience import PATIENCE_SECONDS


class SlowHost:
    """A web host of pictures that keeps whoever fetches one waiting."""

    def __init__(self) -> None:
        self.lets_go = threading.Event()
        content = BytesIO()
        Drawing.new("RGB", (8, 8), "orange").save(content, "PNG")
        host = self

        class Answer(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                host.lets_go.wait(PATIENCE_SECONDS)
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
        self._thread.join(PATIENCE_SECONDS)


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
    monkeypatch.setattr(attempt, "hold_back_the_next", lambda *_: None)
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


def test_an_answer_to_a_tap_on_the_pictures_own_button_does_not_wait_for_it(desk: Desk, host: SlowHost) -> None:
    """Another worker answers the tap before our own record of the picture is written, and no news of it comes."""
    desk.meet()
    desk.switch(statuses=False)
    host.lets_go.set()
    show(desk, Buttons("Kesar from Gir", (Button("n:wants_menu:", "See mangoes"),), header=host.picture))

    def tap_at_once(reached: Checkpoint) -> None:
        if reached is Checkpoint.AFTER_META_ACCEPTED and len(desk.rows()) == 1:
            tap(desk, "n:wants_menu:")
            desk.say("This is the menu")

    forget = install_hook(tap_at_once)
    try:
        assert desk.sender.send_next()
    finally:
        forget()
    send_what_is_due(desk)
    assert desk.texts() == ["Kesar from Gir", "This is the menu"]


def test_a_tap_on_the_picture_lets_go_what_waited_for_it(desk: Desk, host: SlowHost) -> None:
    desk.meet()
    desk.switch(statuses=False)
    host.lets_go.set()
    show(desk, Buttons("Kesar from Gir", (Button("n:wants_menu:", "See mangoes"),), header=host.picture))
    desk.say("How many?")
    send_what_is_due(desk)
    assert desk.states() == ["done", "pending"]
    tap(desk, "n:wants_menu:")
    assert take_turn(lambda *_: None)
    send_what_is_due(desk)
    assert desk.states() == ["done", "done", "done"]
    assert desk.texts()[:2] == ["Kesar from Gir", "How many?"]


def test_a_tap_on_something_else_lets_nothing_go(desk: Desk, host: SlowHost) -> None:
    desk.meet()
    desk.switch(statuses=False)
    host.lets_go.set()
    show(desk, Buttons("Good morning", (Button("n:wants_menu:", "See mangoes"),)))
    send_what_is_due(desk)
    show(desk, Image(host.picture, "Kesar"))
    desk.say("How many?")
    send_what_is_due(desk)
    tap(desk, "n:wants_menu:", place=0)
    assert take_turn(lambda *_: None)
    assert [row.error for row in desk.rows()][2].startswith("waits for the picture")


def tap(desk: Desk, button: str, place: int = -1) -> None:
    """On the newest message that the phone shows, or on another one."""
    shown = desk.screen()[place]["id"]
    taps = {"message_id": shown, "id": button}
    desk.outside.post(f"/sim/phones/{CUSTOMER}/tap", json=taps).raise_for_status()
    desk.settle()


def test_other_chats_do_not_wait(desk: Desk, host: SlowHost) -> None:
    desk.meet()
    desk.employ_founder()
    show(desk, Image(host.picture, "Kesar"))
    desk.say("How many?")
    desk.say("Good morning", FOUNDER)
    send_what_is_due(desk)
    assert (desk.states(), desk.states(FOUNDER)) == (["done", "pending"], ["done"])
    arrive(desk, host)
    assert desk.texts(FOUNDER) == ["Good morning"]


def test_a_picture_that_meta_cannot_fetch_goes_once_more_without_it(desk: Desk) -> None:
    """Meta says so after the 200. What waits behind it comes behind it, and the founder hears of it once."""
    nowhere = Picture(link="http://127.0.0.1:9/nothing.png")
    desk.meet()
    show(desk, Buttons("Kesar from Gir", (Button("n:x:", "Order"),), header=nowhere))
    show(desk, Image(nowhere, "Langra"))
    desk.say("How many?")
    work_it_off(desk)
    assert desk.texts() == ["Kesar from Gir", "Langra", "How many?"]
    assert desk.screen()[0]["payload"]["interactive"]["action"]["buttons"][0]["reply"]["id"] == "n:x:"
    assert [row.edition for row in desk.rows()] == [1, 1, 0]
    assert desk.states() == ["done"] * 3
    assert desk.alerts() == {"pictures-failed"}


def test_the_alert_is_closed_by_the_first_picture_that_arrives(desk: Desk, host: SlowHost) -> None:
    desk.meet()
    show(desk, Image(Picture(link="http://127.0.0.1:9/nothing.png"), "Langra"))
    work_it_off(desk)
    assert desk.alerts() == {"pictures-failed"}
    host.lets_go.set()
    show(desk, Image(host.picture, "Kesar"))
    work_it_off(desk)
    assert desk.alerts() == set()


@pytest.mark.parametrize("asynchronous", [True, False])
@pytest.mark.parametrize("mode", ["131052", "131053"])
def test_without_it_once_and_not_again(desk: Desk, mode: str, asynchronous: bool) -> None:
    desk.meet()
    desk.fail_next(mode, times=9, asynchronous=asynchronous)
    show(desk, Image(Picture(link="http://127.0.0.1:9/nothing.png"), "Kesar"))
    work_it_off(desk)
    (row,) = desk.rows()
    assert (row.edition, row.error_code) == (1, int(mode))
    assert desk.texts() == []


def test_a_picture_without_words_is_not_replaced_by_nothing(desk: Desk) -> None:
    desk.meet()
    show(desk, Image(Picture(link="http://127.0.0.1:9/nothing.png")))
    desk.say("How many?")
    work_it_off(desk)
    assert desk.texts() == ["How many?"]
    assert desk.alerts() == {"pictures-failed"}


def work_it_off(desk: Desk) -> None:
    for _ in range(4):
        send_what_is_due(desk)
        desk.settle()
        while apply_delivery_statuses():
            pass


@pytest.mark.parametrize("kind", ["image", "video", "document"])
def test_taking_the_picture_off(kind: str) -> None:
    words = {"body": "Kesar", "preview_url": False}
    assert take_picture_off({"type": kind, kind: {"link": "x", "caption": "Kesar"}}) == {"type": "text", "text": words}
    assert take_picture_off({"type": kind, kind: {"link": "x"}}) is None
    interactive = {"type": "button", "header": {"type": kind, kind: {"link": "x"}}, "body": {"text": "Kesar"}}
    bare = {"type": "interactive", "interactive": {"type": "button", "body": {"text": "Kesar"}}}
    assert take_picture_off({"type": "interactive", "interactive": interactive}) == bare
    for other in (bare, {"type": "text", "text": words}, {"type": "audio", "audio": {"id": "7"}}, {}):
        assert take_picture_off(other) is None


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("status", [DeliveryStatus.DELIVERED, DeliveryStatus.READ, DeliveryStatus.FAILED])
def test_news_that_overtakes_our_own_record_leaves_nobody_waiting(status: DeliveryStatus) -> None:
    with transaction() as session:
        now = read_now(session)
        person = recognise(session, phone="910000000102", user_id=None, parent_user_id=None, name="Arjun", now=now)
        for _ in range(2):
            enqueue(session, OutboxKind.MESSAGE, {"message": {"type": "image", "image": {}}}, chat_id=person.chat_id)
        picture = lease_message(session, 0)
        assert picture is not None
        apply_statuses(session, [StatusNews("wamid.1", status, opaque=picture.opaque)])
        mark_sent(session, picture, "wamid.1", None)
        hold_back_the_next(session, picture.id, picture.chat_id, picture.now)
        assert lease_message(session, 0) is not None
