"""Hindi in one voice: polite requests end in -िए, and each thing has one name, in chat, pages and Meta's templates."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from core.reading.amounts import read_amount
from core.reading.book import make_book
from core.reading.instructions import read_instruction
from core.reading.lexicon import load_lexicon
from core.reading.sentence import read_sentence
from core.wording import languages
from flows.commands import hear_command

ROOT = Path(__file__).parents[2] / "templates"
# Requests in another voice: `करें`, `चुनो`. A question of ours ("कहाँ पहुँचाएँ?") is no request.
SUBJUNCTIVE = re.compile(r"[\u0900-\u0963\u0970-\u097f]+(?:ें|एँ)(?![\u0900-\u0963\u0970-\u097f])")
FAMILIAR = re.compile(r"(?:करो|दो|भेजो|लिखो|चुनो|देखो|बताओ|हटाओ|मिटाओ|बदलो|जोड़ो|रुको)(?![\u0900-\u0963\u0970-\u097f])")
# No requests, though they end like one.
NO_REQUEST = {"हमें", "उन्हें", "इन्हें", "जिन्हें", "बातें", "सूचनाएँ", "भाषाएँ", "कोशिशें", "ख़बरें", "शिकायतें"}
TWO = re.compile(r"(?:एक-|बाकी |सभी |^|\s)दो (?:बार|दर्जन|मिनट|दिन)")
# What is not said → what we say.
ONE_NAME = {
    "भुगतान": "पेमेंट", "संदर्भ": "बैंक रेफ़रेंस नंबर", "व्यक्ति": "दुकान से कोई", "दरवाज़े पर नकद": "डिलीवरी पर नकद",
    "मौसम": "सीज़न", "खाली": "ख़ाली", "रीफंड": "रिफ़ंड", "पन्ना": "पेज", "पन्ने": "पेज", "असुविधा": "तकलीफ़",
    "क्षमा": "माफ़",
}  # fmt: skip


def sentences() -> Iterator[tuple[str, str]]:
    """Every Hindi sentence with where it stands, its placeholders and what people are told to type taken out."""
    for path in sorted(ROOT.glob("*/hi/*.ftl")):
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        yield from split(path.name, "\n".join(lines))
    for path in sorted((ROOT / "whatsapp").glob("*.toml")):
        yield from split(path.name, tomllib.loads(path.read_text(encoding="utf-8"))["hi"]["body"])


def split(name: str, words: str) -> Iterator[tuple[str, str]]:
    bare = re.sub(r"\{[^{}]*\}|\*[^*\n{}]+\*", " ", words)
    for sentence in re.findall(r"[^।!?;\n]*[।!?;\n]?", bare):
        yield name, sentence.strip()


def test_requests_are_polite_in_one_way() -> None:
    wrong = [
        (name, word) for name, sentence in sentences() if not sentence.endswith("?")
        for word in [*SUBJUNCTIVE.findall(sentence), *FAMILIAR.findall(TWO.sub(" ", sentence))]
        if word not in NO_REQUEST and not word.endswith("में")
    ]  # fmt: skip
    assert wrong == []


@pytest.mark.parametrize("word", ONE_NAME)
def test_each_thing_has_one_name(word: str) -> None:
    found = [
        (name, sentence)
        for name, sentence in sentences()
        if re.search(rf"(?<![\u0900-\u0963\u0970-\u097f]){word}", sentence)
    ]
    assert found == [], f"say {ONE_NAME[word]}"


# The same voice in Latin letters: `likhiye`, not `likho` or `likhein`; our own questions may ask "bhej dein?".
OTHER_VOICE_IN_LATIN = re.compile(
    r"\b(?:kar|de|le|dekh|likh|bhej|chun|bata|hata|ruk|badal|jod|dab|laut|chala|mang)(?:o|ao|ein|ayein|iyega|do|den)\b",
    re.IGNORECASE,
)


def test_hindi_in_latin_letters_has_the_same_voice() -> None:
    wrong = []
    for path in sorted((ROOT / "chat" / "hi-Latn").glob("*.ftl")):
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        wrong += [(part, found) for _, part in split(path.name, "\n".join(lines)) if not part.endswith("?")
                  for found in OTHER_VOICE_IN_LATIN.findall(part)]  # fmt: skip
    assert wrong == []


TAUGHT = re.compile(r"(?:[Tt]ype|[Ww]rite)(?: for example)? \*([^*]+)\*|\*([^*]+)\*(?: बटन)? (?:लिखिए|likhiye)")


@pytest.mark.parametrize("language", languages())
def test_what_we_tell_people_to_type_is_understood(language: str) -> None:
    words = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "chat" / language).glob("*.ftl"))
    taught = {one or other for one, other in TAUGHT.findall(words)}
    assert len(taught) >= 6, "the search finds nothing any more"
    read = {way: read_sentence(way, load_lexicon()) for way in taught}
    lost = [way for way, said in read.items() if hear_command(said) is None and read_amount(said) is None]
    book = make_book((), (), ())  # what only the founder is told to type
    assert [way for way in lost if read_instruction(way, book, (), date(2027, 5, 12)) is None] == []


@pytest.mark.parametrize("spoilt", ["a = पेमेंट करें।", "a = नीचे से चुनो", "a = यहाँ चुकाएँ: { $x }"])
def test_another_voice_is_noticed(spoilt: str) -> None:
    assert any(SUBJUNCTIVE.findall(part) or FAMILIAR.findall(part) for _, part in split("x", spoilt))
