"""The examples of docs/adding-*.md are made in a copy of the tree and run there, so that they cannot rot."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted((ROOT / "docs").glob("adding-*.md"))
BLOCK = re.compile(r"^```(\w+) (\S+/\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COPIED = ("jamango", "webhooks", "shop_web", "admin_web", "flows", "bot", "pages", "core", "templates", "tests")
HOUSE_RULES = (
    "tests/tidy/test_static_sources.py::test_a_page_words_nothing_itself",
    "tests/tidy/test_static_sources.py::test_a_page_asks_only_for_words_that_both_languages_have",
    "tests/tidy/test_no_wording.py::test_no_sentences",
    "tests/rules/test_scripts.py::test_every_step_has_its_question_in_a_few_words",
)
LONGEST = 100  # lines of code of one example, its test included


@dataclass(frozen=True)
class Block:
    """One fenced block: a file to be made, or a change (`diff`) of one that exists."""

    kind: str
    path: str
    text: str


def blocks_of(page: Path) -> list[Block]:
    return [Block(*found) for found in BLOCK.findall(page.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_an_example_is_short(page: Path) -> None:
    lines = [line for block in blocks_of(page) for line in block.text.splitlines() if line.strip()]
    assert 0 < len(lines) < LONGEST


@pytest.mark.thorough  # it loads the whole shop once more; what a page of examples leans on seldom changes
def test_the_examples_work(tmp_path: Path) -> None:
    for name in COPIED:
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("simulator", "static", "node_modules"):
        (tmp_path / name).symlink_to(ROOT / name)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    made = [block for page in PAGES for block in blocks_of(page)]
    for block in made:
        write(tmp_path / block.path, block)
    tests = [block.path for block in made if Path(block.path).name.startswith("test_")]
    assert len(tests) == len(PAGES), "every example has its test"
    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "0", "-p", "no:cacheprovider", *tests, *HOUSE_RULES],
        cwd=tmp_path, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": str(tmp_path)},
    )  # fmt: skip
    assert run.returncode == 0, run.stdout[-4000:] + run.stderr[-2000:]


def write(path: Path, block: Block) -> None:
    """Make a file; or find each run of `-` lines of a diff in it, once, and put the `+` lines that follow there."""
    if block.kind != "diff":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, encoding="utf-8")
        return
    text = path.read_text(encoding="utf-8")
    for removed, added in re.findall(r"((?:^-.*\n)+)((?:^\+.*\n)+)", block.text, re.MULTILINE):
        before, after = (re.sub(r"^[-+]", "", lines, flags=re.MULTILINE) for lines in (removed, added))
        assert text.count(before) == 1, f"{block.path} has not once: {before}"
        text = text.replace(before, after)
    path.write_text(text, encoding="utf-8")
