"""JSON as strangers would write it, and a look at whether what we read from it fits our rows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import datetime
from typing import Any

from hypothesis import strategies as st

from core.outside import INTEGER_MOST, TEXT_LONGEST

LARGEST_INDEXED = 2704  # bytes that an index of PostgreSQL takes
NOISE = "".join(chr(0x4E00 + (number * 7919) % 20_000) for number in range(6000))  # an index cannot press it together
JUNK: tuple[Any, ...] = (
    99_999_999_999, 10**30, -(2**63), 1.5, "9" * 18, "9" * 6000, "-1", NOISE, "x" * 6000, "\x00", "\ud800", "IN.\x00",
    "", None, True, [], {}, [[]], ["x"], [None], {"x": {"x": {}}}, "NaN", "\u202e", "910000000101",
)  # fmt: skip
ANYTHING = st.sampled_from(JUNK) | st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


def of(kind: str, content: Any, **more: Any) -> dict[str, Any]:
    """A message of a kind."""
    return {"id": "wamid.1", "timestamp": "1790000000", "from": "910000000101", "type": kind, kind: content, **more}


SHAPES = [
    of("text", {"body": "hi"}, context={"id": "wamid.0"}),
    of("interactive", {"type": "button_reply", "button_reply": {"id": "1", "title": "Go"}}),
    of("button", {"payload": "n:my_order:7", "text": "My order"}),
    of("location", {"latitude": 1, "longitude": 1, "name": "x"}),
    of("contacts", [{"phones": [{"phone": "1"}]}]),
    of("order", {"product_items": [{"product_retailer_id": "x", "quantity": 1}]}),
    of("edit", {"original_message_id": "wamid.0", "message": {"type": "image", "image": {"caption": "x"}}}),
    of("system", {"type": "user_changed_number", "wa_id": "910000000109", "previous_user_id": "IN.1"}),
    of("system", {"type": "user_changed_user_id", "user_id": "IN.2"}, from_user_id="IN.1"),
    of("image", {"id": "1", "caption": "x"}),
    of("reaction", {"message_id": "wamid.0", "emoji": "x"}),
    of("unsupported", {}, errors=[{"code": 131060, "error_data": {"details": "x"}}]),
    of("request_welcome", {}, group_id="G.1", from_user_id="IN.1", from_parent_user_id="IN.ENT.1"),
]

STATUS = {
    "id": "wamid.1", "status": "failed", "timestamp": "1790000000", "recipient_id": "910000000101",
    "biz_opaque_callback_data": "1.1", "errors": [{"code": 131026, "title": "x", "error_data": {"details": "x"}}],
}  # fmt: skip


def spoil(value: Any, place: int, junk: Any) -> tuple[Any, int]:
    """The value with its place-th part replaced by junk; and how many parts it has."""
    if place == 0:
        return junk, 1
    seen = 1
    if isinstance(value, dict | list):
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for key, part in list(items):
            changed, parts = spoil(part, place - seen, junk) if place >= seen else (part, 0)
            value = {**value, key: changed} if isinstance(value, dict) else [*value[:key], changed, *value[key + 1 :]]
            seen += parts
    return value, seen


def places_in(value: Any) -> int:
    """How many parts a value has, itself among them."""
    items = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + sum(map(places_in, items))


def misfits(read: Any) -> list[str]:
    """Every value anywhere in what was read that a row would refuse, by its name."""
    return [name for name, value in _values(type(read).__name__, read) if not _fits(name, value)]


def _values(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    if is_dataclass(value):
        for each in fields(value):
            yield from _values(f"{name}.{each.name}", getattr(value, each.name))
    elif isinstance(value, tuple | dict):
        for each in (*value, *value.values()) if isinstance(value, dict) else value:
            yield from _values(name, each)
    else:
        yield name, value


def _fits(name: str, value: Any) -> bool:
    if isinstance(value, str):
        storable = "\x00" not in value and not any("\ud800" <= letter <= "\udfff" for letter in value)
        is_indexed = name.endswith(("id", "phone"))
        return storable and (len(value.encode()) <= LARGEST_INDEXED if is_indexed else len(value) <= TEXT_LONGEST)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return value is None or isinstance(value, bool | datetime | bytes)
    return abs(value) <= INTEGER_MOST
