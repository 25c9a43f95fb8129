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


@pytest.mark.parametrize(
    "line",
    [
        # at home already
        "amchyakade ek peti kesar ahe", "माझ्या घरी दोन डझन हापूस आहेत", "mari pase tran darjan kesar che",
        "અમારી પાસે બે પેટી કેસર છે", "amader kache ek dojon kesar ache", "আমাদের কাছে দুই ডজন কেশর আছে",
        "namma hatra ondu dozen kesar ide", "ನಮ್ಮ ಹತ್ರ ಎರಡು ಡಜನ್ ಕೇಸರ್ ಇದೆ", "maa daggara oka dozen kesar undi",
        "మా దగ్గర మూడు డజన్ల కేసర్ ఉన్నాయి", "enga kitta oru dozen kesar irukku", "எங்க கிட்ட ஒரு டஜன் கேசர் இருக்கு",
        # bought, eaten, brought
        "kaal teen dozen kesar magavle", "ગઈકાલે એક પેટી કેસર લીધી", "গতকাল এক ডজন কেশর কিনেছি",
        "ninne ondu dozen kesar tindvi",
        "నిన్న ఒక డజన్ కేసర్ తిన్నాం", "நேத்து ஒரு டஜன் கேசர் வாங்கினோம்",
    ],
)  # fmt: skip
def test_fruit_that_somebody_has_or_had_is_not_ordered(line: str) -> None:
    said = read(line)
    assert said["intent"] == "unknown"
    assert "items" not in said


@pytest.mark.parametrize(
    "line",
    ["ghari pathva ek dozen kesar", "ghare ek darjan kesar moklo", "barite ek dojon kesar pathan",
     "maneli idini ondu dozen kesar kalsi", "intlo unnam oka dozen kesar pampandi",
     "veetla irukken oru dozen kesar anuppunga"],
)  # fmt: skip
def test_what_shall_come_home_is_ordered(line: str) -> None:
    assert read(line)["items"] == [KESAR]


@pytest.mark.parametrize(
    "line",
    ["upi chalat nahiye", "ઓનલાઈન ચાલતું નથી", "gpay cholche na", "upi aagtilla", "cash ledu", "gpay work aagala"],
)
def test_what_cannot_be_used_to_pay_is_not_chosen(line: str) -> None:
    said = read(line, "summary")
    assert "pay" not in said
    assert said["unclear"] == ["payment"]


@pytest.mark.parametrize("ending", ["che", "ahe", "undi", "ide", "irukku"])
@pytest.mark.parametrize("at", ["where", "cart"])
def test_is_behind_a_home_counts_nothing(ending: str, at: str) -> None:
    said = read(f"palm grove b 1203 {ending}", at)
    assert said["home"] == {"apartment": "palm-grove", "tower": "B", "flat": "1203"}
    assert "items" not in said


@pytest.mark.parametrize(
    "line", ["પામ ગ્રોવ બી-1203", "ಪಾಮ್ ಗ್ರೋವ್ ಬಿ 1203", "పామ్ గ్రోవ్ బి-1203", "পাম গ্রোভ বি 1203", "பாம் க்ரோவ் பி 1203"]
)
def test_a_home_is_read_in_every_script(line: str) -> None:
    assert read(line, "where")["home"] == {"apartment": "palm-grove", "tower": "B", "flat": "1203"}


@pytest.mark.parametrize(("line", "intent"), [("હા", "yes"), ("ಹೌದು", "yes"), ("హా", "yes"),
                                              ("ఎంత అయింది", "ask"), ("રોકડા", "part"), ("ನಗದು", "part")])  # fmt: skip
def test_a_word_at_the_question_for_the_address_is_no_place(line: str, intent: str) -> None:
    said = read(line, "where")
    assert said["intent"] == intent
    assert "home" not in said
