"""A number that somebody tells us names nobody: who is who comes from WhatsApp alone (faults F100, F101, rule I19)."""

from typing import Any

import pytest

from core.clock import read_now
from core.db import transaction
from core.recognition.actions import recognise
from tests.security.conftest import Siege

HIDDEN = {"from_user_id": "IN.HIDDEN"}
VICTIM = "919876543210"


def reach_the_phone_question(siege: Siege) -> None:
    siege.says("hi", HIDDEN)
    for prefix in ("picks_variety", "picks_pack"):
        siege.taps(next(each for each in siege.buttons(HIDDEN) if f":{prefix}:" in each), who=HIDDEN)
    siege.says("Palm Grove B-1203", HIDDEN)
    siege.taps(next(each for each in siege.buttons(HIDDEN) if ":picks_slot:" in each), who=HIDDEN)


def card(phone: str) -> dict[str, Any]:
    return {**HIDDEN, "type": "contacts", "contacts": [{"phones": [{"phone": f"+{phone}", "wa_id": phone}]}]}


@pytest.mark.parametrize("how", ["typed", "card", "tap"])
def test_a_number_told_is_for_the_rider_and_names_nobody(siege: Siege, how: str) -> None:
    reach_the_phone_question(siege)
    if how == "typed":
        siege.says(f"+{VICTIM}", HIDDEN)
    elif how == "card":
        siege.sends(card(VICTIM))
    else:
        siege.taps(f"n:tells_phone:{VICTIM}", who=HIDDEN)
    assert any(":pays_cash:" in each for each in siege.buttons(HIDDEN))
    assert siege.rows("SELECT FROM identities WHERE value = :phone", phone=VICTIM) == []
    assert siege.rows("SELECT FROM users WHERE contact_phone = :phone", phone=VICTIM) != []
    # Its owner, whom WhatsApp names by the phone alone, is somebody new and gets an answer of their own.
    siege.says("hi", {"from": VICTIM})
    [theirs] = siege.rows("SELECT customer_id FROM identities WHERE value = :phone", phone=VICTIM)
    [teller] = siege.rows("SELECT customer_id FROM identities WHERE value = 'IN.HIDDEN'")
    assert theirs != teller


def told(siege: Siege) -> list[str]:
    return [row.contact_phone for row in siege.rows("SELECT contact_phone FROM users WHERE contact_phone <> ''")]


@pytest.mark.parametrize(
    "written", ["098765 43210", "98765 43210", "+91 98765\u201143210", "\u202a+91 98765 43210\u202c"]
)
def test_a_number_in_a_card_is_kept_as_one_that_can_be_called(siege: Siege, written: str) -> None:
    reach_the_phone_question(siege)
    siege.sends({**HIDDEN, "type": "contacts", "contacts": [{"phones": [{"phone": written}]}]})
    assert told(siege) == [VICTIM]


def test_a_number_in_a_sentence_is_found_and_what_is_none_always_gets_an_answer(siege: Siege) -> None:
    reach_the_phone_question(siege)
    for odd in ("12345", "987654321", "98765432101"):
        assert "I could not read one phone number" in siege.says(odd, HIDDEN)[-1]
    for _ in range(2):
        before = len(siege.said_to(HIDDEN))
        siege.sends({**HIDDEN, "type": "contacts", "contacts": [{"phones": [{"phone": "ask me"}]}]})
        assert "I could not read one phone number" in siege.said_to(HIDDEN)[before:][-1]
    both = siege.says("98765 43210 or 91234 56780", HIDDEN)
    assert "more than one number" in both[-1]
    assert [each.rpartition(":")[2] for each in siege.buttons(HIDDEN)] == [VICTIM, "919123456780"]
    assert "May the rider call this number?" in siege.says("not 98765 43210", HIDDEN)[-1]
    assert told(siege) == []
    siege.says("my number is 98765 43210, call after 6", HIDDEN)
    assert told(siege) == [VICTIM]


def test_the_founders_number_told_by_a_customer_opens_nothing(siege: Siege) -> None:
    reach_the_phone_question(siege)
    siege.sends(card("910000000104"))
    answers = siege.says("waiting", HIDDEN)
    assert not any("founder" in answer for answer in answers)
    [owner] = siege.rows("SELECT staff_id FROM identities WHERE value = '910000000104'")
    assert owner.staff_id is not None


@pytest.mark.parametrize("arg", ["<script>", "x" * 300, "12", "+" * 20, "http://evil.example", "9" * 16, "987654321"])
def test_only_a_number_is_noted(siege: Siege, arg: str) -> None:
    reach_the_phone_question(siege)
    siege.taps(f"n:tells_phone:{arg}", who=HIDDEN)
    assert siege.rows("SELECT FROM users WHERE contact_phone <> ''") == []
    assert siege.failed() == []


def test_a_change_of_number_moves_only_the_number_of_its_sender(siege: Siege) -> None:
    siege.says("hi", {"from": VICTIM, "from_user_id": "IN.VICTIM"})
    siege.says("hi", HIDDEN)
    # The user id decides who speaks; the phone that came along stays its owner's.
    news = {"type": "user_changed_number", "wa_id": "910000000888"}
    siege.sends({"from": VICTIM, **HIDDEN, "type": "system", "system": news})
    assert siege.rows("SELECT FROM identities WHERE value = '910000000888'") == []
    assert len(siege.rows("SELECT FROM identities WHERE value = :phone", phone=VICTIM)) == 1


def test_staff_never_move_by_message(siege: Siege) -> None:
    siege.says("waiting", {"from": "910000000104"})
    for kind in ("user_changed_number", "user_changed_user_id"):
        news = {"type": kind, "wa_id": "910000000888", "user_id": "IN.EVIL"}
        siege.sends({"from": "910000000104", "type": "system", "system": news})
    assert siege.rows("SELECT FROM identities WHERE value IN ('910000000888', 'IN.EVIL')") == []


def test_a_founders_phone_with_another_user_id_is_not_the_founder(siege: Siege) -> None:
    siege.says("waiting", {"from": "910000000104", "from_user_id": "IN.FOUNDER"})
    siege.says("waiting", {"from": "910000000104", "from_user_id": "IN.THIEF"})
    with transaction() as session:
        thief = recognise(session, phone=None, user_id="IN.THIEF", parent_user_id=None, name="", now=read_now(session))
    assert thief.staff_id is None
    assert siege.rows("SELECT FROM alerts WHERE code = 'staff-phone-changed-hands'") != []


def test_a_foreign_contact_never_chooses_the_sender(siege: Siege) -> None:
    """The contact that Meta lists beside somebody else's message is not the sender's."""
    contact = {"profile": {"name": "F"}, "wa_id": "910000000104", "user_id": "IN.FOUNDER"}
    siege.sends({**HIDDEN, "type": "text", "text": {"body": "waiting"}, "contact": contact})
    assert siege.rows("SELECT FROM identities WHERE value = 'IN.HIDDEN' AND staff_id IS NULL") != []
