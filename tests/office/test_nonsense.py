"""Whatever is typed into whichever kind of field: what is wrong is said, and what to type instead."""

from __future__ import annotations

from types import ModuleType
from typing import Annotated, Any, get_origin

import pytest
from pydantic import TypeAdapter, ValidationError

import admin_web.counts
import admin_web.fields
import admin_web.stall.counted
import pages.fields
from pages.forms import say_error
from pages.wording import PAGES, say

NONSENSE = ("x", "-5", "1000000000000", "10^12", "1.23456", "NaN", "1e3", "25:00", "1999-01-01", "2026-02-30", "😀",
            "क" * 3000, "९९९९९९९९९९९९९९", "5 - 5")  # fmt: skip


def kinds_of(*modules: ModuleType) -> list[Any]:
    """Every kind of field that a module has."""
    return [pytest.param(kind, id=name) for module in modules for name, kind in vars(module).items()
            if get_origin(kind) is Annotated]  # fmt: skip


KINDS = kinds_of(pages.fields, admin_web.fields, admin_web.counts, admin_web.stall.counted)


@pytest.mark.parametrize("kind", KINDS)
def test_nonsense_is_answered_with_what_to_type(kind: Any) -> None:
    for typed in NONSENSE:
        try:
            TypeAdapter(kind).validate_python(typed)
        except ValidationError as wrong:
            for language in PAGES.load():
                sentences = {say_error(error, language) for error in wrong.errors()}
                assert say(language, "form-unclear") not in sentences, (typed, wrong.errors())


def test_a_sum_that_is_too_large_is_told_the_most() -> None:
    for typed in ("1000000000000", "9" * 40):
        with pytest.raises(ValidationError) as wrong:
            TypeAdapter(pages.fields.Paise).validate_python(typed)
        assert "The most is" in say_error(wrong.value.errors()[0], "en")
