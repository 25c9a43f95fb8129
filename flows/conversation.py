"""What happens to one message of a chat, in this order: staff, parked chats, lateness, taps, words, all the rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from bot.fitting import fit_body
from bot.inbound import Inbound, InboundKind
from bot.limits import BODY, TEXT
from bot.messages import Buttons, Image, ListMessage, Location, OutgoingMessage, TemplateMessage, Text
from core.chats.tables import Chat
from core.customers.actions import change_number, change_user_id, set_language
from core.errors import Refusal
from core.outbox.actions import enqueue_message
from core.outbox.tables import MessageClass
from core.query import Query
from core.wording import say
from flows import founder, surprises
from flows.answers import answer, answering_page, is_asked
from flows.commands import hear_command, language_of
from flows.engine import Heard
from flows.handover import is_parked, relay, unpark
from flows.my_orders import Step as MyOrdersStep
from flows.ordering.cart import hear_removal
from flows.ordering.fruit import hear_fruit
from flows.ordering.steps import Step
from flows.ordering.where import hear_location
from flows.refusals import take_refusal
from flows.scripts import SCRIPTS, acts_once, script_of
from flows.smalltalk import hear_smalltalk, is_friendly
from flows.taps import PAUSE, is_old, read_tap, remember_used, was_used
from flows.turn import Turn

TOO_LATE = timedelta(hours=6)
PATIENCE = 2  # messages in a row that we do not understand
LONGEST_CHAIN = 5
HOLDING_STEPS = {Step.SUMMARY, Step.CHANGES, Step.NOTE, Step.PAYING}
# Where a name of fruit may be part of an address.
OWN_WORDS = {Step.WHERE, Step.FLAT}
# Where a word of command may be the answer to our question: these steps hear before the commands do.
HEARS_FIRST = {Step.NOTE, Step.SUMMARY, Step.PAYING, Step.AGAIN, MyOrdersStep.CANCELLING}
# While a person talks, these still work.
WORKS_WHILE_PARKED = {"stops_offers", "wants_offers", "wants_menu"}

PERSON = Query(
    """
    SELECT u.name, u.language, EXISTS (
        SELECT FROM orders o WHERE o.id = CAST(:order_id AS bigint) AND o.status = 'awaiting_payment') AS order_open,
        EXISTS (SELECT FROM orders o WHERE o.customer_id = u.id) AS has_ordered
      FROM users u WHERE u.id = :customer_id
    """
)


def handle_message(
    session: Session,
    chat: Chat,
    inbound: Inbound,
    *,
    inbox_id: int,
    sent_at: datetime,
    now: datetime,
    more_waiting: bool = False,
) -> bool:
    """Let one message take effect in the open transaction; replies go to the outbox. The chat's row is locked.

    True when the customer waits for something that is under way, so that we may show that we are typing.

    `sent_at` is the sender's time (UTC). With `more_waiting` further messages of the chat are pending, and words
    that we do not understand get no answer of their own (fault F21).
    """
    if chat.staff_id is not None:
        founder.handle_staff(session, chat, inbound, inbox_id=inbox_id, now=now)
    elif inbound.kind is InboundKind.SYSTEM:
        follow_identity(session, chat, inbound)
    elif inbound.kind not in surprises.IGNORED:
        turn = begin_turn(session, chat, inbound, inbox_id=inbox_id, now=now)
        turn.quiet = not listen(turn, late=now - sent_at > TOO_LATE, more_waiting=more_waiting) or turn.quiet
        end_turn(turn)
        return turn.waits
    return False


def apologise_for_message(session: Session, chat_id: int, inbox_id: int) -> None:
    """One honest sentence about a message that failed at every try (fault F51)."""
    facts = text(
        "SELECT coalesce(u.language, s.language) FROM chats c LEFT JOIN users u ON u.id = c.customer_id "
        "LEFT JOIN staff s ON s.id = c.staff_id WHERE c.id = :chat_id"
    )
    language = session.execute(facts, {"chat_id": chat_id}).scalar_one()
    send(session, chat_id, Text(say(language, "talk-message-failed")), inbox_id)


def begin_turn(session: Session, chat: Chat, inbound: Inbound, *, inbox_id: int, now: datetime) -> Turn:
    """Gather what the turn needs. An order that ended meanwhile, or a long pause, makes earlier buttons old."""
    memory = dict(chat.memory)
    parameters = {"customer_id": chat.customer_id, "order_id": memory.get("order")}
    person = PERSON.run(session, parameters).one()
    turn = Turn(
        session=session,
        now=now,
        chat=chat,
        inbound=inbound,
        inbox_id=inbox_id,
        language=person.language,
        name=person.name,
        script=chat.script if chat.script in SCRIPTS else "ordering",
        step=chat.step,
        number=chat.turn + 1,
        memory=memory,
        has_ordered=person.has_ordered,
    )
    if turn.step not in SCRIPTS[turn.script].steps:
        turn.script, turn.step = "ordering", Step.MENU
    if memory.get("order") and not person.order_open:
        turn.begin_anew()
        if turn.script == "ordering" and turn.step in HOLDING_STEPS:
            turn.step = Step.MENU
    _notice_pause(turn)
    return turn


def _notice_pause(turn: Turn) -> None:
    heard_at = turn.memory.get("heard_at")
    if heard_at is not None and turn.now - datetime.fromisoformat(heard_at) > PAUSE:
        turn.memory["epoch"] = turn.number - 1
    turn.memory["heard_at"] = turn.now.isoformat(timespec="seconds")


def end_turn(turn: Turn) -> None:
    """Word the reply, unless the turn is a quiet one, and note where the chat stands."""
    if not turn.quiet:
        message = SCRIPTS[turn.script].ask(turn)
        send(turn.session, turn.chat.id, dress(turn, message), turn.inbox_id)
        turn.chat.turn = turn.number
    turn.chat.script, turn.chat.step, turn.chat.memory = turn.script, str(turn.step), turn.memory


def dress(turn: Turn, message: OutgoingMessage) -> OutgoingMessage:
    """Put the turn's notes before the question, and the privacy notice under our very first message."""
    if isinstance(message, Image | Location | TemplateMessage):
        return message
    changes: dict[str, Any] = {}
    if turn.notes:
        limit = TEXT if isinstance(message, Text) else BODY
        changes["body"] = fit_body("\n\n".join([*dict.fromkeys(turn.notes), message.body]), limit)
    if turn.number == 1 and isinstance(message, Buttons | ListMessage) and message.footer is None:
        changes["footer"] = turn.say("ordering-privacy-footer")
    return replace(message, **changes) if changes else message


def send(session: Session, chat_id: int, message: OutgoingMessage, inbox_id: int | None) -> None:
    enqueue_message(session, chat_id, message.to_graph(), answers_id=inbox_id, message_class=MessageClass.REPLY)


def follow_identity(session: Session, chat: Chat, inbound: Inbound) -> None:
    """Somebody changed number or user id: their history goes with them by the rules of `core.customers`."""
    news = inbound.system
    if news is None:
        return
    if news.type == "user_changed_number" and inbound.sender.phone and news.phone:
        change_number(session, inbound.sender.phone, news.phone, news.user_id, sender_id=chat.customer_id)
    elif inbound.sender.user_id and news.user_id:
        change_user_id(session, inbound.sender.user_id, news.user_id)


def listen(turn: Turn, *, late: bool, more_waiting: bool) -> bool:
    """Let the message take effect; False when it deserves no answer of its own."""
    heard = hear_command(turn.said) if turn.inbound.kind is InboundKind.TEXT else None
    if is_parked(turn):
        if heard is None or heard.trigger not in WORKS_WHILE_PARKED:
            relay(turn)
            return False
        if heard.trigger == "wants_menu":
            unpark(turn)
    if late and (heard is None or heard.trigger != "stops_offers"):
        turn.note("talk-too-late")
        return play(turn, Heard("wants_menu"))
    if turn.inbound.kind is InboundKind.TAP:
        return hear_tap(turn)
    if turn.inbound.kind is InboundKind.TEXT:
        return hear_text(turn, heard, more_waiting=more_waiting)
    if turn.inbound.kind is InboundKind.LOCATION:
        return play(turn, hear_location(turn))
    surprise = surprises.hear_surprise(turn, more_waiting=more_waiting)
    return play(turn, surprise) if isinstance(surprise, Heard) else surprise


def hear_text(turn: Turn, heard: Heard | None, *, more_waiting: bool) -> bool:
    """A command, an answer to our question, or something we do not understand."""
    if turn.chat.turn == 0:
        choose_language(turn)
        heard = Heard("greets") if heard == Heard("wants_offers") else heard
    asks = heard is None and is_asked(turn)
    if asks:
        heard = answering_page(turn)
    elif heard is None or turn.step in HEARS_FIRST:
        heard = SCRIPTS[turn.script].hear(turn, turn.said) or heard
    if heard is None and not asks and turn.step not in OWN_WORDS:
        heard = hear_removal(turn) or hear_fruit(turn) or hear_smalltalk(turn)
    if play(turn, heard) if heard is not None else stay(turn, asks=asks):
        turn.memory.pop("misses", None)
        return True
    return not more_waiting and miss(turn)


def stay(turn: Turn, *, asks: bool) -> bool:
    """Answer a question, or thanks, and ask what was asked again; False when it was neither."""
    if asks:
        return answer(turn)
    if turn.chat.turn == 0 or not is_friendly(turn):
        return False
    turn.note("talk-with-pleasure")
    return True


def choose_language(turn: Turn) -> None:
    """The first words choose the language when they are clearly in one."""
    language = language_of(turn.inbound.text)
    if language is not None and language != turn.language:
        turn.language = language
        set_language(turn.session, turn.customer_id, language)


def miss(turn: Turn) -> bool:
    """Not understood: ask again; the second time in a row, offer the menu and a person. The very first word greets."""
    if turn.chat.turn == 0:
        return play(turn, Heard("greets"))
    misses = int(turn.memory.get("misses", 0)) + 1
    turn.memory["misses"] = misses % PATIENCE
    if misses >= PATIENCE:
        turn.script, turn.step = "help", "help"
        turn.note("talk-not-understood-again")
    else:
        turn.note("talk-not-understood")
    return True


def hear_tap(turn: Turn) -> bool:
    """A button. Old and foreign ones never act; one that has acted shows where things stand."""
    tap = read_tap(turn.inbound.tap_id)
    if tap is not None and was_used(turn, tap):
        return show_what_became(turn, Heard(tap.trigger, tap.arg))
    if tap is None or is_old(turn, tap):
        turn.note("talk-old-menu")
        return play(turn, Heard("greets"))
    if play(turn, Heard(tap.trigger, tap.arg)):
        if acts_once(tap.trigger) and "refused" not in turn.scratch:
            remember_used(turn, tap)
    else:
        turn.note("talk-old-menu")
    turn.memory.pop("misses", None)
    return True


def show_what_became(turn: Turn, heard: Heard) -> bool:
    """The second tap on a button that acts once: the order it made, or the present question again."""
    if heard.trigger in {"pays_cash", "pays_online"} and heard.arg != turn.memory.get("order_code"):
        return play(turn, Heard("opens_order", heard.arg))
    if heard.trigger == "picks_pack":
        turn.note("ordering-already-in-cart")
    return True


def play(turn: Turn, heard: Heard) -> bool:
    """Let a trigger take effect, and what it goes on with. False when it means nothing where the chat stands."""
    moved = False
    for _ in range(LONGEST_CHAIN):
        name = script_of(heard.trigger)
        if name is None:
            return moved
        before = turn.script, turn.step
        if name != turn.script:
            turn.script, turn.step = name, SCRIPTS[name].first_step
        turn.arg, turn.then = heard.arg, None
        try:
            fired = SCRIPTS[name].fire(turn, heard.trigger)
        except Refusal as refusal:
            take_refusal(turn, refusal, heard.trigger)
            return True
        if not fired:
            turn.script, turn.step = before
            return moved
        moved = True
        if turn.then is None:
            return True
        heard = Heard(turn.then, turn.arg)
    return moved
