"""What to do when the shop declines: say why, and go where the next choice is, in the same message."""

from __future__ import annotations

from core.errors import Refusal
from core.wording import has_wording
from flows.engine import refused
from flows.ordering.held import take_up_the_open_order
from flows.phrases import phrase_values
from flows.turn import Turn

# Refusals about an unpaid order, which may have been placed on the web; what the step then shows may say it all.
OPEN_ORDER = {"unpaid-order-open", "money-is-here"}
SAID_BY_THE_STEP = {"money-is-here"}


def take_refusal(turn: Turn, refusal: Refusal, trigger: str) -> None:
    """Note the reason, and move along the refusal's own line unless the trigger's stays."""
    key = f"errors-{refusal.code}"
    values = phrase_values(turn.language, refusal.values)
    if refusal.code not in SAID_BY_THE_STEP:
        turn.note(key if has_wording(key) else "errors-other", **values)
    turn.scratch["refused"] = refusal.code
    if turn.is_of_customer:
        turn.customer.forget_cart()
    if refusal.code in OPEN_ORDER:
        take_up_the_open_order(turn)
    if not turn.repertoire.stays(trigger):
        turn.repertoire.happen(turn, refused(refusal.code))
