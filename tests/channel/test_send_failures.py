"""When Meta does not take a message, or says so later: what follows, and that nobody else waits for it."""

import pytest

from bot.messages import Text
from core.outbox.tables import MessageClass, OutboxKind
from tests.channel.test_sending import CONFIRMED
from tests.support.desk import CUSTOMER, FOUNDER, Desk


@pytest.mark.parametrize("mode", ["500", "502_html", "131016"])
def test_trouble_that_passes_is_tried_again(desk: Desk, mode: str) -> None:
    desk.meet()
    desk.fail_next(mode)
    desk.say("hello")
    desk.work()
    assert desk.states() == ["pending"]
    desk.make_due()
    desk.work()
    assert desk.texts() == ["hello"]


@pytest.mark.parametrize("mode", ["429", "130429"])
def test_too_much_at_once_slows_everybody_and_costs_no_try(desk: Desk, mode: str) -> None:
    desk.meet()
    desk.meet(FOUNDER)
    desk.fail_next(mode)
    desk.say("hello")
    desk.say("hello", FOUNDER)
    desk.work()
    assert desk.screen() == desk.screen(FOUNDER) == []
    assert desk.rows()[0].attempts == 0
    assert not desk.sender._breaker.may_send()
    desk.sender._breaker._paused_until = 0
    desk.make_due()
    desk.work()
    assert desk.texts() == desk.texts(FOUNDER) == ["hello"]


def test_the_pair_rate_holds_up_one_chat_only(desk: Desk) -> None:
    desk.meet()
    desk.meet(FOUNDER)
    desk.fail_next("131056", phone_id="regular")
    desk.say("hello")
    desk.say("hello", FOUNDER)
    desk.work()
    assert desk.texts() == []
    assert desk.texts(FOUNDER) == ["hello"]
    waited = desk.rows()[0]
    assert waited.next_attempt_at.timestamp() - waited.created_at.timestamp() >= 4
    desk.make_due()
    desk.work()
    assert desk.texts() == ["hello"]


def test_a_message_that_always_fails_makes_way_after_its_tries(desk: Desk) -> None:
    desk.meet()
    desk.switch(fail_sends=[{"mode": "500", "next": 8}])
    desk.say("poison")
    desk.say("hello")
    for _ in range(9):
        desk.work()
        desk.make_due()
    assert desk.states() == ["dead", "done"]
    assert desk.texts() == ["hello"]
    assert "message-dead" in desk.alerts()


@pytest.mark.parametrize("mode", ["100", "131009"])
def test_what_meta_will_never_take_is_given_up_at_once(desk: Desk, mode: str) -> None:
    desk.meet()
    desk.fail_next(mode)
    desk.say("wrong")
    desk.say("hello")
    desk.work()
    assert desk.states() == ["dead", "done"]
    assert "message-dead" in desk.alerts()


@pytest.mark.parametrize("mode", ["190", "200", "368"])
def test_when_meta_shuts_us_out_nothing_is_burnt_and_the_founder_hears_of_it(desk: Desk, mode: str) -> None:
    desk.employ_founder()
    desk.meet()
    desk.fail_next(mode, phone_id="regular")
    desk.say("hello")
    desk.work()
    assert desk.states() == ["pending"]
    assert desk.rows()[0].attempts == 0
    assert desk.alerts() == {"whatsapp-stopped"}
    assert desk.screen(FOUNDER) == [], "nothing is sent while the circuit is open"
    let_the_probe_come(desk)
    desk.make_due()
    desk.work()
    assert desk.texts() == ["hello"]
    assert desk.alerts() == set(), "the first success closes the matter"


def test_an_outage_of_all_messages_costs_none_of_them_its_tries(desk: Desk) -> None:
    desk.meet()
    desk.meet(FOUNDER)
    desk.switch(fail_sends=[{"mode": "500", "probability": 1}])
    desk.say("hello")
    desk.say("hello", FOUNDER)
    for _ in range(20):
        desk.sender._breaker._paused_until = 0
        desk.work()
        desk.make_due()
    assert desk.states() == desk.states(FOUNDER) == ["pending"]
    desk.switch(fail_sends=[])
    desk.sender._breaker._paused_until = 0
    desk.make_due()
    desk.work()
    assert desk.texts() == desk.texts(FOUNDER) == ["hello"]


def test_an_answer_that_was_lost_is_found_again_by_the_mark_we_sent_along(desk: Desk) -> None:
    desk.meet()
    desk.fail_next("empty_after_acceptance")
    desk.say("hello")
    desk.work()
    assert desk.states() == ["done"]
    assert desk.rows()[0].provider_message_id == desk.screen()[0]["id"]
    desk.advance(seconds=30)
    desk.work()
    assert desk.texts() == ["hello"]


def test_without_news_it_is_sent_once_more_after_ten_seconds_and_never_a_third_time(desk: Desk) -> None:
    desk.meet()
    desk.switch(statuses=False, fail_sends=[{"mode": "empty_after_acceptance", "next": 2}])
    desk.say("hello")
    desk.work()
    desk.advance(seconds=9)
    desk.work()
    assert desk.texts() == ["hello"]
    desk.advance(seconds=2)
    desk.work()
    assert desk.texts() == ["hello", "hello"]
    desk.advance(minutes=10)
    desk.work()
    assert len(desk.texts()) == 2
    assert desk.states() == ["dead"]


@pytest.mark.parametrize("asynchronous", [True, False])
def test_a_closed_window_turns_a_notice_into_its_template(desk: Desk, asynchronous: bool) -> None:
    desk.push_templates()
    desk.meet()
    desk.switch(window_closed=True, asynchronous_failures=asynchronous)
    desk.tell("order-confirmed", **CONFIRMED)
    desk.say("a reply is not worth a template")
    desk.work()
    desk.work()
    assert [message["type"] for message in desk.screen() if message["status"] != "failed"] == ["template"]
    assert desk.states()[0] == "done"
    assert desk.rows()[0].delivery_status == "delivered"


def test_a_missing_template_is_an_alert_and_free_text_if_the_person_wrote_lately(desk: Desk) -> None:
    desk.meet()
    desk.switch(fail_sends=[{"mode": "131047", "next": 1, "asynchronous": False}])
    desk.tell("order-confirmed", **CONFIRMED)
    desk.work()
    desk.make_due()
    desk.work()
    assert desk.alerts() == {"template-missing"}
    assert [message["type"] for message in desk.screen()] == ["interactive"]


def test_a_missing_template_outside_the_window_is_given_up_with_an_alert(desk: Desk) -> None:
    desk.meet()
    desk.advance(hours=25)
    desk.tell("order-confirmed", **CONFIRMED)
    desk.tell("order-confirmed", **CONFIRMED)
    desk.work()
    assert desk.states() == ["dead", "dead"]
    assert "template-missing" in desk.alerts()


@pytest.mark.parametrize("asynchronous", [True, False])
@pytest.mark.parametrize("mode", ["131026", "131049", "131050"])
def test_somebody_who_cannot_be_reached_is_not_tried_again(desk: Desk, mode: str, asynchronous: bool) -> None:
    desk.meet()
    desk.agree_to_offers()
    desk.fail_next(mode, asynchronous=asynchronous)
    desk.tell("order-confirmed", **CONFIRMED)
    desk.say("next")
    desk.work()
    assert desk.rows()[0].error_code == int(mode)
    assert desk.texts() == ["next"]
    assert "message-failed" in desk.alerts()
    assert desk.offers_wanted() == (mode != "131050")


@pytest.mark.parametrize("found", ["by us", "at once", "later"])
def test_words_written_by_hand_are_not_lost_silently_when_the_window_closes(desk: Desk, found: str) -> None:
    desk.meet()
    if found == "by us":
        desk.advance(hours=25)
    else:
        desk.switch(window_closed=True, asynchronous_failures=found == "later")
    body = {"message": Text("From Lakshmi: so sorry!").to_graph()}
    desk.enqueue(CUSTOMER, OutboxKind.MESSAGE, body, MessageClass.REPLY)
    desk.work()
    assert desk.alerts() == {"message-failed" if found == "later" else "message-dead"}


def test_an_alert_that_cannot_be_delivered_breeds_no_alerts(desk: Desk) -> None:
    desk.employ_founder()
    desk.switch(fail_sends=[{"mode": "131009", "probability": 1}])
    desk.meet()
    desk.say("wrong")
    for _ in range(5):
        desk.work()
    assert len(desk.rows(FOUNDER)) <= 2


def let_the_probe_come(desk: Desk) -> None:
    desk.sender._breaker._probe_at = 0
    assert not desk.sender.send_next()
