"""What a line only tells: fruit that somebody has or had, a price elsewhere, a dream, a report. Pure.

Each thought of a line is looked at for itself. One that tells and wants nothing is passed over, with its fruit, its
amounts, its days and its way to pay; the rest of the line is read without it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from core.reading.changing import EMPTY_HANDED
from core.reading.lexicon import words_of
from core.reading.marks import Line
from core.reading.tallies import has_arrived

TOLD: Final = "told"
NAMED = ("variety", "stranger")
CONTENT = ("variety", "stranger", "fruit", "unit")
# What says by itself that a thought is over, somewhere else or made up; and what does beside a word of being there.
TELLING = ("had", "report")
STANDING = ("own", "market")
WISHING = ("want", "courtesy.give", "courtesy.please", "do.it", "change.remove", "remove", "make", "swap.after",
           "swap.before", "swap.with", "swap.new", "alter", "cancel", "postpone", "same", "alike",
           "this_time")  # fmt: skip
# Of which a wish is only the beginning, or which stands in every sentence.
NO_WISH = frozenset({"i", "we", "order", "mujhe", "hume", "humko", "mereko", "मुझे", "हमें", "have", "par", "take"})
ASKING = ("asking", "stop.mark", "which", "when_where", "how_much")
BEING = frozenset({"hai", "hain", "h", "he", "tha", "thi", "is", "are", "was", "were", "has", "have", "had", "nahi hai",
                   "है", "हैं", "था", "थी", "थे"})  # fmt: skip
ENGLISH = frozenset({"is", "are", "was", "were", "has", "have", "had"})
LEFT = frozenset({"bacha", "bache", "bachi", "bachey", "बचा", "बचे", "बची"})
DOERS = frozenset({"ne", "maine", "mene", "humne", "hamne", "usne", "unhone", "kisine", "sabne", "ने", "मैंने", "हमने",
                   "उसने", "उन्होंने", "सबने"})  # fmt: skip
DONE = frozenset(
    {
        "mangwaye",
        "mangwaya",
        "mangwayi",
        "mangaye",
        "mangaya",
        "mangayi",
        "kharide",
        "kharida",
        "kharidi",
        "khareede",
        "khareeda",
        "मँगवाए",
        "मँगवाया",
        "मँगवाई",
        "मंगवाए",
        "मंगवाया",
        "मंगवाई",
        "मँगाए",
        "मंगाए",
        "खरीदे",
        "ख़रीदे",
        "खरीदा",
        "liye",
        "li",
        "liya",
        "liyaa",
        "lie",
        "mangwa liye",
        "लिए",
        "ली",
        "लिया",
        "लिये",
    }
)
ENDED = frozenset({"tha", "thi", "the", "gaya", "gayi", "gaye", "gya", "gye", "था", "थी", "थे", "गया", "गई", "गए"})
OTHERS = frozenset({"cousin", "cousins", "neighbour", "neighbor", "friend", "colleague", "aunty", "uncle"})
HOLDING = frozenset({"have", "has", "had", "got"})
# What begins another thought where nothing stands between: `I have hapus so send kesar`.
TURNS = frozenset({"but", "so", "now", "lekin", "magar", "isliye", "isiliye", "ab", "phir", "fir", "लेकिन", "मगर",
                   "इसलिए", "अब", "फिर"})  # fmt: skip
# What does so only behind a word that closes one: `ghar me hapus hai to kesar bhejo`.
TURNS_BEHIND = frozenset({"to", "toh", "then", "तो"})
JOINS = frozenset({"and", "aur", "or", "और", "&", "+", "bhi"})
CLAIMING = ("claim", "complaint", "paying", "paid", "refund", "promised", "less")
AMOUNTS = ("number", "fraction", "unit", "of", "vague", "courtesy.article", "already")
PRAISING = ("courtesy.praise", "praise", "thanks", "suits")
SMALL = ("courtesy", "of", "along", "is", "and", "answer")


def take_told(line: Line, at: str) -> None:
    """Takes the thoughts that only tell. Where something is in a cart or ordered, such words are of that."""
    names = {mark.value("variety") for mark in line.marks if mark.means("variety")}
    if at not in EMPTY_HANDED or line.has(*CLAIMING):
        return
    compares = len(names) > 1 and line.has("past")
    told: list[range] = []
    thoughts = thoughts_of(line)
    for thought in thoughts:
        if len(thoughts) > 1 and _puts_off(line, thought):
            line.take(thought.start, thought.stop, "along")
    for thought in thoughts:
        follows = bool(told) and told[-1].stop == thought.start and _goes_on(line, told[-1], thought)
        if _praises(line, thought) if compares else follows or _tells(line, thought):
            told.append(thought)
    passed = {place for thought in told for place in thought}
    left = [place for place in range(len(line)) if place not in passed]
    needed = any(line.at(place, "unit") for place in left) and not any(line.at(place, *NAMED) for place in left)
    for place in passed:
        if not (needed and line.at(place, *NAMED)):
            line.take(place, place + 1, TOLD)


def told_beside(line: Line) -> tuple[str, ...]:
    """The words of the thoughts that only tell, where they are not passed over: beside them nothing is sure."""
    return tuple(line.marks[place].words for thought in thoughts_of(line) if _tells(line, thought) for place in thought)


def thoughts_of(line: Line) -> list[range]:
    """The places of each thought, parted by what stands between and by words that turn to something else."""
    begins = [place for place, mark in enumerate(line.marks)
              if place == 0 or mark.breaks or line.at(place - 1, "stop.mark") or _turns(line, place)]  # fmt: skip
    return [range(begin, end) for begin, end in pairwise([*begins, len(line)])]


def _turns(line: Line, place: int) -> bool:
    words = line.marks[place].words
    closed = line.at(place - 1, *TELLING) or _is(line, place - 1)
    return words in TURNS or ((words in TURNS_BEHIND or words in JOINS) and closed)


def _tells(line: Line, thought: Sequence[int]) -> bool:
    def says(*patterns: str) -> bool:
        return any(line.at(place, *patterns) for place in thought)

    others = says("market", "third") or any(line.marks[place].words in OTHERS for place in thought)
    if says("report.if") or (others and says("sells") and not says("how_much", "want", "courtesy.give")):
        return says(*CONTENT)
    theirs = others or line.has("third")
    if theirs and line.has("had", "market", "stop.contrast") and any(_was_wanted(line, place) for place in thought):
        return says(*CONTENT)
    if (
        says("people", "occasion")
        or not says(*CONTENT)
        or _wishes(line, thought)
        or any(_asks(line, one) for one in thought)
    ):
        return False
    if (says(*STANDING) and _stands(line, thought)) or any(_is_left(line, place) for place in thought):
        return True
    came = any(has_arrived(line, place) for place in thought) and any(
        line.marks[place].is_number or line.at(place, "number", "fraction", "unit") for place in thought)  # fmt: skip
    ordered = says("ordered") and line.has("came")  # `ordered 3 kg, got 2`
    return came or ordered or says(*TELLING) or _took(line, thought) or _holds(line, thought) or _was(line, thought)


def _was(line: Line, thought: Sequence[int]) -> bool:
    """Whether it ends in the past: `didi ke yahan se teen peti aam aaya tha`."""
    last = next((place for place in reversed(thought) if not line.at(place, "own", "third")), thought[0])
    return line.marks[last].words in ENDED and len(thought) > 3


def _was_wanted(line: Line, place: int) -> bool:
    """`padosan ko 2 kilo langra chahiye tha par usne le liya`: the wanting is over."""
    behind = line.marks[place].words.split()[-1], line.marks[min(place + 1, len(line) - 1)].words
    return line.at(place, "want") and not ENDED.isdisjoint(behind)


def _praises(line: Line, thought: Sequence[int]) -> bool:
    """`kal wale hapus mast the`, `the kesar last week was lovely`: it is over and was good, and nothing is wished."""
    over = line.marks[thought[-1]].words in ENDED or any(line.marks[place].words in ENGLISH for place in thought)
    wishes = any(line.at(place, *WISHING) and not line.at(place, "past") for place in thought)
    return (
        over
        and not wishes
        and any(line.at(place, *PRAISING) for place in thought)
        and any(line.at(place, "past") for place in thought)
        and not any(line.at(place, "stop.mark") for place in thought)
    )


def _puts_off(line: Line, thought: Sequence[int]) -> bool:
    """`baaki kal bataungi`: when it is told, and not when it is wanted."""
    return any(line.at(place, "postpone") for place in thought) and not any(
        line.at(place, *CONTENT, "pay", "place", "home", "number") or line.marks[place].is_number for place in thought
    )


def _stands(line: Line, thought: Sequence[int]) -> bool:
    """Whether its fruit is said to be there, or sold: in Hindi behind it, in English anywhere."""
    last = max((place for place in thought if line.at(place, *CONTENT)), default=thought[0])
    return any(line.at(place, "sells") or (_is(line, place) and (place > last or line.marks[place].words in ENGLISH))
               for place in thought)  # fmt: skip


def _asks(line: Line, place: int) -> bool:
    words = line.marks[place].words
    if _is_left(line, place) or has_arrived(line, place):
        return False
    return line.at(place, *ASKING) or words == "ya" or (line.at(place, "stop.question") and not _is(line, place))


def _is_left(line: Line, place: int) -> bool:
    """`ghar me do darjan bache hai`, `1 peti kesar bachi hai`: where or how much is told, and not asked."""
    told = line.has("own", "number", "unit") or any(mark.is_number for mark in line.marks)
    words = line.marks[place].words.split()
    return words[0] in LEFT and told and (len(words) > 1 or (place + 1 < len(line) and _is(line, place + 1)))


def _is(line: Line, place: int) -> bool:
    """A word of being or having; `the` is one at the end of a thought alone (marks.py)."""
    words = line.marks[place].words
    return line.at(place, "being") or words in BEING or (words == "the" and line.at(place, "past"))


def _wishes(line: Line, thought: Sequence[int]) -> bool:
    return any(line.at(place, *WISHING) and line.marks[place].words not in NO_WISH and not line.at(place, "had")
               and not _counts(line, place) for place in thought)  # fmt: skip


def _counts(line: Line, place: int) -> bool:
    """`do darjan`: two, and no giving."""
    return line.at(place, "number") and line.at(place + 1, "unit", "variety", "stranger", "fruit")


def _holds(line: Line, thought: Sequence[int]) -> bool:
    """`I have 2 dozen hapus`, `my neighbour got some kesar`: whose it is, that it is held, and at once what."""
    for place in thought[1:]:
        if line.marks[place].words in HOLDING and line.marks[place - 1].words.split()[-1] in words_of("holders"):
            after = place + 1
            while after in thought and (line.marks[after].is_number or line.at(after, *AMOUNTS)):
                after += 1
            return after > place + 1 and (line.at(after, *CONTENT) or line.at(after - 1, "unit"))
    return False


def _took(line: Line, thought: Sequence[int]) -> bool:
    """`padosi ne do darjan kesar liye`: who did it, and that it is done."""
    last = max((place for place in thought if line.at(place, *CONTENT)), default=thought[0])
    done = any(line.marks[place].words.split()[-1] in DONE for place in thought
               if place > last and (not line.at(place, "for") or (
                   place == thought[-1] and " " not in line.marks[place].words)))  # fmt: skip
    return done and any(line.marks[place].words.split()[-1] in DOERS for place in thought)


def _goes_on(line: Line, told: Sequence[int], thought: Sequence[int]) -> bool:
    """Whether a thought goes on to tell: it is joined to one that does and wants nothing, or a report was begun."""
    if line.marks[thought[0]].words in JOINS and _is_bare(line, thought):
        return True
    if line.marks[thought[0]].words in TURNS:
        return False
    joined = line.marks[thought[0]].words in JOINS or any(line.at(place, "report") for place in told)
    quiet = not _wishes(line, thought) and not any(_asks(line, place) for place in thought)
    return joined and quiet and not any(line.at(place, "pay", "place", "day") for place in thought)


def _is_bare(line: Line, thought: Sequence[int]) -> bool:
    """Whether it only names and counts more of the same."""
    return all(line.at(place, *CONTENT, "number", "fraction", *SMALL) or line.marks[place].is_number
               for place in thought)  # fmt: skip
