"""Each move of an order is made by one verb, and what is said of who may make it is not passed by."""

from __future__ import annotations

import ast
from pathlib import Path

from core.orders.lifecycle import OrderEvent

ORDERS = Path(__file__).parents[2] / "core" / "orders"
# These two make one move together, which their one step names.
SHARED = {OrderEvent.CONFIRM: "mark_confirmed", OrderEvent.REVIVE: "revive_order"}


def test_each_event_has_one_verb() -> None:
    verbs: dict[str, set[str]] = {event.name: set() for event in OrderEvent}
    for path in ORDERS.glob("*.py"):
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef):
                for event in events_moved(function):
                    verbs[event].add(function.name)
    assert {event: len(names) for event, names in verbs.items()} == dict.fromkeys(verbs, 1), verbs
    assert all(verbs[event.name] == {verb} for event, verb in SHARED.items())


def events_moved(function: ast.FunctionDef) -> set[str]:
    """The events that a function hands to whoever moves an order."""
    calls = [node for node in ast.walk(function) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    moves = [call for call in calls if call.func.id in {"move_order", "_move_to_confirmed"}]  # type: ignore[attr-defined]
    return {
        each.attr for call in moves for each in ast.walk(call)
        if isinstance(each, ast.Attribute) and isinstance(each.value, ast.Name) and each.value.id == "OrderEvent"
    }  # fmt: skip
