"""The words that several modules once used for several things each mean one (docs/glossary.md)."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
OURS = ("jamango", "webhooks", "shop_web", "admin_web", "flows", "pages", "bot", "core", "tests/support")
ONE_EACH = {"Line", "Turn", "Sender", "Tap", "Location", "Account", "Till"}


def test_each_of_them_is_one_class() -> None:
    names = Counter(
        node.name
        for package in OURS
        for path in (ROOT / package).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and node.name in ONE_EACH
    )
    assert names["Turn"] == 1
    assert {name: times for name, times in names.items() if times > 1} == {}
