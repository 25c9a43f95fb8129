"""One role owns the tables and migrates them, the shop works as another, which can change none of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from core import schema
from core.db import forget_engines
from core.settings import Environment
from core.tables import metadata
from jamango.apart import keep_apart
from jamango.housekeeping import seed, violations
from tests.chats.orders import orders_and_pays
from tests.support.chat import Person
from tests.support.clusters import Cluster, current_settings
from tests.support.morning import AHEAD
from tests.support.world import running_world

OWNER, SELLER = "orchard owner", "Seller"  # names that must be quoted


@dataclass(frozen=True)
class Roles:
    """Addresses of one database for its two roles."""

    owner: str
    seller: str


@pytest.fixture
def roles(cluster: Cluster, monkeypatch: pytest.MonkeyPatch) -> Iterator[Roles]:
    name = cluster.copy("template1")
    with psycopg.connect(cluster.postgres.admin_url, autocommit=True) as wire:
        for role in (OWNER, SELLER):
            wire.execute(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(role)))
        wire.execute(sql.SQL("ALTER DATABASE {} OWNER TO {}").format(sql.Identifier(name), sql.Identifier(OWNER)))
    address = cluster.url_of(name).replace("jamango@", "{}@")
    made = Roles(address.format(OWNER.replace(" ", "%20")), address.format(SELLER))
    monkeypatch.setenv("JAMANGO_DATABASE_URL", made.seller)
    monkeypatch.setenv("JAMANGO_DATABASE_OWNER_URL", made.owner)
    current_settings()
    yield made
    forget_engines(close=True)
    cluster.drop(name)
    with psycopg.connect(cluster.postgres.admin_url, autocommit=True) as wire:
        for role in (OWNER, SELLER):
            wire.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(role)))


def refuses(wire: psycopg.Connection[object], statement: str) -> bool:
    try:
        with wire.transaction():
            wire.execute(statement.encode())
    except psycopg.errors.InsufficientPrivilege:
        return True
    return False


def test_a_shop_whose_role_owns_nothing_sells_and_cannot_change_a_table(
    roles: Roles, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    schema.upgrade(current_settings())
    with psycopg.connect(roles.owner) as wire:  # as a database of before the grants
        wire.execute(sql.SQL("REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {}").format(sql.Identifier(SELLER)))
    production = current_settings().model_copy(update={"environment": Environment.PRODUCTION})
    keep_apart(production, tmp_path, demo=False)
    with psycopg.connect(roles.owner) as wire:
        wire.execute("UPDATE clock SET shift = %s", [AHEAD])
    seed(current_settings())  # migrates as the owner, stocks as the seller
    with running_world(monkeypatch, pair_rate_seconds=0, throughput_per_second=0) as world:
        orders_and_pays(Person(world, "new-customer"))
        world.settle()
        assert world.books()["refused"] == []
    assert violations(full=True) == []
    schema.upgrade(current_settings())  # again, as at every start
    with psycopg.connect(roles.seller) as wire:
        query = "SELECT has_table_privilege(%s, 'SELECT') AND has_table_privilege(%s, 'INSERT')"
        closed = [name for name in metadata.tables if wire.execute(query, [name, name]).fetchone() != (True,)]
        assert closed == []
        for forbidden in (
            *("CREATE TABLE mine (id int)", "ALTER TABLE users ADD COLUMN mine int", "DROP TABLE users"),
            *("TRUNCATE users CASCADE", "UPDATE alembic_version SET version_num = '0001'"),
            *("DELETE FROM audit_log", "UPDATE ledger_entries SET amount_paise = 0", "DROP FUNCTION jamango_now()"),
            *("ALTER TABLE audit_log DISABLE TRIGGER ALL",),
        ):
            assert refuses(wire, forbidden), forbidden
