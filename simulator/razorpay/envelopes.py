"""Webhooks as Razorpay writes and signs them."""

from __future__ import annotations

import hashlib
import hmac
from typing import Any

from simulator.configuration import Configuration
from simulator.deliveries import Parcel

Json = dict[str, Any]


def sign(secret: str, body: bytes) -> str:
    """HMAC-SHA256 as lower-case hex."""
    return hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def wrap(configuration: Configuration, content: Json) -> Parcel:
    """One POST for one event: {event_id, body}, the body already written."""
    body = str(content["body"]).encode()
    return Parcel(
        path="/webhooks/razorpay",
        body=body,
        headers={
            "User-Agent": "Razorpay-Webhook/v1",
            "Content-Type": "application/json",
            "Accept-Encoding": "gzip",
            "Request-Id": content["event_id"],
            "X-Razorpay-Event-Id": content["event_id"],
            "X-Razorpay-Signature": sign(configuration.razorpay_webhook_secret, body),
        },
    )
