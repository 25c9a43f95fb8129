"""What runs in the forked processes of `keeper`: the very functions behind `jamango web`, `worker` and the jobs."""

from __future__ import annotations

import gc
from collections.abc import Callable

import structlog
from sqlalchemy.orm import configure_mappers

from core import schema, tables
from core.db import forget_engines, in_transaction
from core.reading.lexicon import load_lexicon
from core.reading.tongues import load_tongues
from core.settings import get_settings
from core.stalls.places import allot
from core.wording import load_catalogues
from jamango import app, jobs, runs, watchdog, worker
from jamango.launcher.ports import LOOPBACK
from jamango.processes import run_jobs, run_web, run_worker_process
from jamango.runs import OPERATOR
from pages.wording import PAGES
from tests.support.clusters import current_settings

# A process of its own must know every table, as the shop's processes do; the rest, words and pages among it, is loaded
# before the fork.
LOADED = (
    tables.NOUNS,
    worker.Worker,
    load_catalogues(),
    PAGES.load(),
    load_lexicon(),
    load_tongues(),
    app.create_app(),
)
configure_mappers()
get_settings.cache_clear()  # each process has those of its own environment
# What is loaded is the same for all: no process copies its pages by looking through it for garbage.
gc.collect()
gc.freeze()


def web(port: int) -> None:
    _quieten()
    run_web(current_settings(), host=LOOPBACK, port=port)


def work() -> None:
    _quieten()
    run_worker_process(current_settings())


def expire_holds() -> None:
    """One round of the periodic job, without Celery."""
    _command(jobs.expire_holds)


def count_cash(run_id: int, rupees: int) -> None:
    """The operator's command, which is given again when it dies."""
    _command(lambda: runs.count(run_id, rupees))


def give_to_rider(code: str, rider: str) -> None:
    _command(lambda: runs.give([code], rider))


def work_off(discrepancy_id: int, rupees: int) -> None:
    _command(lambda: runs.settle(discrepancy_id, brought=rupees, borne=0))


def bring_to_stall(stall_id: int, product_id: int, units: int) -> None:
    """What the office's form does, by itself."""
    _command(lambda: in_transaction(lambda session: allot(session, stall_id, product_id, units, actor=OPERATOR)))


def postpone_window(slot_id: int) -> None:
    _command(lambda: runs.postpone(slot_id, "rain"))


def _command(give: Callable[[], object]) -> None:
    _quieten()
    forget_engines(close=False)
    current_settings()
    give()


def _quieten() -> None:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))


def hurried_jobs(seconds: float, patience: float) -> None:
    """The jobs process with rounds of so many seconds; it gives itself up when none came round for `patience`."""
    _quieten()
    for entry in jobs.celery_app.conf.beat_schedule.values():
        entry["schedule"] = seconds
        entry["options"] = {"expires": 30}
    watchdog.PATIENCE_SECONDS = patience
    watchdog.SECONDS_BETWEEN_LOOKS = 0.2
    settings = current_settings()
    jobs.celery_app.conf.broker_url = jobs.broker_url(settings.redis_url)
    jobs.celery_app.conf.beat_max_loop_interval = seconds
    run_jobs(settings)


def upgrade() -> None:
    """Bring the schema up to date."""
    schema.upgrade(current_settings())
