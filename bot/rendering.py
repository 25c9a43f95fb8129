"""What becomes of a leased message at the moment of sending: worded for the window of now, or not sent at all."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.failures import CODES, Retry
from bot.messages import TemplateMessage
from bot.notices import word_notice
from bot.template_files import template_for
from core.errors import Fault
from core.outbox.messages import LeasedMessage
from core.outbox.tables import MessageClass, OutboxKind

WINDOW = timedelta(hours=24)
# A killed process leaves a lease behind, mostly before it called: only many of them in a row mean that it is the
# message which kills.
UNSURE_MOST = 5


@dataclass(frozen=True, slots=True)
class Outgoing:
    """The JSON of what to send; `record` when the row does not hold it already; the template's name if it is one."""

    message: str
    record: bool
    template: str | None = None


@dataclass(frozen=True, slots=True)
class Dropped:
    """Not sent, for a reason that is as it should be (`is_right`) or that a human must hear of."""

    reason: str
    is_right: bool = True


def window_is_open(last_inbound_at: datetime | None, now: datetime) -> bool:
    """Whether Meta takes free messages: the person wrote in the last 24 hours."""
    return last_inbound_at is not None and now - last_inbound_at < WINDOW


def decide(lease: LeasedMessage, zone: ZoneInfo) -> Outgoing | Dropped:
    """Word the message, or say why it is not sent. Raises Fault when it cannot be worded."""
    if lease.overtaken:
        return Dropped("overtaken")
    if lease.unsure_tries >= UNSURE_MOST:
        return Dropped("the process ended at every try", is_right=False)
    if lease.phone is None and lease.user_id is None:
        return Dropped("no address to send to", is_right=lease.message_class is MessageClass.REPLY)
    if lease.message_class is MessageClass.MARKETING and not lease.marketing_granted:
        return Dropped("no consent to marketing")
    is_open = window_is_open(lease.last_inbound_at, lease.now)
    if lease.kind is OutboxKind.MESSAGE:
        return _pass_on(lease, is_open=is_open)
    return _word(lease, zone, is_open=is_open)


def _pass_on(lease: LeasedMessage, *, is_open: bool) -> Outgoing | Dropped:
    if lease.message is None:
        raise Fault(f"The outbox row {lease.id} is a message without one.")
    if is_open:
        return Outgoing(lease.message, record=False)
    # An answer that comes too late can be asked for again; what the founder wrote to somebody cannot.
    return Dropped("the window is closed", is_right=lease.answers_id is not None)


def _word(lease: LeasedMessage, zone: ZoneInfo, *, is_open: bool) -> Outgoing | Dropped:
    if lease.key is None:
        raise Fault(f"The outbox row {lease.id} is a notice without a key.")
    values = lease.values or {}
    template_failed = lease.error_code in CODES[Retry.TEMPLATE]
    if is_open and (template_failed or not lease.as_template):
        message = word_notice(lease.language, lease.key, values, lease.now, zone)
    else:
        template = template_for(lease.language, lease.key, values, lease.now, zone)
        if template is None:
            return Dropped(f"the window is closed and {lease.key} has no template", is_right=False)
        message = template
    graph = json.dumps(message.to_graph(), ensure_ascii=False)
    return Outgoing(graph, record=True, template=message.name if isinstance(message, TemplateMessage) else None)
