"""Kept connections and whole answers, against servers that do what they like with a socket."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest

from bot.http_exchange import Address, Connections, NoAnswer, NoRequest, NotReached, Timeouts
from bot.http_form import write_form
from tests.support.patience import PATIENCE_SECONDS

SOON = Timeouts(connect=5, write=5, read=5, whole=5)
OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi"
CLOSE = b""  # said by hanging up


class Server:
    """Answers each request of a connection with the next of its answers; the last connection's are used again."""

    def __init__(self, connections: Sequence[Sequence[bytes]]) -> None:
        self._answers = [list(answers) for answers in connections]
        self._place = socket.create_server(("127.0.0.1", 0))
        self.address = Address("http", "127.0.0.1", self._place.getsockname()[1], "/messages")
        self.requests: list[bytes] = []
        self.met = 0
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._place.shutdown(socket.SHUT_RDWR)
        self._place.close()
        self._thread.join(PATIENCE_SECONDS)

    def _serve(self) -> None:
        for answers in self._answers:
            try:
                wire, _ = self._place.accept()
            except OSError:
                return
            self.met += 1
            with wire:
                for answer in answers:
                    self.requests.append(wire.recv(65536))
                    if answer != CLOSE:
                        wire.sendall(answer)


@contextmanager
def serving(*connections: Sequence[bytes]) -> Iterator[tuple[Server, Connections]]:
    server, ours = Server(connections), Connections()
    try:
        yield server, ours
    finally:
        ours.close()
        server.close()


def ask(ours: Connections, address: Address, largest: int = 1000) -> tuple[int, bytes]:
    return ours.exchange("POST", address, {"Authorization": "Bearer token"}, b"{}", SOON, largest=largest)


def test_a_connection_is_kept_for_the_next_call() -> None:
    with serving([OK, OK]) as (server, ours):
        assert [ask(ours, server.address) for _ in range(2)] == [(200, b"hi")] * 2
        assert server.met == 1
    port = server.address.port
    assert server.requests[0] == (
        b"POST /messages HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Bearer token\r\n"
        b"Content-Length: 2\r\n\r\n{}" % port
    )


def test_one_that_was_closed_meanwhile_is_not_used_again() -> None:
    with serving([OK], [OK]) as (server, ours):
        ask(ours, server.address)
        server_has_hung_up(ours)
        assert ask(ours, server.address) == (200, b"hi")
        assert server.met == 2


def server_has_hung_up(ours: Connections) -> None:
    ((_, _, connection),) = ours._idle
    assert connection.recv(1, socket.MSG_PEEK) == b""


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nhi",
        b"HTTP/1.0 200 OK\r\nContent-Length: 2\r\n\r\nhi",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nhi",
        OK + b"HTTP/1.1 200 OK\r\n",
    ],
    ids=["close", "1.0", "until the end", "more than an answer"],
)
def test_one_that_ends_with_its_answer_or_says_too_much_is_not_kept(answer: bytes) -> None:
    with serving([answer], [OK]) as (server, ours):
        assert ask(ours, server.address) == (200, b"hi")
        assert ours._idle == []


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nh\r\n1\r\ni\r\n0\r\n\r\n",
        b"HTTP/1.1 100 Continue\r\n\r\n" + OK,
        b"HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n" + OK,
    ],
    ids=["chunked", "go on", "hints"],
)
def test_every_way_to_say_it_is_understood_and_kept(answer: bytes) -> None:
    with serving([answer, OK]) as (server, ours):
        assert [ask(ours, server.address) for _ in range(2)] == [(200, b"hi")] * 2
        assert server.met == 1


@pytest.mark.parametrize(
    "answer",
    [
        CLOSE,
        b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhi",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nhi",
        b"SSH-2.0-OpenSSH_9.6\r\n",
        b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n" + b"x" * 2000,
        b"HTTP/1.1 200 OK\r\nX: " + b"x" * 100_000,
    ],
    ids=["nothing", "half", "half a chunk", "no HTTP", "another protocol", "too long", "a head without end"],
)
def test_what_is_no_whole_answer_leaves_us_unsure_and_nothing_behind(answer: bytes) -> None:
    with serving([answer]) as (server, ours):
        with pytest.raises(NoAnswer):
            ask(ours, server.address)
        assert ours._idle == []


def test_nobody_there_means_that_nothing_was_sent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as place:
        port = place.getsockname()[1]
    with pytest.raises(NotReached):
        ask(Connections(), Address("http", "127.0.0.1", port, "/"))


@pytest.mark.parametrize(
    ("url", "header"),
    [
        ("ftp://127.0.0.1/", "fine"),
        ("127.0.0.1/messages", "fine"),
        ("http://graph..example/", "fine"),
        ("http://127.0.0.1:1/", "two\r\nlines"),
        ("http://127.0.0.1:1/", "zero\u200bwidth"),
    ],
)
def test_what_makes_no_request_is_not_sent(url: str, header: str) -> None:
    with pytest.raises(NoRequest):
        Connections().exchange("GET", Address.parse(url), {"X": header}, b"", SOON, largest=1)


def test_a_file_cannot_write_the_lines_of_its_form() -> None:
    kind, body = write_form({"type": "image/png"}, 'a"\r\nX: 1.png', "image/png\r\nY: 2", b"\x89PNG")
    boundary = kind.partition("boundary=")[2].encode()
    assert body.count(b"--" + boundary) == 3
    assert b"\r\nX: 1" not in body
    assert b"\r\nY: 2" not in body
    assert b"\r\n\r\n\x89PNG\r\n" in body
