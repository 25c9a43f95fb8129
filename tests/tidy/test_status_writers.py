"""A status has one module that writes it, by its lifecycle table; whoever else still does is listed and may only go."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.status_writes import status_columns, writes_in

ROOT = Path(__file__).parents[2]
PACKAGES = ("core", "bot", "pages", "flows", "webhooks", "shop_web", "admin_web", "jamango")

# Status → the module that writes it.
WRITERS = {
    "attachments.status": "core/media/attachments.py",
    "delivery_assignments.status": "core/delivery/moves.py",
    "holds.status": "core/inventory/actions.py",
    "inbox.status": "core/inbox/moves.py",
    "otp_challenges.status": "core/logins/codes.py",
    "login_words.status": "core/logins/words.py",
    "orders.status": "core/orders/moves.py",
    "outbox.delivery_status": "core/outbox/statuses.py",
    "outbox.status": "core/outbox/moves.py",
    "payment_links.status": "core/payments/moves.py",
    "payments.status": "core/payments/moves.py",
    "refunds.status": "core/payments/moves.py",
    "runs.status": "core/delivery/moves.py",
    "shifts.status": "core/stalls/moves.py",
    "stall_qrs.status": "core/stalls/moves.py",
    "slot_bookings.status": "core/slots/actions.py",
}
# Who else writes one today: a line goes when its module has learnt to ask the writer.
OTHERS: set[tuple[str, str]] = set()
# Statements that change rows are written as SQL, where they can be read.
UNREADABLE = re.compile(r"from sqlalchemy[\w.]* import .*\b(insert|update)\b")


def sources() -> dict[str, str]:
    paths = (path for package in PACKAGES for path in (ROOT / package).rglob("*.py") if "migrations" not in path.parts)
    found = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in paths}
    return {name: source for name, source in found.items() if "status" in source}


def test_every_status_has_one_writer() -> None:
    found = {(status, name) for name, source in sources().items() for status in writes_in(source)}
    assert found - set(WRITERS.items()) == OTHERS
    assert set(WRITERS.items()) - found == set(), "the writer writes nothing any more"


def test_every_status_is_named() -> None:
    assert set(WRITERS) == status_columns()


def test_no_statement_hides_what_it_writes() -> None:
    assert [name for name, source in sources().items() if UNREADABLE.search(source)] == []


HIDDEN = {
    "UPDATE": ('X = text("UPDATE orders AS o SET version = 1, status = :s WHERE id = 1")', "orders.status"),
    "after a subquery": ('"UPDATE holds SET quantity = (SELECT 1 FROM x WHERE y), status = 1"', "holds.status"),
    "in a list": ('"UPDATE orders SET (version, status) = (1, 2) FROM x"', "orders.status"),
    "any table": ('f"UPDATE {name} SET status = 1"', "?.status"),
    "INSERT": ('"INSERT INTO refunds (payment_id, status) VALUES (1, 2)"', "refunds.status"),
    "upsert": ('"INSERT INTO inbox (id) VALUES (1) ON CONFLICT (id) DO UPDATE SET status = 1"', "inbox.status"),
    "attribute": ("def f(link: PaymentLink) -> None:\n    link.status = 1", "payment_links.status"),
    "of anything": ("row = find()\nrow.status = 1", "?.status"),
    "constructor": ("Payment(order_id=1, status=2)", "payments.status"),
    "by name": ("setattr(row, 'status', 1)", "?.status"),
}


@pytest.mark.parametrize("kind", HIDDEN)
def test_control_a_write_is_seen(kind: str) -> None:
    source, status = HIDDEN[kind]
    assert writes_in(source) == {status}


def test_control_what_only_reads_is_no_write() -> None:
    reads = '"UPDATE outbox SET error = 1 FROM orders WHERE status = 2 RETURNING status"\nlink.status == 1'
    assert writes_in(reads + "\nfacts = LinkFacts(status=1)") == set()
