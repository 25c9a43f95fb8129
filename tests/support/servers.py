"""ASGI applications on real ports.

Starting and stopping uvicorn costs a test a third of a second, so a test process keeps its servers and gives them one
application after another. Each application is started and ended as uvicorn does it, and its last requests with it.
"""

import asyncio
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx
import uvicorn

from jamango.request_limits import LimitedProtocol
from tests.support.patience import PATIENCE_SECONDS

SECONDS_TO_ANSWER = 1.0  # a request that is under way when its application ends
TRUSTED = ssl.create_default_context()


def free_socket() -> socket.socket:
    """A listening place nobody else gets before the server takes it."""
    place = socket.socket()
    place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    place.bind(("127.0.0.1", 0))
    return place


@contextmanager
def held_port() -> Iterator[int]:
    """A port for a process that may die and come back: nobody else on this machine is given it meanwhile.

    The socket that holds it never listens, so that a server, which sets SO_REUSEADDR too, may bind beside it.
    """
    with free_socket() as place:
        yield int(place.getsockname()[1])


_KEPT: list[socket.socket] = []


def keep_port() -> int:
    """A port for a process that is yet to start: as long as this one lives, nobody else on the machine is given it."""
    _KEPT.append(free_socket())
    return int(_KEPT[-1].getsockname()[1])


def address_of(place: socket.socket) -> str:
    return f"http://127.0.0.1:{place.getsockname()[1]}"


def open_client(address: str) -> httpx.Client:
    """A client of a place here: what it trusts elsewhere is read once, not for each.

    It lets go of an idle connection before the server does (5 s), which is httpx's own time too: a request that meets
    the server's goodbye is cut.
    """
    limits = httpx.Limits(keepalive_expiry=2)
    return httpx.Client(base_url=address, timeout=PATIENCE_SECONDS, verify=TRUSTED, limits=limits)


class Place:
    """A server that stands: who asks between two applications is answered 503."""

    def __init__(self, **settings: Any) -> None:
        self._socket = free_socket()
        self.port = self._socket.getsockname()[1]
        self.address = address_of(self._socket)
        self._application: Any = None
        self._requests: set[asyncio.Task[Any]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        config = uvicorn.Config(self._answer, http=LimitedProtocol, log_config=None, access_log=False, ws="none",
                                lifespan="off", interface="asgi3", proxy_headers=False,
                                timeout_graceful_shutdown=2, **settings)  # fmt: skip
        self._server = uvicorn.Server(config)
        self._started = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()
        assert self._started.wait(PATIENCE_SECONDS), "the server did not start"

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(PATIENCE_SECONDS)
        self._socket.close()

    @contextmanager
    def serving(self, app: Any) -> Iterator[str]:
        """Serve `app` until the block ends; gives its address."""
        assert self._loop is not None
        config = uvicorn.Config(app, log_config=None)
        config.load()
        lifespan = config.lifespan_class(config)
        asyncio.run_coroutine_threadsafe(self._begin(config, lifespan), self._loop).result(PATIENCE_SECONDS)
        try:
            yield self.address
        finally:
            asyncio.run_coroutine_threadsafe(self._end(lifespan), self._loop).result(PATIENCE_SECONDS)

    async def _begin(self, config: uvicorn.Config, lifespan: Any) -> None:
        await lifespan.startup()
        assert not lifespan.should_exit, "the application did not start"
        self._application = config.loaded_app

    async def _end(self, lifespan: Any) -> None:
        self._application = None
        if self._requests:
            await asyncio.wait(self._requests, timeout=SECONDS_TO_ANSWER)
        for request in self._requests:
            request.cancel()
        await lifespan.shutdown()

    async def _answer(self, scope: Any, receive: Any, send: Any) -> None:
        if self._application is None:
            await send({"type": "http.response.start", "status": 503, "headers": [(b"connection", b"close")]})
            await send({"type": "http.response.body"})
            return
        request = asyncio.current_task()
        assert request is not None
        self._requests.add(request)
        try:
            await self._application(scope, receive, send)
        finally:
            self._requests.discard(request)

    def _run(self) -> None:
        async def serve() -> None:
            self._loop = asyncio.get_running_loop()
            self._loop.call_soon(self._started.set)
            await self._server.serve(sockets=[self._socket])

        with asyncio.Runner(loop_factory=self._server.config.get_loop_factory()) as runner:
            runner.run(serve())


_IDLE: list[Place] = []


@contextmanager
def free_place() -> Iterator[Place]:
    """A place that nobody else uses until the block ends."""
    place = _IDLE.pop() if _IDLE else Place()
    try:
        yield place
    finally:
        _IDLE.append(place)


@contextmanager
def serving(app: Any) -> Iterator[str]:
    """Serve `app` until the block ends; gives its address."""
    with free_place() as place, place.serving(app) as address:
        yield address


def stop_servers() -> None:
    """When the last test is over."""
    while _IDLE:
        _IDLE.pop().stop()
