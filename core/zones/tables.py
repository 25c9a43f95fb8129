"""Where we deliver: zones with their prices, and the apartment societies in them."""

from typing import Any

from sqlalchemy import CheckConstraint, Column, Double
from sqlmodel import Field, SQLModel

from core.columns import SAID_IN_ENGLISH, document, key, list_of_words, paise, recorded_at, refers_to, words, yes_no
from core.wording import FIRST_LANGUAGE


class Zone(SQLModel, table=True):
    """A delivery zone. All amounts are paise; orders at or above `free_above_paise` pay no fee."""

    __tablename__ = "zones"
    __table_args__ = (
        CheckConstraint("fee_paise >= 0 AND free_above_paise >= 0 AND minimum_paise >= 0"),
        CheckConstraint("0 <= cod_cap_new_paise AND cod_cap_new_paise <= cod_cap_paise", name="cod_caps_in_order"),
        CheckConstraint(SAID_IN_ENGLISH.format("names"), name="zone_is_named_in_english"),
    )

    id: int = key()
    slug: str = words(unique=True)
    names: dict[str, str] = document()
    fee_paise: int = paise()
    free_above_paise: int = paise()
    minimum_paise: int = paise()
    cod_cap_paise: int = paise()
    cod_cap_new_paise: int = paise()
    active: bool = yes_no(default=True)


class Apartment(SQLModel, table=True):
    """An apartment society that belongs to one zone.

    `other_names` are by language, without the first one's. `towers` are its towers as people call them; none when
    empty. Where there is a `lift` a rider begins at the top.
    """

    __tablename__ = "apartments"
    __table_args__ = (
        CheckConstraint("name <> '' AND pincode ~ '^[1-9][0-9]{5}$'", name="apartment_can_be_found"),
        CheckConstraint("latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180", name="apartment_is_on_earth"),
    )

    id: int = key()
    zone_id: int = refers_to("zones.id")
    name: str = words(unique=True)
    other_names: dict[str, str] = document()
    aliases: list[str] = list_of_words()
    towers: list[str] = list_of_words()
    locality: str = words()
    pincode: str = words()
    latitude: float = Field(sa_column=Column(Double, nullable=False))
    longitude: float = Field(sa_column=Column(Double, nullable=False))
    lift: bool = yes_no(default=True)
    active: bool = yes_no(default=True)
    created_at: Any = recorded_at()

    @property
    def names(self) -> dict[str, str]:
        """What it is called, by language."""
        return {FIRST_LANGUAGE: self.name, **self.other_names}
