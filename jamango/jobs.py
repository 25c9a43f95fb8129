"""The periodic jobs: Celery and beat on Redis. Every body claims due rows, so a lost or doubled run is harmless."""

from collections.abc import Callable
from functools import partial, wraps
from urllib.parse import parse_qs, urlsplit

import structlog
from celery import Celery
from celery.signals import worker_process_init
from sqlalchemy import text
from sqlmodel import Session

import core.tables  # noqa: F401 - a foreign key is known only when both of its tables are
from core.alerts.actions import open_subjects, raise_alert, resolve_alert
from core.carts.links import prune_cart_links
from core.catalog.low_stock import ring_for_low_stock
from core.changes.announcing import Announcer
from core.checkpoints import Checkpoint, reach
from core.clock import business_day, read_now
from core.counters.actions import TALLY
from core.db import forget_engines, transaction
from core.delivery.duties import look_after_deliveries
from core.heartbeats.actions import beat
from core.inbox.pruning import prune_payloads
from core.logins.codes import prune_codes
from core.logins.guests import prune_guests
from core.logins.words import prune_words
from core.media.actions import remove_unnamed_pictures
from core.media.attachments import forget_attachments
from core.misses.actions import prune_misses
from core.orders.actions import expire_lapsed_orders
from core.orders.summary import tell_evening_summary
from core.outbox.pruning import prune_bodies
from core.payments.reminding import remind_before_hold_ends
from core.payments.webhook_watch import alert_if_webhooks_stopped
from core.privacy.erasing import erase_due
from core.requests.actions import prune_requests
from core.sessions.actions import prune_sessions
from core.settings import get_settings
from core.slots.actions import generate_slots
from core.undos.actions import prune_undos
from jamango.counting import hand_over_counts
from jamango.heartbeats import EVERY_SECONDS, ROUNDS_MISSED
from jamango.inspection import inspect_newest

log = structlog.get_logger(__name__)

BATCH = 50
MOST_BATCHES = 200
DAYS_OF_SLOTS = 14
NOT_CHECKED = "invariant-not-checked"


def broker_url(redis_url: str | None) -> str:
    """The address of Redis in Celery's spelling, which calls a socket's `unix:///…?db=0` otherwise."""
    url = urlsplit(redis_url or "redis://127.0.0.1:6379/0")
    if url.scheme != "unix":
        return url.geturl()
    number = parse_qs(url.query).get("db", ["0"])[0]
    return f"redis+socket://{url.netloc}{url.path}?virtual_host={number}"


celery_app = Celery("jamango", broker=broker_url(get_settings().redis_url))
celery_app.conf.update(
    accept_content=["json"],
    task_serializer="json",
    task_ignore_result=True,
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    task_time_limit=240,
    worker_prefetch_multiplier=1,
    worker_hijack_root_logger=False,
    broker_connection_retry_on_startup=True,
    broker_transport_options={
        "visibility_timeout": 300,
        "socket_timeout": 10,
        "socket_connect_timeout": 3,
        "health_check_interval": 10,
    },
    enable_utc=True,
    timezone="UTC",
    beat_max_loop_interval=5,
)


@worker_process_init.connect  # type: ignore[untyped-decorator]  # celery ships without types
def _open_own_connections(**_: object) -> None:
    """A forked process must not share its parent's connections, nor count what its parent has counted."""
    forget_engines(close=False)
    TALLY.start_afresh()
    Announcer(get_settings()).start()


def job(body: Callable[[], int]) -> Callable[[], int]:
    """Declare a periodic job: its name is the function's, its heartbeat is a row, its result a count for the log."""
    name = body.__name__

    @wraps(body)
    def run() -> int:
        count = body()
        with transaction() as session:
            beat(session, f"job:{name}")
        hand_over_counts()
        if count:
            log.info("job_done", job=name, count=count)
        return count

    task = celery_app.task(name=f"jamango.{name}")(run)
    seconds = EVERY_SECONDS[name]
    celery_app.conf.beat_schedule[name] = {
        "task": task.name,
        "schedule": seconds,
        "options": {"expires": seconds * ROUNDS_MISSED},
    }
    return run


def in_batches(name: str, work: Callable[[Session], int]) -> int:
    """Repeat a claiming verb, a transaction each, until it finds nothing; one process at a time for each job."""
    total = 0
    for _ in range(MOST_BATCHES):
        with transaction() as session:
            mine = session.execute(text("SELECT pg_try_advisory_xact_lock(hashtext(:name))"), {"name": name})
            done = work(session) if mine.scalar_one() else 0
            if done:
                reach(Checkpoint.BATCH_NOT_COMMITTED)
        total += done
        if done == 0:
            break
        reach(Checkpoint.BATCH_COMMITTED)
    return total


@job
def expire_holds() -> int:
    """Put fruit back on the shelf when a hold has ended unpaid."""
    return in_batches("expire_holds", lambda session: expire_lapsed_orders(session, read_now(session), limit=BATCH))


@job
def remind_before_holds_end() -> int:
    """Say once that the hold is about to end."""
    return in_batches(
        "remind_before_holds_end", lambda session: remind_before_hold_ends(session, read_now(session), limit=BATCH)
    )


@job
def tell_of_deliveries() -> int:
    """Riders hear of their runs and of money at a door, the founder of orders that came back and wait."""
    return in_batches(
        "tell_of_deliveries", lambda session: look_after_deliveries(session, read_now(session), limit=BATCH)
    )


@job
def make_slots() -> int:
    """Keep two weeks of slots open for booking."""
    with transaction() as session:
        return generate_slots(session, read_now(session), days=DAYS_OF_SLOTS)


@job
def check_invariants() -> int:
    """Ring the founder for every row that breaks a rule of the shop, and for every rule that could not be asked."""
    found = inspect_newest(keep_marks=True)
    with transaction() as session:
        for violation in found.violations:
            raise_alert(session, "invariant-broken", violation.rule, rows=len(violation.rows))
        for rule in found.unanswered:
            raise_alert(session, NOT_CHECKED, rule)
        for rule in set(open_subjects(session, NOT_CHECKED)) - set(found.unanswered):
            resolve_alert(session, NOT_CHECKED, rule, read_now(session))
    return len(found.violations) + len(found.unanswered)


@job
def check_stock() -> int:
    """Ring the founder when little is left of a fruit."""
    with transaction() as session:
        now = read_now(session)
        return ring_for_low_stock(session, now, business_day(now, get_settings().zone))


@job
def summarise_evening() -> int:
    """Tell the founder how the day was and what tomorrow holds."""
    with transaction() as session:
        return int(tell_evening_summary(session, read_now(session), get_settings().zone))


@job
def miss_webhooks() -> int:
    """Ring the founder when payments come and Razorpay's webhooks do not."""
    with transaction() as session:
        return int(alert_if_webhooks_stopped(session, read_now(session)))


# What is forgotten once it is not needed, and how much of it in one transaction.
PRUNED: dict[str, tuple[Callable[..., int], int]] = {
    "prune_inbox": (prune_payloads, 1000),
    "forget_files": (forget_attachments, 100),
    "prune_pictures": (remove_unnamed_pictures, 100),
    "prune_outbox": (prune_bodies, 1000),
    "prune_requests": (prune_requests, 1000),
    "prune_words": (prune_words, 1000),
    "prune_codes": (prune_codes, 1000),
    "prune_cart_links": (prune_cart_links, 1000),
    "prune_sessions": (prune_sessions, 1000),
    "prune_guests": (prune_guests, 200),
    "erase_customers": (erase_due, 20),
    "prune_misses": (prune_misses, 1000),
    "prune_undos": (prune_undos, 1000),
}


@job
def prune() -> int:
    """Forget what people wrote and which browsers were here once it is not needed; keys of events stay."""
    return sum(in_batches(name, partial(_prune_some, verb, most)) for name, (verb, most) in PRUNED.items())


def _prune_some(verb: Callable[..., int], most: int, session: Session) -> int:
    return verb(session, read_now(session), limit=most)
