"""What may stand in Meta's place: servers that answer as neither Meta nor our pretend Meta ever would."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PIECES = 600
SECONDS_BETWEEN_PIECES = 0.1
GOOD = json.dumps({"messages": [{"id": "wamid.1"}]}).encode()
OURSELVES = json.dumps({"id": "100"}).encode()


class OddMeta:
    """Answers every send with `status`, `headers` and `body`; a question of our own number too, unless `is_alive`."""

    def __init__(self, status: int, body: bytes = b"", headers: dict[str, str] | None = None) -> None:
        self.status, self.body, self.headers = status, body, headers or {}
        self.is_alive = False
        self.sends = 0
        odd = self

        class Answer(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["Content-Length"]))
                odd.sends += 1
                self._say(odd.status, odd.body, odd.headers)

            def do_GET(self) -> None:
                if odd.is_alive:
                    self._say(200, OURSELVES, {})
                else:
                    self._say(odd.status, odd.body, odd.headers)

            def _say(self, status: int, body: bytes, headers: dict[str, str]) -> None:
                self.send_response(status)
                for name, value in {**headers, "Content-Length": str(len(body))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Nothing: a test's output is for failures."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


@contextmanager
def dripping(part: str) -> Iterator[str]:
    """The address of a server that says one small piece of a good answer's `part` (head, body) after another."""
    over = threading.Event()
    place = socket.create_server(("127.0.0.1", 0))

    def answer() -> None:
        while not over.is_set():
            try:
                wire, _ = place.accept()
            except OSError:
                return
            threading.Thread(target=_drip, args=(wire, part, over), daemon=True).start()

    threading.Thread(target=answer, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{place.getsockname()[1]}"
    finally:
        over.set()
        place.close()


def _drip(wire: socket.socket, part: str, over: threading.Event) -> None:
    length = f"Content-Length: {len(GOOD) + PIECES}\r\n".encode()
    with wire:
        try:
            wire.sendall(b"HTTP/1.1 200 OK\r\n" + (length + b"\r\n" if part == "body" else b""))
            for piece in range(PIECES):
                if over.wait(SECONDS_BETWEEN_PIECES):
                    return
                wire.sendall(b" " if part == "body" else f"X-{piece}: y\r\n".encode())
            wire.sendall(GOOD if part == "body" else f"Content-Length: {len(GOOD)}\r\n\r\n".encode() + GOOD)
        except OSError:
            return
