"""The founder's answers: a reply to a customer's words goes to them, and words that name nobody wait for a tap."""

from __future__ import annotations

from collections.abc import Sequence

from bot.fitting import fit, fit_body, plain
from bot.inbound import InboundKind
from bot.limits import BUTTON_TITLE, BUTTONS
from bot.messages import Button, Buttons, OutgoingMessage, Text
from bot.staff_words import word_answer
from core.handover import answer_customer, end_handover
from core.outbox.queries import chat_that_message_is_about
from core.reading.sentence import Sentence
from core.views.conversations import Waiting
from flows.commands import AROUND
from flows.engine import Heard
from flows.founder.instructing import hear_instruction, say_what_was_unread
from flows.founder.memory import LONGEST_QUOTE, DraftAnswer, FounderMemory
from flows.founder.waiting import all_waiting, hand_back_button, name_of, require_customer
from flows.turn import Turn


def hear_words(turn: Turn, said: Sentence) -> Heard:
    """A reply to a customer's words, a command, or words that name nobody."""
    quoted = turn.inbound.context_id
    about = chat_that_message_is_about(turn.session, quoted, turn.chat.id) if quoted else None
    if about is not None:
        return Heard("answers", str(about))
    if said.is_only({"founder.waiting"}, AROUND):
        return Heard("waiting")
    return hear_instruction(turn) or Heard("says")


def has_words(turn: Turn) -> bool:
    return turn.inbound.kind is InboundKind.TEXT and bool(turn.inbound.text.strip())


def answer(turn: Turn) -> None:
    _send(turn, turn.inbound.text.strip())


def _send(turn: Turn, words: str) -> None:
    """In the customer's language; the bot stays silent there until the chat is handed back."""
    customer = require_customer(turn)
    worded = word_answer(customer.language, turn.name, words)
    answer_customer(turn.session, turn.actor, customer.chat_id, worded, turn.now)


def ask_sent(turn: Turn) -> OutgoingMessage:
    customer = require_customer(turn)
    turn.about_chat_id = customer.chat_id
    return Buttons(turn.say("founder-sent", name=name_of(customer)), (hand_back_button(turn, customer.chat_id),))


def ask_only_text(turn: Turn) -> OutgoingMessage:
    turn.about_chat_id = require_customer(turn).chat_id
    return Text(turn.say("founder-only-text"))


def somebody_waits_for_words(turn: Turn) -> bool:
    return has_words(turn) and bool(all_waiting(turn))


def keep_the_draft(turn: Turn) -> None:
    """Words that are no reply go to nobody by themselves: who waits is one tap away."""
    say_what_was_unread(turn)
    draft = DraftAnswer(id=str(turn.inbox_id), words=turn.inbound.text.strip())
    turn.memory.part(FounderMemory).draft = draft


def ask_whom(turn: Turn) -> OutgoingMessage:
    waiting = all_waiting(turn)[:BUTTONS]
    words = plain(fit(turn.inbound.text.strip(), LONGEST_QUOTE))
    return Buttons(fit_body(turn.say("founder-whom", count=len(waiting), words=words)), _send_buttons(turn, waiting))


def _send_buttons(turn: Turn, waiting: Sequence[Waiting]) -> tuple[Button, ...]:
    """One for each who waits, told apart by their place in the line when they have one name."""
    buttons: list[Button] = []
    for place, each in enumerate(waiting, 1):
        title = fit(turn.say("founder-send-to-button", name=name_of(each)), BUTTON_TITLE)
        if title in {button.title for button in buttons}:
            title = f"{place}. {title}"[:BUTTON_TITLE].rstrip()
        buttons.append(Button(f"n:sends_draft:{each.chat_id}.{turn.inbox_id}", title))
    return tuple(buttons)


def draft_is_kept(turn: Turn) -> bool:
    """Whether these are the words that the button stood under; older ones are gone."""
    draft = turn.memory.part(FounderMemory).draft
    return draft is not None and draft.id == turn.arg.partition(".")[2]


def send_the_draft(turn: Turn) -> None:
    memory = turn.memory.part(FounderMemory)
    assert memory.draft is not None
    words, memory.draft = memory.draft.words, None
    _send(turn, words)


def ask_draft_gone(turn: Turn) -> OutgoingMessage:
    return Text(turn.say("founder-draft-gone"))


def hand_back(turn: Turn) -> None:
    turn.scratch["was_waiting"] = end_handover(turn.session, turn.actor, require_customer(turn).chat_id, turn.now)


def ask_handed_back(turn: Turn) -> OutgoingMessage:
    key = "founder-handed-back" if turn.scratch.get("was_waiting") else "founder-not-waiting"
    return Text(turn.say(key, name=name_of(require_customer(turn))))
