"""The small checks from which all limits are made. Lengths count code points. `path` is written as Meta does."""

from __future__ import annotations

from typing import Any

from simulator.meta.errors import MetaRefusal

Json = dict[str, Any]


def missing(path: str) -> MetaRefusal:
    """A required key is absent or empty."""
    return MetaRefusal(100, message=f"(#100) The parameter {path} is required.")


def wrong(path: str, what: str) -> MetaRefusal:
    """A value has the wrong shape."""
    return MetaRefusal(100, message=f"(#100) Param {path} {what}.")


def invalid(details: str) -> MetaRefusal:
    """A value is outside its limits."""
    return MetaRefusal(131009, details)


def need_object(holder: Json, key: str, path: str) -> Json:
    """The JSON object at `key`."""
    value = holder.get(key)
    if value is None or value == {}:
        raise missing(path)
    if not isinstance(value, dict):
        raise wrong(path, "must be a JSON object")
    return value


def need_list(holder: Json, key: str, path: str) -> list[Any]:
    """The JSON array at `key`, possibly empty."""
    value = holder.get(key)
    if value is None:
        raise missing(path)
    if not isinstance(value, list):
        raise wrong(path, "must be an array")
    return value


def need_text(holder: Json, key: str, path: str) -> str:
    """The text at `key`, not empty."""
    value = holder.get(key)
    if value is None or value == "":
        raise missing(path)
    if not isinstance(value, str):
        raise wrong(path, "must be a string")
    return value


def optional_text(holder: Json, key: str, path: str) -> str | None:
    """The text at `key`, or None when the key is absent."""
    value = holder.get(key)
    if value is None:
        return None
    if not isinstance(value, str):
        raise wrong(path, "must be a string")
    return value


def need_items(holder: Json, key: str, path: str) -> list[Json]:
    """The JSON array of objects at `key`."""
    items = need_list(holder, key, path)
    for place, item in enumerate(items):
        if not isinstance(item, dict):
            raise wrong(f"{path}[{place}]", "must be a JSON object")
    return items


def keep_length(text: str, what: str, longest: int, shortest: int = 1) -> None:
    """131009 in Meta's words when a text is too short or long."""
    if not shortest <= len(text) <= longest:
        raise invalid(f"{what} length invalid. Min length: {shortest}, Max length: {longest}")


def keep_unique(values: list[str], what: str) -> None:
    """131009 when two are the same."""
    if len(set(values)) < len(values):
        raise invalid(f"Duplicate {what}: each must be unique within the message")


def keep_web_address(url: str, what: str) -> None:
    """131009 unless it is http or https with a host."""
    scheme, separator, rest = url.partition("://")
    if not separator or scheme.lower() not in {"http", "https"} or not rest.split("/")[0] or " " in url:
        raise invalid(f"{what} is not a valid URL: it must begin with http:// or https://")


def is_number(value: object) -> bool:
    """A JSON number, also written as text, as Meta takes for coordinates."""
    if isinstance(value, bool):
        return False
    if isinstance(value, int | float):
        return True
    if not isinstance(value, str):
        return False
    try:
        float(value)
    except ValueError:
        return False
    return True
