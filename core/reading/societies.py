"""The apartment society that a line names: one of ours, spelt right or nearly, or another. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz, process

from core.reading.book import Book
from core.reading.flats import letter_of
from core.reading.marks import Line, Mark
from core.reading.meaning import Sureness
from core.reading.mistakes import said_before, said_by_mistake
from core.reading.refusing import is_refused
from core.reading.sounds import SHORTEST, sound_of
from core.reading.tokens import TokenKind

VOWEL = re.compile(r"[aeiou]")
FIRSTS_ALIKE = 80  # of 100; `banian` is nearer to a society than to a fruit
PLACES_ALIKE = 87  # of 100


LEADS_TO = frozenset({"to", "at", "in", "from"})


def find_society(line: Line) -> tuple[int | None, Sureness, bool]:
    """The one society named; None with True when what was said may be several."""
    found: dict[int, Sureness] = {}
    places = line.places("place")
    for place in places:
        mark, others = line.marks[place], [(other, other + 1) for other in places if other != place]
        later = next((other for other in places if other > place), place)
        gone = said_by_mistake(line, place, place + 1) or said_before(line, place, place + 1, later)
        if others and (gone or is_refused(line, place, place + 1, others)):
            line.take(place, place + 1, "refused")
        else:
            line.take(place, place + 1, "place")
            found |= {int(value): mark.sureness for value in mark.values("place")}
    if not found:
        found = _find_alike(line)
    if len(found) == 1:
        return (*next(iter(found.items())), True)
    return None, Sureness.UNCLEAR if found else Sureness.SURE, bool(found)


def _find_alike(line: Line) -> dict[int, Sureness]:
    """A society whose name is misspelt, or told by its first word: `plam grov`, `palm`."""
    sounds, firsts = _societies_by_sound(line.book)
    for place in range(len(line)):
        for length in (3, 2, 1):
            run = line.marks[place : place + length]
            if len(run) < length or not all(line.is_free(place + step) for step in range(length)):
                continue
            if not all(mark.kind is TokenKind.WORD for mark in run) or any(
                _is_known(mark) for mark in (run[0], run[-1])
            ):
                continue
            if length > 1 and (letter_of(run[-1]) is not None or run[-1].means("compass", "home.tower")):
                continue  # the tower behind the name, in a script where the name is not known as it stands
            sound = sound_of("".join(mark.words for mark in run).replace(" ", ""))
            if length == 1 and sound in firsts and _is_of_another_name(line, place):
                line.take(place - 1, place + 1 + int(line.is_free(place + 1) and _is_name(line.marks[place + 1:][0])),
                          "elsewhere")  # fmt: skip
                return {}
            ids = firsts.get(sound) if length == 1 else None
            bare = "".join(mark.words for mark in run)
            if not ids and len(bare) >= SHORTEST and bare.isascii() and not VOWEL.search(bare):
                ids = _societies_by_consonants(line.book).get(bare)
            if not ids and length == 1 and run[0].meanings:
                first = process.extractOne(sound, firsts.keys(), scorer=fuzz.ratio, score_cutoff=FIRSTS_ALIKE)
                ids = firsts[first[0]] if first else None
            if not ids and len(sound) > SHORTEST:
                likest = process.extractOne(sound, sounds.keys(), scorer=fuzz.ratio, score_cutoff=PLACES_ALIKE)
                ids = sounds[likest[0]] if likest else None
            if ids:
                line.take(place, place + length, "place")
                return dict.fromkeys(ids, Sureness.LIKELY)
    return {}


def _is_of_another_name(line: Line, place: int) -> bool:
    """`Emaar Palm Hills`: a first word of ours behind one that nobody knows."""
    return place > 0 and line.is_free(place - 1) and not line.marks[place].breaks and _is_name(line.marks[place - 1])


def _is_known(mark: Mark) -> bool:
    """Whether a word is known; a name that was only guessed may be that of a society."""
    return bool(mark.meanings) and mark.sureness is Sureness.SURE


@lru_cache(maxsize=8)
def _societies_by_sound(book: Book) -> tuple[dict[str, frozenset[int]], dict[str, frozenset[int]]]:
    sounds: dict[str, frozenset[int]] = {}
    firsts: dict[str, frozenset[int]] = {}
    for society in book.societies:
        for name in society.names:
            words = name.lower().split()
            for index, sound in ((sounds, sound_of("".join(words))), (firsts, sound_of(words[0]))):
                index[sound] = index.get(sound, frozenset()) | {society.id}
    return sounds, firsts


@lru_cache(maxsize=8)
def _societies_by_consonants(book: Book) -> dict[str, frozenset[int]]:
    """Societies by the consonants of their names and of the first words of those: `tmrnd`, `plmgrv`."""
    bare: dict[str, frozenset[int]] = {}
    for society in book.societies:
        for name in society.names:
            for word in {name.lower().replace(" ", ""), name.lower().split()[0]}:
                bones = VOWEL.sub("", word)
                bare[bones] = bare.get(bones, frozenset()) | {society.id}
    return bare


def find_elsewhere(line: Line, at: str) -> bool:
    """A society or part of town that is none of ours: `Sunrise Apartments`, `green valley me rehte hain`."""
    if "elsewhere" in line.taken:
        return True
    if (at == "where" or line.has("lives")) and _lives_elsewhere(line):
        return True
    for place in line.places("variety"):
        if line.free(place + 1, "estate") and not line.marks[place + 1].breaks:
            line.take(place, place + 2 + int(line.at(place + 2, "society")), "elsewhere")  # `Kesar Heights`
            return True
    if (strangers := _strange_place(line)) is not None:
        line.take(*strangers, "elsewhere")
        return True
    for place, mark in enumerate(line.marks):
        if not line.free(place, "society") or line.at(place, "area"):
            continue
        before = place - 1
        while before >= 0 and line.is_free(before) and _is_name(line.marks[before]) and place - before <= 3:
            before -= 1
        number = mark.words in {"sector", "phase", "सेक्टर"} and place + 1 < len(line) and line.marks[place + 1].is_number
        if before < place - 1 or number:
            line.take(before + 1, place + 1 + int(number), "elsewhere")
            return True
    return False


def _lives_elsewhere(line: Line) -> bool:
    """Where a home is said: names that nobody knows, or the words of an estate or city (`Green Meadows, Thane`)."""
    unknown = [place for place in range(len(line)) if line.is_free(place) and _is_name(line.marks[place])]
    if unknown and not line.has("same", "variety", "stop", "deny", "place", "area"):
        line.take(unknown[0], unknown[-1] + 1, "elsewhere")
        return True
    strangers = line.places("estate", "city")
    if not strangers or line.has("same", "deny", "place", "stop.mark"):
        return False
    line.take(strangers[0] - int(line.is_free(strangers[0] - 1)), strangers[-1] + 1, "elsewhere")
    return True


def _strange_place(line: Line) -> tuple[int, int] | None:
    """Some words that nobody knows where a place is said: `delivery to Green Lake Acres`."""
    if not line.has("society", "when.word", "area"):
        return None
    for begin in range(1, len(line)):
        end = begin
        while end < len(line) and line.is_free(end) and _is_name(line.marks[end]) and line.marks[end].words.isascii():
            end += 1
        leads = line.marks[begin - 1].words in LEADS_TO and line.at(begin - 2, "when.word", "home.intro", "area")
        listed = line.marks[begin].breaks and line.has("society")
        if end - begin >= 2 and (leads or listed):
            return begin, end
    return None


def _is_name(mark: Mark) -> bool:
    return mark.kind is TokenKind.WORD and not mark.meanings and len(mark.words) > 2
