"""Reading what people type: letters, commands, amounts, times, and what nothing but the whole sentence may do."""

from __future__ import annotations

from datetime import date, datetime
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import Fault
from core.reading.amounts import Amount, read_amount
from core.reading.letters import normalise
from core.reading.lexicon import load_lexicon, make_lexicon
from core.reading.names import make_names
from core.reading.sentence import ASSENT, Sentence, read_sentence
from core.reading.times import read_wish
from core.reading.tongues import load_tongues
from flows.commands import COMMANDS, hear_command
from flows.engine import Heard
from flows.language import spoken_in
from flows.taps import read_tap
from jamango.worker import learn_to_read
from tests.support.collecting import is_looked_through

NAMES = make_names("variety", (("Alphonso · Hapus", 1), ("हापुस", 1), ("Kesar", 2), ("gir kesar", 2), ("केसर", 2),
                               ("langra", 3), ("लंगड़ा", 3)))  # fmt: skip
WEDNESDAY = date(2027, 5, 12)


def read(typed: str) -> Sentence:
    return read_sentence(typed, load_lexicon(), NAMES)


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("मेन्\u200dयू", "मेन्यू"), ("मेन्यू।", "मेन्यू"), ("me\u200bnu", "menu"), ("ｍｅｎｕ", "menu"),
        ("\u202amenu\u202c", "menu"), ("२", "2"),
        ("रद्द॥", "रद्द"), ("१२", "12"), ("１２", "12"), ("২", "2"), ("௨", "2"), ("हाँ", "हां"), ("लंगड़ा", "लंगडा"),
        ("2️⃣", "2"),
        ("café", "cafe"), ("yessss", "yes"), ("B\u201112", "b-12"), ("me\u00adnu", "menu"), ("men\ufe0fu", "menu"),
    ],
)  # fmt: skip
def test_what_looks_alike_reads_alike(typed: str, plain: str) -> None:
    assert [span.meanings for span in read(typed).spans] == [span.meanings for span in read(plain).spans]


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("2", Amount(Fraction(2))), ("make it 3", Amount(Fraction(3))), ("two", Amount(Fraction(2))),
        ("do", Amount(Fraction(2))), ("दो", Amount(Fraction(2))), ("२", Amount(Fraction(2))),
        ("3 kar do", Amount(Fraction(3))), ("3 कर दो", Amount(Fraction(3))), ("๒", Amount(Fraction(2))),
        ("12 pieces", Amount(Fraction(12), "piece")), ("12 nos", Amount(Fraction(12), "piece")),
        ("teen dozen", Amount(Fraction(3), "dozen")), ("do darjan hapus", Amount(Fraction(2), "dozen", 1)),
        ("half dozen", Amount(Fraction(1, 2), "dozen")), ("डेढ़ दर्जन केसर", Amount(Fraction(3, 2), "dozen", 2)),
        ("2 more", Amount(Fraction(2), adds=True)), ("aur 2", Amount(Fraction(2), adds=True)),
        ("kesar x2", Amount(Fraction(2), None, 2)), ("do kesar do", Amount(Fraction(2), None, 2)),
        ("i want 2 dozen kesar please", Amount(Fraction(2), "dozen", 2)),
        ("3 kg langda", Amount(Fraction(3), "kilo", 3)),
        ("hapus-2dz", Amount(Fraction(2), "dozen", 1)), ("ek peti", Amount(Fraction(1), "box")),
        ("a dozen please", Amount(Fraction(1), "dozen")), ("500 gm", Amount(Fraction(500), "gram")),
        ("2 half dozen", Amount(Fraction(1), "dozen")), ("2 1/2 kg", Amount(Fraction(5, 2), "kilo")),
    ],
)  # fmt: skip
def test_amounts(typed: str, amount: Amount) -> None:
    assert read_amount(read(typed)) == amount


@pytest.mark.parametrize(
    "typed",
    [
        "-1", "1e3", "1000000000", "2 or 3", "", "many", "1,5", "+", "2-3 dozen", "how much for 2 dozen", "2 dozen?",
        "not 2 dozen", "2 dozen mat bhejo", "2 kesar 3 langra", "kesar do", "1200 ₹ 2 dozen", "2 dozen if ripe",
        "5 min late ok?", "remove 2", "2 dozen kal", "2 kg dozen", "do do", "2 half 3 dozen", "2 aur aadha dozen",
    ],
)  # fmt: skip
def test_what_is_no_amount(typed: str) -> None:
    assert read_amount(read(typed)) is None


@pytest.mark.parametrize(
    ("typed", "fits"),
    [
        ("tomorrow evening", "13 18"), ("day after tomorrow evening", "14 18"), ("parson shaam", "14 18"),
        ("Monday", "17 8, 17 18"), ("ravivar subah", "16 8"), ("15 tarikh", "15 8, 15 18"), ("15/5", "15 8, 15 18"),
        ("15th May", "15 8, 15 18"), ("kal subah 8 baje", "13 8"), ("tomorrow 8-10", "13 8"), ("tomorrow 9 am", "13 8"),
        ("tomorrow 7 pm", "13 18"), ("kal 6 se 8", "13 18"), ("Tomorrow, 8–10 am", "13 8"), ("कल सुबह", "13 8"),
        ("tomorrow at 9", "13 8"), ("tomorrow at 4", ""), ("20/5", ""), ("wednesday", "12 8, 12 18"),
        ("tomorrow thursday", "13 8, 13 18"), ("kal shaam tak", "13 18"),
    ],
)  # fmt: skip
def test_windows_that_are_meant(typed: str, fits: str) -> None:
    wish = read_wish(read(typed), WEDNESDAY)
    assert wish is not None
    windows = [(datetime(2027, 5, day, hour), datetime(2027, 5, day, hour + 2))  # noqa: DTZ001 - the shop's time
               for day in range(12, 19) for hour in (8, 18)]  # fmt: skip
    assert ", ".join(f"{start.day} {start.hour}" for start, end in windows if wish.fits(start, end)) == fits


@pytest.mark.parametrize(
    "typed",
    [
        "kal nahi parson shaam", "not tomorrow evening, monday evening please", "after 7", "sunday ya saturday", "31/2",
        "tomorrow if possible", "kal shaam?", "next sunday", "2", "kal ke baad", "8 baje tak", "tomorrow or sunday",
        "tomorrow sunday", "12 dozen kal", "kal ka aam kharab tha", "any day but tomorrow", "before tomorrow evening",
    ],
)  # fmt: skip
def test_times_that_are_not_plain(typed: str) -> None:
    assert read_wish(read(typed), WEDNESDAY) is None


@pytest.mark.parametrize(
    ("typed", "heard"),
    [
        ("Menu", "wants_menu"), ("मेनू", "wants_menu"), ("order kab aayega?", "tracks"), ("order kab aayega", "tracks"),
        ("Talk to us!", "wants_human"), ("STOP", "stops_offers"), ("cancel kar do", "wants_cancel"),
        ("namaste 🙏", "greets"),
        ("delete my data", "wants_erasing"), ("please stop", "stops_offers"), ("STOP ALL", "stops_offers"),
        ("Stop promotions", "stops_offers"), ("unsubscribe me", "stops_offers"), ("offers mat bhejo", "stops_offers"),
        ("ऑफ़र मत भेजो", "stops_offers"), ("रद्द।", "wants_cancel"), ("बंद करो।", "stops_offers"), ("मदद।", "wants_help"),
        ("ok cancel my order please", "wants_cancel"), ("cancel mat karna", None), ("don't stop", None),
        ("order cancel kar do bhaiya", "wants_cancel"), ("hi", "greets"), ("order", "wants_menu"),
        ("menu or cart", None), ("menu?", "wants_menu"),
        ("checkout?", None), ("checkout karo", "checks_out"), ("that's all", "checks_out"),
        ("order kar do", "checks_out"),
    ],
)  # fmt: skip
def test_commands_are_whole_sentences(typed: str, heard: str | None) -> None:
    command = hear_command(read(typed))
    assert (command.trigger if command else None) == heard


def test_every_way_of_a_command_is_that_command() -> None:
    lexicon = load_lexicon()
    wrong = {way: name for name, heard in COMMANDS.items() for way in lexicon.ways_of(f"command.{name}")
             if hear_command(read_sentence(way, lexicon)) != heard}  # fmt: skip
    assert wrong == {}


def test_a_word_that_stops_cannot_be_an_answer() -> None:
    about = {"writing": "LATIN"}
    with pytest.raises(Fault, match="both deny and answer"):
        make_lexicon({"en": {"about": about, "answer": {"yes": ["not"]}, "deny": {"not": ["not"]}}})
    with pytest.raises(Fault, match=r"command\.cart and command\.menu"):
        make_lexicon({"en": {"about": about, "command": {"cart": ["x"], "menu": ["x"]}}})
    with pytest.raises(Fault, match="no words"):
        make_lexicon({"en": {"about": about, "command": {"cart": ["!!"]}}})


@pytest.mark.parametrize(
    ("typed", "language"),
    [
        ("नमस्ते", "hi"), ("mujhe aam chahiye", "hi-Latn"), ("kesar ka rate kya hai", "hi-Latn"), ("hi", None),
        ("hello", None), ("I want mangoes", "en"), ("👍", None), ("आम please", None), ("2 dozen kesar", None),
        ("thanks", "en"), ("aam please bhejo", "hi-Latn"), ("is sunday ko dena", "hi-Latn"),
        ("are bhai suno", "hi-Latn"),
        ("उद्या दोन डझन पाठवा", "hi"), ("udya don dozen pathva", "hi-Latn"), ("be dozen kale moklo", "hi-Latn"),
        ("repu rendu dozen kavali", "en"), ("ನಾಳೆ ಎರಡು ಡಜನ್ ಬೇಕು", "en"), ("ನಾಳೆ kesar bhejo bhaiya", "hi-Latn"),
        ("when will it come, naale beku", "en"), ("mangoes மாம்பழம்", "en"),
    ],
)  # fmt: skip
def test_the_language_that_words_are_answered_in(typed: str, language: str | None) -> None:
    assert spoken_in(typed).language == language


@given(st.text(max_size=400))
def test_anything_typed_can_be_read(typed: str) -> None:
    said = read(typed)
    assert normalise(normalise(typed)) == normalise(typed)
    read_amount(said)
    read_wish(said, WEDNESDAY)
    hear_command(said)
    spoken_in(typed)
    assert said.is_only(ASSENT) <= all(span.meanings for span in said.spans)


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


def test_the_worker_has_read_the_lexicons_before_its_first_turn() -> None:
    """And the collector of garbage does not look through what is there by then (fault F264)."""
    made_before = [load_lexicon()]
    assert is_looked_through(made_before)
    learn_to_read()
    assert load_tongues.cache_info().currsize == load_lexicon.cache_info().currsize == 1
    assert not is_looked_through(made_before)
