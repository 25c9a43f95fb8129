"""Since when nothing names a picture of ours, and whether something does."""

from alembic import op

from core.migrations.steps import set_timeouts

revision = "0036"
down_revision = "0032"
branch_labels = None
depends_on = None

# Whatever refers to pictures does so by a foreign key, so the keys are asked: a column added later counts by itself.
IS_NAMED = """
    CREATE OR REPLACE FUNCTION picture_is_named(picture bigint) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
    DECLARE
        reference record;
        found_one boolean;
    BEGIN
        FOR reference IN
            SELECT c.conrelid::regclass AS place, a.attname AS name
              FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey)
             WHERE c.contype = 'f' AND c.confrelid = 'pictures'::regclass
        LOOP
            EXECUTE format('SELECT EXISTS (SELECT FROM %s WHERE %I = $1)', reference.place, reference.name)
               INTO found_one USING picture;
            IF found_one THEN RETURN true; END IF;
        END LOOP;
        RETURN false;
    END $$
"""


def upgrade() -> None:
    set_timeouts()
    op.execute("ALTER TABLE pictures ADD COLUMN IF NOT EXISTS unnamed_since timestamptz")
    op.execute(IS_NAMED)
