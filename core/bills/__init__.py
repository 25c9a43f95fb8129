"""Bills: one for each order that is packed, numbered without gaps in each financial year (RAZORPAY §8).

    rules.py    the financial year of a day, how a number is written, which kind of bill a seller gives
    actions.py  `issue_bill` takes the next number in the transaction that packs; `cancel_bill`
    queries.py  the bills of orders
    tables.py   bills and the counter of each year

What was sold, for how much and to whom stands in the order, which nobody changes once it is packed.
"""
