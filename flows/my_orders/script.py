"""My orders: what was ordered, how one order stands, changing it until it is packed, and cancelling it.

my orders            → list of the last orders
[7KQ3WX · ₹2,440]    → Order 7KQ3WX: confirmed, comes tomorrow, 8–10 am … Order again · Cancel order · Change order
[Change order]       → fruit, time, address, note, how to pay (list)
[Time]               → which window instead? (list)
[Sunday, 8–10 am]    → Order 7KQ3WX: Sunday instead of Saturday, same total. Yes, change it · Keep it as it is
[Yes, change it]     → Changed. Order 7KQ3WX: …
[Cancel order]       → Cancel? ₹2,440 goes back … Yes, cancel · Keep it
[Yes, cancel]        → Cancelled. ₹2,440 is on its way back.
"""

from flows.engine import ANY, ARRIVES, STAY, Deed, Question, Script, Transition
from flows.my_orders import (
    cancelling,
    changing,
    failed,
    fruit,
    homes,
    paying,
    proposal,
    showing,
    windows,
    wishes,
    working_out,
)
from flows.my_orders.steps import Step

QUESTIONS = (
    Question(Step.ORDERS, showing.ask_orders, showing.hear_orders),
    Question(Step.ORDER, showing.ask_order, showing.hear_order),
    Question(Step.WHICH, changing.ask_which, changing.hear_which),
    Question(Step.CHANGING, changing.ask_changing, changing.hear_changing),
    Question(Step.WINDOW, windows.ask_window, windows.hear_window),
    Question(Step.FRUIT, fruit.ask_fruit, fruit.hear_fruit),
    Question(Step.COUNT, fruit.ask_count, fruit.hear_count),
    Question(Step.NOTE, changing.ask_note, changing.hear_note),
    Question(Step.PROPOSAL, proposal.ask_proposal, proposal.hear_proposal),
    Question(Step.ANEW, failed.ask_anew, failed.hear_anew),
    Question(Step.KEEPER, failed.ask_keeper, failed.hear_keeper),
    Question(Step.CANCELLING, cancelling.ask_cancelling, cancelling.hear_cancelling),
    Question(Step.CANCELLED, cancelling.ask_cancelled, cancelling.hear_cancelled),
)

LOOKING = (
    #          on this trigger   at    goes to          only if                   and we…
    Transition("wants_orders", ANY, Step.ORDER, only_if=showing.has_one_order, doing=showing.note_the_only_order),
    Transition("wants_orders", ANY, Step.ORDERS),
    Transition("opens_order", ANY, Step.ORDER, only_if=showing.order_is_theirs, doing=showing.note_the_order),
    Transition("opens_order", ANY, Step.ORDERS),
    Transition("tracks", ANY, Step.ORDER, only_if=showing.has_live_order, doing=showing.note_the_live_order),
    Transition("tracks", ANY, STAY, then="wants_orders"),
)


def _on_one_order(trigger: str, to: Step, note: Deed) -> tuple[Transition, ...]:
    """A wish about an order: the one it names, the only one that can be changed, or which of several is asked."""
    return (
        Transition(trigger, ANY, to, only_if=changing.order_is_changeable, doing=changing.note_what_to_change),
        Transition(trigger, ANY, STAY, only_if=changing.has_one_changeable, doing=changing.name_the_changeable,
                   then=trigger),
        Transition(trigger, ANY, Step.WHICH, only_if=changing.has_several_changeable, doing=note),
        Transition(trigger, ANY, Step.ORDER, doing=changing.say_it_stays),
    )  # fmt: skip


CHANGING = (
    *_on_one_order("wants_order_change", Step.CHANGING, changing.note_wish_for_change),
    *_on_one_order("changes_window", Step.WINDOW, changing.note_wish_for_window),
    *_on_one_order("changes_fruit", Step.FRUIT, changing.note_wish_for_fruit),
    Transition("asks_which_moves", ANY, Step.WHICH, doing=homes.note_wish_to_move),
    Transition("finds_windows", Step.WINDOW, STAY, doing=windows.note_the_windows),
    Transition("picks_window", ANY, STAY, doing=windows.choose_window, then="proposes"),
    Transition("picks_order_line", ANY, Step.COUNT, doing=fruit.note_the_line),
    Transition(
        "sets_count", ANY, STAY, only_if=fruit.empties_the_order, doing=fruit.name_its_order, then="wants_cancel"
    ),
    Transition("sets_count", ANY, STAY, doing=fruit.note_the_count, then="proposes"),
    Transition("moves_to", ANY, STAY, doing=homes.choose_home, then="proposes"),
    Transition("proposes", ANY, Step.WINDOW, only_if=windows.other_time_is_needed, doing=windows.say_other_times),
    Transition("proposes", ANY, Step.PROPOSAL, doing=proposal.propose, stays=True),
    Transition(
        "changes_order",
        ANY,
        STAY,
        only_if=proposal.is_proposed,
        doing=proposal.do_proposed,
        then="opens_order",
        once=True,
        stays=True,
    ),
    Transition("changes_order", ANY, STAY, doing=proposal.say_proposal_is_old, then="opens_order"),
    *_on_one_order("writes_order_note", Step.NOTE, changing.note_wish_for_note),
    Transition("says_order_note", Step.NOTE, STAY, doing=changing.keep_the_note, then="opens_order", stays=True),
    Transition("drops_order_note", ANY, STAY, doing=changing.drop_the_note, then="opens_order", stays=True),
    Transition(
        "prepays",
        ANY,
        Step.ORDER,
        only_if=paying.order_is_theirs,
        doing=paying.ask_for_what_is_due,
        once=True,
        stays=True,
    ),
    Transition("prepays", ANY, STAY, only_if=paying.has_one_payable, doing=paying.name_the_payable, then="prepays"),
    Transition("prepays", ANY, Step.WHICH, only_if=paying.has_payables, doing=paying.note_wish_to_prepay),
    Transition("asks_what_to_pay", ANY, Step.WHICH, doing=paying.note_wish_to_prepay),
    Transition(
        "pays_at_door",
        ANY,
        Step.ORDER,
        only_if=paying.order_is_theirs,
        doing=paying.pay_it_at_the_door,
        once=True,
        stays=True,
    ),
    Transition(
        "pays_at_door",
        ANY,
        STAY,
        only_if=paying.has_one_payable,
        doing=paying.name_the_payable,
        then="pays_at_door",
    ),
    Transition("pays_at_door", ANY, Step.WHICH, only_if=paying.has_payables, doing=paying.note_wish_to_pay_cash),
)

# Whole lines: what they say is put together, then it is proposed or the one question is asked that is left.
WISHES = (
    Transition(
        "wishes_change",
        ANY,
        STAY,
        only_if=changing.order_is_changeable,
        doing=working_out.work_out,
        then="goes_on_changing",
    ),
    Transition(
        "wishes_change",
        ANY,
        STAY,
        only_if=changing.has_one_changeable,
        doing=changing.name_the_changeable,
        then="wishes_change",
    ),
    Transition("wishes_change", ANY, Step.WHICH, only_if=changing.has_several_changeable, doing=wishes.keep_the_words),
    Transition("wishes_change", ANY, Step.ORDER, doing=changing.say_it_stays),
    Transition(
        "goes_on_changing",
        ANY,
        STAY,
        only_if=working_out.was_noted,
        doing=working_out.name_the_order,
        then="opens_order",
    ),
    Transition(
        "goes_on_changing",
        ANY,
        STAY,
        only_if=working_out.nothing_would_be_left,
        doing=working_out.name_the_order,
        then="wants_cancel",
    ),
    Transition(
        "goes_on_changing",
        ANY,
        STAY,
        only_if=working_out.home_is_unclear,
        doing=working_out.name_the_order,
        then="moves_order",
    ),
    Transition("goes_on_changing", ANY, Step.FRUIT, only_if=working_out.fruit_is_unclear),
    Transition("goes_on_changing", ANY, Step.WINDOW, only_if=working_out.window_is_unclear),
    Transition("goes_on_changing", ANY, STAY, then="proposes"),
)

# An order that could not be handed over: in another window, or by somebody else while the rider is out.
COMING_BACK = (
    Transition("brings_again", ANY, Step.ANEW, only_if=failed.it_came_back, doing=failed.note_what_came_back),
    Transition(
        "brings_again",
        ANY,
        STAY,
        only_if=showing.order_is_theirs,
        doing=failed.say_it_is_decided,
        then="opens_order",
    ),
    Transition("brings_again", ANY, Step.ORDERS),
    Transition("finds_anew", Step.ANEW, STAY, doing=windows.note_the_windows),
    Transition("picks_anew", ANY, STAY, doing=failed.bring_again, then="opens_order", stays=True),
    Transition("leaves_with", ANY, Step.KEEPER, only_if=failed.somebody_may_take_it, doing=failed.note_what_came_back),
    Transition("leaves_with", ANY, Step.ANEW, only_if=failed.it_came_back, doing=failed.say_the_rider_is_gone),
    Transition(
        "leaves_with",
        ANY,
        STAY,
        only_if=showing.order_is_theirs,
        doing=failed.say_it_is_decided,
        then="opens_order",
    ),
    Transition("leaves_with", ANY, Step.ORDERS),
    Transition("names_keeper", ANY, STAY, doing=failed.name_keeper, then="opens_order", stays=True),
    Transition("says_keeper", Step.KEEPER, STAY, doing=failed.say_keeper, then="opens_order", stays=True),
)

CANCELLING = (
    Transition(
        "wants_cancel", ANY, Step.CANCELLING, only_if=cancelling.all_shall_go, doing=cancelling.note_all_to_cancel
    ),
    Transition(
        "wants_cancel", ANY, Step.WHICH, only_if=cancelling.several_could_go, doing=cancelling.note_wish_to_cancel
    ),
    Transition(
        "wants_cancel", ANY, Step.CANCELLING, only_if=cancelling.may_cancel, doing=cancelling.note_what_to_cancel
    ),
    Transition(
        "wants_cancel",
        ANY,
        STAY,
        only_if=cancelling.has_only_a_cart,
        doing=cancelling.say_only_a_cart,
        then="wants_cart",
    ),
    Transition("wants_cancel", ANY, Step.ORDER, doing=cancelling.say_cannot_cancel),
    Transition(
        "cancels_order", ANY, Step.CANCELLED, only_if=cancelling.all_are_theirs, doing=cancelling.cancel_it, once=True
    ),
)

# Steps whose question cannot be asked any more.
OF_A_PROPOSAL = (Step.CHANGING, Step.WINDOW, Step.FRUIT, Step.COUNT, Step.NOTE, Step.PROPOSAL)
ARRIVING = (
    Transition(ARRIVES, (Step.ORDER, Step.CANCELLING), Step.ORDERS, only_if=showing.nothing_is_shown),
    Transition(ARRIVES, (Step.ANEW, Step.KEEPER), Step.ORDERS, only_if=failed.it_is_decided),
    Transition(ARRIVES, OF_A_PROPOSAL, Step.ORDERS, only_if=proposal.nothing_is_proposed),
    Transition(ARRIVES, Step.PROPOSAL, Step.WINDOW, only_if=windows.window_is_gone, doing=windows.forget_the_window),
    Transition(ARRIVES, Step.COUNT, Step.FRUIT, only_if=fruit.line_is_gone),
    Transition(ARRIVES, Step.WHICH, Step.ORDERS, only_if=changing.cannot_choose),
)

SCRIPT = Script("my_orders", Step, QUESTIONS, (*LOOKING, *CHANGING, *WISHES, *COMING_BACK, *CANCELLING, *ARRIVING))
