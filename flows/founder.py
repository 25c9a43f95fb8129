"""The founder's chat: alerts and customers' words arrive as notices; she answers by replying to one.

(notice) Asha wants to talk to a person: "my box was bruised"   [Hand back]
↳ So sorry! Fresh ones come tomorrow.      → goes to Asha; "Sent to Asha." [Hand back]
waiting                                    → who is waiting for her
They come tomorrow.                        → "Whom is this for?" [Send to Asha]: nothing leaves without a tap
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from bot.fitting import fit, fit_body, plain
from bot.inbound import Inbound, InboundKind
from bot.limits import BUTTON_TITLE, BUTTONS, ROW_DESCRIPTION, ROW_TITLE, ROWS
from bot.messages import Button, Buttons, ListMessage, OutgoingMessage, Row, Section, Text
from core.actor import Actor, Role
from core.audit.actions import record
from core.chats.tables import Chat
from core.clock import business_day
from core.formats import format_clock, format_day
from core.outbox.actions import enqueue, wake_senders
from core.outbox.forwards import release_forwards
from core.outbox.tables import MessageClass, OutboxKind
from core.reading.lexicon import load_lexicon
from core.reading.sentence import read_sentence
from core.settings import get_settings
from core.staff.tables import Staff
from core.wording import say
from flows.commands import AROUND
from flows.phrases import phrase_clock
from flows.relaying import SILENT
from flows.taps import read_tap

LONGEST_ANSWER = 3500
LONGEST_QUOTE = 200

ABOUT = text(
    """
    SELECT coalesce(body -> 'values' ->> 'chat_id', body ->> 'about_chat_id') AS chat_id FROM outbox
     WHERE provider_message_id = :message_id AND chat_id = :chat_id
    """
)
CUSTOMER = text(
    "SELECT c.id, u.name, u.language, c.parked_until FROM chats c JOIN users u ON u.id = c.customer_id WHERE c.id = :id"
)
# One statement on the customer's chat: the founder's own is locked already, and nobody may wait in a circle.
PARK = text(
    """
    UPDATE chats SET waits_since = NULL, parked_until = greatest(parked_until, :now + make_interval(
        hours => (SELECT handover_hours FROM shop))) WHERE id = :id
    """
)
HAND_BACK = text(
    """
    UPDATE chats SET parked_until = NULL, waits_since = NULL
     WHERE id = :id AND (parked_until > :now OR waits_since IS NOT NULL)
    """
)
WAITING = text(
    """
    SELECT c.id, u.name, u.language, c.parked_until, c.waits_since,
           count(*) OVER () AS in_all,
           coalesce((SELECT i.value FROM identities i WHERE i.customer_id = u.id AND i.kind = 'phone' LIMIT 1),
                    nullif(u.contact_phone, '')) AS phone
      FROM chats c JOIN users u ON u.id = c.customer_id
     WHERE c.parked_until > :now OR c.waits_since IS NOT NULL
     ORDER BY coalesce(c.parked_until > :now, false) DESC, c.waits_since NULLS LAST, c.parked_until LIMIT :limit
    """
)


@dataclass(frozen=True)
class Asked:
    """A message of a member of staff, and where to answer it."""

    session: Session
    chat: Chat
    staff: Staff
    inbound: Inbound
    inbox_id: int
    now: datetime

    def say(self, key: str, /, **values: Any) -> str:
        return say(self.staff.language, key, **values)

    def answer(self, message: OutgoingMessage, about_chat_id: int | None = None) -> None:
        """Reply; `about_chat_id` lets a reply to this very message find its customer."""
        body = {"message": message.to_graph(), "about_chat_id": about_chat_id}
        enqueue(self.session, OutboxKind.MESSAGE, body, message_class=MessageClass.STAFF, chat_id=self.chat.id,
                answers_id=self.inbox_id)  # fmt: skip
        wake_senders(self.session)


def handle_staff(session: Session, chat: Chat, inbound: Inbound, *, inbox_id: int, now: datetime) -> None:
    """Answer somebody who works here. Riders and packers get their own conversation later."""
    staff = session.get_one(Staff, chat.staff_id)
    if inbound.kind in SILENT:
        return
    asked = Asked(session, chat, staff, inbound, inbox_id, now)
    if staff.role in {Role.FOUNDER, Role.MANAGER} and staff.active:
        hear_founder(asked)
    else:
        asked.answer(Text(asked.say("founder-other-staff", name=plain(staff.name))))


def hear_founder(asked: Asked) -> None:
    """A tap, a reply to a customer's words, a command, or words that name nobody."""
    release_forwards(asked.session, asked.chat.id)
    inbound = asked.inbound
    if inbound.kind is InboundKind.TAP:
        hear_button(asked)
        return
    customer = find_customer(asked)
    said = read_sentence(inbound.text, load_lexicon())
    if customer is not None:
        answer_customer(asked, customer, inbound.text)
    elif said.is_only({"founder.waiting"}, AROUND):
        show_waiting(asked)
    else:
        ask_whom(asked, not_yet=said.spans[:1] != () and said.spans[0].means({"founder.later"}))


def hear_button(asked: Asked) -> None:
    tap = read_tap(asked.inbound.tap_id)
    trigger = tap.trigger if tap else ""
    chat, _, draft = (tap.arg if tap else "").partition(".")
    chat_id = int(chat) if chat.isascii() and chat.isdigit() and len(chat) <= 15 else 0
    customer = asked.session.execute(CUSTOMER, {"id": chat_id}).one_or_none() if chat_id else None
    if trigger == "hand_back" and customer is not None:
        hand_back(asked, customer)
    elif trigger == "waiting_customer" and customer is not None:
        show_customer(asked, customer)
    elif trigger == "sends_draft" and customer is not None:
        send_draft(asked, customer, draft)
    elif trigger == "waiting":
        show_waiting(asked)
    else:
        asked.answer(Buttons(asked.say("founder-help"), (waiting_button(asked),)))


def ask_whom(asked: Asked, *, not_yet: bool) -> None:
    """Words that are no reply go to nobody by themselves: who waits is one tap away. Else what this chat can do."""
    words = asked.inbound.text.strip()
    waiting = _waiting(asked)[:BUTTONS] if words and asked.inbound.kind is InboundKind.TEXT else []
    note = asked.say("founder-not-yet", words=plain(fit(words, LONGEST_QUOTE))) if not_yet else ""
    if not waiting:
        body = "\n\n".join(filter(None, (note, asked.say("founder-help"))))
        asked.answer(Buttons(fit_body(body), (waiting_button(asked),)))
        return
    asked.chat.memory = {**asked.chat.memory, "draft": {"id": str(asked.inbox_id), "words": words}}
    question = asked.say("founder-whom", count=len(waiting), words=plain(fit(words, LONGEST_QUOTE)))
    asked.answer(Buttons(fit_body("\n\n".join(filter(None, (note, question)))), _send_buttons(asked, waiting)))


def _send_buttons(asked: Asked, waiting: Sequence[Any]) -> tuple[Button, ...]:
    """One for each who waits, told apart by their place in the line when they have one name."""
    buttons: list[Button] = []
    for place, row in enumerate(waiting, 1):
        title = fit(asked.say("founder-send-to-button", name=_name(row)), BUTTON_TITLE)
        if title in {button.title for button in buttons}:
            title = f"{place}. {title}"[:BUTTON_TITLE].rstrip()
        buttons.append(Button(f"n:sends_draft:{row.id}.{asked.inbox_id}", title))
    return tuple(buttons)


def send_draft(asked: Asked, customer: Any, draft: str) -> None:
    """Send the words that the button stood under, once; older ones are gone."""
    kept = asked.chat.memory.get("draft") or {}
    if not kept or kept.get("id") != draft:
        asked.answer(Text(asked.say("founder-draft-gone")))
        return
    asked.chat.memory = {name: value for name, value in asked.chat.memory.items() if name != "draft"}
    answer_customer(asked, customer, str(kept["words"]))


def find_customer(asked: Asked) -> Any | None:
    """The customer that the quoted message is about."""
    if asked.inbound.context_id is None:
        return None
    parameters = {"message_id": asked.inbound.context_id, "chat_id": asked.chat.id}
    chat_id = asked.session.execute(ABOUT, parameters).scalar_one_or_none()
    return None if chat_id is None else asked.session.execute(CUSTOMER, {"id": int(chat_id)}).one_or_none()


def answer_customer(asked: Asked, customer: Any, words: str) -> None:
    """Send the founder's words to the customer; the bot stays silent there until the chat is handed back."""
    typed = words.strip()
    if asked.inbound.kind not in {InboundKind.TEXT, InboundKind.TAP} or not typed:
        asked.answer(Text(asked.say("founder-only-text")), customer.id)
        return
    answer = say(
        customer.language, "talk-from-founder", name=plain(asked.staff.name), words=fit_body(typed, LONGEST_ANSWER)
    )
    enqueue(asked.session, OutboxKind.MESSAGE, {"message": Text(answer).to_graph()}, chat_id=customer.id)
    asked.session.execute(PARK, {"id": customer.id, "now": asked.now})
    _note(asked, "answered-customer", customer.id)
    asked.answer(Buttons(asked.say("founder-sent", name=_name(customer)), (hand_back_button(asked, customer.id),)),
                 customer.id)  # fmt: skip


def hand_back(asked: Asked, customer: Any) -> None:
    handed = asked.session.execute(HAND_BACK, {"id": customer.id, "now": asked.now})
    parked = bool(handed.rowcount)  # type: ignore[attr-defined]
    if parked:
        _note(asked, "handed-back", customer.id)
    asked.answer(Text(asked.say("founder-handed-back" if parked else "founder-not-waiting", name=_name(customer))))


def show_customer(asked: Asked, customer: Any) -> None:
    body = asked.say("founder-customer", name=_name(customer))
    asked.answer(Buttons(body, (hand_back_button(asked, customer.id),)), customer.id)


def show_waiting(asked: Asked) -> None:
    """Everybody who waits: those with whom the bot is silent first, the longest waiting before the others."""
    waiting = _waiting(asked)
    if not waiting:
        asked.answer(Text(asked.say("founder-nobody-waits")))
        return
    rows = tuple(
        Row(f"n:waiting_customer:{row.id}", fit(_name(row), ROW_TITLE), fit(_until(asked, row), ROW_DESCRIPTION))
        for row in waiting
    )
    asked.answer(
        ListMessage(asked.say("founder-waiting", count=waiting[0].in_all), asked.say("founder-waiting-list-button"),
                    (Section(rows),))
    )  # fmt: skip


def waiting_button(asked: Asked) -> Button:
    return Button("n:waiting:", asked.say("founder-waiting-button"))


def hand_back_button(asked: Asked, chat_id: int) -> Button:
    return Button(f"n:hand_back:{chat_id}", fit(asked.say("founder-hand-back-button"), BUTTON_TITLE))


def _waiting(asked: Asked) -> Sequence[Any]:
    return asked.session.execute(WAITING, {"now": asked.now, "limit": ROWS}).all()


def _until(asked: Asked, row: Any) -> str:
    """Since when they wait, or that she answered and until when the bot is silent there."""
    phone, language = f"+{row.phone}" if row.phone else "–", asked.staff.language
    if row.waits_since is not None:
        since = _moment(asked, row.waits_since)
        return asked.say("founder-waiting-since", phone=phone, since=since)
    return asked.say("founder-waiting-line", phone=phone, until=phrase_clock(language, row.parked_until))


def _moment(asked: Asked, moment: datetime) -> str:
    """The clock, with the day when that is not today."""
    zone, language = get_settings().zone, asked.staff.language
    clock = format_clock(language, moment, zone)
    if business_day(moment, zone) == business_day(asked.now, zone):
        return clock
    return f"{format_day(language, moment, asked.now, zone)}, {clock}"


def _name(row: Any) -> str:
    return plain(row.name) if row.name else "…"


def _note(asked: Asked, action: str, chat_id: int) -> None:
    record(asked.session, actor=Actor.staff(asked.staff.id, asked.staff.role), action=action, subject=f"chat:{chat_id}")
