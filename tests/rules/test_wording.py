"""The catalogues are whole in every language, and a broken one says what is wrong."""

from pathlib import Path

import pytest

from core.errors import Fault
from core.wording import find_problems, label_limit, languages, load_catalogues, read_catalogue, say


def catalogue(tmp_path: Path, language: str, text: str) -> Path:
    path = tmp_path / language
    path.mkdir(exist_ok=True)
    (path / "test.ftl").write_text(text, encoding="utf-8")
    return path / "test.ftl"


def test_english_and_hindi_are_whole() -> None:
    load_catalogues.cache_clear()
    assert set(languages()) == {"en", "hi"}


def test_a_missing_key_another_placeholder_and_a_long_button_are_named(tmp_path: Path) -> None:
    english = catalogue(tmp_path, "en", "hello = Hello { $name }\nbye = Bye\npay-button = Pay\n")
    hindi = catalogue(tmp_path, "hi", "hello = नमस्ते\npay-button = यह बटन बीस अक्षरों से लंबा है\nmore = और\n")
    problems = find_problems(read_catalogue("hi", [hindi]), read_catalogue("en", [english]))
    assert problems == [
        "hi lacks bye",
        "hi has an unknown more",
        "hi hello has other placeholders than en",
        "hi pay-button is longer than 20 characters",
    ]


@pytest.mark.parametrize("text", ["hello = { $name", "hello = a\nhello = b\n", "??? what\n"])
def test_a_catalogue_that_cannot_be_read_is_a_sentence(tmp_path: Path, text: str) -> None:
    with pytest.raises(Fault):
        read_catalogue("en", [catalogue(tmp_path, "en", text)])


def test_an_unknown_key_is_a_fault_and_an_unknown_language_speaks_english() -> None:
    with pytest.raises(Fault):
        say("en", "there-is-no-such-key")
    assert say("fr", "web-order-on-whatsapp") == say("en", "web-order-on-whatsapp")


@pytest.mark.parametrize(
    ("key", "limit"),
    [("pay-button", 20), ("menu-list-button", 20), ("x-row-description", 72), ("x-row", 24), ("x", None)],
)
def test_the_last_words_of_a_key_say_how_long_it_may_be(key: str, limit: int | None) -> None:
    assert label_limit(key) == limit
