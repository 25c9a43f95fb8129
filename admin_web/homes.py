"""Where an order goes, as forms of the office ask for it: a home that we know, or an apartment and a flat."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, ClassVar

from pydantic import Field
from sqlmodel import Session

from core.customers.addresses import add_address
from core.errors import Refusal
from pages.fields import Id, Line
from pages.forms import Form


class HomeForm(Form):
    """A home that we know, or another: an apartment and a line."""

    home: Id | None = None
    apartment: Id | None = None
    line: Annotated[Line, Field(max_length=120)] = ""

    beside: ClassVar[Mapping[str, str]] = {
        "home-unclear": "line", "home-too-long": "line", "line-missing": "line", "address-missing": "line",
        "home-missing": "line",        "tower-missing": "line", "tower-unknown": "line", "flat-missing": "line",
        "apartment-missing": "apartment", "apartment-unknown": "apartment",
    }  # fmt: skip


def chosen_home(session: Session, customer_id: int, form: HomeForm, now: datetime) -> int | None:
    """The customer's home that is meant, another one kept for them; None when nothing was said.

    Raises Refusal `apartment-missing` for a flat alone, `line-missing` for an apartment alone, and as `add_address`.
    """
    if form.line and form.apartment is None:
        raise Refusal("apartment-missing")
    if form.line and form.apartment is not None:
        return add_address(session, customer_id, form.apartment, form.line, now).id
    if form.apartment is not None and form.home is None:
        raise Refusal("line-missing")
    return form.home
