"""The corpus is well formed: known keys, the demo shop's names, no line twice, and every class has its share."""

from __future__ import annotations

import gzip
import hashlib
import json
import tomllib
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

from core.reading.meaning import Change, Doubt, Intent

ROOT = Path(__file__).parents[2]
CATALOG = tomllib.loads((ROOT / "templates/demo/catalog.toml").read_text(encoding="utf-8"))
VARIETIES = {variety["slug"] for variety in CATALOG["varieties"]}
APARTMENTS = {apartment["slug"] for apartment in CATALOG["apartments"]}
LANGUAGES = {"en", "hi", "hi-Latn", "mr", "gu", "bn", "kn", "te", "ta"}
PLACES = {"start", "menu", "cart", "where", "when", "summary", "placed", "regular"}
UNITS = {"dozen", "piece", "kilo", "gram", "box", "pack", "maund", "quintal", "ton"}
KEYS = {
    "intent", "items", "day", "part", "hours", "near", "not_day", "not_part", "home", "pay", "phone", "note", "asks",
    "command", "unclear", "never_acts", "language_wanted",
}  # fmt: skip
# Of the unpacked halves: nobody changes a line or a mark after the sealing.
SEALED = {
    "sealed": "633f7394f2ea7c8e1ab35ce603868ce6b4d757b724e8ebcdcc94cf63cc319059",
    "sealed-second": "0b26d93f52ec9868f414f7df40e9f3e97e7ebf2a3a3d2b6dcc76fff4e013f13a",
    "sealed-third": "6127e10880f6bc951ccc906330f0d5a4b95adaae5e6a544e4cfc1120b123a6a2",
    "sealed-fourth": "fd8b320742297b46d5b98fde116e15e025911a2a0a7b5f5e10ee03e7e339f628",
    "sealed-fifth": "8d4d6a0e2dcfc3dcb8cfc2e08d1e7d238222190b75d6b93156aad72c177852d2",
    "sealed-sixth": "840aada1cc864ab82e56de54a17a9cd8b546abc7bf6c7868735a194736029e5d",
    "sealed-seventh": "a8be01ef37563224bf63919fb08f6495d9000864f152ba9c5b49746c6f51a8c4",
    "sealed-eighth": "6b88f99d6fe1b1c2ea83f043ab69882cc0ca1ecc4a13a882449de4efa641c142",
    "sealed-ninth": "5ac49a637a83977fc8c37e617654b491ad60fcf7f4790ddb3980a861f526e9d6",
    "sealed-tenth": "a87a39d05aeaf0072f48d568621f25ad2f1c78431a82ccb6b114797d6da478d5",
}
OPEN_HALVES = ("open", "neighbours", "open-second", "neighbours-second")
SHARES = {
    "complete": 0.14, "gap": 0.14, "several": 0.11, "correction": 0.09, "question": 0.09, "change": 0.07,
    "claim": 0.03, "smalltalk": 0.03, "other": 0.09, "trap": 0.06, "hostile": 0.03,
}  # fmt: skip


def rows(*names: str) -> list[dict[str, Any]]:
    files = [Path(__file__).parent / f"{name}.jsonl" for name in names]
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def problems(row: dict[str, Any]) -> Iterator[str]:
    meaning = row["meaning"]
    if row["class"] not in SHARES or row["language"] not in LANGUAGES or row["at"] not in PLACES:
        yield "unknown class, language or place"
    if set(meaning) - KEYS or meaning["intent"] not in list(Intent):
        yield "unknown key or intent"
    if set(meaning.get("unclear", ())) - set(Doubt):
        yield "unknown doubt"
    if meaning.get("home", {}).get("apartment", "palm-grove") not in APARTMENTS:
        yield "unknown apartment"
    for item in meaning.get("items", ()):
        yield from item_problems(item)


def item_problems(item: dict[str, Any]) -> Iterator[str]:
    if {item.get("variety", "kesar"), item.get("instead_of", "kesar")} - VARIETIES or item.get(
        "unit", "box"
    ) not in UNITS:
        yield "unknown variety or unit"
    if item.get("change", Change.ADD) not in list(Change) or ("variety" in item and "stranger" in item):
        yield "unknown change, or two names"
    if Fraction(item.get("count", "1")) <= 0 or Fraction(item.get("most", "9999")) <= Fraction(item.get("count", "0")):
        yield "a count that is none"


def test_every_row_has_known_words_only() -> None:
    assert not [(row["text"], problem) for row in rows(*OPEN_HALVES) for problem in problems(row)]


def test_the_sealed_halves_are_as_they_were_sealed() -> None:
    for name, digest in SEALED.items():
        packed = (Path(__file__).parent / f"{name}.jsonl.gz").read_bytes()
        assert hashlib.sha256(gzip.decompress(packed)).hexdigest() == digest


def test_no_line_stands_there_twice() -> None:
    assert not [text for text, times in Counter(row["text"] for row in rows(*OPEN_HALVES)).items() if times > 1]


def test_every_class_has_its_share_of_at_least_800_lines() -> None:
    counted = Counter(row["class"] for row in rows("open"))
    assert counted.total() >= 800
    assert not {name: counted[name] for name, share in SHARES.items() if counted[name] < share * counted.total()}
