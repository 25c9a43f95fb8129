"""The small client that carries webhooks: kept connections, odd answers, answers that do not come."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from simulator.posting import Poster

Answers = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


def saying(*answers: bytes, close: bool = False) -> Answers:
    """A server that answers each request of a connection with the next of these, or closes after them."""

    async def door(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for answer in answers:
            try:
                head = await reader.readuntil(b"\r\n\r\n")
            except asyncio.IncompleteReadError:
                break
            length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
            await reader.readexactly(length)
            writer.write(answer)
            await writer.drain()
        if not close:
            await reader.read()
        writer.close()
        await asyncio.gather(writer.wait_closed(), return_exceptions=True)

    return door


def post(door: Answers, times: int = 1, timeout_seconds: float = 5) -> tuple[list[int | None], int]:
    """The statuses of so many POSTs, one after another, and over how many connections they went."""

    async def run() -> tuple[list[int | None], int]:
        connections: list[asyncio.Task[None] | None] = []

        async def count(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            connections.append(asyncio.current_task())
            await door(reader, writer)

        server = await asyncio.start_server(count, "127.0.0.1", 0)
        host, port = server.sockets[0].getsockname()
        poster = Poster(4)
        url = f"http://{host}:{port}/webhooks/whatsapp?a=b"
        statuses = [await poster.post(url, b"{}", {"X-A": "b"}, timeout_seconds) for _ in range(times)]
        poster.close()
        await asyncio.gather(*[task for task in connections if task])
        server.close()
        return statuses, len(connections)

    return asyncio.run(run())


OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"


def test_a_connection_is_used_again() -> None:
    assert post(saying(OK, OK, OK), times=3) == ([200, 200, 200], 1)


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.0 200 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    ],
)
def test_an_answer_without_an_end_we_know_ends_the_connection(answer: bytes) -> None:
    assert post(saying(answer), times=2) == ([200, 200], 2)


@pytest.mark.parametrize(
    ("answer", "status"), [(b"HTTP/1.1 204 No Content\r\n\r\n", 204), (OK.replace(b"200", b"503"), 503)]
)
def test_other_statuses_keep_it(answer: bytes, status: int) -> None:
    assert post(saying(answer, answer), times=2) == ([status, status], 1)


@pytest.mark.parametrize("answer", [b"", b"HTTP/1.1", b"SSH-2.0-x\r\n\r\n", b"HTTP/1.1 abc\r\n\r\n", b"x" * 100_000])
def test_nonsense_and_silence_are_no_answer(answer: bytes) -> None:
    assert post(saying(answer, close=True))[0] == [None]


def test_an_answer_that_takes_too_long_is_none() -> None:
    assert post(saying(b""), timeout_seconds=0.05)[0] == [None]


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/", "http://[bad/", "http://127.0.0.1:99999/", "nonsense"])
def test_nobody_there(url: str) -> None:
    assert asyncio.run(Poster(1).post(url, b"", {}, 2)) is None
