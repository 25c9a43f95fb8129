"""How an order's status may move. One table; nothing else in the shop decides it."""

from enum import StrEnum

from core.lifecycles import Lifecycle, Move


class OrderStatus(StrEnum):
    AWAITING_PAYMENT = "awaiting_payment"
    CONFIRMED = "confirmed"
    PACKED = "packed"
    OUT_FOR_DELIVERY = "out_for_delivery"
    DELIVERED = "delivered"
    DELIVERY_FAILED = "delivery_failed"
    EXPIRED = "expired"
    CANCELLED = "cancelled"


class OrderEvent(StrEnum):
    CONFIRM = "confirm"
    REVIVE = "revive"
    EXPIRE = "expire"
    CANCEL = "cancel"
    PACK = "pack"
    UNPACK = "unpack"
    DISPATCH = "dispatch"
    DELIVER = "deliver"
    FAIL = "fail"
    RESCHEDULE = "reschedule"
    RESUME = "resume"
    POSTPONE = "postpone"


S, E = OrderStatus, OrderEvent

LIFECYCLE = Lifecycle(
    (
        Move(E.CONFIRM, S.AWAITING_PAYMENT, S.CONFIRMED),
        # Money came after the hold had ended, and fruit and slot were still free (invariant I13).
        Move(E.REVIVE, S.EXPIRED, S.CONFIRMED),
        Move(E.EXPIRE, S.AWAITING_PAYMENT, S.EXPIRED),
        Move(E.CANCEL, S.AWAITING_PAYMENT, S.CANCELLED),
        Move(E.CANCEL, S.CONFIRMED, S.CANCELLED),
        Move(E.PACK, S.CONFIRMED, S.PACKED),
        # The wrong box was ticked: while it stands here it can be unpacked.
        Move(E.UNPACK, S.PACKED, S.CONFIRMED),
        Move(E.DISPATCH, S.PACKED, S.OUT_FOR_DELIVERY),
        Move(E.DELIVER, S.OUT_FOR_DELIVERY, S.DELIVERED),
        Move(E.FAIL, S.OUT_FOR_DELIVERY, S.DELIVERY_FAILED),
        Move(E.RESCHEDULE, S.DELIVERY_FAILED, S.CONFIRMED),
        Move(E.CANCEL, S.DELIVERY_FAILED, S.CANCELLED),
        # The rider goes to that door again in the same run: a slip of his thumb, or somebody takes it after all.
        Move(E.RESUME, S.DELIVERY_FAILED, S.OUT_FOR_DELIVERY),
        Move(E.RESUME, S.DELIVERED, S.OUT_FOR_DELIVERY),
        # A whole window does not happen, however far its orders were.
        Move(E.POSTPONE, S.CONFIRMED, S.DELIVERY_FAILED),
        Move(E.POSTPONE, S.PACKED, S.DELIVERY_FAILED),
        Move(E.POSTPONE, S.OUT_FOR_DELIVERY, S.DELIVERY_FAILED),
    )
)

# Nothing leads out of these, except that late money may revive an expired order, and a rider takes back a slip.
ENDED = frozenset({S.DELIVERED, S.EXPIRED, S.CANCELLED})
