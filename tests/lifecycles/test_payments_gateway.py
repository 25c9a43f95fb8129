"""The gateway against a pretend Razorpay, and against servers that answer nonsense."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest

from core.clock import process_time
from core.payments.gateway import (
    LinkRequest,
    RazorpayRefused,
    RazorpayThrottled,
    RazorpayUnreachable,
    RefundRequest,
)
from core.payments.gateway_razorpay import RazorpayGateway
from core.settings import Settings
from tests.support.servers import address_of, free_socket

KEY = "2f1c7a52-0000-4000-8000-000000000001"


def asking(reference: str = "7KQ3XY-1", **changes: Any) -> LinkRequest:
    usual: dict[str, Any] = {
        "reference_id": reference,
        "amount_paise": 90_000,
        "currency": "INR",
        "description": "Jamango 7KQ3XY",
        "expires_at": process_time() + timedelta(minutes=16),
        "notes": {"jamango_order": "7KQ3XY", "attempt": "1"},
    }
    return LinkRequest(**{**usual, **changes})


def fail(outside: httpx.Client, mode: str, operation: str, **more: Any) -> None:
    trouble = {"mode": mode, "operation": operation, "next": 1, **more}
    outside.put("/sim/switches", json={"fail_calls": [trouble]}).raise_for_status()


def pay(outside: httpx.Client, link_id: str, **how: Any) -> str:
    answer = outside.post(f"/sim/links/{link_id}/pay", json=how).raise_for_status().json()
    return str(answer["payments"][-1]["id"])


def test_a_link_is_made_paid_and_refunded(gateway: RazorpayGateway, outside: httpx.Client) -> None:
    link = gateway.create_link(asking())
    assert (link.status, link.amount, link.currency, link.reference_id) == ("created", 90_000, "INR", "7KQ3XY-1")
    assert link.short_url.startswith("http")

    payment_id = pay(outside, link.link_id)
    assert gateway.fetch_link(link.link_id).payment_ids == (payment_id,)
    payment = gateway.fetch_payment(payment_id)
    assert (payment.captured, payment.amount, payment.notes["jamango_order"]) == (True, 90_000, "7KQ3XY")

    refund = gateway.create_refund(RefundRequest(payment_id, 30_000, KEY, {"jamango_refund": KEY}))
    assert (refund.status, refund.amount, refund.notes) == ("processed", 30_000, {"jamango_refund": KEY})
    assert refund.bank_reference
    assert gateway.fetch_refund(refund.refund_id) == refund
    assert gateway.list_refunds(payment_id) == [refund]
    assert gateway.fetch_payment(payment_id).refunded == 30_000


def test_the_customer_hears_from_us_only(gateway: RazorpayGateway, outside: httpx.Client) -> None:
    gateway.create_link(asking())
    [link] = outside.get("/sim/books").json()["links"]
    assert link["notify"] == {"email": False, "sms": False, "whatsapp": False}
    assert link["reminder_enable"] is False
    assert link["callback_url"] == "http://127.0.0.1:8000/pay/return"
    assert link["callback_method"] == "get"
    assert not link["customer"]


def test_a_link_is_found_by_its_reference(gateway: RazorpayGateway) -> None:
    assert gateway.find_link("7KQ3XY-1") is None
    made = gateway.create_link(asking())
    assert gateway.find_link("7KQ3XY-1") == made


def test_a_taken_reference_is_recognised(gateway: RazorpayGateway) -> None:
    gateway.create_link(asking())
    with pytest.raises(RazorpayRefused) as refused:
        gateway.create_link(asking())
    assert refused.value.is_taken_reference
    assert (refused.value.http_status, refused.value.field) == (400, "reference_id")


def test_a_refusal_keeps_what_razorpay_said(gateway: RazorpayGateway) -> None:
    with pytest.raises(RazorpayRefused) as refused:
        gateway.create_link(asking(expires_at=process_time() + timedelta(minutes=5)))
    assert (refused.value.code, refused.value.field) == ("BAD_REQUEST_ERROR", "expire_by")
    assert "15 minutes" in refused.value.description
    assert not refused.value.is_about_us


def test_a_cancelled_link_cannot_be_cancelled_again(gateway: RazorpayGateway) -> None:
    link = gateway.create_link(asking())
    assert gateway.cancel_link(link.link_id).status == "cancelled"
    with pytest.raises(RazorpayRefused):
        gateway.cancel_link(link.link_id)


def test_a_refund_under_the_same_key_is_the_same_refund(gateway: RazorpayGateway, outside: httpx.Client) -> None:
    payment_id = pay(outside, gateway.create_link(asking()).link_id)
    request = RefundRequest(payment_id, 90_000, KEY, {})
    assert gateway.create_refund(request).refund_id == gateway.create_refund(request).refund_id
    assert len(outside.get("/sim/books").json()["refunds"]) == 1


def test_wrong_keys_are_about_us(outside: httpx.Client) -> None:
    gateway = RazorpayGateway(
        Settings(razorpay_api_url=f"{outside.base_url}/razorpay", razorpay_key_id="a", razorpay_key_secret="b")
    )
    with pytest.raises(RazorpayRefused) as refused:
        gateway.find_link("7KQ3XY-1")
    assert refused.value.is_about_us


@pytest.mark.parametrize("mode", ["502_html", "500", "empty", "disconnect", "disconnect_after_acceptance"])
def test_an_answer_that_is_none_leaves_it_open_whether_the_link_exists(
    gateway: RazorpayGateway, outside: httpx.Client, mode: str
) -> None:
    fail(outside, mode, "create_link")
    with pytest.raises(RazorpayUnreachable) as unreachable:
        gateway.create_link(asking())
    assert unreachable.value.ambiguous
    assert (gateway.find_link("7KQ3XY-1") is not None) == (mode == "disconnect_after_acceptance")


def test_a_call_ends_before_its_lease(gateway: RazorpayGateway, outside: httpx.Client) -> None:
    fail(outside, "timeout_after_acceptance", "create_link", hang_seconds=8)
    with pytest.raises(RazorpayUnreachable) as unreachable:
        gateway.create_link(asking())
    assert unreachable.value.ambiguous
    assert gateway.find_link("7KQ3XY-1") is not None


def test_throttling_is_told_apart(gateway: RazorpayGateway, outside: httpx.Client) -> None:
    fail(outside, "429", "create_link")
    with pytest.raises(RazorpayThrottled):
        gateway.create_link(asking())


def test_nobody_listening_means_that_nothing_was_done() -> None:
    place = free_socket()
    address = address_of(place)
    place.close()
    with pytest.raises(RazorpayUnreachable) as unreachable:
        RazorpayGateway(Settings(razorpay_api_url=address)).create_link(asking())
    assert not unreachable.value.ambiguous


def test_nothing_is_printed(gateway: RazorpayGateway, outside: httpx.Client, capfd: pytest.CaptureFixture[str]) -> None:
    for mode in ("502_html", "disconnect", "429"):
        fail(outside, mode, "create_link")
        with pytest.raises((RazorpayUnreachable, RazorpayThrottled)):
            gateway.create_link(asking())
    assert capfd.readouterr().out == ""


def test_each_thread_has_a_client_of_its_own(gateway: RazorpayGateway) -> None:
    clients: list[object] = []

    def note() -> None:
        clients.append(gateway._client)

    threads = [threading.Thread(target=note) for _ in range(2)]
    for thread in threads:
        thread.start()
        thread.join()
    assert clients[0] is not clients[1]
    assert gateway._client is gateway._client


def test_certificates_are_checked_against_a_current_bundle(gateway: RazorpayGateway) -> None:
    import certifi  # noqa: PLC0415

    assert gateway._client.cert_path == certifi.where()
    assert gateway._client.retry_enabled is False


@contextmanager
def answering(status: int, body: bytes) -> Iterator[RazorpayGateway]:
    """A server with one answer to everything."""

    class Door(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.rfile.read(int(self.headers.get("content-length", 0)))
            self.send_response(status)
            self.send_header("location", "http://127.0.0.1:9/")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_GET  # noqa: N815 - the library's name

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Door) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield RazorpayGateway(Settings(razorpay_api_url=f"http://127.0.0.1:{server.server_port}"))
        finally:
            server.shutdown()
            thread.join()


NONSENSE: list[tuple[int, object]] = [
    (200, []),
    (200, "ok"),
    (200, {}),
    (200, {"id": "plink_1"}),
    (200, {"id": "pay_1", "status": "created", "amount": 1}),
    (200, {"id": "plink_1", "status": "created", "amount": "much", "payments": None}),
    (200, {"id": "plink_1", "status": "created", "amount": 1, "payments": [7]}),
    (200, {"id": "plink_" + "x" * 6000, "status": "created", "amount": 1}),
    (200, {"id": "plink_1", "status": "created", "amount": 10**30}),
    (200, {"id": "plink_1", "status": "\x00", "amount": 1}),
    (204, None),
    (301, {"id": "plink_1", "status": "created", "amount": 1}),
]
READS: list[Callable[[RazorpayGateway], object]] = [
    lambda gateway: gateway.fetch_link("plink_1"),
    lambda gateway: gateway.create_link(asking()),
    lambda gateway: gateway.fetch_payment("pay_1"),
    lambda gateway: gateway.create_refund(RefundRequest("pay_1", 100, KEY, {})),
]


@pytest.mark.parametrize(("status", "content"), NONSENSE)
def test_nonsense_is_no_answer(status: int, content: object) -> None:
    with answering(status, b"" if content is None else json.dumps(content).encode()) as gateway:
        for read in READS:
            with pytest.raises(RazorpayUnreachable) as unreachable:
                read(gateway)
            assert unreachable.value.ambiguous


@pytest.mark.parametrize("body", [b"<html>403</html>", b'{"error": "no"}', b"{}", b'{"error": {"code": null}}'])
def test_a_refusal_of_any_shape_is_a_refusal(body: bytes) -> None:
    with answering(400, body) as gateway, pytest.raises(RazorpayRefused) as refused:
        gateway.fetch_link("plink_1")
    assert refused.value.http_status == 400


@pytest.mark.parametrize("notes", [None, [], {}])
def test_empty_fields_come_in_three_shapes(notes: object) -> None:
    payment = {
        "id": "pay_1",
        "status": "captured",
        "captured": True,
        "amount": 100,
        "currency": "INR",
        "notes": notes,
        "amount_refunded": None,
        "created_at": 1_800_000_000,
    }
    with answering(200, json.dumps(payment).encode()) as gateway:
        facts = gateway.fetch_payment("pay_1")
    assert (facts.notes, facts.refunded) == ({}, 0)
    assert facts.created_at == datetime(2027, 1, 15, 8, 0, tzinfo=UTC)


def test_what_razorpay_gave_back_by_itself_was_never_ours() -> None:
    payment = {
        "id": "pay_1",
        "status": "refunded",
        "captured": False,
        "amount": 100,
        "currency": "INR",
        "created_at": 1_800_000_000,
    }
    with answering(200, json.dumps(payment).encode()) as gateway:
        assert not gateway.fetch_payment("pay_1").captured
