"""Somebody gets another number or user id: cart, orders and homes stay theirs, and the news itself makes nobody."""

from __future__ import annotations

import json
from typing import Any

from tests.security.conftest import MALLORY, Siege

PHONE, NEW_PHONE = "9100000077", "9100000088"
OLD, NEW = "IN.OLD", "IN.NEW"
ASHA = {"from": PHONE, "from_user_id": OLD}
NUMBER = {"type": "user_changed_number", "wa_id": NEW_PHONE, "user_id": NEW, "previous_user_id": OLD}
USER_ID = {"type": "user_changed_user_id", "user_id": NEW, "previous_user_id": OLD}
# What comes beside the news, the news, and how she writes from then on.
CHANGES: dict[str, tuple[dict[str, Any], dict[str, Any], dict[str, str]]] = {
    "the new user id beside": ({"from_user_id": NEW}, USER_ID, {"from_user_id": NEW}),
    "nothing beside": ({}, USER_ID, {"from_user_id": NEW}),
    "the old user id alone": (
        {"from_user_id": OLD},
        {"type": "user_changed_user_id", "user_id": NEW},
        {"from_user_id": NEW},
    ),
    "a number and the new user id beside": ({"from": PHONE, "from_user_id": NEW}, NUMBER, {"from_user_id": NEW}),
    "a number and no user id beside": ({"from": PHONE}, NUMBER, {"from": NEW_PHONE}),
    "a number with plus": ({"from": f"+{PHONE}"}, NUMBER, {"from": f"+{NEW_PHONE}", "from_user_id": NEW}),
    "a number only": ({"from": PHONE}, {"type": "user_changed_number", "wa_id": NEW_PHONE}, {"from": NEW_PHONE}),
}
WHO = "SELECT u.name FROM users u JOIN identities i ON i.customer_id = u.id WHERE i.value = :value"
TEXT = {"type": "text", "text": {"body": "cart"}}


def with_names_of(number: int, value: Any) -> Any:
    """The same with names that are nobody else's: each story has an Asha of its own."""
    words = json.dumps(value)
    for name in (PHONE, NEW_PHONE, OLD, NEW):
        words = words.replace(name, f"{name}{number:02d}")
    return json.loads(words)


def fill_cart(siege: Siege, who: dict[str, str]) -> None:
    siege.says("hi", who)
    for prefix in ("picks_variety", "picks_pack"):
        siege.taps(next(each for each in siege.buttons(who) if f":{prefix}:" in each), who=who)


def count(siege: Siege, what: str) -> int:
    return int(siege.rows(f"SELECT count(*) AS number FROM {what}")[0].number)


def test_the_cart_goes_along_with_the_name(siege: Siege) -> None:
    for number, (how, change) in enumerate(CHANGES.items()):
        asha, (beside, system, she) = with_names_of(number, ASHA), with_names_of(number, change)
        fill_cart(siege, asha)
        people = count(siege, "users")
        # Her first words under the new name lie before the news in the same second, and the news comes twice.
        siege.sends({**she, **TEXT}, {**beside, "type": "system", "system": system})
        siege.sends({**beside, "type": "system", "system": system})
        new_name = {name: value.removeprefix("+") for name, value in she.items()}
        assert "Alphonso" in siege.said_to(new_name)[-1], how
        assert (count(siege, "users"), siege.failed(), count(siege, "alerts")) == (people, [], 0), how


def test_news_of_strangers_make_nobody(siege: Siege) -> None:
    people = count(siege, "users")
    for beside, system, _ in CHANGES.values():
        siege.sends({**beside, "type": "system", "system": system}, {"type": "system", "system": {}})
    assert (count(siege, "users"), count(siege, "alerts"), siege.failed()) == (people, 0, [])
    assert siege.rows("SELECT FROM inbox WHERE status = 'pending' AND kind = 'message'") == []


def test_a_number_with_plus_and_a_user_id_in_its_place_are_what_they_are(siege: Siege) -> None:
    fill_cart(siege, {"from": "910000000777"})
    people = count(siege, "users")
    siege.says("cart", {"from": "+910000000777"})
    assert "Alphonso" in siege.said_to({"from": "910000000777"})[-1]
    assert count(siege, "users") == people
    siege.says("hi", {"from": "IN.AbC123"})
    [name] = siege.rows("SELECT kind FROM identities WHERE value = 'IN.AbC123'")
    assert name.kind == "user_id"


def test_endless_names_keep_nobody_waiting_and_a_message_without_any_name_rings(siege: Siege) -> None:
    """Six thousand characters fit no index (54000), and no other new customer may wait for that."""
    endless = {"from_user_id": "IN.7", "from_parent_user_id": "IN.ENT." + "x1y2z3" * 1000}
    siege.sends({**endless, **TEXT}, {**MALLORY, **TEXT})
    assert siege.said_to({"from_user_id": "IN.7"})
    assert siege.said_to(MALLORY)
    assert siege.failed() == []
    siege.sends({"from": "x" * 6000, **TEXT}, {"from_user_id": "IN." + "x" * 6000, **TEXT})
    [alert] = siege.rows("SELECT code, times FROM alerts")
    assert (alert.code, alert.times) == ("message-without-sender", 2)


def test_a_name_that_comes_later_is_learnt_and_kept(siege: Siege) -> None:
    siege.sends({**ASHA, "type": "call"}, name="")
    siege.says("hi", ASHA, name="\u200b")
    assert [row.name for row in siege.rows(WHO, value=PHONE)] == [""]
    siege.says("cart", ASHA, name="Asha\u202e")
    assert [row.name for row in siege.rows(WHO, value=PHONE)] == ["Asha"]
    siege.says("cart", ASHA, name="")
    assert [row.name for row in siege.rows(WHO, value=PHONE)] == ["Asha"]
