"""Named points where a process may be killed or held up by a test: between a deed and its record, mostly.

`JAMANGO_CRASH_AT=<name>` makes the process kill itself there, as a power cut would. Otherwise `reach` does nothing.
"""

import os
import signal
from collections.abc import Callable
from enum import StrEnum


class Checkpoint(StrEnum):
    """Every point. A test fails when one of them is never reached."""

    # the webhook doors: storing before the answer
    ARRIVAL_NOT_STORED = "arrival-not-stored"
    ARRIVAL_STORED = "arrival-stored"
    # turns of chats, news and delivery statuses
    SENDER_ROUTED = "sender-routed"
    TURN_CLAIMED = "turn-claimed"
    TURN_NOT_COMMITTED = "turn-not-committed"
    TURN_COMMITTED = "turn-committed"
    NEWS_NOT_COMMITTED = "news-not-committed"
    STATUSES_NOT_COMMITTED = "statuses-not-committed"
    # orders, inside the transaction of whoever moves them
    ORDER_PLACED = "order-placed"
    ORDER_CONFIRMED = "order-confirmed"
    ORDER_REVIVED = "order-revived"
    ORDER_CANCELLED = "order-cancelled"
    ORDER_EXPIRED = "order-expired"
    ORDER_CHANGED = "order-changed"
    ORDER_PREPAID = "order-prepaid"
    ORDER_DELIVERED = "order-delivered"
    # deliveries, inside the transaction of whoever moves them
    RUN_STARTED = "run-started"
    STOP_DELIVERED = "stop-delivered"
    STOP_FAILED = "stop-failed"
    RUN_ENDED = "run-ended"
    REPORT_JUDGED = "report-judged"
    CASH_COUNTED = "cash-counted"
    DIFFERENCE_WORKED_OFF = "difference-worked-off"
    RUN_PLANNED = "run-planned"
    STOP_LEFT = "stop-left"
    STOP_TAKEN_BACK = "stop-taken-back"
    WINDOW_POSTPONED = "window-postponed"
    # the stall, inside the transaction of whoever sells there
    SHIFT_OPENED = "shift-opened"
    STALL_SOLD = "stall-sold"
    SALE_VOIDED = "sale-voided"
    SHIFT_CLOSED = "shift-closed"
    FRUIT_BROUGHT = "fruit-brought"
    ASIDE_KEPT = "aside-kept"
    # Razorpay's codes at the stall: asked for, made, claimed by their sale, closed
    QR_ASKED = "qr-asked"
    QR_CREATED_NOT_STORED = "qr-created-not-stored"
    QR_STORED_NOT_COMMITTED = "qr-stored-not-committed"
    QR_CLOSED_NOT_STORED = "qr-closed-not-stored"
    CREDIT_CLAIMED = "credit-claimed"
    # periodic jobs
    BATCH_NOT_COMMITTED = "batch-not-committed"
    BATCH_COMMITTED = "batch-committed"
    # Razorpay: calls out of the outbox
    LINK_INTENT_WRITTEN = "link-intent-written"
    CALL_CLAIMED = "call-claimed"
    LINK_CREATED_NOT_STORED = "link-created-not-stored"
    LINK_STORED_NOT_COMMITTED = "link-stored-not-committed"
    LINK_CANCELLED_NOT_STORED = "link-cancelled-not-stored"
    REFUND_RESERVED = "refund-reserved"
    REFUND_ACCEPTED_NOT_STORED = "refund-accepted-not-stored"
    REFUND_STORED_NOT_COMMITTED = "refund-stored-not-committed"
    # Razorpay: looking at the truth
    LOOK_CLAIMED = "look-claimed"
    LOOK_ANSWERED = "look-answered"
    PAYMENT_RECORDED = "payment-recorded"
    LOOK_NOT_COMMITTED = "look-not-committed"
    # sending by WhatsApp
    MESSAGE_LEASED = "message-leased"
    BEFORE_SEND = "before-send"
    AFTER_META_ACCEPTED = "after-meta-accepted"
    SENT_NOT_COMMITTED = "sent-not-committed"
    # fetching customers' files from WhatsApp
    ATTACHMENT_CLAIMED = "attachment-claimed"
    ATTACHMENT_FETCHED = "attachment-fetched"
    ATTACHMENT_NOT_COMMITTED = "attachment-not-committed"


Hook = Callable[[Checkpoint], None]

_crash_at = os.environ.get("JAMANGO_CRASH_AT", "")
_hooks: list[Hook] = []


def reach(checkpoint: Checkpoint) -> None:
    """Pass this point, unless a test wants something to happen here."""
    if checkpoint == _crash_at:
        os.kill(os.getpid(), signal.SIGKILL)
    for hook in tuple(_hooks):
        hook(checkpoint)


def install_hook(hook: Hook) -> Callable[[], None]:
    """Have `hook` called at every point in this process (tests only); returns what removes it again."""
    _hooks.append(hook)
    return lambda: _hooks.remove(hook)
