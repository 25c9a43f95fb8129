"""Following our messages after Meta took them: what the delivery statuses say, and what we do when one failed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from prometheus_client import Counter
from sqlmodel import Session

from bot.failures import CODES, NO_FORM, NO_PICTURE, STOPPED_MARKETING, WINDOW_CLOSED, Retry
from bot.form_failures import go_without_form
from bot.pictures import go_without_picture, note_picture_arrived
from bot.send_failures import FAILED, MISSED
from core.alerts.actions import raise_alert
from core.customers.actions import stop_marketing
from core.orders.queries import code_of
from core.outbox import statuses
from core.outbox.editions import send_as_template
from core.outbox.statuses import Failure, StatusNews

TWINS = Counter("jamango_messages_sent_twice_total", "Messages that reached Meta twice after an unsure try")


def apply_statuses(session: Session, news: Sequence[StatusNews], now: datetime) -> list[StatusNews]:
    """Note what became of our messages and act on failures; returns the news of messages we do not know (yet)."""
    outcome = statuses.apply_statuses(session, news)
    TWINS.inc(outcome.twins)
    if outcome.picture_arrived:
        note_picture_arrived(session, now)
    for failure in outcome.failures:
        _take_failure(session, failure)
    return outcome.unmatched


def _take_failure(session: Session, failure: Failure) -> None:
    """The window is usually found closed only after the 200: then a notice goes again, by its template (fault F67).

    So is a picture that cannot be fetched: then its words go again without it (fault F136), and a form for which the
    person's WhatsApp is too old: then it is asked in words (fault F240).
    """
    code = failure.error_code
    FAILED.labels(str(code or "unknown")).inc()
    can_go_again = code == WINDOW_CLOSED and failure.is_notice and not failure.was_template
    if can_go_again and send_as_template(session, failure.outbox_id, code):
        return
    if code in NO_PICTURE and go_without_picture(session, failure.outbox_id, code):
        return
    if code in NO_FORM and go_without_form(session, failure.outbox_id, code):
        return
    if code == STOPPED_MARKETING and failure.customer_id is not None:
        stop_marketing(session, failure.customer_id)
    if code in CODES[Retry.CIRCUIT]:
        raise_alert(session, "whatsapp-stopped", "whatsapp", error_code=code, detail="")
    written_by_hand = not failure.is_notice and not failure.is_answer
    if failure.message_class in MISSED or written_by_hand:
        subject = code_of(session, failure.order_id) or f"message {failure.outbox_id}"
        raise_alert(session, "message-failed", subject, error_code=code or 0)
