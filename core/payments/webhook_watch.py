"""Whether Razorpay's webhooks still come: money that only reconciling finds says that they do not (fault F80)."""

from datetime import datetime, timedelta

from sqlalchemy import text
from sqlmodel import Session

from core.alerts.actions import raise_alert, resolve_alert
from core.heartbeats.actions import beat_seldom, expect, last_beat

STOPPED = "webhooks-stopped"
SUBJECT = "razorpay"
# A heartbeat by the shop's clock, because payments carry that too.
HEARTBEAT = "webhook:razorpay"
LONGEST_GAP = timedelta(hours=6)
# What was heard is noted once a minute, and Razorpay's clock is not ours.
SLACK = timedelta(minutes=5)
# After a quiet night our reconciling may be first by a little.
GRACE = timedelta(minutes=15)
NEWEST = 20_000  # more payments than come in the grace; they are found by their ids

UNANNOUNCED = text(
    """
    SELECT EXISTS (SELECT FROM payments WHERE id > (SELECT max(id) FROM payments) - :newest
                   AND captured_at > :heard AND recorded_at <= :known_by)
    """
)


def note_webhook(session: Session, now: datetime) -> None:
    """Razorpay has told us something: they come (again)."""
    if beat_seldom(session, HEARTBEAT, now):
        resolve_alert(session, STOPPED, SUBJECT, now)


def alert_if_webhooks_stopped(session: Session, now: datetime) -> bool:
    """Ring the founder when none came for six hours and money did; whether that is so. The first call only listens."""
    expect(session, HEARTBEAT, now)
    heard = last_beat(session, HEARTBEAT)
    if now - heard < LONGEST_GAP:
        return False
    values = {"newest": NEWEST, "heard": heard + SLACK, "known_by": now - GRACE}
    if not session.execute(UNANNOUNCED, values).scalar_one():
        return False
    raise_alert(session, STOPPED, SUBJECT, hours=(now - heard) // timedelta(hours=1))
    return True
