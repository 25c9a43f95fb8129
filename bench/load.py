"""A light HTTP load: keep-alive connections over plain asyncio streams, because a heavy client would measure itself."""

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Request:
    path: str
    body: bytes
    headers: dict[str, str]


@dataclass(frozen=True)
class Outcome:
    """Latencies in seconds, and how long the whole took."""

    latencies: Sequence[float]
    failures: int
    seconds: float

    @property
    def rate(self) -> float:
        return len(self.latencies) / self.seconds

    def percentile(self, share: float) -> float:
        """The latency that `share` (0..1) of the requests stayed within, in milliseconds."""
        ordered = sorted(self.latencies)
        return 1000 * ordered[min(int(share * len(ordered)), len(ordered) - 1)]


class Wire:
    """One keep-alive connection; a new one when the server has closed it because nobody spoke."""

    def __init__(self, url: str) -> None:
        self._address = urlsplit(url)
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def post(self, request: Request) -> int:
        """Send and return the status."""
        if self._writer is None or self._reader is None or self._reader.at_eof():
            self.close()
            self._reader, self._writer = await asyncio.open_connection(self._address.hostname, self._address.port)
        head = [
            f"POST {request.path} HTTP/1.1",
            f"Host: {self._address.netloc}",
            f"Content-Length: {len(request.body)}",
        ]
        head += [f"{name}: {value}" for name, value in request.headers.items()]
        self._writer.write("\r\n".join([*head, "", ""]).encode() + request.body)
        answer = await self._reader.readuntil(b"\r\n\r\n")
        length = next(
            (int(line[15:]) for line in answer.lower().split(b"\r\n") if line.startswith(b"content-length:")), 0
        )
        if length:
            await self._reader.readexactly(length)
        return int(answer[9:12])

    def close(self) -> None:
        if self._writer is not None:
            self._writer.close()


async def flood(url: str, make: Callable[[int], Request], *, total: int, connections: int) -> Outcome:
    """As fast as the connections go: `total` requests in all."""
    numbers = iter(range(total))
    return await _run(url, connections, lambda: next(numbers, None), make)


async def pace(url: str, make: Callable[[int], Request], *, rate: float, total: int, connections: int) -> Outcome:
    """At a steady rate; a latency is counted from the moment the request was due, so that a stall is not hidden."""
    queue: asyncio.Queue[tuple[int, float] | None] = asyncio.Queue()
    latencies: list[float] = []
    failures = 0

    async def work() -> None:
        nonlocal failures
        wire = Wire(url)
        while (job := await queue.get()) is not None:
            number, due = job
            failures += await wire.post(make(number)) != 200
            latencies.append(time.perf_counter() - due)
        wire.close()

    workers = [asyncio.create_task(work()) for _ in range(connections)]
    began = time.perf_counter()
    for number in range(total):
        due = began + number / rate
        await asyncio.sleep(max(due - time.perf_counter(), 0))
        queue.put_nowait((number, due))
    for _ in workers:
        queue.put_nowait(None)
    await asyncio.gather(*workers)
    return Outcome(latencies, failures, time.perf_counter() - began)


async def _run(url: str, connections: int, take: Callable[[], int | None], make: Callable[[int], Request]) -> Outcome:
    latencies: list[float] = []
    failures = 0

    async def work() -> None:
        nonlocal failures
        wire = Wire(url)
        while (number := take()) is not None:
            began = time.perf_counter()
            failures += await wire.post(make(number)) != 200
            latencies.append(time.perf_counter() - began)
        wire.close()

    began = time.perf_counter()
    await asyncio.gather(*(work() for _ in range(connections)))
    return Outcome(latencies, failures, time.perf_counter() - began)
