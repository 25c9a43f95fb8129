"""What Meta tells of our account, number and name: every event of the account rings, the rest when it is serious."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from typing import Any

import pytest
from sqlalchemy import text

from bot.account_news import FIELDS, read_account_news
from core.db import transaction
from tests.support.desk import FOUNDER, Desk


def tell(desk: Desk, field: str, value: Any, time: int) -> None:
    """As Meta does: signed, through the door."""
    entry = {"id": desk.settings.whatsapp_business_account_id, "time": time}
    change = {"field": field, "value": value}
    body = json.dumps({"object": "whatsapp_business_account", "entry": [{**entry, "changes": [change]}]}).encode()
    secret = desk.settings.whatsapp_app_secret.get_secret_value().encode()
    signature = hmac.new(secret, body, hashlib.sha256).hexdigest()
    headers = {"X-Hub-Signature-256": f"sha256={signature}"}
    desk.shop.post("/webhooks/whatsapp", content=body, headers=headers).raise_for_status()
    desk.work()


def ban(state: str) -> dict[str, Any]:
    return {"event": "DISABLED_UPDATE", "ban_info": {"waba_ban_state": state, "waba_ban_date": "April 17, 2027"}}


def test_a_ban_after_an_unban_rings_and_every_event_says_what_it_is(desk: Desk) -> None:
    desk.employ_founder()
    events = [
        {"event": "PARTNER_ADDED"},
        *(ban(s) for s in ("SCHEDULE_FOR_DISABLE", "DISABLE", "REINSTATE", "DISABLE")),
    ]
    for time, value in enumerate(events):
        tell(desk, "account_update", value, time)
        tell(desk, "account_update", value, time)
    partner, planned, banned, unbanned, again = desk.texts(FOUNDER)
    assert re.search("PARTNER.ADDED", partner)
    assert "will be disabled (April 17, 2027)" in planned
    assert "nothing can be sent" in banned
    assert "works again" in unbanned
    assert banned == again
    with transaction() as session:
        open_matters = session.execute(text("SELECT subject FROM alerts WHERE resolved_at IS NULL ORDER BY subject"))
        subjects = ["account_update:DISABLE", "account_update:PARTNER_ADDED", "account_update:REINSTATE"]
        assert list(open_matters.scalars()) == subjects


def test_bad_news_of_the_number_rings_each_time_and_good_news_close_it(desk: Desk) -> None:
    desk.employ_founder()
    quality = [("FLAGGED", 1), ("FLAGGED", 2), ("UNFLAGGED", 2), ("FLAGGED", 3), ("THROUGHPUT_UPGRADE", 3)]
    for time, (event, rings) in enumerate(quality):
        tell(desk, "phone_number_quality_update", {"event": event, "current_limit": "TIER_2K"}, time)
        assert len(desk.texts(FOUNDER)) == rings, event
        assert desk.alerts() == (set() if event == "UNFLAGGED" else {"whatsapp-account"})


def test_trouble_that_comes_with_every_message_rings_once_a_day(desk: Desk) -> None:
    desk.employ_founder()
    number = {"metadata": {"phone_number_id": desk.settings.whatsapp_phone_number_id}}
    trouble = {**number, "errors": [{"code": 130429, "title": "Rate limit hit"}]}
    for time in range(3):
        tell(desk, "messages", trouble, time)
    assert len(desk.texts(FOUNDER)) == 1
    desk.advance(hours=23)
    desk.meet(FOUNDER)
    tell(desk, "messages", trouble, 4)
    assert len(desk.texts(FOUNDER)) == 1
    desk.advance(hours=2)
    tell(desk, "messages", trouble, 5)
    assert len(desk.texts(FOUNDER)) == 2
    assert "130429" in desk.texts(FOUNDER)[0]


@pytest.mark.parametrize(
    ("field", "value", "serious"),
    [
        ("account_update", {"event": "ACCOUNT_VIOLATION", "violation_info": {"violation_type": "ADULT"}}, True),
        ("account_update", {"event": "SOMETHING_NEW"}, True),
        ("account_update", {}, True),
        ("account_alerts", {"alert_info": {"alert_type": "OBA_APPROVED", "alert_severity": "INFORMATIONAL"}}, True),
        ("business_status_update", {"event": "COMPROMISED_NOTIFICATION"}, True),
        ("phone_number_quality_update", {"event": "DOWNGRADE"}, True),
        ("phone_number_quality_update", {"event": "ONBOARDING"}, False),
        ("account_review_update", {"decision": "REJECTED"}, True),
        ("account_review_update", {"decision": "APPROVED"}, False),
        ("phone_number_name_update", {"decision": "REJECTED", "rejection_reason": "NAME_EMPLOYEE_ISSUE"}, True),
        ("phone_number_name_update", {"decision": "DEFERRED"}, False),
        ("business_capability_update", {"max_daily_conversation_per_phone": 250}, True),
        ("business_capability_update", {"max_daily_conversations_per_business": "TIER_250"}, True),
        ("business_capability_update", {"max_daily_conversations_per_business": "2000"}, False),
        ("business_capability_update", {"max_daily_conversations_per_business": "TIER_2K"}, False),
        ("business_capability_update", {"max_daily_conversation_per_phone": -1}, False),
        ("business_capability_update", {"max_phone_numbers_per_business": 2}, False),
        ("security", {"event": "PIN_CHANGED", "requester": "61555822107539"}, True),
        ("security", {"event": "PIN_RESET_REQUEST"}, True),
    ],
)
def test_what_is_serious(field: str, value: dict[str, Any], serious: bool) -> None:
    (news,) = read_account_news(field, value)
    assert news.serious == serious
    assert not any(character.isdigit() for character in news.detail)


def test_what_was_judged_is_named(desk: Desk) -> None:
    desk.employ_founder()
    for time, field in enumerate(("account_review_update", "phone_number_name_update")):
        tell(desk, field, {"decision": "REJECTED"}, time)
    review, name = desk.texts(FOUNDER)
    assert "reviewed our WhatsApp account" in review
    assert "display name" in name


@pytest.mark.parametrize("field", sorted(FIELDS))
@pytest.mark.parametrize("value", [None, [], "x", {}, {"event": 7, "decision": [], "ban_info": "x"}, [{"code": {}}, 5]])
def test_any_shape_is_read(field: str, value: Any) -> None:
    for news in read_account_news(field, value):
        assert isinstance(news.event, str)


def test_a_template_that_gets_worse_and_worse_rings_each_time(desk: Desk) -> None:
    desk.employ_founder()
    name = {"message_template_name": "order_confirmed", "message_template_language": "en"}
    for time, event in enumerate(("FLAGGED", "PAUSED", "DISABLED")):
        tell(desk, "message_template_status_update", {**name, "event": event, "reason": "NONE"}, time)
    for time, score in enumerate(("RED", "GREEN", "RED")):
        tell(desk, "message_template_quality_update", {**name, "new_quality_score": score}, time)
    assert len(desk.texts(FOUNDER)) == 5
    assert desk.alerts() == {"template-paused", "template-quality"}
    with transaction() as session:
        reasons = session.scalars(
            text("SELECT reason FROM templates WHERE name = 'order_confirmed' AND language = 'en'")
        )
        assert set(reasons) == {""}, "NONE is Meta's word for no reason"
