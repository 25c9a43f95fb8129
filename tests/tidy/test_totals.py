"""What a basket costs is computed in `core/checkout` and nowhere else, neither in Python nor in SQL."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("core", "bot", "flows", "jamango", "webhooks", "admin_web", "shop_web")
# Only there; the invariants add up once more what was kept, which is their work.
HOME, CHECKS = ROOT / "core/checkout", ROOT / "core/invariants"
# The parts of a price. A sum of whole totals (what a customer owes, a day's sales) is another matter.
PARTS = (
    "items_paise|discount_paise|delivery_fee_paise|fee_paise|free_above_paise|minimum_paise|unit_price_paise|price_paise"
    "|line_paise"
)
PART = re.compile(f"^({PARTS})$")
ARITHMETIC = re.compile(
    rf"(\b({PARTS})\b\)?\s*[-+*/]\s*[\w:(])|([\w)]\s*[-+*/]\s*\(?[\w.:]*\b({PARTS})\b)|\bsum\([^)]*\b({PARTS})\b"
)
FUNCTIONS = {"sum", "divmod", "round"}
# What is asked of a price that was computed before.
CHECK = re.compile(
    r"total_paise = items_paise - discount_paise \+ delivery_fee_paise|line_paise = unit_price_paise \* quantity"
)


def sources() -> Iterator[tuple[str, str]]:
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            if not {HOME, CHECKS} & set(path.parents) and "migrations" not in path.parts:
                yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8")


def computed(source: str) -> list[int]:
    """The lines that compute with a part of a price."""
    found: set[int] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.BinOp) and not isinstance(node.op, ast.Mod | ast.BitOr) and _names_part(node):
            found.add(node.lineno)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in FUNCTIONS:
            found |= {node.lineno} if any(_names_part(argument) for argument in node.args) else set()
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            found |= {node.lineno} if ARITHMETIC.search(CHECK.sub("", node.value)) else set()
    return sorted(found)


def _names_part(node: ast.AST) -> bool:
    names = (each.attr if isinstance(each, ast.Attribute) else each.id if isinstance(each, ast.Name) else ""
             for each in ast.walk(node))  # fmt: skip
    return any(PART.match(name) for name in names)


def test_nobody_else_computes_what_a_basket_costs() -> None:
    assert {name: lines for name, source in sources() if (lines := computed(source))} == {}


@pytest.mark.parametrize(
    "line",
    [
        "total = cart.items_paise + fee",
        "amount = format_rupees(count * line.unit_price_paise)",
        "items = sum(pack.price_paise * count for pack in packs)",
        "items = sum(line.line_paise for line in lines)",
        'SQL = "SELECT quantity * k.price_paise FROM packs k"',
        'SQL = "SELECT o.items_paise + z.fee_paise FROM orders o"',
        'SQL = "SELECT sum(l.line_paise) FROM order_items l"',
        "missing = max(zone.minimum_paise - items, 0)",
    ],
)
def test_control_a_total_of_ones_own_is_seen(line: str) -> None:
    assert computed(line) == [1]


@pytest.mark.parametrize(
    "line",
    [
        "due = order.total_paise - paid",
        "charged = zone.fee_paise and zone.free_above_paise",
        'SQL = "SELECT items_paise, discount_paise, total_paise FROM orders"',
    ],
)
def test_control_what_is_only_read_is_not(line: str) -> None:
    assert computed(line) == []
