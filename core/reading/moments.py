"""When something is wanted, within a line that says more: days, parts, hours, and what is refused of them. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from core.reading.days import find_dates, find_days
from core.reading.hours import find_hours
from core.reading.marks import Line
from core.reading.refusing import is_refused, joined_by_or, taken_back
from core.reading.times import Wish
from core.reading.timewords import Moment

DENIALS = ("deny", "swap.after", "remove", "change.remove", "fails")
DOING = ("courtesy.give", "make", "do.it", "alter")
CHOSEN_AT = frozenset({"cart", "where", "when", "summary", "placed"})
NEARBY = 3  # marks
OTHER_SIDE = {"before": "after", "after": "before"}
EITHER = frozenset({"koi bhi", "koi sa bhi", "kabhi bhi", "either", "any", "anyone", "any one", "कोई भी", "कभी भी"})
# What of other kinds may stand before the denial: `budh ki sham ko nahi`.
ACROSS = {"days": ("part", "clock", "topic.time"), "part": ("day", "weekday", "topic.time"),
          "hours": ("part", "clock", "topic.time")}  # fmt: skip


@dataclass(frozen=True)
class Times:
    """What is wanted and what is refused in its favour; `contradicts` when days are said that cannot all be."""

    wanted: Wish | None
    refused: Wish | None
    contradicts: bool = False


def _without_wish(line: Line, days: list[Moment]) -> list[Moment]:
    """Of two days the one of which nothing is wanted: `kal to ekadashi hai somvar ko bhejna`, `parso sarka do, shaadi
    me jana hai kal`. A choice, a range and the same day twice have none."""
    if len(days) != 2 or days[0].days & days[1].days or line.has("stop.mark", "hence"):
        return []
    first, second = days
    if any(line.at(place, "or", "clock.range", "and") for place in range(first.end, second.begin)) and (
            second.begin - first.end < 3 or joined_by_or(line, first.end, second.begin)):  # fmt: skip
        return []
    parted = max((place for place in range(first.end, second.begin + 1) if line.marks[place].breaks),
                 default=second.begin)  # fmt: skip
    own = {first.begin: range(first.end, parted), second.begin: range(parted, len(line))}
    behind = {begin: any(line.at(place, *DOING) and not line.taken[place] for place in places)
              for begin, places in own.items()}  # fmt: skip
    told = {begin: any(not line.marks[place].meanings or line.at(place, "away", "occasion", "along", "people")
                       for place in places) for begin, places in own.items()}  # fmt: skip
    idle = [moment for moment in days if not behind[moment.begin] and told[moment.begin]]
    return idle if len(idle) == 1 and any(behind.values()) else []


def says_only_days(wish: Wish | None) -> bool:
    return wish is not None and wish == Wish(wish.days)


def find_times(line: Line, today: date, at: str = "") -> Times:
    """Every word of time in the line, taken; together the wish. `at` is where the chat stands."""
    moments = [*find_dates(line, today), *find_days(line, today), *find_hours(line, at)]
    moments = sorted((one for one in moments if not _only_greets(line, one)), key=lambda moment: moment.begin)
    refused = [moment for moment in moments if _is_refused(line, moment, moments)]
    wanted = [moment for moment in moments if moment not in refused and not (
        _is_of_ripeness(line, moment, moments) or _is_of_a_meal(line, moment))]  # fmt: skip
    idle = _without_wish(line, [moment for moment in wanted if moment.days])
    wanted = [moment for moment in wanted if moment not in idle]
    idle += _without_wish(line, [moment for moment in wanted if moment.part and not moment.days])
    wanted = [moment for moment in wanted if moment not in idle]
    wanted += _beyond(refused, moments)
    refused += idle if at in CHOSEN_AT else []
    wanted = _last_of_corrected(line, [moment for moment in wanted if not _is_mistaken(line, moment, wanted)])
    days, contradicts = _days_of(line, wanted)
    wanted, both = _one_part(line, wanted, days)
    wish = _wish(wanted, days)
    return Times(wish, _without(_wish(refused, _all_days(refused)), wish), contradicts or both or _is_no_date(line))


def _beyond(refused: list[Moment], moments: list[Moment]) -> list[Moment]:
    """`6 se pehle mat bhejna` is after six, `8 ke baad nahi` before eight, where no other hour is said."""
    alone = sum(moment.hours is not None for moment in moments) == 1
    return [replace(moment, near=OTHER_SIDE[moment.near]) for moment in refused
            if alone and moment.hours and moment.near in OTHER_SIDE]  # fmt: skip


def _only_greets(line: Line, moment: Moment) -> bool:
    """`Morning! 1 dozen hapus`: a part of the day that is called out before anything else."""
    called = moment.part and moment.begin == 0 and moment.end < len(line)
    return bool(called) and line.marks[moment.end].gap.lstrip().startswith("!")


def _without(refused: Wish | None, wanted: Wish | None) -> Wish | None:
    """`kal shaam nahi, parso shaam`: what is wanted as well is not refused."""
    if refused is None or wanted is None:
        return refused
    left = replace(refused, days=refused.days - wanted.days, parts=refused.parts - wanted.parts)
    return None if left == Wish() else left


def _one_part(line: Line, wanted: list[Moment], days: frozenset[date]) -> tuple[list[Moment], bool]:
    """Of several parts of a day none is taken; a contradiction, unless they are a choice."""
    parts = [moment for moment in wanted if moment.part]
    if len({moment.part for moment in parts}) < 2:
        return wanted, False
    choice = len(days) > 1 or any(joined_by_or(line, one.end, other.begin) for one, other in pairwise(parts))
    return [moment for moment in wanted if not moment.part], not choice


def _is_refused(line: Line, moment: Moment, moments: list[Moment]) -> bool:
    others = [(one.begin, one.end) for one in moments if one.says == moment.says and one != moment]
    apart = [(one.begin, one.end) for one in moments if moment.part and one.hours and any(
        line.marks[place].breaks for place in range(moment.end, one.begin + 1))]  # fmt: skip
    if (any(begin != moment.begin for begin, _ in others) or apart) and _is_away(line, moment, [*others, *apart]):
        return True
    if _is_left_out(line, moment, others):
        return True
    across = ACROSS[moment.says] if others else ()
    return is_refused(line, moment.begin, moment.end, others, across=across, denials=DENIALS)


def _is_left_out(line: Line, moment: Moment, others: list[tuple[int, int]]) -> bool:
    """`any evening except friday`, `sunday chhod ke koi bhi din`, `evening works better than morning`."""
    before = moment.begin - 1
    while line.at(before, "courtesy.article", "when.word") and not line.at(before, "except", "than"):
        before -= 1
    behind = moment.end + int(
        line.at(moment.end, "when.word", "courtesy.article") and not line.at(moment.end, "except")
    )
    led = line.at(before, "except.before") or (line.at(before, "than") and bool(others))
    if not led and not line.at(behind, "except.behind"):
        return False
    line.take(before if led else moment.end, moment.begin if led else behind + 1, "op")
    return True


def _is_away(line: Line, moment: Moment, others: list[tuple[int, int]]) -> bool:
    """`thursday ko bahar hu`, `sunday likh diya tha`: a day that is named as impossible, or as said by mistake."""
    before = moment.begin - 1 - int(line.at(moment.begin - 1, "clock.at", "when.word"))
    apart = any(line.marks[one].breaks for one in range(before + 1, moment.begin + 1))
    of_other = any(end <= before <= end + NEARBY for _, end in others)  # `sunday likh diya tha, monday`
    if line.at(before, "away") and not apart and not of_other:
        line.take(before, before + 1, "along")
        return True  # `I'll be out tomorrow`
    for place in range(moment.end, min(moment.end + 4, len(line))):
        if line.at(place, *DOING) and not line.at(place, "away"):
            return False  # `parso kar do, gaon jana hai kal`
        if any(begin == place for begin, _ in others):
            return False
        if line.at(place, "away"):
            line.take(place, place + 1, "along")
            return True
    return False


def _is_of_a_meal(line: Line, moment: Moment) -> bool:
    """`we'll eat at 8, so 1 dozen`, `char baje phone karungi`: the hour of a meal or of what somebody does then, in a
    thought that wants and names no fruit."""
    opens = max((place for place in range(moment.begin + 1) if place == 0 or line.marks[place].breaks), default=0)
    closes = next((place for place in range(moment.end, len(line)) if line.marks[place].breaks), len(line))
    thought = range(opens, closes)
    return moment.hours is not None and any(line.at(place, "meal", "own_deed") for place in thought) and not any(
        line.at(place, "variety", "unit", "fruit", "near", "courtesy.give", "do.it") for place in thought)  # fmt: skip


def _is_of_ripeness(line: Line, moment: Moment, moments: list[Moment]) -> bool:
    """`both to be ripe by sunday, deliver thursday`: beside another day, the one by which they shall be ripe."""
    if not moment.days or not any(one.days and one != moment for one in moments):
        return False
    before = [place for place in range(max(moment.begin - NEARBY, 0), moment.begin)
              if not any(line.marks[one].breaks for one in range(place + 1, moment.begin + 1))]  # fmt: skip
    behind = [place for place in range(moment.end, min(moment.end + NEARBY, len(line)))
              if not any(line.marks[one].breaks for one in range(moment.end, place + 1))]  # fmt: skip
    return any(line.at(place, "ripening") for place in [*before, *behind])


def _is_mistaken(line: Line, moment: Moment, wanted: list[Moment]) -> bool:
    """`galti se 10-12 select ho gaya, 8-10 chahiye tha`: in a thought of mistake, before another of its kind."""
    later = any(one.says == moment.says and one.begin > moment.begin for one in wanted)
    opens = max((place for place in range(moment.begin + 1) if place == 0 or line.marks[place].breaks), default=0)
    closes = next((place for place in range(moment.end, len(line)) if line.marks[place].breaks), len(line))
    return later and any(line.at(place, "mistaken") for place in range(opens, closes)) and not any(
        one.says == moment.says and one.begin > moment.begin and one.begin < closes for one in wanted)  # fmt: skip


def _last_of_corrected(line: Line, wanted: list[Moment]) -> list[Moment]:
    """`kal, sorry parso`: of two words of one kind with a taking back between them the later one counts."""
    return [one for one in wanted if not any(
        other.says == one.says and other.begin > one.begin and taken_back(line, one.end, other.begin)
        for other in wanted)]  # fmt: skip


def _days_of(line: Line, wanted: list[Moment]) -> tuple[frozenset[date], bool]:
    """The days that all words of them agree on; several when they are a choice; a contradiction otherwise."""
    said = [moment for moment in wanted if moment.days]
    if not said:
        return frozenset(), False
    agreed = frozenset.intersection(*(moment.days for moment in said))
    if agreed:
        return agreed, False
    if len({day.weekday() for moment in said for day in moment.days}) == 1:
        return said[-1].days, False  # `wed 27 may`: the Wednesday that is the 27th
    choice = any(joined_by_or(line, one.end, other.begin) for one, other in pairwise(said))
    choice = choice or all(any(line.at(moment.end + step, "fits") for step in (0, 1)) for moment in said)
    choice = choice or any(line.marks[place].words in EITHER for place in range(said[-1].end, len(line)))
    if len(said) == 2 and not choice and _is_because_of(line, said[0].end, said[1].begin):
        return said[1].days, False
    return _all_days(said), not choice


def _is_because_of(line: Line, end: int, begin: int) -> bool:
    """`aaj jaldi nikalna hai to kal de dena`, `guests on sunday so please send by saturday`: the first day is only why
    it is the second."""
    hence = any(line.at(place, "hence") for place in range(end, begin)) or any(
        line.at(place, "if_so") and line.taken[place] == "" for place in range(end + 1, begin)
    )
    return hence or _is_of_an_occasion(line, end, begin)


def _is_of_an_occasion(line: Line, end: int, begin: int) -> bool:
    """`sunday ko mehmaan aa rahe hain, saturday tak bhej do`: a thought about guests or a feast, and then when."""
    closes = next((place for place in range(end, begin + 1) if line.marks[place].breaks), None)
    opens = max((place for place in range(end) if place == 0 or line.marks[place].breaks), default=0)
    thought = range(opens, closes or opens)
    return any(line.at(place, "people", "occasion") for place in thought) and not any(
        line.at(place, "variety", "unit") for place in thought)  # fmt: skip


def _all_days(moments: Iterable[Moment]) -> frozenset[date]:
    return frozenset(day for moment in moments for day in moment.days)


def _wish(moments: list[Moment], days: frozenset[date]) -> Wish | None:
    hours = tuple(moment.hours for moment in moments if moment.hours is not None)
    halves = {moment.half for moment in moments if moment.half}
    near = next((moment.near for moment in moments if moment.near and moment.hours), "")
    wish = Wish(days, frozenset(moment.part for moment in moments if moment.part), hours[:1],
                halves.pop() if len(halves) == 1 else None, near)  # fmt: skip
    return None if wish == Wish() else wish


def _is_no_date(line: Line) -> bool:
    return "no date" in line.taken
