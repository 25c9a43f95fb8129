"""What goes wrong is a sentence in the visitor's language: what happened, what was kept, what to do."""

from __future__ import annotations

import re

import pytest

from core.errors import Refusal
from pages.errors import KINDS
from pages.wording import PAGES, say_refusal
from tests.support.visitor import Visitor

HINDI = {"Accept-Language": "hi"}


def title_of(text: str) -> str:
    return re.search(r"<h1[^>]*>(.*?)</h1>", text)[1]  # type: ignore[index]


def test_a_page_that_is_not_there(visitor: Visitor) -> None:
    answer = visitor.get("/nothing", HINDI)
    assert (answer.status_code, title_of(answer.text)) == (404, "यह पेज नहीं मिला")
    assert "आपके ऑर्डर सुरक्षित हैं" in answer.text


def test_what_the_shop_declines_is_a_page_and_not_a_fault(visitor: Visitor) -> None:
    answer = visitor.get("/counter/refused")
    assert answer.status_code == 409
    assert "Kesar has just sold out, sorry." in answer.text
    assert "केसर अभी-अभी ख़त्म हो गए" in visitor.get("/counter/refused", HINDI).text


def test_a_fault_of_ours_says_that_it_is_ours(visitor: Visitor) -> None:
    answer = visitor.get("/counter/broken")
    assert (answer.status_code, title_of(answer.text)) == (500, "Something went wrong on our side")
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert "ZeroDivision" not in answer.text


def test_a_part_of_a_page_that_fails_is_a_line_at_its_top(visitor: Visitor) -> None:
    for path, status in (("/nothing", 404), ("/counter/refused", 409), ("/counter/broken", 500)):
        answer = visitor.get(path, {"HX-Request": "true", "HX-Target": "crates"})
        assert answer.status_code == status
        assert answer.text.strip().startswith('<p class="notice notice-problem">')
        assert "<html" not in answer.text


def test_machines_get_the_status_in_words(visitor: Visitor) -> None:
    answer = visitor.get("/static/nothing.css")
    assert (answer.status_code, answer.text) == (404, "Not Found")


@pytest.mark.parametrize("language", sorted(PAGES.load()))
def test_every_status_has_its_sentences(language: str) -> None:
    for kind in {*KINDS.values(), "unclear", "broken", "stale-form"} - {"refused"}:
        assert PAGES.say(language, f"problem-{kind}-title") != PAGES.say(language, f"problem-{kind}-text")


def test_a_refusal_that_lacks_a_value_or_is_new_is_said_all_the_same() -> None:
    assert say_refusal("en", Refusal("below-minimum", minimum_paise=50_000, missing_paise=12_550)) == (
        "Our smallest order there is ₹500: please add ₹125.50."
    )
    for odd in (Refusal("below-minimum"), Refusal("brand-new", left=None)):
        assert say_refusal("en", odd) == "Sorry, that did not work. Nothing was changed."


def test_no_page_says_what_only_a_chat_can_do() -> None:
    """Bold by stars and words to type are the chat's."""
    for language, catalogue in PAGES.load().items():
        said = "\n".join(path.read_text(encoding="utf-8") for path in (PAGES.folder / language).glob("*.ftl"))
        assert re.findall(r"\*[^*\[\n]+\*", said) == []
        assert catalogue.parent is None
