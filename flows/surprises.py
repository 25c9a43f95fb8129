"""What is neither words nor a button: pictures, voice notes, stickers, contacts, native carts, the unreadable."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.inbound import InboundKind
from core.notices import notify_founders
from flows.engine import Heard
from flows.handover import facts_for_founder
from flows.ordering.phone import hear_card
from flows.ordering.steps import Step
from flows.turn import Turn

IGNORED = {InboundKind.REACTION, InboundKind.REVOKE, InboundKind.SYSTEM}
ONCE_IN = timedelta(minutes=10)  # how often we say that we cannot read something (fault F14)
KEPT_BACK = 131060  # WhatsApp shows us nothing: the first words after an ad, a message of a linked device
MOST_KEPT_BACK = 5  # how often in that time we ask for the words again
PASSED_ON = {"audio": "talk-voice-passed-on", "image": "talk-photo-passed-on", "video": "talk-photo-passed-on",
             "document": "talk-file-passed-on"}  # fmt: skip


def hear_surprise(turn: Turn, *, more_waiting: bool) -> Heard | bool:
    """What it means; True when the present question is asked again with a note, False when it gets no answer."""
    inbound = turn.inbound
    if inbound.kind is InboundKind.WELCOME:
        return not more_waiting and Heard("greets")
    if inbound.kind is InboundKind.CONTACTS and turn.step == Step.PHONE:
        return hear_card(turn)
    if inbound.kind is InboundKind.MEDIA and inbound.media_type in PASSED_ON:
        notify_founders(turn.session, "alert-customer-says", facts_for_founder(turn), merge=True)
        turn.note(PASSED_ON[inbound.media_type])
        return not more_waiting
    if inbound.kind is InboundKind.MEDIA:
        turn.note("talk-sticker")
        return not more_waiting
    if inbound.kind is InboundKind.ORDER:
        turn.note("talk-native-cart")
        return Heard("wants_menu")
    return not more_waiting and say_cannot_read(turn)


def say_cannot_read(turn: Turn) -> bool:
    """Once in ten minutes is polite; who was kept back by WhatsApp is asked to write again."""
    if KEPT_BACK in turn.inbound.errors:
        return ask_to_write_again(turn)
    said_at = turn.memory.get("polite_at")
    if said_at is not None and turn.now - datetime.fromisoformat(said_at) < ONCE_IN:
        return False
    turn.memory["polite_at"] = turn.now.isoformat(timespec="seconds")
    turn.note("talk-cannot-read")
    return True


def ask_to_write_again(turn: Turn) -> bool:
    """Each time, because they did write; an endless row of such messages gets silence."""
    since, times = turn.memory.get("kept_back") or (turn.now.isoformat(timespec="seconds"), 0)
    if turn.now - datetime.fromisoformat(since) >= ONCE_IN:
        since, times = turn.now.isoformat(timespec="seconds"), 0
    turn.memory["kept_back"] = [since, times + 1]
    turn.note("talk-write-again")
    return bool(times < MOST_KEPT_BACK)
