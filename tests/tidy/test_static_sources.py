"""The front end is our own sources plus packages that npm fetches: nobody else's code lies in the repository."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "static"
OWN_KINDS = {".css", ".mjs", ".js", ".svg", ".gitkeep"}
FOLDERS = ("shared", "shop", "office", "rider", "stall", "dev")
PAGES = sorted(path for folder in FOLDERS for path in (ROOT / "templates" / folder).rglob("*.html"))
ICON = re.compile(r"""\b(?:icon|drawn|mark)\s*[(=]\s*["']([a-z0-9-]+)["']""")
each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}/{page.name}")


def own_files() -> list[Path]:
    return [path for path in sorted(STATIC.rglob("*")) if path.is_file() and STATIC / "dist" not in path.parents]


def test_only_sources_are_kept() -> None:
    for path in own_files():
        assert (path.suffix or path.name) in OWN_KINDS, f"{path.name}: not a source of ours"
        assert ".min." not in path.name


def test_no_source_carries_a_foreign_licence() -> None:
    banner = re.compile(r"@license|@preserve|copyright|\(c\)\s*\d{4}|sourceMappingURL", re.IGNORECASE)
    for path in own_files():
        assert not banner.search(path.read_text(encoding="utf-8")), path.name


def test_scripts_and_styles_stay_readable() -> None:
    for path in own_files():
        if path.suffix in {".css", ".js", ".mjs"}:
            lines = path.read_text(encoding="utf-8").splitlines()
            assert len(lines) <= 300
            assert max((len(line) for line in lines), default=0) <= 150, f"{path.name}: looks like a built file"


def test_the_lock_names_no_address_and_every_package_its_hash() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert not [name for name, entry in packages.items() if "resolved" in entry]
    unhashed = {name for name, entry in packages.items() if "integrity" not in entry and not entry.get("inBundle")}
    assert not unhashed
    assert "omit-lockfile-registry-resolved=true" in (ROOT / ".npmrc").read_text(encoding="utf-8").splitlines()


def test_packages_are_pinned() -> None:
    package = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    for name, version in (package.get("dependencies", {}) | package["devDependencies"]).items():
        assert re.fullmatch(r"\d+\.\d+\.\d+", version), f"{name} {version}"


@each_page
def test_a_page_passes_a_strict_content_security_policy(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", text)
    assert not re.search(r"<script(?![^>]*\ssrc=)(?! type=\"application/ld\+json\">)", text), "data alone runs nowhere"
    assert not re.search(r'(?:src|srcset|href)="https?:', text), "a page loads nothing from elsewhere"


@each_page
def test_a_page_words_nothing_itself(page: Path) -> None:
    text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", " ", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert not re.findall(r"[^\W\d_]{2,}", text)


@each_page
def test_a_page_asks_only_for_words_that_both_languages_have(page: Path) -> None:
    asked = set(re.findall(r"""\bt\(\s*["']([a-z0-9-]+)["']""", page.read_text(encoding="utf-8")))
    for language in ("en", "hi"):
        files = (ROOT / "templates/pages" / language).glob("*.ftl")
        said = "\n".join(path.read_text(encoding="utf-8") for path in files)
        known = set(re.findall(r"^([a-z0-9-]+) =", said, flags=re.MULTILINE))
        assert {key for key in asked - known if not any(has.startswith(key) for has in known)} == set()
        assert {key for key in asked - known if not key.endswith("-")} == set(), "only the beginning of a key is put on"


@pytest.mark.skipif(not (STATIC / "dist/icons.svg").exists(), reason="static/dist is not built: npm run build")
def test_what_the_pages_ask_for_is_built() -> None:
    sprite = (STATIC / "dist/icons.svg").read_text(encoding="utf-8")
    manifest = json.loads((STATIC / "dist/manifest.json").read_text(encoding="utf-8"))
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        assert all(f'id="{name}"' in sprite for name in ICON.findall(text))
        assert all(name in manifest for name in re.findall(r"""\basset\(["']([^"']+\.\w+)["']\)""", text))
    for name, marked in manifest.items():
        assert (STATIC / "dist" / name).is_file() and marked.startswith(f"{name}?v=")
