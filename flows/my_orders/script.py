"""My orders: what was ordered, how one order stands, and cancelling it.

my orders            → list of the last orders
[7KQ3WX · ₹2,440]    → Order 7KQ3WX: confirmed, comes tomorrow, 8–10 am … Cancel order · Order again
[Cancel order]       → Cancel? ₹2,440 goes back … Yes, cancel · Keep it
[Yes, cancel]        → Cancelled. ₹2,440 is on its way back.
"""

from flows.engine import ANY, ARRIVES, STAY, Question, Script, Transition
from flows.my_orders import cancelling, showing
from flows.my_orders.steps import Step

QUESTIONS = (
    Question(Step.ORDERS, showing.ask_orders, showing.hear_orders),
    Question(Step.ORDER, showing.ask_order, showing.hear_order),
    Question(Step.CANCELLING, cancelling.ask_cancelling, cancelling.hear_cancelling),
    Question(Step.CANCELLED, cancelling.ask_cancelled, cancelling.hear_cancelled),
)

LINES = (
    #          on this trigger   at    goes to          only if                   and we…
    Transition("wants_orders", ANY, Step.ORDER, only_if=showing.has_one_order, doing=showing.note_the_only_order),
    Transition("wants_orders", ANY, Step.ORDERS),
    Transition("opens_order", ANY, Step.ORDER, only_if=showing.order_is_theirs, doing=showing.note_the_order),
    Transition("opens_order", ANY, Step.ORDERS),
    Transition("tracks", ANY, Step.ORDER, only_if=showing.has_live_order, doing=showing.note_the_live_order),
    Transition("tracks", ANY, STAY, then="wants_orders"),
    Transition(
        "wants_cancel", ANY, Step.CANCELLING, only_if=cancelling.may_cancel, doing=cancelling.note_what_to_cancel
    ),
    Transition("wants_cancel", ANY, Step.ORDER, doing=cancelling.say_cannot_cancel),
    Transition(
        "cancels_order", ANY, Step.CANCELLED, only_if=showing.order_is_theirs, doing=cancelling.cancel_it, once=True
    ),
    Transition(ARRIVES, (Step.ORDER, Step.CANCELLING), Step.ORDERS, only_if=showing.nothing_is_shown),
)

SCRIPT = Script("my_orders", Step, QUESTIONS, LINES)
