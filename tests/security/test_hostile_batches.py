"""A batch in which everything is odd but one: that one is answered, and no odd one is left to be tried for ever."""

from __future__ import annotations

from itertools import cycle
from typing import Any

from jamango.inbox_events import apply_delivery_statuses, handle_one_news
from tests.security.conftest import MALLORY, Siege
from tests.support.hostile import JUNK, NOISE, SHAPES, STATUS, places_in, spoil

CALL = {"id": "wacid.1", "from": "910000000101", "from_user_id": "IN.1", "event": "connect", "timestamp": "1790000000"}
NEWS: dict[str, dict[str, Any]] = {
    "user_preferences": {"user_preferences": [{"user_id": "IN.1", "category": "marketing_messages", "value": "stop"}]},
    "message_template_status_update": {
        "event": "REJECTED", "message_template_id": 1, "message_template_name": "x", "message_template_language": "en",
        "reason": "x",
    },
    "template_category_update": {"message_template_name": "x", "new_category": "MARKETING"},
    "user_id_update": {"user_id_update": [{"wa_id": "91000000101", "user_id": {"previous": "IN.1", "current": "I.2"}}]},
    "smb_message_echoes": {"message_echoes": [{"id": "wamid.1"}]},
    "account_update": {"event": "DISABLED_UPDATE"},
}  # fmt: skip


HARSH = (99_999_999_999, NOISE, "\ud800")


def spoiled(shape: dict[str, Any], *ways: Any) -> list[Any]:
    """The shape with each of its places spoiled in each of these ways, or in two of all that there are, by turns."""
    places = range(1, places_in(shape))
    return [spoil(shape, place, way)[0] for place in places for way in ways or (next(by_turns), next(by_turns))]


by_turns = cycle(JUNK)


def numbered(messages: list[Any]) -> list[Any]:
    """Each with an id of its own, unless the id is what is odd."""
    ours = ("wamid.1", "wacid.1")
    return [
        {**each, "id": f"wamid.odd.{number}"} if isinstance(each, dict) and each.get("id") in ours else each
        for number, each in enumerate(messages)
    ]


def test_among_odd_neighbours_everybody_is_answered(siege: Siege) -> None:
    odd = numbered([each for shape in SHAPES for each in spoiled(shape)])
    middle = len(odd) // 2
    mallory = {**MALLORY, "id": "wamid.hi", "timestamp": "1790000000", "type": "text", "text": {"body": "hi"}}
    messages = {"messages": [*odd[:middle], mallory, *odd[middle:]], "statuses": numbered(spoiled(STATUS, *JUNK))}
    assert siege.tells({"field": "messages", "value": messages}).status_code == 200
    calls = {"field": "calls", "value": {"calls": numbered(spoiled(CALL))}}
    news = [{"field": field, "value": each} for field, value in NEWS.items() for each in spoiled(value, *HARSH)]
    assert siege.tells(calls, *(each for each in news if isinstance(each["value"], dict))).status_code == 200
    siege.works()
    while apply_delivery_statuses() or handle_one_news():
        pass
    assert siege.said_to(MALLORY)
    assert siege.rows("SELECT id, kind, error FROM inbox WHERE attempts > 0") == []
    assert {row.error for row in siege.rows("SELECT error FROM inbox WHERE status = 'dead'")} <= {"no sender"}
    assert len(siege.rows("SELECT FROM inbox")) > 400
    waiting = siege.rows("SELECT id, kind, error FROM inbox WHERE status = 'pending' AND error <> 'message unknown'")
    assert waiting == []
