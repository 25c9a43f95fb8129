"""What is neither words nor a button: pictures, voice notes, stickers, contacts, carts, edits, the unreadable."""

from __future__ import annotations

from datetime import timedelta

from bot.fitting import fit, plain
from bot.inbound import InboundKind
from core.chats.actions import begin_to_wait
from core.notices import notify_founders
from flows.edits import text_before
from flows.engine import Heard
from flows.memory import Counted, UnreadMemory
from flows.ordering.line import rereads
from flows.ordering.phone import hear_card
from flows.ordering.steps import Step
from flows.relaying import facts_for_founder, send_itself
from flows.turn import Turn

IGNORED = {InboundKind.REACTION, InboundKind.REVOKE, InboundKind.SYSTEM}
ONCE_IN = timedelta(minutes=10)  # how often we say that we cannot read something (fault F14)
KEPT_BACK = 131060  # WhatsApp shows us nothing: the first words after an ad, a message of a linked device
MOST_KEPT_BACK = 5  # how often in that time we ask for the words again
PASSED_ON = {"audio": "talk-voice-passed-on", "image": "talk-photo-passed-on", "video": "talk-photo-passed-on",
             "document": "talk-file-passed-on"}  # fmt: skip
LONGEST_QUOTE = 80


def hear_surprise(turn: Turn, *, more_waiting: bool) -> Heard | bool:
    """What it means; True when the present question is asked again with a note, False when it gets no answer."""
    inbound = turn.inbound
    if inbound.kind is InboundKind.WELCOME:
        return not more_waiting and Heard("greets")
    if inbound.kind is InboundKind.CONTACTS and turn.step == Step.PHONE:
        return hear_card(turn)
    if inbound.kind is InboundKind.ORDER:
        turn.note("talk-native-cart")
        return Heard("wants_menu")
    if inbound.kind is InboundKind.MEDIA:
        take_media(turn)
    elif inbound.kind is InboundKind.EDIT:
        if rereads(turn):
            return Heard("rereads_line")
        say_what_stands(turn)
    else:
        return not more_waiting and say_cannot_read(turn)
    return not more_waiting


def take_media(turn: Turn) -> None:
    if turn.inbound.media_type in PASSED_ON:
        pass_on(turn)
    else:
        turn.note("talk-sticker")


def pass_on(turn: Turn) -> None:
    """A file goes to the founder's phone; she sees that this customer waits. Of too many we say so."""
    begin_to_wait(turn.chat, turn.now)
    notify_founders(turn.session, "alert-customer-says", facts_for_founder(turn), merge=True)
    arrives = send_itself(turn)
    turn.note(PASSED_ON[turn.inbound.media_type] if arrives else "talk-too-many-files")


def say_what_stands(turn: Turn) -> None:
    """An edit comes after we acted on what it replaces: nothing changes by itself, and the question shows that."""
    before, after = text_before(turn), turn.inbound.text
    quoted = {name: plain(fit(words, LONGEST_QUOTE)) if words.strip() else "" for name, words in
              (("before", before), ("after", after))}  # fmt: skip
    turn.note("talk-edited", known="yes" if quoted["before"] and quoted["after"] else "no", **quoted)


def say_cannot_read(turn: Turn) -> bool:
    """Once in ten minutes is polite, but an answer to our own question that we cannot read is told each time.

    Who was kept back by WhatsApp is asked to write again.
    """
    if KEPT_BACK in turn.inbound.errors:
        return ask_to_write_again(turn)
    memory = turn.memory.part(UnreadMemory)
    answers = turn.step == Step.PHONE and turn.inbound.kind is InboundKind.CONTACTS
    if memory.polite_at is not None and turn.now - memory.polite_at < ONCE_IN and not answers:
        return False
    memory.polite_at = turn.now
    turn.note("talk-cannot-read")
    return True


def ask_to_write_again(turn: Turn) -> bool:
    """Each time, because they did write; an endless row of such messages gets silence."""
    memory = turn.memory.part(UnreadMemory)
    since, times = memory.kept_back or Counted(turn.now, 0)
    if turn.now - since >= ONCE_IN:
        since, times = turn.now, 0
    memory.kept_back = Counted(since, times + 1)
    turn.note("talk-write-again")
    return times < MOST_KEPT_BACK
