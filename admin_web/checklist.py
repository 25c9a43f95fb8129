"""What a new shop still lacks before it can sell, in the order in which it is set up; gone once all is done."""

from __future__ import annotations

from typing import NamedTuple

from sqlmodel import Session

from core.settings import Settings
from core.views.setup import Standing, read_standing


class Step(NamedTuple):
    """One step: its words (`setup-step-<key>`), whether it is done, and where it is done ("" outside the office)."""

    key: str
    is_done: bool
    path: str


def open_steps(session: Session, settings: Settings) -> list[Step]:
    """All steps while one is open; nothing afterwards."""
    steps = _steps(read_standing(session), settings)
    return [] if all(step.is_done for step in steps) else steps


def _steps(standing: Standing, settings: Settings) -> list[Step]:
    has_whatsapp = bool(settings.whatsapp_phone_number_id and settings.whatsapp_access_token.get_secret_value())
    has_razorpay = bool(settings.razorpay_key_id and settings.razorpay_key_secret.get_secret_value())
    return [
        Step("facts", standing.has_facts, "/admin/settings"),
        Step("zone", standing.zones > 0, "/admin/zones"),
        Step("window", standing.windows > 0, "/admin/slots/weekly"),
        Step("apartment", standing.apartments > 0, "/admin/zones"),
        Step("product", standing.products > 0, "/admin/products"),
        Step("fruit", standing.fruit > 0, "/admin/inventory"),
        Step("whatsapp", has_whatsapp, ""),
        Step("razorpay", has_razorpay, ""),
        Step("order", standing.has_ordered, ""),
    ]
