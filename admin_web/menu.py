"""Every page that the menu leads to, in one table. What has no page yet, or is not somebody's to see, is not shown.

A page's words are `office-menu-<key>` in templates/pages, its icon is drawn by templates/office/menu.html.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from admin_web.member import Member
from core.staff.rules import Right

HOME = "/admin"


@dataclass(frozen=True)
class Place:
    """One page. `letter` goes there after `g`; `thumb`: it stands in the bar at the foot of a phone."""

    path: str
    right: Right
    key: str
    letter: str
    thumb: bool = False


# In groups, in the order of a day.
GROUPS: tuple[tuple[Place, ...], ...] = (
    (
        Place(HOME, Right.SEE_ORDERS, "today", "t", thumb=True),
        Place("/admin/orders", Right.SEE_ORDERS, "orders", "o", thumb=True),
        Place("/admin/packing", Right.PACK_ORDERS, "packing", "p", thumb=True),
        Place("/admin/delivery", Right.PLAN_RUNS, "delivery", "l"),
        Place("/admin/inbox", Right.SEE_CHATS, "inbox", "i", thumb=True),
        Place("/admin/orders/new", Right.PLACE_ORDERS, "new-order", "n"),
    ),
    (
        Place("/admin/inventory", Right.SEE_STOCK, "inventory", "v"),
        Place("/admin/products", Right.MANAGE_CATALOG, "products", "f"),
        Place("/admin/slots", Right.MANAGE_SLOTS, "slots", "w"),
        Place("/admin/zones", Right.MANAGE_ZONES, "zones", "z"),
        Place("/admin/stalls", Right.MANAGE_STALLS, "stalls", "b"),
    ),
    (
        Place("/admin/customers", Right.SEE_CUSTOMERS, "customers", "c"),
        Place("/admin/answers", Right.TEACH_ANSWERS, "answers", "a"),
        Place("/admin/money", Right.SEE_MONEY, "money", "m"),
        Place("/admin/reports", Right.SEE_REPORTS, "reports", "r"),
        Place("/admin/templates", Right.MANAGE_TEMPLATES, "templates", "e"),
    ),
    (
        Place("/admin/staff", Right.MANAGE_STAFF, "staff", "s"),
        Place("/admin/settings", Right.CHANGE_SETTINGS, "settings", "x"),
        Place("/admin/audit", Right.SEE_AUDIT, "audit", "d"),
        Place("/admin/health", Right.SEE_HEALTH, "health", "h"),
    ),
)
MOST_IN_THE_BAR = 4


def places_for(member: Member, paths: Collection[str]) -> list[list[Place]]:
    """What is a member's to see, among the paths that there are, in groups that have something."""
    shown = [[place for place in group if place.path in paths and member.may(place.right)] for group in GROUPS]
    return [group for group in shown if group]


def current_place(path: str) -> str:
    """The path of the page that an address belongs to: the longest that it begins with; Today's is its own alone."""
    paths = [place.path for group in GROUPS for place in group]
    beginnings = [each for each in paths if path == each or (each != HOME and path.startswith(f"{each}/"))]
    return max(beginnings, key=len, default="")
