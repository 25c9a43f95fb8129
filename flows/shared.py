"""What several turns read once for all of them, because they are taken in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime

from sqlmodel import Session

from core.catalog.queries import Offer, on_sale
from core.views.conversations import Standing, standings_of
from core.views.promise import Promise, read_promise


class SharedReads:
    """Where the customers of these turns stand, what is on sale and what we promise.

    What is left is for showing: whoever keeps fruit or a place asks the database again. `forget` it after a change.
    """

    def __init__(self, session: Session, now: datetime, customer_ids: Collection[int] = ()) -> None:
        self._session = session
        self._now = now
        self._expected = frozenset(customer_ids)
        self._standings: dict[int, Standing] = {}
        self._offers: list[Offer] | None = None
        self._promises: dict[int | None, Promise] = {}
        self._words: dict[tuple[str, int], tuple[str, str]] = {}

    def take_standing(self, customer_id: int) -> Standing:
        """Where a customer stands as their turn begins. Each is given out once: a second turn may follow a change of
        the first, and reads it anew. Raises KeyError for nobody."""
        if customer_id not in self._standings:
            self._standings |= standings_of(self._session, self._expected | {customer_id})
            self._expected = frozenset()
        return self._standings.pop(customer_id)

    @property
    def offers(self) -> list[Offer]:
        """What is on sale with something left."""
        if self._offers is None:
            self._offers = [offer for offer in on_sale(self._session, self._now) if not offer.sold_out]
        return self._offers

    def promise_for(self, zone_id: int | None) -> Promise:
        """See `read_promise`."""
        if zone_id not in self._promises:
            self._promises[zone_id] = read_promise(self._session, zone_id)
        return self._promises[zone_id]

    def words_of_offer(self, language: str, offer: Offer, word: Callable[[], tuple[str, str]]) -> tuple[str, str]:
        """Title and description of an offer's row, worded by `word` for the first who sees it in this language."""
        key = language, offer.product_id
        if key not in self._words:
            self._words[key] = word()
        return self._words[key]

    def forget(self) -> None:
        """Fruit, places or an order have changed: the next look reads the database again."""
        self._offers = None
        self._words.clear()
        self._promises.clear()
