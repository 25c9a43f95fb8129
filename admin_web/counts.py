"""How many of each: rows of a form with a count beside each, as `count_row` of templates/office/pieces.html asks."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from pages.fields import plain_digits
from pages.forms import Filled

COUNTS = "counts"  # the field with them, beside the one with the rows' ids


def _none_when_blank(typed: object) -> object:
    plain = plain_digits(typed)
    return 0 if isinstance(plain, str) and not plain.strip() else plain


CountOrNone = Annotated[int, BeforeValidator(_none_when_blank), Field(ge=0, le=999)]


def beside(form: Filled, rows: str) -> dict[str, str]:
    """What was typed as the count of each row, by the row's id."""
    return dict(zip(form.typed.get(rows, ()), form.typed.get(COUNTS, ()), strict=False))


def wrong_beside(form: Filled, rows: str) -> dict[str, str]:
    """What is wrong with the count of a row, by the row's id."""
    return {row: form.error(f"{COUNTS}.{place}") for place, row in enumerate(form.typed.get(rows, ()))}
