"""Who waits for the founder, one of them, and what this chat can do."""

from __future__ import annotations

from datetime import datetime

from bot.fitting import fit, fit_body, plain
from bot.limits import BUTTON_TITLE, ROW_DESCRIPTION, ROW_TITLE, ROWS
from bot.messages import Button, Buttons, ListMessage, OutgoingMessage, Row, Section, Text
from core.clock import business_day
from core.formats import format_clock, format_day
from core.settings import get_settings
from core.views.conversations import Correspondent, Waiting, find_correspondent, who_waits
from flows.ordering.fruit import read_id
from flows.phrases import phrase_clock
from flows.turn import Turn


def find_customer(turn: Turn) -> Correspondent | None:
    """The customer of the chat that the argument begins with, looked up once a turn."""
    if "customer" not in turn.scratch:
        chat_id = read_id(turn.arg.partition(".")[0])
        turn.scratch["customer"] = find_correspondent(turn.session, chat_id) if chat_id else None
    customer: Correspondent | None = turn.scratch["customer"]
    return customer


def require_customer(turn: Turn) -> Correspondent:
    """For steps that nobody reaches without one."""
    customer = find_customer(turn)
    assert customer is not None
    return customer


def is_a_customer(turn: Turn) -> bool:
    return find_customer(turn) is not None


def is_nobody(turn: Turn) -> bool:
    return find_customer(turn) is None


def all_waiting(turn: Turn) -> list[Waiting]:
    """As many as a list shows, looked up once a turn."""
    if "waiting" not in turn.scratch:
        turn.scratch["waiting"] = who_waits(turn.session, turn.now, limit=ROWS)
    waiting: list[Waiting] = turn.scratch["waiting"]
    return waiting


def ask_guide(turn: Turn) -> OutgoingMessage:
    waiting = Button("n:waiting:", turn.say("founder-waiting-button"))
    return Buttons(fit_body(turn.say("founder-help")), (waiting,))


def ask_waiting(turn: Turn) -> OutgoingMessage:
    """Everybody who waits."""
    waiting = all_waiting(turn)
    if not waiting:
        return Text(turn.say("founder-nobody-waits"))
    rows = tuple(
        Row(f"n:waiting_customer:{each.chat_id}", fit(name_of(each), ROW_TITLE),
            fit(_since_or_until(turn, each), ROW_DESCRIPTION))
        for each in waiting
    )  # fmt: skip
    body = turn.say("founder-waiting", count=waiting[0].in_all)
    return ListMessage(body, turn.say("founder-waiting-list-button"), (Section(rows),))


def ask_customer(turn: Turn) -> OutgoingMessage:
    """One of them: a reply to this very message is an answer."""
    customer = require_customer(turn)
    turn.about_chat_id = customer.chat_id
    return Buttons(turn.say("founder-customer", name=name_of(customer)), (hand_back_button(turn, customer.chat_id),))


def hand_back_button(turn: Turn, chat_id: int) -> Button:
    return Button(f"n:hand_back:{chat_id}", fit(turn.say("founder-hand-back-button"), BUTTON_TITLE))


def name_of(person: Correspondent | Waiting) -> str:
    return plain(person.name) if person.name else "…"


def _since_or_until(turn: Turn, each: Waiting) -> str:
    """Since when they wait, or that she answered and until when the bot is silent there."""
    phone = f"+{each.phone}" if each.phone else "–"
    if each.waits_since is not None:
        return turn.say("founder-waiting-since", phone=phone, since=_moment(turn, each.waits_since))
    assert each.parked_until is not None
    return turn.say("founder-waiting-line", phone=phone, until=phrase_clock(turn.language, each.parked_until))


def _moment(turn: Turn, moment: datetime) -> str:
    """The clock, with the day when that is not today."""
    zone = get_settings().zone
    clock = format_clock(turn.language, moment, zone)
    if business_day(moment, zone) == business_day(turn.now, zone):
        return clock
    return f"{format_day(turn.language, moment, turn.now, zone)}, {clock}"
