"""Who wrote and who became who, in every shape that Meta has for it (WHATSAPP §1.6, fault F132)."""

from __future__ import annotations

from typing import Any

import pytest

from core.identities.names import Change, Names
from core.inbox.senders import SenderIdentity, read_change, read_sender

OLD_PHONE, NEW_PHONE = "910000000211", "910000000212"
OLD, NEW = "IN.OLD", "IN.NEW"


@pytest.mark.parametrize(
    ("message", "contact", "expected"),
    [
        ({"from": "910000000101"}, {}, SenderIdentity("910000000101")),
        ({"from": "+910000000101"}, {}, SenderIdentity("910000000101")),
        ({"from": "+91 00000-00101"}, {}, SenderIdentity("910000000101")),
        ({"from": "IN.AbC123"}, {}, SenderIdentity(None, "IN.AbC123")),
        ({"from": "IN.AbC123"}, {"wa_id": "910000000101"}, SenderIdentity("910000000101", "IN.AbC123")),
        ({"from": "IN.AbC123", "from_user_id": "IN.2"}, {}, SenderIdentity(None, "IN.2")),
        ({}, {"wa_id": "IN.AbC123"}, SenderIdentity(None, "IN.AbC123")),
        ({"from_user_id": "910000000101"}, {}, SenderIdentity()),
        ({"from": "12345"}, {}, SenderIdentity()),
        ({"from": "9" * 16}, {}, SenderIdentity()),
        ({"from": "IN." + "x" * 6000, "from_parent_user_id": "IN." + "x" * 6000}, {}, SenderIdentity()),
        ({"from": "<b>IN.1</b>", "from_user_id": "IN.\x00"}, {"user_id": "IN.\ud800"}, SenderIdentity()),
        ({}, {"parent_user_id": "IN.ENT.1"}, SenderIdentity(None, None, "IN.ENT.1")),
    ],
)
def test_a_sender_is_read_by_the_shape_of_the_name(
    message: dict[str, Any], contact: dict[str, Any], expected: SenderIdentity
) -> None:
    assert read_sender(message, contact) == expected


NUMBER = {"type": "user_changed_number", "wa_id": NEW_PHONE}
USER_ID = {"type": "user_changed_user_id", "user_id": NEW}
MOVED = Change(Names(OLD_PHONE, OLD), Names(NEW_PHONE, NEW), left_number=True)
RENAMED = Change(Names(None, OLD), Names(None, NEW))


@pytest.mark.parametrize(
    ("beside", "system", "expected"),
    [
        ({"from_user_id": NEW}, {**USER_ID, "previous_user_id": OLD}, RENAMED),
        ({}, {**USER_ID, "previous_user_id": OLD}, RENAMED),
        ({"from_user_id": OLD}, USER_ID, RENAMED),
        ({"from": OLD}, USER_ID, RENAMED),
        ({"from_user_id": NEW}, {"type": "user_changed_user_id", "previous_user_id": OLD}, RENAMED),
        ({"from": OLD_PHONE, "from_user_id": NEW}, {**NUMBER, "user_id": NEW, "previous_user_id": OLD}, MOVED),
        ({"from": OLD_PHONE}, {**NUMBER, "user_id": NEW, "previous_user_id": OLD}, MOVED),
        ({"from": "+" + OLD_PHONE, "from_user_id": OLD}, {**NUMBER, "user_id": NEW}, MOVED),
        ({"from": NEW_PHONE, "from_user_id": NEW},
         {**NUMBER, "user_id": NEW, "previous_user_id": OLD, "customer": OLD_PHONE}, MOVED),
        ({"from": OLD_PHONE}, {"type": "user_changed_number", "new_wa_id": NEW_PHONE},
         Change(Names(OLD_PHONE), Names(NEW_PHONE), left_number=True)),
        ({"from_user_id": NEW}, {**USER_ID, "parent_user_id": "IN.ENT.2", "previous_parent_user_id": "IN.ENT.1"},
         Change(Names(None, None, "IN.ENT.1"), Names(None, NEW, "IN.ENT.2"))),
        ({"from": OLD_PHONE}, {"type": "customer_identity_changed", "identity": "x"}, None),
        ({"from": OLD_PHONE}, {"type": "group_participants_changed", "wa_id": NEW_PHONE}, None),
        ({"from": OLD_PHONE}, {}, None),
    ],
)  # fmt: skip
def test_what_differs_from_the_new_name_is_an_old_one(
    beside: dict[str, Any], system: dict[str, Any], expected: Change | None
) -> None:
    assert read_change({**beside, "type": "system", "system": system}) == expected


def test_the_field_of_its_own_says_the_same() -> None:
    item = {"wa_id": NEW_PHONE, "user_id": {"previous": OLD, "current": NEW}, "timestamp": 1}
    change = read_change({"type": "user_id_update", "user_id_update": item})
    assert change == Change(Names(NEW_PHONE, OLD), Names(NEW_PHONE, NEW))


def test_words_are_no_news_of_a_change() -> None:
    assert read_change({"type": "text", "from": OLD, "system": USER_ID}) is None
