"""From a cart to an order: one page for each thing that is missing, then the summary.

route.py     /checkout: the first thing that is missing, or the summary
where.py     where: a known home, or a society looked for as the chat does, its tower and flat
window.py    when
contact.py   whom the rider may call
summary.py   what it costs, a note, and how to pay
"""
