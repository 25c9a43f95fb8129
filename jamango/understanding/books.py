"""The book of names that a line is read with on the command line: the shop's own, or the demo shop's."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sqlalchemy.exc import SQLAlchemyError

from core.catalog.queries import slugs_of_fruit
from core.clock import business_day, read_now
from core.db import transaction
from core.errors import Fault
from core.reading.book import Book, Society, make_book
from core.reading.reader import warm
from core.settings import get_settings
from core.views.book import shop_book
from core.zones.homes import tower_and_flat
from core.zones.queries import list_apartments
from jamango.demo.seed import CATALOGUE
from jamango.understanding.plain import Slugs

DEMO_DAY = date(2026, 5, 20)  # of the corpus: a Wednesday


@dataclass(frozen=True)
class Shelf:
    """A book, the names of its ids, the day that it is read on, and whose it is."""

    book: Book
    slugs: Slugs
    today: date
    whose: str


@lru_cache(maxsize=1)
def demo_shelf() -> Shelf:
    """The demo shop's names, without a database, on the day of the corpus."""
    shop = tomllib.loads(CATALOGUE.read_text(encoding="utf-8"))
    varieties, apartments = shop["varieties"], shop["apartments"]
    names = tuple((name, number) for number, variety in enumerate(varieties, 1)
                  for name in (*variety["name"].values(), *variety["aliases"]))  # fmt: skip
    societies = tuple(Society(number, (*one["name"].values(), *one["aliases"]), tuple(one["towers"]))
                      for number, one in enumerate(apartments, 1))  # fmt: skip
    areas = tuple(name for zone in shop["zones"] for name in zone["name"].values())
    slugs = Slugs(
        {number: variety["slug"] for number, variety in enumerate(varieties, 1)},
        {number: apartment["slug"] for number, apartment in enumerate(apartments, 1)},
    )
    return Shelf(warm(make_book(names, societies, areas, tower_and_flat)), slugs, DEMO_DAY, "the demo shop's names")


def shelf_at_hand() -> Shelf:
    """The shop's own names when a database is configured and answers; the demo shop's otherwise."""
    if not get_settings().database_url:
        return demo_shelf()
    try:
        with transaction() as session:
            slugs = Slugs(slugs_of_fruit(session), {one.id: one.name for one in list_apartments(session)})
            return Shelf(
                shop_book(session), slugs, business_day(read_now(session), get_settings().zone), "this shop's names"
            )
    except (SQLAlchemyError, Fault):
        return demo_shelf()
