"""What the founder edits on a page is held to sense by the database, whoever writes it (fault F129)."""

from __future__ import annotations

import pytest
from sqlalchemy import CheckConstraint, Integer, Time, text
from sqlalchemy.exc import IntegrityError

from core.clock import read_now
from core.db import transaction
from core.slots.actions import generate_slots
from core.tables import metadata
from tests.support.shelf import Shelf

# What nobody types: our own counting, what another server said, and a floor that is read out of a home's line.
COUNTED = {
    *("alerts.times", "attachments.attempts", "attachments.size", "bill_counters.last", "chats.turn"),
    *("delivery_assignments.position", "delivery_assignments.version", "fsck_marks.passed_to", "inbox.attempts"),
    *("ledger_postings.source_id", "orders.version", "outbox.attempts", "outbox.edition", "outbox.error_code"),
    *("outbox.unsure_tries", "payment_links.looks", "payments.adjustment_paise", "refunds.looks", "send_places.taken"),
    *("addresses.floor", "stall_qrs.looks"),
    *("day_closes.carried_paise", "day_closes.expected_paise", "day_closes.taken_paise"),
}

NONSENSE = [
    "UPDATE shop SET hold_minutes = -5",
    "UPDATE shop SET hold_minutes = 100000",
    "UPDATE shop SET link_minutes = 15",
    "UPDATE shop SET unpaid_limit = 0",
    "UPDATE shop SET largest_quantity = 0",
    "UPDATE shop SET handover_hours = 0",
    "UPDATE shop SET name = ''",
    "UPDATE slot_patterns SET starts = '22:00', ends = '00:00'",
    "UPDATE slot_patterns SET cutoff_minutes = -1",
    "UPDATE slot_patterns SET capacity = -1",
    "UPDATE slot_patterns SET weekday = 7",
    "UPDATE zones SET fee_paise = -1",
    "UPDATE zones SET cod_cap_new_paise = cod_cap_paise + 1",
    """UPDATE zones SET names = '{"hi": "x"}'""",
    "UPDATE apartments SET latitude = 91",
    "UPDATE apartments SET pincode = '12345'",
    "UPDATE products SET ripe_until_days = ripe_after_days - 1",
    "UPDATE products SET season_ends_on = season_begins_on - 1",
    """UPDATE products SET names = '{"en": ""}'""",
    "UPDATE packs SET base_units = 0",
    "UPDATE packs SET price_paise = -1",
    "UPDATE packs SET labels = '{}'",
    "UPDATE inventory SET low_level = -1",
    "UPDATE staff SET name = ''",
    "UPDATE locations SET name = ''",
    "UPDATE users SET lapsed_holds = -1",
    "UPDATE payment_links SET short_url = NULL",
    "UPDATE payments SET status = 'returned'",
    "UPDATE refunds SET finished_at = NULL",
]


@pytest.mark.parametrize("statement", NONSENSE)
def test_nonsense_is_refused(shelf: Shelf, statement: str) -> None:
    with pytest.raises(IntegrityError), transaction() as session:
        session.execute(text(statement))


def test_every_number_and_time_of_day_that_is_edited_has_a_check() -> None:
    """A table that is added tomorrow is edited until it is said above that nobody types what stands in it."""
    assert unchecked() == COUNTED


def unchecked() -> set[str]:
    found = set()
    for table in metadata.tables.values():
        checks = " ".join(str(each.sqltext) for each in table.constraints if isinstance(each, CheckConstraint))
        columns = [column for column in table.columns if isinstance(column.type, Integer | Time)]
        free = [column.name for column in columns if not column.primary_key and not column.foreign_keys]
        found |= {f"{table.name}.{name}" for name in free if name not in checks}
    return found


def test_one_bad_pattern_stops_its_own_windows_only(shelf: Shelf) -> None:
    """However it came in: a database of before the CHECK, or a CHECK that does not know of it yet."""
    with transaction() as session:
        session.execute(text("ALTER TABLE slot_patterns DROP CONSTRAINT slot_pattern_makes_windows"))
        bad = "UPDATE slot_patterns SET {} WHERE id = (SELECT min(id) + {} FROM slot_patterns)"
        session.execute(text(bad.format("starts = '22:00', ends = '00:00'", 0)))
        session.execute(text(bad.format("cutoff_minutes = -30", 1)))
        everywhere = session.execute(text("DELETE FROM delivery_slots WHERE booked = 0 AND id NOT IN "
                                          "(SELECT slot_id FROM orders) AND id NOT IN (SELECT slot_id FROM "
                                          "slot_bookings) RETURNING id")).all()  # fmt: skip
        assert len(everywhere) > 50
        session.execute(text("UPDATE carts SET slot_id = NULL"))
        made = generate_slots(session, read_now(session))
        assert len(everywhere) - 8 <= made < len(everywhere)
        alerts = session.execute(text("SELECT subject FROM alerts WHERE code = 'slot-pattern-unusable'")).scalars()
        assert len(set(alerts)) == 2
        assert generate_slots(session, read_now(session)) == 0
        session.rollback()
