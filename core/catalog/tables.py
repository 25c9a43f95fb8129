"""Mango varieties and the packs they are sold in."""

from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import CheckConstraint, Column, Date
from sqlmodel import Field, SQLModel

from core.columns import (
    SAID_IN_ENGLISH,
    choice,
    document,
    key,
    list_of_words,
    number,
    paise,
    recorded_at,
    refers_to,
    words,
    yes_no,
)


class BaseUnit(StrEnum):
    """What a quantity counts: fruit by the piece, or fruit by the gram."""

    PIECE = "piece"
    GRAM = "gram"


class Product(SQLModel, table=True):
    """A mango variety and grade. `names` and `stories` are keyed by language, English always present.

    `photo` names one of our drawings, and `picture_id` the picture that is shown in its place.
    `good_for` are uses besides eating it ripe, which people ask for: `pickle`, `juice` (aamras), `salad`.
    """

    __tablename__ = "products"
    __table_args__ = (
        CheckConstraint("season_ends_on >= season_begins_on", name="season_in_order"),
        CheckConstraint("0 <= ripe_after_days AND ripe_after_days <= ripe_until_days", name="ripeness_in_order"),
        CheckConstraint("position >= 0", name="product_position_counts_up"),
        CheckConstraint("good_for <@ ARRAY['pickle', 'juice', 'salad']", name="product_is_good_for_what_we_word"),
        CheckConstraint(SAID_IN_ENGLISH.format("names"), name="product_is_named_in_english"),
    )

    id: int = key()
    slug: str = words(unique=True)
    names: dict[str, str] = document()
    stories: dict[str, str] = document()
    aliases: list[str] = list_of_words()
    grade: str = words()
    base_unit: BaseUnit = choice(BaseUnit)
    ripe_after_days: int = number()
    ripe_until_days: int = number()
    good_for: list[str] = list_of_words()
    season_begins_on: date = Field(sa_column=Column(Date, nullable=False))
    season_ends_on: date = Field(sa_column=Column(Date, nullable=False))
    photo: str = words()
    picture_id: int | None = refers_to("pictures.id", optional=True)
    position: int = number(default=0)
    active: bool = yes_no(default=True)
    created_at: Any = recorded_at()


class Pack(SQLModel, table=True):
    """One size a variety is sold in: how many base units it takes, for how many paise."""

    __tablename__ = "packs"
    __table_args__ = (
        CheckConstraint("base_units > 0"),
        CheckConstraint("price_paise >= 0"),
        CheckConstraint("position >= 0", name="pack_position_counts_up"),
        CheckConstraint(SAID_IN_ENGLISH.format("labels"), name="pack_is_labelled_in_english"),
    )

    id: int = key()
    product_id: int = refers_to("products.id")
    labels: dict[str, str] = document()
    base_units: int = number()
    price_paise: int = paise()
    position: int = number(default=0)
    active: bool = yes_no(default=True)
