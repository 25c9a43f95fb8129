"""The end of every example: both worlds come to rest, then their books are compared with each other and the model."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import datetime
from functools import partial
from typing import Any

from sqlmodel import Session

from core.payments.refunds import retry_refund
from jamango.jobs import expire_holds
from tests.machine.model import Model
from tests.machine.shop import Shop
from tests.support.actors import STAFF

# Past leases, a link's end, the hold's end, and the looks at 15 minutes, an hour, six hours and a day after it.
PAUSES_IN_MINUTES = (0.3, 2.1, 24.3, 7.2, 20.4, 61.3, 361.7, 1441.3)
CONFIRMING = ("order-confirmed", "payment-late-confirmed")
ENDING = ("hold-expired", "hold-expired-money-here", "hold-expired-no-link")
TOLD_BY_REASON = {
    "late": "payment-late-refunded",
    "cancelled": "payment-late-refunded",
    "cash": "payment-cash-refunded",
    "twice": "payment-twice-refunded",
    "changed": "payment-changed-refunded",
    "wrong_amount": "payment-parked",
    "wrong_currency": "payment-parked",
}
NO_BALANCE = "not have enough balance"  # a trouble that is switched on
CODE = re.compile(r"\b[A-Z0-9]{6}\b")

NOTICES = """
    SELECT x.id, x.order_id, x.status, x.error, x.unsure_tries, x.body ->> 'key' AS key, o.code, o.customer_id,
           x.id || '.' || floor(extract(epoch FROM x.created_at))::bigint
             || CASE WHEN x.edition > 0 THEN '.' || x.edition ELSE '' END AS mark
      FROM outbox x JOIN orders o ON o.id = x.order_id
     WHERE x.kind = 'notice' AND x.message_class = 'order' ORDER BY x.id
"""
ORDERS = "SELECT id, code, customer_id, status, confirmed_at, total_paise FROM orders WHERE id > :before ORDER BY id"
PAYMENTS = """
    SELECT p.provider_payment_id, p.order_id, p.status, p.reason, p.amount_paise, p.currency, o.customer_id, o.code,
           o.status AS order_status, o.prepaid_paise, l.provider_link_id,
           coalesce((SELECT sum(amount_paise) FROM refunds WHERE payment_id = p.id AND status = 'processed'), 0) AS back
      FROM payments p LEFT JOIN orders o ON o.id = p.order_id LEFT JOIN payment_links l ON l.id = p.link_id
"""
REFUNDS = "SELECT r.*, p.order_id FROM refunds r JOIN payments p ON p.id = r.payment_id"
PEOPLE = "SELECT customer_id, value FROM identities WHERE customer_id IS NOT NULL"
FRUIT = """
    SELECT i.id, i.on_hand, i.held,
           coalesce((SELECT sum(quantity) FROM holds WHERE inventory_id = i.id AND status = 'consumed'), 0) AS sold
      FROM inventory i
"""
# A customer's file for the founder waits until she has written, which nobody plays here.
UNDONE = "SELECT * FROM outbox WHERE status IN ('pending', 'leased') AND kind <> 'forward'"
PLACES = """
    SELECT s.id, s.booked, s.capacity,
           (SELECT count(*) FROM orders o WHERE o.slot_id = s.id AND o.status NOT IN ('cancelled', 'expired')) AS orders
      FROM delivery_slots s
"""


def come_to_rest(shop: Shop) -> None:
    """No more trouble, everything delivered, and time enough for whatever was lost to be found again."""
    shop.switch(fail_sends=[], fail_calls=[], refund_outcome="processed")
    shop.live(statuses=True)
    for minutes in PAUSES_IN_MINUTES:
        shop.advance(minutes)
        expire_holds()
        shop.live(statuses=True)
    for refund in shop.ask("GET", "/sim/books")["refunds"]:
        if refund["status"] == "pending":
            shop.ask("POST", f"/sim/refunds/{refund['id']}/finish", {"outcome": "processed"})
    shop.live(statuses=True)
    for row in shop.read(f"{REFUNDS} WHERE r.status = 'failed'"):
        shop.do(partial(_retry, row.id))
    for minutes in (0.0, 1500.0):
        shop.advance(minutes)
        shop.live(statuses=True)


def _retry(refund_id: int, session: Session, _now: datetime) -> None:
    retry_refund(session, refund_id, actor=STAFF)


class Reckoning:
    """Both worlds' books when all is quiet."""

    def __init__(self, shop: Shop, model: Model) -> None:
        self.model = model
        self.books: dict[str, Any] = shop.ask("GET", "/sim/books")
        self.orders = shop.read(ORDERS, before=model.orders_before)
        self.payments = shop.read(PAYMENTS)
        self.refunds = shop.read(REFUNDS)
        self.notices = shop.read(NOTICES)
        self.codes = {row.code: row.customer_id for row in shop.read("SELECT code, customer_id FROM orders")}
        self.fruit, self.places = shop.read(FRUIT), shop.read(PLACES)
        self.inbox = {row.event_key: row.status for row in shop.read("SELECT event_key, status FROM inbox")}
        self.undone = shop.read(UNDONE)
        self.alerts = shop.read("SELECT code, subject FROM alerts WHERE code LIKE '%-set-aside'")
        self._find_people(shop)

    def _find_people(self, shop: Shop) -> None:
        owners = {row.value: row.customer_id for row in shop.read(PEOPLE)}
        phones = shop.ask("GET", "/sim/state")["phones"]
        self.customer_of = {each["id"]: owners.get(each["user_id"], owners.get(each["phone"])) for each in phones}

    def check(self) -> None:
        """Raise AssertionError about the first thing that differs."""
        self.check_post()
        self.check_money()
        self.check_captures()
        self.check_shelf()
        self.check_notices()
        self.check_facts()
        self.check_privacy()

    def check_post(self) -> None:
        """Everything that people sent took effect, nothing of ours is left over, nothing was refused."""
        assert self.undone == [], self.undone
        assert self.alerts == [], self.alerts
        effects = {key: self.inbox.get(key) for key in self.model.sent}
        missing = {key: status for key, status in effects.items() if status != "handled"}
        assert missing == {}, missing
        refused = [each for each in self.books["refused"] if not each["injected"]]
        assert refused == [], refused
        strange = [each for each in self.books["razorpay_refused"] if not each["injected"]]
        strange = [
            each for each in strange if each["operation"] != "cancel_link" and NO_BALANCE not in each["description"]
        ]
        assert strange == [], strange

    def check_money(self) -> None:
        """Every capture and every refund of Razorpay is ours, to the paisa."""
        theirs = {each["id"]: (each["amount"], each["currency"]) for each in self.books["payments"] if each["captured"]}
        assert {row.provider_payment_id: (row.amount_paise, row.currency) for row in self.payments} == theirs
        back = {each["id"]: each["amount"] for each in self.books["refunds"] if each["status"] == "processed"}
        assert {row.provider_refund_id: row.amount_paise for row in self.refunds if row.status == "processed"} == back
        assert {row.status for row in self.refunds} <= {"processed"}
        assert [each["id"] for each in self.books["links"] if each["status"] == "created"] == []

    def check_captures(self) -> None:
        """What a person paid keeps an order of theirs, waits for the founder, or went back whole."""
        ours = {row.provider_payment_id: row for row in self.payments}
        for payment_id, capture in self.model.captured.items():
            row = ours[payment_id]
            assert (row.amount_paise, row.currency) == (capture.amount, capture.currency)
            assert row.provider_link_id == capture.link
            assert row.customer_id == self.customer_of[capture.phone]
            if row.status == "settled":
                assert row.order_status in {"confirmed", "packed"}, row
            elif row.status == "returned":
                assert row.back == row.amount_paise
            else:
                assert row.reason in {"wrong_amount", "wrong_currency"}, row
        kept: Counter[int] = Counter()
        for row in self.payments:
            kept[row.order_id] += row.amount_paise - row.back if row.status == "settled" else 0
        for row in self.payments:
            if row.order_status in {"confirmed", "packed"}:
                assert kept[row.order_id] == row.prepaid_paise, row

    def check_shelf(self) -> None:
        """Fruit and places are what came in, less what was sold; nothing is held once all is over."""
        for row in self.fruit:
            assert row.on_hand >= 0, row
            assert (row.on_hand + row.sold, row.held) == (self.model.fruit[row.id], 0), row
        for row in self.places:
            assert row.booked == row.orders <= row.capacity, row
            assert row.capacity == self.model.places.get(row.id, row.capacity), row

    def check_notices(self) -> None:
        """Every notice reached the phone of its order's customer, once, or twice when a try was unsure."""
        arrived: dict[str, list[Any]] = {}
        for message in self.books["messages"]:
            if message["status"] != "failed":
                arrived.setdefault(message["callback_data"], []).append(message)
        for row in self.notices:
            copies = arrived.get(row.mark, [])
            if row.status == "done" or not row.unsure_tries:
                assert 1 <= len(copies) <= 1 + row.unsure_tries, (row, len(copies))
            for message in copies:
                assert self.customer_of[message["phone_id"]] == row.customer_id, row
                assert row.code in _shown(message), (row, message)

    def check_facts(self) -> None:
        """Each fact about an order or its money was told exactly once."""
        told = Counter((row.order_id, row.key) for row in self.notices)
        for order in self.orders:
            confirmed = sum(told[order.id, key] for key in CONFIRMING)
            assert confirmed == (order.confirmed_at is not None), (order, told)
            ended = sum(told[order.id, key] for key in ENDING)
            assert ended <= 1
            if order.status == "expired":
                assert ended == 1, (order, told)
            assert told[order.id, "order-changed"] == self.model.changed_by_staff[order.code], (order, told)
            assert told[order.id, "order-cancelled"] == (order.code in self.model.cancelled_by_staff), (order, told)
        known = {order.id for order in self.orders}
        judged = Counter((row.order_id, TOLD_BY_REASON[row.reason]) for row in self.payments if row.reason)
        refunded = Counter((row.order_id, "refund-processed") for row in self.refunds if row.status == "processed")
        for key in {*TOLD_BY_REASON.values(), "refund-processed"}:
            for order_id in known:
                expected = (judged + refunded)[order_id, key]
                assert told[order_id, key] == expected, (order_id, key, told[order_id, key], expected)

    def check_privacy(self) -> None:
        """No customer's phone shows the code of somebody else's order."""
        staff = {phone for phone, customer_id in self.customer_of.items() if customer_id is None}
        for message in self.books["messages"]:
            if message["phone_id"] in staff:
                continue
            for code in CODE.findall(_shown(message)):
                owner = self.codes.get(code)
                assert owner in {None, self.customer_of[message["phone_id"]]}, (code, message)


def _shown(message: dict[str, Any]) -> str:
    """All that a message carries, buttons' ids too."""
    return json.dumps([message["payload"], message["template"]], ensure_ascii=False)
