"""A stall from its float to its count: fruit, money, what does not fit, and what comes late."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.clock import read_now
from core.errors import Refusal
from core.orders.actions import confirm_cash_order
from core.stalls.asides import keep_aside, open_asides, settle_aside
from core.stalls.discrepancies import open_discrepancies, settle_discrepancy
from core.stalls.places import allot
from core.stalls.reports import find_shift, fruit_of_shift, sales_by_pack, sales_by_payment, sales_by_stall
from core.stalls.rules import Payment, VoidReason, WayBack
from core.stalls.voiding import Voided
from core.views.file import read_file
from tests.support.actors import STAFF
from tests.support.shelf import DOZEN, Shelf
from tests.support.stand import FLOAT, Stand

PRICE = 1_200_00  # of a dozen Alphonso in the demo shop


@pytest.fixture
def stand(demo_shop: str) -> Stand:
    return Stand(Shelf())


def balance(stand: Stand, account: str) -> int:
    return int(
        stand.shelf.read(
            "SELECT coalesce(sum(amount_paise), 0) FROM ledger_entries e JOIN ledger_postings p ON p.id = e.posting_id"
            " WHERE account = :a AND order_id IS NULL",
            a=account,
        )
    )


def price(stand: Stand) -> int:
    return int(stand.shelf.read("SELECT price_paise FROM packs WHERE id = :id", id=stand.shelf.pack()))


def refusal(code: str) -> object:
    return pytest.raises(Refusal, match=code)


def test_a_day_at_the_market(stand: Stand) -> None:
    """Three dozen are brought, two are sold, one is taken back; eleven are left and one is bad. Cash is ₹1 short."""
    on_hand, _ = stand.shelf.stock()
    stand.has("alphonso", 3 * DOZEN)
    assert (stand.own("alphonso"), stand.shelf.stock()) == (36, (on_hand - 36, 0))
    shift, each = stand.opens(), price(stand)
    assert balance(stand, "till_cash") == FLOAT
    first = stand.sale(("alphonso", DOZEN, 1), given_paise=each + 1)
    assert stand.sells(first).is_new
    slip = stand.sale(("alphonso", DOZEN, 1), payment=Payment.UPI)
    stand.sells(slip)
    void = stand.voiding(slip.uid, VoidReason.WRONG_PACK)
    assert stand.run(void) == Voided(is_new=True, back=WayBack.UPI)
    assert stand.run(void) == Voided(is_new=False, back=WayBack.UPI)
    assert (stand.own("alphonso"), balance(stand, "till_cash"), balance(stand, "sales")) == (24, FLOAT + each, -each)
    stand.shelf.assert_sound()
    assert stand.closes(cash=(FLOAT + each) // 100 - 1, left={"alphonso": 11}, wasted={"alphonso": 1}) == -100
    assert (stand.own("alphonso"), balance(stand, "till_cash"), balance(stand, "cash_differences")) == (0, 0, 100)
    assert stand.shelf.stock() == (on_hand - 36 + 11, 0)
    stand.shelf.assert_sound()
    with_facts = stand.run(lambda session: find_shift(session, shift))
    assert (with_facts.difference_paise, with_facts.expected_paise) == (-100, FLOAT + each)
    [fruit] = stand.run(lambda session: fruit_of_shift(session, shift))
    assert fruit[3:] == (36, 12, 11, 1, -12, 0)
    assert [(row.payment, row.sales, row.voided) for row in stand.run(lambda s: sales_by_payment(s, shift))] == [
        ("cash", 1, 0), ("upi", 0, 1)]  # fmt: skip
    [pack] = stand.run(lambda session: sales_by_pack(session, shift))
    assert (pack.quantity, pack.paise) == (1, each)
    [day] = stand.run(lambda session: sales_by_stall(session, with_facts.opened_at, "Asia/Kolkata"))
    assert (day.stall, day.sales, day.cash_paise, day.upi_paise) == ("Market", 1, each, 0)
    assert stand.shelf.read("SELECT count(*) FROM alerts WHERE code = 'stall-cash-difference'") == 1


def test_a_sale_counts_once_however_often_it_comes(stand: Stand) -> None:
    stand.opens()
    sale = stand.sale(("alphonso", DOZEN, 1))
    on_hand, _ = stand.shelf.stock()
    assert stand.sells(sale).is_new
    again = stand.sells(sale)
    assert (again.is_new, stand.shelf.stock()[0]) == (False, on_hand - DOZEN)
    with refusal("sale-differs"):
        stand.sells(replace(sale, paid_paise=1))
    stand.shelf.assert_sound()


def test_what_was_sold_twice_is_a_fact_that_names_who_may_go_without(stand: Stand) -> None:
    stand.opens()
    order_id = stand.shelf.place()
    stand.run(lambda session: confirm_cash_order(session, order_id, read_now(session)))
    code = stand.shelf.order(order_id).code
    stand.shelf.leave(6)
    live = stand.sale(("alphonso", DOZEN, 1))
    with refusal("stall-too-few"):
        stand.sells(live, live=True)
    assert stand.sells(live).is_new
    assert stand.shelf.stock() == (0, 0)
    stand.shelf.assert_sound()
    [found] = stand.run(open_discrepancies)
    assert (found.kind, found.units, found.order_codes) == ("short", 6, [code])
    assert stand.shelf.read("SELECT details ->> 'codes' FROM alerts WHERE code = 'stall-fruit-short'") == code
    stand.run(lambda session: settle_discrepancy(session, found.id, actor=STAFF, now=read_now(session)))
    with refusal("discrepancy-over"):
        stand.run(lambda session: settle_discrepancy(session, found.id, actor=STAFF, now=read_now(session)))
    assert stand.shelf.read("SELECT count(*) FROM alerts WHERE resolved_at IS NULL AND code = 'stall-fruit-short'") == 0


def test_another_sum_than_ours_is_noted_as_it_was(stand: Stand) -> None:
    stand.opens()
    stand.sells(stand.sale(("alphonso", DOZEN, 1), paid_paise=price(stand) - 50_00))
    [found] = stand.run(open_discrepancies)
    assert (found.kind, found.amount_paise) == ("price", -50_00)
    stand.shelf.assert_sound()


def test_a_late_sale_belongs_to_the_shift_it_was_made_in(stand: Stand) -> None:
    """Its cash and its box were missed by the count already; the next shift's own fruit is left alone."""
    stand.has("alphonso", 2 * DOZEN)
    first = stand.opens()
    late = stand.sale(("alphonso", DOZEN, 1))
    assert stand.closes(cash=(FLOAT + price(stand)) // 100, left={"alphonso": DOZEN}) == price(stand)
    stand.has("alphonso", DOZEN)
    second = stand.opens()
    on_hand, _ = stand.shelf.stock()
    assert stand.sells(late).is_late
    assert (stand.own("alphonso"), stand.shelf.stock()[0]) == (DOZEN, on_hand)
    assert balance(stand, "cash_differences") == 0
    [fruit] = stand.run(lambda session: fruit_of_shift(session, first))
    assert (fruit.difference, fruit.explained) == (-DOZEN, DOZEN)
    [cash] = stand.run(lambda session: sales_by_payment(session, first))
    assert (cash.late, cash.late_paise) == (1, price(stand))
    assert stand.run(lambda session: sales_by_payment(session, second)) == []
    with refusal("shift-over"):
        stand.sells(stand.sale(("alphonso", DOZEN, 1), shift_id=first), live=True)
    with refusal("shift-over"):
        stand.run(stand.voiding(late.uid, VoidReason.BAD_FRUIT))
    stand.shelf.assert_sound()


def test_who_may_not_is_refused(stand: Stand) -> None:
    stand.opens()
    _, elsewhere = stand.new_device(stand.stall_id, "Phone")
    sale = stand.sale(("alphonso", DOZEN, 1))
    with refusal("shift-elsewhere"):
        stand.sells(sale, device=elsewhere)
    with refusal("shift-unknown"):
        stand.sells(replace(sale, shift_id=999))
    with refusal("shift-is-open"):
        stand.opens()
    with refusal("till-waiting"):
        stand.closes(cash=500, waiting=3)
    with refusal("not-allowed"):
        stand.run(lambda session: allot(session, stand.stall_id, stand.product("kesar"), 1, actor=stand.actor))
    with refusal("stall-fruit-missing"):
        stand.has("kesar", 10_000_000)
    stand.closes(cash=500)
    with refusal("shift-over"):
        stand.closes(cash=500)


def test_a_receipt_reaches_who_wanted_it(stand: Stand) -> None:
    stand.opens()
    stand.sells(stand.sale(("alphonso", DOZEN, 1), phone="910000000141"))
    customer = int(stand.shelf.read("SELECT customer_id FROM stall_sales"))
    assert stand.shelf.told(customer) == ["stall-receipt"]
    [bought] = stand.run(lambda session: read_file(session, customer))["bought_at_stalls"]
    assert (bought["stall"], bought["paid_paise"], len(bought["items"])) == ("Market", price(stand), 1)
    assert stand.shelf.read("SELECT source FROM consents WHERE customer_id = :id", id=customer) == "stall"
    stand.sells(stand.sale(("alphonso", DOZEN, 1)))
    assert stand.shelf.told(customer) == ["stall-receipt"]


def test_what_nobody_can_read_is_kept_without_its_phone_until_somebody_has_looked(stand: Stand) -> None:
    sent = {"id": "x", "phone": "+91 00000 00141", "lines": [{"pack": "\x00"}]}
    for _ in range(2):
        stand.run(
            lambda session: keep_aside(session, stand.device, sent, "sale-unclear", uid="x", now=read_now(session))
        )
    [aside] = stand.run(open_asides)
    assert (aside.uid, aside.why, aside.sent["phone"]) == ("x", "sale-unclear", "…")
    stand.run(lambda session: settle_aside(session, aside.id, actor=STAFF, now=read_now(session)))
    assert stand.run(open_asides) == []
    assert (
        stand.shelf.read("SELECT count(*) FROM alerts WHERE resolved_at IS NULL AND code = 'stall-needs-a-look'") == 0
    )
