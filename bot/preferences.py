"""What people choose in WhatsApp's own menu: no more offers from this business, or offers again."""

from __future__ import annotations

from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from core.customers.actions import start_marketing, stop_marketing
from core.outside import as_objects, as_phone, as_text, as_user_id

SOURCE = "whatsapp-menu"
OFFERS = "marketing_messages"
CUSTOMER = text(
    """
    SELECT customer_id FROM identities
    WHERE (kind = 'user_id' AND value = :user_id OR kind = 'phone' AND value = :phone) AND customer_id IS NOT NULL
    ORDER BY kind DESC LIMIT 1
    """
)


def handle_preferences(session: Session, value: Any) -> None:
    """Note each choice as a consent given or withdrawn; people we do not know and other categories are passed over."""
    for choice in as_objects(value if isinstance(value, dict) else {}, "user_preferences"):
        names = {"user_id": as_user_id(choice.get("user_id")), "phone": as_phone(choice.get("wa_id"))}
        customer_id = session.execute(CUSTOMER, names).scalar()
        wanted = as_text(choice, "value", 20)
        if customer_id is None or as_text(choice, "category", 60) != OFFERS:
            continue
        if wanted == "stop":
            stop_marketing(session, customer_id, SOURCE)
        elif wanted == "resume":
            start_marketing(session, customer_id, SOURCE)
