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
    for reply in _replies(action):
        if reply["id"] == choice:
            found = {"id": reply["id"], "title": reply["title"]}
            return {"type": "interactive", "interactive": {"type": "button_reply", "button_reply": found}}
    for row in [row for section in action.get("sections") or [] for row in section.get("rows") or []]:
        if row["id"] == choice:
            kept = {key: row[key] for key in ("id", "title", "description") if row.get(key)}
            return {"type": "interactive", "interactive": {"type": "list_reply", "list_reply": kept}}
    raise ValueError(f"message {message.id} has nothing to tap with the id {choice!r}")


def _replies(action: Json) -> list[Json]:
    replies = [button["reply"] for button in action.get("buttons") or []]
    for card in action.get("cards") or []:
        replies += [button["quick_reply"] for button in card.get("action", {}).get("buttons") or []]
    return replies


def _quick_reply(message: Message, choice: str) -> Json:
    for button in (message.template or {}).get("buttons") or []:
        if button["type"] == "QUICK_REPLY" and choice in {button.get("id"), button.get("text")}:
            found: Json = button
            return found
    raise ValueError(f"template message {message.id} has no quick reply {choice!r}")
