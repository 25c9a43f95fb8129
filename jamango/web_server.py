"""uvicorn's server, without the pauses that Python's collector of garbage makes."""

from __future__ import annotations

import gc
import socket

import uvicorn


class SteadyServer(uvicorn.Server):
    """A server whose collector never again looks through what was there when it began to answer.

    That is all of our code and libraries: looking through it takes 85 ms, several times a second under load, in which
    nobody is answered (docs/bench.md).
    """

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        gc.collect()
        gc.freeze()
