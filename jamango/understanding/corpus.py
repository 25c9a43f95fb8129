"""A corpus of lines read and judged: the share understood by class and language, and what each miss was taken for."""

from __future__ import annotations

import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from core.errors import Fault
from core.outside import read_json
from core.reading.meaning import Item
from core.reading.reader import read_meaning
from jamango.understanding.books import Shelf
from jamango.understanding.compare import Verdict, judge

OPEN = Path(__file__).parents[2] / "tests" / "understanding" / "open.jsonl"
# What a chat holds where a line of the corpus is said: a dozen of each (tests/understanding/README.md).
CHOSEN = ("alphonso", "kesar")
CHOSEN_AT = frozenset({"cart", "summary", "placed"})
CLASSES = ("complete", "gap", "several", "correction", "question", "change", "claim", "smalltalk", "other", "trap",
           "hostile")  # fmt: skip
LANGUAGES = ("hi-Latn", "en", "hi", "mr", "gu", "bn", "kn", "te", "ta")


@dataclass(frozen=True)
class Judged:
    """A row of the corpus and its verdict."""

    row: dict[str, Any]
    verdict: Verdict


@dataclass(frozen=True)
class Share:
    """Of so many lines, how many had the right items, the whole meaning, and a wrong act."""

    name: str
    lines: int
    items: int
    whole: int
    wrong: int


def load_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a corpus file, packed or not. Raises Fault for a file that is none."""
    try:
        packed = path.read_bytes()
        lines = (gzip.decompress(packed) if path.suffix == ".gz" else packed).splitlines()
        rows = [read_json(line) for line in lines if line.strip()]
    except (OSError, ValueError, RecursionError) as error:
        raise Fault(f"{path} cannot be read as a corpus: {error}") from error
    if not all(isinstance(row, dict) and {"text", "meaning"} <= set(row) for row in rows):
        raise Fault(f"{path} is no corpus: every row needs a text and a meaning.")
    return rows


def judge_rows(rows: Iterable[dict[str, Any]], shelf: Shelf) -> list[Judged]:
    """Every row read where its chat stands, and judged."""
    ids = {slug: number for number, slug in shelf.slugs.varieties.items()}
    chosen = tuple(Item(ids[slug], count=Fraction(1), unit="dozen") for slug in CHOSEN if slug in ids)
    judged = []
    for row in rows:
        at = row.get("at", "start")
        meaning = read_meaning(row["text"], shelf.book, shelf.today, at, chosen if at in CHOSEN_AT else ())
        judged.append(Judged(row, judge(row["meaning"], meaning, shelf.slugs, shelf.today, at)))
    return judged


def shares(judged: Sequence[Judged]) -> list[Share]:
    """All lines together, then by class, then by language."""
    groups = [("all", list(judged))]
    for key, names in (("class", CLASSES), ("language", LANGUAGES)):
        known = dict.fromkeys((*names, *(str(one.row.get(key, "")) for one in judged)))
        groups += [(name, [one for one in judged if one.row.get(key, "") == name]) for name in known]
    return [_share(name, group) for name, group in groups if group]


def _share(name: str, group: Sequence[Judged]) -> Share:
    verdicts = [one.verdict for one in group]
    return Share(name, len(group), sum(one.items for one in verdicts), sum(one.whole for one in verdicts),
                 sum(bool(one.wrong_act) for one in verdicts))  # fmt: skip


def confusions(judged: Sequence[Judged]) -> list[tuple[str, str, int]]:
    """Which intents were taken for which others, the most frequent first."""
    taken = Counter(
        (str(expected), str(read))
        for one in judged
        if (pair := one.verdict.misses.get("intent")) is not None
        for expected, read in [pair]
    )
    return [
        (expected, read, count)
        for (expected, read), count in sorted(taken.items(), key=lambda each: (-each[1], each[0]))
    ]


def table(judged: Sequence[Judged]) -> Iterator[str]:
    """The shares as a Markdown table."""
    yield "| | lines | items and quantities | whole meaning | wrong acts |"
    yield "|---|---:|---:|---:|---:|"
    for share in shares(judged):
        yield f"| {share.name} | {row_of(share)}"


def row_of(share: Share) -> str:
    """The cells of a share, without its name."""
    items, whole = _percent(share.items, share.lines), _percent(share.whole, share.lines)
    return f"{share.lines} | {items} | {whole} | {share.wrong} |"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %"


def misses(judged: Sequence[Judged]) -> Iterator[str]:
    """Each line that was not understood whole, with what was expected and what was read."""
    for one in judged:
        if one.verdict.misses or one.verdict.wrong_act:
            said = " · ".join(str(one.row.get(key, "")) for key in ("class", "language", "at"))
            yield f"{said}: {one.row['text']!r}"
            for key, (expected, read) in one.verdict.misses.items():
                yield f"    {key}: {_short(expected)} → {_short(read)}"
            if one.verdict.wrong_act:
                yield f"    WRONG ACT: {one.verdict.wrong_act}"


def _short(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False) if value else "–"
