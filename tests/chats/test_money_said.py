"""What the chat says of money that came in another way than was asked for."""

from __future__ import annotations

import pytest

from core.checkpoints import Checkpoint
from tests.chats.orders import code_in, reaches_the_summary
from tests.support.chat import Person
from tests.support.counter import ask_one, end_lapsed_holds
from tests.support.hold_ups import held_up_at
from tests.support.world import World

STRIKES = "SELECT max(lapsed_holds) FROM users"


@pytest.fixture
def founder(world: World) -> Person:
    """She has written to the shop today, so its alerts reach her as they are."""
    founder = Person(world, "founder")
    founder.says("hi")
    founder.hears_anything()
    return founder


def has_money_parked(chat: Person, founder: Person) -> str:
    """An order whose link was paid with ₹790, of which the founder hears; returns its code."""
    reaches_the_summary(chat)
    chat.taps("Pay online")
    paying = chat.hears("notices-pay-here")
    chat.pays(paying, amount=79000)
    chat.hears("notices-payment-parked", amount="₹790", due="₹1,240")
    founder.hears("notices-alert-payment-parked", amount="₹790", reason="another amount")
    return str(ask_one("SELECT code FROM orders ORDER BY id DESC LIMIT 1"))


def test_parked_money_is_named_and_goes_back_with_the_order(chat: Person, founder: Person, world: World) -> None:
    code = has_money_parked(chat, founder)
    chat.says("paid")
    chat.hears("my-orders-parked-waits", parked="₹790", buttons=["Cancel order", "Talk to us"])
    chat.says("track")
    chat.hears("my-orders-status", status="money_here", parked="₹790", buttons=["Cancel order", "Talk to us"])
    chat.says("checkout")
    chat.hears("my-orders-parked-waits", code=code, buttons=["Cancel order", "Talk to us"])
    chat.taps("Cancel order")
    chat.hears("my-orders-really-cancel", paid="yes", refund="₹790")
    chat.taps("Yes, cancel")
    chat.hears("my-orders-cancelled", code=code, paid="yes", refund="₹790")
    chat.hears("notices-refund-processed", amount="₹790")
    assert [refund["amount"] for refund in world.books()["refunds"]] == [79000]
    world.assert_sound()


def test_a_hold_that_ended_over_parked_money_was_not_unpaid_and_the_money_can_be_had_back(
    chat: Person, founder: Person, world: World
) -> None:
    code = has_money_parked(chat, founder)
    world.outside.post("/sim/clock", json={"advance_seconds": 23 * 60}).raise_for_status()
    end_lapsed_holds()
    chat.hears("notices-hold-expired-money-here", code=code, parked="₹790")
    assert ask_one(STRIKES) == 0
    chat.says("my orders")
    chat.hears("my-orders-status", status="money_here_over", parked="₹790", buttons=["Money back", "Talk to us"])
    chat.says("cancel")
    chat.hears("my-orders-really-cancel", paid="yes", refund="₹790")
    chat.taps("Yes, cancel")
    chat.hears("my-orders-cancelled", paid="yes", refund="₹790")
    chat.hears("notices-refund-processed", amount="₹790")
    chat.says("cancel")
    chat.hears("my-orders-only-a-cart")  # what the lapsed hold gave back
    world.assert_sound()


def test_paid_twice_then_cancelled_names_the_right_sum(chat: Person, world: World) -> None:
    reaches_the_summary(chat)
    chat.taps("Pay online")
    chat.pays(chat.hears("notices-pay-here"), times=2)
    chat.hears("notices-order-confirmed")
    chat.hears("notices-payment-twice-refunded", amount="₹1,240")
    chat.hears("notices-refund-processed", amount="₹1,240")
    chat.says("cancel")
    chat.hears("my-orders-really-cancel", paid="yes", refund="₹1,240")
    chat.taps("Yes, cancel")
    chat.hears("my-orders-cancelled", paid="yes", refund="₹1,240")
    chat.hears("notices-refund-processed", amount="₹1,240")
    world.assert_sound()


def test_cash_chosen_and_the_link_paid_says_why_the_money_goes_back(chat: Person, world: World) -> None:
    reaches_the_summary(chat)
    chat.taps("Pay online")
    paying = chat.hears("notices-pay-here")
    chat.says("cash")
    chat.hears("notices-order-confirmed")
    chat.pays(paying, force=True)
    chat.hears("notices-payment-cash-refunded", amount="₹1,240")
    chat.hears("notices-refund-processed", amount="₹1,240")
    chat.says("cancel")
    chat.hears("my-orders-really-cancel", paid="no")
    chat.taps("Yes, cancel")
    said = chat.hears("my-orders-cancelled", paid="no")
    assert "₹" not in said.text
    world.assert_sound()


def test_a_link_cancelled_at_razorpay_can_be_had_anew(chat: Person, founder: Person, world: World) -> None:
    reaches_the_summary(chat)
    chat.taps("Pay online")
    paying = chat.hears("notices-pay-here")
    assert paying.url is not None
    world.outside.post(f"/sim/links/{paying.url.rsplit('/', 1)[-1]}/cancel", json={}).raise_for_status()
    said = chat.hears("notices-payment-link-cancelled", buttons=["Pay online", "Cash on delivery", "Talk to us"])
    code = code_in(said)
    founder.hears("notices-alert-link-cancelled", order=code)
    chat.taps("Pay online")
    again = chat.hears("notices-pay-here", code=code)
    assert again.url != paying.url
    chat.pays(again)
    chat.hears("notices-order-confirmed", code=code)
    world.assert_sound()


@pytest.mark.usefixtures("by_day")
def test_the_order_names_one_deadline_from_the_link_on(chat: Person) -> None:
    reaches_the_summary(chat)
    chat.taps("Pay online")
    told = chat.hears("notices-pay-here").text.split("till ")[1].split(".")[0]
    chat.says("track")
    assert told in chat.hears("my-orders-status", status="awaiting_payment").text
    chat.says("pay")
    assert told in chat.hears("ordering-pay-here").text


def test_settling_waits_for_a_look_at_razorpay_that_is_under_way(chat: Person, world: World) -> None:
    """Nothing else is to be done, and the payment is not known yet."""
    world.switch(drop_razorpay_webhooks=True)
    reaches_the_summary(chat)
    chat.taps("Pay online")
    link = chat.hears("notices-pay-here")
    chat.pays(link)
    world.settle()
    with held_up_at(Checkpoint.LOOK_CLAIMED) as stop:
        world.advance(minutes=2)
        stop.wait_until_somebody_is_there()
        assert world.count_unfinished() == 1
    chat.hears("notices-order-confirmed")
