"""Passing what a customer did on to the founder: in words, and as itself where words are not enough."""

from __future__ import annotations

from datetime import timedelta

from bot.fitting import fit
from bot.inbound import Inbound, InboundKind
from bot.limits import BODY, CAPTION
from bot.messages import LocationMessage
from core.chats.actions import begin_to_wait
from core.notices import forward_to_founders, notify_founders
from flows.edits import text_before
from flows.memory import Counted
from flows.ordering.memory import noted
from flows.turn import Turn

LONGEST_RELAYED = 700
# What does nothing on our side, so that nobody needs to hear of it.
SILENT = {InboundKind.REACTION, InboundKind.REVOKE, InboundKind.SYSTEM, InboundKind.WELCOME}
# Files and places of one customer that reach her phone in such a time; of more she only reads.
MOST_FORWARDED = 10
FORWARDED_WITHIN = timedelta(minutes=10)
Facts = dict[str, object]


def relay(turn: Turn) -> None:
    """Pass what the customer did to the founder; she answers by replying to it. They wait for her from now on."""
    if turn.inbound.kind not in SILENT:
        begin_to_wait(turn.chat, turn.now)
        notify_founders(turn.session, "alert-customer-says", facts_for_founder(turn), merge=True)
        send_itself(turn)


def send_itself(turn: Turn) -> bool:
    """Send a file or a place on, under the words that say whose it is; False when it is neither, or one too many."""
    inbound = turn.inbound
    if inbound.kind is InboundKind.MEDIA and inbound.media_id:
        what: Facts = {"media": {"kind": inbound.media_type, "id": inbound.media_id, "mime_type": inbound.mime_type,
                                 "caption": fit(" · ".join(filter(None, (turn.name, inbound.text))), CAPTION),
                                 "filename": inbound.filename}}  # fmt: skip
    elif inbound.kind is InboundKind.LOCATION and inbound.latitude is not None and inbound.longitude is not None:
        pin = LocationMessage(inbound.latitude, inbound.longitude, _named(inbound.place), _named(inbound.address))
        what = {"message": pin.to_graph()}
    else:
        return False
    if not _may_forward(turn):
        return False
    about: Facts = {"about_chat_id": turn.chat.id, "name": turn.name or "…", "kind": kind_of(inbound)}
    forward_to_founders(turn.session, {**what, **about})
    return True


def _named(words: str) -> str | None:
    return fit(words, BODY) if words.strip() else None


def _may_forward(turn: Turn) -> bool:
    """Whoever sends pictures without end does not fill her phone."""
    began, count = turn.talk.forwarded or Counted(turn.now, 0)
    if turn.now - began > FORWARDED_WITHIN:
        began, count = turn.now, 0
    turn.talk.forwarded = Counted(began, min(count + 1, MOST_FORWARDED + 1))
    return count < MOST_FORWARDED


def facts_for_founder(turn: Turn) -> Facts:
    """Who speaks and what was said: `kind` is `text`, `voice`, `image` … when there is more than words.

    Names and words are as they came: whoever words the notice disarms them.
    """
    phone = turn.inbound.sender.phone or noted(turn).phone
    return {
        "chat_id": turn.chat.id,
        "name": turn.name or "…",
        "phone": f"+{phone}" if phone else "–",
        "kind": kind_of(turn.inbound),
        "words": fit(words, LONGEST_RELAYED) if (words := words_of(turn)) else "",
    }


def kind_of(inbound: Inbound) -> str:
    if inbound.kind is InboundKind.MEDIA:
        return "voice" if inbound.media_type == "audio" else inbound.media_type
    return "text" if inbound.kind in {InboundKind.TEXT, InboundKind.TAP} else inbound.kind.value


def words_of(turn: Turn) -> str:
    """All that it holds, free of language: names, numbers, amounts and what was typed."""
    inbound = turn.inbound
    match inbound.kind:
        case InboundKind.LOCATION:
            point = f"({inbound.latitude:.5f}, {inbound.longitude:.5f})" if inbound.latitude is not None else ""
            return " ".join(filter(None, (", ".join(filter(None, (inbound.place, inbound.address))), point)))
        case InboundKind.CONTACTS:
            return " · ".join(inbound.cards)
        case InboundKind.ORDER:
            items = [f"{item.quantity} × {item.sku}" for item in inbound.items]
            return " · ".join(filter(None, (*items, inbound.text)))
        case InboundKind.FORM:
            return inbound.form.words
        case InboundKind.EDIT:
            before = text_before(turn)
            return f"{before} → {inbound.text}" if before else inbound.text
    return inbound.text or inbound.tap_title
