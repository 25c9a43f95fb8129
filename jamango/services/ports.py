"""Ports of the loopback interface: which is free, who answers."""

from __future__ import annotations

import errno
import socket

from core.errors import Fault

LOOPBACK = "127.0.0.1"


def free_port() -> int:
    """A port that nobody uses at this moment."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
        return port


def refuse_a_taken_port(port: int, option: str, host: str = LOOPBACK) -> None:
    """Raise Fault, naming the option to use, when `port` cannot be listened on."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server will: a closed one lingers
        try:
            probe.bind((host, port))
            probe.listen()
        except OSError as error:
            reason = (
                "is taken by another program" if error.errno == errno.EADDRINUSE else f"is refused ({error.strerror})"
            )
            raise Fault(f"Port {port} {reason}; choose another with {option}.") from error


def answers(port: int, host: str = LOOPBACK) -> bool:
    """Whether somebody listens on the port."""
    try:
        socket.create_connection((host, port), timeout=1).close()
    except OSError:
        return False
    return True
