"""The towers of a society, so that homes are matched with them, and limits of what is kept of a home and a note.

It may find its own work done, as 0004 may.
"""

from alembic import op

from core.migrations.steps import set_timeouts

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

LIMITS = (
    ("addresses", "home_line_has_its_length", "char_length(line) BETWEEN 1 AND 120"),
    ("carts", "cart_note_has_its_length", "char_length(note) <= 200"),
    ("orders", "order_note_has_its_length", "char_length(note) <= 200"),
)


def upgrade() -> None:
    set_timeouts()
    op.execute("ALTER TABLE apartments ADD COLUMN IF NOT EXISTS towers text[] NOT NULL DEFAULT '{}'::text[]")
    for table, name, rule in LIMITS:
        op.execute(f"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {name}")
        # Rows of before were cut to these lengths; NOT VALID keeps the lock short.
        op.execute(f"ALTER TABLE {table} ADD CONSTRAINT {name} CHECK ({rule}) NOT VALID")
        op.execute(f"ALTER TABLE {table} VALIDATE CONSTRAINT {name}")
