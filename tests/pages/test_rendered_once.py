"""A page that is the same for everybody is rendered once, and holds nothing of whoever came first."""

from __future__ import annotations

from typing import Any

import pytest
from jinja2 import UndefinedError

from pages import templates
from pages.forms import Filled
from pages.frame import SentForm
from pages.templates import render_for_all
from tests.support.visitor import Visitor

FRAME = {
    "language": "en",
    "here": "/",
    "told": "",
    "public_url": "http://127.0.0.1:8000",
    "chat_url": "http://127.0.0.1/c",
    "sent": SentForm(""),
}


@pytest.fixture(autouse=True)
def nothing_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(templates, "_kept", {})


def test_a_template_that_asks_who_is_there_cannot_be_kept_for_all() -> None:
    page = {"shop_name": "", "language_names": {}, "t": lambda *_, **__: "", "form": Filled("once"), "has_codes": False}
    with pytest.raises(UndefinedError, match="visit"):
        render_for_all("shop/login.html", (), {**FRAME, **page, "visit": object()}, same=1)


def test_what_may_differ_is_rendered_apart(app: Any) -> None:
    first, second, indian = Visitor(app), Visitor(app), Visitor(app, **{"Accept-Language": "hi"})
    page = first.get("/mangoes")
    assert first.get("/mangoes").text == second.get("/mangoes").text == page.text
    assert 'lang="hi"' in indian.get("/mangoes").text.split("<head>")[0]
    second.cookies.set("jamango-told", "in-cart", domain="127.0.0.1")
    told = second.get("/mangoes")
    assert "toast" in told.text
    assert told.headers["cache-control"] == "no-store", "it takes a cookie away"
    assert "toast" not in first.get("/mangoes").text
    assert first.get("/mangoes?ripe=now").text != page.text, "the choice of language comes back to another address"


def test_no_more_is_kept_than_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(templates, "MOST_KEPT", 3)
    for number in range(10):
        render_for_all("shared/icon.html", (), FRAME, same=number)
    assert len(templates._kept) <= 3
