"""What happens to one message of a chat, in this order: staff, parked chats, lateness, taps, words, all the rest."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlmodel import Session

from bot.inbound import Inbound, InboundKind
from bot.messages import Text
from core.chats.state import ChatState
from core.customers.actions import learn_name
from core.media.attachments import want_attachment
from core.outbox.actions import enqueue_message
from core.outbox.tables import MessageClass
from core.views.conversations import language_of
from core.wording import say
from flows import misses, optout, surprises
from flows.asides import hear_aside, is_aside
from flows.carrying import carries_cart
from flows.commands import hear_command
from flows.customer import CustomerPart
from flows.ending import end_turn
from flows.engine import Heard
from flows.forms import hear_form
from flows.handover import bring_bot_back, is_parked
from flows.hearing import hear_text, hear_the_rest, is_one_thought, stop_offers
from flows.intents import is_a_sure_wish
from flows.memory import Memory
from flows.ordering.memory import OrderingMemory, noted
from flows.ordering.script import ORDER_ENDED
from flows.ordering.where import hear_location
from flows.parked import answers_beside
from flows.playing import play
from flows.relaying import relay
from flows.scripts import CUSTOMERS
from flows.shared import SharedReads
from flows.signing_in import hears_login
from flows.staff import handle_staff
from flows.taps import PAUSE, is_old, read_tap, remember_used, was_used
from flows.turn import Turn

TOO_LATE = timedelta(hours=6)
# While a person talks, these still work.
WORKS_WHILE_PARKED = {"wants_offers", "wants_menu"}
# Buttons of our own notices that begin a talk with the bot, as the word "menu" does.
BRINGS_THE_BOT_BACK = {"wants_menu", "repeats"}


class Answer(NamedTuple):
    """What becomes of a message: whether the customer waits for something that is under way, so that we may show that
    we are typing, and the reply in Graph's shape, which the caller puts into the outbox after all else of the turn."""

    waits: bool = False
    reply: dict[str, Any] | None = None


def handle_message(
    session: Session,
    chat: ChatState,
    inbound: Inbound,
    *,
    inbox_id: int,
    sent_at: datetime,
    now: datetime,
    more_waiting: bool = False,
    following: str = "",
    reads: SharedReads | None = None,
) -> Answer:
    """Let one message take effect in the open transaction. The chat's row is locked.

    `sent_at` is the sender's time (UTC). With `more_waiting` further messages of the chat are pending, and words
    that we do not understand get no answer of their own (fault F21). `following` is what was typed right after it and
    comes next: a line of an order leaves its answer to another such line (fault F210).
    """
    if is_aside(inbound):
        hear_aside(session, chat, inbound, inbox_id=inbox_id, now=now)
    elif chat.staff_id is not None:
        handle_staff(session, chat, inbound, inbox_id=inbox_id, now=now)
    elif inbound.kind not in surprises.IGNORED:
        keep_file(session, chat.id, inbound, now)
        reads = reads or SharedReads(session, now)
        turn = begin_turn(session, chat, inbound, inbox_id=inbox_id, now=now, reads=reads)
        late = now - sent_at > TOO_LATE and inbound.kind is not InboundKind.WELCOME
        turn.quiet = not listen(turn, late=late, more_waiting=more_waiting) or turn.quiet
        turn.leaves_the_answer = is_one_thought(turn, following)
        end_turn(turn)
        return Answer(turn.waits, turn.reply)
    return Answer()


def keep_file(session: Session, chat_id: int, inbound: Inbound, now: datetime) -> None:
    """Have the file of a message fetched and kept, for the person who looks at the chat."""
    if inbound.kind is InboundKind.MEDIA and inbound.media_id:
        want_attachment(
            session,
            chat_id,
            message_id=inbound.message_id,
            media_id=inbound.media_id,
            kind=inbound.media_type,
            mime_type=inbound.mime_type,
            filename=inbound.filename,
            now=now,
        )


def apologise_for_message(session: Session, chat_id: int, inbox_id: int) -> None:
    """One honest sentence about a message that failed at every try (fault F51)."""
    sorry = Text(say(language_of(session, chat_id), "talk-message-failed")).to_graph()
    enqueue_message(session, chat_id, sorry, answers_id=inbox_id, message_class=MessageClass.REPLY)


def begin_turn(
    session: Session, chat: ChatState, inbound: Inbound, *, inbox_id: int, now: datetime, reads: SharedReads
) -> Turn:
    """Gather what the turn needs. An order that ended meanwhile, or a long pause, makes earlier buttons old."""
    memory, customer_id = Memory(chat.memory), chat.customer_id
    assert customer_id is not None
    person = reads.take_standing(customer_id)
    turn = Turn(
        session=session,
        now=now,
        chat=chat,
        inbound=inbound,
        inbox_id=inbox_id,
        language=person.language,
        name=person.name or learn_name(session, customer_id, inbound.sender.name),
        repertoire=CUSTOMERS,
        script=chat.script,
        step=chat.step,
        number=chat.turn + 1,
        memory=memory,
        customer_part=CustomerPart(
            session,
            now,
            customer_id,
            reads,
            person,
            has_phone=bool(inbound.sender.phone),
        ),
    )
    turn.repertoire.place(turn)
    order = memory.part(OrderingMemory).order
    if order and order not in person.unpaid_orders:
        turn.begin_anew()
        turn.repertoire.script_of(turn).fire(turn, ORDER_ENDED)
    _notice_pause(turn)
    if turn.talk.unshown:
        turn.scratch["put"] = True
    return turn


def _notice_pause(turn: Turn) -> None:
    if turn.talk.heard_at is not None and turn.now - turn.talk.heard_at > PAUSE:
        turn.talk.epoch = turn.number - 1
        misses.understood(turn)
    turn.talk.heard_at = turn.now


def listen(turn: Turn, *, late: bool, more_waiting: bool) -> bool:
    """Let the message take effect; False when it deserves no answer of its own."""
    typed = turn.inbound.kind is InboundKind.TEXT
    if turn.inbound.kind is InboundKind.TAP:
        misses.heard_a_tap(turn)
    if hears_login(turn) or carries_cart(turn):
        return True
    again = typed and not is_parked(turn) and misses.is_same_again(turn)
    if optout.opts_out(turn):
        return stop_offers(turn) and not again
    if is_parked(turn) and not speaks_while_parked(turn):
        waits_already = turn.chat.waits_since is not None
        relay(turn)
        return waits_already and answers_beside(turn)
    if late:
        turn.note("talk-too-late")
        return play(turn, Heard("wants_menu"))
    if again:
        return False
    return hear(turn, more_waiting=more_waiting)


def speaks_while_parked(turn: Turn) -> bool:
    """Buttons, sure commands and whole orders still work, and bring the bot back; the customer keeps their place with
    the founder. Once she has answered, words are for her, but for the menu and the offers."""
    tap = read_tap(turn.inbound.tap_id) if turn.inbound.kind is InboundKind.TAP else None
    if tap is not None and tap.turn is None:
        if tap.trigger in BRINGS_THE_BOT_BACK:
            bring_bot_back(turn)
        return True
    if tap is None and not _is_for_the_bot(turn):
        return False
    if tap is not None or hear_command(turn.said) != Heard("wants_offers"):
        bring_bot_back(turn)
        if turn.chat.waits_since is not None:
            turn.note("talk-still-waiting")
    return True


def _is_for_the_bot(turn: Turn) -> bool:
    """Whether typed words are surely for the shop's own answers, and not for the person who was called."""
    if turn.inbound.kind is not InboundKind.TEXT:
        return False
    heard = hear_command(turn.said)
    if heard is not None:
        is_hers = heard.trigger == "wants_human" or turn.chat.waits_since is None
        return heard.trigger in WORKS_WHILE_PARKED or not is_hers
    return turn.chat.waits_since is not None and is_a_sure_wish(turn.meaning)


def hear(turn: Turn, *, more_waiting: bool) -> bool:
    """By what kind of thing was done; False when it gets no answer."""
    match turn.inbound.kind:
        case InboundKind.TAP:
            return hear_tap(turn)
        case InboundKind.TEXT:
            return hear_text(turn, more_waiting=more_waiting)
        case InboundKind.LOCATION:
            return play(turn, hear_location(turn))
        case InboundKind.FORM:
            return hear_form(turn, more_waiting=more_waiting)
    return hear_the_rest(turn, more_waiting=more_waiting)


def hear_tap(turn: Turn) -> bool:
    """A button. Old and foreign ones never act; one that has acted shows where things stand."""
    tap = read_tap(turn.inbound.tap_id)
    if tap is not None and was_used(turn, tap):
        return show_what_became(turn, Heard(tap.trigger, tap.arg))
    if tap is None or is_old(turn, tap):
        turn.note("talk-old-menu")
        return play(turn, Heard("greets"))
    if play(turn, Heard(tap.trigger, tap.arg)):
        if turn.repertoire.acts_once(tap.trigger) and "refused" not in turn.scratch:
            remember_used(turn, tap)
    else:
        turn.note("talk-old-menu")
    misses.understood(turn)
    return True


def show_what_became(turn: Turn, heard: Heard) -> bool:
    """The second tap on a button that acts once: the order it made, or the present question again."""
    if heard.trigger in {"pays_cash", "pays_online"} and heard.arg != noted(turn).order_code:
        return play(turn, Heard("opens_order", heard.arg))
    if heard.trigger in {"repeats_for_cash", "repeats_online"}:
        return play(turn, Heard("greets"))
    if heard.trigger == "picks_pack":
        turn.note("ordering-already-in-cart")
    return True
