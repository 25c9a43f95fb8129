"""Fifty taps at the same moment from one customer, each a message of its own: every deed is done once (list S33)."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from core.db import transaction
from core.invariants import find_violations
from tests.security.conftest import MALLORY, Siege, tap, walk_to_summary

TAPS = 50


@pytest.mark.parametrize("verb", ["pays_online", "pays_cash", "cancels_order", "repeats"])
def test_fifty_taps_at_once_are_one_deed(siege: Siege, verb: str) -> None:
    code = walk_to_summary(siege)
    # Different ids of buttons, so that the memory of used ones is no help either.
    widths = range(TAPS) if verb == "cancels_order" else [0] * TAPS
    messages = [
        {**tap(f"n:{verb}:{code}{' ' * width}"), "id": f"wamid.race-{number}"} for number, width in enumerate(widths)
    ]
    with ThreadPoolExecutor(16) as crowd:
        assert set(crowd.map(lambda message: siege.posts(message).status_code, messages)) == {200}
        list(crowd.map(lambda _: siege.works(), range(8)))
    assert siege.failed() == []
    orders = siege.rows("SELECT o.id, o.status, o.payment_method FROM orders o JOIN identities i USING (customer_id)"
                        " WHERE i.value = :p AND o.end_reason <> 'changed'", p=MALLORY["from"])  # fmt: skip
    assert len(orders) == 1
    expected = {"pays_cash": "confirmed", "cancels_order": "cancelled"}.get(verb, "awaiting_payment")
    assert orders[0].status == expected
    assert len(siege.rows("SELECT FROM payment_links")) == (1 if verb == "pays_online" else 0)
    assert len(siege.rows("SELECT FROM outbox WHERE body ->> 'key' = 'order-confirmed'")) == (verb == "pays_cash")
    with transaction() as session:
        assert find_violations(session) == []


def test_paying_cancelling_and_cash_at_once_end_in_one_state(siege: Siege) -> None:
    code = walk_to_summary(siege)
    verbs = ("pays_online", "pays_cash", "cancels_order", "wants_cancel", "checks_out", "empties_cart")
    messages = [
        {**tap(f"n:{verb}:{code}"), "id": f"wamid.mix-{number}-{verb}"} for number in range(8) for verb in verbs
    ]
    with ThreadPoolExecutor(16) as crowd:
        list(crowd.map(siege.posts, messages))
        list(crowd.map(lambda _: siege.works(), range(8)))
    assert siege.failed() == []
    assert siege.rows("SELECT customer_id FROM orders WHERE status = 'awaiting_payment'"
                      " GROUP BY 1 HAVING count(*) > 1") == []  # fmt: skip
    with transaction() as session:
        assert find_violations(session) == []
