"""What somebody's words mean where the chat stands: a command, a complaint, a question, an answer to ours, a fruit."""

from __future__ import annotations

from bot.inbound import InboundKind
from bot.messages import Text
from core.reading.sentence import ASSENT
from flows import misses, optout, surprises
from flows.answers import answer, answering_page, asks_where_it_is, is_asked
from flows.commands import hear_command
from flows.engine import Heard
from flows.handover import is_parked
from flows.help import Step as HelpStep
from flows.intents import hear_call, hear_intent, hear_language_wish
from flows.language import choose_language, pick_language
from flows.my_orders.cancelling import hear_of_cancelling
from flows.my_orders.named import of_the_order, take_code
from flows.my_orders.notes import hear_dropped_note
from flows.my_orders.steps import Step as MyOrdersStep
from flows.my_orders.wishes import hear_wish
from flows.ordering.cart import hear_removal
from flows.ordering.fruit import hear_fruit
from flows.ordering.instead import hear_instead
from flows.ordering.line import hear_long_line, hear_short_line, is_of_an_order, names_only_fruit
from flows.ordering.steps import Step
from flows.playing import play
from flows.smalltalk import has_open_question, hear_smalltalk, is_friendly, is_of_a_friend, is_pausing
from flows.turn import Turn

# Where a name of fruit may be part of an address.
OWN_WORDS = {Step.WHERE, Step.FLAT, Step.TOWER, Step.CHECKING}
# Where a word of command may be the answer to our question: these steps hear before the commands do.
HEARS_FIRST = {Step.NOTE, Step.SUMMARY, Step.PAYING, Step.AGAIN, *MyOrdersStep}
# Where a plain yes or no answers, whatever its words may mean elsewhere: `yes, delete` takes no fruit out of the cart.
YES_OR_NO = {HelpStep.ERASING, HelpStep.BULK, MyOrdersStep.CANCELLING, MyOrdersStep.PROPOSAL, Step.UNSURE}
# Where a note for the rider is typed.
NOTES = {Step.NOTE, MyOrdersStep.NOTE, MyOrdersStep.KEEPER}
# Where whatever is typed is the answer, also what sounds like a complaint.
ANYTHING_ANSWERS = {*NOTES, *OWN_WORDS}


def stop_offers(turn: Turn) -> bool:
    """At once, whatever else is going on; nobody loses their place by it."""
    choose_language(turn)
    optout.withdraw(turn)
    if is_parked(turn):
        turn.instead = Text(turn.say("help-offers", wanted="no"))
    elif has_open_question(turn):
        turn.note("help-offers", wanted="no")
    else:
        return play(turn, Heard(optout.TRIGGER))
    return True


def hear_text(turn: Turn, *, more_waiting: bool) -> bool:
    """A command, an answer to our question, or something we do not understand. The very first word greets."""
    if hear_words(turn):
        return True
    if turn.chat.turn == 0:
        return play(turn, Heard("greets"))
    return not more_waiting and misses.miss(turn)


def hear_words(turn: Turn) -> bool:
    """Whether the words, typed or under a picture, mean something where the chat stands: then it has been done."""
    if turn.step not in ANYTHING_ANSWERS:
        choose_language(turn)
    answer = hear_at_the_step(turn) if turn.step in YES_OR_NO else None
    if answer is None:
        return _hear_otherwise(turn)
    misses.understood(turn)
    return play(turn, answer)


def _hear_otherwise(turn: Turn) -> bool:
    """What they mean at any step, and as the answer to a question that wants more than a yes."""
    named = turn.step not in NOTES and take_code(turn)
    heard = _hear_what_is_meant_anywhere(turn)
    if heard is None and not named and turn.step not in NOTES and is_of_a_friend(turn):
        return _tell_of_others(turn)
    beside = hear_of_cancelling(turn) if heard is None and turn.step not in ANYTHING_ANSWERS else None
    complaint = beside or hear_complaint(turn, heard)
    wish = hear_wish(turn) if heard is None and complaint is None else None
    if named:
        misses.understood(turn)
        return play(turn, complaint or wish or of_the_order(turn, heard or hear_intent(turn)))
    is_open = (heard, complaint, wish) == (None, None, None)
    line = (hear_instead(turn) or hear_long_line(turn)) if is_open else None
    asks = is_open and is_asked(turn)
    if line is not None:
        return _take_line(turn, line, asks=asks)
    if is_open and not asks and turn.step not in ANYTHING_ANSWERS:
        heard = hear_intent(turn)
    if _is_told_at_once(turn, heard):
        return True
    heard = complaint or wish or (answering_page(turn) if asks else hear_answer(turn, heard))
    if not (play(turn, heard) if heard is not None else stay(turn, asks=asks)):
        return False
    misses.understood(turn)
    return True


def _hear_what_is_meant_anywhere(turn: Turn) -> Heard | None:
    """A command; a note that is taken back, and a language, where such words are no answer."""
    heard = hear_command(turn.said) or (hear_language_wish(turn) if turn.step in OWN_WORDS else None)
    if turn.step not in ANYTHING_ANSWERS:
        heard = hear_dropped_note(turn) or heard
    return Heard("greets") if turn.chat.turn == 0 and heard == Heard("wants_offers") else heard


def _is_told_at_once(turn: Turn, heard: Heard | None) -> bool:
    """What leads nowhere: another language for the open question, or where another order is."""
    if heard is not None and heard.trigger == "picks_language" and has_open_question(turn):
        return _ask_in(turn, heard.arg)
    if not asks_where_it_is(turn, heard):
        return False
    misses.understood(turn)
    return answer(turn, "track")


def _tell_of_others(turn: Turn) -> bool:
    """Whose orders they are is asked from their own number; whoever begins so is greeted as well."""
    turn.note("talk-of-others")
    misses.understood(turn)
    return play(turn, Heard("greets")) if turn.chat.turn == 0 else True


def _ask_in(turn: Turn, language: str) -> bool:
    """The open question once more, in another language."""
    pick_language(turn, language)
    turn.note("help-language-chosen")
    misses.understood(turn)
    return True


def _take_line(turn: Turn, line: Heard, *, asks: bool) -> bool:
    """Whatever else it asks is answered above it. Where a home was asked for, it tells how they write as well."""
    if turn.step in ANYTHING_ANSWERS:
        choose_language(turn)
    if asks:
        answer(turn)
    if line.trigger == "asks_if_right":
        return misses.may_ask_if_right(turn) and play(turn, line)
    misses.understood(turn)
    return play(turn, line)


def is_one_thought(turn: Turn, following: str) -> bool:
    """Whether this line, or greeting, and the line typed right after it are one order: then they get one answer."""
    if turn.quiet or not following.strip():
        return False
    begins_one = "line" in turn.scratch or turn.said.is_only({"command.greet"})
    return begins_one and is_of_an_order(turn.read(following))


def hear_answer(turn: Turn, heard: Heard | None) -> Heard | None:
    """The answer to our question, which at some steps goes before a command, or a fruit, or words that are friendly."""
    if heard is None and turn.step not in NOTES and turn.said.has("change.remove"):
        heard = hear_removal(turn)
    if heard is None or turn.step in HEARS_FIRST:
        heard = hear_at_the_step(turn) or heard
    heard = heard or hear_short_line(turn)
    if heard is None and turn.step not in OWN_WORDS:
        heard = hear_fruit(turn) or hear_smalltalk(turn)
    return heard


def stay(turn: Turn, *, asks: bool) -> bool:
    """Answer a question, thanks, or who needs a moment, and ask what was asked again; False when it was none of it."""
    if asks:
        return answer(turn)
    if turn.chat.turn == 0 or not (is_friendly(turn) or is_pausing(turn)):
        return False
    turn.note("talk-no-hurry" if is_pausing(turn) else "talk-with-pleasure")
    return True


def hear_at_the_step(turn: Turn) -> Heard | None:
    """The answer to our question. `ok` and `haan` name no home, though everything that is typed there is searched."""
    if turn.step == Step.WHERE and turn.said.is_only(ASSENT | {"courtesy"}):
        return None
    if turn.step == Step.WHERE and names_only_fruit(turn):
        return hear_fruit(turn)
    heard = turn.repertoire.script_of(turn).hear(turn, turn.said)
    if turn.step in OWN_WORDS and (heard is None or heard.trigger == "finds_nothing"):
        return hear_call(turn) or heard
    return heard


def hear_complaint(turn: Turn, heard: Heard | None) -> Heard | None:
    """Bad fruit, money, an order for an office: before anything in it is taken for a wish.

    Where anything typed is an answer, it is one.
    """
    return None if heard is not None or turn.step in ANYTHING_ANSWERS else hear_call(turn)


def hear_the_rest(turn: Turn, *, more_waiting: bool) -> bool:
    """Pictures, voice notes, cards, carts … A caption is heard like text."""
    has_caption = turn.inbound.kind is InboundKind.MEDIA and bool(turn.inbound.text.strip())
    if has_caption and turn.step not in ANYTHING_ANSWERS:
        choose_language(turn)  # the thanks for the picture are in it as well
    called = hear_complaint(turn, None) if has_caption else None
    if called is not None:
        return play(turn, called)
    surprise = surprises.hear_surprise(turn, more_waiting=more_waiting)
    if has_caption and hear_words(turn):
        return True
    return play(turn, surprise) if isinstance(surprise, Heard) else surprise
