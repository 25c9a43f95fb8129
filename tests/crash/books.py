"""What a story leaves behind, on both sides, free of ids, codes and moments: two runs of one story can be compared."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from sqlalchemy import text

from core.db import transaction
from tests.crash.stage import Customer, Stage

MOMENTS = re.compile(r"\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?|\d{6,}|https?://\S+")

# Rows that must be the same; the ids in them are only counted.
QUESTIONS = {
    "orders": "SELECT status, total_paise, payment_method, end_reason FROM orders ORDER BY id",
    "items": "SELECT quantity, base_units, line_paise FROM order_items ORDER BY id",
    "holds": "SELECT status, quantity FROM holds ORDER BY order_id, inventory_id",
    "fruit": "SELECT on_hand, held FROM inventory ORDER BY id",
    "places": "SELECT sum(booked), sum(capacity) FROM delivery_slots",
    "links": "SELECT status, amount_paise FROM payment_links ORDER BY id",
    "payments": "SELECT status, amount_paise, refund_reserved_paise, reason FROM payments ORDER BY id",
    "refunds": "SELECT status, amount_paise FROM refunds ORDER BY id",
    "ledger": "SELECT account, sum(amount_paise) FROM ledger_entries GROUP BY account ORDER BY account",
    "people": "SELECT count(*), sum(lapsed_holds) FROM users",
    "messages": "SELECT status, count(*) FROM inbox WHERE kind = 'message' GROUP BY status",
    "files": "SELECT a.status, f.content IS NULL FROM attachments a LEFT JOIN media_files f ON f.name = a.digest",
    "owed": "SELECT count(*) FROM outbox WHERE status NOT IN ('done', 'dropped')",
    "alerts": "SELECT code FROM alerts WHERE resolved_at IS NULL ORDER BY code",
    "stops": "SELECT status, cash_paise, instruction FROM delivery_assignments ORDER BY id",
    "runs": "SELECT r.status, t.declared_paise FROM runs r LEFT JOIN till_counts t ON t.run_id = r.id",
    "shifts": "SELECT status, float_paise, cash_paise, expected_paise FROM shifts ORDER BY id",
    "sales": "SELECT paid_paise FROM stall_sales ORDER BY id",
    "codes": "SELECT q.amount_paise, p.status FROM stall_qrs q JOIN payments p ON p.id = q.payment_id ORDER BY q.id",
    "asides": "SELECT why FROM stall_asides ORDER BY id",
    "differences": "SELECT amount_paise, settled_paise FROM discrepancies ORDER BY id",
    "voids": "SELECT reason FROM stall_voids ORDER BY sale_id",
    "turns": "SELECT turn FROM chats JOIN users ON users.id = chats.customer_id ORDER BY chats.id",
}


@dataclass(frozen=True)
class Books:
    """Rows by question, what Razorpay knows, and what the customer read, in order and without copies."""

    rows: dict[str, list[tuple[Any, ...]]]
    razorpay: dict[str, list[tuple[Any, ...]]]
    read: list[str]


def read_books(stage: Stage, chat: Customer) -> Books:
    """The books when all is quiet."""
    with transaction() as session:
        rows = {name: [tuple(row) for row in session.execute(text(query))] for name, query in QUESTIONS.items()}
        codes = list(session.execute(text("SELECT code FROM orders")).scalars())
    outside = stage.books()
    razorpay = {
        "links": [(link["status"], link["amount"]) for link in outside["links"]],
        "payments": [(payment["status"], payment["amount"]) for payment in outside["payments"]],
        "refunds": [(refund["status"], refund["amount"]) for refund in outside["refunds"]],
    }
    return Books(rows, razorpay, [_plain(said.text, codes) for said in chat.heard])


def _plain(said: str, codes: list[str]) -> str:
    for code in codes:
        said = said.replace(code, "(code)")
    return MOMENTS.sub("(moment)", said)
