"""What Python's collector of garbage still looks through: what was frozen is no longer part of it."""

from __future__ import annotations

import gc


def is_looked_through(thing: object) -> bool:
    """Whether a full collection would visit this object, whatever else the process has made or frozen before."""
    return any(each is thing for each in gc.get_objects())
