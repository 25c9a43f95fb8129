"""A person takes over: the chat is parked, what the customer says goes to the founder, until it is handed back."""

from __future__ import annotations

from datetime import timedelta

from bot.fitting import fit
from bot.inbound import Inbound, InboundKind
from core.notices import notify_founders
from flows.turn import Turn

LONGEST_RELAYED = 700
# What does nothing on our side, so that nobody needs to hear of it.
SILENT = {InboundKind.REACTION, InboundKind.REVOKE, InboundKind.SYSTEM, InboundKind.WELCOME}


def park(turn: Turn) -> None:
    """Keep the bot silent in this chat for the shop's `handover_hours`, and call the founder."""
    turn.chat.parked_until = turn.now + timedelta(hours=turn.shop.handover_hours)
    notify_founders(turn.session, "alert-customer-wants-human", facts_for_founder(turn), merge=True)


def is_parked(turn: Turn) -> bool:
    return turn.chat.parked_until is not None and turn.now < turn.chat.parked_until


def unpark(turn: Turn) -> None:
    turn.chat.parked_until = None


def relay(turn: Turn) -> None:
    """Pass what the customer did to the founder, in words; she answers by replying to it."""
    if turn.inbound.kind not in SILENT:
        notify_founders(turn.session, "alert-customer-says", facts_for_founder(turn), merge=True)


def facts_for_founder(turn: Turn) -> dict[str, object]:
    """Who speaks and what was said: `kind` is `text`, `voice`, `image` … when there is more than words.

    Names and words are as they came: whoever words the notice disarms them.
    """
    phone = turn.inbound.sender.phone or turn.memory.get("phone")
    return {
        "chat_id": turn.chat.id,
        "name": turn.name or "…",
        "phone": f"+{phone}" if phone else "–",
        "kind": kind_of(turn.inbound),
        "words": words_of(turn.inbound),
    }


def kind_of(inbound: Inbound) -> str:
    if inbound.kind is InboundKind.MEDIA:
        return "voice" if inbound.media_type == "audio" else inbound.media_type
    return "text" if inbound.kind in {InboundKind.TEXT, InboundKind.TAP, InboundKind.EDIT} else inbound.kind.value


def words_of(inbound: Inbound) -> str:
    typed = inbound.text or inbound.tap_title
    return fit(typed, LONGEST_RELAYED) if typed else ""
