"""The run as its page shows it. What is done is named by its order's code alone: a phone that is lost tells less."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from core.delivery.cash import taken_in_run
from core.delivery.links import LinkedRun
from core.delivery.queries import RunView, StopView, find_run, manifest_of, stops_of
from core.delivery.riding import last_done, may_take_back
from core.delivery.rules import change_for
from core.formats import format_fruit, format_slot_title
from core.ledger.queries import read_holding
from core.ledger.rules import Account
from core.money import format_rupees
from core.orders.rules import FailureReason
from core.wording import FIRST_LANGUAGE, pick
from pages.fields import read_rupees
from pages.visit import Visit

# The map that every phone knows how to open.
MAP = "https://www.google.com/maps/search/?api=1&query={:.6f},{:.6f}"
LONGEST_TYPED = 40
STOP = re.compile(r"\d{1,18}")


@dataclass(frozen=True)
class Handed:
    """What a customer hands over at a stop: asked of the page, which answers with the change or the rest.

    `typed` is kept also when it is no sum, and then `paise` is none.
    """

    stop_id: int = 0
    typed: str = ""
    paise: int = 0

    @classmethod
    def read(cls, query: Mapping[str, str]) -> Handed:
        """At a stop that is none, nothing."""
        stop, typed = query.get("stop", ""), query.get("handed", "").strip()[:LONGEST_TYPED]
        if not (STOP.fullmatch(stop) and stop.isascii()):
            return cls()
        try:
            return cls(int(stop), typed, int(str(read_rupees(typed))))
        except ValueError:
            return cls(int(stop), typed)


def mark_of(stops: Sequence[StopView]) -> str:
    """Another one whenever the page would show something else."""
    shown = [
        (stop.stop_id, stop.status, stop.due_paise, stop.link_paise, stop.asks_code, stop.instruction) for stop in stops
    ]
    return hashlib.sha256(repr(shown).encode()).hexdigest()[:16]


def describe_run(visit: Visit, session: Session, linked: LinkedRun, handed: Handed) -> dict[str, Any]:
    run, stops = find_run(session, linked.run_id), stops_of(session, linked.run_id)
    assert run is not None
    left = [stop for stop in stops if stop.status == "planned"]
    return {
        "title": _title(visit, session, run),
        "run": run,
        "mark": mark_of(stops),
        "boxes": [_fruit(visit, each.names, each.labels, each.boxes) for each in manifest_of(session, run.run_id)],
        "stops": [_describe(visit, stop, len(stops), handed) for stop in left],
        "done": [(stop.stop_id, stop.code, stop.status, stop.cash_paise) for stop in stops if stop.status != "planned"],
        "undo": _last(visit, session, stops, linked),
        "held_paise": read_holding(session, Account.RIDER_CASH, linked.rider_id),
        "taken_paise": taken_in_run(session, run.run_id),
        "reasons": [(reason.value, visit.t(f"rider-reason-{reason.value}")) for reason in FailureReason],
    }


def _title(visit: Visit, session: Session, run: RunView) -> str:
    zone = visit.settings.zone
    return format_slot_title(visit.language, run.starts_at, run.ends_at, visit.now(session), zone)


def _last(visit: Visit, session: Session, stops: Sequence[StopView], linked: LinkedRun) -> StopView | None:
    """The stop whose report can still be taken back."""
    stop_id = last_done(session, linked.run_id, str(linked.actor))
    if stop_id is None or not may_take_back(session, stop_id, visit.now(session)):
        return None
    return next((stop for stop in stops if stop.stop_id == stop_id), None)


def _describe(visit: Visit, stop: StopView, total: int, handed: Handed) -> dict[str, Any]:
    names = stop.address.get("apartment_names") or {FIRST_LANGUAGE: str(stop.address.get("apartment", ""))}
    change = change_for(stop.due_paise)
    is_known = stop.latitude is not None and stop.longitude is not None
    return {
        "id": stop.stop_id,
        "place": f"{stop.place}/{total}",
        "code": stop.code,
        "name": str(stop.address.get("name") or ""),
        "home": f"{stop.address.get('line', '')}, {pick(names, visit.language)}",
        "boxes": [_fruit(visit, each["names"], each["labels"], each["quantity"]) for each in stop.items],
        "phone": stop.phone,
        "map": MAP.format(stop.latitude, stop.longitude) if is_known else "",
        "notes": [words for words in (stop.note, stop.instruction) if words],
        "due_paise": stop.due_paise,
        "change": (format_rupees(change.handed_paise), format_rupees(change.back_paise)) if change else None,
        "asks_code": stop.asks_code,
        "link_paise": stop.link_paise,
        "handed": handed if handed.stop_id == stop.stop_id else Handed(),
    }


def _fruit(visit: Visit, names: dict[str, str], labels: dict[str, str], quantity: int) -> str:
    return format_fruit(visit.language, names, labels, quantity)
