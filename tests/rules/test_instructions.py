"""What the founder tells the shop, as it is read: in three languages, and never by half."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from core.reading.book import Society, make_book
from core.reading.instructions import Instruction, Verb, read_instruction

TODAY = date(2027, 5, 12)  # a Wednesday
HAPUS, KESAR, LANGRA, PALM, LAKE, HILL = 1, 2, 3, 11, 21, 22
BOOK = make_book(
    (("Alphonso · Hapus", HAPUS), ("हापुस", HAPUS), ("Kesar", KESAR), ("केसर", KESAR), ("Langra", LANGRA),
     ("लंगड़ा", LANGRA)),
    (Society(PALM, ("Palm Grove", "पाम ग्रोव")),),
    ("Lakeside", "Hill Road"),
)  # fmt: skip
ZONES = ((LAKE, ("Lakeside", "लेकसाइड")), (HILL, ("Hill Road", "हिल रोड")))


def read(line: str) -> Instruction | None:
    return read_instruction(line, BOOK, ZONES, TODAY)


def act(line: str) -> Instruction:
    found = read(line)
    assert found is not None, line
    assert found.leftovers == (), (line, found)
    return found


@pytest.mark.parametrize(
    ("line", "change", "count", "unit"),
    [
        ("stock hapus +40", "add", 40, None),
        ("hapus stock + 40 dozen", "add", 40, "dozen"),
        ("stock hapus -6", "less", 6, None),
        ("stock hapus =480", "set", 480, None),
        ("Stock Alphonso = 12 doz please", "set", 12, "dozen"),
        ("stock hapus 40", "", 40, None),
        ("hapus ka stock 40 darjan badhao", "add", 40, "dozen"),
        ("hapus maal 10 peti aaya", "add", 10, "box"),
        ("हापुस स्टॉक +४० दर्जन", "add", 40, "dozen"),
        ("हापुस का माल 5 दर्जन कम करो", "less", 5, "dozen"),
        ("add 40 dozen hapus to stock", "add", 40, "dozen"),
    ],
)
def test_stock(line: str, change: str, count: int, unit: str | None) -> None:
    found = act(line)
    assert (found.verb, found.varieties, found.change, found.unit) == (Verb.STOCK, (HAPUS,), change, unit)
    assert found.count == Fraction(count)


@pytest.mark.parametrize(
    ("line", "rupees", "unit"),
    [
        ("rate kesar 900", 900, None),
        ("kesar rate ₹900", 900, None),
        ("rate kesar dozen 900", 900, "dozen"),
        ("rate kesar 900 dozen", 900, "dozen"),
        ("rate kesar peti 1,500", 1500, "box"),
        ("kesar ka bhav 900 rupaye darjan", 900, "dozen"),
        ("केसर का दाम 900", 900, None),
        ("rate kesar", None, None),
    ],
)
def test_rates(line: str, rupees: int | None, unit: str | None) -> None:
    found = act(line)
    assert (found.verb, found.varieties, found.rupees, found.unit) == (Verb.RATE, (KESAR,), rupees, unit)


@pytest.mark.parametrize(
    ("line", "verb", "days", "part", "zone"),
    [
        ("band kal subah zone 2", Verb.CLOSE, {13}, "morning", HILL),
        ("close tomorrow morning hill road", Verb.CLOSE, {13}, "morning", HILL),
        ("kal subah band karo", Verb.CLOSE, {13}, "morning", None),
        ("कल सुबह बंद करो ज़ोन 2", Verb.CLOSE, {13}, "morning", HILL),
        ("open sunday evening lakeside", Verb.OPEN, {16}, "evening", LAKE),
        ("रविवार शाम खोलिए", Verb.OPEN, {16}, "evening", None),
        ("rain tomorrow morning", Verb.RAIN, {13}, "morning", None),
        ("kal subah baarish hai", Verb.RAIN, {13}, "morning", None),
        ("कल सुबह बारिश", Verb.RAIN, {13}, "morning", None),
        ("today", Verb.TODAY, {12}, None, None),
        ("aaj ka hisaab", Verb.TODAY, None, None, None),
        ("कल", Verb.TODAY, {13}, None, None),
    ],
)
def test_days_and_windows(line: str, verb: Verb, days: set[int] | None, part: str | None, zone: int | None) -> None:
    found = act(line)
    assert (found.verb, found.zone) == (verb, zone)
    when = found.when
    assert ({day.day for day in when.days} if when else None) == days
    assert set(when.parts if when else ()) == ({part} if part else set())


@pytest.mark.parametrize(
    ("line", "verb", "code", "rupees"),
    [
        ("order 7KQ3", Verb.ORDER, "7KQ3", None),
        ("refund 7kq3wx", Verb.REFUND, "7KQ3WX", None),
        ("refund 7KQ3WX 200", Verb.REFUND, "7KQ3WX", 200),
        ("7KQ3WX ke paise wapas karo", Verb.REFUND, "7KQ3WX", None),
        ("ऑर्डर 7KQ3", Verb.ORDER, "7KQ3", None),
        ("undo", Verb.UNDO, "", None),
        ("wapas lo", Verb.UNDO, "", None),
        ("वापस लीजिए", Verb.UNDO, "", None),
    ],
)
def test_orders_by_code(line: str, verb: Verb, code: str, rupees: int | None) -> None:
    found = act(line)
    assert (found.verb, found.code, found.rupees) == (verb, code, rupees)


def test_orders_of_a_society_and_what_is_gone() -> None:
    for line in ("orders palm grove", "palm grove ke orders", "पाम ग्रोव के ऑर्डर", "order palm grove"):
        assert act(line).apartments == (PALM,), line
    for line in ("sold out langra", "langra khatam", "लंगड़ा ख़त्म हो गया", "stock langra sold out"):
        found = act(line)
        assert (found.verb, found.varieties) == (Verb.SOLD_OUT, (LANGRA,)), line


@pytest.mark.parametrize(
    "line",
    [
        "do not close tomorrow morning",
        "kal subah band mat karo",
        "कल सुबह बंद मत करो",
        "sold out langra?",
        "should I refund 7KQ3",
        "refund 7KQ3 if he asks",
        "stock hapus +40 xyzzy",
        "close open tomorrow",
        "rate kesar or langra 900",
    ],
)
def test_what_refuses_asks_or_is_not_known_is_left_over(line: str) -> None:
    found = read(line)
    assert found is None or found.leftovers, (line, found)


@pytest.mark.parametrize("line", ["", "Your box comes at five", "theek hai, bhej denge", "हाँ भेज देंगे", "👍", "+40"])
def test_words_to_a_customer_are_no_instruction(line: str) -> None:
    assert read(line) is None


@pytest.mark.parametrize(
    ("line", "days", "part", "zone"),
    [
        ("riders", None, None, None),
        ("Runs please", None, None, None),
        ("riders tomorrow morning hill road", {13}, "morning", HILL),
        ("kal subah rider lagao", {13}, "morning", None),
        ("rider baant do zone 1", None, None, LAKE),
        ("कल सुबह राइडर लगाओ", {13}, "morning", None),
    ],
)
def test_riders(line: str, days: set[int] | None, part: str | None, zone: int | None) -> None:
    found = act(line)
    assert (found.verb, found.zone) == (Verb.RUNS, zone)
    assert (found.when is None) is (days is None)
    if found.when is not None:
        assert {day.day for day in found.when.days} == days


@pytest.mark.parametrize("line", ["riders are late", "do not assign riders", "where is the rider"])
def test_what_only_speaks_of_riders_shares_nothing_out(line: str) -> None:
    found = read(line)
    assert found is None or found.leftovers
