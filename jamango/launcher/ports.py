"""Ports of the loopback interface: which is free, who answers."""

from __future__ import annotations

import errno
import socket
from contextlib import suppress
from ipaddress import ip_address

from core.errors import Fault

LOOPBACK = "127.0.0.1"


def free_port() -> int:
    """A port that nobody uses at this moment."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
        return port


def refuse_a_taken_port(port: int, option: str, host: str = LOOPBACK) -> None:
    """Raise Fault, naming the option to use, when `host` and `port` cannot be listened on."""
    trouble = _trouble_at(host, port)
    if trouble is None:
        return
    if trouble.errno in {errno.EADDRINUSE, errno.EACCES, errno.EPERM}:
        taken = trouble.errno == errno.EADDRINUSE
        reason = "is taken by another program" if taken else f"is refused ({trouble.strerror})"
        raise Fault(f"Port {port} {reason}; choose another with {option}.") from trouble
    raise Fault(f"{host} is no address of this machine ({trouble.strerror}); choose another with --host.") from trouble


def chosen_port(asked: int | None, usual: int, option: str, *, but_not: int | None = None) -> int:
    """The port to listen on: the one that was asked for, else the usual one, else any that is free.

    Raises Fault when the one that was asked for is taken, or is the one that something else of ours has.
    """
    if asked is not None:
        if asked == but_not:
            raise Fault(f"Port {asked} cannot be given twice; choose another with {option}.")
        refuse_a_taken_port(asked, option)
        return asked
    return usual if usual != but_not and _trouble_at(LOOPBACK, usual) is None else free_port()


def address_of(host: str, port: int) -> str:
    """Where this machine reaches what listens on `host`: `0.0.0.0` and `::` are everywhere, so also here."""
    with suppress(ValueError):  # a name is no number, and reached as it is
        listening = ip_address(host)
        if listening.is_unspecified:
            host = LOOPBACK if listening.version == 4 else "::1"
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _trouble_at(host: str, port: int) -> OSError | None:
    """Why nothing can listen there; None when it can."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, kind, protocol, _, place = found[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as the server will: a closed one lingers
            probe.bind(place)
            probe.listen()
    except OSError as error:
        return error
    return None


def answers(port: int, host: str = LOOPBACK) -> bool:
    """Whether somebody listens on the port."""
    try:
        socket.create_connection((host, port), timeout=1).close()
    except OSError:
        return False
    return True
