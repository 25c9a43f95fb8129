"""Silent connections, from one address or from many, do not close the doors for who has something to say (F147)."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from contextlib import ExitStack
from unittest.mock import Mock
from urllib.parse import urlsplit

import pytest
import uvicorn
from hypothesis import given
from hypothesis import strategies as st

from jamango import request_limits
from jamango.launcher.programs import wait_until
from jamango.web_server import SteadyServer
from tests.doors.conftest import Doors, envelope, words
from tests.support.collecting import is_looked_through
from tests.support.doors import open_doors
from tests.support.patience import PATIENCE_SECONDS
from tests.support.servers import Place, free_socket
from webhooks import bodies, razorpay, whatsapp
from webhooks.budget import Budget

MEGABYTE = 1024 * 1024
SHAPED = {
    "/webhooks/whatsapp": b"X-Hub-Signature-256: sha256=" + b"0" * 64,
    "/webhooks/razorpay": b"X-Razorpay-Signature: " + b"0" * 64,
}


@pytest.fixture
def crowd() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack


def stall(doors: Doors, crowd: ExitStack, path: str, size: int) -> socket.socket:
    """Begin a post of `size` bytes, shaped as if it were signed, and fall silent ten bytes before its end."""
    address = urlsplit(str(doors.client.base_url))
    wire = crowd.enter_context(
        socket.create_connection((address.hostname or "", address.port or 0), timeout=PATIENCE_SECONDS)
    )
    wire.sendall(f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: {size}\r\n".encode() + SHAPED[path] + b"\r\n\r\n")
    wire.sendall(b"[" * (size - 10))
    return wire


def test_seventeen_silent_posts_do_not_close_the_door(doors: Doors, crowd: ExitStack) -> None:
    for number in range(17):
        stall(doors, crowd, "/webhooks/whatsapp", 4 * MEGABYTE)
        assert doors.meta_sends(envelope(words("hi", f"wamid.{number}"))).status_code == 200
    assert whatsapp.BODIES.held <= whatsapp.BODIES.most
    assert doors.razorpay_sends(b"{}", "evt_1").status_code == 200


def test_silence_at_one_door_takes_nothing_from_the_other(doors: Doors, crowd: ExitStack) -> None:
    for _ in range(20):
        stall(doors, crowd, "/webhooks/razorpay", MEGABYTE)
    assert razorpay.BODIES.held <= razorpay.BODIES.most_of_one
    large = envelope(words("x" * 3 * MEGABYTE))
    assert doors.meta_sends(large).status_code == 200
    assert doors.razorpay_sends(b"{}", "evt_1").status_code == 200


def test_who_has_to_make_room_hears_it(doors: Doors, crowd: ExitStack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whatsapp.BODIES, "most_of_one", 3 * MEGABYTE)
    oldest = stall(doors, crowd, "/webhooks/whatsapp", 2 * MEGABYTE)
    # Whose bytes come last is let in: so all of the oldest are here before the others begin.
    assert wait_until(lambda: whatsapp.BODIES.held == 2 * MEGABYTE - 10, PATIENCE_SECONDS)
    oldest.settimeout(bodies.SECONDS_TO_READ / 2)
    stall(doors, crowd, "/webhooks/whatsapp", 2 * MEGABYTE)
    assert oldest.recv(100).split()[1] == b"408"


def test_who_hangs_up_in_the_middle_is_no_fault_of_ours(
    doors: Doors, crowd: ExitStack, caplog: pytest.LogCaptureFixture
) -> None:
    stall(doors, crowd, "/webhooks/whatsapp", 1000).close()
    assert doors.meta_sends(envelope(words("hi"))).status_code == 200
    assert [record for record in caplog.records if record.exc_info] == []


@pytest.mark.parametrize("beginning", [b"", b"GET / HTTP/1.1\r\nHost: x\r\n", b"shaped"])
def test_more_silent_connections_than_we_have_leave_room_for_who_speaks(
    database: str, monkeypatch: pytest.MonkeyPatch, crowd: ExitStack, beginning: bytes
) -> None:
    monkeypatch.setattr(request_limits, "MOST_CONNECTIONS", 10)
    if beginning == b"shaped":
        head = b"POST /webhooks/razorpay HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n"
        beginning = head + SHAPED["/webhooks/razorpay"] + b"\r\n\r\n{"
    place = Place(limit_concurrency=12)
    crowd.callback(place.stop)
    with place.serving(open_doors()):
        for _ in range(40):
            crowd.enter_context(socket.create_connection(("127.0.0.1", place.port), timeout=PATIENCE_SECONDS)).sendall(
                beginning
            )
            with socket.create_connection(("127.0.0.1", place.port), timeout=PATIENCE_SECONDS) as wire:
                wire.sendall(b"GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                assert wire.recv(100).split()[1] == b"200"


POSTS = st.lists(st.tuples(st.sampled_from("abcd"), st.integers(1, 40)), max_size=60)


@given(POSTS)
def test_a_budget_is_never_passed_and_who_holds_little_keeps_it(posts: list[tuple[str, int]]) -> None:
    """Whatever four addresses hold back: the newest body stays, and so does all of who holds less than his share."""
    budget = Budget(most=100, most_of_one=40)
    with ExitStack() as stack:
        for address, size in posts:
            reading = stack.enter_context(budget.reading(address, Mock()))
            before = budget.held_by(address)
            reading.grow(size)
            assert not reading.is_over
            assert before + size > 25 or budget.held_by(address) == before + size
            assert budget.held <= 100
            assert all(budget.held_by(each) <= 40 for each in "abcd")
    assert budget.held == 0


def test_a_body_that_was_let_go_counts_no_more() -> None:
    budget = Budget(most=100, most_of_one=40)
    told = Mock()
    with budget.reading("a", told) as old, budget.reading("a", Mock()) as new:
        old.grow(30)
        new.grow(30)
        old.grow(30)
        assert (told.call_count, old.is_over, budget.held) == (1, True, 30)
    assert budget.held == 0


def test_nobody_waits_while_the_collector_looks_through_our_code() -> None:
    """Without this the door's p99 at 32 connections is six times the bare endpoint's (`bench ack`)."""
    server = SteadyServer(uvicorn.Config("jamango.app:create_app", factory=True, log_config=None, lifespan="off"))
    server.config.load()
    server.lifespan = server.config.lifespan_class(server.config)
    place = free_socket()

    async def start() -> None:
        await server.startup([place])
        await server.shutdown([place])

    assert is_looked_through(server.config.loaded_app)
    asyncio.run(start())
    assert not is_looked_through(server.config.loaded_app)
