"""A rider's chat: one message for each stop, and what happened there is one tap or one sum.

start              → the whole route                      [Next stop]
[Next stop]        → 1/9 · Asha · B-1203, Palm Grove …    [Collected ₹1,240 · UPI link · Problem]
[Collected ₹1,240] → ✓ and 2/9 …
500 cash 700 upi   → a link for ₹700 goes to the customer; then ₹500 are left to collect
[Problem]          → nobody home, wrong address … : the customer is asked at once
undo               → the last report is taken back
(all done)         → how much cash do you hand over?      [Hand over ₹6,300]
"""

from flows.engine import ANY, ARRIVES, STAY, Question, Script, Transition
from flows.rider import doing, run, showing
from flows.rider.steps import Step

QUESTIONS = (
    Question(Step.HOME, showing.ask_home, doing.hear),
    Question(Step.ROUTE, showing.ask_route, doing.hear),
    Question(Step.STOP, showing.ask_stop, doing.hear),
    Question(Step.PROBLEM, doing.ask_problem, doing.hear),
    Question(Step.CODE, doing.ask_code, doing.hear),
    Question(Step.CHANGE, doing.ask_change, doing.hear),
    Question(Step.LINK, doing.ask_link, doing.hear),
    Question(Step.CASH, showing.ask_cash, doing.hear),
    Question(Step.HANDOVER, showing.ask_handover, doing.hear),
    Question(Step.ENDED, doing.ask_ended, doing.hear),
    Question(Step.HELP, showing.ask_help, doing.hear),
)

LINES = (
    #          on this trigger   at    goes to          only if                   and we…
    Transition("starts_run", ANY, Step.ROUTE, only_if=run.has_run, doing=doing.start, stays=True),
    Transition("starts_run", ANY, Step.HOME),
    Transition("next_stop", ANY, Step.STOP, only_if=run.is_under_way),
    Transition("next_stop", ANY, Step.HOME),
    Transition("lists", ANY, Step.ROUTE, only_if=run.has_run),
    Transition("lists", ANY, Step.HOME),
    Transition("delivers", ANY, Step.CODE, only_if=doing.asks_for_digits, doing=doing.note_the_sum),
    Transition("delivers", ANY, Step.STOP, doing=doing.deliver, stays=True),
    Transition("says_code", Step.CODE, Step.CODE, doing=doing.say_digits, stays=True),
    Transition("names_sum", ANY, STAY, only_if=doing.is_exact, doing=doing.name_its_cash, then="delivers"),
    Transition("names_sum", ANY, Step.CHANGE, only_if=doing.is_more),
    Transition("names_sum", ANY, STAY, only_if=doing.is_partly_upi, doing=doing.name_its_link, then="asks_link"),
    Transition("names_sum", ANY, Step.STOP, doing=doing.say_what_is_due),
    Transition("asks_link", ANY, Step.LINK, doing=doing.send_link, stays=True),
    Transition("skips", ANY, Step.STOP, doing=doing.skip, stays=True),
    Transition("has_problem", ANY, Step.PROBLEM, only_if=run.has_stop),
    Transition("has_problem", ANY, Step.HOME),
    Transition("fails", ANY, Step.STOP, doing=doing.fail, stays=True),
    Transition("undoes", ANY, Step.STOP, doing=doing.undo, stays=True),
    Transition("shows_cash", ANY, Step.CASH),
    Transition("hands_over", ANY, Step.ENDED, doing=doing.hand_over, stays=True),
    Transition("sends_photo", ANY, Step.STOP, only_if=doing.brings_a_photo, doing=doing.keep_photo, stays=True),
    Transition("sends_photo", ANY, Step.HELP),
    Transition("asks_help", ANY, Step.HELP),
    # Where there is nothing to ask any more.
    Transition(ARRIVES, (Step.STOP, Step.PROBLEM, Step.LINK, Step.CODE), Step.HOME, only_if=run.is_not_under_way),
    Transition(ARRIVES, (Step.STOP, Step.PROBLEM, Step.LINK, Step.CODE), Step.HANDOVER, only_if=run.is_done),
    Transition(ARRIVES, Step.CODE, Step.STOP, only_if=doing.no_digits_are_asked),
    Transition(ARRIVES, Step.CHANGE, Step.STOP, only_if=doing.nothing_to_give_back),
    Transition(ARRIVES, Step.ROUTE, Step.HANDOVER, only_if=run.is_done),
    Transition(ARRIVES, (Step.ROUTE, Step.HANDOVER), Step.HOME, only_if=run.is_not_under_way),
)

SCRIPT = Script("rider", Step, QUESTIONS, LINES)
