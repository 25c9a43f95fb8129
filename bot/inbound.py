"""Reading what people send: every type of WHATSAPP §1.4, and every malformed shape, without ever raising.

A payload is the JSON that the webhook stored: {"metadata": …, "contact": …|null, "message": …}, or with "status".
Whatever has the wrong type, is missing or is absurdly large reads as absent; NUL and half characters as U+FFFD.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from bot.cards import read_cards
from bot.form_replies import FormReply, read_form_reply
from core.inbox.senders import SenderIdentity, read_sender
from core.outbox.statuses import StatusNews
from core.outbox.tables import DeliveryStatus
from core.outside import Fields, as_float, as_id, as_integer, as_moment, as_object, as_objects, as_phone, as_text, load
from core.reading.phones import read_phones

MEDIA_TYPES = frozenset({"image", "video", "document", "audio", "sticker"})
STATUSES = {
    "sent": DeliveryStatus.SENT,
    "delivered": DeliveryStatus.DELIVERED,
    "read": DeliveryStatus.READ,
    "played": DeliveryStatus.READ,
    "failed": DeliveryStatus.FAILED,
}


class InboundKind(StrEnum):
    """What a person did. UNSUPPORTED is what Meta could not pass on, UNKNOWN what we do not know yet.

    WELCOME is a chat that was opened, and nothing said in it yet.
    """

    TEXT = "text"
    TAP = "tap"
    LOCATION = "location"
    MEDIA = "media"
    REACTION = "reaction"
    CONTACTS = "contacts"
    SYSTEM = "system"
    EDIT = "edit"
    REVOKE = "revoke"
    ORDER = "order"
    FORM = "form"
    CALL = "call"
    WELCOME = "welcome"
    UNSUPPORTED = "unsupported"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class OrderedItem:
    """A line of a native WhatsApp cart. Its price is what the catalogue said, so it is not read."""

    sku: str
    quantity: int


@dataclass(frozen=True, slots=True)
class Inbound:
    """One thing a person did. Only the fields of its kind are set.

    `text` is what was typed, the caption of a medium, or the new text of an edit; `type` is Meta's name for it;
    `context_id` is the message of ours it answers; `target_id` what a reaction, edit or revoke is about;
    `in_group` when it was not said to us alone.
    """

    kind: InboundKind
    message_id: str = ""
    type: str = ""
    sent_at: datetime | None = None
    sender: SenderIdentity = field(default_factory=SenderIdentity)
    context_id: str | None = None
    text: str = ""
    tap_id: str = ""
    tap_title: str = ""
    latitude: float | None = None
    longitude: float | None = None
    place: str = ""
    address: str = ""
    media_type: str = ""
    media_id: str = ""
    mime_type: str = ""
    filename: str = ""
    emoji: str = ""
    target_id: str = ""
    phones: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    items: tuple[OrderedItem, ...] = ()
    form: FormReply = field(default_factory=FormReply)
    forwarded: bool = False
    in_group: bool = False
    errors: tuple[int, ...] = field(default=())


def parse_message(payload: bytes) -> Inbound:
    """What the stored message says; kind UNKNOWN when it cannot be made out. Never raises."""
    envelope = load(payload)
    message = as_object(envelope, "message")
    kind = as_text(message, "type", 40)
    context = as_object(message, "context")
    said = Inbound(
        kind=InboundKind.UNKNOWN,
        message_id=as_id(message, "id"),
        type=kind,
        sent_at=as_moment(message, "timestamp"),
        sender=read_sender(message, as_object(envelope, "contact")),
        context_id=as_id(context, "id") or None,
        forwarded=context.get("forwarded") is True or context.get("frequently_forwarded") is True,
        in_group=bool(message.get("group_id")),
        errors=_error_codes(message),
    )
    return _read_content(said, kind, message)


def parse_status(payload: bytes) -> StatusNews:
    """What the stored status says. Never raises; a status we do not follow has `status` None."""
    status = as_object(load(payload), "status")
    errors = as_objects(status, "errors")
    details = as_text(as_object(errors[0], "error_data"), "details", 300) if errors else ""
    return StatusNews(
        message_id=as_id(status, "id"),
        status=STATUSES.get(as_text(status, "status", 40)) if status.get("type") != "payment" else None,
        opaque=as_id(status, "biz_opaque_callback_data") or None,
        error_code=as_integer(errors[0], "code") if errors else None,
        error=details or (as_text(errors[0], "title", 300) if errors else ""),
        at=as_moment(status, "timestamp"),
    )


def _read_content(said: Inbound, kind: str, message: Fields) -> Inbound:
    if kind in MEDIA_TYPES:
        return _read_media(said, as_object(message, kind))
    reader = READERS.get(kind)
    return said if reader is None else reader(said, as_object(message, kind), message)


def _read_text(said: Inbound, content: Fields, _message: Fields) -> Inbound:
    return replace(said, kind=InboundKind.TEXT, text=as_text(content, "body"))


def _read_media(said: Inbound, content: Fields) -> Inbound:
    return replace(
        said,
        kind=InboundKind.MEDIA,
        media_type=said.type,
        media_id=as_id(content, "id", 256),
        mime_type=as_text(content, "mime_type", 100),
        filename=as_text(content, "filename", 200),
        text=as_text(content, "caption"),
    )


def _read_interactive(said: Inbound, content: Fields, _message: Fields) -> Inbound:
    kind = as_text(content, "type", 40)
    reply = as_object(content, kind)
    if kind in {"button_reply", "list_reply"} and as_id(reply, "id"):
        return _tap(said, as_id(reply, "id"), as_text(reply, "title", 200))
    if kind == "nfm_reply":
        return replace(said, kind=InboundKind.FORM, form=read_form_reply(reply))
    return replace(said, kind=InboundKind.UNSUPPORTED)


def _read_template_button(said: Inbound, content: Fields, _message: Fields) -> Inbound:
    title = as_text(content, "text", 200)
    return _tap(said, as_id(content, "payload") or title, title)


def _tap(said: Inbound, tap_id: str, title: str) -> Inbound:
    return replace(said, kind=InboundKind.TAP, tap_id=tap_id, tap_title=title)


def _read_location(said: Inbound, content: Fields, _message: Fields) -> Inbound:
    latitude, longitude = as_float(content, "latitude", 90), as_float(content, "longitude", 180)
    if latitude is None or longitude is None:
        return said
    name, address = as_text(content, "name", 300), as_text(content, "address", 300)
    place, address = (name, address) if name else (address, "")
    return replace(
        said, kind=InboundKind.LOCATION, latitude=latitude, longitude=longitude, place=place, address=address
    )


def _read_reaction(said: Inbound, content: Fields, _message: Fields) -> Inbound:
    """An absent or empty emoji means that the reaction was taken back."""
    target, emoji = as_id(content, "message_id"), as_text(content, "emoji", 40)
    return replace(said, kind=InboundKind.REACTION, target_id=target, emoji=emoji)


def _read_contacts(said: Inbound, _content: Fields, message: Fields) -> Inbound:
    """The phone numbers in the cards: WhatsApp's own name of each, else what is written there as people write it."""
    numbers = [
        number
        for card in as_objects(message, "contacts")
        for phone in as_objects(card, "phones")
        for number in _read_number(phone)
    ]
    phones = tuple(dict.fromkeys(numbers))
    return replace(said, kind=InboundKind.CONTACTS, phones=phones, cards=read_cards(message))


def _read_number(phone: Fields) -> tuple[str, ...]:
    known = as_phone(phone.get("wa_id"))
    return (known,) if known else read_phones(as_text(phone, "phone", 40))


def _read_system(said: Inbound, _content: Fields, _message: Fields) -> Inbound:
    """Whose names changed is followed before there is a chat (`core.recognition.routing`)."""
    return replace(said, kind=InboundKind.SYSTEM)


def _read_edit(said: Inbound, content: Fields, _message: Fields) -> Inbound:
    changed = as_object(content, "message")
    body = as_text(as_object(changed, "text"), "body")
    caption = as_text(as_object(changed, as_text(changed, "type", 40)), "caption")
    return replace(said, kind=InboundKind.EDIT, target_id=as_id(content, "original_message_id"), text=body or caption)


def _read_revoke(said: Inbound, content: Fields, _message: Fields) -> Inbound:
    return replace(said, kind=InboundKind.REVOKE, target_id=as_id(content, "original_message_id"))


def _read_order(said: Inbound, content: Fields, _message: Fields) -> Inbound:
    items = [
        OrderedItem(as_text(item, "product_retailer_id", 100), as_integer(item, "quantity") or 0)
        for item in as_objects(content, "product_items")
    ]
    return replace(said, kind=InboundKind.ORDER, items=tuple(items[:100]), text=as_text(content, "text"))


def _read_unsupported(said: Inbound, _content: Fields, _message: Fields) -> Inbound:
    return replace(said, kind=InboundKind.UNSUPPORTED)


def _error_codes(message: Fields) -> tuple[int, ...]:
    codes = (as_integer(error, "code") for error in as_objects(message, "errors"))
    return tuple(code for code in codes if code is not None)


def _read_call(said: Inbound, _content: Fields, _message: Fields) -> Inbound:
    return replace(said, kind=InboundKind.CALL)


def _read_welcome(said: Inbound, _content: Fields, _message: Fields) -> Inbound:
    return replace(said, kind=InboundKind.WELCOME)


READERS: dict[str, Callable[[Inbound, Fields, Fields], Inbound]] = {
    "text": _read_text,
    "interactive": _read_interactive,
    "button": _read_template_button,
    "location": _read_location,
    "reaction": _read_reaction,
    "contacts": _read_contacts,
    "system": _read_system,
    "edit": _read_edit,
    "revoke": _read_revoke,
    "order": _read_order,
    "unsupported": _read_unsupported,
    "call": _read_call,
    "request_welcome": _read_welcome,
}
