"""Ids of buttons are only words that a client sends back: nobody reaches what is not theirs, and no turn breaks."""

import pytest

from flows.scripts import CUSTOMERS
from tests.security.conftest import MALLORY, REGULAR, Siege, walk_to_summary

STRANGE = (
    "", "0", "-1", "999999", "9" * 15, "9" * 16, "9" * 22, "9" * 200, "1x1", "999999x-3", "1x999999999", "0x0",
    "9" * 20 + "x1", "1x" + "9" * 21, "1x1x1", "٣", "๒x๒", "abc", "1,abc|x", "1,2,3|", "|", "1|",
    "1|B-1203", "9" * 22 + "|B-1",
    "' OR 1=1; DROP TABLE orders;--", "{ $code }", "{{7*7}}", "%(code)s", "\u202e\u200d\ufffd",
    "a:b\nc", "\u0000", "\ud800",
    "../../etc/passwd", "NaN", "1e3", "true", "[]", "x" * 500,
)  # fmt: skip
BREAKS_OFF = {"wants_human"}  # parks the chat, so that nothing after it is heard


@pytest.fixture
def theirs(siege: Siege) -> str:
    """The code of somebody else's order."""
    code: str = siege.rows(
        "SELECT o.code FROM orders o JOIN identities i USING (customer_id) WHERE i.value = :phone",
        phone=REGULAR["from"],
    )[0].code
    return code


OTHERS = ("hand_back", "waiting", "waiting_customer", "order_again", "my_order")
TRIGGERS = (*sorted(CUSTOMERS.triggers - BREAKS_OFF), *OTHERS)


def test_no_made_up_id_breaks_a_turn(siege: Siege, theirs: str) -> None:
    """Each trigger with a quarter of what is strange and somebody else's order; `make trouble` tries every pair."""
    walk_to_summary(siege)
    for place, trigger in enumerate(TRIGGERS):
        siege.taps(*(f"n:{trigger}:{arg}" for arg in (*STRANGE[place % 4 :: 4], theirs, f"{theirs}.1")))
    assert siege.failed() == []


@pytest.mark.trouble
@pytest.mark.parametrize("trigger", TRIGGERS)
def test_no_trigger_breaks_on_any_made_up_id(siege: Siege, trigger: str) -> None:
    walk_to_summary(siege)
    siege.taps(*(f"n:{trigger}:{arg}" for arg in STRANGE))
    assert siege.failed() == []


@pytest.mark.parametrize(("script", "step"), [(script.name, step) for script in CUSTOMERS for step in script.steps])
def test_no_step_breaks_on_an_id_of_another(siege: Siege, script: str, step: str) -> None:
    siege.says("hi")
    put = "UPDATE chats SET script = :script, step = :step WHERE id IN (SELECT chat_id FROM inbox)"
    for tap_id in (
        "5:picks_pack:999999x-3",
        "1:tells_phone:<script>",
        "1:says_note:x",
        "n:finds_apartments:x|y",
        "x" * 256,
    ):
        siege.does(put, script=script, step=step)
        siege.taps(tap_id)
    assert siege.failed() == []


def test_other_peoples_orders_stay_theirs(siege: Siege, theirs: str) -> None:
    before = siege.rows("SELECT id, status, version FROM orders WHERE code = :code", code=theirs)
    siege.says("hi")
    verbs = ("opens_order", "my_order", "cancel_order", "wants_cancel", "cancels_order", "repeats", "order_again",
             "pays_cash", "pays_online", "asks_for_link", "tracks")  # fmt: skip
    answers = siege.taps(*(f"n:{verb}:{code}" for verb in verbs for code in (theirs, theirs.lower(), f" {theirs} ")))
    changes = ("wants_order_change", "changes_window", "changes_fruit", "changes_order", "writes_order_note",
               "says_order_note", "drops_order_note", "picks_window", "picks_order_line", "sets_count", "moves_to",
               "moves_order", "wishes_change", "prepays", "pays_at_door")  # fmt: skip
    answers += siege.taps(*(f"n:{verb}:{theirs}{rest}" for verb in changes for rest in ("", ".1", ".1x0")))
    answers += siege.says(theirs) + siege.says(f"cancel {theirs}")
    assert not [answer for answer in answers if theirs in answer]
    assert siege.rows("SELECT id, status, version FROM orders WHERE code = :code", code=theirs) == before
    assert (
        siege.rows("SELECT * FROM orders o JOIN identities i USING (customer_id) WHERE i.value = :p", p=MALLORY["from"])
        == []
    )


def test_other_peoples_homes_stay_theirs(siege: Siege) -> None:
    siege.says("hi")
    homes = siege.rows("SELECT id FROM addresses")
    assert homes
    siege.taps(*(f"n:picks_home:{home.id}" for home in homes))
    foreign = "SELECT FROM carts c JOIN addresses a ON a.id = c.address_id WHERE a.customer_id <> c.customer_id"
    assert siege.rows(foreign) == []


def test_a_customer_hands_nobody_back_and_sees_nobody_waiting(siege: Siege) -> None:
    siege.says("talk to us", REGULAR)
    [parked] = siege.rows("SELECT id, parked_until FROM chats WHERE parked_until IS NOT NULL")
    answers = siege.says("hi") + siege.says("waiting")
    answers += siege.taps(f"n:hand_back:{parked.id}", f"n:waiting_customer:{parked.id}", "n:waiting:", "1:waiting:")
    assert siege.rows("SELECT id, parked_until FROM chats WHERE parked_until IS NOT NULL") == [parked]
    assert not [answer for answer in answers if REGULAR["from"] in answer]
