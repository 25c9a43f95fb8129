"""The founder's chat: alerts and customers' words arrive as notices; she answers by replying to one.

(notice) Asha wants to talk to a person: "my box was bruised"   [Hand back]
↳ So sorry! Fresh ones come tomorrow.      → goes to Asha; "Sent to Asha." [Hand back]
waiting                                    → who is waiting for her
They come tomorrow.                        → "Whom is this for?" [Send to Asha]: nothing leaves without a tap
today · orders palm grove · order 7KQ3     → shown
stock hapus +40 dozen · rate kesar 900     → done, and what changed
rain tomorrow morning                      → "7 orders: move or refund them?" [Move all] [Refund all] [Leave it]
"""

from flows.engine import ANY, Question, Script, Transition
from flows.founder import answering, instructing, showing, waiting
from flows.founder.steps import Step

QUESTIONS = (
    Question(Step.GUIDE, waiting.ask_guide, answering.hear_words),
    Question(Step.WAITING, waiting.ask_waiting, answering.hear_words),
    Question(Step.CUSTOMER, waiting.ask_customer, answering.hear_words),
    Question(Step.WHOM, answering.ask_whom, answering.hear_words),
    Question(Step.SENT, answering.ask_sent, answering.hear_words),
    Question(Step.ONLY_TEXT, answering.ask_only_text, answering.hear_words),
    Question(Step.DRAFT_GONE, answering.ask_draft_gone, answering.hear_words),
    Question(Step.HANDED_BACK, answering.ask_handed_back, answering.hear_words),
    Question(Step.DAY, showing.ask_day, answering.hear_words),
    Question(Step.ORDERS, showing.ask_orders, answering.hear_words),
    Question(Step.ORDER, showing.ask_order, answering.hear_words),
    Question(Step.TOLD, instructing.ask_told, answering.hear_words),
    Question(Step.SURE, instructing.ask_sure, answering.hear_words),
    Question(Step.DONE, instructing.ask_done, answering.hear_words),
    Question(Step.LEFT, instructing.ask_left, answering.hear_words),
    Question(Step.GONE, instructing.ask_gone, answering.hear_words),
)

LINES = (
    #          on this trigger    at    goes to       only if                                and we…
    Transition("asks_for_guide", ANY, Step.GUIDE),
    Transition("waiting", ANY, Step.WAITING),
    Transition("waiting_customer", ANY, Step.CUSTOMER, only_if=waiting.is_a_customer),
    Transition("waiting_customer", ANY, Step.GUIDE),
    Transition("answers", ANY, Step.SENT, only_if=answering.has_words, doing=answering.answer),
    Transition("answers", ANY, Step.ONLY_TEXT),
    Transition("says", ANY, Step.WHOM, only_if=answering.somebody_waits_for_words, doing=answering.keep_the_draft),
    Transition("says", ANY, Step.GUIDE, doing=instructing.say_what_was_unread),
    Transition("sends_draft", ANY, Step.GUIDE, only_if=waiting.is_nobody),
    Transition("sends_draft", ANY, Step.SENT, only_if=answering.draft_is_kept, doing=answering.send_the_draft),
    Transition("sends_draft", ANY, Step.DRAFT_GONE),
    Transition("hand_back", ANY, Step.HANDED_BACK, only_if=waiting.is_a_customer, doing=answering.hand_back),
    Transition("hand_back", ANY, Step.GUIDE),
)

INSTRUCTING = (
    #          on this trigger    at    goes to       only if                                and we…
    Transition("shows_day", ANY, Step.DAY),
    Transition("shows_orders", ANY, Step.ORDERS),
    Transition("shows_order", ANY, Step.ORDER),
    Transition("instructs", ANY, Step.DONE, only_if=instructing.is_clear, doing=instructing.do_it),
    Transition("instructs", ANY, Step.SURE, only_if=instructing.needs_a_tap, doing=instructing.keep_the_choices),
    Transition("instructs", ANY, Step.TOLD),
    Transition("confirms", ANY, Step.DONE, only_if=instructing.is_pending, doing=instructing.do_the_chosen),
    Transition("confirms", ANY, Step.GONE),
    Transition("undoes", ANY, Step.DONE, doing=instructing.take_back),
    Transition("leaves", ANY, Step.LEFT, doing=instructing.forget_the_choices),
)

SCRIPT = Script("founder", Step, QUESTIONS, (*LINES, *INSTRUCTING))
