"""A name is what its kind says: a phone is digits, a user id is none and fits its index."""

from alembic import op

from core.migrations.steps import set_timeouts

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

NAME_FITS = "CASE kind WHEN 'phone' THEN value ~ '^[0-9]{7,15}$' ELSE length(value) <= 150 AND value ~ '[A-Za-z]' END"
# What was filed as a phone before: numbers with their plus, user ids in a number's place. What nobody can be written to
# by, or has under its right kind already, goes.
STATEMENTS = (
    """
    UPDATE identities AS name SET value = ltrim(value, '+') WHERE kind = 'phone' AND value ~ '^[+][0-9]{7,15}$'
       AND NOT EXISTS (SELECT FROM identities AS same WHERE same.kind = 'phone' AND same.value = ltrim(name.value, '+'))
    """,
    """
    UPDATE identities AS name SET kind = 'user_id' WHERE kind = 'phone' AND value ~ '^[A-Z]{2}[.][A-Za-z0-9.]{1,147}$'
       AND NOT EXISTS (SELECT FROM identities AS same WHERE same.kind = 'user_id' AND (same.value = name.value
           OR same.customer_id = name.customer_id OR same.staff_id = name.staff_id))
    """,
    f"DELETE FROM identities WHERE NOT ({NAME_FITS})",
    "ALTER TABLE identities DROP CONSTRAINT IF EXISTS name_fits",
    f"ALTER TABLE identities ADD CONSTRAINT name_fits CHECK ({NAME_FITS})",
)


def upgrade() -> None:
    set_timeouts()
    for statement in STATEMENTS:
        op.execute(statement)
