"""The same move of many orders: each in a transaction of its own, and who could not be moved is named with why.

    rules.py    the moves, and the right that each takes
    actions.py  a bulk move begins, and carries out one order after another; it can be gone on with after any end
    queries.py  what is done, what was refused, what is left
    tables.py   bulk moves and their orders

docs/decisions/0032-many-orders-at-once.md says why.
"""
