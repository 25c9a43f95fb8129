"""The clock and the guards, which every table stands on."""

import sqlalchemy as sa
from alembic import op

from core.migrations.steps import set_timeouts

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    set_timeouts()
    op.create_table(
        "clock",
        sa.Column("id", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("shift", sa.Interval(), server_default=sa.text("'0'::interval"), nullable=False),
        sa.CheckConstraint("id = 1", name="one_clock"),
        sa.PrimaryKeyConstraint("id", name="clock_key"),
    )
    op.execute("INSERT INTO clock (id) VALUES (1)")
    op.execute(
        """
        CREATE FUNCTION jamango_now() RETURNS timestamptz LANGUAGE plpgsql VOLATILE AS $$
        BEGIN
            RETURN clock_timestamp() + (SELECT shift FROM clock);
        END $$
        """
    )
    op.execute(
        """
        CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION '% only grows: % is refused', TG_TABLE_NAME, TG_OP
                USING ERRCODE = 'restrict_violation';
        END $$
        """
    )
    op.execute(
        """
        CREATE FUNCTION refuse_unbalanced_posting() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF (SELECT sum(amount_paise) FROM ledger_entries WHERE posting = NEW.posting) <> 0 THEN
                RAISE EXCEPTION 'posting % does not sum to zero', NEW.posting USING ERRCODE = 'check_violation';
            END IF;
            RETURN NULL;
        END $$
        """
    )
