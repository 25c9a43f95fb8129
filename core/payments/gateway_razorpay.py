"""The only module that talks to Razorpay: its own SDK, with the known faults of RAZORPAY §6 repaired.

The repair is the `requests` session that the SDK works with: it sets time limits, never follows a redirect, and turns
every failure into our own small tree of errors before the SDK can print it or lose its HTTP status.
"""

import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

import certifi
import razorpay
import requests
from urllib3.exceptions import ConnectTimeoutError, NewConnectionError, SSLError

from core.payments.gateway import (
    LinkFacts,
    LinkRequest,
    PaymentFacts,
    QrFacts,
    QrRequest,
    RazorpayRefused,
    RazorpayThrottled,
    RazorpayUnreachable,
    RefundFacts,
    RefundRequest,
)
from core.payments.gateway_reading import SALE_IN_NOTES, read_link, read_order, read_payment, read_qr, read_refund
from core.payments.lifecycle import LinkKind
from core.settings import Settings

# Seconds to connect and to wait for the answer: together less than the ten of a lease.
TIMEOUT = (3, 5)
LONGEST_NOTE = 250
LONGEST_NAME = 100  # of a QR code
# The largest page that Razorpay gives; a refund is a rupee at least, and nobody gives ten thousand of one payment.
PAGE = 100
MOST_PAGES = 100
RECENT = 20
ORDER = "order_"
NEVER_ARRIVED = (NewConnectionError, ConnectTimeoutError, SSLError)
Value = TypeVar("Value")


class RepairedSession(requests.Session):
    """Answers with JSON objects only; anything else is raised as one of our errors, which the SDK lets pass."""

    def request(self, *arguments: Any, **options: Any) -> requests.Response:
        options["timeout"] = TIMEOUT
        options["allow_redirects"] = False
        try:
            answer = super().request(*arguments, **options)
        except requests.RequestException as error:
            raise RazorpayUnreachable(type(error).__name__, ambiguous=_may_have_arrived(error)) from error
        content = _read_object(answer)
        if 200 <= answer.status_code < 300 and content is not None:
            return answer
        raise _error_of(answer.status_code, content)


def _may_have_arrived(error: requests.RequestException) -> bool:
    if isinstance(error, requests.ConnectTimeout | requests.exceptions.SSLError):
        return False
    cause = error.args[0] if error.args else None
    return not isinstance(getattr(cause, "reason", cause), NEVER_ARRIVED)


def _read_object(answer: requests.Response) -> dict[str, Any] | None:
    try:
        content = answer.json()
    except ValueError:
        return None
    return content if isinstance(content, dict) else None


def _error_of(status: int, content: dict[str, Any] | None) -> Exception:
    if status == 429:
        return RazorpayThrottled("Razorpay answered 429")
    if status == 408 or not 400 <= status < 500:
        return RazorpayUnreachable(f"Razorpay answered {status}", ambiguous=True)
    error = (content or {}).get("error")
    facts = error if isinstance(error, dict) else {}
    words = [str(facts.get(name) or "")[:500] for name in ("code", "description", "field")]
    return RazorpayRefused(status, *words)


class RazorpayGateway:
    """`Gateway` and `QrGateway` over HTTP. Safe to share: each thread gets a client of its own."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._own = threading.local()
        self._clients: list[Any] = []

    def create_link(self, request: LinkRequest) -> LinkFacts:
        """POST /payment_links, or /orders for Checkout. Razorpay sends nothing to the customer itself."""
        if request.kind is LinkKind.CHECKOUT:
            return self._create_order(request)
        body = {
            "amount": request.amount_paise,
            "currency": request.currency,
            "description": request.description[:2048],
            "reference_id": request.reference_id,
            "expire_by": int(request.expires_at.timestamp()),
            "notify": {"sms": False, "email": False},
            "reminder_enable": False,
            "notes": _short(request.notes),
            "callback_url": f"{self._settings.public_url}/pay/return",
            "callback_method": "get",
        }
        return _understand(read_link, self._client.payment_link.create(body))

    def _create_order(self, request: LinkRequest) -> LinkFacts:
        body = {
            "amount": request.amount_paise,
            "currency": request.currency,
            "receipt": request.reference_id,
            "notes": _short(request.notes),
        }
        return _understand(read_order, self._client.order.create(body))

    def find_link(self, reference_id: str, kind: LinkKind = LinkKind.LINK) -> LinkFacts | None:
        """GET /payment_links?reference_id=… or /orders?receipt=…, lists that may lag behind by minutes; None when
        there is none."""
        if kind is LinkKind.CHECKOUT:
            answer = self._client.order.all({"receipt": reference_id})
            orders = [_understand(read_order, entity) for entity in _entities(answer, "items")]
            return next((order for order in orders if order.reference_id == reference_id), None)
        answer = self._client.payment_link.all({"reference_id": reference_id})
        links = [_understand(read_link, entity) for entity in _entities(answer, "payment_links")]
        return next((link for link in links if link.reference_id == reference_id), None)

    def fetch_link(self, link_id: str) -> LinkFacts:
        """GET /payment_links/{id}, or /orders/{id} with its payments."""
        if link_id.startswith(ORDER):
            payments = _entities(self._client.order.payments(link_id), "items")
            entity = self._client.order.fetch(link_id)
            return _understand(partial(read_order, payments=payments), entity)
        return _understand(read_link, self._client.payment_link.fetch(link_id, {}))

    def cancel_link(self, link_id: str) -> LinkFacts:
        """POST /payment_links/{id}/cancel; refused with 400 when it is paid, expired or cancelled already.

        An order knows no such call: one that is not paid is over because we say so.
        """
        if link_id.startswith(ORDER):
            facts = self.fetch_link(link_id)
            return facts if facts.status == "paid" else replace(facts, status="cancelled")
        return _understand(read_link, self._client.payment_link.cancel(link_id))

    def fetch_payment(self, payment_id: str) -> PaymentFacts:
        """GET /payments/{id}."""
        return _understand(read_payment, self._client.payment.fetch(payment_id, {}))

    def recent_payments(self) -> list[PaymentFacts]:
        """GET /payments: the newest twenty of the account, whoever asked for them."""
        answer = self._client.payment.all({"count": RECENT})
        return [_understand(read_payment, entity) for entity in _entities(answer, "items")]

    def create_refund(self, request: RefundRequest) -> RefundFacts:
        """POST /payments/{id}/refund under the stored idempotency key."""
        body = {"amount": request.amount, "notes": _short(request.notes)}
        headers = {"X-Refund-Idempotency": request.key}
        return _understand(read_refund, self._client.payment.refund(request.payment_id, body, headers=headers))

    def fetch_refund(self, refund_id: str) -> RefundFacts:
        """GET /refunds/{id}."""
        return _understand(read_refund, self._client.refund.fetch(refund_id, {}))

    def list_refunds(self, payment_id: str) -> list[RefundFacts]:
        """GET /payments/{id}/refunds, page by page: Razorpay gives ten at a time unless asked for more."""
        found: list[RefundFacts] = []
        for _ in range(MOST_PAGES):
            wanted = {"count": PAGE, "skip": len(found)}
            page = _entities(self._client.payment.fetch_multiple_refund(payment_id, wanted), "items")
            found += [_understand(read_refund, entity) for entity in page]
            if len(page) < PAGE:
                return found
        raise RazorpayUnreachable(f"Razorpay's list of refunds does not end: {len(found)} so far", ambiguous=True)

    def create_qr(self, request: QrRequest) -> QrFacts:
        """POST /payments/qr_codes: paid once, with one sum. 400 where the account may not (RAZORPAY §5)."""
        body = {
            "type": "upi_qr",
            "usage": "single_use",
            "fixed_amount": True,
            "payment_amount": request.amount_paise,
            "name": request.name[:LONGEST_NAME],
            "description": request.description[:LONGEST_NOTE],
            "close_by": int(request.closes_at.timestamp()),
            "notes": _short({SALE_IN_NOTES: request.reference}),
        }
        return _understand(read_qr, self._client.qrcode.create(body))

    def fetch_qr(self, qr_id: str) -> QrFacts:
        """GET /payments/qr_codes/{id}."""
        return _understand(read_qr, self._client.qrcode.fetch(qr_id, {}))

    def close_qr(self, qr_id: str) -> QrFacts:
        """POST /payments/qr_codes/{id}/close; refused with 400 when it is closed already."""
        return _understand(read_qr, self._client.qrcode.close(qr_id))

    def payments_of_qr(self, qr_id: str) -> list[PaymentFacts]:
        """GET /payments/qr_codes/{id}/payments."""
        answer = self._client.qrcode.fetch_all_payments(qr_id, {})
        return [_understand(read_payment, entity) for entity in _entities(answer, "items")]

    @property
    def _client(self) -> Any:
        if not hasattr(self._own, "client"):
            self._own.client = _make_client(self._settings)
            self._clients.append(self._own.client)
        return self._own.client

    def close(self) -> None:
        """Let go of every thread's connections."""
        for client in self._clients:
            client.session.close()


def _make_client(settings: Settings) -> Any:
    keys = (settings.razorpay_key_id, settings.razorpay_key_secret.get_secret_value())
    client = razorpay.Client(session=RepairedSession(), auth=keys, base_url=settings.razorpay_api_url)
    # The SDK's own bundle of authorities is from 2015.
    client.cert_path = certifi.where()
    return client


def _short(notes: dict[str, str]) -> dict[str, str]:
    return {name: value[:LONGEST_NOTE] for name, value in notes.items()}


def _entities(answer: dict[str, Any], name: str) -> list[Any]:
    entities = answer.get(name) or []
    if not isinstance(entities, list):
        raise RazorpayUnreachable(f"Razorpay's {name} are not a list", ambiguous=True)
    return entities


def _understand(read: Callable[[dict[str, Any]], Value], entity: Any) -> Value:
    try:
        return read(entity)
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise RazorpayUnreachable(f"Razorpay's answer cannot be read: {error!r}", ambiguous=True) from error
