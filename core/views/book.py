"""The shop's book of names, as the reader of lines needs it."""

from __future__ import annotations

from sqlmodel import Session

from core.catalog.queries import names_of_fruit
from core.reading.book import Book, Society, make_book
from core.reading.reader import warm
from core.zones.homes import tower_and_flat
from core.zones.queries import list_apartments, list_zones


def shop_book(session: Session) -> Book:
    """The names of today's catalogue; the book itself is made once for the same names."""
    societies = tuple(
        Society(one.id, (*one.names.values(), *one.aliases), tuple(one.towers)) for one in list_apartments(session)
    )
    areas = tuple(name for zone in list_zones(session) for name in zone.names.values())
    return warm(make_book(names_of_fruit(session), societies, areas, tower_and_flat))
