"""Selling over a counter, from the same fruit as every other door.

rules.py          what a sale is, where its fruit comes from, notes and PINs; pure
upi.py            what a UPI app reads off a QR code; pure
lifecycle.py      how a shift may move; moves.py its only writer
places.py         stalls, and fruit that is brought to them
devices.py        phones and tablets that may sell, by a secret of their own
pins.py           what keepers type there
shifts.py         from the float to the count
selling.py        a sale, once however often it is sent; fruit.py where it comes from, postings.py its money
qrs.py            Razorpay's code for a sale: qr_calls.py asks them for it, qr_events.py hears of it from them
crediting.py      what came by a code, and the sale that it paid
voiding.py        a sale taken back within its shift
discrepancies.py  what is a fact and does not fit
asides.py         what could not be recorded, until somebody has looked
receipts.py       the receipt on WhatsApp
queries.py        what the till shows; reports.py what a shift came to
"""
