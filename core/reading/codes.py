"""How an order's code is written, for whoever makes one and whoever looks for one in a line. Pure."""

import re

# Without 0 O, 1 I L, 2 Z, 5 S, 8 B, U V: codes are read aloud at a door and typed on a phone.
CODE_LETTERS = "34679ACDEFGHJKMNPQRTWXY"
CODE_LENGTH = 6
CODE = re.compile(rf"(?=[A-Z]*[0-9])(?=[0-9]*[A-Z])[{CODE_LETTERS}]{{{CODE_LENGTH}}}")


def is_code(typed: str) -> bool:
    """Whether a line is the code of an order and nothing else: in `MG6TAN` nobody wants six tons."""
    return CODE.fullmatch(typed.strip(" .!*#").upper()) is not None
