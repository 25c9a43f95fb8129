"""What is leased has an end of its lease, and what has ended a moment of its end: held by the tables themselves."""

from core.migrations.steps import add_check, set_timeouts

revision = "0022"
down_revision = "0018"
branch_labels = None
depends_on = None

# As core/outbox/tables.py and core/inbox/tables.py have them.
CHECKS = (
    ("outbox", "outbox_lease_has_an_end", "(status = 'leased') = (leased_until IS NOT NULL)"),
    (
        "outbox",
        "outbox_end_has_a_moment",
        "(status IN ('done', 'dropped', 'dead')) = (done_at IS NOT NULL)",
    ),
    ("inbox", "inbox_end_has_a_moment", "(status = 'pending') = (handled_at IS NULL)"),
)


def upgrade() -> None:
    set_timeouts()
    for table, name, condition in CHECKS:
        add_check(table, name, condition)
