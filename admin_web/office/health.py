"""How the machinery is: queues, webhooks, failed messages, jobs, rules, and what messages cost."""

from __future__ import annotations

from datetime import datetime, time
from typing import Annotated

from sqlmodel import Session
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.guard import may
from admin_web.member import Member
from admin_web.sheets import say_moment
from core.alerts.actions import open_subjects
from core.clock import business_day
from core.db import transaction
from core.heartbeats.actions import ages
from core.inbox.tables import Provider
from core.staff.rules import Right
from core.views.health import MonthsMessages, failed_sends, last_heard, messages_since, read_queues
from pages.door import Visiting, new_door
from pages.visit import Visit
from pages.wording import PAGES

router = new_door(OFFICE)

HEALTH = "/admin/health"
FAILED_SHOWN = 10
LATE_SECONDS = 60  # what waits for longer than that should not
# Meta's price of a template in India, in hundredths of a paisa (2026): service messages cost nothing.
UTILITY, MARKETING = 1150, 8631
LATE_JOBS = "job-late"


@router.get(HEALTH)
def health(visit: Visiting, member: Annotated[Member, may(Right.SEE_HEALTH)]) -> Response:
    """Each thing with its state in a word."""
    zone = visit.settings.zone
    month = business_day(member.now, zone).replace(day=1)
    with transaction() as session:
        queues = read_queues(session)
        sent = messages_since(session, datetime.combine(month, time(), zone))
        failed = failed_sends(session, most=FAILED_SHOWN)
        late = set(open_subjects(session, LATE_JOBS))
        beats = sorted(ages(session, ""), key=lambda beat: beat.name)
        broken = open_subjects(session, "invariant-broken")
        heard = [_heard(visit, session, provider.value) for provider in Provider]
    return visit.page(
        "office/health.html", queues=queues, late_seconds=LATE_SECONDS, sent=sent, cost_paise=cost_of(sent),
        failed=[(each, say_moment(visit, each.at)) for each in failed], heard=heard, broken=broken,
        beats=[(_name(visit, beat.name), _ago(visit, beat.seconds), beat.name in late) for beat in beats],
    )  # fmt: skip


def cost_of(sent: MonthsMessages) -> int:
    """What WhatsApp bills for them, about, in whole paise."""
    utility = sent.templates - sent.marketing
    return round((utility * UTILITY + sent.marketing * MARKETING) / 100)


def _name(visit: Visit, beat: str) -> str:
    """What beats, in words; a job without any is called as in the program."""
    key = f"health-beat-{beat.replace(':', '-').replace('_', '-')}"
    return visit.t(key) if PAGES.has(key) else beat


def _ago(visit: Visit, seconds: float) -> str:
    minutes = round(seconds / 60)
    if minutes < 2:
        return visit.t("health-ago", seconds=round(seconds))
    return visit.t("health-ago-minutes", minutes=minutes) if minutes < 120 else visit.t(
        "health-ago-hours", hours=round(minutes / 60))  # fmt: skip


def _heard(visit: Visit, session: Session, provider: str) -> tuple[str, str]:
    at = last_heard(session, provider)
    return provider, say_moment(visit, at) if at else visit.t("health-never")
