"""How an order's code is written, for whoever makes one and whoever looks for one in a line. Pure."""

# Without 0 O, 1 I L, 2 Z, 5 S, 8 B, U V: codes are read aloud at a door and typed on a phone.
CODE_LETTERS = "34679ACDEFGHJKMNPQRTWXY"
CODE_LENGTH = 6
