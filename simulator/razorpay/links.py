"""Payment links: created, found, changed, cancelled, expired by this world's own clock."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from simulator import ids
from simulator.razorpay import fields, webhooks
from simulator.razorpay.errors import RazorpayRefusal, not_found
from simulator.world import World

Json = dict[str, Any]

EARLIEST_EXPIRY_SECONDS = 15 * 60
LATEST_EXPIRY_SECONDS = 184 * 24 * 3600
URL_LONGEST = 2048
KNOWN = {
    "amount",
    "currency",
    "description",
    "reference_id",
    "customer",
    "notify",
    "reminder_enable",
    "expire_by",
    "accept_partial",
    "first_min_partial_amount",
    "notes",
    "callback_url",
    "callback_method",
    "upi_link",
    "options",
}
UNPAID: Json = {
    "amount_paid": 0,
    "cancelled_at": 0,
    "expired_at": 0,
    "first_min_partial_amount": 0,
    "payments": None,
    "reminders": [],
    "status": "created",
    "upi_link": False,
    "user_id": "",
    "whatsapp_link": False,
}
CHANGEABLE = {"accept_partial", "reference_id", "expire_by", "notes", "reminder_enable"}


def create(world: World, body: Json) -> Json:
    """Make a link. Raises RazorpayRefusal for every rule of the create call."""
    fields.refuse_unknown(body, KNOWN)
    now, link_id = world.clock.unix(), ids.razorpay("plink")
    asked = _read_wishes(world, body, now)
    short_url = f"{world.configuration.address}/pay/{link_id}"
    begun = {"id": link_id, "short_url": short_url, "created_at": now, "updated_at": now}
    link: Json = dict(sorted({**UNPAID, **asked, **begun}.items()))
    world.facts.links[link_id] = link
    if link["reference_id"]:
        world.references[link["reference_id"]] = link_id
    tell(world, link)
    return dict(link)


def _read_wishes(world: World, body: Json, now: int) -> Json:
    wishes: Json = {
        "amount": fields.need_amount(body),
        "currency": fields.read_currency(body),
        "notes": fields.read_notes(body) or None,
        "reference_id": _read_reference(world, body, None) or "",
        "accept_partial": fields.read_flag(body, "accept_partial", usual=False),
        "customer": _read_customer(body),
        "description": fields.read_text(body, "description", fields.DESCRIPTION_LONGEST) or "",
        "expire_by": _read_expiry(body, now),
        "notify": _read_notify(body),
        "reminder_enable": fields.read_flag(body, "reminder_enable", usual=False),
    }
    if fields.read_flag(body, "upi_link", usual=False):
        raise RazorpayRefusal("UPI Payment Links is not supported in Test Mode", "upi_link")
    callback_url, callback_method = _read_callback(body)
    return wishes | {"callback_url": callback_url or "", "callback_method": callback_method or ""}


def find(world: World, link_id: str) -> Json:
    """The link with this id, expired if it is time. Raises RazorpayRefusal."""
    expire_due(world)
    link = world.facts.links.get(link_id)
    if link is None:
        raise not_found()
    return link


def search(world: World, reference_id: str | None, payment_id: str | None) -> Json:
    """The body of the list call; its key is not `items`."""
    expire_due(world)
    if reference_id is not None:
        known = world.references.get(reference_id)
        found = [world.facts.links[known]] if known else []
    elif payment_id is not None:
        found = [link for link in world.facts.links.values() if payment_id in _payment_ids(link)]
    else:
        found = list(world.facts.links.values())[:-101:-1]
    return {"payment_links": found}


def update(world: World, link: Json, body: Json) -> Json:
    """Change what may change, while nothing or a part was paid."""
    if link["status"] not in {"created", "partially_paid"}:
        raise RazorpayRefusal("Update can only be made in Partially paid or created state of the payment link")
    fields.refuse_unknown(body, CHANGEABLE)
    changes: Json = {}
    if "reference_id" in body:
        changes["reference_id"] = _read_reference(world, body, link["id"]) or ""
    if "expire_by" in body:
        changes["expire_by"] = _read_expiry(body, world.clock.unix())
    if "notes" in body:
        changes["notes"] = fields.read_notes(body) or None
    for key in ("accept_partial", "reminder_enable"):
        if key in body:
            changes[key] = fields.read_flag(body, key, usual=False)
    if changes.get("reference_id"):
        world.references[changes["reference_id"]] = link["id"]
    link.update(changes, updated_at=world.clock.unix())
    tell(world, link)
    return link


def cancel(world: World, link: Json) -> Json:
    """Only an unpaid, living link can be cancelled."""
    if link["status"] != "created":
        raise RazorpayRefusal(
            f"Payment Link cannot be cancelled: it is already {link['status'].replace('_', ' ')}", "status"
        )
    now = world.clock.unix()
    link.update(status="cancelled", cancelled_at=now, updated_at=now)
    tell(world, link)
    webhooks.tell_link(world, link, "payment_link.cancelled")
    return link


def expire_due(world: World) -> None:
    """Expire every link whose time has come."""
    now = world.clock.unix()
    for link in world.facts.links.values():
        if link["status"] == "created" and link["expire_by"] and link["expire_by"] <= now:
            link.update(status="expired", expired_at=now, updated_at=now)
            tell(world, link)
            webhooks.tell_link(world, link, "payment_link.expired")


def tell(world: World, link: Json) -> None:
    """Show the link on the page as it is now."""
    world.events.tell("link", {"link": dict(link)})


def _payment_ids(link: Json) -> list[str]:
    return [payment["payment_id"] for payment in link["payments"] or []]


def _read_reference(world: World, body: Json, own_id: str | None) -> str | None:
    reference_id = fields.read_text(body, "reference_id", fields.REFERENCE_LONGEST)
    if reference_id and world.references.get(reference_id, own_id) != own_id:
        raise RazorpayRefusal(
            f"payment link creation with reference ID already attempted: {reference_id}", "reference_id"
        )
    return reference_id


def _read_expiry(body: Json, now: int) -> int:
    expire_by = body.get("expire_by")
    if expire_by in (None, 0):
        return 0
    if isinstance(expire_by, bool) or not isinstance(expire_by, int):
        raise RazorpayRefusal("The expire_by must be a valid timestamp.", "expire_by")
    if expire_by < now + EARLIEST_EXPIRY_SECONDS:
        raise RazorpayRefusal("timestamp must be atleast 15 minutes in future", "expire_by")
    if expire_by > now + LATEST_EXPIRY_SECONDS:
        raise RazorpayRefusal("timestamp must be at most 6 months in future", "expire_by")
    return expire_by


def _read_callback(body: Json) -> tuple[str | None, str | None]:
    url = fields.read_text(body, "callback_url", URL_LONGEST)
    method = fields.read_text(body, "callback_method", 10)
    if bool(url) != bool(method):
        lacking = "callback_method" if url else "callback_url"
        raise RazorpayRefusal("callback_url and callback_method must be sent together", lacking)
    if method and method != "get":
        raise RazorpayRefusal("callback_method must be get", "callback_method")
    if url and (urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).netloc):
        raise RazorpayRefusal("The callback_url format is invalid.", "callback_url")
    return url, method


def _read_customer(body: Json) -> Json:
    customer = body.get("customer") or {}
    if not isinstance(customer, dict):
        raise RazorpayRefusal("customer must be an object", "customer")
    fields.refuse_unknown(customer, {"name", "contact", "email"})
    for key in customer:
        fields.read_text(customer, key, 255)
    return dict(customer)


def _read_notify(body: Json) -> Json:
    notify = body.get("notify") or {}
    if not isinstance(notify, dict):
        raise RazorpayRefusal("notify must be an object", "notify")
    fields.refuse_unknown(notify, {"sms", "email", "whatsapp"})
    return {key: fields.read_flag(notify, key, usual=False) for key in ("email", "sms", "whatsapp")}
