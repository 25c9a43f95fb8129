"""Changing what the shop says of itself."""

from __future__ import annotations

from collections.abc import Mapping

from sqlmodel import Session

from core.actor import Actor
from core.audit.actions import record
from core.shop.tables import Shop
from core.staff.rules import Right, require

FACTS = (
    "name", "legal_name", "address", "fssai", "gstin", "upi_address", "contact_phone", "contact_email",
    "hold_minutes", "link_minutes", "unpaid_limit", "largest_quantity", "handover_hours",
)  # fmt: skip


def change_shop(session: Session, facts: Mapping[str, str | int], *, actor: Actor) -> list[str]:
    """Change what differs; returns which facts did, each noted with what it was before.

    Raises Refusal `not-allowed`.
    """
    require(actor, Right.CHANGE_SETTINGS)
    shop = session.get_one(Shop, 1, with_for_update=True)
    changed = [name for name in FACTS if name in facts and getattr(shop, name) != facts[name]]
    before = {name: getattr(shop, name) for name in changed}
    for name in changed:
        setattr(shop, name, facts[name])
    if changed:
        after = {name: facts[name] for name in changed}
        record(session, actor=actor, action="settings-changed", subject="shop:1", before=before, after=after)
    return changed
