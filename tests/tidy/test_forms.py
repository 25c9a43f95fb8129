"""Every form that changes something says whose it is and which one it is, also where a script fills it in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FORM = re.compile(r"<form\b[^>]*method=\"post\".*?</form>", re.DOTALL)
HIDDEN = re.compile(r"<input type=\"hidden\" name=\"(\w+)\">")
BY_HAND = [
    (path, form)
    for path in sorted((ROOT / "templates").rglob("*.html"))
    for form in FORM.findall(path.read_text(encoding="utf-8"))
    if 'name="_token"' in form
]


@pytest.mark.parametrize(("path", "form"), BY_HAND, ids=[f"{path.stem}-{n}" for n, (path, _) in enumerate(BY_HAND)])
def test_a_form_has_its_token_and_its_key(path: Path, form: str) -> None:
    assert 'name="_once"' in form, path


def test_what_a_page_leaves_empty_a_script_fills_in() -> None:
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "static/scripts").glob("*.js"))
    empty = {name for _, form in BY_HAND for name in HIDDEN.findall(form)}
    assert {"_token", "_once", "id", "cart"} <= empty
    assert [name for name in sorted(empty) if not re.search(rf"\b{name}[:,]", scripts)] == []
