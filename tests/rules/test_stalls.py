"""Rules of a stall: where fruit comes from, what notes come to, PINs, and what a UPI app reads."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as some

from core.errors import Refusal
from core.stalls.lifecycle import SHIFTS, QrStatus, ShiftEvent, ShiftStatus
from core.stalls.rules import (
    PATIENCE_WITH_SALE,
    QR_LASTS,
    Keeping,
    Parts,
    QrShown,
    QrState,
    cash_of,
    next_qr_look,
    orders_at_risk,
    refuse_weak_pin,
    show_qr,
    split,
    without,
)
from core.stalls.upi import upi_link

UNITS = some.integers(0, 200)


@given(UNITS, UNITS, UNITS, UNITS)
def test_every_unit_comes_from_somewhere_and_the_nearest_is_taken_first(
    wanted: int, own: int, shared: int, missed: int
) -> None:
    there = Parts(own, shared, missed)
    taken = split(wanted, there)
    assert sum(taken) == wanted
    assert min(*taken, *without(there, taken)) >= 0
    assert taken.short == max(0, wanted - own - shared - missed)
    assert not taken.shared or taken.own == own
    assert not taken.own or taken.explained == missed


def test_orders_at_risk_are_the_last_to_come_until_the_fruit_is_enough() -> None:
    keeping = [Keeping("NEWEST", 12), Keeping("NEWER", 24), Keeping("OLD", 12)]
    assert orders_at_risk(13, keeping) == ["NEWEST", "NEWER"]
    assert orders_at_risk(12, keeping) == ["NEWEST"]
    assert orders_at_risk(0, keeping) == []
    assert orders_at_risk(999, keeping) == ["NEWEST", "NEWER", "OLD"]


def test_cash_is_counted_by_note() -> None:
    assert cash_of({500_00: 2, 100_00: 3, 1_00: 7, 20_00: 0}) == 1_307_00
    for nonsense in ({250_00: 1}, {500_00: -1}, {500_00: 10_001}):
        with pytest.raises(Refusal, match="notes-unclear"):
            cash_of(nonsense)


@pytest.mark.parametrize("pin", ["", "123", "1234567", "1111", "1234", "987654", "12a4", "१२३५", "12 4"])
def test_a_pin_that_anybody_tries_first_is_refused(pin: str) -> None:
    with pytest.raises(Refusal, match="pin-weak"):
        refuse_weak_pin(pin)


@pytest.mark.parametrize("pin", ["2580", "40917", "112233"])
def test_other_pins_are_taken(pin: str) -> None:
    refuse_weak_pin(pin)


def test_a_closed_shift_stays_closed() -> None:
    assert SHIFTS.sources_of(ShiftEvent.CLOSE) == {ShiftStatus.OPEN}


@given(some.integers(0, 10_000_000_00), some.text(max_size=40), some.text(max_size=100), some.uuids())
def test_a_upi_app_reads_what_we_mean(paise: int, name: str, note: str, sale: Any) -> None:
    link = upi_link(address="jamango@upi", name=name, paise=paise, note=note, reference=str(sale))
    assert "+" not in link
    read = {key: values[0] for key, values in parse_qs(urlsplit(link).query, keep_blank_values=True).items()}
    assert (read["pa"], read["pn"], read["tn"], read["cu"]) == ("jamango@upi", name, note[:80], "INR")
    rupees, point, cents = read["am"].partition(".")
    assert (int(rupees) * 100 + int(cents), point, len(cents)) == (paise, ".", 2)
    assert read["tr"] == sale.hex


def test_a_upi_link_as_it_stands_on_the_screen() -> None:
    link = upi_link(address="jamango@upi", name="Jamango Mangoes", paise=790_00, note="Market", reference="ab-12")
    assert link == "upi://pay?pa=jamango@upi&pn=Jamango%20Mangoes&am=790.00&cu=INR&tn=Market&tr=ab12"


BEGUN = datetime(2026, 5, 1, 10, tzinfo=UTC)


def code(**about: Any) -> QrState:
    values = {"status": QrStatus.OPEN, "amount_paise": 790_00, "credited_paise": None, "is_dropped": False,
              "created_at": BEGUN, "closes_at": BEGUN + QR_LASTS}  # fmt: skip
    return QrState(**{**values, **about})


@pytest.mark.parametrize(
    ("qr", "after", "shown"),
    [
        (None, 0, QrShown.PLAIN),
        (code(status=QrStatus.ASKING), 5, QrShown.COMING),
        (code(status=QrStatus.ASKING), 6, QrShown.PLAIN),
        (code(status=QrStatus.FAILED), 1, QrShown.PLAIN),
        (code(), 60, QrShown.OPEN),
        (code(), 16 * 60, QrShown.PLAIN),
        (code(status=QrStatus.CLOSED), 60, QrShown.PLAIN),
        (code(is_dropped=True), 60, QrShown.PLAIN),
        (code(amount_paise=1_580_00), 60, QrShown.PLAIN),
        (code(status=QrStatus.CLOSED, credited_paise=790_00, is_dropped=True), 3600, QrShown.PAID),
        (code(credited_paise=789_00), 60, QrShown.DIFFERS),
        (code(amount_paise=1_580_00, credited_paise=1_580_00), 60, QrShown.DIFFERS),
    ],
)
def test_what_a_till_shows_of_a_code(qr: QrState | None, after: int, shown: QrShown) -> None:
    assert show_qr(qr, 790_00, BEGUN + timedelta(seconds=after)) is shown


def test_a_code_is_looked_at_until_nothing_can_come_of_it() -> None:
    """A webhook may be lost, and money may come in the last second; money that no sale claimed is said once."""
    now, looks, qr = BEGUN, 0, code()
    while (planned := next_qr_look(qr, now, is_claimed=False)) is not None:
        assert planned > now
        now, looks = planned, looks + 1
    assert BEGUN + timedelta(days=1) < now < BEGUN + timedelta(days=2)
    assert looks < 25
    paid = code(credited_paise=790_00)
    assert next_qr_look(paid, BEGUN, is_claimed=True) is None
    assert next_qr_look(paid, BEGUN, is_claimed=False) == BEGUN + PATIENCE_WITH_SALE
    assert next_qr_look(paid, BEGUN + PATIENCE_WITH_SALE, is_claimed=False) is None
