"""Asking the pretend world. httpx, which asks with care, would cost a test more than what it asks for."""

from __future__ import annotations

import http.client
import json as documents
import time
from dataclasses import dataclass
from http.client import HTTPMessage
from typing import Any
from urllib.parse import urlencode, urlsplit

from tests.support.patience import PATIENCE_SECONDS

SECONDS_KEPT = 2.0  # the servers let go of an idle connection after five
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status_code: int
    headers: HTTPMessage
    content: bytes

    @property
    def is_success(self) -> bool:
        return 200 <= self.status_code < 300

    @property
    def text(self) -> str:
        return self.content.decode()

    def json(self) -> Any:
        return documents.loads(self.content)

    def raise_for_status(self) -> Answer:
        assert self.status_code < 400, (self.status_code, self.text)
        return self


class KeptClient:
    """Several threads may ask at once: each takes a connection that idles, or opens one."""

    def __init__(self, address: str) -> None:
        self._place = urlsplit(address).netloc
        self._idle: list[tuple[http.client.HTTPConnection, float]] = []

    def get(self, path: str, **given: Any) -> Answer:
        return self.request("GET", path, **given)

    def post(self, path: str, **given: Any) -> Answer:
        return self.request("POST", path, **given)

    def put(self, path: str, **given: Any) -> Answer:
        return self.request("PUT", path, **given)

    def patch(self, path: str, **given: Any) -> Answer:
        return self.request("PATCH", path, **given)

    def delete(self, path: str, **given: Any) -> Answer:
        return self.request("DELETE", path, **given)

    def request(self, method: str, path: str, *, params: Any = None, json: Any = None, data: Any = None) -> Answer:
        """Ask with a document, or with the fields of a form; follows no redirect."""
        whole = f"{path}?{urlencode(params)}" if params else path
        if data is not None:
            return self.send(method, whole, urlencode(data).encode(), {"Content-Type": FORM})
        body = None if json is None else documents.dumps(json).encode()
        return self.send(method, whole, body, {"Content-Type": "application/json"})

    def send(self, method: str, path: str, body: bytes | None, headers: dict[str, str]) -> Answer:
        """Send these bytes and read what comes back."""
        connection = self._take()
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            content = answer.read()
        except BaseException:
            connection.close()
            raise
        self._idle.append((connection, time.monotonic()))
        return Answer(answer.status, answer.headers, content)

    def close(self) -> None:
        while self._idle:
            self._idle.pop()[0].close()

    def _take(self) -> http.client.HTTPConnection:
        while self._idle:
            connection, used_at = self._idle.pop()
            if time.monotonic() - used_at < SECONDS_KEPT:
                return connection
            connection.close()
        return http.client.HTTPConnection(self._place, timeout=PATIENCE_SECONDS)
