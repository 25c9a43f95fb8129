"""A message of somebody who works here."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.fitting import plain
from bot.inbound import Inbound, InboundKind
from bot.messages import Text
from core.actor import Role
from core.chats.state import ChatState
from core.credentials.rules import OF_THE_OFFICE
from core.outbox.forwards import release_forwards
from core.staff.queries import read_member
from core.staff.rules import Right, may
from flows.ending import end_turn
from flows.engine import Heard
from flows.memory import Memory
from flows.playing import play
from flows.relaying import SILENT
from flows.scripts import FOUNDERS, RIDERS
from flows.signing_in import hears_login
from flows.taps import read_tap
from flows.turn import Turn


def handle_staff(session: Session, chat: ChatState, inbound: Inbound, *, inbox_id: int, now: datetime) -> None:
    """Answer somebody who works here: the founder and who may answer for her, riders; others have nothing to do."""
    if inbound.kind in SILENT:
        return
    turn = _begin(session, chat, inbound, inbox_id=inbox_id, now=now)
    if turn.staff.active and turn.staff.role in OF_THE_OFFICE and hears_login(turn):
        pass
    elif turn.staff.active and may(turn.actor, Right.ANSWER_CHATS):
        release_forwards(session, chat.id)
        hear_founder(turn)
    elif turn.staff.active and may(turn.actor, Right.DELIVER):
        hear_rider(turn)
    else:
        turn.instead = Text(turn.say("founder-other-staff", name=plain(turn.name)))
    end_turn(turn)


def _begin(session: Session, chat: ChatState, inbound: Inbound, *, inbox_id: int, now: datetime) -> Turn:
    assert chat.staff_id is not None
    staff = read_member(session, chat.staff_id)
    turn = Turn(
        session=session,
        now=now,
        chat=chat,
        inbound=inbound,
        inbox_id=inbox_id,
        language=staff.language,
        name=staff.name,
        repertoire=RIDERS if staff.role is Role.RIDER else FOUNDERS,
        script=chat.script,
        step=chat.step,
        number=chat.turn + 1,
        memory=Memory(chat.memory),
        staff_part=staff,
    )
    turn.repertoire.place(turn)
    return turn


def hear_founder(turn: Turn) -> None:
    """Her buttons name their customer themselves, so none of them grows old; one that is not ours gets the guide."""
    if turn.inbound.kind is InboundKind.TAP:
        tap = read_tap(turn.inbound.tap_id)
        heard = Heard(tap.trigger, tap.arg) if tap else None
    else:
        heard = turn.repertoire.script_of(turn).hear(turn, turn.said)
    if heard is None or not play(turn, heard):
        play(turn, Heard("asks_for_guide"))


def hear_rider(turn: Turn) -> None:
    """His buttons name their stop or run themselves; what means nothing gets the help."""
    heard: Heard | None = None
    if turn.inbound.kind is InboundKind.TAP:
        tap = read_tap(turn.inbound.tap_id)
        heard = Heard(tap.trigger, tap.arg) if tap else None
    elif turn.inbound.kind is InboundKind.TEXT:
        heard = turn.repertoire.script_of(turn).hear(turn, turn.said)
    elif turn.inbound.kind is InboundKind.MEDIA:
        heard = Heard("sends_photo")
    if heard is None or not play(turn, heard):
        play(turn, Heard("asks_help"))
