"""What several migrations do."""

from alembic import op


def set_timeouts() -> None:
    """A migration that cannot get its lock gives up rather than stop the shop behind it."""
    op.execute("SET LOCAL lock_timeout = '5s'")
    op.execute("SET LOCAL statement_timeout = '5min'")


def add_check(table: str, name: str, condition: str) -> None:
    """Hold every new and changed row to a rule; rows that break it already are left for a human, with a warning."""
    op.execute(f"ALTER TABLE {table} ADD CONSTRAINT {name} CHECK ({condition}) NOT VALID")
    op.execute(
        f"DO $$ BEGIN ALTER TABLE {table} VALIDATE CONSTRAINT {name}; EXCEPTION WHEN check_violation THEN "
        f"RAISE WARNING 'rows of {table} break {name}: mend them, then ALTER TABLE {table} VALIDATE CONSTRAINT {name}';"
        " END $$"
    )


def guard_append_only(table: str) -> None:
    """Refuse UPDATE, DELETE and TRUNCATE on a table that only grows."""
    op.execute(
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )
