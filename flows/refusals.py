"""What to do when the shop declines: say why, and offer the right next choice in the same message."""

from __future__ import annotations

from core.errors import Refusal
from core.orders.queries import open_unpaid_order
from core.wording import has_wording
from flows.ordering.steps import Step
from flows.phrases import phrase_values
from flows.turn import Turn

# Where a refusal leads; those that are not named leave the customer where they are.
LEADS_TO = {
    "cart-empty": Step.MENU,
    "not-for-sale": Step.CART,
    "sold-out": Step.CART,
    "below-minimum": Step.CART,
    "hold-ended": Step.CART,
    "order-not-payable": Step.CART,
    "address-missing": Step.WHERE,
    "address-unknown": Step.WHERE,
    "apartment-unknown": Step.WHERE,
    "home-unclear": Step.FLAT,
    "home-too-long": Step.FLAT,
    "order-in-other-zone": Step.WHERE,
    "phone-missing": Step.PHONE,
    "slot-missing": Step.WHEN,
    "slot-full": Step.WHEN,
    "slot-closed": Step.WHEN,
    "slot-past": Step.WHEN,
    "slot-unknown": Step.WHEN,
    "cod-cap": Step.SUMMARY,
    "unpaid-too-often": Step.SUMMARY,
    "unpaid-order-open": Step.PAYING,
    "money-is-here": Step.SUMMARY,
    "order-unknown": Step.MENU,
}
# Refusals about an unpaid order, which may have been placed on the web; what the step then shows may say it all.
OPEN_ORDER = {"unpaid-order-open", "money-is-here"}
SAID_BY_THE_STEP = {"money-is-here"}
# Who picks or counts fruit stays there and picks another number.
STAYS_FOR = {"picks_pack", "sets_quantity", "replaces_line"}


def take_refusal(turn: Turn, refusal: Refusal, trigger: str) -> None:
    """Note the reason and move to where the customer can go on."""
    key = f"errors-{refusal.code}"
    values = phrase_values(turn.language, refusal.values)
    if refusal.code not in SAID_BY_THE_STEP:
        turn.note(key if has_wording(key) else "errors-other", **values)
    turn.scratch["refused"] = refusal.code
    turn.forget_cart()
    if refusal.code in OPEN_ORDER:
        _take_up_the_open_order(turn)
    if trigger not in STAYS_FOR and refusal.code in LEADS_TO:
        turn.script, turn.step = "ordering", LEADS_TO[refusal.code]


def _take_up_the_open_order(turn: Turn) -> None:
    """The order may have been placed on the web: this chat goes on with it."""
    order = open_unpaid_order(turn.session, turn.customer_id)
    if order is not None:
        turn.memory["order"], turn.memory["order_code"] = order.id, order.code
