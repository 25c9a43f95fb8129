"""Meta looks at templates after a while and approves them."""

from __future__ import annotations

from simulator.meta import webhooks
from simulator.world import World

STATUSES = ("PENDING", "APPROVED", "REJECTED", "PAUSED", "DISABLED")


def review_due(world: World) -> None:
    """Approve what has waited long enough."""
    now = world.clock.seconds()
    for template in world.facts.templates.values():
        if template["status"] == "PENDING" and template["review_at"] <= now:
            set_status(world, template, "APPROVED")


def set_status(world: World, template: dict[str, object], status: str) -> None:
    """Give a template another status and tell the shop."""
    template["status"] = status
    world.events.tell("template", {"template": dict(template)})
    webhooks.tell_template_status(world, template, "NONE" if status in {"APPROVED", "PENDING"} else "LOW_QUALITY")
