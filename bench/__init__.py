"""Measurements of the shop against its promises (DESIGN §6): `make bench`, or `python -m bench NAME …`."""
