"""Orders in the office.

asked.py      what the list is narrowed by, from its address; the five ready views
words.py      an order as a row of a list and of a file
listing.py    the list, and views that somebody keeps
bulk.py       the same move of many orders, and what became of it
export.py     the list as a file: exactly what is shown, all pages
new_order.py  an order for somebody on the phone
new_lines.py  what the form for that says, as a basket
one_order.py  the page of one order;  one_shown.py  what stands on it;  events.py  what happened, in sentences
one_moved.py  its moves;  one_money.py  its money
"""
