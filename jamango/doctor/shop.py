"""What the shop itself must have before it can open."""

from __future__ import annotations

from sqlmodel import col, func, select

from core.actor import Role
from core.chats.tables import Chat
from core.db import transaction
from core.settings import Settings
from core.staff.tables import Staff
from jamango.doctor.findings import Finding


def check_founder(_: Settings) -> list[Finding]:
    """Somebody hears alerts and `talk to us`."""
    chats = (
        select(func.count())
        .select_from(Chat)
        .join(Staff, col(Staff.id) == col(Chat.staff_id))
        .where(col(Staff.role) == Role.FOUNDER, col(Staff.active))
    )
    with transaction() as session:
        count = session.exec(chats).one()
    if not count:
        mend = "Run `jamango staff add --role founder`, and say hi to the shop from that phone."
        return [Finding("Founder", "nobody would hear alerts or `talk to us`.", mend)]
    return [Finding("Founder", f"{count} hear{'s' if count == 1 else ''} alerts.")]
