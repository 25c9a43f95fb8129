"""How long a test waits for what must come.

Whoever waits that long says that it never comes. How fast it comes says how busy the machine is; that is measured in
`make trouble` and `make bench`, on a machine that has nothing else to do.
"""

import threading
from collections.abc import Callable

PATIENCE_SECONDS = 60.0
SECONDS_BETWEEN_LOOKS = 0.02


def becomes_true(is_so: Callable[[], bool]) -> bool:
    """Look until it is so; False when it never is."""
    pause = threading.Event()
    for _ in range(int(PATIENCE_SECONDS / SECONDS_BETWEEN_LOOKS)):
        if is_so():
            return True
        pause.wait(SECONDS_BETWEEN_LOOKS)
    return is_so()
