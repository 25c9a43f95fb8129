"""Where the shop delivers, edited by whoever runs it: zones with their prices, and the apartment societies in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, func, select

from core.actor import Actor
from core.audit.actions import record_change
from core.db import edit_row
from core.errors import Refusal
from core.names import clean_line, clean_name, slug_of
from core.staff.rules import Right, require
from core.wording import FIRST_LANGUAGE
from core.zones.tables import Apartment, Zone

PINCODE = re.compile(r"[1-9][0-9]{5}")
MOST_TOWERS, MOST_ALIASES = 100, 40


@dataclass(frozen=True)
class ZoneFacts:
    """What a zone is called, by language, and what delivery in it costs; paise. One that is not `active` is closed."""

    names: dict[str, str]
    fee_paise: int
    free_above_paise: int
    minimum_paise: int
    cod_cap_paise: int
    cod_cap_new_paise: int
    active: bool = True


@dataclass(frozen=True)
class ApartmentFacts:
    """A society: its names by language, other ways to write them, its towers as people call them, and where it is."""

    zone_id: int
    names: dict[str, str]
    aliases: list[str]
    towers: list[str]
    locality: str
    pincode: str
    latitude: float
    longitude: float
    active: bool = True


def add_zone(session: Session, facts: ZoneFacts, *, actor: Actor) -> Zone:
    """Deliver in one more zone; its windows come from its weekly pattern.

    Raises Refusal `name-missing`, `zone-name-taken`, `caps-out-of-order`, `sum-below-zero`, `not-allowed`.
    """
    require(actor, Right.MANAGE_ZONES)
    values = _check_zone(session, facts, None)
    slugs = set(session.exec(select(Zone.slug)))
    zone = Zone(slug=slug_of(facts.names[FIRST_LANGUAGE], slugs, "zone"), **values)
    _write(session, zone, "zone-name-taken")
    record_change(session, actor=actor, action="zone-added", subject=f"zone:{zone.id}", before={}, after=values)
    return zone


def change_zone(session: Session, zone_id: int, facts: ZoneFacts, *, actor: Actor) -> None:
    """What delivery costs from the next order on. Raises Refusal as `add_zone`, and `zone-unknown`."""
    require(actor, Right.MANAGE_ZONES)
    zone = session.get(Zone, zone_id, with_for_update={"key_share": True})
    if zone is None:
        raise Refusal("zone-unknown")
    values = _check_zone(session, facts, zone_id)
    before = edit_row(session, zone, values)
    subject = f"zone:{zone_id}"
    record_change(session, actor=actor, action="zone-changed", subject=subject, before=before, after=values)


def _check_zone(session: Session, facts: ZoneFacts, zone_id: int | None) -> dict[str, Any]:
    values = asdict(facts) | {"names": _names(facts.names)}
    if any(value < 0 for name, value in values.items() if name.endswith("_paise")):
        raise Refusal("sum-below-zero")
    if facts.cod_cap_new_paise > facts.cod_cap_paise:
        raise Refusal("caps-out-of-order")
    called = func.lower(Zone.names["en"].astext)  # type: ignore[attr-defined]  # JSONB by its key
    same = select(Zone.id).where(called == values["names"][FIRST_LANGUAGE].lower(), col(Zone.id) != (zone_id or 0))
    if session.exec(same).first() is not None:
        raise Refusal("zone-name-taken", name=values["names"][FIRST_LANGUAGE])
    return values


def add_apartment(session: Session, facts: ApartmentFacts, *, actor: Actor) -> Apartment:
    """Deliver to one more society.

    Raises Refusal `name-missing`, `apartment-name-taken`, `zone-unknown`, `pincode-unclear`, `point-unclear`,
    `too-many-names`, `not-allowed`.
    """
    require(actor, Right.MANAGE_ZONES)
    values = _check_apartment(session, facts)
    apartment = Apartment(**values)
    _write(session, apartment, "apartment-name-taken", name=values["name"])
    subject = f"apartment:{apartment.id}"
    record_change(session, actor=actor, action="apartment-added", subject=subject, before={}, after=values)
    return apartment


def change_apartment(session: Session, apartment_id: int, facts: ApartmentFacts, *, actor: Actor) -> None:
    """Orders that are placed keep what they have. Raises Refusal as `add_apartment`, and `apartment-unknown`."""
    require(actor, Right.MANAGE_ZONES)
    apartment = session.get(Apartment, apartment_id, with_for_update={"key_share": True})
    if apartment is None:
        raise Refusal("apartment-unknown")
    values = _check_apartment(session, facts)
    try:
        with session.begin_nested():
            before = edit_row(session, apartment, values)
    except IntegrityError as error:
        raise Refusal("apartment-name-taken", name=values["name"]) from error
    subject = f"apartment:{apartment_id}"
    record_change(session, actor=actor, action="apartment-changed", subject=subject, before=before, after=values)


def _check_apartment(session: Session, facts: ApartmentFacts) -> dict[str, Any]:
    """Its columns. The names of other languages are looked for as aliases are (`search_apartments`)."""
    names = _names(facts.names)
    if session.get(Zone, facts.zone_id) is None:
        raise Refusal("zone-unknown")
    if not PINCODE.fullmatch(facts.pincode.strip()):
        raise Refusal("pincode-unclear")
    if not (-90 <= facts.latitude <= 90 and -180 <= facts.longitude <= 180):
        raise Refusal("point-unclear")
    aliases, towers = _distinct(facts.aliases), _distinct(facts.towers)
    if len(aliases) > MOST_ALIASES or len(towers) > MOST_TOWERS:
        raise Refusal("too-many-names", most=MOST_ALIASES)
    return {
        "zone_id": facts.zone_id,
        "name": names.pop(FIRST_LANGUAGE),
        "other_names": names,
        "aliases": aliases,
        "towers": towers,
        "locality": clean_line(facts.locality),
        "pincode": facts.pincode.strip(),
        "latitude": facts.latitude,
        "longitude": facts.longitude,
        "active": facts.active,
    }


def _names(said: Mapping[str, str]) -> dict[str, str]:
    """By language, without those that were left empty. Raises Refusal `name-missing` without an English one."""
    names = {language: name for language, typed in said.items() if (name := clean_name(typed))}
    if FIRST_LANGUAGE not in names:
        raise Refusal("name-missing")
    return names


def _distinct(typed: list[str]) -> list[str]:
    """In the order in which they were typed, each once."""
    names: dict[str, str] = {}
    for name in filter(None, map(clean_name, typed)):
        names.setdefault(name.casefold(), name)
    return list(names.values())


def _write(session: Session, row: Zone | Apartment, taken: str, **values: str) -> None:
    try:
        with session.begin_nested():
            session.add(row)
            session.flush()
    except IntegrityError as error:
        raise Refusal(taken, **values) from error
