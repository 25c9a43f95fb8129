"""What whoever greets the shop is promised: the next window, what delivery costs, from when on it is free; forms."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session

from core.query import Statement


class Promise(NamedTuple):
    """`starts_at` and `ends_at` (UTC) are None when no window has a place, amounts (paise) when there is no zone.

    `forms` are Meta's ids of the forms that are published there, by name and digest (`order:1a2b`).
    """

    shop: str
    starts_at: datetime | None
    ends_at: datetime | None
    lowest_fee: int | None
    highest_fee: int | None
    free_above: int | None
    forms: dict[str, str]

    def form(self, name: str, digest: str) -> str | None:
        """Meta's id of this edition of a form; None while it is not published."""
        return self.forms.get(f"{name}:{digest}")


PROMISE = Statement(
    """
    SELECT shop.name AS shop, slot.starts_at, slot.ends_at, fees.lowest_fee, fees.highest_fee, fees.free_above,
           (SELECT coalesce(jsonb_object_agg(name || ':' || digest, provider_form_id), '{}') FROM chat_forms
             WHERE status = 'PUBLISHED') AS forms
      FROM shop CROSS JOIN LATERAL (
        SELECT min(fee_paise) AS lowest_fee, max(fee_paise) AS highest_fee, max(free_above_paise) AS free_above
          FROM zones WHERE active AND coalesce(id = CAST(:zone_id AS bigint), true)) AS fees
      LEFT JOIN LATERAL (
        SELECT starts_at, ends_at FROM open_slots()
         WHERE coalesce(zone_id = CAST(:zone_id AS bigint), true) ORDER BY starts_at LIMIT 1) AS slot ON true
    """,
    Promise,
)


def read_promise(session: Session, zone_id: int | None) -> Promise:
    """The promise for one zone, or for wherever somebody lives when it is None."""
    return PROMISE.one(session, {"zone_id": zone_id})
