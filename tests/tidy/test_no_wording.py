"""No sentence that customers or staff read is in Python: it would have no second language."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SPEAKING = ("flows", "pages", "shop_web", "admin_web")
# Reading people's words needs letters, drawing diagrams and checking scripts speaks to engineers.
OTHERS = {"flows/words.py", "flows/diagram.py", "flows/engine.py"}
SENTENCE = re.compile(r"[^\W\d_]{2,} [^\W\d_]+ [^\W\d_]{2,}")
SQL = re.compile(
    r"\b(SELECT|INSERT|UPDATE|DELETE|WITH|WHERE|FROM|AND|OR|NULL|SET|CREATE|ALTER|DROP|RAISE|FOR|THEN|JOIN)\b"
)
# What only operators and engineers read is plain English in code.
FOR_OPERATORS = {"Fault"}


def speaking_files() -> list[Path]:
    files = [path for package in SPEAKING for path in sorted((ROOT / package).rglob("*.py"))]
    return [path for path in files if str(path.relative_to(ROOT)) not in OTHERS]


@pytest.mark.parametrize("path", speaking_files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_letters_of_another_script(path: Path) -> None:
    found = [text for text in strings_of(path) if re.search(r"[\u0900-\u0dff]", text)]
    assert not found


@pytest.mark.parametrize("path", speaking_files(), ids=lambda path: str(path.relative_to(ROOT)))
def test_no_sentences(path: Path) -> None:
    found = [text for text in strings_of(path) if SENTENCE.search(text) and not SQL.search(text)]
    assert not found


def test_flows_call_an_apartment_what_the_customer_calls_it() -> None:
    """By `name_of` or `apartment_of`: its bare name is English (fault F118)."""
    bare = re.compile(r"apartment\.name\b|address\[\"apartment\"\]")
    flows = sorted((ROOT / "flows").rglob("*.py"))
    assert [path.name for path in flows if bare.search(path.read_text(encoding="utf-8"))] == []


def strings_of(path: Path) -> Iterator[str]:
    """Every string constant that is no docstring and is not said to an operator."""
    yield from _walk(ast.parse(path.read_text(encoding="utf-8")))


def _walk(node: ast.AST) -> Iterator[str]:
    if (
        (isinstance(node, ast.Call) and _name_of(node.func) in FOR_OPERATORS)
        or _is_log(node)
        or isinstance(node, ast.Assert)
    ):
        return
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    for child in ast.iter_child_nodes(node):
        yield from _walk(child)


def _name_of(node: ast.AST) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _is_log(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and _name_of(node.func.value) == "log"
