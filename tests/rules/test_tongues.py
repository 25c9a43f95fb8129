"""The languages besides English and Hindi: when they are heard, what each must be able to say, and what none may do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.errors import Fault
from core.reading.language import script_of
from core.reading.letters import normalise
from core.reading.lexicon import FOLDER, read_file, split_way
from core.reading.tokens import tokenise
from core.reading.tongues import Tongue, Tongues, load_tongues, problems_of

TONGUES = load_tongues()
OTHERS = sorted(TONGUES.others)
CORPUS = Path(__file__).parents[1] / "understanding/open.jsonl"
# What a shop's customer says in every language, in its own script and in Latin letters.
NEEDED = {
    *(f"number.{number}" for number in (*range(1, 21), 30, 40, 50)),
    *(f"fraction.{part}" for part in ("1/2", "1/4", "3/4", "5/4", "3/2", "5/2")),
    *(f"unit.{unit}" for unit in ("dozen", "kilo", "box")),
    *(f"day.{day}" for day in range(3)), *(f"weekday.{day}" for day in range(7)),
    "part.morning", "part.afternoon", "part.evening", "part.night", "clock.oclock", "near.after", "near.before",
    "want.want", "fruit.fruit", "courtesy.please", "courtesy.address", "courtesy.thanks", "courtesy.greet",
    "courtesy.article", "answer.yes", "do.it", "deny.no", "deny.not", "stop.question", "stop.doubt", "stop.contrast",
    "swap.after", "more.more", "less.less", "remove.remove", "only.only", "make.make", "pay.cash", "pay.online",
    "command.menu", "command.cart", "command.orders", "command.help", "command.stop", "command.change-address",
    "command.change-slot", "human.human", "track.track", "cancel.cancel", "refund.refund", "bill.bill", "same.same",
    "claim.bad", "claim.missing", "claim.late", "claim.want", "ask.rate", "ask.availability", "ask.best", "ask.ripe",
    "ask.fee", "ask.area", "ask.windows", "ask.where", "ask.pay", "ask.season", "ask.total", "ask.unknown",
}  # fmt: skip
LINES = {
    "mr": ["hapus cha rate kay aahe", "payri milel ka 2 dozen", "udya nako parva pathva", "पायरी आहे का"],
    "gu": ["kesar no su bhav che joiye", "kale nahi param divse", "ha barabar che", "કેસર બે ડઝન"],
    "bn": ["tin kilo langra porshu bikele din", "himsagar ache ki", "dhonnobad dada", "আম পচা ছিল"],
    "kn": ["kesar rate eshtu", "malgova siguttha 2 kg", "tumba chennagittu", "ಒಂದು ಬಾಕ್ಸ್ ರಸಪುರಿ ಕಳಿಸಿ"],
    "te": ["banganapalli rate entha", "kesar vaddu banganapalli ivvandi", "avunu sare", "ఒక బాక్స్ పంపండి"],
    "ta": ["malgova irukka", "rendu dozen banganapalli venum", "aama seri", "௩ கிலோ பங்கனப்பள்ளி"],
}


def spoken_in(line: str) -> frozenset[str]:
    return TONGUES.spoken_in([token.text for token in tokenise(line)])


@pytest.mark.parametrize(("language", "line"), [(code, line) for code, lines in LINES.items() for line in lines])
def test_a_line_is_heard_in_the_language_that_most_of_its_words_betray(language: str, line: str) -> None:
    assert spoken_in(line) == {language}


def test_no_line_of_english_or_hindi_is_heard_in_another_language() -> None:
    rows = [json.loads(row) for row in CORPUS.read_text(encoding="utf-8").splitlines()]
    assert not {row["text"]: spoken_in(row["text"]) for row in rows
                if row["language"] in {"en", "hi", "hi-Latn"} and spoken_in(row["text"])}  # fmt: skip


@pytest.mark.parametrize("language", OTHERS)
def test_each_language_says_what_a_customer_needs_in_its_script_and_in_latin_letters(language: str) -> None:
    said = {"LATIN": set[str](), read_file(FOLDER / f"{language}.toml")["about"]["writing"]: set[str]()}
    for way, meanings in TONGUES.others[language].ways.items():
        said.setdefault(script_of(" ".join(way)) or "", set()).update(meanings)
    missing = {script: NEEDED - meanings for script, meanings in said.items()}
    assert not {script: sorted(meanings) for script, meanings in missing.items() if meanings}


@pytest.mark.parametrize("zero", "०૦০೦౦௦", ids=["mr", "gu", "bn", "kn", "te", "ta"])
def test_native_numerals_are_digits(zero: str) -> None:
    assert normalise("".join(chr(ord(zero) + digit) for digit in range(10))) == "0123456789"


def test_a_short_word_means_another_thing_where_its_language_is_betrayed() -> None:
    everyday, gujarati = TONGUES.lexicon(), TONGUES.lexicon(spoken_in("be peti moklo"))
    assert ("be",) not in everyday.ways
    assert gujarati.ways["be",] == {"number.2"}
    assert everyday.ways["che",] == {"number.6"}
    assert gujarati.ways["che",] == {"courtesy.article"}


@pytest.mark.parametrize(
    ("ways", "betraying", "problem"),
    [
        ({"no": "courtesy.article"}, "", "refuses in a language of every day"),
        ({"xyz": "deny.no", "xyz karo": "do.it"}, "", "holds 'xyz', which refuses"),
        ({"kal": "unit.box"}, "kal", "a word of every day"),
        ({"himsagar": "unit.box"}, "himsagar", "the name of a mango"),
        ({"arai": "fraction.5/2"}, "arai", "means something else in ta"),
    ],
)
def test_a_language_may_not(ways: dict[str, str], betraying: str, problem: str) -> None:
    planted = Tongue(
        {split_way(way): frozenset({meaning}) for way, meaning in ways.items()},
        frozenset(),
        frozenset(betraying.split()),
    )
    tongues = Tongues(TONGUES.everyday, {"xx": planted, "ta": TONGUES.others["ta"]}, TONGUES.strangers)
    assert [found for found in problems_of(tongues) if problem in found]


def test_the_names_of_other_mangoes_are_no_words_of_every_day() -> None:
    everyday = TONGUES.lexicon().ways
    assert not [way for way in TONGUES.strangers if way in everyday]
    assert len({meaning for meanings in TONGUES.strangers.values() for meaning in meanings}) >= 30


def test_a_lexicon_with_a_fault_is_refused_when_it_is_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.reading.tongues.problems_of", lambda _: ["xx: 'no' is lost"])
    with pytest.raises(Fault, match="'no' is lost"):
        load_tongues.__wrapped__()
