"""What Meta tells the shop: messages of people, statuses of ours, news about templates."""

from __future__ import annotations

from typing import Any

from simulator.phones import Message, Phone
from simulator.world import World

Json = dict[str, Any]


def _value(world: World, **parts: Any) -> Json:
    configuration = world.configuration
    return {
        "messaging_product": "whatsapp",
        "metadata": {
            "display_phone_number": configuration.business_phone_number,
            "phone_number_id": configuration.phone_number_id,
        },
        **parts,
    }


def contact_of(phone: Phone) -> Json:
    """A person as webhooks show them: `wa_id` is absent, not empty, when the number is hidden."""
    profile = {"name": phone.name} | ({"username": phone.username} if phone.username else {})
    contact: Json = {"profile": profile, "user_id": phone.user_id}
    return contact | ({"wa_id": phone.phone} if phone.shows_number else {})


def tell_message(world: World, phone: Phone, message: Message) -> None:
    """A person's message. System messages carry no contacts."""
    parts: Json = {} if message.type == "system" else {"contacts": [contact_of(phone)]}
    world.meta_webhooks.tell(
        {
            "field": "messages",
            "value": _value(world, **parts, messages=[message.payload]),
            "message_id": message.id,
        },
        lane=f"phone:{phone.id}",
    )


def tell_status(world: World, phone: Phone | None, message: Message, status: str) -> None:
    """A status of a message we accepted. Failures are told even when the `statuses` switch is off."""
    world.events.tell(
        "status", {"phone_id": message.phone_id, "message_id": message.id, "status": status, "errors": message.errors}
    )
    if not world.switches["statuses"] and status != "failed":
        return
    item: Json = {"id": message.id, "status": status, "timestamp": str(world.clock.unix())}
    item |= _recipient(phone, message, status)
    if message.callback_data is not None:
        item["biz_opaque_callback_data"] = message.callback_data
    if status in {"sent", "delivered"}:
        item["pricing"] = {
            "billable": True,
            "pricing_model": "PMP",
            "type": "regular",
            "category": message.category,
        }
    if status == "failed":
        item["errors"] = message.errors
    parts: Json = {"contacts": [contact_of(phone)]} if phone is not None and status != "failed" else {}
    content = {"field": "messages", "value": _value(world, **parts, statuses=[item])}
    world.meta_webhooks.tell(content, lane=f"status:{message.id}")


def _recipient(phone: Phone | None, message: Message, status: str) -> Json:
    sent_to_number = bool(message.payload.get("to"))
    if phone is None:
        digits = "".join(filter(str.isdigit, message.recipient or ""))
        return {"recipient_id": digits} if sent_to_number else {"recipient_user_id": message.recipient}
    known: Json = {"recipient_id": phone.phone} if phone.shows_number else {}
    if not (status == "failed" and sent_to_number):
        known["recipient_user_id"] = phone.user_id
    return known


def tell_template_status(world: World, template: Json, reason: str = "NONE") -> None:
    """A template was approved, rejected, paused or disabled."""
    value = {
        "event": template["status"],
        "message_template_id": int(template["id"]),
        "message_template_name": template["name"],
        "message_template_language": template["language"],
        "message_template_category": template["category"],
        "reason": reason,
    }
    content = {"field": "message_template_status_update", "value": value, "at": world.clock.unix()}
    world.meta_webhooks.tell(content, lane=f"tpl:{template['id']}")


def tell_flow_status(world: World, flow: Json, before: str) -> None:
    """A Flow was published, retired, throttled or blocked."""
    value = {
        "event": "FLOW_STATUS_CHANGE",
        "message": f"Flow {flow['name']} changed status from {before} to {flow['status']}",
        "flow_id": flow["id"],
        "old_status": before,
        "new_status": flow["status"],
    }
    world.meta_webhooks.tell({"field": "flows", "value": value}, lane=f"flow:{flow['id']}")


def tell_preference(world: World, phone: Phone, *, stopped: bool) -> None:
    """A person stopped or resumed marketing messages in WhatsApp's own menu."""
    item: Json = {
        "category": "marketing_messages",
        "value": "stop" if stopped else "resume",
        "detail": f"User requested to {'stop' if stopped else 'resume'} marketing messages",
        "timestamp": world.clock.unix(),
        "user_id": phone.user_id,
    }
    item |= {"wa_id": phone.phone} if phone.shows_number else {}
    value = _value(world, contacts=[contact_of(phone)], user_preferences=[item])
    world.meta_webhooks.tell({"field": "user_preferences", "value": value}, lane=f"phone:{phone.id}")
