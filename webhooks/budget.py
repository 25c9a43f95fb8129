"""How many bytes of bodies that are still on their way a door holds, and who makes room when they are too many.

Nobody can be asked for a signature before his body is here, so anybody may begin one and stall. Whoever comes is let
in; it is the oldest body of the address that holds most that has to go, and a real post is never old: it is here within
milliseconds. So silence fills nobody else's place, from however many addresses it comes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

MEGABYTE = 1024 * 1024


class Budget:
    """The unfinished bodies of one door: at most `most` bytes in all, and `most_of_one` of one address."""

    def __init__(self, most: int = 64 * MEGABYTE, most_of_one: int = 32 * MEGABYTE) -> None:
        self.most = most
        self.most_of_one = most_of_one
        self.held = 0
        self._of: dict[str, dict[Reading, None]] = {}  # by address, the oldest first

    @contextmanager
    def reading(self, address: str, let_go: Callable[[], None]) -> Iterator[Reading]:
        """A body that begins to come; `let_go` is called when it has to make room."""
        made = Reading(self, address, let_go)
        self._of.setdefault(address, {})[made] = None
        try:
            yield made
        finally:
            self._forget(made)

    def held_by(self, address: str) -> int:
        """Bytes of this address's unfinished bodies."""
        return sum(reading.size for reading in self._of.get(address, ()))

    def make_room(self, newest: Reading) -> None:
        """Let go of the oldest bodies, of this one's address first and then of whoever holds most, until all is within.

        Never of `newest` itself: it is coming at this very moment.
        """
        while self.held_by(newest.address) > self.most_of_one and self._let_go(newest.address, newest):
            pass
        while self.held > self.most and self._let_go(max(self._of, key=lambda each: self._idle(each, newest)), newest):
            pass

    def _idle(self, address: str, newest: Reading) -> int:
        return self.held_by(address) - (newest.size if newest.address == address else 0)

    def _let_go(self, address: str, newest: Reading) -> bool:
        oldest = next((reading for reading in self._of[address] if reading.size and reading is not newest), None)
        if oldest is None:
            return False
        self._forget(oldest)
        oldest.let_go()
        return True

    def _forget(self, reading: Reading) -> None:
        own = self._of.get(reading.address, {})
        if reading in own:
            del own[reading]
            self.held -= reading.size
            reading.is_over = True
        if not own:
            self._of.pop(reading.address, None)


class Reading:
    """One body on its way: whose it is and how many bytes of it are here."""

    __slots__ = ("_budget", "address", "is_over", "let_go", "size")

    def __init__(self, budget: Budget, address: str, let_go: Callable[[], None]) -> None:
        self._budget = budget
        self.address = address
        self.let_go = let_go
        self.size = 0
        self.is_over = False

    def grow(self, size: int) -> None:
        """More of it has come; somebody may have to make room."""
        if self.is_over:  # it was let go, and one more part was quicker
            return
        self.size += size
        self._budget.held += size
        if self._budget.held > self._budget.most_of_one:  # below that nobody can hold too much
            self._budget.make_room(self)
