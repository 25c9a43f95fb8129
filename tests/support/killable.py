"""Parts of the worker's work in a process of its own, which a checkpoint may kill."""

import multiprocessing
import os
from collections.abc import Callable

from core import checkpoints, tables
from core.actor import Actor
from core.clock import read_now
from core.db import forget_engines, transaction
from core.orders.tables import Order
from core.payments.actions import cancel_order, pay_online
from core.payments.gateway_razorpay import RazorpayGateway
from core.payments.runner import reconcile_next, run_next_call
from tests.support.clusters import current_settings
from tests.support.patience import PATIENCE_SECONDS

assert tables.NOUNS, "a process of its own must know every table, as the shop's processes do"


def ask(order_id: int) -> None:
    with transaction() as session:
        pay_online(session, order_id, read_now(session))


def cancel(order_id: int) -> None:
    with transaction() as session:
        actor = Actor.customer(session.get_one(Order, order_id).customer_id)
        cancel_order(session, order_id, reason="changed-my-mind", actor=actor, now=read_now(session))


def work(_order_id: int) -> None:
    gateway = RazorpayGateway(current_settings())
    while run_next_call(gateway) or reconcile_next(gateway):
        pass


PARTS: dict[str, Callable[[int], None]] = {"ask": ask, "cancel": cancel, "work": work}


def run_and_die(part: str, order_id: int, checkpoint: str) -> int:
    """Run a part in a fresh process that dies at the checkpoint; returns its exit code (-9 when it died there)."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.support.killable"])
    environment = {name: value for name, value in os.environ.items() if name.startswith("JAMANGO_")}
    process = context.Process(target=_run, args=(part, order_id, checkpoint, environment))
    process.start()
    process.join(PATIENCE_SECONDS)
    assert process.exitcode is not None, "the process neither ended nor died"
    return process.exitcode


def _run(part: str, order_id: int, checkpoint: str, environment: dict[str, str]) -> None:
    os.environ.update(environment)
    checkpoints._crash_at = checkpoint
    forget_engines(close=False)
    current_settings()
    PARTS[part](order_id)
