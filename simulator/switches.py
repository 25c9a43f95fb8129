"""Trouble, on demand: what goes wrong, how often, for whom."""

from __future__ import annotations

import copy
from typing import Any

from simulator import ids

DEFAULTS: dict[str, Any] = {
    # Meta to the shop
    "duplicate_webhooks": 0.0,
    "duplicate_copies": 2,
    "reorder_webhooks": False,
    "batch_webhooks": 0,
    "webhook_delay_seconds": 0.0,
    "statuses": True,
    # Razorpay to the shop
    "drop_razorpay_webhooks": False,
    "duplicate_razorpay_webhooks": 0,
    "repeat_razorpay_webhooks": 0,
    "reorder_razorpay_webhooks": False,
    # the shop to Meta
    "fail_sends": [],
    "send_delay_seconds": 0.0,
    "window_closed": False,
    "asynchronous_failures": True,
    # the shop to Razorpay
    "fail_calls": [],
    "refund_outcome": "processed",
    "wrong_amount": 0,
    "wrong_currency": None,
    # who pays Razorpay's fee: "customer" has it put on top of the link's amount
    "fee_bearer": "platform",
    # whether Razorpay has granted QR codes
    "qr_codes": True,
}
FROM_CONFIGURATION = ("pair_rate_seconds", "pair_burst", "throughput_per_second")
TROUBLE_LISTS = ("fail_sends", "fail_calls")
TROUBLE_KEYS = {"mode", "next", "probability", "phone_id", "operation", "hang_seconds", "asynchronous", "types"}
WINDOW_CLOSED = "131047"
AFTER_ACCEPTANCE = {"timeout_after_acceptance", "disconnect_after_acceptance"}
MODES = {
    "fail_sends": AFTER_ACCEPTANCE
    | {"429", "500", "502_html", "empty", "no_messages", "timeout", "disconnect", "empty_after_acceptance"},
    "fail_calls": AFTER_ACCEPTANCE
    | {"429", "500", "503", "502_html", "empty", "timeout", "disconnect", "502_after_acceptance"},
}
CHOICES = {
    "refund_outcome": ("processed", "pending", "failed", "no_balance"),
    "fee_bearer": ("platform", "customer"),
}


class Switches:
    """The present trouble. Values are read by name; `fail_sends` and `fail_calls` are used up by `take`."""

    def __init__(self, rates: dict[str, Any]) -> None:
        self._first: dict[str, Any] = {**DEFAULTS, **rates}
        self.values: dict[str, Any] = copy.deepcopy(self._first)

    def __getitem__(self, name: str) -> Any:
        return self.values[name]

    def reset(self) -> None:
        """All trouble off."""
        self.values = copy.deepcopy(self._first)

    def merge(self, changes: dict[str, Any]) -> None:
        """Set the named switches. Raises ValueError with a sentence about the first wrong one."""
        merged = dict(self.values)
        for name, value in changes.items():
            if name not in merged:
                raise ValueError(f"there is no switch {name!r}; there are {', '.join(sorted(merged))}")
            merged[name] = _checked(name, value)
        self.values = merged

    def describe(self) -> dict[str, Any]:
        """A copy for showing."""
        return copy.deepcopy(self.values)

    def take(self, name: str, **facts: object) -> dict[str, Any] | None:
        """The first trouble of the list that applies to a call with these facts, counted down; None = none applies."""
        for trouble in self.values[name]:
            if not _applies(trouble, facts):
                continue
            if "next" in trouble:
                trouble["next"] -= 1
                if trouble["next"] <= 0:
                    self.values[name] = [other for other in self.values[name] if other is not trouble]
                return dict(trouble)
            if ids.happens(float(trouble.get("probability", 1))):
                return dict(trouble)
        return None


def _applies(trouble: dict[str, Any], facts: dict[str, object]) -> bool:
    for key in ("phone_id", "operation"):
        if key in trouble and trouble[key] not in (None, "any", facts.get(key)):
            return False
    if trouble["mode"] == WINDOW_CLOSED and facts.get("type") == "template":
        return False  # a template needs no window: Meta never says this of one
    return "types" not in trouble or facts.get("type") in trouble["types"]


def _checked(name: str, value: Any) -> Any:
    if name in TROUBLE_LISTS:
        return _checked_troubles(name, value)
    if name in CHOICES and value not in CHOICES[name]:
        raise ValueError(f"{name} is one of {', '.join(CHOICES[name])}")
    if name == "drop_razorpay_webhooks" and isinstance(value, list):
        return [str(event) for event in value]
    usual = DEFAULTS.get(name, 0.0)
    if isinstance(usual, bool):
        return bool(value)
    if isinstance(usual, int | float):
        if isinstance(value, bool) or not isinstance(value, int | float) or (value < 0 and name != "wrong_amount"):
            raise ValueError(f"{name} is a number")
        return type(usual)(value) if name in DEFAULTS else value
    return value


def _checked_troubles(name: str, value: Any) -> list[dict[str, Any]]:
    if value in (None, False):
        return []
    troubles = [value] if isinstance(value, dict) else value
    if not isinstance(troubles, list) or not all(isinstance(trouble, dict) for trouble in troubles):
        raise ValueError(f"{name} is an object or a list of objects with a mode")
    for trouble in troubles:
        if "mode" not in trouble or set(trouble) - TROUBLE_KEYS:
            raise ValueError(f"{name} takes mode and {', '.join(sorted(TROUBLE_KEYS - {'mode'}))}")
        mode = str(trouble["mode"])
        if mode not in MODES[name] and not (name == "fail_sends" and mode.isdecimal()):
            raise ValueError(f"{name} has the modes {', '.join(sorted(MODES[name]))}, not {mode!r}")
    return [{**trouble, "mode": str(trouble["mode"])} for trouble in troubles]
