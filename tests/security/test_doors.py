"""The doors on the network: methods, paths, headers, large and slow bodies, and what every answer carries."""

import hashlib
import hmac
import json
import socket
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

from jamango import request_limits
from tests.security.conftest import APP_SECRET, KEY_SECRET, WEBHOOK_SECRET, Siege
from tests.support.clusters import current_settings
from tests.support.patience import PATIENCE_SECONDS

MEGABYTE = 1024 * 1024
PATHS = ("/", "/healthz", "/readyz", "/metrics", "/pay/return", "/webhooks/whatsapp", "/webhooks/razorpay", "/static/",
         "/static/nothing.css", "/dev/clock", "/nothing", "/static/%00", "/%00", "/..%2f..%2fcore/db.py",
         "/static/..%2f..%2f..%2fpyproject.toml", "/static/" + "a" * 3000, "/\u202e<script>", "//webhooks/whatsapp",
         "/webhooks/whatsapp/", "/WEBHOOKS/whatsapp", "/webhooks/whatsapp;x=1",
         "/%2e%2e/%2e%2e/etc/passwd")  # fmt: skip
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "TRACE")


@pytest.mark.parametrize("method", METHODS)
def test_no_method_on_no_path_is_a_fault_or_a_redirect_or_goes_without_the_headers(siege: Siege, method: str) -> None:
    for path in PATHS:
        answer = siege.client.request(method, path)
        assert answer.status_code < 300 or 400 <= answer.status_code < 500, (method, path, answer.status_code)
        assert_guarded(answer.headers)
        assert "Traceback" not in answer.text
        assert "set-cookie" not in answer.headers


def assert_guarded(headers: object) -> None:
    assert "frame-ancestors 'none'" in headers["content-security-policy"]  # type: ignore[index]
    assert "unsafe" not in headers["content-security-policy"]  # type: ignore[index]
    assert headers["x-content-type-options"] == "nosniff"  # type: ignore[index]
    assert headers["referrer-policy"] == "no-referrer"  # type: ignore[index]


def test_a_fault_of_ours_carries_the_headers_and_no_trace(siege: Siege) -> None:
    siege.does("ALTER TABLE products RENAME TO lost")
    try:
        answer = siege.client.get("/")
    finally:
        siege.does("ALTER TABLE lost RENAME TO products")
    assert answer.status_code == 500
    assert_guarded(answer.headers)
    assert "lost" not in answer.text
    assert "SELECT" not in answer.text
    assert "products" not in answer.text


def test_a_foreign_host_is_written_nowhere(siege: Siege) -> None:
    headers = {"Host": "evil.example", "X-Forwarded-Host": "evil.example", "X-Forwarded-Proto": "javascript",
               "Forwarded": "host=evil.example", "X-Original-URL": "/dev/clock",
               "X-HTTP-Method-Override": "POST"}  # fmt: skip
    for path in ("/", "/nothing", "/pay/return", "/healthz", "/static/nothing"):
        answer = siege.client.get(path, headers=headers)
        assert "evil.example" not in answer.text + str(answer.headers)


def test_names_of_the_query_are_never_written_back_as_markup(siege: Siege) -> None:
    evil = "<img src=x onerror=alert(1)>{{7*7}}"
    for path in ("/", "/pay/return", "/nothing"):
        answer = siege.client.get(path, params={"razorpay_payment_id": evil, evil: evil, "q": evil})
        assert evil not in answer.text
    answer = siege.client.get("/", headers={"Accept-Language": evil + "," + "x" * 5000})
    assert "onerror" not in answer.text


GET = b"GET / HTTP/1.1\r\nHost: x\r\n"
ENDLESS = {
    "headers": (GET, b"X-A: " + b"a" * 8000 + b"\r\n"),
    "one header": (GET + b"X-A: ", b"a" * 8000),
    "an address": (b"GET /", b"a" * 8000),
    "trailers": (b"POST /webhooks/whatsapp HTTP/1.1\r\nHost: x\r\nX-Hub-Signature-256: sha256=" + b"0" * 64
                 + b"\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n0\r\n", b"X-A: " + b"a" * 8000 + b"\r\n"),
}  # fmt: skip


@pytest.mark.parametrize("what", ENDLESS)
def test_a_request_without_end_is_hung_up_on(siege: Siege, what: str) -> None:
    beginning, more = ENDLESS[what]
    before = resident()
    with wire_to(siege) as wire, pytest.raises(ConnectionError):
        wire.sendall(beginning)
        for _ in range(8192):
            wire.sendall(more)
    assert resident() - before < 60 * MEGABYTE


def test_whoever_connects_and_says_nothing_is_hung_up_on(siege: Siege, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(request_limits, "SECONDS_FOR_HEAD", 0.5)
    for beginning in (
        b"",
        b"GET / HTTP/1.1\r\nHost: x\r\n",
        b"\r\n\r\n",
        b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n\r\n",
    ):
        with wire_to(siege) as wire:
            wire.sendall(beginning)
            while wire.recv(4096):
                pass


def test_many_large_unsigned_bodies_leave_memory_flat(siege: Siege) -> None:
    body = b"[" * (3 * MEGABYTE)
    before = resident()

    def post(number: int) -> int:
        headers = {"X-Hub-Signature-256": "sha256=" + "0" * 64} if number % 2 else {}
        return siege.client.post("/webhooks/whatsapp", content=body, headers=headers).status_code

    with ThreadPoolExecutor(8) as crowd:
        assert set(crowd.map(post, range(40))) <= {401, 503}
    assert resident() - before < 100 * MEGABYTE
    assert siege.rows("SELECT FROM inbox") == []


def test_sixty_megabytes_are_refused_unread(siege: Siege) -> None:
    before = resident()
    for path in ("/webhooks/whatsapp", "/webhooks/razorpay"):
        with wire_to(siege) as wire:
            wire.sendall(f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: {60 * MEGABYTE}\r\n\r\n".encode())
            assert wire.recv(100).split()[1] in (b"401", b"413")
    assert resident() - before < 30 * MEGABYTE


def test_an_unsigned_request_is_refused_before_its_body_comes(siege: Siege) -> None:
    for path in ("/webhooks/whatsapp", "/webhooks/razorpay"):
        with wire_to(siege) as wire:
            wire.sendall(f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n".encode())
            wire.settimeout(5)
            assert wire.recv(100).split()[1] == b"401"


def test_one_doors_signature_opens_no_other(siege: Siege) -> None:
    body = json.dumps({"event": "payment.captured", "payload": {}}).encode()
    for secret in (WEBHOOK_SECRET, KEY_SECRET, "", "a-verify-token", "development-only"):
        signed = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
        headers = {"X-Hub-Signature-256": f"sha256={signed}"}
        assert siege.client.post("/webhooks/whatsapp", content=body, headers=headers).status_code == 401
    for secret in (APP_SECRET, KEY_SECRET, "", f"{WEBHOOK_SECRET},", "development-only"):
        signed = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
        for value in (signed, f"sha256={signed}"):
            headers = {"X-Razorpay-Signature": value}
            assert siege.client.post("/webhooks/razorpay", content=body, headers=headers).status_code == 401
    right = hmac.new(WEBHOOK_SECRET.encode(), body, hashlib.sha256).hexdigest()
    for odd in (body + b" ", b" " + body, body.replace(b"captured", b"CAPTURED")):
        headers = {"X-Razorpay-Signature": right}
        assert siege.client.post("/webhooks/razorpay", content=odd, headers=headers).status_code == 401
    assert siege.rows("SELECT FROM inbox") == []


@pytest.mark.parametrize("query", [
    "", "hub.mode=subscribe", "hub.mode=subscribe&hub.challenge=1",
    "hub.mode=subscribe&hub.verify_token=&hub.challenge=1",
    "hub.mode[]=subscribe&hub.verify_token[]=a-verify-token&hub.challenge[]=1",
    "hub.mode=subscribe&hub.verify_token=a-verify-token", "hub.mode=x&hub.verify_token=a-verify-token&hub.challenge=1",
    "hub.mode=subscribe&hub.verify_token=a-verify-token&hub.verify_token=wrong&hub.challenge=1",
    "hub.mode=subscribe&hub.verify_token=%ff%fe&hub.challenge=1",
    "hub.mode=subscribe&hub.verify_token=%00&hub.challenge=1",
])  # fmt: skip
def test_the_handshake_needs_its_token(siege: Siege, query: str) -> None:
    assert siege.client.get(f"/webhooks/whatsapp?{query}").status_code == 403


def test_the_challenge_is_text_and_nothing_else(siege: Siege) -> None:
    query = "hub.mode=subscribe&hub.verify_token=a-verify-token&hub.challenge=" + quote("<script>\r\nX-Evil: 1")
    answer = siege.client.get(f"/webhooks/whatsapp?{query}")
    assert answer.headers["content-type"].startswith("text/plain")
    assert "x-evil" not in answer.headers


@pytest.mark.parametrize("given", ["", "Bearer", "bearer a-metrics-token", "a-metrics-token", "Basic a-metrics-token"])
def test_measurements_need_the_whole_token(siege: Siege, given: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAMANGO_METRICS_TOKEN", "a-metrics-token")
    current_settings()
    assert siege.client.get("/metrics", headers={"Authorization": given}).status_code == 401


def test_the_clock_takes_numbers_only(siege: Siege) -> None:
    for body in (b"", b"[" * 100_000, b'{"advance_seconds": NaN}', b'{"advance_seconds": Infinity}', b"\xff", b"null",
                 b'{"offset_seconds": 1, "admin": true}', b'{"offset_seconds": "' + b"9" * 5000 + b'"}'):  # fmt: skip
        answer = siege.client.post("/dev/clock", content=body, headers={"Content-Type": "application/json"})
        assert 400 <= answer.status_code < 500, (body[:40], answer.status_code)
    plain = siege.client.post("/dev/clock", content=b'{"offset_seconds": 5}', headers={"Content-Type": "text/plain"})
    assert plain.status_code == 422  # what a form of another site can send


def wire_to(siege: Siege) -> socket.socket:
    address = urlsplit(str(siege.client.base_url))
    return socket.create_connection((address.hostname or "", address.port or 0), timeout=PATIENCE_SECONDS)


def resident() -> int:
    """Bytes of memory that this process, the web process among its threads, holds."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096
