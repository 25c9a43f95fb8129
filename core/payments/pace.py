"""How fast we may ask Razorpay: after a 429 all of us are silent, in every thread and process, ever longer (F125)."""

from datetime import timedelta

from sqlalchemy import text
from sqlmodel import Session

from core.ids import jitter
from core.payments.rules import LONGEST_PAUSE, pause_after_429

# A condition of every claim.
MAY_ASK = "(SELECT paused_until FROM razorpay_pace) <= (SELECT jamango_now())"
# Who was refused while others had begun a pause already makes it no longer; a while without any 429 is a new beginning.
BEGIN_PAUSE = text(
    """
    UPDATE razorpay_pace SET pauses = CASE WHEN paused_until > jamango_now() - :forgotten THEN pauses + 1 ELSE 1 END
     WHERE paused_until <= jamango_now() RETURNING pauses
    """
)
SET_END = text("UPDATE razorpay_pace SET paused_until = jamango_now() + :pause")
LEFT = text("SELECT greatest(paused_until - jamango_now(), interval '0') FROM razorpay_pace")
FORGOTTEN_AFTER = 5 * LONGEST_PAUSE


def slow_down(session: Session) -> timedelta:
    """Razorpay said that we ask too much; returns how long nobody asks."""
    pauses = session.execute(BEGIN_PAUSE, {"forgotten": FORGOTTEN_AFTER}).scalar_one_or_none()
    if pauses is not None:
        pause = pause_after_429(pauses)
        session.execute(SET_END, {"pause": timedelta(seconds=jitter(pause.total_seconds()))})
    left: timedelta = session.execute(LEFT).scalar_one()
    return left
