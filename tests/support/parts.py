"""What runs in the forked processes of `keeper`: the very functions behind `jamango web`, `worker` and the jobs."""

from __future__ import annotations

import structlog

from core import tables
from core.db import forget_engines
from jamango import app, jobs, worker
from jamango.processes import run_web, run_worker_process
from jamango.services.ports import LOOPBACK
from tests.support.clusters import current_settings

# A process of its own must know every table, as the shop's processes do; the rest is loaded before the fork.
LOADED = (tables.NOUNS, app.create_app, worker.Worker)


def web(port: int) -> None:
    _quieten()
    run_web(current_settings(), host=LOOPBACK, port=port)


def work() -> None:
    _quieten()
    run_worker_process(current_settings())


def expire_holds() -> None:
    """One round of the periodic job, without Celery."""
    _quieten()
    forget_engines(close=False)
    current_settings()
    jobs.expire_holds()


def _quieten() -> None:
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
