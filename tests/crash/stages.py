"""Which points each stage of each interrupted story passes."""

from __future__ import annotations

from core.checkpoints import Checkpoint
from tests.crash.flows import (
    Flow,
    bring_it,
    cancel_paid,
    cancel_unpaid,
    change_for_less,
    change_with_its_link_out,
    let_the_hold_lapse,
    let_the_link_lapse,
    pay_cash,
    pay_late,
    pay_online,
    sell_at_a_stall,
    send_a_photo,
)

C = Checkpoint

DOOR = {C.ARRIVAL_NOT_STORED, C.ARRIVAL_STORED}
# What is sent comes back through the door as delivery statuses.
SENDING = {
    *{C.MESSAGE_LEASED, C.BEFORE_SEND, C.AFTER_META_ACCEPTED, C.SENT_NOT_COMMITTED},
    *{*DOOR, C.STATUSES_NOT_COMMITTED},
}
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
        "leaving": {*TURN, *SENDING, C.RUN_STARTED},
        "failing": {*TURN, *SENDING, C.STOP_FAILED},
        "handing": {*TURN, *SENDING, C.STOP_DELIVERED},
        "ending": {C.RUN_ENDED, C.REPORT_JUDGED},
    },
    sell_at_a_stall: {
        "opening": {C.SHIFT_OPENED},
        "selling": {C.STALL_SOLD},
        "taking back": {C.SALE_VOIDED},
        "closing": {*SENDING, C.SHIFT_CLOSED},
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
    *{C.SHIFT_OPENED, C.STALL_SOLD, C.SALE_VOIDED, C.SHIFT_CLOSED},
    *{C.BATCH_NOT_COMMITTED, C.BATCH_COMMITTED},
}
