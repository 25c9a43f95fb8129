"""Whoever stops offers in WhatsApp's own menu gets none, and may ask for them again there."""

import pytest

from bot.preferences import handle_preferences
from core.db import transaction
from core.outbox.tables import MessageClass
from tests.support.desk import CUSTOMER, Desk


def test_offers_are_stopped_and_resumed_in_whatsapps_menu(desk: Desk) -> None:
    desk.meet()
    desk.agree_to_offers()
    choose(desk, stopped=True)
    assert not desk.offers_wanted()
    desk.tell("hold-expired", message_class=MessageClass.MARKETING, code="7KQ3AC")
    desk.tell("hold-expired", code="7KQ3AC")
    desk.work()
    assert desk.states() == ["dropped", "done"]
    choose(desk, stopped=False)
    assert desk.offers_wanted()


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        {"user_preferences": "x"},
        {"user_preferences": [None, {}, {"user_id": 7, "category": [], "value": {}}]},
        {"user_preferences": [{"user_id": "IN.unknown", "category": "marketing_messages", "value": "stop"}]},
    ],
)
def test_strangers_and_other_shapes_are_passed_over(value: object) -> None:
    with transaction() as session:
        handle_preferences(session, value)


def choose(desk: Desk, *, stopped: bool) -> None:
    desk.outside.post(f"/sim/phones/{CUSTOMER}/marketing", json={"stopped": stopped}).raise_for_status()
    desk.work()
