"""What people may ask of us about themselves (DPDP Act): that we erase it. What we hold is read by `core.views.file`.

tables.py     who asked to be erased
homes.py      forgetting one home
erasing.py    asking, and erasing in all nouns once nothing is under way
"""
