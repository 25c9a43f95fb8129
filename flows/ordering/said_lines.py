"""The lines of the script for what was said in whole lines: taken in, used before its step asks, paid at once by a tap.

2 doz hapus kal subah B-1203 cod   → fruit into the cart, the rest kept; the first question that is left
(the home's turn)                  → what was said of it leads to what a tap would
(the window's turn)                → the one that fits, or those that may be meant
"""

from flows.engine import ANY, STAY, Transition
from flows.ordering import asking, cart, held, instead, nodding, said_home, taking, when
from flows.ordering.steps import Step

# What was said of a home leads to what a tap would; the first line whose trigger fits is taken.
SAID_HOME = tuple(
    Transition(
        "checks_out", ANY, STAY, only_if=said_home.leads_to(trigger), doing=said_home.use_the_said_home, then=trigger
    )
    for trigger in ("picks_home", "says_home", "picks_apartment", "finds_apartments", "finds_nothing")
)

SAID_WINDOW = (
    Transition(
        "checks_out",
        ANY,
        STAY,
        only_if=when.said_window_is_clear,
        doing=when.take_the_said_window,
        then="checks_out",
    ),
    Transition("checks_out", ANY, Step.WHEN, only_if=when.window_was_said, doing=when.offer_the_said_windows),
)

# The last line of the checkout, when the way to pay was tapped with the proposal.
PAID_AT_ONCE = (
    Transition(
        "checks_out", ANY, Step.SUMMARY, only_if=held.pays_cash_at_once, doing=held.hold_and_name_it, then="pays_cash"
    ),
    Transition(
        "checks_out",
        ANY,
        Step.SUMMARY,
        only_if=held.pays_online_at_once,
        doing=held.hold_and_name_it,
        then="pays_online",
    ),
)

# Whole lines: what they say goes into cart and memory, then comes the first question that is left.
LINES = (
    Transition("says_line", Step.UNSURE, STAY, only_if=asking.adds_to_the_unsure, doing=asking.note_the_unsure),
    Transition("says_line", ANY, STAY, doing=taking.take_the_line, then="goes_on"),
    Transition(
        "rereads_line", ANY, STAY, only_if=taking.was_just_said, doing=taking.take_the_line_anew, then="goes_on"
    ),
    Transition("undoes", ANY, STAY, only_if=taking.can_undo, doing=taking.undo_the_change, then="goes_on"),
    Transition("undoes", ANY, STAY, doing=taking.say_nothing_to_undo),
    Transition(
        "asks_what_it_counts", ANY, Step.ASKING, only_if=asking.a_number_was_said, doing=asking.ask_what_it_counts
    ),
    Transition(
        "asks_if_instead", ANY, STAY, only_if=instead.may_be_instead, doing=instead.ask_if_instead, then="goes_on"
    ),
    Transition("asks_if_right", ANY, Step.UNSURE, doing=asking.note_the_unsure),
    Transition("is_right", Step.UNSURE, STAY, doing=taking.take_what_was_unsure, then="goes_on", once=True),
    Transition("picks_mix", ANY, STAY, doing=taking.choose_the_mix, then="goes_on"),
    Transition("goes_on", (Step.VARIETY, Step.PACK), STAY, only_if=nodding.leaves_the_fruit_open),
    Transition("goes_on", ANY, Step.MENU, only_if=asking.asks_which_mango, doing=asking.say_which_mango),
    Transition("goes_on", ANY, Step.VARIETY, only_if=asking.asks_how_many, doing=asking.note_what_is_asked),
    Transition("goes_on", ANY, Step.PACK, only_if=asking.asks_which_pack, doing=asking.note_what_is_asked),
    Transition("goes_on", ANY, Step.ASKING, only_if=asking.has_a_question),
    Transition("goes_on", ANY, STAY, only_if=taking.empties_an_order, doing=taking.name_the_order, then="wants_cancel"),
    Transition("goes_on", ANY, Step.AGAIN, only_if=taking.could_mean_the_same),
    Transition("goes_on", ANY, Step.MENU, only_if=cart.cart_is_empty, doing=taking.say_what_is_noted),
    Transition("goes_on", ANY, STAY, then="checks_out"),
)
