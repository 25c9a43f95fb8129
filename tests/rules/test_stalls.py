"""Rules of a stall: where fruit comes from, what notes come to, PINs, and what a UPI app reads."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as some

from core.errors import Refusal
from core.stalls.lifecycle import SHIFTS, ShiftEvent, ShiftStatus
from core.stalls.rules import Keeping, Parts, cash_of, orders_at_risk, refuse_weak_pin, split, without
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
