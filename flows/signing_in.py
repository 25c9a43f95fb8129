"""Signing in on the web by a word: the chat asks which number the browser shows, wherever the conversation stands.

(Asha sends LOGIN 7KQ3-9XMF)   → Somebody wants to sign in as you, in Chrome on Android. Which number does it show?
[47]                           → Done, you are signed in there.
[Not me]                       → Nobody was signed in.
"""

from __future__ import annotations

from bot.inbound import InboundKind
from bot.messages import ListMessage, Row, Section, Text
from core.logins.rules import find_word
from core.logins.words import hear_word, tap_number
from core.sessions.queries import Owner
from flows.ordering.fruit import read_id
from flows.taps import NOTICE, read_tap
from flows.turn import Turn

TRIGGER = "signs_in"
NOBODY = "no"


def hears_login(turn: Turn) -> bool:
    """Whether the message is a word of a login, or a number chosen for one; then it has been answered."""
    if turn.inbound.kind is InboundKind.TEXT:
        word = find_word(turn.inbound.text)
        return word is not None and _ask_for_number(turn, word)
    tap = read_tap(turn.inbound.tap_id) if turn.inbound.kind is InboundKind.TAP else None
    return tap is not None and tap.turn is None and tap.trigger == TRIGGER and _hear_number(turn, tap.arg)


def _ask_for_number(turn: Turn, word: str) -> bool:
    heard = hear_word(turn.session, word, _owner(turn), turn.now)
    if heard is None:
        turn.instead = Text(turn.say("login-word-over"))
        return True
    rows = tuple(Row(_id(heard.word_id, str(number)), str(number)) for number in heard.numbers)
    nobody = Row(_id(heard.word_id, NOBODY), turn.say("login-not-me-row"))
    question = "login-which-number" if turn.staff_part is None else "login-which-number-office"
    body = turn.say(question, browser=heard.browser or "…")
    turn.instead = ListMessage(body, turn.say("login-numbers-list-button"), (Section((*rows, nobody)),))
    return True


def _hear_number(turn: Turn, arg: str) -> bool:
    word, _, number = arg.partition("x")
    word_id = read_id(word)
    is_right = tap_number(turn.session, word_id, _owner(turn), read_id(number), turn.now) if word_id else None
    if number == NOBODY and is_right is False:
        turn.instead = Text(turn.say("login-nobody"))
    else:
        turn.instead = Text(turn.say({True: "login-done", False: "login-wrong", None: "login-word-over"}[is_right]))
    return True


def _owner(turn: Turn) -> Owner:
    """Who signs in: the shop's door is a customer's, the office's a member's."""
    if turn.staff_part is not None:
        return Owner(staff_id=turn.staff.id)
    return Owner(customer_id=turn.customer.id)


def _id(word_id: int, number: str) -> str:
    return f"{NOTICE}:{TRIGGER}:{word_id}x{number}"
