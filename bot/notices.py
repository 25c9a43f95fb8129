"""Wording what the shop tells unasked: a notice's key and values become one message in the reader's language.

Inside the 24 h window it is a free message with the buttons of the table below, outside it is the template whose file
names the notice (`bot.templates`).

Buttons here are tapped at any later time, so their ids name the thing itself: `n:<trigger>:<arg>`. The triggers are
my_order, order_again, pays_online, pays_cash, changes_window, brings_again, leaves_with, wants_cancel (arg: order
code), starts_run (arg: the run's id), hand_back (arg: chat id), next_stop, wants_menu and wants_human.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from bot.fitting import fit, fit_body
from bot.limits import BUTTON_TITLE, FOOTER, TEXT
from bot.messages import Button, Buttons, LinkButton, OutgoingMessage, Text
from bot.notice_values import word_values
from core.errors import Fault
from core.wording import FIRST_LANGUAGE, has_wording, languages, load_catalogues, say

ALERT = "alert-"
UNKNOWN_ALERT = "notices-alert-other"
Values = dict[str, Any]


class NoticeButton(NamedTuple):
    """A button of a notice: what it says (`notices-<name>-button`), what it triggers, and which value it is about."""

    name: str
    trigger: str
    about: str | None = None


MY_ORDER = NoticeButton("my-order", "my_order", "code")
ORDER_AGAIN = NoticeButton("order-again", "order_again", "code")
PAY_ONLINE = NoticeButton("pay-online", "pays_online", "code")
PAY_CASH = NoticeButton("pay-cash", "pays_cash", "code")
MENU = NoticeButton("menu", "wants_menu")
HUMAN = NoticeButton("human", "wants_human")
ANOTHER_TIME = NoticeButton("another-time", "changes_window", "code")
CANCEL = NoticeButton("cancel", "wants_cancel", "code")
HAND_BACK = NoticeButton("hand-back", "hand_back", "chat_id")
BRING_AGAIN = NoticeButton("bring-again", "brings_again", "code")
LEAVE_WITH = NoticeButton("leave-with", "leaves_with", "code")
MONEY_BACK = NoticeButton("money-back", "wants_cancel", "code")
START_RUN = NoticeButton("start-run", "starts_run", "run")
NEXT_STOP = NoticeButton("next-stop", "next_stop")

TAPS: dict[str, tuple[NoticeButton, ...]] = {
    "order-confirmed": (MY_ORDER, MENU),
    "hold-ending": (PAY_ONLINE, PAY_CASH),
    "hold-expired": (ORDER_AGAIN, MENU),
    "hold-expired-money-here": (MY_ORDER, HUMAN),
    "hold-expired-no-link": (ORDER_AGAIN, MENU),
    "order-cancelled": (ORDER_AGAIN, MENU),
    "order-changed": (MY_ORDER, HUMAN),
    "window-moved": (ANOTHER_TIME, CANCEL, MY_ORDER),
    "window-cancelled": (ORDER_AGAIN, HUMAN),
    "order-prepaid": (MY_ORDER,),
    "write-back": (HUMAN,),
    "payment-changed-refunded": (MY_ORDER, HUMAN),
    "refund-processed": (MY_ORDER,),
    "payment-link-failed": (PAY_ONLINE, PAY_CASH, HUMAN),
    "payment-link-cancelled": (PAY_ONLINE, PAY_CASH, HUMAN),
    "payment-cash-refunded": (MY_ORDER, HUMAN),
    "payment-returned": (MY_ORDER, HUMAN),
    "payment-late-confirmed": (MY_ORDER, MENU),
    "payment-late-refunded": (ORDER_AGAIN, HUMAN),
    "payment-twice-refunded": (MY_ORDER, HUMAN),
    "payment-parked": (HUMAN,),
    "out-for-delivery": (MY_ORDER,),
    "delivery-failed": (BRING_AGAIN, LEAVE_WITH, MONEY_BACK),
    "window-postponed": (BRING_AGAIN, MONEY_BACK),
    "rider-run": (START_RUN,),
    "rider-stop-added": (NEXT_STOP,),
    "rider-stop-taken": (NEXT_STOP,),
    "rider-stop-back": (NEXT_STOP,),
    "rider-paid": (NEXT_STOP,),
    "alert-customer-wants-human": (HAND_BACK,),
    "alert-customer-says": (HAND_BACK,),
    "alert-customer-complains": (HAND_BACK,),
    "alert-customer-bulk": (HAND_BACK,),
}
# A value of notices about an unpaid order: cash is not offered for it.
ONLINE_ONLY = "online_only"
# With these, a value `url` is opened by the one button.
LINKED = frozenset({"pay-here", "prepay-here", "hold-ending"})
RUN_LINK = "rider-link"  # the one page for staff that is not the office's
# What a notice of an earlier version, still waiting to be sent, does not carry.
LEFT_OUT = {"pay-here": {"has_items": "no", "items": "", "home": "", "apartment": "", "slot": ""}}


def word_notice(language: str, key: str, values: Values, now: datetime, zone: ZoneInfo) -> OutgoingMessage:
    """The message for a notice. Raises Fault for a notice without wording or a value that its sentence needs."""
    spoken = language if language in languages() else FIRST_LANGUAGE
    words = LEFT_OUT.get(key, {}) | word_values(spoken, values, now, zone)
    body = fit_body(say_notice(spoken, key, words), TEXT)
    if key in LINKED and values.get("url"):
        label = fit(say(spoken, "notices-pay-button", total=words["total"]), BUTTON_TITLE)
        return LinkButton(fit_body(body), label, str(values["url"]), footer=_footer(spoken, key, words))
    if values.get("link"):
        label = "notices-run-button" if key == RUN_LINK else "notices-office-button"
        return LinkButton(fit_body(body), fit(say(spoken, label), BUTTON_TITLE), str(values["link"]))
    taps = [tap for tap in TAPS.get(key, ()) if tap is not PAY_CASH or not values.get(ONLINE_ONLY)]
    buttons = tuple(_button(spoken, tap, values) for tap in taps)
    if buttons:
        return Buttons(fit_body(body), buttons, footer=_footer(spoken, key, words))
    return Text(body)


def say_notice(language: str, key: str, words: Values) -> str:
    """The sentence of a notice. An alert is said even when its wording or one of its values is missing."""
    name = f"notices-{key}"
    if key.startswith(ALERT):
        name = name if has_wording(name) else UNKNOWN_ALERT
        needed = load_catalogues()[language].placeholders[name]
        return say(language, name, **{**dict.fromkeys(needed, "–"), "matter": key.removeprefix(ALERT), **words})
    if not has_wording(name):
        raise Fault(f"The notice {key!r} has no wording: {name} is missing in the catalogues.")
    return say(language, name, **words)


def _button(language: str, tap: NoticeButton, values: Values) -> Button:
    return Button(tap_id(tap, values), fit(say(language, f"notices-{tap.name}-button"), BUTTON_TITLE))


def tap_id(tap: NoticeButton, values: Values) -> str:
    """`n:<trigger>:<arg>`. Raises Fault when the notice lacks the value that the button is about."""
    if tap.about is None:
        return f"n:{tap.trigger}:"
    if values.get(tap.about) in (None, ""):
        raise Fault(f"A notice with the button {tap.name!r} carries no {tap.about!r}.")
    return f"n:{tap.trigger}:{values[tap.about]}"


def _footer(language: str, key: str, words: Values) -> str | None:
    name = f"notices-{key}-footer"
    return fit(say(language, name, **words), FOOTER) if has_wording(name) else None
