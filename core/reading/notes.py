"""Words left for the rider, within a line that says more: `gate code 4321 bol dena`, `call before coming`. Pure."""

from __future__ import annotations

from core.reading.marks import Line
from core.reading.telling import tells_when_there
from core.reading.told import DONE

FACTS = ("variety", "stranger", "unit", "day", "weekday", "part", "pay", "place", "fraction")
ASKING = frozenset({"how", "what", "which", "where", "why", "how long", "how much"})
ANY = frozenset({"koi", "कोई", "any"})
COINS = frozenset({"chutta", "chutte", "chhutta", "chhutte", "khulla", "khulle", "छुट्टा", "छुट्टे", "खुल्ला", "खुल्ले"})
NEARBY = 4  # marks
ASKS_FOR_ONE = ("mention", "lead", "courtesy", "want", "more", "telling", "aux")
SAYING = frozenset({"saying", "that", "ki", "कि", "as"})
DID = frozenset({"ne", "ने"})
LEADS = ("courtesy", "home", "deny", "measure", "want")


def find_note(line: Line, phone: str | None) -> str | None:
    """The words for the rider as typed, taken; several runs of them are one note."""
    asked = _asked_until(line)
    if asked and line.marks[0].words in ASKING:
        return None
    if line.has("coupon"):
        return None  # its code is none of the gate's
    runs: list[str] = []
    for place in range(len(line)):
        if place < asked or not line.free(place, "note") or _is_for_somebody(line, place) or _tells_us(line, place):
            continue
        if _is_paid_there(line, place):
            continue
        if line.at(place, "remove") and line.at(place + 1, "variety"):
            continue  # `leave the alphonso`
        begin, end = _begin(line, place), _end(line, place)
        if _is_told_of(line, begin, end) or _is_why(line, begin, end):
            continue
        line.take(begin, end, "note")
        if end == begin + 1 and line.at(begin, "changes.note"):
            continue  # `note - ring twice`
        begin = _behind_its_lead(line, begin, end)
        if _is_none(line, begin, end):
            continue
        runs.append(line.said(_behind_its_name(line, begin, end), end))
    if not runs and phone is not None and line.has("call"):
        place = next(place for place in range(len(line)) if line.at(place, "call"))
        line.take(place, place + 1, "note")
        runs.append(f"{line.marks[place].words} {phone}")
    return ", ".join(runs) or None


def _asked_until(line: Line) -> int:
    """Where a question that opens the line ends, 0 when none does: what is asked is no note."""
    marked = next((place for place in range(len(line)) if line.at(place, "stop.mark")), None)
    if not line.at(0, "stop.question"):
        return 0
    return marked if marked is not None else 1 if line.marks[0].words in ASKING else 0


def _is_for_somebody(line: Line, place: int) -> bool:
    """`padosi ke liye`, `for my neighbour`: they eat it, and do not take it in."""
    before = place - 1
    while line.at(before, "courtesy.article", "thing"):
        before -= 1
    person = line.at(place, "receiver") and line.marks[before].words == "for" if before >= 0 else False
    if line.marks[place].words == "note" and line.at(place - 1, "of") and line.has("stop.mark", "asking"):
        return True  # `2000 ka note chalega?`
    named = line.at(place, "person.by") and line.at(place - 1, "variety")  # `neelam aunty ko`
    changed = place + 2 < len(line) and line.marks[place + 1].words == "for" and line.marks[place + 2].is_number
    return not changed and (person or named or line.at(place + 1, "for") or line.at(place + 2, "for"))


def _is_paid_there(line: Line, place: int) -> bool:
    """`paise darwaze pe dungi`, `hand over cash`: where or to whom it is paid is no word for the rider."""
    if not line.at(place, "at_door"):
        return False
    near = [
        one for one in range(max(place - NEARBY, 0), min(place + NEARBY, len(line))) if line.at(one, "pay", "paying")
    ]
    alone = line.marks[place].breaks and (place + 1 >= len(line) or line.marks[place + 1].breaks)
    if alone and near and min(near) < place and all(line.at(one, "pay", "want", "only", "paying", "courtesy")
                                                   for one in range(min(near), place)):  # fmt: skip
        return True  # `nakad hi dunga, gate pe`
    return any(not any(line.marks[between].breaks for between in range(min(one, place) + 1, max(one, place) + 1))
               for one in near)  # fmt: skip


def _is_told_of(line: Line, begin: int, end: int) -> bool:
    """`my dog ate the note`, `paise dungi, note mein`: a note that is spoken of, or a bank's, is none for the rider."""
    last = end - 1
    named = line.at(last, "changes.note") and line.at(last - 1, "courtesy.article")
    return named or (line.at(begin, "changes.note") and line.at(begin + 1, "when.word") and line.has("paying", "sum"))


def _is_why(line: Line, begin: int, end: int) -> bool:
    """`not tomorrow, my maid is off`, `no change with me, cannot pay cash`: why something is refused is for nobody."""
    denied = any(line.at(place, "deny") for place in [*range(begin), *range(end, len(line))])
    off = line.at(begin, "receiver") and any(
        line.marks[place].words in {"off", "on leave"} for place in range(begin, end)
    )
    lacks = line.has("pay") and any(line.at(place, "deny") for place in range(begin, end)) and any(
        line.marks[place].words in COINS for place in range(begin, end))  # fmt: skip
    return denied and (off or lacks)


def _tells_us(line: Line, place: int) -> bool:
    """`rate bata dijiye`: it is us who shall tell, not the rider."""
    opens = max((one for one in range(place + 1) if one == 0 or line.marks[one].breaks), default=0)
    thought = range(opens, place)
    named = any(line.at(one, "variety", "stranger") for one in thought) and any(line.at(one, "unit") for one in thought)
    if named and tells_when_there(line, place):
        return True  # `kesar do dozen mil jaye to batana`
    return line.at(place, "telling") and line.has("ask", "rate_word", "how_much", "stop.question")


def _behind_its_name(line: Line, begin: int, end: int) -> int:
    """`note: call before coming` says that it is one; the rider reads the rest."""
    named = begin + 1 < end and line.marks[begin + 1].gap.strip() in {":", "-", "–"}
    return begin + 1 if named and line.at(begin, "changes.note") else begin


def _behind_its_lead(line: Line, begin: int, end: int) -> int:
    """`add a note happy birthday`: what stands before the word for a note only asks for one."""
    named = next((place for place in range(begin, end) if line.at(place, "changes.note")), None)
    leads = named is not None and all(line.at(place, *ASKS_FOR_ONE) for place in range(begin, named))
    if named is None or not leads:
        return begin
    says_it = line.marks[min(named + 1, end - 1)].words in SAYING  # `note ki bell mat bajana`
    return begin if named == begin and not says_it else min(named + 1 + says_it, end)


def _is_none(line: Line, begin: int, end: int) -> bool:
    """`no note`, `koi note nahi`, `note hata do`, `leave it`: a note that is only refused, or dropped, is none."""
    small = all(line.at(place, "changes.note", "deny", "courtesy", "want", "remove") or line.marks[place].words in ANY
                for place in range(begin, end))  # fmt: skip
    return begin == end or (small and any(line.at(place, "deny", "remove") for place in range(begin, end)))


def _begin(line: Line, place: int) -> int:
    begin = place
    while begin > 0 and line.is_free(begin - 1) and not line.marks[begin].breaks:
        before = line.marks[begin - 1]
        if before.is_number and line.at(begin, "of", "home.number") and begin < place:
            return begin - 1  # `500 ka chutta`, `3 number gate se aana`
        if before.is_number or before.means(*FACTS) or (before.meanings and not before.means(*LEADS)):
            break
        begin -= 1
    while begin < place and line.at(begin, "and"):
        begin += 1  # `cash, aur gate code 99`
    return begin


def _end(line: Line, place: int) -> int:
    end = place + 1
    while end < len(line) and line.is_free(end) and not line.marks[end].breaks and not line.at(end, *FACTS):
        if _counts_fruit(line, end):
            break
        end += 1
    return end


def _counts_fruit(line: Line, place: int) -> bool:
    """`padosi ko 2 dozen hapus de dena`: how much of what is no note; `padosi ne 2 dozen mangwaye` is told."""
    if line.marks[place - 1].words in DID and any(DONE & set(mark.words.split()) for mark in line.marks[place:]):
        return False
    counts = line.marks[place].is_number or line.at(place, "number", "fraction")
    return counts and line.at(place + 1, "unit", "fraction", "variety", "stranger", "fruit")
