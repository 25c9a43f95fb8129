"""The worker's pieces of work that are not turns: delivery statuses, news from both platforms, unreadable events."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import structlog
from sqlmodel import Session

from bot import account_news
from bot.delivery_statuses import apply_statuses
from bot.forms import handle_form_news
from bot.inbound import parse_status
from bot.preferences import handle_preferences
from bot.templates import handle_template_news
from core.alerts.actions import raise_alert
from core.checkpoints import Checkpoint, reach
from core.clock import read_now
from core.inbox.claims import PendingEvent, mark_handled, try_later
from core.inbox.tables import InboxKind, Provider
from core.outside import read_json
from core.payments.webhook_events import handle_webhook_event
from core.stalls.qr_events import handle_qr_event
from jamango.batches import handle_batch

log = structlog.get_logger(__name__)

STATUSES_AT_ONCE = 200
# A status may come before the answer to the very call that sent the message was stored.
PATIENCE_WITH_STATUS = timedelta(hours=24)

TEMPLATE_FIELDS = {
    "message_template_status_update",
    "message_template_quality_update",
    "message_template_components_update",
    "template_category_update",
}


def apply_delivery_statuses() -> bool:
    """Note what became of messages we sent, many in one transaction."""
    return handle_batch(InboxKind.STATUS, STATUSES_AT_ONCE, _apply_statuses, _ring_for_status)


def _apply_statuses(session: Session, events: Sequence[PendingEvent]) -> None:
    now = read_now(session)
    statuses = {event.id: parse_status(event.payload) for event in events}
    unmatched = apply_statuses(session, list(statuses.values()), now)
    early = [event for event in events if statuses[event.id] in unmatched and _may_still_match(event, now)]
    for event in early:
        try_later(session, event.id, now + (now - event.received_at) + timedelta(seconds=1), "message unknown")
    waiting = {event.id for event in early}
    mark_handled(session, [event.id for event in events if event.id not in waiting])
    reach(Checkpoint.STATUSES_NOT_COMMITTED)


def _may_still_match(event: PendingEvent, now: datetime) -> bool:
    return now - event.received_at < PATIENCE_WITH_STATUS


def _ring_for_status(session: Session, event: PendingEvent, reason: str) -> None:
    """One matter for all of them: where one report is odd, thousands may be."""
    raise_alert(session, "status-set-aside", "whatsapp", event=event.id, reason=reason)


def handle_one_news() -> bool:
    """Handle one piece of news that is neither a message nor a delivery status."""
    return any(handle_batch(kind, 1, _handle_news, _ring_for_news) for kind in (InboxKind.NEWS, InboxKind.UNPARSED))


def _handle_news(session: Session, events: Sequence[PendingEvent]) -> None:
    for event in events:
        _understand(session, event)
    mark_handled(session, [event.id for event in events])
    reach(Checkpoint.NEWS_NOT_COMMITTED)


def _ring_for_news(session: Session, event: PendingEvent, reason: str) -> None:
    raise_alert(session, "news-set-aside", f"inbox:{event.id}", reason=reason)


def _understand(session: Session, event: PendingEvent) -> None:
    try:
        document = read_json(event.payload)
    except (ValueError, RecursionError):
        raise_alert(session, "webhook-not-readable", event.provider)
        return
    if event.provider == Provider.RAZORPAY and isinstance(document, dict):
        now = read_now(session)
        if not handle_qr_event(session, document, now):
            handle_webhook_event(session, document, now)
    elif isinstance(document, dict) and document.get("field") in TEMPLATE_FIELDS:
        handle_template_news(session, document["field"], document.get("value"))
    elif isinstance(document, dict) and document.get("field") == "flows":
        handle_form_news(session, document.get("value"))
    elif isinstance(document, dict) and document.get("field") == "user_preferences":
        handle_preferences(session, document.get("value"))
    elif isinstance(document, dict) and document.get("field") == "foreign_number":
        raise_alert(session, "foreign-number", "whatsapp")
    elif isinstance(document, dict) and document.get("field") == "smb_message_echoes":
        raise_alert(session, "coexistence", "whatsapp")
    elif isinstance(document, dict) and document.get("field") in account_news.FIELDS:
        account_news.handle_account_news(session, document["field"], document.get("value"), read_now(session))
    else:
        log.info("news_ignored", inbox=event.id, provider=event.provider)
