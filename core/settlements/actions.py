"""Keeping what a report says."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime

from sqlmodel import Session

from core.actor import Actor
from core.audit.actions import record
from core.query import Query
from core.settlements.reading import read_report
from core.staff.rules import Right, require

KEEP = Query(
    """
    INSERT INTO settlement_lines (entity_id, kind, amount_paise, charge_paise, tax_paise, settlement_id, utr,
                                  settled_on, reported_at)
    SELECT entity_id, kind, amount_paise, charge_paise, tax_paise, settlement_id, utr, settled_on, :now
      FROM jsonb_to_recordset(CAST(:lines AS jsonb)) AS line (entity_id text, kind text, amount_paise bigint,
           charge_paise bigint, tax_paise bigint, settlement_id text, utr text, settled_on date)
    ON CONFLICT (entity_id) DO UPDATE SET kind = EXCLUDED.kind, amount_paise = EXCLUDED.amount_paise,
           charge_paise = EXCLUDED.charge_paise, tax_paise = EXCLUDED.tax_paise, settlement_id = EXCLUDED.settlement_id,
           utr = EXCLUDED.utr, settled_on = EXCLUDED.settled_on, reported_at = EXCLUDED.reported_at
    """
)


def keep_report(session: Session, text: str, *, actor: Actor, now: datetime) -> int:
    """Take over a report, as a whole or not at all; how many lines it has. The same report again changes nothing.

    Raises Refusal `not-allowed`, and what `read_report` raises.
    """
    require(actor, Right.SETTLE_PARKED)
    lines = {line.entity_id: line for line in read_report(text)}
    written = json.dumps([asdict(line) for line in lines.values()], default=str)
    KEEP.run(session, {"lines": written, "now": now})
    record(session, actor=actor, action="settlement-report-kept", subject="settlements", lines=len(lines))
    return len(lines)
