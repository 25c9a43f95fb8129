"""What we mean to say reaches the phone, once and in order."""

from datetime import UTC, datetime

from core.outbox.tables import DeliveryStatus, MessageClass
from tests.support.desk import FOUNDER, Desk

SLOT = {
    "starts_at": datetime(2027, 5, 3, 2, 30, tzinfo=UTC).isoformat(),
    "ends_at": datetime(2027, 5, 3, 4, 30, tzinfo=UTC).isoformat(),
}
BOX = {
    "items": [{"names": {"en": "Kesar"}, "labels": {"en": "1 dozen"}, "quantity": 2}],
    "home": "B-1203",
    "apartment": {"en": "Palm Grove"},
}
CONFIRMED = {"code": "7KQ3AC", "token": "t", "total_paise": 240000, "payment_method": "cod", **SLOT, **BOX}


def test_replies_arrive_in_the_order_in_which_they_were_written(desk: Desk) -> None:
    desk.meet()
    for number in range(12):
        desk.say(f"line {number}")
    desk.work()
    assert desk.texts() == [f"line {number}" for number in range(12)]
    assert set(desk.states()) == {"done"}
    assert {row.delivery_status for row in desk.rows()} == {DeliveryStatus.DELIVERED}


def test_a_notice_is_worded_when_it_is_sent_in_the_readers_language(desk: Desk) -> None:
    desk.meet()
    desk.tell("order-confirmed", **CONFIRMED)
    desk.work()
    (shown,) = desk.screen()
    assert "₹2,400" in desk.texts()[0]
    assert [b["reply"]["id"] for b in shown["payload"]["interactive"]["action"]["buttons"]] == [
        "n:my_order:7KQ3AC",
        "n:wants_menu:",
    ]
    (row,) = desk.rows()
    assert row.sent_payload["interactive"]["body"]["text"] == desk.texts()[0]


def test_outside_the_window_a_notice_goes_by_its_template_and_a_reply_not_at_all(desk: Desk) -> None:
    desk.push_templates()
    desk.meet()
    desk.say("too late")
    desk.tell("order-confirmed", **CONFIRMED)
    desk.advance(hours=24, seconds=1)
    desk.work()
    assert desk.states() == ["dropped", "done"]
    assert [message["template"]["buttons"][0]["id"] for message in desk.screen()] == ["n:my_order:7KQ3AC"]
    assert desk.texts()[0].startswith("Your mango order 7KQ3AC is confirmed: ₹2,400, to pay in cash at the door.")


def test_a_reply_queued_just_before_the_window_closes_is_judged_when_it_is_sent(desk: Desk) -> None:
    desk.meet()
    desk.advance(hours=23, minutes=59, seconds=50)
    desk.say("in time")
    desk.work()
    desk.say("late")
    desk.advance(seconds=20)
    desk.work()
    assert desk.texts() == ["in time"]
    assert desk.rows()[1].error == "the window is closed"


def test_late_replies_give_way_to_the_newest_but_news_of_orders_do_not(desk: Desk) -> None:
    desk.meet()
    desk.say("first")
    desk.say("second")
    desk.tell("order-confirmed", **CONFIRMED)
    desk.say("newest")
    desk.advance(minutes=16)
    desk.work()
    assert desk.states() == ["dropped", "dropped", "done", "done"]
    assert desk.texts()[1] == "newest"


def test_marketing_needs_consent_at_the_moment_of_sending(desk: Desk) -> None:
    desk.meet()
    desk.tell("hold-expired", message_class=MessageClass.MARKETING, code="7KQ3AC")
    desk.work()
    desk.agree_to_offers()
    desk.tell("hold-expired", message_class=MessageClass.MARKETING, code="7KQ3AC")
    desk.work()
    assert desk.states() == ["dropped", "done"]


def test_a_message_that_cannot_be_worded_is_set_aside_and_the_next_proceeds(desk: Desk) -> None:
    desk.employ_founder()
    desk.meet()
    desk.tell("order-confirmed", code="7KQ3AC")
    desk.tell("no-such-notice")
    desk.say("hello")
    desk.work()
    assert desk.states() == ["dead", "dead", "done"]
    assert desk.texts() == ["hello"]
    assert "message-dead" in desk.alerts()
    assert any("could not be sent" in words for words in desk.texts(FOUNDER))


def test_somebody_without_a_phone_number_is_reached_by_the_user_id(desk: Desk) -> None:
    desk.meet()
    desk.forget_phones()
    desk.say("hello")
    desk.work()
    assert desk.texts() == ["hello"]
    assert "recipient" in desk.books()["messages"][-1]["payload"]


def test_the_pair_rate_lets_a_burst_through_and_then_one_each_six_seconds(desk: Desk) -> None:
    desk.sender._pair_seconds = 6
    desk.meet()
    for number in range(50):
        desk.say(f"line {number}")
    desk.work()
    assert len(desk.texts()) == 45
    desk.advance(seconds=12.5)
    desk.work()
    assert len(desk.texts()) == 47
