"""Lines that want nothing though they name a day, fruit or a rider: what is told, and chatter. Pure."""

from __future__ import annotations

from core.reading.changing import EMPTY_HANDED
from core.reading.facts import Facts
from core.reading.meaning import Change, Doubt
from core.reading.told import TOLD

# What says of a day that it is the day of delivery, and what stands beside any day.
COMING = ("courtesy.give", "want", "topic.time", "coming", "suits", "make", "do.it")
SMALL = ("courtesy", "answer", "deny", "day", "weekday", "part", "number", "near", "span", "only", "and", "or", "thing",
         "when", "clock", "fits", "if_so")  # fmt: skip
STRANGE = 3  # words that nobody knows
LONG_ENOUGH = 5  # marks
STATES = frozenset({"is", "are", "was", "were", "has", "had", "hai", "hain", "tha", "thi", "the", "hota", "hoti",
                    "hote", "है", "हैं", "था", "थी", "थे", "होता", "होती", "होते"})  # fmt: skip


def only_tells(facts: Facts) -> bool:
    """`I have 2 dozen hapus at home already`, `pichle saal 2 peti li thi`: what is told (told.py) is all there is."""
    wants = facts.goods.items or facts.has_parts or facts.wishes
    asks = facts.asks and any(not what and not mark.means("courtesy", "along")
                              for mark, what in zip(facts.line.marks, facts.line.taken, strict=True))  # fmt: skip
    friendly = facts.says("thanks.thanks", "praise") and not facts.goods.items
    return TOLD in facts.line.taken and not wants and not asks and not friendly


def only_chats(facts: Facts) -> bool:
    """`aaj garmi bahut hai`, `raining here today`: a day that no window is asked for, beside words of other things."""
    times, line = facts.times, facts.line
    refuses = times.refused is not None and facts.at not in EMPTY_HANDED
    asked = facts.at not in {*EMPTY_HANDED, "cart", "regular"} or refuses
    if facts.note and facts.at in EMPTY_HANDED and not (facts.home or facts.payment or facts.phone or asked):
        return _strange(facts) > 0 or _tells_of_people(facts)
    told = asked or facts.home or facts.payment or facts.note or facts.phone or Doubt.PAYMENT in facts.doubts
    wished = times.wanted or times.refused
    if told or wished is None or wished.hours or line.has(*COMING):
        return False
    return any(not what and not mark.means(*SMALL) for mark, what in zip(line.marks, line.taken, strict=True))


def _tells_of_people(facts: Facts) -> bool:
    """`ghar pe sab so rahe hain, akele baithi hu`: nothing in it is to be done."""
    return not facts.line.has("courtesy.give", "do.it", "call", "telling", "deny", "make", "changes.note")


def only_names(facts: Facts) -> bool:
    """`bete ka project hai, langra dasheri ke naam likhne hain`: fruit is named, uncounted, among words of other things
    and none of wanting."""
    plain = not any(item.count or item.unit or item.change is not Change.SET for item in facts.goods.items)
    further = facts.line.book.tongues.spoken_in([mark.words for mark in facts.line.marks])
    return plain and not further and _strange(facts) >= STRANGE and not wants_in_words(facts) and not facts.has_parts


def wants_in_words(facts: Facts) -> bool:
    return any(mark.means("want", "courtesy.give") and not mark.means("thing") and mark.words not in {"i", "we"}
               for mark in facts.line.marks)  # fmt: skip


def only_states(facts: Facts) -> bool:
    """`langra is a funny name for a fruit`, `meri beti ka naam kesar hai`: where nothing is chosen, it is said how
    something is or was; nothing is counted, wanted, asked or told of a home or of paying."""
    line, times = facts.line, facts.times.wanted
    if facts.at not in EMPTY_HANDED or len(line) < LONG_ENOUGH or facts.is_question or not _says_how_it_is(facts):
        return False
    found = facts.home or facts.payment or facts.phone or facts.sums or Doubt.PAYMENT in facts.doubts
    dated = times is not None and bool(times.hours or times.near)
    counted = any(item.count or item.change is not Change.SET or item.instead_of for item in facts.goods.items)
    if found or dated or counted or wants_in_words(facts) or line.has(*COMING, "same", "likes", "people", "describes"):
        return False
    asks = facts.asks and (facts.goods.items or set(facts.asks) != {"unknown"})
    told = asks or facts.says("thanks", "track", "claim", "praise", "waits", "still")
    return bool(facts.goods.items or times or facts.note) and not told


def _says_how_it_is(facts: Facts) -> bool:
    """Whether a word of being stands in the line behind its first word, and a word that nobody knows."""
    marks = facts.line.marks
    being = any(mark.words in STATES or mark.means("past") for mark in marks[1:])
    return being and (_strange(facts) > 0 or facts.line.has("person", "along"))


def _strange(facts: Facts) -> int:
    """How many words nobody knows."""
    return sum(not mark.meanings and not what
               for mark, what in zip(facts.line.marks, facts.line.taken, strict=True))  # fmt: skip
