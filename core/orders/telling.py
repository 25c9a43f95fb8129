"""What a customer hears of an order, unless they chose to look at its page instead. Nothing else speaks of one."""

from __future__ import annotations

from typing import Any, Protocol

from sqlmodel import Session

from core.notices import notify
from core.query import Query


class Told(Protocol):
    """An order, as far as it matters here."""

    @property
    def id(self) -> int: ...
    @property
    def customer_id(self) -> int: ...
    @property
    def is_quiet(self) -> bool: ...


SET_QUIET = Query("UPDATE orders SET is_quiet = :is_quiet WHERE id = :order_id")


def tell_customer(
    session: Session, order: Told, key: str, values: dict[str, Any], *, dedupe_key: str | None = None
) -> None:
    """The same as `notify`; of a quiet order nothing is said.

    Its customer ordered on the web and agreed to no messages: its page shows the same, money on its way back as well.
    """
    if not order.is_quiet:
        notify(session, order.customer_id, key, values, order_id=order.id, dedupe_key=dedupe_key)


def set_quiet(session: Session, order_id: int, *, is_quiet: bool) -> None:
    """Whether its customer hears of an order on WhatsApp, as they chose where they ordered it."""
    SET_QUIET.run(session, {"order_id": order_id, "is_quiet": is_quiet})


def speak_in_chat(session: Session, order: Told) -> None:
    """Its customer goes on with an order in the chat, so news of it belongs there from now on."""
    if order.is_quiet:
        set_quiet(session, order.id, is_quiet=False)
