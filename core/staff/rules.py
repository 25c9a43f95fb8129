"""Who may do what: one table of rights and roles, and deny by default. No database here."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from core.actor import Actor, ActorKind, Role
from core.errors import Refusal


class Right(StrEnum):
    """One thing that somebody may be allowed to do, as its verbs ask for it."""

    # Orders
    SEE_ORDERS = "see-orders"
    PLACE_ORDERS = "place-orders"
    CHANGE_ORDERS = "change-orders"
    CANCEL_ORDERS = "cancel-orders"
    PACK_ORDERS = "pack-orders"
    # Fruit, windows, homes, prices
    SEE_STOCK = "see-stock"
    RECEIVE_FRUIT = "receive-fruit"
    CORRECT_STOCK = "correct-stock"
    MANAGE_CATALOG = "manage-catalog"
    MANAGE_SLOTS = "manage-slots"
    MANAGE_ZONES = "manage-zones"
    # People and what they write
    SEE_CUSTOMERS = "see-customers"
    CHANGE_CUSTOMERS = "change-customers"
    ERASE_CUSTOMERS = "erase-customers"
    SEE_CHATS = "see-chats"
    ANSWER_CHATS = "answer-chats"
    TEACH_ANSWERS = "teach-answers"
    SEND_BROADCASTS = "send-broadcasts"
    # Money
    SEE_MONEY = "see-money"
    REFUND = "refund"
    SETTLE_PARKED = "settle-parked"
    COUNT_CASH = "count-cash"
    MANAGE_OFFERS = "manage-offers"
    SEE_REPORTS = "see-reports"
    EXPORT = "export"
    # Delivery
    PLAN_RUNS = "plan-runs"
    DELIVER = "deliver"
    RELEASE_CODES = "release-codes"
    # The stall
    SELL_AT_STALL = "sell-at-stall"
    CLOSE_STALL = "close-stall"
    MANAGE_STALLS = "manage-stalls"
    # The shop itself
    RESOLVE_ALERTS = "resolve-alerts"
    SEE_HEALTH = "see-health"
    SEE_AUDIT = "see-audit"
    MANAGE_TEMPLATES = "manage-templates"
    MANAGE_STAFF = "manage-staff"
    CHANGE_SETTINGS = "change-settings"


ALL, NOBODY = frozenset(Right), frozenset[Right]()
# A manager runs the day; who works here, what the shop is and what is erased for ever stay with the founder.
OF_THE_FOUNDER_ALONE = frozenset(
    {Right.MANAGE_STAFF, Right.CHANGE_SETTINGS, Right.ERASE_CUSTOMERS, Right.SEE_AUDIT, Right.RELEASE_CODES}
)

# A rider's run and a keeper's stall are theirs alone: the verbs ask whose it is, this table whether at all.
GRANTED: Mapping[Role, frozenset[Right]] = {
    Role.FOUNDER: ALL,
    Role.MANAGER: ALL - OF_THE_FOUNDER_ALONE,
    Role.PACKER: frozenset({Right.SEE_ORDERS, Right.PACK_ORDERS, Right.SEE_STOCK}),
    Role.RIDER: frozenset({Right.DELIVER}),
    Role.STALL_KEEPER: frozenset({Right.SELL_AT_STALL, Right.CLOSE_STALL}),
}
# What others than staff may do through the same verbs; a customer only with what is their own.
OF_OTHERS: Mapping[ActorKind, frozenset[Right]] = {
    ActorKind.CUSTOMER: frozenset({Right.PLACE_ORDERS, Right.CHANGE_ORDERS, Right.CANCEL_ORDERS}),
    ActorKind.RAZORPAY: frozenset({Right.REFUND}),  # money that nobody can keep goes back by itself
    ActorKind.META: NOBODY,
    ActorKind.JOB: frozenset({Right.PLACE_ORDERS}),  # a weekly box, as its customer wished it
    ActorKind.SYSTEM: ALL,  # whoever has the machine's command line
}


def may(actor: Actor, right: Right, *, owner: int | None = None) -> bool:
    """Whether somebody has a right; `owner` is the customer whose order or data it is about."""
    if actor.kind is ActorKind.STAFF:
        return actor.role is not None and right in GRANTED.get(actor.role, NOBODY)
    if actor.kind is ActorKind.CUSTOMER and (owner is None or owner != actor.id):
        return False
    return right in OF_OTHERS.get(actor.kind, NOBODY)


def require(actor: Actor, right: Right, *, owner: int | None = None) -> None:
    """Raise Refusal `not-allowed`(right) unless somebody has it: the first line of every verb that staff may use."""
    if not may(actor, right, owner=owner):
        raise Refusal("not-allowed", right=right.value)
