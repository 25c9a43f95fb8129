"""The stories that are interrupted, each in stages. `at` is told the stage that begins; there the fuse is lit."""

from __future__ import annotations

import base64
from collections.abc import Callable

from core.checkpoints import Checkpoint
from core.orders.actions import pack_order
from tests.chats.orders import HOME, code_in, is_asked_where
from tests.crash.riding import it_rains, ride
from tests.crash.stage import Customer, Stage
from tests.crash.till import AT_A_STALL, be_paid_by_a_code, sell_at_a_stall
from tests.rules.test_media import photo
from tests.support import parts
from tests.support.rounds import Rounds
from tests.support.shelf import Shelf

C = Checkpoint
PHOTO = base64.b64encode(photo(size=(60, 40))).decode()
At = Callable[[str], None]
Flow = Callable[[Customer, Stage, At], None]


def reach_the_summary(chat: Customer, at: At) -> None:
    at("hello")
    is_asked_where(chat)
    chat.says(HOME)
    chat.hears("ordering-when")
    at("placing")
    chat.taps("Tomorrow")
    chat.hears("ordering-summary")


def pay_cash(chat: Customer, stage: Stage, at: At) -> None:
    """A new customer orders and pays at the door."""
    reach_the_summary(chat, at)
    at("confirming")
    chat.taps("Cash on delivery")
    chat.hears("notices-order-confirmed")


def pay_online(chat: Customer, stage: Stage, at: At) -> None:
    """A new customer orders and pays by link."""
    reach_the_summary(chat, at)
    at("asking")
    chat.taps("Pay online")
    link = chat.hears("notices-pay-here")
    stage.rest()
    at("paying")
    chat.pays(link)
    chat.hears("notices-order-confirmed")


def cancel_paid(chat: Customer, stage: Stage, at: At) -> None:
    """A paid order is cancelled, and the money goes back."""
    pay_online(chat, stage, at)
    chat.says("track")
    code_in(chat.hears("my-orders-order"))
    chat.taps("Cancel order")
    chat.hears("my-orders-really-cancel")
    at("cancelling")
    chat.taps("Yes, cancel")
    chat.hears("my-orders-cancelled")
    chat.hears("notices-refund-processed")


def cancel_unpaid(chat: Customer, stage: Stage, at: At) -> None:
    """An order with a live link is cancelled: the link is withdrawn."""
    reach_the_summary(chat, at)
    at("asking")
    chat.taps("Pay online")
    chat.hears("notices-pay-here")
    chat.says("cancel")
    chat.hears("my-orders-really-cancel")
    at("withdrawing")
    chat.taps("Yes, cancel")
    chat.hears("my-orders-cancelled")


def let_the_hold_lapse(chat: Customer, stage: Stage, at: At) -> None:
    """A summary is left alone; the periodic job puts the fruit back."""
    reach_the_summary(chat, at)
    stage.rest()
    stage.advance(minutes=11)
    at("lapsing")
    stage.sweep()
    chat.hears("notices-hold-expired")


def let_the_link_lapse(chat: Customer, stage: Stage, at: At) -> None:
    """A link is not paid; the worker ends the hold."""
    reach_the_summary(chat, at)
    chat.taps("Pay online")
    chat.hears("notices-pay-here")
    stage.rest()
    at("ending")
    stage.advance(minutes=25)
    chat.hears("notices-hold-expired")


def pay_late(chat: Customer, stage: Stage, at: At) -> None:
    """The bank says yes after the hold has ended, and the fruit is still there."""
    reach_the_summary(chat, at)
    chat.taps("Pay online")
    link = chat.hears("notices-pay-here")
    chat.pays(link, outcome="failed")
    stage.rest()
    stage.advance(minutes=25)
    chat.hears("notices-hold-expired")
    stage.settle()
    at("reviving")
    chat.pays(link, outcome="late_authorised")
    chat.hears("notices-payment-late-confirmed")


def change_for_less(chat: Customer, stage: Stage, at: At) -> None:
    """A cash order becomes more and is paid by link, then it becomes less: the difference goes back."""
    Customer(stage, "founder").says("hi")  # so that she hears of it in her chat
    pay_cash(chat, stage, at)
    reach_the_fruit(chat)
    chat.taps("Kesar")
    chat.hears("my-orders-change-total", kind="door")
    at("more")
    chat.taps("Yes, change it")
    chat.hears("my-orders-changed-due")
    at("asking")
    chat.says("pay")
    link = chat.hears("notices-prepay-here")
    stage.rest()
    at("prepaying")
    chat.pays(link)
    chat.hears("notices-order-prepaid")
    at("choosing")
    reach_the_fruit(chat)
    chat.taps("Kesar")
    chat.hears("my-orders-how-many")
    chat.taps("Take it out")
    chat.hears("my-orders-change-total", kind="refund")
    at("less")
    chat.taps("Yes, change it")
    chat.hears("my-orders-changed-refund")
    chat.hears("notices-refund-processed")


def reach_the_fruit(chat: Customer) -> None:
    chat.says("track")
    chat.hears("my-orders-order")
    chat.taps("Change order")
    chat.hears("my-orders-what-to-change")
    chat.taps("Mangoes")
    chat.hears("my-orders-which-fruit")


def change_with_its_link_out(chat: Customer, stage: Stage, at: At) -> None:
    """An order whose link is out becomes another sum: that link is withdrawn, and a new one is sent."""
    reach_the_summary(chat, at)
    chat.taps("Pay online")
    chat.hears("notices-pay-here")
    stage.rest()
    chat.says("make it 2 dozen alphonso")
    chat.hears("my-orders-change-total", kind="unpaid")
    at("renewing")
    chat.taps("Yes, change it")
    chat.hears("my-orders-changed-link")
    chat.hears("notices-pay-here")


def send_a_photo(chat: Customer, stage: Stage, at: At) -> None:
    """A customer sends a photo, which is passed on to the founder, fetched from WhatsApp and kept."""
    founder = Customer(stage, "founder")
    founder.says("hi")
    founder.hears("founder-help")
    chat.says("hi")
    chat.hears("ordering-menu-first")
    at("sending")
    chat.sends("image", data=PHOTO)
    chat.hears("talk-photo-passed-on")
    stage.rest()


def bring_it(chat: Customer, stage: Stage, at: At) -> None:
    """Rain moves an order. Its rider finds nobody, goes back to whom the customer names, and hands over the cash."""
    Customer(stage, "founder").says("hi")  # so that she hears in her chat that cash is missing
    pay_cash(chat, stage, at)
    rounds = Rounds(Shelf(), stage)
    order_id = int(rounds.shelf.read("SELECT id FROM orders WHERE status = 'confirmed'"))
    it_rains(chat, stage, at, rounds.shelf.order(order_id).slot_id)
    rounds.slot_id = rounds.shelf.order(order_id).slot_id
    rounds.do(pack_order, order_id)
    at("planning")
    stage.command(parts.give_to_rider, rounds.shelf.order(order_id).code, str(rounds.ravi))
    run_id = int(rounds.shelf.read("SELECT id FROM runs WHERE status = 'planned'"))
    stage.rest()
    at("the morning")
    rounds.the_morning_comes()
    chat.says("hi")
    chat.hears_anything()
    rider = Customer(stage, "rider", language="hi")
    ride(rider, chat, stage, at)
    stage.rest()
    at("counting")
    stage.command(parts.count_cash, run_id, 1200)
    at("working off")
    stage.command(parts.work_off, int(rounds.shelf.read("SELECT id FROM discrepancies")), 40)


DOOR = {C.ARRIVAL_NOT_STORED, C.ARRIVAL_STORED}
# What is sent comes back through the door as delivery statuses.
SENDING = {
    *{C.MESSAGE_LEASED, C.BEFORE_SEND, C.AFTER_META_ACCEPTED, C.SENT_NOT_COMMITTED},
    *{*DOOR, C.STATUSES_NOT_COMMITTED},
}
NEWS = {*DOOR, C.NEWS_NOT_COMMITTED}  # what Razorpay tells by itself
TURN = {C.TURN_CLAIMED, C.TURN_NOT_COMMITTED, C.TURN_COMMITTED}
CALL = {C.CALL_CLAIMED}
LINK = {C.LINK_INTENT_WRITTEN, *CALL, C.LINK_CREATED_NOT_STORED, C.LINK_STORED_NOT_COMMITTED}
LOOK = {C.LOOK_CLAIMED, C.LOOK_ANSWERED, C.LOOK_NOT_COMMITTED}
SETTLE = {C.NEWS_NOT_COMMITTED, *LOOK, C.PAYMENT_RECORDED}
FILE = {C.ATTACHMENT_CLAIMED, C.ATTACHMENT_FETCHED, C.ATTACHMENT_NOT_COMMITTED}
REFUND = {C.REFUND_RESERVED, *CALL, C.REFUND_ACCEPTED_NOT_STORED, C.REFUND_STORED_NOT_COMMITTED}

# Which points each stage of each flow passes. The first flow that names a point stands for it in the short run.
STAGES: dict[Flow, dict[str, set[C]]] = {
    pay_cash: {
        "hello": {*TURN, *SENDING, C.SENDER_ROUTED},
        "placing": {*TURN, *SENDING, C.ORDER_PLACED},
        "confirming": {*TURN, *SENDING, C.ORDER_CONFIRMED},
    },
    pay_online: {
        "asking": {*TURN, *SENDING, *LINK},
        "paying": {*SENDING, *SETTLE, C.ORDER_CONFIRMED},
    },
    cancel_paid: {"cancelling": {*TURN, *SENDING, *REFUND, C.NEWS_NOT_COMMITTED, C.ORDER_CANCELLED}},
    cancel_unpaid: {
        "withdrawing": {
            *{*TURN, *SENDING, *CALL, C.NEWS_NOT_COMMITTED},
            *{C.LINK_CANCELLED_NOT_STORED, C.LINK_STORED_NOT_COMMITTED, C.ORDER_CANCELLED},
        }
    },
    let_the_hold_lapse: {"lapsing": {*SENDING, C.BATCH_NOT_COMMITTED, C.BATCH_COMMITTED, C.ORDER_EXPIRED}},
    let_the_link_lapse: {"ending": {*SENDING, *LOOK, C.NEWS_NOT_COMMITTED, C.ORDER_EXPIRED}},
    pay_late: {"reviving": {*SENDING, *SETTLE, C.ORDER_REVIVED}},
    change_for_less: {
        "more": {*TURN, *SENDING, C.ORDER_CHANGED},
        "asking": {*TURN, *SENDING, *LINK},
        "prepaying": {*SENDING, *SETTLE, C.ORDER_PREPAID},
        # A quote is the change itself, done and undone.
        "choosing": {*TURN, *SENDING, C.ORDER_CHANGED, C.REFUND_RESERVED},
        "less": {*TURN, *SENDING, *REFUND, C.NEWS_NOT_COMMITTED, C.ORDER_CHANGED},
    },
    change_with_its_link_out: {
        "renewing": {
            *{*TURN, *SENDING, *LINK, C.NEWS_NOT_COMMITTED},
            *{C.LINK_CANCELLED_NOT_STORED, C.ORDER_CHANGED},
        }
    },
    bring_it: {
        "postponing": {*TURN, *SENDING, C.WINDOW_POSTPONED},
        "planning": {C.RUN_PLANNED},
        "leaving": {*TURN, *SENDING, C.SENDER_ROUTED, C.RUN_STARTED},
        "failing": {*TURN, *SENDING, C.STOP_FAILED},
        "naming": {*TURN, *SENDING, C.STOP_LEFT},
        "handing": {*TURN, *SENDING, C.ORDER_DELIVERED, C.STOP_DELIVERED},
        "undoing": {*TURN, *SENDING, C.STOP_TAKEN_BACK, C.ORDER_DELIVERED, C.STOP_DELIVERED},
        "ending": {C.RUN_ENDED, C.REPORT_JUDGED},
        "counting": {C.CASH_COUNTED, *SENDING},
        "working off": {C.DIFFERENCE_WORKED_OFF},
    },
    sell_at_a_stall: {**AT_A_STALL, "setting aside": {C.ASIDE_KEPT, *SENDING}},
    be_paid_by_a_code: {
        "asking": {*NEWS, C.QR_ASKED, C.LOOK_CLAIMED, C.QR_CREATED_NOT_STORED, C.QR_STORED_NOT_COMMITTED},
        "paying": {*NEWS, *LOOK, C.PAYMENT_RECORDED},
        "selling": {C.STALL_SOLD, C.CREDIT_CLAIMED},
        "confirming by hand": {*NEWS, C.STALL_SOLD, *LOOK, C.QR_CLOSED_NOT_STORED},
        "paying late": {*NEWS, *LOOK, C.PAYMENT_RECORDED, C.CREDIT_CLAIMED},
        "taking back": {*NEWS, C.SALE_VOIDED, *REFUND},
        "closing": {*NEWS, C.SHIFT_CLOSED, *LOOK, C.QR_CLOSED_NOT_STORED},
    },
    send_a_photo: {"sending": {*TURN, *SENDING, *FILE}},
}
# Whether these are passed also depends on what comes first, Razorpay's answer or its news.
BY_CHANCE = LOOK
# Here no sender can be at work for the customer, so nothing may come twice. At the other points a message may be with
# Meta already while nobody has noted it: then one copy is the price.
NOTHING_IS_WITH_META = {
    *DOOR,
    *{
        C.SENDER_ROUTED,
        C.TURN_CLAIMED,
        C.TURN_NOT_COMMITTED,
        C.ORDER_PLACED,
        C.ORDER_CHANGED,
        C.MESSAGE_LEASED,
        C.BEFORE_SEND,
    },
    *{C.SHIFT_OPENED, C.STALL_SOLD, C.SALE_VOIDED, C.SHIFT_CLOSED, C.FRUIT_BROUGHT, C.ASIDE_KEPT},
    *{C.QR_ASKED, C.QR_CREATED_NOT_STORED, C.QR_STORED_NOT_COMMITTED, C.QR_CLOSED_NOT_STORED, C.CREDIT_CLAIMED},
    *{C.BATCH_NOT_COMMITTED, C.BATCH_COMMITTED},
}
