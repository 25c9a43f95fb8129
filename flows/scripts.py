"""Every script of the customers' chat, and which of them a trigger belongs to."""

from __future__ import annotations

from core.errors import Fault
from flows import help as help_script
from flows import my_orders
from flows.engine import Script
from flows.ordering import script as ordering

SCRIPTS: dict[str, Script] = {script.name: script for script in (ordering.SCRIPT, my_orders.SCRIPT, help_script.SCRIPT)}


def _owners() -> dict[str, str]:
    owners: dict[str, str] = {}
    for script in SCRIPTS.values():
        for trigger in script.triggers:
            if trigger in owners:
                raise Fault(f"The trigger {trigger!r} belongs to {owners[trigger]!r} and to {script.name!r}.")
            owners[trigger] = script.name
    unknown = {line.then for script in SCRIPTS.values() for line in script.lines if line.then} - owners.keys()
    if unknown:
        raise Fault(f"Lines go on with triggers that no script knows: {sorted(unknown)}.")
    return owners


OWNERS = _owners()
ONCE = frozenset(line.trigger for script in SCRIPTS.values() for line in script.lines if line.once)


def script_of(trigger: str) -> str | None:
    """The name of the script that a trigger belongs to; a trigger of none may come from an old button."""
    return OWNERS.get(trigger)


def acts_once(trigger: str) -> bool:
    """Whether a second tap on the same button must not act again."""
    return trigger in ONCE
