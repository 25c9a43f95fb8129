"""The arrows that SQL draws between nouns are those that imports draw (DESIGN §1).

A noun writes its own tables, and reads its own and those of nouns below it, in the order of `.importlinter`.
`core/views` and `core/invariants` read all. Doors, channel and conversations ask core.
"""

from __future__ import annotations

import configparser
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from sqlmodel import SQLModel

import core.tables  # noqa: F401 - all of them
from tests.support.statements import (
    ROOT,
    Statement,
    Touched,
    modules,
    put_together,
    read_tables,
    statements,
    tables_by_class,
)

MOST_LINES = 25
READ_ALL = {"views", "invariants"}
# Functions in the database, which are a noun's as its tables are.
FUNCTIONS = {"fruit_left": "inventory", "places_left": "slots", "open_slots": "slots"}
MADE = re.compile(r"CREATE (?:OR REPLACE )?FUNCTION (\w+)\(.*?LANGUAGE sql.*?\$\$(.*?)\$\$", re.DOTALL)

Arrow = tuple[str, str, str]


def _each(noun: str, does: str, *tables: str) -> set[Arrow]:
    return {(noun, does, table) for table in tables}


# What is left, which may only shrink: what a noun or package does with tables that are not its own.
LEFT = {
    *_each("bot", "reads", "identities", "outbox"),
    *_each("bot", "writes", "templates"),
    *_each(
        "jamango",
        "reads",
        "audit_log",
        "chats",
        "delivery_slots",
        "identities",
        "inbox",
        "inventory",
        "packs",
        "products",
        "shop",
        "staff",
        "users",
        "zones",
    ),
    *_each(
        "jamango",
        "writes",
        "apartments",
        "delivery_slots",
        "orders",
        "outbox",
        "packs",
        "products",
        "slot_bookings",
        "slot_patterns",
        "zones",
    ),
    *_each("notices", "writes", "outbox"),
    *_each("orders", "writes", "audit_log", "cart_items", "carts", "users"),
    *_each("outbox", "writes", "chat_pacing"),
    *_each("payments", "writes", "outbox"),
    *_each("shop_web", "reads", "orders", "payment_links", "payments"),
}
LONG = {
    "core.outbox.messages.LEASE_ANY": 39,
    "core.outbox.messages.LEASE_OF_CHAT": 39,
    "core.outbox.statuses.APPLY": 27,
}
# Of the rules only, whose pieces stand beside them and which read all; and of the two writers of a status, who make
# each move from its lifecycle.
PUT_TOGETHER = {
    "core.inbox.moves.move",
    "core.outbox.leases.lease_statement",
    "core.outbox.moves.move",
    "core.outbox.moves.write_leased",
    "core.invariants.fruit._keeps",
    "core.invariants.fruit.lapses_otherwise",
    "core.invariants.look",
    "core.invariants.money._balance",
}


@cache
def order() -> dict[str, int]:
    """The place of each of core's modules, the lowest 0."""
    contracts = configparser.ConfigParser()
    contracts.read(ROOT / ".importlinter", encoding="utf-8")
    lines = contracts["importlinter:contract:core-in-order"]["layers"].split("\n")
    layers = [re.findall(r"\w+", line) for line in lines if line.strip()]
    return {name: place for place, layer in enumerate(reversed(layers)) for name in layer}


@cache
def owners() -> dict[str, str]:
    """Whose each table and each function of ours is, by the module that describes it."""
    tables = {str(mapper.class_.__tablename__): mapper.class_.__module__ for mapper in SQLModel._sa_registry.mappers}
    return {**{name: noun_of(module) for name, module in tables.items()}, **FUNCTIONS}


def noun_of(module: str) -> str:
    """`orders` of `core.orders.placing`, `flows` of `flows.ordering.menu`."""
    first, *rest = module.split(".")
    return rest[0] if first == "core" and rest else first


def arrows(noun: str, touched: Touched) -> Iterator[Arrow]:
    """Where a noun goes that it may not."""
    for table in touched.writes & set(owners()):
        if owners()[table] != noun:
            yield noun, "writes", table
    for table in touched.reads & set(owners()):
        if owners()[table] != noun and noun not in READ_ALL and not is_below(owners()[table], noun):
            yield noun, "reads", table


def is_below(lower: str, noun: str) -> bool:
    return noun in order() and order()[lower] < order()[noun]


def found_arrows() -> dict[Arrow, set[str]]:
    """Every arrow that is not allowed, and where it is drawn."""
    found: dict[Arrow, set[str]] = {}
    for statement in statements():
        for arrow in arrows(noun_of(statement.module), read_tables(statement.sql)):
            found.setdefault(arrow, set()).add(f"{statement.module}.{statement.name}")
    for module in modules():
        for arrow in arrows(noun_of(module.__name__), tables_by_class(module)):
            found.setdefault(arrow, set()).add(module.__name__)
    return found


def test_sql_follows_the_arrows_of_imports() -> None:
    found = found_arrows()
    assert {arrow: places for arrow, places in found.items() if arrow not in LEFT} == {}
    assert set(found) >= LEFT, "an arrow is gone: take it off the list"


def test_what_is_left_runs_downwards_in_core() -> None:
    in_core = [arrow for arrow in LEFT if arrow[0] in order()]
    assert [arrow for arrow in in_core if not is_below(owners()[arrow[2]], arrow[0])] == []


def test_functions_in_the_database_follow_them_too() -> None:
    sources = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "core/migrations/versions").glob("*.py"))]
    made = {name: body for source in sources for name, body in MADE.findall(source)}
    assert set(made) == set(FUNCTIONS)
    assert [arrow for name, body in made.items() for arrow in arrows(FUNCTIONS[name], read_tables(body))] == []


def test_every_table_has_a_noun_with_a_place() -> None:
    assert set(owners().values()) <= set(order())


def test_a_statement_fits_in_a_head() -> None:
    assert len(statements()) > 150, "the search finds nothing any more"
    long = [each for each in statements() if each.lines > MOST_LINES]
    assert {f"{each.module}.{each.name}": each.lines for each in sorted(long, key=lambda each: each.lines)} == LONG


def test_every_statement_can_be_read_where_it_stands() -> None:
    assert {name for module in modules() for name in put_together(module)} == PUT_TOGETHER


SEEN = {
    "a higher noun is read": ("slots", "SELECT id FROM delivery_slots s JOIN orders o ON o.slot_id = s.id", "orders"),
    "in a subquery": ("slots", "UPDATE delivery_slots SET open = EXISTS (SELECT FROM orders)", "orders"),
    "under another name": ("carts", "WITH x AS (SELECT * FROM orders AS packs) SELECT * FROM x", "orders"),
    "a function of a higher noun": ("zones", "SELECT * FROM open_slots()", "open_slots"),
    "a door reads": ("flows", "SELECT 1 FROM chats", "chats"),
    "a lower noun is written": ("orders", "UPDATE users SET lapsed_holds = 0", "users"),
    "in a part of a statement": ("orders", "WITH x AS (DELETE FROM carts RETURNING id) SELECT id FROM x", "carts"),
    "by an INSERT": ("orders", "INSERT INTO audit_log (actor) SELECT 'x' FROM orders RETURNING id", "audit_log"),
    "by a view": ("views", "UPDATE orders SET note = ''", "orders"),
}


@pytest.mark.parametrize("kind", SEEN)
def test_control_an_arrow_is_seen(kind: str) -> None:
    noun, sql, table = SEEN[kind]
    assert [arrow[2] for arrow in arrows(noun, read_tables(sql))] == [table]


def test_control_what_is_allowed_is_no_arrow() -> None:
    sql = "UPDATE orders o SET note = u.name FROM users u, audit_log a WHERE u.id = o.customer_id RETURNING o.id"
    assert list(arrows("orders", read_tables(sql))) == []
    assert Statement("core.x", "Y", "\n SELECT\n 1\n").lines == 2
    assert Path(ROOT / ".importlinter").exists()
