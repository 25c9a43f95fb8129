"""What a bill must say and how it is numbered, over values only (RAZORPAY §8: CGST Rule 49, FSSAI)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

FIRST_MONTH = 4  # India's financial year begins on the first of April
LONGEST_CODE = 16  # of a serial, which may hold letters, digits, hyphens and slashes only
SERIES = "JM"
HSN_FRESH_MANGO = "0804"
WRITTEN = re.compile(r"[A-Za-z0-9/-]{1,16}")


class BillKind(StrEnum):
    """Fresh fruit is exempt: who is registered gives a bill of supply, who is not a plain memo that shows no GST."""

    BILL_OF_SUPPLY = "bill-of-supply"
    CASH_MEMO = "cash-memo"


@dataclass(frozen=True)
class Seller:
    """Who sells, as the shop's facts were on that day; empty where there is nothing to say."""

    name: str
    address: str
    gstin: str
    fssai: str
    phone: str

    @property
    def kind(self) -> BillKind:
        return BillKind.BILL_OF_SUPPLY if self.gstin else BillKind.CASH_MEMO


def financial_year(day: date) -> str:
    """`26-27` for every day from 1 April 2026 to 31 March 2027."""
    begins = day.year if day.month >= FIRST_MONTH else day.year - 1
    return f"{begins % 100:02d}-{(begins + 1) % 100:02d}"


def write_bill_code(year: str, number: int) -> str:
    """`JM/26-27/000123`: what a tax officer calls the serial number."""
    return f"{SERIES}/{year}/{number:06d}"
