"""The shop as an attacker meets it: signed webhooks in, everything it would say read from the outbox, no sender."""

import hashlib
import hmac
import json
from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any

import httpx
import pytest
from sqlalchemy import text

from core.clock import read_now
from core.db import transaction
from jamango.turns import take_turn
from tests.support.clusters import current_settings
from tests.support.doors import open_doors
from tests.support.servers import open_client, serving

APP_SECRET = "an-app-secret-of-the-tests"
WEBHOOK_SECRET = "a-webhook-secret-of-the-tests"
KEY_SECRET = "a-key-secret-of-the-tests"
NUMBER = "100000000000001"
MALLORY = {"from": "910000000666", "from_user_id": "IN.MALLORY"}
REGULAR = {"from": "910000000102"}
FOUNDER = {"from": "910000000104"}
MOST_TURNS = 3000
OF_CHAT = """ SELECT c.id FROM chats c JOIN identities i
    ON i.customer_id = c.customer_id OR i.staff_id = c.staff_id WHERE i.value = :name """


class Siege:
    """A running shop; `sends` lets somebody do things, `works` lets the shop handle them."""

    def __init__(self, client: httpx.Client) -> None:
        self.client = client
        self._numbers = count(1)

    def posts(self, *messages: dict[str, Any], name: str = "Mallory") -> httpx.Response:
        """One webhook of Meta, rightly signed. Messages without id or time get them."""
        with transaction() as session:
            now = int(read_now(session).timestamp())
        full = [{"id": f"wamid.{next(self._numbers)}", "timestamp": str(now), **message} for message in messages]
        contacts = [
            {"profile": {"name": name}, "wa_id": sender.get("from"), "user_id": sender.get("from_user_id")}
            for sender in messages[:1]
        ]
        return self.tells({"field": "messages", "value": {"contacts": contacts, "messages": full}})

    def tells(self, *changes: dict[str, Any]) -> httpx.Response:
        """Any news of Meta about our number, rightly signed."""
        ours = [{**each, "value": {"metadata": {"phone_number_id": NUMBER}, **each["value"]}} for each in changes]
        body = json.dumps({"entry": [{"changes": ours}]}).encode()
        signature = hmac.new(APP_SECRET.encode(), body, hashlib.sha256).hexdigest()
        return self.client.post(
            "/webhooks/whatsapp", content=body, headers={"X-Hub-Signature-256": f"sha256={signature}"}
        )

    def sends(self, *messages: dict[str, Any], name: str = "Mallory") -> None:
        """Messages arrive and are handled."""
        assert self.posts(*messages, name=name).status_code == 200
        self.works()

    def says(self, words: str, who: dict[str, str] = MALLORY, **more: Any) -> list[str]:
        """Type something; the shop's new words to that person."""
        before = len(self.said_to(who))
        self.sends({**who, "type": "text", "text": {"body": words}}, **more)
        return self.said_to(who)[before:]

    def taps(self, *tap_ids: str, who: dict[str, str] = MALLORY) -> list[str]:
        before = len(self.said_to(who))
        for batch in range(0, len(tap_ids), 100):
            self.sends(*(tap(tap_id, who) for tap_id in tap_ids[batch : batch + 100]))
        return self.said_to(who)[before:]

    def works(self) -> None:
        for _ in range(MOST_TURNS):
            if not take_turn(lambda *_: None):
                return
        raise AssertionError("the work never ends")

    def said_to(self, who: dict[str, str]) -> list[str]:
        """Bodies of replies, and notices as `key values`, to somebody."""
        rows = self.rows(
            f"SELECT body FROM outbox WHERE kind IN ('message', 'notice') AND chat_id IN ({OF_CHAT}) ORDER BY id",
            name=who.get("from") or who.get("from_user_id"),
        )
        return [json.dumps(row.body, ensure_ascii=False) for row in rows]

    def buttons(self, who: dict[str, str] = MALLORY) -> list[str]:
        """Ids of what can be tapped in the last message to somebody."""
        return _ids(json.loads(self.said_to(who)[-1]))

    def rows(self, sql: str, **values: Any) -> list[Any]:
        with transaction() as session:
            return list(session.execute(text(sql), values).all())

    def does(self, sql: str, **values: Any) -> None:
        with transaction() as session:
            session.execute(text(sql), values)

    def failed(self) -> list[Any]:
        """Messages at which a turn broke, with what was sent."""
        rows = self.rows("SELECT id, error, payload FROM inbox WHERE attempts > 0 OR status = 'dead'")
        return [(row.error, bytes(row.payload)[-300:]) for row in rows]


def tap(tap_id: str, who: dict[str, str] = MALLORY) -> dict[str, Any]:
    reply = {"type": "button_reply", "button_reply": {"id": tap_id, "title": "Tap"}}
    return {**who, "type": "interactive", "interactive": reply}


def _ids(found: Any) -> list[str]:
    if isinstance(found, dict):
        own = [found["id"]] if "id" in found and "title" in found else []
        return own + [each for value in found.values() for each in _ids(value)]
    return [each for value in found for each in _ids(value)] if isinstance(found, list) else []


@pytest.fixture
def siege(demo_shop: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Siege]:
    monkeypatch.setenv("JAMANGO_WHATSAPP_APP_SECRET", APP_SECRET)
    monkeypatch.setenv("JAMANGO_WHATSAPP_VERIFY_TOKEN", "a-verify-token")
    monkeypatch.setenv("JAMANGO_WHATSAPP_PHONE_NUMBER_ID", NUMBER)
    monkeypatch.setenv("JAMANGO_RAZORPAY_WEBHOOK_SECRETS", WEBHOOK_SECRET)
    monkeypatch.setenv("JAMANGO_RAZORPAY_KEY_SECRET", KEY_SECRET)
    current_settings()
    with serving(open_doors()) as url, open_client(url) as client:
        yield Siege(client)


def walk_to_summary(siege: Siege, who: dict[str, str] = MALLORY) -> str:
    """Order by taps up to the summary; returns the code of the held order."""
    siege.says("hi", who)
    for prefix in ("picks_variety", "picks_pack"):
        siege.taps(next(each for each in siege.buttons(who) if f":{prefix}:" in each), who=who)
    siege.says("Palm Grove B-1203", who)
    siege.taps(next(each for each in siege.buttons(who) if ":picks_slot:" in each), who=who)
    return next(each for each in siege.buttons(who) if ":pays_cash:" in each).rpartition(":")[2]


def chain(*groups: Iterable[str]) -> list[str]:
    return [each for group in groups for each in group]
