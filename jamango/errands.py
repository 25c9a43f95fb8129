"""The worker's pieces of work that are not turns: delivery statuses, news from both platforms, unreadable events."""

import json
from datetime import datetime, timedelta

import structlog
from sqlmodel import Session

from bot import account_news
from bot.deliveries import apply_statuses
from bot.inbound import parse_status
from bot.preferences import handle_preferences
from bot.templates import handle_template_news
from core.alerts.actions import raise_alert
from core.checkpoints import Checkpoint, reach
from core.clock import read_now
from core.db import is_trouble_of_the_database, transaction
from core.inbox.claims import PendingEvent, claim_others, mark_handled, record_failure, try_later
from core.inbox.tables import InboxKind, Provider
from core.payments.news import handle_news

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
    with transaction() as session:
        events = claim_others(session, InboxKind.STATUS, STATUSES_AT_ONCE)
        if not events:
            return False
        now = read_now(session)
        statuses = {event.id: parse_status(event.payload) for event in events}
        unmatched = apply_statuses(session, list(statuses.values()), now)
        early = [event for event in events if statuses[event.id] in unmatched and _may_still_match(event, now)]
        for event in early:
            try_later(session, event.id, now + (now - event.received_at) + timedelta(seconds=1), "message unknown")
        waiting = {event.id for event in early}
        mark_handled(session, [event.id for event in events if event.id not in waiting], now)
        reach(Checkpoint.STATUSES_NOT_COMMITTED)
        return True


def _may_still_match(event: PendingEvent, now: datetime) -> bool:
    return now - event.received_at < PATIENCE_WITH_STATUS


def handle_one_news() -> bool:
    """Handle one piece of news that is neither a message nor a delivery status."""
    failed: PendingEvent | None = None
    try:
        with transaction() as session:
            events = claim_others(session, InboxKind.NEWS, 1) or claim_others(session, InboxKind.UNPARSED, 1)
            if not events:
                return False
            failed = events[0]
            _understand(session, failed)
            mark_handled(session, [failed.id], read_now(session))
            reach(Checkpoint.NEWS_NOT_COMMITTED)
            return True
    except Exception as error:
        if failed is None or is_trouble_of_the_database(error):
            raise
        log.exception("news_failed", event=failed.id)
        with transaction() as session:
            if record_failure(session, failed.id, type(error).__name__, read_now(session)):
                raise_alert(session, "news-set-aside", f"inbox:{failed.id}", reason=type(error).__name__)
        return True


def _understand(session: Session, event: PendingEvent) -> None:
    try:
        document = json.loads(event.payload)
    except (ValueError, RecursionError):
        raise_alert(session, "webhook-not-readable", event.provider)
        return
    if event.provider == Provider.RAZORPAY and isinstance(document, dict):
        handle_news(session, document, read_now(session))
    elif isinstance(document, dict) and document.get("field") in TEMPLATE_FIELDS:
        handle_template_news(session, document["field"], document.get("value"))
    elif isinstance(document, dict) and document.get("field") == "user_preferences":
        handle_preferences(session, document.get("value"))
    elif isinstance(document, dict) and document.get("field") == "foreign_number":
        raise_alert(session, "foreign-number", "whatsapp")
    elif isinstance(document, dict) and document.get("field") in account_news.FIELDS:
        account_news.handle_account_news(session, document["field"], document.get("value"), read_now(session))
    else:
        log.info("news_ignored", inbox=event.id, provider=event.provider)
