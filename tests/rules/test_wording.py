"""The catalogues are whole in every language, and a broken one says what is wrong."""

import re
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.labels import find_long_labels, label_limit, refuse_long_labels
from bot.notice_values import word_values
from core.errors import Fault
from core.wording import (
    find_problems,
    inherit,
    languages,
    load_catalogues,
    parent_of,
    pick,
    read_catalogue,
    say,
    whole_languages,
)
from pages.wording import PAGES

NOW, ZONE = datetime(2027, 5, 2, 6, 0, tzinfo=UTC), ZoneInfo("Asia/Kolkata")


def catalogue(tmp_path: Path, language: str, text: str) -> Path:
    path = tmp_path / language
    path.mkdir(exist_ok=True)
    (path / "test.ftl").write_text(text, encoding="utf-8")
    return path / "test.ftl"


# What a catalogue with a parent may leave to it: what only the founder reads, and the words within that.
MAY_BE_INHERITED = (
    "notices-alert-",
    *(f"notices-word-{name}-" for name in ("reason", "event", "order-status")),
)


def test_english_and_hindi_are_whole() -> None:
    assert set(whole_languages()) == {"en", "hi"}
    assert set(languages()) == {"en", "hi", "hi-Latn"}
    assert set(PAGES.whole_languages()) == set(PAGES.load()) == {"en", "hi"}


@pytest.mark.parametrize("language", sorted(set(languages()) - set(whole_languages())))
def test_a_catalogue_with_a_parent_says_the_whole_chat_itself(language: str) -> None:
    catalogue = load_catalogues()[language]
    left_out = {key for key in catalogue.placeholders if not catalogue.bundle.has_message(key)}
    assert sorted(key for key in left_out if not key.startswith(MAY_BE_INHERITED)) == []


def test_words_for_values_are_named_as_they_are_looked_up() -> None:
    assert [key for key in load_catalogues()["en"].placeholders if key.startswith("notices-word-") and "_" in key] == []
    parked = word_values("en", {"reason": "wrong_amount", "event": "SCHEDULE_FOR_DISABLE"}, NOW, ZONE)
    assert (parked["reason"], parked["event"]) == ("another amount", "it will be disabled")


def test_what_a_catalogue_leaves_out_its_parent_says(tmp_path: Path) -> None:
    english = read_catalogue("en", [catalogue(tmp_path, "en", "hello = Hello { $name }\nbye = Bye\n")])
    latin = read_catalogue("hi-Latn", [catalogue(tmp_path, "hi-Latn", "bye = Phir milenge\n")])
    (tmp_path / "facts.toml").write_text('parent = "en"', encoding="utf-8")
    child = inherit(latin, {"en": english, "hi-Latn": latin}, tmp_path / "facts.toml")
    assert (child.say("hello", {"name": "Asha"}), child.say("bye", {})) == ("Hello Asha", "Phir milenge")
    assert find_problems(child, english) == []
    (tmp_path / "facts.toml").write_text('parent = "fr"', encoding="utf-8")
    with pytest.raises(Fault, match="no other language"):
        inherit(latin, {"en": english}, tmp_path / "facts.toml")


def test_data_without_a_language_comes_in_its_parents() -> None:
    assert pick({"en": "Kesar", "hi": "केसर"}, "hi-Latn") == "Kesar"
    assert (parent_of("hi-Latn"), parent_of("hi"), parent_of("fr")) == ("en", None, None)


def test_a_missing_key_and_another_placeholder_are_named(tmp_path: Path) -> None:
    english = catalogue(tmp_path, "en", "hello = Hello { $name }\nbye = Bye\n")
    hindi = catalogue(tmp_path, "hi", "hello = नमस्ते\nmore = और\n")
    problems = find_problems(read_catalogue("hi", [hindi]), read_catalogue("en", [english]))
    assert problems == ["hi lacks bye", "hi has an unknown more", "hi hello has other placeholders than en"]


def test_a_label_that_whatsapp_would_refuse_is_named(tmp_path: Path) -> None:
    hindi = catalogue(tmp_path, "hi", "pay-button = यह बटन बीस अक्षरों से लंबा है\nx-row = { $name } या बहुत कुछ और\n")
    assert find_long_labels([read_catalogue("hi", [hindi])]) == ["hi pay-button is longer than 20 characters"]
    refuse_long_labels()


@pytest.mark.parametrize("text", ["hello = { $name", "hello = a\nhello = b\n", "??? what\n"])
def test_a_catalogue_that_cannot_be_read_is_a_sentence(tmp_path: Path, text: str) -> None:
    with pytest.raises(Fault):
        read_catalogue("en", [catalogue(tmp_path, "en", text)])


def test_an_unknown_key_is_a_fault_and_an_unknown_language_speaks_english() -> None:
    with pytest.raises(Fault):
        say("en", "there-is-no-such-key")
    assert say("fr", "errors-other") == say("en", "errors-other")


@pytest.mark.parametrize(
    ("key", "limit"),
    [("pay-button", 20), ("menu-list-button", 20), ("x-row-description", 72), ("x-row", 24), ("x", None)],
)
def test_the_last_words_of_a_key_say_how_long_it_may_be(key: str, limit: int | None) -> None:
    assert label_limit(key) == limit


def test_every_refusal_of_the_core_is_worded_for_pages() -> None:
    core = Path(__file__).parents[2] / "core"
    source = "\n".join(path.read_text(encoding="utf-8") for path in core.rglob("*.py"))
    codes = set(re.findall(r"""Refusal\(\s*["']([a-z-]+)["']""", source))
    assert len(codes) > 20
    assert sorted(code for code in codes if not PAGES.has(f"refused-{code}")) == []
