"""More requests than connections, and senders whose clocks are wrong (faults F55, F98)."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any

import pytest
from sqlalchemy import text

from core.db import get_engine, transaction
from tests.support.patience import PATIENCE_SECONDS
from tests.support.world import World


def test_when_every_connection_is_taken_the_pages_say_so_soon_and_the_doors_go_on(world: World) -> None:
    world.stop_worker()
    world.shop.get("/readyz").raise_for_status()
    with ExitStack() as held:
        for _ in range(25):  # the pool and its overflow
            held.enter_context(get_engine().connect())
        home = world.shop.get("/", timeout=10)
        assert home.status_code == 503
        assert home.headers["retry-after"]
        world.outside.post("/sim/phones/new-customer/send", json={"type": "text", "text": "hi"}).raise_for_status()
        settled = world.outside.post("/sim/settle", json={"timeout_seconds": PATIENCE_SECONDS}).json()
        assert settled["pending"] == 0, "webhooks have connections of their own"
    assert world.shop.get("/").status_code == 200


@pytest.mark.parametrize("stamp", ["4102444800", "0", "-5", "yesterday", 12, None, "99999999999999999999"], ids=str)
def test_a_senders_clock_orders_his_own_messages_and_nothing_else(world: World, stamp: Any) -> None:
    world.stop_worker()
    message = {"type": "text", "text": {"body": "hi"}, "timestamp": stamp}
    body = {"type": "raw", "message": message}
    world.outside.post("/sim/phones/new-customer/send", json=body).raise_for_status()
    world.outside.post("/sim/settle", json={"timeout_seconds": PATIENCE_SECONDS}).raise_for_status()
    with transaction() as session:
        row = session.execute(text("SELECT kind, received_at - sent_at AS age FROM inbox")).one()
    assert row.kind == "message"
    assert 0 <= row.age.total_seconds() < 8 * 24 * 3600
