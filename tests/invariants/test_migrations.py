"""What the migrations make is what the code expects, also of a database that is on its way."""

from importlib import import_module

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlmodel import SQLModel

import core.tables  # noqa: F401 - all of them, to compare
from core import schema
from core.db import forget_engines, transaction
from core.ledger.queries import postings_of_order, read_balances
from tests.support.clusters import current_settings

# What stood in the ledger when it was a part of payments: parked money is accepted, a part goes back at the second try.
ORDER = [
    "INSERT INTO users (name) VALUES ('Asha')",
    "INSERT INTO zones (slug, names, fee_paise, free_above_paise, minimum_paise, cod_cap_paise, cod_cap_new_paise)"
    """ VALUES ('lakeside', '{"en": "Lakeside"}', 0, 0, 0, 0, 0)""",
    "INSERT INTO delivery_slots (zone_id, day, starts_at, ends_at, cutoff_at, capacity)"
    " VALUES (1, '2027-05-01', '2027-05-01', '2027-05-02', '2027-05-01', 1)",
    "INSERT INTO orders (code, token, customer_id, channel, zone_id, slot_id, items_paise, delivery_fee_paise,"
    " total_paise, held_until) VALUES ('7KQ3XY', 't', 1, 'whatsapp', 1, 1, 900, 0, 900, '2027-05-01')",
]
OLD_MONEY = [
    *ORDER,
    "INSERT INTO payments (order_id, provider_payment_id, status, amount_paise, currency)"
    " VALUES (1, 'pay_1', 'settled', 900, 'INR')",
    "INSERT INTO refunds (payment_id, amount_paise, idempotency_key, reason, requested_by)"
    " VALUES (1, 200, 'key', 'soft', 'staff:1')",
]
OLD_POSTING = """
    INSERT INTO ledger_entries (posting, account, amount_paise, order_id, payment_id, refund_id)
    SELECT posting, side.account, side.amount, 1, 1, {refund}
      FROM (SELECT gen_random_uuid() AS posting) AS posted,
           (VALUES ('{debit}', {paise}), ('{credit}', -{paise})) AS side (account, amount)
"""
ONE_SIDE = "INSERT INTO ledger_entries (posting_id, account, amount_paise) VALUES (1, 'bank', 1)"
OLD_POSTINGS = [
    OLD_POSTING.format(refund=refund, debit=debit, credit=credit, paise=paise)
    for refund, debit, credit, paise in (
        ("NULL", "razorpay", "parked", 900),
        ("NULL", "parked", "orders", 900),
        ("1", "orders", "refunds_due", 200),
        ("1", "refunds_due", "parked", 200),
        ("1", "parked", "refunds_due", 200),
        ("1", "refunds_due", "razorpay", 200),
    )
]


@pytest.mark.usefixtures("database")
def test_the_migrations_make_the_tables_of_the_code() -> None:
    assert differences() == []


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("had_it", [True, False])
def test_a_database_of_before_the_contact_phone_comes_up_to_date_whether_it_has_the_column_or_not(had_it: bool) -> None:
    begin_at("0003", *([] if had_it else ["ALTER TABLE users DROP COLUMN contact_phone"]))
    schema.upgrade(current_settings())
    assert differences() == []


@pytest.mark.usefixtures("database")
def test_names_filed_under_the_wrong_kind_are_put_right() -> None:
    step = import_module("core.migrations.versions.0006_names")
    odd = ("+910000000301", "IN.301", "IN.302", "+910000000302", "910000000302", "x" * 200, "910000000303")
    engine = create_engine(current_settings().database_url or "")
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE identities DROP CONSTRAINT name_fits"))
        people = connection.execute(
            text("INSERT INTO users (name) SELECT 'x' FROM generate_series(1, :most) RETURNING id"), {"most": len(odd)}
        )
        for person, value in zip(people.scalars().all(), odd, strict=True):
            values = {"value": value, "person": person}
            connection.execute(
                text("INSERT INTO identities (kind, value, customer_id) VALUES ('phone', :value, :person)"), values
            )
        known = "SELECT 'user_id', 'IN.9', customer_id FROM identities WHERE value = 'IN.302'"
        connection.execute(text(f"INSERT INTO identities (kind, value, customer_id) {known}"))
        for statement in step.STATEMENTS:
            connection.execute(text(statement.replace(":", "\\:")))
        kept = connection.execute(text("SELECT kind, value FROM identities ORDER BY kind, value")).all()
    engine.dispose()
    phones = [("phone", f"910000000{number}") for number in (301, 302, 303)]
    assert kept == [*phones, ("user_id", "IN.301"), ("user_id", "IN.9")]


MISFITS = [
    ("phone", "IN.1"),
    ("phone", "+910000000301"),
    ("user_id", "910000000301"),
    ("user_id", "IN." + "x" * 150),
    ("parent_user_id", "IN." + "x" * 6000),
]


@pytest.mark.usefixtures("database")
def test_a_name_that_does_not_fit_its_kind_is_refused() -> None:
    insert = text("INSERT INTO identities (kind, value, customer_id) VALUES (:kind, :value, :person)")
    with transaction() as session:
        person = session.execute(text("INSERT INTO users (name) VALUES ('x') RETURNING id")).scalar_one()
        for kind, value in MISFITS:
            with pytest.raises(IntegrityError, match="name_fits"), session.begin_nested():
                session.execute(insert, {"kind": kind, "value": value, "person": person})


@pytest.mark.usefixtures("database")
def test_a_shop_with_settings_that_make_no_sense_comes_up_to_date() -> None:
    """The shop's own row is mended; other rows wait for a human, and no new ones like them come in."""
    pattern = """
        INSERT INTO slot_patterns (zone_id, weekday, starts, ends, capacity, cutoff_minutes)
        SELECT id, {}, '22:00', '00:00', 5, -30 FROM zones
    """
    begin_at(
        "0004",
        "UPDATE shop SET hold_minutes = -5, unpaid_limit = 0",
        """
        INSERT INTO zones (slug, names, fee_paise, free_above_paise, minimum_paise, cod_cap_paise, cod_cap_new_paise)
        VALUES ('lakeside', '{"en": "Lakeside"}', 0, 0, 0, 0, 0)
        """,
        pattern.format(1),
    )
    schema.upgrade(current_settings())
    with transaction() as session:
        assert session.execute(text("SELECT hold_minutes, unpaid_limit, link_minutes FROM shop")).one() == (10, 3, 16)
        with pytest.raises(IntegrityError, match="slot_pattern_makes_windows"):
            session.execute(text(pattern.format(2)))
    forget_engines(close=True)


@pytest.mark.usefixtures("database")
def test_what_stood_in_the_ledger_of_payments_moves_over_as_it_is() -> None:
    before = import_module("core.migrations.versions.0013_ledger").down_revision
    begin_at(before, *OLD_MONEY, *OLD_POSTINGS)
    schema.upgrade(current_settings())
    assert differences() == []
    with transaction() as session:
        posted = postings_of_order(session, 1)
        assert [(each.source, each.source_id, each.event) for each in posted[::2]] == [
            *(("payment", 1, "captured"), ("payment", 1, "accepted")),
            *(("refund", 1, event) for event in ("asked", "failed", "asked", "processed")),
        ]
        assert [(each.account, each.amount_paise) for each in posted[:2]] == [("razorpay", 900), ("parked", -900)]
        assert read_balances(session) == {"razorpay": 700, "orders": -700}
        with pytest.raises(IntegrityError, match="sum to zero"):
            session.execute(
                text("INSERT INTO ledger_entries (posting_id, account, amount_paise) VALUES (1, 'bank', 1)")
            )
        session.rollback()
    for table in ("ledger_entries", "ledger_postings"):
        with pytest.raises(DBAPIError, match="only grows"), transaction() as session:
            session.execute(text(f"DELETE FROM {table}"))
    forget_engines(close=True)


@pytest.mark.usefixtures("database")
def test_control_a_column_that_is_missing_is_seen() -> None:
    engine = create_engine(current_settings().database_url or "")
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE users DROP COLUMN contact_phone"))
    engine.dispose()
    assert [difference[0] for difference in differences()] == ["add_column", "add_index"], "its index went with it"


def begin_at(revision: str, *changes: str) -> None:
    """Make the database one of that version, with these changes."""
    engine = create_engine(current_settings().database_url or "")
    with engine.connect() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
        connection.commit()
        configuration = Config()
        configuration.set_main_option("script_location", str(schema.MIGRATIONS))
        configuration.attributes["connection"] = connection
        command.upgrade(configuration, revision)
        for change in changes:
            connection.execute(text(change))
        connection.commit()
    engine.dispose()


def differences() -> list[tuple[object, ...]]:
    engine = create_engine(current_settings().database_url or "")
    try:
        with engine.connect() as connection:
            assert schema.is_current(connection)
            return list(compare_metadata(MigrationContext.configure(connection), SQLModel.metadata))
    finally:
        engine.dispose()
