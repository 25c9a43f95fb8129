"""What the shop's own role may do when another role owns the tables (`JAMANGO_DATABASE_OWNER_URL`).

Granted after every upgrade rather than by one migration: so that a table which is added tomorrow, and a role which is
chosen tomorrow, are covered too.
"""

from sqlalchemy import Connection, text

from core.tables import metadata

VERSION_TABLE = "alembic_version"
APPEND_ONLY = text(
    "SELECT relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE tgname LIKE '%\\_append\\_only'"
)


def grant_to(connection: Connection, role: str) -> None:
    """Let `role` read and write every table; to what only grows it may only add, the version it may only read."""
    if connection.execute(text("SELECT current_user")).scalar_one() == role:
        return
    quote = connection.dialect.identifier_preparer.quote
    only_grow = set(connection.execute(APPEND_ONLY).scalars())
    schema = quote(connection.execute(text("SELECT current_schema()")).scalar_one())
    connection.exec_driver_sql(f"GRANT USAGE ON SCHEMA {schema} TO {quote(role)}")
    connection.exec_driver_sql(f"GRANT SELECT ON {VERSION_TABLE} TO {quote(role)}")
    for name in sorted(metadata.tables):
        rights = "SELECT, INSERT" if name in only_grow else "SELECT, INSERT, UPDATE, DELETE"
        connection.exec_driver_sql(f"GRANT {rights} ON {quote(name)} TO {quote(role)}")
