"""The outside world on a real port, and a tiny shop that writes down what it is told."""

import json
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest

from simulator.application import create_application
from simulator.configuration import Configuration
from tests.support.patience import PATIENCE_SECONDS
from tests.support.servers import free_place, open_client

CALM = {"pair_rate_seconds": 0, "throughput_per_second": 0, "meta_retry_seconds": [0.01, 0.02]}
QUICK = {"razorpay_retry_seconds": [0.01, 0.02], "razorpay_deliveries": 4}


@dataclass(frozen=True)
class Received:
    """One POST that reached the shop."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class Shop:
    """Answers 200 to everything, unless `answers` holds other statuses to be used up first."""

    def __init__(self) -> None:
        self.received: list[Received] = []
        self.answers: deque[int] = deque()
        self.files: dict[str, tuple[str, bytes]] = {}
        self.says_to_get: Callable[[str], tuple[int, bytes]] = lambda _path: (404, b"")
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._door())
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def _door(shop) -> type[BaseHTTPRequestHandler]:  # noqa: N805 - the handler has a self of its own
        class Door(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("content-length", 0)))
                shop.received.append(Received(self.path, dict(self.headers), body))
                self._say(shop.answers.popleft() if shop.answers else 200, "text/plain", b"")

            def do_GET(self) -> None:
                if self.path in shop.files:
                    kind, content = shop.files[self.path]
                    self._say(200, kind, content)
                else:
                    status, said = shop.says_to_get(self.path)
                    self._say(status, "text/plain", said)

            def _say(self, status: int, kind: str, content: bytes) -> None:
                self.send_response(status)
                self.send_header("content-type", kind)
                self.send_header("content-length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, format: str, *arguments: object) -> None:
                pass

        return Door

    def changes(self, field: str = "messages") -> list[dict[str, Any]]:
        """The values of all Meta's changes, in the order of their arrival."""
        posts = [post.json for post in self.received if post.path == "/webhooks/whatsapp"]
        entries = [entry for post in posts for entry in post["entry"]]
        return [change["value"] for entry in entries for change in entry["changes"] if change["field"] == field]

    def messages(self) -> list[dict[str, Any]]:
        return [message for value in self.changes() for message in value.get("messages", [])]

    def statuses(self) -> list[dict[str, Any]]:
        return [status for value in self.changes() for status in value.get("statuses", [])]

    def events(self) -> list[dict[str, Any]]:
        """Razorpay's events in the order of their arrival."""
        return [post.json for post in self.received if post.path == "/webhooks/razorpay"]


class Outside:
    """The outside world, spoken to as people and tests do, and as the shop speaks to Meta and Razorpay."""

    def __init__(self, configuration: Configuration, url: str) -> None:
        self.configuration = configuration
        self.url = url
        self.client = open_client(url)
        self.number = f"/meta/v24.0/{configuration.phone_number_id}"
        self.account = f"/meta/v24.0/{configuration.business_account_id}"
        self.token = {"Authorization": f"Bearer {configuration.access_token}"}
        self.key = (configuration.razorpay_key_id, configuration.razorpay_key_secret)

    def sim(self, method: str, path: str, /, **body: Any) -> Any:
        return self.client.request(method, f"/sim/{path}", json=body or None).raise_for_status().json()

    def switch(self, **switches: Any) -> None:
        self.sim("PUT", "switches", **switches)

    def settle(self) -> None:
        assert self.sim("POST", "settle", timeout_seconds=PATIENCE_SECONDS) == {"pending": 0}

    def says(self, text: str = "hi", phone: str = "regular") -> str:
        return str(self.sim("POST", f"phones/{phone}/send", type="text", text=text)["id"])

    def screen(self, phone: str = "regular") -> list[dict[str, Any]]:
        """What the shop's messages look like on a phone."""
        shown = self.sim("GET", f"phones/{phone}/messages")
        return [message for message in shown if message["direction"] == "to_phone"]

    def books(self) -> dict[str, Any]:
        books = self.sim("GET", "books")
        assert isinstance(books, dict)
        return books

    def post(self, message: dict[str, Any], to: str | None = "+910000000102", **more: Any) -> httpx.Response:
        """Send as the shop does; `message` holds type and content."""
        receiver = {"to": to} if to is not None else {}
        body = {"messaging_product": "whatsapp", **receiver, **message, **more}
        return self.client.post(f"{self.number}/messages", headers=self.token, json=body)

    def send(self, message: dict[str, Any], to: str | None = "+910000000102", **more: Any) -> str:
        return str(self.post(message, to, **more).raise_for_status().json()["messages"][0]["id"])

    def razorpay(self, method: str, path: str, body: Any = None, **options: Any) -> httpx.Response:
        return self.client.request(method, f"/razorpay/v1/{path}", auth=self.key, json=body, **options)

    def link(self, **changes: Any) -> dict[str, Any]:
        link = self.razorpay("POST", "payment_links", {"amount": 120000, "reference_id": "JMG-1", **changes})
        return dict(link.raise_for_status().json())

    def pay(self, link: dict[str, Any], **how: Any) -> list[dict[str, Any]]:
        return list(self.sim("POST", f"links/{link['id']}/pay", **({"outcome": "paid"} | how))["payments"])


@pytest.fixture(scope="module")
def shop_of_module() -> Iterator[Shop]:
    shop = Shop()
    yield shop
    shop.close()


@pytest.fixture
def shop(shop_of_module: Shop) -> Shop:
    """The shop, with nothing received yet."""
    shop_of_module.received.clear()
    shop_of_module.answers.clear()
    shop_of_module.files.clear()
    return shop_of_module


@pytest.fixture(scope="module")
def start(shop_of_module: Shop) -> Iterator[Callable[..., Outside]]:
    """Starts an outside world with settings of its own."""
    with ExitStack() as running:

        def begin(**settings: Any) -> Outside:
            place = running.enter_context(free_place())
            url = place.address
            merged = {"app_url": shop_of_module.url, "public_url": url, **CALM, **QUICK, **settings}
            configuration = Configuration(**merged)
            running.enter_context(place.serving(create_application(configuration)))
            outside = Outside(configuration, url)
            running.callback(outside.client.close)
            return outside

        yield begin


@pytest.fixture(scope="module")
def outside_of_module(start: Callable[..., Outside]) -> Outside:
    return start()


@pytest.fixture
def outside(outside_of_module: Outside, shop: Shop) -> Outside:
    """An outside world that has just begun, without pacing."""
    outside_of_module.settle()  # what is in the shop's hands already cannot be taken back
    outside_of_module.sim("POST", "reset")
    shop.received.clear()
    return outside_of_module


@pytest.fixture
def chat(outside: Outside, shop: Shop) -> Outside:
    """The same, after the regular customer wrote: the window is open, and that is forgotten by the shop."""
    outside.says()
    outside.settle()
    shop.received.clear()
    return outside
