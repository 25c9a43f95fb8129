"""A chat as text, in order, with ticks: for a test that failed, and for whoever answers in the office.

09:41  Asha      hi
09:41  shop ✓✓   Fresh mangoes today!
                 [Alphonso · Hapus] [Kesar]
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.inbound import Inbound, InboundKind, parse_message
from core.outside import as_object, as_objects, as_text
from core.views.transcript import Utterance, latest_of, transcript

TICKS = {"sent": "✓", "delivered": "✓✓", "read": "✓✓ read", "failed": "✗"}
MARGIN = 18
Graph = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that was said: when (UTC), by them or us, as lines, how far it got, and Meta's id of theirs."""

    at: datetime
    from_them: bool
    lines: tuple[str, ...]
    mark: str
    message_id: str = ""


def read_transcript(session: Session, chat_id: int) -> list[Said]:
    """All that was said in a chat, in order."""
    return [_read(row) for row in transcript(session, chat_id)]


def read_latest(session: Session, chat_id: int, limit: int) -> list[Said]:
    """The last so many things that were said, in order."""
    return [_read(row) for row in latest_of(session, chat_id, limit)]


def _read(row: Utterance) -> Said:
    if row.payload is not None:
        inbound = parse_message(row.payload)
        words = describe_inbound(inbound)
        return Said(at=row.at, from_them=True, lines=(words,), mark="", message_id=inbound.message_id)
    body = row.body or {}
    graph = row.sent_payload or as_object(body, "message")
    lines = describe_message(graph) or (f"({as_text(body, 'key').replace('-', ' ')})",)
    mark = TICKS.get(row.delivery_status or "", "" if row.status == "done" else f"({row.status})")
    return Said(at=row.at, from_them=False, lines=lines, mark=mark)


def print_transcript(session: Session, chat_id: int, zone: ZoneInfo) -> str:
    """The chat as a page of text."""
    lines = []
    for said in read_transcript(session, chat_id):
        who = "them" if said.from_them else f"shop {said.mark}"
        first, *rest = [line for part in said.lines for line in part.splitlines()] or [""]
        lines.append(f"{said.at.astimezone(zone):%H:%M}  {who:<10} {first}")
        lines += [" " * MARGIN + line for line in rest]
    return "\n".join(lines)


def describe_inbound(inbound: Inbound) -> str:
    """What a person did, in a line."""
    if inbound.kind is InboundKind.TEXT:
        return inbound.text
    if inbound.kind is InboundKind.TAP:
        return f"[{inbound.tap_title or 'button'}]"
    details = {
        InboundKind.LOCATION: f"{inbound.latitude}, {inbound.longitude} {inbound.place}",
        InboundKind.REACTION: inbound.emoji or "taken back",
        InboundKind.CONTACTS: ", ".join(inbound.phones),
        InboundKind.FORM: inbound.form.words,
    }
    return f"({inbound.type or inbound.kind.value}) {details.get(inbound.kind, inbound.text)}".rstrip()


def describe_message(graph: Graph) -> tuple[str, ...]:
    """What a message of ours says and offers, line by line; empty for nothing."""
    kind = as_text(graph, "type")
    content = as_object(graph, kind)
    if kind == "text":
        return (as_text(content, "body"),)
    if kind == "interactive":
        return _describe_interactive(content)
    if kind == "template":
        return (f"(template {as_text(content, 'name')}) {_describe_parameters(content)}",)
    if kind in {"image", "location"}:
        caption = as_text(content, "caption") or as_text(content, "name")
        return (f"({kind}) {caption}".rstrip(),)
    return (f"({kind})",) if kind else ()


def _describe_interactive(content: Graph) -> tuple[str, ...]:
    header, action = as_object(content, "header"), as_object(content, "action")
    head = as_text(header, "text") or (f"({as_text(header, 'type')})" if header else "")
    lines = [head, as_text(as_object(content, "body"), "text"), as_text(as_object(content, "footer"), "text")]
    buttons = [as_text(as_object(button, "reply"), "title") for button in as_objects(action, "buttons")]
    parameters = as_object(action, "parameters")
    link = as_text(parameters, "display_text") or as_text(parameters, "flow_cta")
    form = "form" if as_text(content, "type") == "address_message" else ""
    lines.append(" ".join(f"[{title}]" for title in [*buttons, link, form, as_text(action, "button")] if title))
    for section in as_objects(action, "sections"):
        lines.append(as_text(section, "title"))
        rows = as_objects(section, "rows")
        lines += [f"  · {as_text(row, 'title')}  {as_text(row, 'description')}".rstrip() for row in rows]
    return tuple(line for line in lines if line)


def _describe_parameters(content: Graph) -> str:
    parameters = [
        as_text(parameter, "text")
        for component in as_objects(content, "components")
        for parameter in as_objects(component, "parameters")
    ]
    return " · ".join(filter(None, parameters))
