"""SQL that several questions share: what lapsed holds keep.

When the sweeper is late, fruit and places of lapsed holds can be had all the same, because `place_order` takes them
back (invariant I2). So whoever shows or checks what is left counts them as left. Both need the parameter `:now`.
"""

# An unpaid order `o` whose hold is over, and that no payment link keeps alive.
HAS_LAPSED = """
    o.status = 'awaiting_payment' AND o.held_until <= :now
    AND NOT EXISTS (SELECT FROM payment_links pl WHERE pl.order_id = o.id AND pl.status IN ('creating', 'open'))
"""
# Base units of the inventory row `i`.
LAPSED_FRUIT = f"""
    coalesce((SELECT sum(h.quantity) FROM holds h JOIN orders o ON o.id = h.order_id
               WHERE h.inventory_id = i.id AND h.status = 'active' AND {HAS_LAPSED}), 0)
"""  # noqa: S608 - put together in this file
# Places in the delivery slot `s`.
LAPSED_PLACES = f"(SELECT count(*) FROM orders o WHERE o.slot_id = s.id AND {HAS_LAPSED})"  # noqa: S608 - as above
