"""The till: pages of a registered device, for one hand and without typing, and the JSON door of the same till offline.

door.py     whose device asks and who stands at it; everything else is refused, and logged
device.py   a device opens its link
pin.py      signing in by a PIN, and out
shift.py    opening, closing, the report
sell.py     tiles, the sale, cash and its change, UPI, card; sales.py what was sold, and taking it back
sync.py     /stall/ping, /stall/state, /stall/sync: the contract stands there
"""
