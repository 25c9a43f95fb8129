"""The history that measurements are made on is one that the shop could have had."""

from __future__ import annotations

import psycopg

from bench.history import OPEN, Size, make_history
from jamango.inspection import inspect_everything
from tests.support.clusters import Cluster


def test_no_rule_is_broken_by_the_history_of_the_measurements(cluster: Cluster, demo_shop: str) -> None:
    name = demo_shop.partition("?")[0].rpartition("/")[2]
    url = cluster.postgres.admin_url.replace("/postgres?", f"/{name}?")
    with psycopg.connect(url, autocommit=True) as wire:
        make_history(wire, Size(orders=OPEN + 200, events_per_order=1, messages_per_order=1, customers=100))
    found = inspect_everything()
    assert (found.violations, found.unanswered) == ([], [])
