"""The people who buy in the measurements: known to the shop, with a home; and a shop that does not run out."""

from datetime import datetime, timedelta

from sqlalchemy import text
from sqlmodel import Session

from core.clock import business_day
from core.customers.actions import recognise
from core.customers.addresses import add_address
from core.inventory.stock import receive_lot
from core.settings import get_settings

CUSTOMERS = 400
FIRST_PHONE = 910000001000

# Places and cash limits for as many orders as a measurement makes.
PLENTY = (
    "UPDATE delivery_slots SET capacity = 10000000",
    "UPDATE zones SET cod_cap_paise = 100000000, cod_cap_new_paise = 100000000",
)
FRUIT = 100_000_000  # base units of each variety


def phone_of(number: int) -> str:
    """The phone of the customer `number` (from 0)."""
    return str(FIRST_PHONE + number)


def stock_up(session: Session, now: datetime) -> None:
    """Meet the customers, each with a home in some apartment, and see to it that nothing runs out."""
    apartments = session.execute(text("SELECT id FROM apartments ORDER BY id")).scalars().all()
    for number in range(CUSTOMERS):
        person = recognise(
            session, phone=phone_of(number), user_id=None, parent_user_id=None, name=f"Buyer {number}", now=now
        )
        assert person.customer_id is not None
        add_address(session, person.customer_id, apartments[number % len(apartments)], "B-1203", now)
    for statement in PLENTY:
        session.execute(text(statement))
    day = business_day(now, get_settings().zone)
    for product_id in session.execute(text("SELECT id FROM products")).scalars().all():
        receive_lot(session, product_id, FRUIT, harvested_on=day, ripe_by=day + timedelta(days=9), actor="bench")
