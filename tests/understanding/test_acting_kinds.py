"""Kinds of lines that acted wrongly, or that nobody understood: made-up lines of each, in more than one language."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from core.reading.lexicon import load_lexicon
from core.reading.meaning import Doubt
from core.reading.reader import read_line, read_meaning
from core.reading.sentence import read_sentence
from flows.agreeing import agrees_in_another_language
from flows.commands import hear_command
from flows.denied import is_denied
from flows.handover import is_complaint
from flows.optout import is_opt_out, is_opt_out_in_any_language
from tests.understanding.reading import SHELF, fruit, meaning_of

WEDNESDAY, SATURDAY, SUNDAY = date(2026, 5, 20), date(2026, 5, 23), date(2026, 5, 24)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@pytest.mark.parametrize(
    "line",
    [
        "don't add 2 dozen hapus", "please do not add 2 dozen kesar", "never add 2 dozen hapus",
        "don't make kesar 3", "don't add 2", "I don't want 2 dozen hapus", "kesar 1 dozen not needed",
        "2 dozen hapus mat daalo", "2 dozen hapus mat dalna", "2 dozen hapus add mat karo", "2 nahi chahiye",
        "2 darjan kesar nahi chahiye", "kesar 1 dozen mat bhejna", "2 dozen hapus nahi", "mat bhejna 2 dozen hapus",
        "दो दर्जन हापुस मत डालो", "दो दर्जन हापुस मत जोड़ो", "2 dozen hapus nako", "2 dozen hapus beda",
        "2 dozen hapus vendam", "2 dozen hapus vaddu", "2 ડઝન હાફૂસ ના ઉમેરો",
        # nor what is refused of less, and of no number
        "don't remove 1 dozen kesar", "don't reduce kesar by 1", "1 dozen hapus kam mat karo", "kesar kam mat karo",
    ],
)  # fmt: skip
@pytest.mark.parametrize("at", ["start", "cart", "placed"])
def test_what_a_no_refuses_is_not_done_nor_its_opposite(line: str, at: str) -> None:
    meaning = meaning_of(line, at)
    assert is_denied(meaning, read_sentence(line, load_lexicon()), read_line(line, SHELF.book)) or meaning.leftovers


@pytest.mark.parametrize(
    ("line", "items"),
    [
        ("ek bhi kesar nahi chahiye", "remove kesar"), ("kesar nahi chahiye", "remove kesar"),
        ("hapus 1 dozen hata do", "less 1 dozen alphonso"), ("remove 2 dozen hapus", "less 2 dozen alphonso"),
        ("kesar 1 dozen nahi chahiye, 2 dozen chahiye", "2 dozen kesar"), ("no, 2 dozen hapus", "2 dozen alphonso"),
        ("hapus nahi chahiye, langra 2 kilo do", "remove alphonso, 2 kilo langra"),
        ("2 dozen hapus, no kesar", "2 dozen alphonso, remove kesar"), ("don't make it 3, make it 2", "2"),
    ],
)  # fmt: skip
def test_a_no_that_takes_out_or_corrects_still_does(line: str, items: str) -> None:
    assert fruit(line, "cart") == items
    assert Doubt.NEGATION not in meaning_of(line, "cart").doubts


def days_of(line: str, today: date) -> set[date]:
    wish = read_meaning(line, SHELF.book, today, "when").when
    return set(wish.days) if wish else set()


@pytest.mark.parametrize("ahead", range(7))
@pytest.mark.parametrize("which", ["next", "coming", "agle", "अगले", "next week", "agle hafte"])
def test_next_on_its_own_day_is_not_today(ahead: int, which: str) -> None:
    today = WEDNESDAY + timedelta(days=ahead)
    weekday = WEEKDAYS[today.weekday()]
    assert days_of(f"{which} {weekday}", today) == {today + timedelta(days=7)}
    assert days_of(weekday, today) == days_of(f"this {weekday}", today) == {today}


@pytest.mark.parametrize(
    ("line", "today", "day"),
    [
        ("agle shanivar ko", SATURDAY, date(2026, 5, 30)), ("अगले शनिवार", SATURDAY, date(2026, 5, 30)),
        ("aane wale shanivar ko", SATURDAY, date(2026, 5, 30)), ("पुढच्या शनिवारी", SATURDAY, date(2026, 5, 30)),
        ("આવતા શનિવારે", SATURDAY, date(2026, 5, 30)), ("আগামী শনিবার", SATURDAY, date(2026, 5, 30)),
        ("அடுத்த சனிக்கிழமை", SATURDAY, date(2026, 5, 30)), ("వచ్చే శనివారం", SATURDAY, date(2026, 5, 30)),
        ("ಮುಂದಿನ ಶನಿವಾರ", SATURDAY, date(2026, 5, 30)), ("next to next saturday", SATURDAY, date(2026, 6, 6)),
        ("not this saturday, next saturday", SATURDAY, date(2026, 5, 30)),
        ("next saturday", WEDNESDAY, SATURDAY), ("agle shanivar", WEDNESDAY, SATURDAY),
        ("saturday next week", WEDNESDAY, date(2026, 5, 30)), ("agle hafte ke shanivar", WEDNESDAY, date(2026, 5, 30)),
        ("next week monday", SUNDAY, date(2026, 5, 25)),
    ],
)  # fmt: skip
def test_which_day_of_a_name(line: str, today: date, day: date) -> None:
    assert days_of(line, today) == {day}


def test_which_weekend() -> None:
    assert days_of("next weekend", WEDNESDAY) == days_of("weekend", SATURDAY) == {SATURDAY, SUNDAY}
    assert (
        days_of("next weekend", SATURDAY) == days_of("next weekend", SUNDAY) == {date(2026, 5, 30), date(2026, 5, 31)}
    )


@pytest.mark.parametrize(
    "line",
    [
        "2 se 3 kar do", "2 se 3 karo", "2 ko 3 kar do", "२ से ३ कर दो", "do se teen kar do", "दो से तीन कर दो",
        "from 2 to 3", "change 2 to 3", "increase from 2 to 3",
    ],
)  # fmt: skip
def test_from_so_many_to_so_many_is_no_time(line: str) -> None:
    for at in ("cart", "summary"):
        assert fruit(line, at) in {"3", ""}, at
        assert meaning_of(line, at).when is None, at


@pytest.mark.parametrize(
    ("line", "at"),
    [
        ("2 se 3", "when"), ("5 se 7 kar do", "when"), ("5 se 7 kar do", "summary"), ("shaam 5 se 7 kar do", "cart"),
        ("8 se 10 baje kar do", "cart"), ("kal 2 to 3", "cart"),
    ],
)  # fmt: skip
def test_from_hour_to_hour_is_one(line: str, at: str) -> None:
    wish = meaning_of(line, at).when
    assert wish is not None
    assert wish.hours


@pytest.mark.parametrize(
    "line",
    [
        "I am not interested in offers", "no interest in offers", "offers me interest nahi hai", "offer nako",
        "jahirat nako", "mala offer nako", "ऑफर नको", "जाहिरात नको", "मुझे ऑफर में दिलचस्पी नहीं", "offer beda",
        "ಆಫರ್ ಬೇಡ", "offers vendam", "ஆஃபர் வேண்டாம்", "offers vaddu", "ఆఫర్లు వద్దు", "অফার চাই না",
        "ઓફર ના મોકલો", "offer nathi joiti",
    ],
)  # fmt: skip
def test_offers_are_refused_in_every_language(line: str) -> None:
    assert is_opt_out(read_sentence(line, load_lexicon())) or is_opt_out_in_any_language(line)


@pytest.mark.parametrize(
    "line",
    ["hapus nako", "offer kya hai", "ऑफर काय आहे", "offers?", "are there no offers?", "kesar beda", "offer hai kya"],
)
def test_what_refuses_no_offers(line: str) -> None:
    assert not is_opt_out(read_sentence(line, load_lexicon()))
    assert not is_opt_out_in_any_language(line)


@pytest.mark.parametrize(
    ("line", "trigger"),
    [
        ("that will be all", "checks_out"), ("ho gaya", "checks_out"), ("final", "checks_out"),
        ("enough", "checks_out"), ("बस हो गया", "checks_out"), ("empty cart", "empties_cart"),
        ("please empty my cart", "empties_cart"), ("cart khali kar do", "empties_cart"),
        ("टोकरी खाली कीजिए", "empties_cart"), ("wrong address", "changes_home"),
        ("address galat hai", "changes_home"), ("पता ग़लत है", "changes_home"),
    ],
)  # fmt: skip
def test_words_of_command(line: str, trigger: str) -> None:
    heard = hear_command(read_sentence(line, load_lexicon()))
    assert heard is not None
    assert heard.trigger == trigger


@pytest.mark.parametrize(
    "line", ["ho gaya?", "not enough", "cart khali mat karo", "is it final", "don't empty the cart"]
)
def test_what_is_none(line: str) -> None:
    assert hear_command(read_sentence(line, load_lexicon())) is None


@pytest.mark.parametrize(
    "line",
    [
        "quality is bad", "waste mangoes", "fruit fly inside", "fruit flies in the box", "box aadha khali tha",
        "पेटी आधी खाली थी", "not happy", "I am not happy with the mangoes", "khush nahi hu",
    ],
)  # fmt: skip
def test_complaints_are_heard(line: str) -> None:
    assert is_complaint(read_sentence(line, load_lexicon()), has_ordered=True)
    assert meaning_of(line, "placed").intent == "claim"


@pytest.mark.parametrize("line", ["one less", "1 less", "ek kam", "एक कम"])
def test_one_less(line: str) -> None:
    assert fruit(line, "cart") == "less 1"
    assert meaning_of(line, "cart").is_whole


def test_whether_cash_will_do_is_answered() -> None:
    assert meaning_of("cash chalta hai", "summary").asks == ("pay",)


@pytest.mark.parametrize(
    "line", ["next to C-402 bhejo", "opposite C-402", "near B 302", "C-402 ke bagal me bhejo", "in front of C-402"]
)
def test_the_home_beside_is_not_theirs(line: str) -> None:
    home = meaning_of(line, "placed").home
    assert home is None or not home.flat


def test_a_home_near_another_is_its_own() -> None:
    home = meaning_of("palm grove B-302 near C-402", "where").home
    assert home is not None
    assert (home.tower, home.flat) == ("B", "302")


@pytest.mark.parametrize("line", ["no note", "koi note nahi", "note mat likho"])
def test_a_note_that_is_refused_is_none(line: str) -> None:
    assert meaning_of(line, "summary").note is None


@pytest.mark.parametrize(
    ("line", "agrees"),
    [
        ("aama", True), ("ஆமா", True), ("சரி", True), ("hoy", True), ("होय", True), ("हो", True), ("avunu", True),
        ("అవును", True), ("hyan", True), ("হ্যাঁ", True), ("ஆமா வேண்டாம்", False), ("না", False), ("accha", False),
        ("ho?", False), ("হ্যাঁ বাতিল", False), ("நன்றி", False),
    ],
)  # fmt: skip
def test_a_plain_yes_of_every_language(line: str, *, agrees: bool) -> None:
    assert agrees_in_another_language(line) is agrees
