"""Files on their way to staff: what Meta takes, and what follows when it does not hand one over."""

from __future__ import annotations

from typing import Any

import pytest

from bot.failures import Retry, SendFailed
from bot.forwarding import TRIES, forward_next
from bot.limits import MessageRefused
from bot.media_message import MediaMessage
from bot.whatsapp_api import WhatsAppApi
from core.outbox.tables import MessageClass, OutboxKind
from tests.support.desk import FOUNDER, Desk


class Meta:
    """A connection to Meta that fails in one way."""

    def __init__(self, retry: Retry) -> None:
        self.retry = retry

    def fetch_media(self, media_id: str) -> Any:
        raise SendFailed(self.retry, f"no {media_id} today")


def with_a_photo_for_her(desk: Desk) -> str:
    """A customer's photo waits to be sent on; returns Meta's id of it."""
    customer = desk.meet()
    desk.employ_founder()
    desk.outside.post("/sim/phones/regular/send", json={"type": "image"}).raise_for_status()
    sent = desk.outside.get("/sim/phones/regular/messages").json()
    media: str = next(message["payload"]["image"]["id"] for message in sent if message["type"] == "image")
    body = {"media": {"kind": "image", "id": media, "mime_type": "image/jpeg", "caption": "", "filename": ""},
            "about_chat_id": customer, "name": "Regular", "kind": "image"}  # fmt: skip
    desk.enqueue(FOUNDER, OutboxKind.FORWARD, body, MessageClass.STAFF)
    return media


def forward(desk: Desk, api: Any) -> None:
    desk.make_due()
    assert forward_next(api)


def test_an_id_that_came_by_webhook_cannot_be_sent_but_its_file_can(desk: Desk) -> None:
    media = with_a_photo_for_her(desk)
    with pytest.raises(SendFailed, match="was not uploaded"):
        desk.sender.api.send(None, "IN.x", f'{{"type": "image", "image": {{"id": "{media}"}}}}', "1.1")
    forward(desk, desk.sender.api)
    desk.work()
    assert [message["type"] for message in desk.screen(FOUNDER)] == ["image"]
    assert desk.states(FOUNDER) == ["done", "done"]


@pytest.mark.parametrize(
    ("retry", "times", "states"),
    [
        (Retry.NEVER, 1, ["dead", "pending"]),
        (Retry.RETRY, 1, ["pending"]),
        (Retry.RETRY, TRIES, ["dead", "pending"]),
        (Retry.AMBIGUOUS, TRIES, ["dead", "pending"]),
        (Retry.CIRCUIT, TRIES + 2, ["pending"]),
        (Retry.BACK_OFF, TRIES + 2, ["pending"]),
    ],
)
def test_what_meta_does_not_hand_over_is_tried_again_or_told(
    desk: Desk, retry: Retry, times: int, states: list[str]
) -> None:
    with_a_photo_for_her(desk)
    for _ in range(times):
        forward(desk, Meta(retry))
    assert desk.states(FOUNDER) == states
    if len(states) > 1:
        assert desk.rows(FOUNDER)[1].body["key"] == "alert-customer-file-lost"
    assert not forward_next(desk.sender.api), "nothing is due before its time"


@pytest.mark.parametrize("media_id", ["../../messages", "1?fields=x", "", "a/b", "\u0661"])
def test_no_id_of_a_file_leads_anywhere_else(desk: Desk, media_id: str) -> None:
    with pytest.raises(SendFailed) as failure:
        desk.sender.api.fetch_media(media_id)
    assert failure.value.retry is Retry.NEVER
    assert isinstance(desk.sender.api, WhatsAppApi)


def test_a_file_is_a_message_only_as_meta_takes_it() -> None:
    assert MediaMessage("audio", "1", "words", mime_type="audio/ogg; codecs=opus").to_graph() == {
        "type": "audio",
        "audio": {"id": "1", "voice": True},
    }
    assert MediaMessage("document", "1", "look", "a.pdf").to_graph()["document"]["filename"] == "a.pdf"
    with pytest.raises(MessageRefused, match="no kind of file"):
        MediaMessage("hologram", "1")
