"""What a tap on a received message sends back."""

from __future__ import annotations

from typing import Any

from simulator.phones import Message

Json = dict[str, Any]


def answer_to(message: Message, choice: str) -> Json:
    """The message that a tap on `choice` (a button id, row id or template payload) makes. ValueError if none."""
    if message.type == "template":
        button = _quick_reply(message, choice)
        return {"type": "button", "button": {"payload": button["payload"], "text": button["text"]}}
    interactive = message.payload.get("interactive") or {}
    action = interactive.get("action") or {}
    for reply in _replies(interactive.get("type"), action):
        if reply["id"] == choice:
            found = {"id": reply["id"], "title": reply["title"]}
            return {"type": "interactive", "interactive": {"type": "button_reply", "button_reply": found}}
    sections = action["sections"] if interactive.get("type") == "list" else []
    for row in [row for section in sections for row in section["rows"]]:
        if row["id"] == choice:
            kept = {key: row[key] for key in ("id", "title", "description") if row.get(key)}
            return {"type": "interactive", "interactive": {"type": "list_reply", "list_reply": kept}}
    raise ValueError(f"message {message.id} has nothing to tap with the id {choice!r}")


def _replies(kind: str | None, action: Json) -> list[Json]:
    if kind == "button":
        return [button["reply"] for button in action["buttons"]]
    cards = [card["action"] for card in action["cards"] if card.get("type") != "product"] if kind == "carousel" else []
    tappable = [card for card in cards if card.get("name") != "cta_url"]
    return [button["quick_reply"] for card in tappable for button in card["buttons"]]


def _quick_reply(message: Message, choice: str) -> Json:
    for button in (message.template or {}).get("buttons") or []:
        if button["type"] == "QUICK_REPLY" and choice in {button.get("id"), button.get("text")}:
            found: Json = button
            return found
    raise ValueError(f"template message {message.id} has no quick reply {choice!r}")
