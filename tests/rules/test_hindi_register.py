"""Hindi in one voice: polite requests end in -िए, and each thing has one name, in the chat and in Meta's templates."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "templates"
# Requests in another voice: `करें`, `चुनो`. A question of ours ("कहाँ पहुँचाएँ?") is no request.
SUBJUNCTIVE = re.compile(r"[\u0900-\u0963\u0970-\u097f]+(?:ें|एँ)(?![\u0900-\u0963\u0970-\u097f])")
FAMILIAR = re.compile(r"(?:करो|दो|भेजो|लिखो|चुनो|देखो|बताओ|हटाओ|मिटाओ|बदलो|जोड़ो|रुको)(?![\u0900-\u0963\u0970-\u097f])")
# No requests, though they end like one.
NO_REQUEST = {"हमें", "उन्हें", "इन्हें", "जिन्हें", "बातें", "सूचनाएँ"}
TWO = re.compile(r"(?:एक-|बाकी |सभी |^|\s)दो (?:बार|दर्जन|मिनट|दिन)")
# What is not said → what we say.
ONE_NAME = {
    "भुगतान": "पेमेंट", "संदर्भ": "बैंक रेफ़रेंस नंबर", "व्यक्ति": "दुकान से कोई", "दरवाज़े पर नकद": "डिलीवरी पर नकद",
    "मौसम": "सीज़न", "खाली": "ख़ाली", "रीफंड": "रिफ़ंड", "पन्ना": "पेज", "पन्ने": "पेज", "असुविधा": "तकलीफ़",
    "क्षमा": "माफ़",
}  # fmt: skip


def sentences() -> Iterator[tuple[str, str]]:
    """Every Hindi sentence with where it stands, its placeholders and what people are told to type taken out."""
    for path in sorted((ROOT / "chat" / "hi").glob("*.ftl")):
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


@pytest.mark.parametrize("spoilt", ["a = पेमेंट करें।", "a = नीचे से चुनो", "a = यहाँ चुकाएँ: { $x }"])
def test_another_voice_is_noticed(spoilt: str) -> None:
    assert any(SUBJUNCTIVE.findall(part) or FAMILIAR.findall(part) for _, part in split("x", spoilt))
