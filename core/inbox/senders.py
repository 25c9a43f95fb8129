"""Who wrote a message, and who became who, as far as Meta says (WHATSAPP §1.6). Read here for the door, the router and
the channel alike.
"""

from __future__ import annotations

from dataclasses import dataclass

from core.identities.names import Change, Names
from core.outside import Fields, as_object, as_phone, as_text, as_user_id

# The field of the webhook that tells the same as a system message.
USER_ID_UPDATE = "user_id_update"
CHANGED_NUMBER = ("user_changed_number", "customer_changed_number")
CHANGED_USER_ID = ("user_changed_user_id", "customer_changed_user_id", "user_changed_parent_user_id")


@dataclass(frozen=True, slots=True)
class SenderIdentity:
    """Who wrote: each may be absent. `name` is what they call themselves, raw."""

    phone: str | None = None
    user_id: str | None = None
    parent_user_id: str | None = None
    username: str | None = None
    name: str = ""


def read_sender(message: Fields, contact: Fields) -> SenderIdentity:
    """The sender of a message (or call) and of its contact."""
    names, profile = read_names(message, contact), as_object(contact, "profile")
    return SenderIdentity(
        phone=names.phone,
        user_id=names.user_id,
        parent_user_id=names.parent_user_id,
        username=as_text(profile, "username", 100) or None,
        name=as_text(profile, "name"),
    )


def read_names(message: Fields, contact: Fields) -> Names:
    """What WhatsApp calls the sender, by the message first. A user id that stands where a phone belongs is one."""
    came_from, wa_id = message.get("from"), contact.get("wa_id")
    return Names(
        phone=as_phone(came_from) or as_phone(wa_id),
        user_id=as_user_id(message.get("from_user_id")) or as_user_id(came_from)
        or as_user_id(contact.get("user_id")) or as_user_id(wa_id),
        parent_user_id=as_user_id(message.get("from_parent_user_id")) or as_user_id(contact.get("parent_user_id")),
    )  # fmt: skip


def read_change(message: Fields) -> Change | None:
    """What a system message, or an item of `user_id_update`, says of somebody's names; None when it is no such news.

    Meta names the person by the old id (`previous_user_id`), by the old number (`from`), or by the new id already: what
    differs from the new name is an old one.
    """
    if as_text(message, "type", 40) == USER_ID_UPDATE:
        return _read_update(as_object(message, USER_ID_UPDATE))
    system = as_object(message, "system")
    kind = as_text(system, "type", 60)
    if as_text(message, "type", 40) != "system" or kind not in (*CHANGED_NUMBER, *CHANGED_USER_ID):
        return None
    came_from, customer = message.get("from"), system.get("customer")
    sender = as_user_id(message.get("from_user_id")) or as_user_id(came_from)
    previous = as_user_id(system.get("previous_user_id"))
    parent = as_user_id(message.get("from_parent_user_id"))
    after = Names(
        phone=as_phone(system.get("wa_id")) or as_phone(system.get("new_wa_id")),
        user_id=as_user_id(system.get("user_id")) or (sender if previous and sender != previous else None),
        parent_user_id=as_user_id(system.get("parent_user_id")),
    )
    before = Names(
        phone=_other(after.phone, as_phone(came_from), as_phone(customer), as_phone(system.get("previous_wa_id"))),
        user_id=_other(after.user_id, previous, sender),
        parent_user_id=_other(after.parent_user_id, as_user_id(system.get("previous_parent_user_id")), parent),
    )
    return Change(before, after, left_number=kind in CHANGED_NUMBER)


def _read_update(item: Fields) -> Change:
    """The phone beside the ids is the one that the person has now."""
    user, parent = as_object(item, "user_id"), as_object(item, "parent_user_id")
    phone = as_phone(item.get("wa_id"))
    before = Names(phone, as_user_id(user.get("previous")), as_user_id(parent.get("previous")))
    after = Names(phone, as_user_id(user.get("current")), as_user_id(parent.get("current")))
    return Change(before, after, left_number=False)


def _other(known: str | None, *names: str | None) -> str | None:
    return next((name for name in names if name and name != known), None)
