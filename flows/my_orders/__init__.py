"""My orders: what was ordered, how one order stands, and cancelling it."""
