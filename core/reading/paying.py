"""The way to pay that a line chooses, refuses or asks about. Pure."""

from __future__ import annotations

import re

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
HOLDING = frozenset({"have", "use", "using", "used", "got", "any", "carry", "keep", "do", "much", "enough", "working"})
WILL = re.compile(r"(?:ung[ai]|enge|ूंगा|ूंगी|ूँगा|ूँगी|ेंगे)\b")
PAID = frozenset({"kiya tha", "kiya", "diya tha", "diye the", "di thi", "kiye the", "kar diya tha", "किया था",
                  "दिया था", "दिए थे"})  # fmt: skip
WHETHER = frozenset({"kya", "kyaa", "kia", "क्या", "can", "do you", "is"})
ME = frozenset({"mujhe", "hume", "humko", "mereko", "मुझे", "हमें", "i", "we", "se", "hi"})
OURS = frozenset({"i", "we", "maine", "humne", "मैंने", "हमने", "already", "i already", "i have"})
GIVEN = frozenset(
    {"le lena", "lena", "le lo", "lete jana", "milenge", "milega", "hand", "give", "ले लेना", "मिलेंगे", "मिलेगा"}
)
NONE_THEN = frozenset({"nahi hai to", "nahi h to", "nhi hai to", "nahi hai toh", "nahi he to", "nahi ho to", "na ho to",
                       "नहीं है तो", "नहीं हो तो", "ना हो तो", "न हो तो", "if not", "if not available"})  # fmt: skip
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
    said = place > 0 and line.marks[place - 1].words in OURS and line.at(place + 1, "promised")  # `maine upi bola tha`
    return now or said or any(line.at(place + step, "away") for step in (1, 2))


def _cannot(line: Line, place: int) -> bool:
    """`I can't pay cash`, `won't be able to do cash`."""
    before = place - 1
    while before >= 0 and (line.at(before, "paying", "courtesy.article", "do", "make")
                           or line.marks[before].words in ABLE):  # fmt: skip
        before -= 1
    return before >= 0 and line.marks[before].words in CANNOT


def _has_none(line: Line, place: int) -> bool:
    """`sorry no cash today`, `out of cash`, `I don't use upi`, `lost my card`; in `no, cash` the no answers.

    Between what refuses or fails and the way to pay stand only small words, or one that nobody knows.
    """
    strange = 0
    for before in range(place - 1, max(place - 1 - NEARBY, -1), -1):
        mark = line.marks[before]
        if line.marks[before + 1].breaks or mark.means("pay", "fruit", "variety", "unit"):
            return False
        if mark.means("fails.before") or (mark.means("lead.refuse") and mark.words != "no"):
            return True
        if mark.words.split()[-1] == "no":
            return before + 1 == place
        strange += not mark.meanings
        if strange > 1 or not (not mark.meanings or mark.means("courtesy.article", "along", "paying", "do", "thing",
                                                               "make") or mark.words in HOLDING):  # fmt: skip
            return False
    return False


def asks_whether(line: Line) -> bool:
    """`cod nahi hota kya aapke yahan`: it is asked, and not told."""
    return line.has("stop.mark", "asking") or any(mark.words in WHETHER for mark in line.marks)


def _fails(line: Line, place: int) -> bool:
    """`upi band hai`, `my card got blocked`, `upi me balance nahi hai`: of a way to pay it is told, in the same
    thought and before any wish, that it cannot be used."""
    if asks_whether(line) or WILL.search(line.marks[place].words):
        return False
    for after in range(place + 1, min(place + 2 + NEARBY, len(line))):
        mark = line.marks[after]
        if mark.words in NONE_THEN and after == place + 1:
            return True  # `cash nahi hai to gpay`
        if mark.breaks or mark.means("pay", "unit", "variety", "or") or _wants(line, after):
            return False
        if mark.means("fails"):
            return not line.at(after + 1, "deny") or line.marks[after + 1].breaks
        if mark.means("deny.not", "deny.no") and not mark.means("lead.refuse", "remove", "beg"):
            return not line.at(after - 1, "stop.contrast", "make", "answer")
    return False


def _is_told(line: Line, place: int) -> bool:
    """`my wife said cash`, `i would have paid cash`, `haan cash, mazak kar raha hoon`, `cod please, no wait`: what
    others say, what would have been, a joke and what is taken back in the end choose nothing."""
    theirs = line.at(place - 1, "mention") and line.marks[place - 2].words not in OURS if place > 1 else False
    return theirs or line.has("report", "joke") or (len(line) > 1 and line.at(len(line) - 1, "back"))


def _wants(line: Line, place: int) -> bool:
    """A wish to pay so, behind which a no is of something else: `cash dunga khulla nahi hai`."""
    wishes = line.at(place, "want", "courtesy.give", "only", "note", "keep") and line.marks[place].words not in ME
    return wishes and not line.at(place, "fails")


def _was(line: Line, place: int) -> bool:
    """`last time I paid by upi`, `kal gpay kiya tha`: how it was paid before chooses nothing now."""
    beside = [*range(max(place - NEARBY, 0), place), *range(place + 1, min(place + 1 + NEARBY, len(line)))]
    near = [one for one in beside if not any(line.marks[between].breaks for between in
                                             range(min(one, place) + 1, max(one, place) + 1))]  # fmt: skip
    done = any(line.marks[one].words in PAID or (line.marks[one].words == "paid" and line.at(one - 1, "want"))
               for one in near)  # fmt: skip
    return done and not any(line.at(one, "want", "courtesy.give", "only") and line.marks[one].words not in ME
                            for one in near if one > place)  # fmt: skip


def _is_no_way(line: Line, place: int, said: Sentence) -> bool:
    """`koi online hai kya`, `phone pe bola`: a word of paying in what pays nothing."""
    words = line.marks[place].words
    asked = line.at(place + 1, "fits", "asking", "suits", "answer.yes") and line.at(place + 2, "stop.mark")
    asked = asked and len(line) > 4  # `…, B 1203. gpay works?`
    greets = any(span.means({"greet"}) and words in span.words.split() for span in said.spans)
    talks = words == "phone pe" and line.at(place + 1, "mention", "quotes", "telling", "promised", "human")
    return greets or talks or asked


def _pays_at_door(line: Line, said: Sentence) -> bool:
    """`paise aam dekh ke haath me dunga`: money, where it is given, and that somebody gives it."""
    told = line.has("paying") and line.has("at_door") and not said.has("refund", "claim", "complaint", "deny", "ask")
    gives = any(WILL.search(mark.words) or mark.words in GIVEN for mark in line.marks)
    return told and gives and not asks_whether(line) and not line.has("report", "third", "stop.condition")


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
    spots = [place for place in range(len(line)) if line.at(place, "pay") and line.taken[place] in {"", "op"}
             and not _was(line, place) and not _is_no_way(line, place, said)]  # fmt: skip
    ways = {place: line.marks[place].value("pay") or "" for place in spots}
    others = [(place, place + 1) for place in spots]
    refused = [place for place in spots if _is_mistaken(line, place, spots) or _cannot(line, place)
               or _has_none(line, place) or _fails(line, place) or _is_told(line, place)
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
    if _pays_at_door(line, said):
        return "cash", set()
    asked = [span for span in said.spans if span.means({"command.pay"}) and any(link in span.words for link in LINKS)]
    return ("online" if asked and not said.has("deny") else None), set()
