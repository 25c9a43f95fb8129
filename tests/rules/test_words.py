"""Reading what people type: numbers, names, commands, languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.engine import Heard
from flows.lexicon import COMMANDS, hear_command, language_of, number_words, said_as
from flows.ordering.where import split_home
from flows.taps import read_tap
from flows.words import find_named, read_count, tidy, without_phrases

NAMES = {"alphonso": 1, "hapus": 1, "हापुस": 1, "kesar": 2, "gir kesar": 2, "केसर": 2, "langra": 3, "लंगड़ा": 3}


@pytest.mark.parametrize(
    ("typed", "count"),
    [
        ("2", 2),
        ("make it 3", 3),
        ("two", 2),
        ("do", 2),
        ("दो", 2),
        ("२", 2),
        ("3 kar do", 3),
        ("2.", 2),
        ("teen dozen", 3),
    ],
)
def test_whole_numbers_are_read(typed: str, count: int) -> None:
    assert read_count(tidy(typed), number_words()) == count


@pytest.mark.parametrize("typed", ["-1", "1.5", "1e3", "๒", "1000000000", "2 or 3", "", "many", "1,5", "½", "+"])
def test_strange_numbers_are_not(typed: str) -> None:
    assert read_count(tidy(typed), number_words()) is None


@pytest.mark.parametrize(
    ("typed", "product"),
    [
        ("Kesar!", 2),
        ("kesr", 2),
        ("gir kesar please", 2),
        ("हापुस", 1),
        ("alfonso mangoes", 1),
        ("langda", 3),
        ("लंगडा", 3),
    ],
)
def test_varieties_are_found_by_name_alias_and_likeness(typed: str, product: int) -> None:
    assert find_named(tidy(typed), {tidy(name): number for name, number in NAMES.items()}) == product


@pytest.mark.parametrize("typed", ["hello", "k", "palm grove", "yes", ""])
def test_other_words_are_no_variety(typed: str) -> None:
    assert find_named(tidy(typed), NAMES) is None


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("Menu", "wants_menu"), ("मेनू", "wants_menu"), ("order kab aayega?", "tracks"), ("Talk to us!", "wants_human"),
        ("STOP", "stops_offers"), ("cancel kar do", "wants_cancel"), ("namaste 🙏", "greets"),
        ("delete my data", "wants_human"),
    ],
)  # fmt: skip
def test_commands_are_known_in_both_scripts(typed: str, heard: str) -> None:
    command = hear_command(tidy(typed))
    assert command is not None
    assert command.trigger == heard


def test_no_words_mean_two_commands() -> None:
    meanings: dict[str, set[str]] = {}
    for name in COMMANDS:
        for way in said_as(name):
            meanings.setdefault(way, set()).add(name)
    assert {way: names for way, names in meanings.items() if len(names) > 1} == {}


@pytest.mark.parametrize(
    "name", [*COMMANDS, "yes", "no", "remove", "filler", "cash", "online", "home-words", "paid", "thanks"]
)
def test_no_way_of_saying_is_empty(name: str) -> None:
    assert "" not in said_as(name)


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        ("नमस्ते", "hi"), ("mujhe aam chahiye", "hi"), ("kesar ka rate kya hai", "hi"), ("hi", None), ("hello", None),
        ("I want mangoes", None), ("👍", None), ("आम please", None), ("mangoes மாம்பழம்", None),
    ],
)  # fmt: skip
def test_the_language_of_first_words(typed: str, language: str | None) -> None:
    assert language_of(typed) == language


@pytest.mark.parametrize(
    ("typed", "place", "home"),
    [
        ("Palm Grove B-1203", "Palm Grove", "B-1203"),
        ("B-1203, Palm Grove", "Palm Grove", "B-1203"),
        ("palm grove tower 3 flat 504", "palm grove", "tower 3 flat 504"),
        ("Palm Grove B 1203", "Palm Grove", "B 1203"),
        ("पाम ग्रोव फ्लैट 12", "पाम ग्रोव", "फ्लैट 12"),
        ("Palm Grove", "Palm Grove", ""),
        ("B-1203", "", "B-1203"),
    ],
)
def test_place_and_home_in_one_line(typed: str, place: str, home: str) -> None:
    assert split_home(typed) == (place, home)


@given(st.text(max_size=400))
def test_anything_typed_can_be_read(typed: str) -> None:
    words = tidy(typed)
    read_count(words, number_words())
    find_named(words, NAMES)
    hear_command(words)
    language_of(typed)
    split_home(typed)
    without_phrases(words, said_as("filler"))
    assert words == " ".join(words.split())


@given(st.text(max_size=300))
def test_any_button_id_can_be_read(tap_id: str) -> None:
    read_tap(tap_id)


def test_buttons_of_turns_and_of_notices() -> None:
    tap = read_tap("12:picks_pack:3x1")
    assert tap is not None
    assert (tap.turn, tap.trigger, tap.arg) == (12, "picks_pack", "3x1")
    notice = read_tap("n:order_again:7KQ3WX")
    assert notice is not None
    assert Heard(notice.trigger, notice.arg) == Heard("repeats", "7KQ3WX")
    assert notice.turn is None
