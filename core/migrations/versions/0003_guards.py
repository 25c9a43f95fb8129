"""Tables that only grow, and a ledger that must balance."""

from alembic import op

from core.migrations.steps import guard_append_only, set_timeouts

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    set_timeouts()
    for table in ("audit_log", "consents", "ledger_entries", "stock_movements"):
        guard_append_only(table)
    op.execute(
        "CREATE CONSTRAINT TRIGGER ledger_posting_balances AFTER INSERT ON ledger_entries "
        "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_unbalanced_posting()"
    )
    op.execute("INSERT INTO shop (id) VALUES (1)")
    op.execute("INSERT INTO locations (code, name) VALUES ('main', 'Main')")
