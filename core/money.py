"""Money is whole paise. Only this file turns it into something people read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

RUPEES = "INR"
PAISE_PER_RUPEE = 100
MINUS = "\u2212"  # as wide as a digit, and no line ends behind it as it may behind a hyphen


@dataclass(frozen=True)
class Sums:
    """Amounts by currency, each in its smallest unit; amounts of two currencies are never added. No amount is zero."""

    amounts: tuple[tuple[str, int], ...] = ()

    @classmethod
    def of(cls, parts: Iterable[tuple[str, int]]) -> Sums:
        """Add up (currency, amount) by currency, rupees first."""
        totals: dict[str, int] = {}
        for currency, amount in parts:
            totals[currency] = totals.get(currency, 0) + amount
        found = [(currency, amount) for currency, amount in totals.items() if amount]
        return cls(tuple(sorted(found, key=lambda part: (part[0] != RUPEES, part[0]))))

    def __add__(self, other: Sums) -> Sums:
        return Sums.of([*self.amounts, *other.amounts])

    def __bool__(self) -> bool:
        return bool(self.amounts)

    @property
    def paise(self) -> int:
        """The rupees of it, in paise."""
        return dict(self.amounts).get(RUPEES, 0)

    @property
    def text(self) -> str:
        """`₹790`, `9.00 USD`, or both; empty for nothing."""
        return " + ".join(format_money(amount, currency) for currency, amount in self.amounts)

    def values(self, name: str) -> dict[str, int | str]:
        """As a notice carries it: `<name>_paise`, or the text under `<name>` when it is not rupees alone."""
        return {f"{name}_paise": self.paise} if {c for c, _ in self.amounts} <= {RUPEES} else {name: self.text}


def format_money(amount: int, currency: str) -> str:
    """An amount in the smallest unit of any currency: `₹790`, `9.00 USD`."""
    if currency == RUPEES:
        return format_rupees(amount)
    return f"{MINUS if amount < 0 else ''}{abs(amount) / 100:.2f} {currency}"


def format_rupees(paise: int) -> str:
    """`12345600` as `₹1,23,456`; paise are shown only when there are any (`₹99.50`).

    Lakh grouping in every language; done here because Babel 2.18 groups Marathi, Kannada and Malayalam by thousands.
    """
    sign = MINUS if paise < 0 else ""
    rupees, rest = divmod(abs(paise), PAISE_PER_RUPEE)
    return f"{sign}₹{group(str(rupees))}" + (f".{rest:02d}" if rest else "")


def group(digits: str) -> str:
    """`1234567` as `12,34,567`."""
    if len(digits) <= 3:
        return digits
    head, tail = digits[:-3], digits[-3:]
    pairs = [head[max(end - 2, 0) : end] for end in range(len(head), 0, -2)]
    return ",".join([*reversed(pairs), tail])
