"""Finding where a customer lives, and what delivery there costs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from core.entities import EntityQuery
from core.zones.places import Place
from core.zones.rules import metres_between, score_name
from core.zones.tables import Apartment, Zone

HOMES = EntityQuery(
    "SELECT a.* FROM apartments a JOIN zones z ON z.id = a.zone_id WHERE a.active AND z.active ORDER BY a.name",
    Apartment,
)
DELIVERED_TO = EntityQuery("SELECT * FROM zones WHERE active ORDER BY fee_paise, id", Zone)


@dataclass(frozen=True)
class ApartmentHit:
    """An apartment that fits what was typed; `score` is 1 to 100."""

    apartment: Apartment
    score: int


@dataclass(frozen=True)
class NearbyApartment:
    """An apartment and how far away it is, in metres."""

    apartment: Apartment
    distance_m: int


def search_apartments(session: Session, words: str, limit: int = 10) -> list[ApartmentHit]:
    """Apartments whose name or alias (either script) fits, best first; misspellings are forgiven.

    Where no name fits, those of the zone, the locality or the postal code that is named.
    """
    apartments = list_apartments(session)
    hits = _fitting(words, apartments, lambda each: [*each.names.values(), *each.aliases])
    if not hits:
        zones = {zone.id: list(zone.names.values()) for zone in list_zones(session)}
        hits = _fitting(words, apartments, lambda each: [*zones[each.zone_id], each.locality, each.pincode])
    return sorted(hits, key=lambda hit: (-hit.score, hit.apartment.name))[:limit]


def _fitting(
    words: str, apartments: Sequence[Apartment], names_of: Callable[[Apartment], list[str]]
) -> list[ApartmentHit]:
    scored = ((each, score_name(words, names_of(each))) for each in apartments)
    return [ApartmentHit(apartment, score) for apartment, score in scored if score]


def nearest_apartments(session: Session, latitude: float, longitude: float, limit: int = 5) -> list[NearbyApartment]:
    """The apartments nearest to a shared location, nearest first."""
    nearby = [
        NearbyApartment(apartment, metres_between(latitude, longitude, apartment.latitude, apartment.longitude))
        for apartment in list_apartments(session)
    ]
    return sorted(nearby, key=lambda near: near.distance_m)[:limit]


def list_apartments(session: Session) -> list[Apartment]:
    """Every apartment we deliver to, by name."""
    return HOMES.all(session, {})


def place_of(apartment: Apartment) -> Place:
    """An apartment as `core.zones.places` looks for it in a line."""
    return Place(apartment.id, (*apartment.names.values(), *apartment.aliases), (apartment.locality, apartment.pincode))


def find_apartment(session: Session, apartment_id: int) -> Apartment | None:
    """The apartment, if we deliver there."""
    apartment = session.get(Apartment, apartment_id)
    return apartment if apartment is not None and apartment.active else None


def find_zone(session: Session, zone_id: int) -> Zone | None:
    return session.get(Zone, zone_id)


def list_zones(session: Session) -> list[Zone]:
    """Every zone we deliver to, the cheapest first."""
    return DELIVERED_TO.all(session, {})


def all_zones(session: Session) -> list[Zone]:
    """Every zone, closed ones too, in the order in which they came."""
    return list(session.exec(select(Zone).order_by(col(Zone.id))))


def all_apartments(session: Session) -> list[Apartment]:
    """Every apartment, also where we do not deliver any more, by name."""
    return list(session.exec(select(Apartment).order_by(Apartment.name)))
