"""A list's filters live in its URL: it can be kept, sent and gone back to, and no combination of them is an error."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self
from urllib.parse import urlencode

from pydantic import BaseModel, ConfigDict, ValidationError

MOST_LETTERS = 200


class Filters(BaseModel):
    """What a list is narrowed by. Every field has a default, which stands for "any" and is left out of the URL."""

    model_config = ConfigDict(frozen=True, extra="ignore", str_strip_whitespace=True)

    @classmethod
    def read(cls, query: Mapping[str, str]) -> Self:
        """What a URL asks for. A value that is none of a filter's is as if it were not there: links grow old."""
        given = {name: query[name] for name in cls.model_fields if 0 < len(query.get(name, "")) <= MOST_LETTERS}
        try:
            return cls.model_validate(given)
        except ValidationError as wrong:
            odd = {str(error["loc"][0]) for error in wrong.errors() if error["loc"]}
            return cls.model_validate({name: value for name, value in given.items() if name not in odd})

    @property
    def set_fields(self) -> dict[str, Any]:
        """Field → value of what really narrows."""
        defaults = {
            name: field.get_default(call_default_factory=True) for name, field in self.__class__.model_fields.items()
        }
        return {name: value for name, value in self.model_dump(mode="json").items() if value != defaults[name]}

    def query(self, **changes: Any) -> str:
        """The query that asks for this with changes, `?…`; empty when nothing narrows. A change to None takes away."""
        asked = {**self.set_fields, **changes}
        kept = {name: value for name, value in asked.items() if value not in (None, "")}
        return f"?{urlencode(kept)}" if kept else "?"

    def without(self, name: str) -> str:
        """The query without one filter: what the cross of its pill leads to."""
        return self.query(**{name: None})
