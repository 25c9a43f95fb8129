"""The people who buy in the measurements: known to the shop, with a home; and a shop that does not run out."""

from datetime import datetime, timedelta

from sqlalchemy import text
from sqlmodel import Session

from core.actor import Actor
from core.clock import business_day
from core.customers.addresses import add_address
from core.inventory.stock import MOST_UNITS, receive_lot
from core.recognition.actions import recognise
from core.settings import get_settings

CUSTOMERS = 400
FIRST_PHONE = 910000001000

# Places and cash limits for as many orders as a measurement makes.
PLENTY = (
    "UPDATE delivery_slots SET capacity = 10000000",
    "UPDATE zones SET cod_cap_paise = 100000000, cod_cap_new_paise = 100000000, minimum_paise = 0",
)
BENCH = Actor.system("bench")
FRUIT = MOST_UNITS  # of each variety
EMPTY_CARTS = text("DELETE FROM cart_items")
# A home and an open window of its zone for every buyer: some window of the coming days, or all of them the next one.
CARTS = text(
    """
    INSERT INTO carts (customer_id, address_id, slot_id, changed_at)
    SELECT i.customer_id, a.id, slots.ids[1 + CASE WHEN :same THEN 0 ELSE a.id % cardinality(slots.ids) END],
           jamango_now()
      FROM identities i JOIN addresses a ON a.customer_id = i.customer_id JOIN apartments b ON b.id = a.apartment_id
      JOIN (SELECT zone_id, array_agg(id ORDER BY starts_at) AS ids FROM delivery_slots
             WHERE open AND cutoff_at > jamango_now() GROUP BY zone_id) AS slots ON slots.zone_id = b.zone_id
     WHERE i.kind = 'phone' AND i.value = ANY(:phones)
    ON CONFLICT (customer_id) DO UPDATE SET address_id = EXCLUDED.address_id, slot_id = EXCLUDED.slot_id
    """
)
# One pack for each, of some variety on sale or all of them of the first.
ITEMS = text(
    """
    INSERT INTO cart_items (cart_id, pack_id, quantity)
    SELECT c.id, packs.ids[1 + CASE WHEN :same THEN 0 ELSE c.id % cardinality(packs.ids) END], 1
      FROM carts c JOIN identities i ON i.customer_id = c.customer_id AND i.kind = 'phone' AND i.value = ANY(:phones)
      CROSS JOIN (SELECT array_agg(k.id ORDER BY p.position, k.position) AS ids FROM packs k
                    JOIN products p ON p.id = k.product_id AND p.active AND k.active
                     AND CAST(jamango_now() AS date) BETWEEN p.season_begins_on + 1 AND p.season_ends_on - 1) AS packs
    """
)
CUSTOMER_IDS = text("SELECT customer_id FROM identities WHERE kind = 'phone' AND value = ANY(:phones) ORDER BY value")


def phone_of(number: int) -> str:
    """The phone of the customer `number` (from 0)."""
    return str(FIRST_PHONE + number)


def stock_up(session: Session, now: datetime) -> None:
    """Meet the customers, each with a home in some apartment, and see to it that nothing runs out."""
    apartments = session.execute(text("SELECT id, towers[1] AS tower FROM apartments ORDER BY id")).all()
    for number in range(CUSTOMERS):
        person = recognise(
            session, phone=phone_of(number), user_id=None, parent_user_id=None, name=f"Buyer {number}", now=now
        )
        assert person.customer_id is not None
        apartment = apartments[number % len(apartments)]
        add_address(session, person.customer_id, apartment.id, f"{apartment.tower} 1203", now)
    for statement in PLENTY:
        session.execute(text(statement))
    day = business_day(now, get_settings().zone)
    for product_id in session.execute(text("SELECT id FROM products")).scalars().all():
        receive_lot(session, product_id, FRUIT, harvested_on=day, ripe_by=day + timedelta(days=9), actor=BENCH)


def customer_ids(session: Session) -> list[int]:
    """Our ids of the customers, by their number."""
    return list(session.execute(CUSTOMER_IDS, {"phones": _phones()}).scalars())


def fill_carts(session: Session, *, same: bool) -> None:
    """Give every customer a cart ready to be placed."""
    session.execute(EMPTY_CARTS)
    for statement in (CARTS, ITEMS):
        session.execute(statement, {"phones": _phones(), "same": same})


def _phones() -> list[str]:
    return [phone_of(number) for number in range(CUSTOMERS)]
