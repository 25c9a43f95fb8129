"""Alembic's entry: `core.schema` hands over the connection, so that nothing here reads a configuration file."""

from alembic import context

from core.tables import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, transaction_per_migration=True, compare_type=True)
with context.begin_transaction():
    context.run_migrations()
