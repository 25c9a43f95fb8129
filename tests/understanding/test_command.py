"""`jamango understand`: a line word by word, the same as JSON, and a corpus measured."""

from __future__ import annotations

import json
from pathlib import Path
from typing import get_args

import pytest
from typer.testing import CliRunner

from core.errors import Fault
from core.reading.marks import Taker
from jamango.cli import app
from jamango.understanding.explain import TAKEN
from tests.support.clusters import current_settings

LINE = "2 doz hapus kal subah B-1203 cod"


@pytest.fixture(autouse=True)
def without_a_shop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JAMANGO_DATABASE_URL", raising=False)
    current_settings()


def test_a_line_is_explained_word_by_word_and_as_a_whole() -> None:
    said = CliRunner().invoke(app, ["understand", LINE]).output
    assert "the demo shop's names" in said
    assert "hapus  a name of fruit" in said
    assert "items: variety alphonso, count 2, unit dozen" in said
    assert "home: tower B, flat 1203" in said


@pytest.mark.parametrize(
    ("line", "what"),
    [("5 kg langra received", "only told"), ("next to C-402 palm grove, 2 dz hapus", "a place near by"),
     ("tower B palm grove", "a society of ours")],
)  # fmt: skip
def test_a_word_is_explained_whatever_it_went_into(line: str, what: str) -> None:
    assert what in CliRunner().invoke(app, ["understand", line]).output


def test_there_is_a_word_for_everything_that_a_word_may_go_into() -> None:
    assert set(TAKEN) == set(get_args(Taker))


def test_the_meaning_as_json() -> None:
    said = json.loads(CliRunner().invoke(app, ["understand", LINE, "--json"]).output)
    assert (said["intent"], said["pay"], said["whole"]) == ("order", "cash", True)


def test_a_corpus_unknown_to_us_is_measured_with_the_confusion_of_each_miss(tmp_path: Path) -> None:
    rows = [{"text": "kesar 2 dozen", "class": "gap", "language": "en", "meaning": {"intent": "order", "items": [
                {"variety": "kesar", "count": "2", "unit": "dozen"}]}},
            {"text": "thanks", "class": "new", "language": "en", "meaning": {"intent": "yes"}}]  # fmt: skip
    corpus = tmp_path / "lines.jsonl"
    corpus.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    said = CliRunner().invoke(app, ["understand", "--corpus", str(corpus)]).output
    assert "| all | 2 | 100.0 % | 50.0 % | 0 |" in said
    assert 'intent: "yes" → "thanks"' in said
    assert "| new | 1 |" in said


@pytest.mark.parametrize("words", [["understand"], ["understand", "--corpus", "nowhere.jsonl"]])
def test_what_is_missing_is_told_in_a_sentence(words: list[str]) -> None:
    assert isinstance(CliRunner().invoke(app, words).exception, Fault)
