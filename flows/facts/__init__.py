"""What the shop knows, said when somebody asks: each file answers a few questions, and none of them changes anything.

asked.py      which questions a line asks, and of what
fruit.py      rates, what is here, how ripe it is, what suits, when a variety comes
delivery.py   charges, places, windows, where we are, ways to pay
orders.py     where an order is, its bill, money on its way back, the total so far
sums.py       what so much fruit would cost today
own.py        the founder's own answers, and what nobody has told us
"""
