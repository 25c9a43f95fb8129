"""Webhook bodies as Meta sends them, signed."""

import hashlib
import hmac
import json
from itertools import count
from typing import Any

from bench.customers import phone_of
from bench.load import Request
from bench.stage import ACCOUNTS

PATH = "/webhooks/whatsapp"
NAME = "Buyer"
_numbers = count(1)


def text_update(customer: int, words: str, sent_at: int) -> Request:
    """A typed message; `sent_at` is Unix seconds."""
    return _update(customer, {"type": "text", "text": {"body": words}}, sent_at)


def tap_update(customer: int, tap_id: str, title: str, sent_at: int, *, in_list: bool) -> Request:
    """A tap on a button, or on a row of a list."""
    kind = "list_reply" if in_list else "button_reply"
    reply = {"type": "interactive", "interactive": {"type": kind, kind: {"id": tap_id, "title": title}}}
    return _update(customer, reply, sent_at)


def _update(customer: int, content: dict[str, Any], sent_at: int) -> Request:
    phone = phone_of(customer)
    identifier = f"wamid.BENCH{next(_numbers):020}{phone}"
    message = {"from": phone, "id": identifier, "timestamp": str(sent_at), **content}
    value = {
        "messaging_product": "whatsapp",
        "metadata": {
            "display_phone_number": ACCOUNTS["WHATSAPP_PHONE_NUMBER"],
            "phone_number_id": ACCOUNTS["WHATSAPP_PHONE_NUMBER_ID"],
        },
        "contacts": [{"profile": {"name": f"{NAME} {customer}"}, "wa_id": phone}],
        "messages": [message],
    }
    entry = {"id": ACCOUNTS["WHATSAPP_BUSINESS_ACCOUNT_ID"], "changes": [{"field": "messages", "value": value}]}
    body = json.dumps({"object": "whatsapp_business_account", "entry": [entry]}).encode()
    return Request(PATH, body, {"Content-Type": "application/json", "X-Hub-Signature-256": sign(body)})


def sign(body: bytes) -> str:
    digest = hmac.new(ACCOUNTS["WHATSAPP_APP_SECRET"].encode(), body, hashlib.sha256).hexdigest()
    return f"sha256={digest}"
