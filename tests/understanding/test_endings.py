"""Six languages glue endings to their words and spell by ear: what is read of what no lexicon has as it stands."""

from __future__ import annotations

import pytest

from core.reading.book import Book
from core.reading.endings import in_its_words
from core.reading.letters import normalise
from core.reading.tongues import load_tongues
from jamango.understanding.books import demo_shelf
from tests.understanding.reading import read

KESAR = {"variety": "kesar", "count": "1", "unit": "dozen"}


@pytest.fixture(scope="module")
def book() -> Book:
    return demo_shelf().book


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("बुधवारपर्यंत पाठवा", "बुधवार पर्यंत पाठवा"),
        ("shukravarchya sakali pathva", "shukravar sakali pathva"),
        ("મંગળવારથી કેરી મોકલો", "મંગળવાર થી કેરી મોકલો"),
        ("দশটার মধ্যে পাঠান", "দশ টায় মধ্যে পাঠান"),
        ("ಏಳರಿಂದ ಒಂಬತ್ತು ಕಳಿಸಿ", "ಏಳು ರಿಂದ ಒಂಬತ್ತು ಕಳಿಸಿ"),
        ("సోమవారానికి పంపండి", "సోమవారం పంపండి"),
        ("மாலைக்குள்ள அனுப்புங்க", "மாலை குள்ள அனுப்புங்க"),
        ("somavaaramki pampandi", "somavaram pampandi"),
    ],
)
def test_an_ending_is_read_apart_and_a_word_spelt_by_ear_as_the_lexicon_spells_it(
    typed: str, read_as: str, book: Book
) -> None:
    assert " ".join(in_its_words(normalise(typed), book).split()) == normalise(read_as)


@pytest.mark.parametrize(
    "typed", ["2 dozen hapus kal subah", "मुझे एक दर्जन हापुस चाहिए", "Wingte chi la", "kesar palm grove b 1203"]
)
def test_a_line_in_no_further_language_stays_as_it_is(typed: str, book: Book) -> None:
    assert in_its_words(normalise(typed), book) == normalise(typed)


def test_what_agrees_refuses_or_cancels_is_never_told_by_its_sound(book: Book) -> None:
    for typed in ("vaaddu andi pampandi", "raddhu cheyyandii pampandi", "avvunu repu"):
        assert in_its_words(typed, book).split()[0] == typed.split()[0]


def test_a_long_word_that_only_one_language_has_betrays_it() -> None:
    tongues = load_tongues()
    assert tongues.spoken_in(["tarkhela"]) == {"mr"}
    assert tongues.spoken_in(["paramdivse"]) == {"gu"}
    assert not tongues.spoken_in(["kilo"])


@pytest.mark.parametrize(
    ("line", "at", "meaning"),
    [
        # an ending at a day, a part, an hour
        ("बुधवारपर्यंत एक डझन केसर पाठवा", "start", {"items": [KESAR]}),
        ("రేపు ఉదయానికి ఒక డజన్ కేసర్ పంపండి", "start", {"items": [KESAR], "part": "morning"}),
        ("மாலைக்குள்ள ஒரு டஜன் கேசர் அனுப்புங்க", "start", {"items": [KESAR], "part": "evening"}),
        # hundreds that are one word
        ("पाम ग्रोव्ह बी सहाशे चार ला पाठवा", "where", {"home": {"apartment": "palm-grove", "tower": "B", "flat": "604"}}),
        # to beg, and to ask
        ("एक डझन केसर पाठवा ना", "start", {"items": [KESAR]}),
        ("ಕೇಸರ್ ಕೊಡ್ತೀರಾ", "start", {"asks": ["availability"]}),
        # the ways to pay
        ("cash kudukaren", "summary", {"pay": "cash"}),
        ("ಕ್ಯಾಶ್ ಕೊಡ್ತೀನಿ", "summary", {"pay": "cash"}),
    ],
)
def test_what_is_read_of_such_lines(line: str, at: str, meaning: dict[str, object]) -> None:
    said = read(line, at)
    assert {key: said.get(key) for key in meaning} == meaning


@pytest.mark.parametrize("line", ["ठीक आहे धन्यवाद", "thik ache dhonnobad", "సరే థాంక్స్", "சரி நன்றி", "ಸರಿ ಧನ್ಯವಾದ"])
def test_a_nod_beside_thanks_agrees_to_nothing(line: str) -> None:
    assert read(line, "start")["intent"] == "thanks"
