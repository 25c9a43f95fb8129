"""A list's filters live in its URL: it can be kept, sent and gone back to, and no combination of them is an error.

A value that is none of a filter's (an old link, a slip) narrows to nothing, and stands there as a pill that can be
taken away: whoever moves or exports "all that this list shows" never gets more than they asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Self
from urllib.parse import urlencode

from pydantic import BaseModel, ConfigDict, PrivateAttr, ValidationError

MOST_LETTERS = 200


class Filters(BaseModel):
    """What a list is narrowed by. Every field has a default, which stands for "any" and is left out of the URL."""

    model_config = ConfigDict(frozen=True, extra="ignore", str_strip_whitespace=True)
    _odd: dict[str, str] = PrivateAttr(default_factory=dict)

    @classmethod
    def read(cls, query: Mapping[str, str]) -> Self:
        """What a URL asks for; what is none of a filter's values is `odd`."""
        given = {name: query[name] for name in cls.model_fields if query.get(name)}
        odd = {name for name, value in given.items() if len(value) > MOST_LETTERS}
        try:
            cls.model_validate(given)
        except ValidationError as wrong:
            odd |= {str(error["loc"][0]) for error in wrong.errors() if error["loc"]}
        made = cls.model_validate({name: value for name, value in given.items() if name not in odd})
        made._odd.update({name: given[name][:MOST_LETTERS] for name in given if name in odd})
        return made

    @property
    def odd(self) -> Mapping[str, str]:
        """Field → what was asked for and is not known. While there is any, nothing fits."""
        return self._odd

    def known(self) -> Self:
        """The same without what is odd, for a door that would rather show too much than nothing."""
        return self.model_copy() if not self.odd else self.__class__.model_validate(self.model_dump())

    @property
    def set_fields(self) -> dict[str, Any]:
        """Field → value of what really narrows, odd ones as they were asked for."""
        defaults = {
            name: field.get_default(call_default_factory=True) for name, field in self.__class__.model_fields.items()
        }
        narrowing = {name: value for name, value in self.model_dump(mode="json").items() if value != defaults[name]}
        return {**narrowing, **self.odd}

    def query(self, **changes: Any) -> str:
        """The query that asks for this with changes, `?…`; empty when nothing narrows. A change to None takes away."""
        asked = {**self.set_fields, **changes}
        kept = {name: value for name, value in asked.items() if value not in (None, "")}
        return f"?{urlencode(kept)}" if kept else "?"

    def without(self, name: str) -> str:
        """The query without one filter: what the cross of its pill leads to."""
        return self.query(**{name: None})
