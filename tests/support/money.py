"""The shop's cashier for tests of money: the real doors, core and gateway, a pretend Razorpay over HTTP, no chat.

Nothing runs by itself: `work()` does what the worker would do until all is quiet, so every story is told step by step.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any, TypeVar

import pytest
from sqlalchemy import text
from sqlmodel import SQLModel, col, select

from core.actor import Actor
from core.catalog.tables import Product
from core.clock import read_now
from core.db import in_transaction, transaction
from core.inbox.claims import claim_others, mark_handled
from core.inbox.tables import InboxKind
from core.inventory.tables import Inventory
from core.orders.tables import Order
from core.payments.actions import CancelOutcome, cancel_order, pay_online
from core.payments.gateway_razorpay import RazorpayGateway
from core.payments.runner import reconcile_next, run_next_call
from core.payments.tables import Payment, PaymentLink, Refund
from core.payments.webhook_events import handle_webhook_event
from simulator.application import create_application
from simulator.configuration import Configuration
from tests.support.books import assert_in_order
from tests.support.buyers import FRUIT, count_fruit, make_customer, make_order
from tests.support.clusters import current_settings
from tests.support.doors import open_doors
from tests.support.kept_client import KeptClient
from tests.support.morning import SECONDS_AHEAD
from tests.support.patience import PATIENCE_SECONDS
from tests.support.servers import free_place, open_client

Row = TypeVar("Row", bound=SQLModel)
MOST_STEPS = 400

TOLD = text(
    """
    SELECT o.body ->> 'key' AS key, o.body -> 'values' AS values FROM outbox o JOIN chats c ON c.id = o.chat_id
    WHERE o.kind = 'notice' AND c.customer_id = :customer_id ORDER BY o.id
    """
)


BALANCES = text(
    """
    SELECT e.account, sum(e.amount_paise) AS paise
      FROM ledger_entries e JOIN ledger_postings p ON p.id = e.posting_id
     WHERE p.source <> 'order' GROUP BY e.account HAVING sum(e.amount_paise) <> 0
    """
)


class Cashier:
    """One shop with its Razorpay. Orders are named by their id."""

    def __init__(self, shop_url: str, outside_url: str) -> None:
        self.shop = open_client(shop_url)
        self.outside = KeptClient(outside_url)
        self.gateway = RazorpayGateway(current_settings())
        self._buyers = 0

    def close(self) -> None:
        self.shop.close()
        self.outside.close()

    # the shop

    def meet(self) -> int:
        """A new customer with a home; returns the customer's id."""
        self._buyers += 1
        with transaction() as session:
            return make_customer(session, self._buyers, read_now(session))

    def order(self, customer_id: int | None = None, *, boxes: int = 1) -> int:
        """An order awaiting payment, for a customer of its own unless one is given."""
        customer_id = customer_id or self.meet()
        with transaction() as session:
            return make_order(session, customer_id, read_now(session), boxes=boxes)

    def order_with_link(self, customer_id: int | None = None, *, boxes: int = 1) -> int:
        """An order whose payment link has been sent."""
        order_id = self.order(customer_id, boxes=boxes)
        self.ask_to_pay(order_id)
        self.work()
        assert self.link_of(order_id).status == "open"
        return order_id

    def ask_to_pay(self, order_id: int) -> None:
        with transaction() as session:
            pay_online(session, order_id, read_now(session))

    def cancel(self, order_id: int) -> CancelOutcome:
        """The customer cancels."""
        with transaction() as session:
            actor = Actor.customer(session.get_one(Order, order_id).customer_id)
            return cancel_order(session, order_id, reason="changed-my-mind", actor=actor, now=read_now(session))

    def set_stock(self, units: int) -> None:
        """All fruit of the test's variety that is in the shop, held or not."""
        in_transaction(lambda session: count_fruit(session, units))

    def stock(self) -> tuple[int, int]:
        """(on hand, held) of the test's variety."""
        with transaction() as session:
            statement = select(Inventory).join(Product).where(Product.slug == FRUIT)
            row = session.exec(statement).one()
            return row.on_hand, row.held

    # the worker

    def work(self) -> None:
        """Do all that is due, on both sides, until nothing is."""
        for _ in range(MOST_STEPS):
            self.outside.post("/sim/settle", json={"timeout_seconds": PATIENCE_SECONDS}).raise_for_status()
            if not (self.read_news() or run_next_call(self.gateway) or reconcile_next(self.gateway)):
                return
        raise AssertionError("the work never ends")

    def read_news(self) -> bool:
        """Handle one webhook, as the worker does."""
        with transaction() as session:
            events = claim_others(session, InboxKind.NEWS, 1)
            for event in events:
                handle_webhook_event(session, json.loads(event.payload), read_now(session))
            mark_handled(session, [event.id for event in events])
            return bool(events)

    # the outside

    def switch(self, **switches: Any) -> None:
        self.outside.put("/sim/switches", json=switches).raise_for_status()

    def fail_next(self, operation: str, mode: str, times: int = 1) -> None:
        """The next calls of this kind go wrong."""
        self.switch(fail_calls=[{"operation": operation, "mode": mode, "next": times}])

    def lose_link(self, mode: str = "disconnect_after_acceptance") -> int:
        """An order whose link was asked for, with an answer that never came; returns its id.

        Until `find_again` no further try gets anywhere: on a slow machine the first one is due within this call.
        """
        lost = {"operation": "create_link", "mode": mode, "next": 1}
        self.switch(fail_calls=[lost, {"operation": "list_links", "mode": "502_html", "probability": 1}])
        order_id = self.order()
        self.ask_to_pay(order_id)
        self.work()
        assert self.link_of(order_id).status == "creating"
        return order_id

    def find_again(self) -> None:
        self.switch(fail_calls=[])

    def advance(self, **duration: float) -> None:
        """Move both worlds' clock."""
        seconds = timedelta(**duration).total_seconds()
        answer = self.outside.post("/sim/clock", json={"advance_seconds": seconds}).raise_for_status().json()
        assert answer["shop"] != "left alone"

    def live_through(self, *, minutes: int) -> None:
        """Let time pass minute by minute, with the worker at work."""
        for _ in range(minutes):
            self.advance(minutes=1)
            self.work()

    def let_the_hold_end(self) -> None:
        """Past the link's end, and past the five minutes after it."""
        for minutes in (17, 5):
            self.advance(minutes=minutes)
            self.work()

    def pay(self, order_id: int, **how: Any) -> list[str]:
        """The customer pays the order's newest link at Razorpay; returns the payments' ids."""
        return self.pay_link(self.link_of(order_id).provider_link_id or "", **how)

    def pay_link(self, provider_link_id: str, **how: Any) -> list[str]:
        answer = self.outside.post(f"/sim/links/{provider_link_id}/pay", json=how)
        assert answer.is_success, answer.text
        return [str(payment["id"]) for payment in answer.json()["payments"]]

    def books(self) -> dict[str, Any]:
        answer = self.outside.get("/sim/books").raise_for_status().json()
        assert isinstance(answer, dict)
        return answer

    # what is known

    def order_row(self, order_id: int) -> Order:
        with transaction() as session:
            return session.get_one(Order, order_id)

    def status(self, order_id: int) -> str:
        return self.order_row(order_id).status.value

    def links_of(self, order_id: int) -> list[PaymentLink]:
        with transaction() as session:
            statement = select(PaymentLink).where(PaymentLink.order_id == order_id)
            return list(session.exec(statement.order_by(col(PaymentLink.id))).all())

    def link_of(self, order_id: int) -> PaymentLink:
        """The newest."""
        return self.links_of(order_id)[-1]

    def payments_of(self, order_id: int) -> list[Payment]:
        with transaction() as session:
            statement = select(Payment).where(Payment.order_id == order_id).order_by(col(Payment.id))
            return list(session.exec(statement).all())

    def refunds_of(self, order_id: int) -> list[Refund]:
        with transaction() as session:
            statement = select(Refund).join(Payment).where(Payment.order_id == order_id).order_by(col(Refund.id))
            return list(session.exec(statement).all())

    def told(self, order_id: int) -> list[str]:
        """The keys of all that the order's customer was told, in order."""
        with transaction() as session:
            customer_id = session.get_one(Order, order_id).customer_id
            return [row.key for row in session.execute(TOLD, {"customer_id": customer_id})]

    def alerts(self) -> set[str]:
        """The codes of open alerts."""
        with transaction() as session:
            return set(session.execute(text("SELECT code FROM alerts WHERE resolved_at IS NULL")).scalars())

    def balances(self) -> dict[str, int]:
        """What each account of the ledger stands at, in paise, without what the house took at doors."""
        with transaction() as session:
            return {row.account: int(row.paise) for row in session.execute(BALANCES)}

    def assert_books_agree(self) -> None:
        """Every rupee captured or given back at Razorpay stands in our rows and our ledger; no rule is broken."""
        books = self.books()
        with transaction() as session:
            payments = {row.provider_payment_id: row for row in session.exec(select(Payment)).all()}
            refunds = {row.provider_refund_id: row for row in session.exec(select(Refund)).all()}
            assert_in_order(session)
        theirs = {payment["id"]: payment for payment in books["payments"] if payment["captured"]}
        assert _sums(payments) == {name: (row["amount"], row["currency"]) for name, row in theirs.items()}
        living = {refund["id"]: refund for refund in books["refunds"] if refund["status"] != "failed"}
        known = {name: row for name, row in refunds.items() if row.status in {"pending", "processed"}}
        assert {name: row.amount_paise for name, row in known.items()} == {
            name: refund["amount"] for name, refund in living.items()
        }
        assert self.balances().get("razorpay", 0) == _rupees_at_razorpay(books)


def _sums(payments: dict[str, Payment]) -> dict[str, tuple[int, str]]:
    return {name: (row.amount_paise, row.currency) for name, row in payments.items()}


def _rupees_at_razorpay(books: dict[str, Any]) -> int:
    captured = [row for row in books["payments"] if row["captured"] and row["currency"] == "INR"]
    back = [row for row in books["refunds"] if row["status"] == "processed" and row["currency"] == "INR"]
    return sum(row["amount"] for row in captured) - sum(row["amount"] for row in back)


@contextmanager
def open_cashier(monkeypatch: pytest.MonkeyPatch) -> Iterator[Cashier]:
    """Serve the shop's web doors and the outside on the environment's database."""
    with free_place() as shop_place, free_place() as outside_place:
        shop_url, outside_url = shop_place.address, outside_place.address
        configuration = Configuration(app_url=shop_url, public_url=outside_url, clock_offset_seconds=SECONDS_AHEAD)
        monkeypatch.setenv("JAMANGO_PUBLIC_URL", shop_url)
        monkeypatch.setenv("JAMANGO_RAZORPAY_API_URL", f"{outside_url}/razorpay")
        monkeypatch.setenv("JAMANGO_RAZORPAY_KEY_ID", configuration.razorpay_key_id)
        monkeypatch.setenv("JAMANGO_RAZORPAY_KEY_SECRET", configuration.razorpay_key_secret)
        monkeypatch.setenv("JAMANGO_RAZORPAY_WEBHOOK_SECRETS", configuration.razorpay_webhook_secret)
        current_settings()
        with outside_place.serving(create_application(configuration)), shop_place.serving(open_doors()):
            cashier = Cashier(shop_url, outside_url)
            try:
                yield cashier
            finally:
                cashier.close()
