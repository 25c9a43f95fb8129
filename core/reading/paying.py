"""The way to pay that a line chooses, refuses or asks about. Pure."""

from __future__ import annotations

from core.reading.marks import Line
from core.reading.meaning import Doubt
from core.reading.refusing import is_refused
from core.reading.sentence import Sentence

DENIALS = ("deny", "swap.after", "remove", "change.remove")
ACROSS = ("home.intro", "answer.yes", "place_of_money")  # `cash to ghar me bilkul nahi pada`
NOW = frozenset({"ab", "now", "अब"})
ABLE = frozenset({"be", "able", "be able", "to", "do"})
CANNOT = frozenset({"cant", "cannot", "can not", "wont", "will not", "unable to", "wont be able to"})
NEARBY = 4  # marks
LINKS = ("link", "लिंक")


def _turns_into(line: Line, one: int, other: int) -> bool:
    """Whether one way shall become another: `from cash to upi`, `cash ki jagah upi`, `cash se online kar do`."""
    makes = line.has("make", "do.it", "alter", "swap")
    return makes and any(line.at(place, "clock.range", "swap.by") for place in range(one + 1, other))


def _is_mistaken(line: Line, place: int, spots: list[int]) -> bool:
    """`cash bola tha galti se, card se dunga`."""
    later = next((other for other in spots if other > place), None)
    if later is None:
        return False
    now = any(line.marks[one].words in NOW for one in range(place, later))  # `pehle cash bola tha, ab online`
    return now or any(line.at(place + step, "away") for step in (1, 2))


def _cannot(line: Line, place: int) -> bool:
    """`I can't pay cash`, `won't be able to do cash`."""
    before = place - 1
    while before >= 0 and (line.at(before, "paying", "courtesy.article", "do", "make")
                           or line.marks[before].words in ABLE):  # fmt: skip
        before -= 1
    return before >= 0 and line.marks[before].words in CANNOT


def _has_none(line: Line, place: int) -> bool:
    """`sorry no cash today`, `no upi on this phone`; in `no, cash` the no answers."""
    return place > 0 and line.marks[place - 1].words.split()[-1] == "no" and not line.marks[place].breaks


def _fails(line: Line, place: int) -> bool:
    """`upi band hai`, `my card got blocked`, `upi chalat nahi`: of a way to pay it is told that it cannot be used."""
    if line.has("stop.mark"):
        return False
    for after in range(place + 1, min(place + 1 + NEARBY, len(line))):
        mark = line.marks[after]
        if mark.breaks or mark.means("pay"):
            return False
        strange = all(not line.marks[one].meanings for one in range(place + 1, after))
        if mark.means("fails") or (after > place + 1 and strange and mark.means("deny.not", "deny.no")):
            return True
    return False


def _take_denials(line: Line, refused: list[int]) -> None:
    """A word that refuses one way in favour of the other (`online nahi, cash`), and a no that only answers (`nah, make
    it upi`), leave nothing unclear."""
    for place in refused:
        for beside, other in ((place + 1, place + 2), (place - 1, place + 1)):
            denies = line.at(beside, "deny") and not line.at(beside, "remove")
            if denies and line.at(other, "pay") and other not in refused:
                line.take(beside, beside + 1, "op")
    answers = line.at(0, "deny") and len(line) > 1
    if answers and (line.marks[1].breaks or line.at(1, "make", "change.only")):
        line.take(0, 1, "op")


def find_payment(line: Line, said: Sentence) -> tuple[str | None, set[Doubt]]:
    """`cash`, `online` or None; unclear when both are left, or one is refused and none is named."""
    spots = [place for place in range(len(line)) if line.at(place, "pay") and line.taken[place] in {"", "op"}]
    ways = {place: line.marks[place].value("pay") or "" for place in spots}
    others = [(place, place + 1) for place in spots]
    refused = [place for place in spots if _is_mistaken(line, place, spots) or _cannot(line, place)
               or _has_none(line, place) or _fails(line, place)
               or is_refused(line, place, place + 1, [one for one in others if ways[one[0]] != ways[place]],
                             across=ACROSS, denials=DENIALS)]  # fmt: skip
    wanted = [ways[place] for place in spots if place not in refused]
    if len(spots) > 1 and _turns_into(line, spots[0], spots[-1]):
        wanted = wanted[-1:]  # `cod se online kar do`
    for place in spots:
        line.take(place, place + 1, "pay")
    if wanted:
        _take_denials(line, refused)
    if len(set(wanted)) > 1:
        return None, {Doubt.PAYMENT}
    if wanted:
        return wanted[0], set()
    if refused or any(
        line.at(place, "paying") and is_refused(line, place, place + 1, []) for place in range(len(line))
    ):
        return None, {Doubt.PAYMENT}
    asked = [span for span in said.spans if span.means({"command.pay"}) and any(link in span.words for link in LINKS)]
    return ("online" if asked and not said.has("deny") else None), set()
