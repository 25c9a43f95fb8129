"""Facts of the shop that the founder edits, one row."""

from sqlalchemy import BigInteger, CheckConstraint, Column
from sqlmodel import Field, SQLModel

from core.columns import number, paise, words, yes_no


class Shop(SQLModel, table=True):
    """The one row of facts. `largest_quantity` counts the packs of one order; the hold times are minutes.

    A rider who holds `rider_cash_limit_paise` or more gets no new run; with `delivery_codes` customers say four digits
    at the door.
    """

    __tablename__ = "shop"
    __table_args__ = (
        CheckConstraint("id = 1", name="one_shop"),
        CheckConstraint("name <> ''", name="shop_has_a_name"),
        CheckConstraint(
            "hold_minutes BETWEEN 1 AND 240 AND link_minutes BETWEEN 16 AND 1440 AND handover_hours BETWEEN 1 AND 168",
            name="shop_times_make_sense",
        ),
        CheckConstraint("rider_cash_limit_paise >= 0", name="rider_cash_limit_makes_sense"),
        # A cart's line holds 99 at most.
        CheckConstraint(
            "unpaid_limit BETWEEN 1 AND 100 AND largest_quantity BETWEEN 1 AND 99", name="shop_limits_make_sense"
        ),
    )

    id: int = Field(default=1, sa_column=Column(BigInteger, primary_key=True, autoincrement=False))
    name: str = words(default="Jamango")
    legal_name: str = words(default="")
    address: str = words(default="")
    fssai: str = words(default="")
    gstin: str = words(default="")
    upi_address: str = words(default="")
    contact_phone: str = words(default="")
    contact_email: str = words(default="")
    hold_minutes: int = number(default=10)
    link_minutes: int = number(default=16)
    unpaid_limit: int = number(default=3)
    largest_quantity: int = number(default=20)
    handover_hours: int = number(default=12)
    rider_cash_limit_paise: int = paise(default=2_000_000)
    delivery_codes: bool = yes_no(default=False)
