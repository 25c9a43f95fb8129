"""Words that ask us to tell something once it is so: `ho to batana`, `aane pe bata dena`. Pure."""

from __future__ import annotations

from core.reading.marks import Line

UPON = frozenset({"pe", "par", "pr", "पर", "पे"})


def tells_when_there(line: Line, place: int) -> bool:
    """Whether a word of telling stands there behind what it hangs on, in a thought in which nothing is to be sent."""
    opens = max((one for one in range(place + 1) if one == 0 or line.marks[one].breaks), default=0)
    sends = any(line.at(one, "courtesy.give") and not line.at(one, "number") for one in range(opens, place))
    hangs = line.at(place - 1, "if_so") or (place > 0 and line.marks[place - 1].words.split()[-1] in UPON)
    return line.at(place, "telling") and hangs and not sends and not line.marks[place].breaks
