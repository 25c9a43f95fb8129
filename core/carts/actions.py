"""Filling and changing a cart. Each verb first touches the cart's row, which keeps chat and web apart."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Session

from core.checkout.rules import clean_note
from core.clock import business_day
from core.customers.addresses import use_address
from core.errors import Refusal
from core.inventory.tables import MAIN
from core.query import Query
from core.settings import get_settings
from core.slots.actions import refusal_of

OPEN_CART = Query(
    """
    INSERT INTO carts (customer_id, changed_at) VALUES (:customer_id, :now)
    ON CONFLICT (customer_id) DO UPDATE SET changed_at = EXCLUDED.changed_at RETURNING id
    """
)
# What the customer's own unpaid order keeps counts as left for them.
PACK = Query(
    """
    SELECT p.names, k.active AND p.active AND :day BETWEEN p.season_begins_on AND p.season_ends_on AS for_sale,
           coalesce(fruit.quantity, 0) AS available, k.base_units, coalesce(l.quantity, 0) AS in_cart,
           shop.largest_quantity,
           (SELECT coalesce(sum(quantity), 0) FROM cart_items WHERE cart_id = c.id AND pack_id <> k.id) AS others
      FROM packs k
      JOIN products p ON p.id = k.product_id
      CROSS JOIN shop
      LEFT JOIN LATERAL fruit_left(p.id, :place, :customer_id) fruit ON true
      LEFT JOIN carts c ON c.customer_id = :customer_id
      LEFT JOIN cart_items l ON l.cart_id = c.id AND l.pack_id = k.id
     WHERE k.id = :pack_id
    """
)
PUT = Query(
    """
    INSERT INTO cart_items (cart_id, pack_id, quantity) VALUES (:cart_id, :pack_id, :quantity)
    ON CONFLICT (cart_id, pack_id) DO UPDATE SET quantity = EXCLUDED.quantity
    """
)
TAKE = Query("DELETE FROM cart_items WHERE cart_id = :cart_id AND pack_id = :pack_id")
EMPTY = Query("DELETE FROM cart_items WHERE cart_id = :cart_id")
CHOOSE_ADDRESS = Query(
    """
    UPDATE carts SET address_id = a.id, slot_id = (
               SELECT s.id FROM delivery_slots s WHERE s.id = carts.slot_id AND s.zone_id = b.zone_id)
      FROM addresses a JOIN apartments b ON b.id = a.apartment_id
     WHERE carts.id = :cart_id AND a.id = :address_id AND a.customer_id = carts.customer_id AND a.line <> '– ' || a.id
    RETURNING carts.id
    """
)
CHOOSE_SLOT = Query(
    """
    UPDATE carts SET slot_id = s.id
      FROM delivery_slots s CROSS JOIN LATERAL places_left(s.id, :customer_id) room
     WHERE carts.id = :cart_id AND s.id = :slot_id AND s.zone_id = (
               SELECT b.zone_id FROM addresses a JOIN apartments b ON b.id = a.apartment_id
                WHERE a.id = carts.address_id)
       AND s.open AND s.cutoff_at > :now AND room.places > 0
    RETURNING s.id
    """
)
WHY_NO_SLOT = Query(
    """
    SELECT s.open, s.cutoff_at <= :now AS past
      FROM carts JOIN addresses a ON a.id = carts.address_id JOIN apartments b ON b.id = a.apartment_id
      JOIN delivery_slots s ON s.zone_id = b.zone_id
     WHERE carts.id = :cart_id AND s.id = :slot_id
    """
)
SET_NOTE = Query("UPDATE carts SET note = :note WHERE id = :cart_id")
REFILL = Query(
    """
    WITH emptied AS (DELETE FROM cart_items WHERE cart_id = :cart_id AND pack_id <> ALL(CAST(:pack_ids AS bigint[]))),
         home AS (UPDATE carts SET address_id = coalesce(:address_id, address_id), slot_id = NULL WHERE id = :cart_id)
    INSERT INTO cart_items (cart_id, pack_id, quantity)
    SELECT :cart_id, wanted.pack_id, wanted.quantity
      FROM unnest(CAST(:pack_ids AS bigint[]), CAST(:quantities AS int[])) WITH ORDINALITY
           AS wanted (pack_id, quantity, place) ORDER BY wanted.place
    ON CONFLICT (cart_id, pack_id) DO UPDATE SET quantity = EXCLUDED.quantity
    """
)
# What an order keeps may be in the cart as well, so nothing is asked here.
FOLLOW = Query(
    """
    WITH wanted AS (
            SELECT * FROM unnest(CAST(:pack_ids AS bigint[]), CAST(:quantities AS int[])) w (pack_id, quantity)),
         gone AS (DELETE FROM cart_items l USING wanted
                   WHERE l.cart_id = :cart_id AND l.pack_id = wanted.pack_id AND wanted.quantity = 0),
         chosen AS (UPDATE carts SET address_id = :address_id, slot_id = :slot_id, note = :note WHERE id = :cart_id)
    INSERT INTO cart_items (cart_id, pack_id, quantity)
    SELECT :cart_id, pack_id, quantity FROM wanted WHERE quantity > 0
    ON CONFLICT (cart_id, pack_id) DO UPDATE SET quantity = EXCLUDED.quantity
    """
)


# Of one pack the larger number stays; what the guest chose last, home and window, counts.
TAKE_LINES = Query(
    """
    INSERT INTO cart_items (cart_id, pack_id, quantity)
    SELECT :cart_id, l.pack_id, l.quantity FROM cart_items l JOIN carts c ON c.id = l.cart_id
     WHERE c.customer_id = :guest_id ORDER BY l.id
    ON CONFLICT (cart_id, pack_id) DO UPDATE SET quantity = greatest(cart_items.quantity, EXCLUDED.quantity)
    """
)
GUESTS_CHOICE = Query("SELECT address_id, slot_id, note FROM carts WHERE customer_id = :guest_id")
TAKE_CHOICE = Query(
    """
    UPDATE carts SET address_id = coalesce(:address_id, address_id), slot_id = coalesce(:slot_id, slot_id),
           note = coalesce(nullif(:note, ''), note)
     WHERE id = :cart_id
    """
)


def take_over_cart(session: Session, guest_id: int, customer_id: int, homes: Mapping[int, int], now: datetime) -> None:
    """Put a guest's cart into a customer's; `homes` maps the guest's addresses to the customer's."""
    found = GUESTS_CHOICE.run(session, {"guest_id": guest_id}).one_or_none()
    if found is None:
        return
    cart_id = _open_cart(session, customer_id, now)
    TAKE_LINES.run(session, {"cart_id": cart_id, "guest_id": guest_id})
    address_id = homes.get(found.address_id)
    slot_id = found.slot_id if address_id is not None else None
    TAKE_CHOICE.run(
        session, {"cart_id": cart_id, "address_id": address_id, "slot_id": slot_id, "note": found.note or ""}
    )
    forget_carts(session, [guest_id])


def copy_lines(session: Session, lender_id: int, customer_id: int, now: datetime) -> None:
    """Put the lines of somebody's cart into a customer's as well; of one pack the larger number stays."""
    TAKE_LINES.run(session, {"cart_id": _open_cart(session, customer_id, now), "guest_id": lender_id})


FORGET_LINES = Query("DELETE FROM cart_items USING carts c WHERE c.id = cart_id AND c.customer_id = ANY(:customer_ids)")
FORGET_WORDS = Query("DELETE FROM cart_links WHERE customer_id = ANY(:customer_ids)")
FORGET = Query("DELETE FROM carts WHERE customer_id = ANY(:customer_ids)")


def forget_carts(session: Session, customer_ids: list[int]) -> None:
    """Remove the carts of people who are forgotten."""
    FORGET_WORDS.run(session, {"customer_ids": customer_ids})
    FORGET_LINES.run(session, {"customer_ids": customer_ids})
    FORGET.run(session, {"customer_ids": customer_ids})


def add_pack(session: Session, customer_id: int, pack_id: int, quantity: int, now: datetime) -> int:
    """Put more of a pack into the cart; returns how many are in it now.

    Raises Refusal `not-for-sale`, `quantity-unclear` (less than one), `too-many`(largest: packs in one order) or
    `sold-out`(names, left: whole packs that could be had in all).
    """
    if quantity < 1:
        raise Refusal("quantity-unclear")
    return _put(session, customer_id, pack_id, quantity, now, on_top=True)


def set_quantity(session: Session, customer_id: int, pack_id: int, quantity: int, now: datetime) -> int:
    """Have exactly so many of a pack in the cart, 0 takes it out. Raises what `add_pack` raises."""
    if quantity < 0:
        raise Refusal("quantity-unclear")
    if quantity:
        return _put(session, customer_id, pack_id, quantity, now, on_top=False)
    TAKE.run(session, {"cart_id": _open_cart(session, customer_id, now), "pack_id": pack_id})
    return 0


def _put(session: Session, customer_id: int, pack_id: int, quantity: int, now: datetime, *, on_top: bool) -> int:
    cart_id = _open_cart(session, customer_id, now)
    day = business_day(now, get_settings().zone)
    parameters = {"customer_id": customer_id, "pack_id": pack_id, "day": day, "place": MAIN}
    pack = PACK.run(session, parameters).one_or_none()
    if pack is None or not pack.for_sale:
        raise Refusal("not-for-sale", **({} if pack is None else {"names": pack.names}))
    wanted = quantity + pack.in_cart if on_top else quantity
    if wanted + pack.others > pack.largest_quantity:
        raise Refusal("too-many", largest=pack.largest_quantity)
    left = pack.available // pack.base_units
    if wanted > left:
        raise Refusal("sold-out", names=pack.names, left=left)
    PUT.run(session, {"cart_id": cart_id, "pack_id": pack_id, "quantity": wanted})
    return wanted


def empty_cart(session: Session, customer_id: int, now: datetime) -> None:
    """Take everything out; address and slot stay."""
    EMPTY.run(session, {"cart_id": _open_cart(session, customer_id, now)})


def choose_address(session: Session, customer_id: int, address_id: int, now: datetime) -> None:
    """Deliver this cart to one of the customer's homes; a slot of another zone is dropped.

    Raises Refusal `address-unknown` for a home of somebody else.
    """
    cart_id = _open_cart(session, customer_id, now)
    if CHOOSE_ADDRESS.run(session, {"cart_id": cart_id, "address_id": address_id}).one_or_none() is None:
        raise Refusal("address-unknown")
    use_address(session, address_id, now)


def choose_slot(session: Session, customer_id: int, slot_id: int, now: datetime) -> None:
    """Deliver this cart in this window of the address's zone. Nothing is kept yet: `place_order` does that.

    Raises Refusal `slot-unknown` (no such window for the address), `slot-closed`, `slot-past` or `slot-full`; the
    choice stays what it was.
    """
    chosen = {"cart_id": _open_cart(session, customer_id, now), "slot_id": slot_id, "now": now}
    if CHOOSE_SLOT.run(session, {**chosen, "customer_id": customer_id}).one_or_none() is None:
        raise refusal_of(WHY_NO_SLOT.run(session, chosen).one_or_none())


def write_note(session: Session, customer_id: int, note: str, now: datetime) -> None:
    """A wish for the packer or rider, instead of the one before. Raises what `clean_note` raises."""
    words = clean_note(note)
    SET_NOTE.run(session, {"cart_id": _open_cart(session, customer_id, now), "note": words})


def refill_cart(
    session: Session, customer_id: int, packs: dict[int, int], address_id: int | None, now: datetime
) -> None:
    """Make the cart these packs (how many by pack id), for this home if it is one, and without a slot."""
    parameters = {
        "cart_id": _open_cart(session, customer_id, now),
        "pack_ids": list(packs),
        "quantities": list(packs.values()),
        "address_id": address_id,
    }
    REFILL.run(session, parameters)


def follow_order(
    session: Session,
    customer_id: int,
    packs: Mapping[int, int],
    *,
    address_id: int | None,
    slot_id: int,
    note: str,
    now: datetime,
) -> None:
    """Have as many of these packs in the cart as the unpaid order has that was made of it, and go where that goes.

    Of other packs nothing changes; 0 takes one out.
    """
    parameters = {
        "cart_id": _open_cart(session, customer_id, now),
        "pack_ids": list(packs),
        "quantities": list(packs.values()),
        "address_id": address_id,
        "slot_id": slot_id,
        "note": note,
    }
    FOLLOW.run(session, parameters)


def _open_cart(session: Session, customer_id: int, now: datetime) -> int:
    return int(OPEN_CART.run(session, {"customer_id": customer_id, "now": now}).scalar_one())
