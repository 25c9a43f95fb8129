"""The founder's chat: alerts and customers' words arrive as notices; she answers by replying to one.

(notice) Asha wants to talk to a person: "my box was bruised"   [Hand back]
↳ So sorry! Fresh ones come tomorrow.      → goes to Asha; "Sent to Asha." [Hand back]
waiting                                    → who is waiting for her
They come tomorrow.                        → "Whom is this for?" [Send to Asha]: nothing leaves without a tap
"""

from flows.engine import ANY, Question, Script, Transition
from flows.founder import answering, waiting
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
    Transition("says", ANY, Step.GUIDE, doing=answering.say_what_is_no_command),
    Transition("sends_draft", ANY, Step.GUIDE, only_if=waiting.is_nobody),
    Transition("sends_draft", ANY, Step.SENT, only_if=answering.draft_is_kept, doing=answering.send_the_draft),
    Transition("sends_draft", ANY, Step.DRAFT_GONE),
    Transition("hand_back", ANY, Step.HANDED_BACK, only_if=waiting.is_a_customer, doing=answering.hand_back),
    Transition("hand_back", ANY, Step.GUIDE),
)

SCRIPT = Script("founder", Step, QUESTIONS, LINES)
