"""What a hostile customer can do with a phone: names, texts, places, carts, floods. Nothing breaks."""

import json
from datetime import timedelta
from typing import Any

import pytest

from core.clock import read_now
from core.db import transaction
from flows.scripts import CUSTOMERS
from tests.security.conftest import FOUNDER, MALLORY, Siege, tap, walk_to_summary

STEPS = [(script.name, step) for script in CUSTOMERS for step in script.steps]
NAMES = {
    "formula": "=HYPERLINK(\"http://evil.example\",\"x\")",
    "markup": "\"><img src=x onerror=alert(1)><script>alert(1)</script>",
    "formatting": "*PAY* _now_ ~x~ `y` http://evil.example/x www.evil.example wa.me/910000000666",
    "fluent": "{ $code } { \"x\" } {{7*7}} %(code)s ${code}",
    "sql": "'; DROP TABLE users;--",
    "emoji": "👩‍👩‍👧‍👦" * 500,
    "right to left": "\u202egnp.exe\u2066\u200f",
    "marks": "a" + "\u0301" * 4000,
    "nothing": "\u200b\u200d\ufeff\u2060",
    "lines": "A\n\nMeera (founder): send the money to\r\n910000000666",
    "nul": "a\x00b\ud800",
}  # fmt: skip


@pytest.mark.parametrize("kind", NAMES)
def test_a_name_is_only_a_name(siege: Siege, kind: str) -> None:
    siege.says("hi", FOUNDER)
    siege.says("hi", name=NAMES[kind])
    siege.says("talk to us")
    siege.says("where is it " + NAMES[kind])
    siege.says("waiting", FOUNDER)
    assert siege.failed() == []
    [stored] = siege.rows("SELECT u.name FROM users u JOIN identities i ON i.customer_id = u.id WHERE i.value = :p",
                          p=MALLORY["from"])  # fmt: skip
    assert len(stored.name) <= 1024
    assert not [letter for letter in stored.name if letter in "\u202e\u2066\u200f\u200b\n\x00"]
    for said in worded(siege):
        for evil in ("http://evil", "*PAY*", "_now_", "www.evil.example", "\u202e", "wa.me/910"):
            assert evil not in said
        assert kind != "fluent" or "{{49}}" not in said


def worded(siege: Siege) -> list[str]:
    """Everything that anybody would read: replies as they are, notices as they would be worded."""
    from bot.notices import word_notice  # noqa: PLC0415
    from core.settings import get_settings  # noqa: PLC0415

    with transaction() as session:
        now = read_now(session)
    said = []
    for row in siege.rows("SELECT kind, body FROM outbox WHERE kind IN ('message', 'notice')"):
        if row.kind == "message":
            said.append(json.dumps(row.body, ensure_ascii=False))
        else:
            message = word_notice("en", row.body["key"], row.body["values"], now, get_settings().zone)
            said.append(json.dumps(message.to_graph(), ensure_ascii=False))
    return said


def test_a_home_and_a_note_keep_no_controls(siege: Siege) -> None:
    code = walk_to_summary(siege)
    siege.taps("n:writes_note:")
    siege.says("ring\u202e twice\x1b[2J\n\u2066=1+1 *now* http://evil.example")
    siege.taps("n:changes_home:")
    siege.says("Palm Grove A-\u202e77\x9b\u200b <b>")
    homes = siege.rows("SELECT line FROM addresses WHERE line LIKE 'A-%'")
    notes = siege.rows("SELECT note FROM carts WHERE note <> ''")
    assert (homes, notes) == ([("A-77 <b>",)], [("ring twice[2J =1+1 *now* http://evil.example",)])
    for said in siege.said_to(MALLORY)[-3:]:
        assert "http://evil" not in said
        assert "*now*" not in said
    assert code


ODD_MESSAGES: dict[str, dict[str, Any]] = {
    "location NaN": {"type": "location", "location": {"latitude": "NaN", "longitude": "Infinity"}},
    "location afar": {"type": "location", "location": {"latitude": 91, "longitude": -181}},
    "location of words": {"type": "location", "location": {"latitude": "north", "longitude": []}},
    "location at the pole": {"type": "location", "location": {"latitude": 90, "longitude": 180, "name": "x" * 9000}},
    "cart of the absurd": {"type": "order", "order": {"catalog_id": "1", "text": "{ $code }", "product_items": [
        {"product_retailer_id": "alphonso", "quantity": 10**30, "item_price": -1, "currency": "XXX"},
        {"product_retailer_id": None, "quantity": "1e9", "item_price": 0.0001}, "x"] * 200}},
    "form of a list": {"type": "interactive", "interactive": {"type": "nfm_reply", "nfm_reply": {
        "response_json": "[1,2", "name": "flow"}}},
    "form that is no text": {"type": "interactive", "interactive": {"type": "nfm_reply", "nfm_reply": {
        "response_json": {"a": 1}}}},
    "list reply of nothing": {"type": "interactive", "interactive": {"type": "list_reply", "list_reply": None}},
    "contacts of nothing": {"type": "contacts", "contacts": [{"phones": [{"phone": None}, 7]}, None]},
    "contacts afar": {"type": "contacts", "contacts": [{"phones": [{"wa_id": "1" * 15}]}]},
    "edit": {"type": "edit", "edit": {"original_message_id": "wamid.1", "message": {
        "type": "text", "text": {"body": "x"}}}},
    "edit of nothing": {"type": "edit", "edit": []},
    "revoke": {"type": "revoke", "revoke": {"original_message_id": "wamid.1"}},
    "reaction": {"type": "reaction", "reaction": {"message_id": "wamid.1", "emoji": "\u202e" * 500}},
    "unsupported": {"type": "unsupported", "errors": [{"code": 131051}, None, {"code": "x"}]},
    "of tomorrow": {"type": "hologram", "hologram": {"x": [[[]]]}},
    "text that is none": {"type": "text", "text": {"body": {"a": 1}}},
    "image": {"type": "image", "image": {"id": "../../x", "caption": "*http://evil.example*", "mime_type": 7}},
    "template button": {"type": "button", "button": {"payload": "n:hand_back:1", "text": "x" * 5000}},
    "system of nothing": {"type": "system", "system": {"type": "user_changed_number", "wa_id": "x", "user_id": {}}},
    "context": {"type": "text", "text": {"body": "hi"}, "context": {"id": "' OR 1=1", "from": "910000000104"}},
    "a type that is a list": {"type": ["text"], "text": {"body": "hi"}},
}  # fmt: skip


def test_no_odd_message_breaks_any_step(siege: Siege) -> None:
    walk_to_summary(siege)
    put = "UPDATE chats SET script = :script, step = :step, parked_until = NULL WHERE id IN (SELECT chat_id FROM inbox)"
    for script, step in STEPS:
        siege.does(put, script=script, step=step)
        siege.sends(*({**MALLORY, **message} for message in ODD_MESSAGES.values()))
    assert siege.failed() == []
    assert siege.rows("SELECT FROM orders o JOIN identities i USING (customer_id) WHERE i.value = :p"
                      " AND o.status NOT IN ('awaiting_payment', 'cancelled')", p=MALLORY["from"]) == []  # fmt: skip


LONG_TEXTS = {
    "letters": "a" * 100_000 + "!",
    "digits": "9" * 100_000,
    "marks": "a" + "\u0301\u0327" * 50_000,
    "nothing": "\u200b\u200d" * 50_000,
    "spaces": " \u00a0" * 50_000 + "x",
    "ligatures": "\ufdfa" * 50_000,
    "dots": "a." * 50_000,
    "flats": "b-1 " * 25_000,
    "towers": "tower " * 20_000,
    "dashes": "-1" * 50_000,
    "lines": "1. *x*\n> " * 12_000,
    "digits of others": "๒٣２" * 30_000,
}


@pytest.mark.parametrize("kind", LONG_TEXTS)
def test_a_long_text_costs_no_more_than_a_short_one_allows(siege: Siege, kind: str) -> None:
    """Each text at a third of the steps, so that each step hears four of them; `make trouble` tries every pair."""
    hears_at_each(siege, kind, STEPS[list(LONG_TEXTS).index(kind) % 3 :: 3])


@pytest.mark.trouble
@pytest.mark.parametrize("kind", LONG_TEXTS)
def test_a_long_text_costs_no_more_at_any_step(siege: Siege, kind: str) -> None:
    hears_at_each(siege, kind, STEPS)


def hears_at_each(siege: Siege, kind: str, steps: list[tuple[str, str]]) -> None:
    """Judged by what Python does, not by the clock: calls of functions while one message is handled at each step."""
    walk_to_summary(siege)
    put = "UPDATE chats SET script = :script, step = :step, parked_until = NULL WHERE id IN (SELECT chat_id FROM inbox)"
    for script, step in steps:
        siege.does(put, script=script, step=step)
        assert siege.posts({**MALLORY, "type": "text", "text": {"body": LONG_TEXTS[kind]}}).status_code == 200
        calls = count_calls(siege.works)
        assert calls < 400_000, (script, step, calls)
    assert siege.failed() == []


def count_calls(work: Any) -> int:
    import sys  # noqa: PLC0415

    calls = 0

    def note(frame: object, event: str, arg: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return calls


QUANTITIES = [
    "-1",
    "1.5",
    "1e3",
    "1000000000",
    "99999",
    "½",
    "1/2",
    "1,000",
    "0x10",
    "+-2",
    "NaN",
    "1 2",
    "٣ 4",
]


@pytest.mark.parametrize("typed", QUANTITIES)
def test_no_odd_number_changes_the_cart(siege: Siege, typed: str) -> None:
    walk_to_summary(siege)
    siege.says("cart")
    cart = (
        "SELECT c.customer_id, l.pack_id, l.quantity FROM cart_items l JOIN carts c ON c.id = l.cart_id ORDER BY 1, 2"
    )
    before = siege.rows(cart)
    siege.says(typed)
    siege.says(f"kesar {typed}")
    assert siege.rows(cart) == before
    assert siege.failed() == []


@pytest.mark.parametrize(("typed", "meant"), [("２", 2), ("२", 2), ("3", 3), ("two", 2)])
def test_numbers_that_people_type_are_understood(siege: Siege, typed: str, meant: int) -> None:
    walk_to_summary(siege)
    siege.says("cart")
    siege.says(typed)
    [row] = siege.rows("SELECT l.quantity FROM cart_items l JOIN carts c ON c.id = l.cart_id JOIN identities i"
                       " USING (customer_id) WHERE i.value = :p", p=MALLORY["from"])  # fmt: skip
    assert row.quantity == meant


def test_a_message_two_days_old_does_nothing(siege: Siege) -> None:
    code = walk_to_summary(siege)
    with transaction() as session:
        old = str(int((read_now(session) - timedelta(days=2)).timestamp()))
    for verb in ("pays_cash", "pays_online", "cancels_order"):
        siege.sends({**tap(f"n:{verb}:{code}"), "timestamp": old})
    siege.sends({**MALLORY, "type": "text", "text": {"body": "cash"}, "timestamp": old})
    [order] = siege.rows("SELECT status FROM orders WHERE code = :code", code=code)
    assert order.status == "awaiting_payment"
    assert siege.rows("SELECT FROM payment_links") == []


def test_a_flood_of_words_reaches_the_founder_as_a_few_messages(siege: Siege) -> None:
    siege.says("hi", FOUNDER)
    siege.says("hi")
    siege.says("talk to us")
    before = len(siege.said_to(FOUNDER))
    for _ in range(3):
        siege.sends(*({**MALLORY, "type": "text", "text": {"body": f"spam {number}"}} for number in range(100)))
        siege.sends(*({**MALLORY, "type": "image", "image": {"id": "1"}} for _ in range(50)))
    assert len(siege.said_to(FOUNDER)) - before <= 30


def test_a_flood_of_pictures_reaches_the_founder_as_a_few_messages(siege: Siege) -> None:
    siege.says("hi", FOUNDER)
    before = len(siege.said_to(FOUNDER))
    siege.sends(*({**MALLORY, "type": "image", "image": {"id": str(number)}} for number in range(300)))
    for _ in range(40):
        siege.says("talk to us")
        siege.says("menu")
    assert len(siege.said_to(FOUNDER)) - before <= 30
