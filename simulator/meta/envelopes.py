"""Webhooks as Meta writes and signs them."""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import Any

from simulator.configuration import Configuration
from simulator.deliveries import Parcel

Json = dict[str, Any]


def sign(secret: str, body: bytes) -> str:
    """HMAC-SHA256 as lower-case hex."""
    return hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def wrap(configuration: Configuration, contents: list[Json]) -> Parcel:
    """One POST for these updates, each {field, value}. Batches use several entries, changes and messages at once."""
    changes = _merge([{"field": content["field"], "value": content["value"]} for content in contents])
    half = (len(changes) + 1) // 2 if len(changes) > 2 else len(changes)
    parts = [part for part in (changes[:half], changes[half:]) if part]
    time = max(content.get("at", 0) for content in contents)
    body = json.dumps(
        {
            "object": "whatsapp_business_account",
            "entry": [{"id": configuration.business_account_id, "time": time, "changes": part} for part in parts],
        }
    ).encode()
    return Parcel(
        path="/webhooks/whatsapp",
        body=body,
        headers={
            "Content-Type": "application/json",
            "User-Agent": "facebookexternalua",
            "X-Hub-Signature-256": f"sha256={sign(configuration.app_secret, body)}",
        },
    )


def _merge(changes: list[Json]) -> list[Json]:
    """Put neighbouring messages of one person into one value, as Meta may."""
    merged: list[Json] = []
    for change in changes:
        value = change["value"]
        last = merged[-1]["value"] if merged else {}
        same_person = "messages" in value and "messages" in last and value.get("contacts") == last.get("contacts")
        if same_person and change["field"] == merged[-1]["field"]:
            merged[-1]["value"] = {**last, "messages": [*last["messages"], *value["messages"]]}
        else:
            merged.append(dict(change))
    return merged
