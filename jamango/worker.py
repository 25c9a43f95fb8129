"""The worker process: turns of chats, sending, calls to Razorpay, looking after payments. Needs PostgreSQL only."""

import gc
import threading
import time
from collections.abc import Callable
from functools import partial

import structlog

import core.tables  # noqa: F401 - a foreign key is known only when both of its tables are
from bot.attachments import fetch_next_attachment
from bot.forwarding import forward_next
from bot.labels import refuse_long_labels
from bot.login_codes import send_next_code
from bot.reply_senders import ReplySenders
from bot.sender import Sender
from core.changes.announcing import Announcer
from core.db import transaction
from core.errors import Fault
from core.heartbeats.actions import beat
from core.inbox.arrivals import WAKE_CHANNEL as INBOX_CHANNEL
from core.inbox.tables import InboxKind
from core.outbox.actions import WAKE_CHANNEL as OUTBOX_CHANNEL
from core.payments.gateway_razorpay import RazorpayGateway
from core.payments.runner import reconcile_next, run_next_call
from core.reading.lexicon import load_lexicon
from core.reading.tongues import load_tongues
from core.settings import Settings
from core.stalls.qr_calls import tend_next_qr
from jamango.counting import hand_over_counts
from jamango.heartbeats import ring_for_late_jobs
from jamango.inbox_events import apply_delivery_statuses, handle_one_news
from jamango.listening import Listener
from jamango.read_receipts import ReadReceipts
from jamango.turns import take_turns
from jamango.versions import SCHEMA
from jamango.wake_ups import WakeUps
from jamango.worker_pool import WorkerPool

log = structlog.get_logger(__name__)

SECONDS_TO_FINISH = 30.0  # one call that hangs; `jamango.processes` ends a process sooner
SECONDS_BETWEEN_HEARTBEATS = 10.0
# Longer than eight turns that share a commit take, shorter than anybody notices: who waits for a lock or a slow
# database holds nobody up.
SECONDS_OF_TURNS_ALONE = 0.04


def run_worker(settings: Settings, stop: threading.Event) -> None:
    """Work until `stop` is set, then finish what is under way.

    Raises Fault when the wording cannot be used, when a loop has ended, or when the database is another version's: the
    supervisor then starts a fresh process.
    """
    refuse_long_labels()
    learn_to_read()
    worker = Worker(settings, stop)
    worker.start()
    started = time.monotonic()
    log.info("worker_ready")
    try:
        while not stop.wait(SECONDS_BETWEEN_HEARTBEATS):
            _beat(worker, time.monotonic() - started)
    finally:
        stop.set()
        worker.join()


def learn_to_read() -> None:
    """Read every lexicon before the first turn, and keep the collector of garbage from looking through what stays: with
    the lexicons a full collection takes 115 ms, in which nobody is answered."""
    load_lexicon()
    load_tongues()
    gc.collect()
    gc.freeze()


class Worker:
    """Every loop of one worker process, and what they share."""

    def __init__(self, settings: Settings, stop: threading.Event) -> None:
        self._sender = Sender(settings)
        self._gateway = RazorpayGateway(settings)
        self._announcer = Announcer(settings)
        self._read_receipts = ReadReceipts(self._sender.api, stop)
        pool = partial(WorkerPool, stop=stop)
        senders = pool("senders", self._sender.send_next, size=4)
        callers = pool("razorpay", partial(run_next_call, self._gateway), size=2)
        lookers = pool("payments", partial(_look, self._gateway), size=3)
        statuses = pool("statuses", apply_delivery_statuses, size=1)
        news = pool("news", _then_wake(handle_one_news, lookers, callers, senders), size=1)
        self._reply_senders = ReplySenders(self._sender, senders.wake, size=12)
        forwards = pool("forwards", partial(forward_next, self._sender.api), size=1)
        take = partial(take_turns, self._read_receipts.mark_read, self._reply_senders)
        turns = pool("turns", take, size=4, seconds_alone=SECONDS_OF_TURNS_ALONE)
        codes = pool("codes", partial(send_next_code, settings, self._sender.api), size=1)
        files = pool("files", partial(fetch_next_attachment, self._sender.api), size=1)
        self.pools = [turns, senders, callers, lookers, forwards, codes, files, statuses, news]
        pools = {INBOX_CHANNEL: (turns, statuses, news), OUTBOX_CHANNEL: (senders, callers, lookers, forwards, codes)}
        kinds: dict[str, WorkerPool] = {InboxKind.MESSAGE: turns, InboxKind.STATUS: statuses, InboxKind.NEWS: news}
        kinds[InboxKind.UNPARSED] = news
        self._listener = Listener(settings, tuple(pools), WakeUps(pools, kinds).pass_on, stop)

    def start(self) -> None:
        self._announcer.start()
        self._read_receipts.start()
        self._listener.start()
        for pool in self.pools:
            pool.start()

    def is_whole(self) -> bool:
        """Whether every thread still runs."""
        alone = self._listener.is_alive() and self._read_receipts.is_alive()
        return alone and all(pool.is_alive() for pool in self.pools)

    def join(self) -> None:
        """Wait for what is under way, then let go of the connections."""
        for pool in self.pools:
            pool.join(SECONDS_TO_FINISH)
        self._reply_senders.close()
        self._read_receipts.join(SECONDS_TO_FINISH)
        self._listener.join(SECONDS_TO_FINISH)
        self._announcer.close()
        self._sender.api.close()
        self._gateway.close()


def _look(gateway: RazorpayGateway) -> bool:
    """Somebody stands at a stall and waits for a code: those first."""
    return tend_next_qr(gateway) or reconcile_next(gateway)


def _then_wake(work: Callable[[], bool], *others: WorkerPool) -> Callable[[], bool]:
    """Work whose commit makes work for others."""

    def work_and_wake() -> bool:
        did = work()
        if did:
            for other in others:
                other.wake()
        return did

    return work_and_wake


def _beat(worker: Worker, seconds_up: float) -> None:
    if not worker.is_whole():
        raise Fault("A loop of the worker has ended: the process ends so that it is started anew.")
    try:
        with transaction() as session:
            SCHEMA.look(session)
            beat(session, "worker")
            ring_for_late_jobs(session, seconds_up)
        hand_over_counts()
    except Fault:
        raise
    except Exception as error:
        log.warning("heartbeat_missed", error=type(error).__name__)
