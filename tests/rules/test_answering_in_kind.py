"""The language we answer in, line by line of a chat: what chooses it, what switches it, and what leaves it alone."""

from __future__ import annotations

import pytest

from core.reading.language import Spoken
from flows.language import Answering, follow, spoken_in
from flows.memory import ChosenBy

NEW = Answering("en")


def answered(*lines: str, now: Answering = NEW) -> list[str]:
    """The language of the answer to each line of a new chat."""
    languages = []
    for place, line in enumerate(lines):
        now = follow(now, spoken_in(line), first=place == 0)
        languages.append(now.language)
    return languages


@pytest.mark.parametrize(
    ("lines", "languages"),
    [
        (["kesar ka bhav kya hai", "2 dozen", "ok"], ["hi-Latn", "hi-Latn", "hi-Latn"]),
        (["आम चाहिए", "केसर"], ["hi", "hi"]),
        (["I want mangoes", "kesar bhej do", "kal subah dena"], ["en", "en", "hi-Latn"]),
        (["hi", "kesar bhej do", "kal subah dena"], ["en", "en", "hi-Latn"]),
        (["hi", "केसर चाहिए", "कल सुबह"], ["en", "en", "hi"]),
        (["आम चाहिए", "kesar bhej do", "kal subah dena", "कल", "आज"], ["hi", "hi", "hi-Latn", "hi-Latn", "hi"]),
        (["namaste bhaiya, aam chahiye", "what do you have", "when will you send it"], ["hi-Latn", "hi-Latn", "en"]),
        # One line of it is not two, also when a clear one of the present language stands between.
        (["I want mangoes", "kesar bhej do", "when do you deliver", "kal subah dena"], ["en"] * 4),
        # Two other languages are not one twice.
        (["I want mangoes", "kesar bhej do", "कल सुबह"], ["en"] * 3),
        # What tells nothing does not come between.
        (["I want mangoes", "kesar bhej do", "2 dozen", "thanks", "kal subah dena"], ["en"] * 4 + ["hi-Latn"]),
        # Words that everybody borrows switch nothing.
        (["kesar ka bhav kya hai", "thanks", "my order", "please", "tomorrow"], ["hi-Latn"] * 5),
        (["I want mangoes", "ji", "bhaiya", "hapus", "namaskar"], ["en"] * 5),
    ],
)  # fmt: skip
def test_first_words_choose_and_two_clear_lines_in_a_row_switch(lines: list[str], languages: list[str]) -> None:
    assert answered(*lines) == languages


@pytest.mark.parametrize(
    ("lines", "language"),
    [
        (["उद्या सकाळी दोन डझन हापूस पाठवा", "B-1203", "किती झाले", "रोख"], "hi"),
        (["udya sakali don dozen pathva", "rate kay aahe please", "hapus nako, what else", "kadhi yenar"], "hi-Latn"),
        (["be dozen kesar kale moklo", "when will you send, kyare aavse", "rate list moklo please"], "hi-Latn"),
        (["repu rendu dozen kavali", "kesar bhej do andi", "naaku repu kavali ji", "entha"], "en"),
        (["ನಾಳೆ ಎರಡು ಡಜನ್ ಬೇಕು", "kesar beku, kal", "ಬಾದಾಮಿ ಬೇಕು"], "en"),
        (["ನಾಳೆ kesar bhejo bhaiya", "ಎರಡು ಡಜನ್ ಬೇಕು", "ಎಷ್ಟು"], "hi-Latn"),
        (["কাল সকালে দুই ডজন পাঠান", "amake ekta dao"], "en"),
        (["naalaiku rendu dozen venum", "kesar irukka bhai, kitna"], "en"),
    ],
)  # fmt: skip
def test_who_writes_another_language_gets_the_nearest_and_it_stays(lines: list[str], language: str) -> None:
    assert answered(*lines) == [language] * len(lines)


def test_who_greets_first_and_then_writes_another_language_gets_its_nearest_too() -> None:
    assert answered("hi", "udya don dozen pathva", "rate kay aahe", "kadhi yenar") == ["en", "en", "hi-Latn", "hi-Latn"]


def test_a_language_that_was_asked_for_stays() -> None:
    picked = Answering("hi", ChosenBy.PICK)
    assert answered("what do you have", "when will you send it", "kal bhej do", "kab aayega", now=picked) == ["hi"] * 4


def test_words_that_tell_nothing_leave_all_as_it_was() -> None:
    now = Answering("en", ChosenBy.WORDS, heard="hi")
    assert follow(now, Spoken(None), first=False) == now
