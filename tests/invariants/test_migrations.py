"""What the migrations make is what the code expects, also of a database that is on its way."""

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, text
from sqlmodel import SQLModel

import core.tables  # noqa: F401 - all of them, to compare
from core import schema
from tests.support.clusters import current_settings


@pytest.mark.usefixtures("database")
def test_the_migrations_make_the_tables_of_the_code() -> None:
    assert differences() == []


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("had_it", [True, False])
def test_a_database_of_before_the_contact_phone_comes_up_to_date_whether_it_has_the_column_or_not(had_it: bool) -> None:
    engine = create_engine(current_settings().database_url or "")
    with engine.connect() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
        connection.commit()
        command.upgrade(schema._configuration(connection), "0003")
        if not had_it:
            connection.execute(text("ALTER TABLE users DROP COLUMN contact_phone"))
        connection.commit()
    engine.dispose()
    schema.upgrade(current_settings())
    assert differences() == []


@pytest.mark.usefixtures("database")
def test_control_a_column_that_is_missing_is_seen() -> None:
    engine = create_engine(current_settings().database_url or "")
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE users DROP COLUMN contact_phone"))
    engine.dispose()
    assert [difference[0] for difference in differences()] == ["add_column"]


def differences() -> list[tuple[object, ...]]:
    engine = create_engine(current_settings().database_url or "")
    try:
        with engine.connect() as connection:
            assert schema.is_current(connection)
            return list(compare_metadata(MigrationContext.configure(connection), SQLModel.metadata))
    finally:
        engine.dispose()
