"""A phone of the simulator, as somebody holding it would use it."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import httpx

from core.errors import Fault

WAIT_SECONDS = 20.0
LONG_POLL_SECONDS = 5


@dataclass(frozen=True)
class Choice:
    """Something to tap: a row of a list or a button."""

    message_id: str
    id: str
    title: str
    description: str = ""


@dataclass(frozen=True)
class Heard:
    """A message from the shop, with what can be tapped and followed in it."""

    seq: int
    id: str
    text: str
    choices: tuple[Choice, ...]
    links: tuple[str, ...]


class Phone:
    """Says, taps and hears. `show(side, text)` is called for each message of either side."""

    def __init__(self, simulator: httpx.Client, phone_id: str, show: Callable[[str, str], None]) -> None:
        self._simulator = simulator
        self._path = f"/sim/phones/{phone_id}"
        self._show = show
        self._seen = max((message["seq"] for message in self._messages(after=0, wait=0)), default=0)

    def says(self, text: str) -> None:
        """Type a message."""
        self._show("customer", text)
        self._post(f"{self._path}/send", {"type": "text", "text": text})

    def taps(self, message: Heard, title: str) -> None:
        """Tap the first choice whose title matches the regular expression. Raises Fault when there is none."""
        for choice in message.choices:
            if re.search(title, choice.title, re.IGNORECASE):
                self._show("customer", f"▸ {choice.title}")
                self._post(f"{self._path}/tap", {"message_id": choice.message_id, "id": choice.id})
                return
        offered = ", ".join(choice.title for choice in message.choices) or "nothing"
        raise Fault(f"The chat offers nothing like {title!r} to tap; it offers {offered}.")

    def hears(self, wanted: Callable[[Heard], bool], what: str) -> Heard:
        """Wait for a message that is wanted; others are shown and passed over. Raises Fault after 20 s."""
        deadline = time.monotonic() + WAIT_SECONDS
        while time.monotonic() < deadline:
            for message in self._messages(after=self._seen, wait=LONG_POLL_SECONDS):
                self._seen = max(self._seen, message["seq"])
                if message["direction"] != "to_phone":
                    continue
                heard = read_message(message)
                self._show("shop", heard.text)
                if wanted(heard):
                    return heard
        raise Fault(f"No answer with {what} came within {WAIT_SECONDS:.0f} s.")

    def pays(self, link: str) -> None:
        """Pay on the page behind a link, as the page's own button does."""
        self._show("customer", f"pays at {link}")
        self._post(f"/sim/links/{link.rstrip('/').rsplit('/', 1)[-1]}/pay", {"outcome": "paid", "method": "upi"})

    def _messages(self, *, after: int, wait: int) -> list[dict[str, Any]]:
        answer = self._simulator.get(
            f"{self._path}/messages", params={"after": after, "wait_seconds": wait}, timeout=LONG_POLL_SECONDS + 10
        )
        answer.raise_for_status()
        messages: list[dict[str, Any]] = answer.json()
        return messages

    def _post(self, path: str, body: dict[str, Any]) -> None:
        self._simulator.post(path, json=body).raise_for_status()


def read_message(message: dict[str, Any]) -> Heard:
    """Turn a message of the simulator (Graph's shape) into text, choices and links."""
    payload = message["payload"]
    kind = message["type"]
    if message.get("template"):
        return _read_template(message)
    if kind != "interactive":
        content = payload.get(kind, {})
        return Heard(message["seq"], message["id"], content.get("body") or content.get("caption") or kind, (), ())
    content = payload["interactive"]
    header = content.get("header") or {}
    parts = [f"🖼  {header['type']}" if header.get("type", "text") != "text" else header.get("text", "")]
    parts += [(content.get(name) or {}).get("text", "") for name in ("body", "footer")]
    choices, links = _read_action(message["id"], content["action"])
    shown = [*(part for part in parts if part), *_shown_choices(choices), *(f"🔗 {link}" for link in links)]
    return Heard(message["seq"], message["id"], "\n".join(shown), choices, links)


def _read_action(message_id: str, action: dict[str, Any]) -> tuple[tuple[Choice, ...], tuple[str, ...]]:
    buttons = [button["reply"] for button in action.get("buttons", [])]
    rows = [row for section in action.get("sections", []) for row in section.get("rows", [])]
    choices = tuple(
        Choice(message_id, item["id"], item["title"], item.get("description", "")) for item in [*buttons, *rows]
    )
    url = (action.get("parameters") or {}).get("url")
    return choices, (url,) if url else ()


def _read_template(message: dict[str, Any]) -> Heard:
    template = message["template"]
    text = "\n".join(template[part] for part in ("header", "body", "footer") if isinstance(template.get(part), str))
    return Heard(message["seq"], message["id"], text, (), tuple(re.findall(r"https?://\S+", text)))


def _shown_choices(choices: tuple[Choice, ...]) -> list[str]:
    return [f"  [{choice.title}] {choice.description}".rstrip() for choice in choices]
