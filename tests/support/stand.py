"""A stall for tests of core's verbs: one keeper at one device, with no doors."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlmodel import Session, select

from core.actor import Actor, Role
from core.catalog.tables import Product
from core.clock import read_now
from core.db import transaction
from core.ids import new_key
from core.staff.actions import add_staff
from core.stalls.devices import KnownDevice, find_device, issue_device, register_device
from core.stalls.places import add_stall, allot, find_stall
from core.stalls.rules import Payment, Sale, SoldLine, VoidReason
from core.stalls.selling import Recorded, price_of, read_lines, record_sale
from core.stalls.shifts import Count, close_shift, open_shift
from core.stalls.voiding import Voided, void_sale
from tests.support.actors import STAFF
from tests.support.shelf import Shelf

FLOAT = 500_00
Line = tuple[str, int, int]  # a variety, the base units of its pack, and how many


class Stand:
    """The stall "Market" and what its keeper does."""

    def __init__(self, shelf: Shelf, phone: str = "910000000112") -> None:
        self.shelf = shelf
        self.shift = 0
        with transaction() as session:
            now = read_now(session)
            keeper = add_staff(session, "Meena", phone, role=Role.STALL_KEEPER, language="en", actor=STAFF, now=now)
            self.keeper_id, self.stall_id = keeper.id, add_stall(session, "Market", actor=STAFF, now=now)
        self.actor = Actor.staff(self.keeper_id, Role.STALL_KEEPER)
        self.secret, self.device = self.new_device(self.stall_id)

    def new_device(self, stall_id: int, name: str = "Tablet") -> tuple[str, KnownDevice]:
        """A registered device's secret, and what we know of it."""
        with transaction() as session:
            now = read_now(session)
            token = issue_device(session, stall_id, name, actor=STAFF, now=now)
            secret = register_device(session, token, browser="", actor=STAFF, now=now)
            found = find_device(session, secret)
        assert found is not None
        return secret, found

    def has(self, slug: str, units: int) -> None:
        """Bring base units of a variety here."""
        self.run(lambda session: allot(session, self.stall_id, self.product(slug), units, actor=STAFF))

    def product(self, slug: str) -> int:
        with transaction() as session:
            return session.exec(select(Product).where(Product.slug == slug)).one().id

    def opens(self, float_paise: int = FLOAT) -> int:
        self.shift = self.run(
            lambda session: open_shift(session, self.device, self.keeper_id, float_paise, actor=self.actor,
                                       now=read_now(session))
        )  # fmt: skip
        return self.shift

    def sale(self, *lines: Line, payment: Payment = Payment.CASH, **said: Any) -> Sale:
        """A sale that was paid as our prices come to, unless it says otherwise."""
        sold = tuple(SoldLine(self.shelf.pack(slug, units), quantity) for slug, units, quantity in lines)
        with transaction() as session:
            values = {"uid": new_key(), "shift_id": self.shift, "made_at": read_now(session),
                      "paid_paise": price_of(read_lines(session, sold)), **said}  # fmt: skip
        return Sale(lines=sold, payment=payment, **values)

    def selling(
        self, sale: Sale, *, live: bool = False, device: KnownDevice | None = None
    ) -> Callable[[Session], Recorded]:
        return lambda session: record_sale(
            session, device or self.device, sale, is_live=live, keeper_id=self.keeper_id, actor=self.actor,
            now=read_now(session),
        )  # fmt: skip

    def sells(self, sale: Sale, *, live: bool = False, device: KnownDevice | None = None) -> Recorded:
        return self.run(self.selling(sale, live=live, device=device))

    def closes(self, *, cash: int = 0, shift: int | None = None, waiting: int = 0, upi: int = 0,
               left: Mapping[str, int] | None = None, wasted: Mapping[str, int] | None = None) -> int:  # fmt: skip
        """Close with so many rupees in notes and coins, and base units left and wasted by variety."""
        by_id = [{self.product(slug): units for slug, units in (each or {}).items()} for each in (left, wasted)]
        count = Count(_notes(cash), upi, 0, *by_id, waiting=waiting)
        return self.run(
            lambda session: close_shift(session, self.device, self.shift if shift is None else shift, count,
                                        actor=self.actor, now=read_now(session))
        )  # fmt: skip

    def voiding(self, uid: str, reason: VoidReason) -> Callable[[Session], Voided]:
        return lambda session: void_sale(
            session, self.device, uid, reason, read_now(session), actor=self.actor, now=read_now(session)
        )

    def own(self, slug: str) -> int:
        """Base units of a variety that lie here."""
        with transaction() as session:
            place = find_stall(session, self.stall_id).place
        return int(self.shelf.read(
            "SELECT coalesce(sum(i.on_hand), 0) FROM inventory i JOIN locations l ON l.id = i.location_id"
            " JOIN products p ON p.id = i.product_id WHERE l.code = :place AND p.slug = :slug", place=place, slug=slug
        ))  # fmt: skip

    def run(self, work: Callable[[Session], Any]) -> Any:
        return self.shelf.run(work)


def _notes(rupees: int) -> dict[int, int]:
    hundreds, ones = divmod(rupees, 100)
    return {100_00: hundreds, 1_00: ones}
