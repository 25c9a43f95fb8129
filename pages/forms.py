"""Forms as pydantic models: typed values, or a sentence beside each wrong field and all kept as typed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, TypeVar, get_origin

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from core.errors import Refusal
from core.ids import new_key
from core.money import group
from pages.posted import Posted
from pages.wording import PAGES, say, say_refusal

LAKH = 100_000
WHOLE = ""  # the form's own place for a sentence that belongs to no field

# pydantic's name of an error → ours, where its own is too fine.
KINDS = {
    "string_too_long": "too-long",
    "too_long": "too-long",
    "string_too_short": "too-short",
    "int_parsing": "number",
    "int_type": "number",
    "int_parsing_size": "number",
    "int_from_float": "number",
    "decimal_parsing": "amount",
    "decimal_max_places": "amount",
    "decimal_max_digits": "amount",
    "finite_number": "amount",
    "greater_than_equal": "too-small",
    "greater_than": "too-small",
    "less_than_equal": "too-large",
    "less_than": "too-large",
    "literal_error": "choice",
    "enum": "choice",
    "bool_parsing": "choice",
    "too_short": "missing",
    "date_from_datetime_parsing": "date",
    "date_parsing": "date",
    "time_parsing": "clock",
    "extra_forbidden": "unknown-field",
}
# What pydantic calls the bound that was passed → the placeholder that says it.
BOUNDS = {"max_length": "most", "min_length": "least", "ge": "least", "gt": "least", "le": "most", "lt": "most"}


class Form(BaseModel):
    """What one form says. Fields that it does not name are refused: nobody sets a price by adding one.

    `beside` names the field that a refusal of the shop belongs to, by the refusal's code; others stand above the form.
    Lists that are `side_by_side` belong together place by place: an empty one of them keeps its place.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    beside: ClassVar[Mapping[str, str]] = {}
    side_by_side: ClassVar[frozenset[str]] = frozenset()


FormType = TypeVar("FormType", bound=Form)


@dataclass(frozen=True)
class Filled:
    """A form as a page shows it: what was typed, and a sentence for each field that is wrong; one place of a list is
    `counts.2`. `path` is where it was sent to, empty for one that nobody sent yet."""

    once: str
    typed: Mapping[str, Sequence[str]] = field(default_factory=dict)
    errors: Mapping[str, str] = field(default_factory=dict)
    path: str = ""

    def goes_to(self, action: str) -> bool:
        """Whether it may be the form of a page that goes there."""
        return self.path in ("", action.partition("?")[0])

    def at(self, action: str, **sent: str) -> Filled:
        """As the one form of a page that goes to `action` and sends these: what was typed and is wrong when it is the
        one that was sent, empty when it was another. Each has a key of its own."""
        if not self.path:
            return replace(self, once=new_key())
        is_this_one = self.goes_to(action) and all(self.has(name, value) for name, value in sent.items())
        return self if is_this_one else Filled(new_key())

    def value(self, name: str) -> str:
        """What was typed into a field; empty when nothing was."""
        return next(iter(self.typed.get(name, ())), "")

    def has(self, name: str, option: str) -> bool:
        """Whether an option of a choice was taken."""
        return option in self.typed.get(name, ())

    def error(self, name: str = WHOLE) -> str:
        return self.errors.get(name, "")

    def wrong(self, name: str, sentence: str) -> Filled:
        """With a sentence beside a field that its kind alone does not find wrong."""
        return replace(self, errors={**self.errors, name: sentence})

    def refused(self, refusal: Refusal, form_type: type[Form], language: str) -> Filled:
        """With what the shop's rules decline, beside its field where it has one."""
        place = form_type.beside.get(refusal.code, WHOLE)
        return replace(self, errors={place: say_refusal(language, refusal)})


def read_form(form_type: type[FormType], posted: Posted, language: str) -> tuple[FormType | None, Filled]:
    """The form's values, or None; and the form as it was filled in, with what is wrong."""
    filled = Filled(posted.once, posted.fields, path=posted.path)
    try:
        return form_type.model_validate(_values(form_type, posted)), filled
    except ValidationError as wrong:
        errors: dict[str, str] = {}
        for error in reversed(wrong.errors()):
            errors |= dict.fromkeys(places_of(error, form_type), say_error(error, language))
        return None, replace(filled, errors=errors)


def _values(form_type: type[Form], posted: Posted) -> dict[str, Any]:
    """What is to be read: lists where the form wants them; a field left blank is one that is not there."""
    values: dict[str, Any] = {}
    for name, typed in posted.fields.items():
        kind = form_type.model_fields.get(name)
        filled = [each for each in typed if each.strip()]
        if kind is not None and get_origin(kind.annotation) in {list, tuple, set, frozenset}:
            values[name] = list(typed) if name in form_type.side_by_side else filled
        elif filled:
            values[name] = filled[-1]
    return values


def places_of(error: ErrorDetails, form_type: type[Form]) -> list[str]:
    """The field an error belongs to, and its place there in a list; one that the form does not have belongs to the
    whole."""
    name, *within = [str(part) for part in error["loc"]] or [WHOLE]
    if name not in form_type.model_fields:
        return [WHOLE]
    return [name, f"{name}.{within[0]}"] if within else [name]


def say_error(error: ErrorDetails, language: str) -> str:
    """What is wrong with a field and what to do, in a sentence."""
    kind = KINDS.get(error["type"], error["type"].replace("_", "-"))
    key = f"form-{kind}" if PAGES.has(f"form-{kind}") else "form-unclear"
    wanted = PAGES.load()["en"].placeholders[key]
    found = {BOUNDS.get(name, name): _show(value) for name, value in error.get("ctx", {}).items()}
    return say(language, key, **{name: found[name] for name in wanted if name in found})


def _show(value: Any) -> Any:
    """A bound as people here write it, in lakhs; a smaller one stays a number, for it may decide a plural."""
    return group(str(value)) if isinstance(value, int) and value >= LAKH else value
