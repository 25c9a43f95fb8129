"""An ASGI application on a real port, in a thread."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn

from jamango.request_limits import LimitedProtocol

SECONDS_TO_START = 20.0


def free_socket() -> socket.socket:
    """A listening place nobody else gets before the server takes it."""
    place = socket.socket()
    place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    place.bind(("127.0.0.1", 0))
    return place


def address_of(place: socket.socket) -> str:
    return f"http://127.0.0.1:{place.getsockname()[1]}"


@contextmanager
def serving(app: Any, place: socket.socket, *, most_connections: int | None = None) -> Iterator[str]:
    """Serve `app` until the block ends; gives its address. At `most_connections` uvicorn answers 503."""
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            http=LimitedProtocol,
            log_config=None,
            access_log=False,
            ws="none",
            limit_concurrency=most_connections,
            timeout_graceful_shutdown=2,
        )
    )
    thread = threading.Thread(target=server.run, kwargs={"sockets": [place]}, daemon=True)
    thread.start()
    wait = threading.Event()
    for _ in range(int(SECONDS_TO_START / 0.005)):
        if server.started:
            break
        assert thread.is_alive(), "the server ended at its start"
        wait.wait(0.005)
    assert server.started, "the server did not start"
    try:
        yield address_of(place)
    finally:
        server.should_exit = True
        thread.join(SECONDS_TO_START)
        place.close()
