"""The web process alone, on an empty database: what the doors store is read from the rows."""

import hashlib
import hmac
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from sqlalchemy import text

from core.db import transaction
from tests.support.clusters import current_settings
from tests.support.doors import open_doors
from tests.support.morning import read_shop_time
from tests.support.servers import open_client, serving

APP_SECRET = "an-app-secret-of-the-tests"
WEBHOOK_SECRETS = ("the-new-webhook-secret", "the-old-webhook-secret")
NUMBER = "100000000000001"


@dataclass
class Doors:
    """The running web process and what it stored."""

    client: httpx.Client

    def meta_sends(self, body: bytes | dict[str, Any], **headers: str) -> httpx.Response:
        """POST as Meta does, signed unless the headers say otherwise."""
        raw = body if isinstance(body, bytes) else json.dumps(body).encode()
        signature = hmac.new(APP_SECRET.encode(), raw, hashlib.sha256).hexdigest()
        return self.client.post(
            "/webhooks/whatsapp", content=raw, headers={"X-Hub-Signature-256": f"sha256={signature}", **headers}
        )

    def razorpay_sends(self, body: bytes, event_id: str, secret: str = WEBHOOK_SECRETS[0]) -> httpx.Response:
        signature = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
        headers = {"X-Razorpay-Signature": signature, "X-Razorpay-Event-Id": event_id}
        return self.client.post("/webhooks/razorpay", content=body, headers=headers)

    def rows(self) -> list[Any]:
        with transaction() as session:
            return list(session.execute(text("SELECT * FROM inbox ORDER BY id")).all())


@pytest.fixture
def doors(database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Doors]:
    monkeypatch.setenv("JAMANGO_WHATSAPP_APP_SECRET", APP_SECRET)
    monkeypatch.setenv("JAMANGO_WHATSAPP_VERIFY_TOKEN", "a-verify-token")
    monkeypatch.setenv("JAMANGO_WHATSAPP_PHONE_NUMBER_ID", NUMBER)
    monkeypatch.setenv("JAMANGO_RAZORPAY_WEBHOOK_SECRETS", ",".join(WEBHOOK_SECRETS))
    current_settings()
    with serving(open_doors()) as url, open_client(url) as client:
        yield Doors(client)


def envelope(*messages: Any, **value: Any) -> dict[str, Any]:
    """One POST of Meta with these messages."""
    return {
        "object": "whatsapp_business_account",
        "entry": [
            {
                "id": "1",
                "changes": [
                    {
                        "field": "messages",
                        "value": {
                            "messaging_product": "whatsapp",
                            "metadata": {"display_phone_number": "910000000100", "phone_number_id": NUMBER},
                            "contacts": [{"profile": {"name": "Asha"}, "wa_id": "910000000101", "user_id": "IN.1"}],
                            "messages": list(messages),
                            **value,
                        },
                    }
                ],
            }
        ],
    }


def stamp() -> str:
    """Now, as Meta writes it."""
    return str(int(read_shop_time().timestamp()))


def words(text_body: str, message_id: str = "wamid.1") -> dict[str, Any]:
    return {
        "from": "910000000101",
        "from_user_id": "IN.1",
        "id": message_id,
        "timestamp": stamp(),
        "type": "text",
        "text": {"body": text_body},
    }
