"""Meta's answers by script, because some of them nobody else gives."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.http_exchange import Address, Connections, Timeouts


@dataclass(frozen=True)
class Asked:
    method: str
    address: Address
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


class ScriptedConnections(Connections):
    """Gives the same answer to everybody until it is changed, and keeps what was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[Asked] = []
        self._status, self._content = 200, b""
        self._error: Exception | None = None

    def answers(self, status: int, content: bytes | None = None, *, json: Any = None) -> None:
        self._status, self._content, self._error = status, _dump(json) if content is None else content, None

    def fails(self, error: Exception) -> None:
        self._error = error

    def exchange(
        self,
        method: str,
        address: Address,
        headers: Mapping[str, str],
        body: bytes,
        timeouts: Timeouts,
        *,
        largest: int,
    ) -> tuple[int, bytes]:
        self.asked.append(Asked(method, address, headers, body))
        if self._error is not None:
            raise self._error
        return self._status, self._content


def _dump(document: Any) -> bytes:
    return json.dumps(document).encode()
