"""Runs and their stops, as chats, pages and the command line show them."""

from __future__ import annotations

from datetime import datetime
from typing import Any, NamedTuple

from sqlmodel import Session

from core.query import Statement


class RunView(NamedTuple):
    """A run with its window (UTC). `taken_paise` is the cash of its doors so far."""

    run_id: int
    status: str
    rider_id: int
    rider: str
    slot_id: int
    starts_at: datetime
    ends_at: datetime
    stops: int
    left: int
    due_paise: int
    taken_paise: int


class StopView(NamedTuple):
    """A stop as its rider needs it. `items` are {names, labels, quantity}; `place` is its number on the whole way.

    `latitude` and `longitude` are None where we do not know the apartment; `phone` is digits, None when there is none.
    """

    stop_id: int
    place: int
    status: str
    order_id: int
    code: str
    address: dict[str, Any]
    latitude: float | None
    longitude: float | None
    phone: str | None
    items: list[dict[str, Any]]
    due_paise: int
    cash_paise: int
    note: str
    instruction: str
    asks_code: bool
    link_paise: int | None


class WindowOrder(NamedTuple):
    """An order of a window, with the rider who has it; `rider` is None while nobody has."""

    order_id: int
    code: str
    status: str
    address: dict[str, Any]
    due_paise: int
    run_id: int | None
    rider_id: int | None
    rider: str | None
    stop_status: str | None

    @property
    def has_nobody(self) -> bool:
        """Whether it still needs a rider."""
        return self.rider_id is None and self.status in {"confirmed", "packed"}


class Proof(NamedTuple):
    """A photo that shows a stop done."""

    code: str
    attachment_id: int


class Boxes(NamedTuple):
    """How many boxes of one pack a rider takes along."""

    names: dict[str, str]
    labels: dict[str, str]
    boxes: int


class Difference(NamedTuple):
    """What a rider handed over too little (minus) or too much, and how much of that is left."""

    id: int
    run_id: int
    rider: str
    amount_paise: int
    left_paise: int


class WindowLine(NamedTuple):
    """A window with orders, and how many of them nobody has."""

    slot_id: int
    zone_id: int
    zone: dict[str, str]
    starts_at: datetime
    ends_at: datetime
    is_open: bool
    orders: int
    unassigned: int


# Of an order `o` in a run `r`: whether it is still brought in the run's window. Until it is taken out of the run
# (leaving.py) a stop of one that is not counts for nothing.
COMES = "o.slot_id = r.slot_id AND o.status IN ('confirmed', 'packed', 'out_for_delivery')"
SHOWN = f"a.status <> 'removed' AND (a.status <> 'planned' OR {COMES})"
RUN = f"""
    SELECT r.id AS run_id, r.status, r.rider_id, w.name AS rider, r.slot_id, s.starts_at, s.ends_at,
           count(a.id)::int AS stops, (count(a.id) FILTER (WHERE a.status = 'planned'))::int AS left,
           coalesce(sum(o.total_paise - o.prepaid_paise) FILTER (WHERE a.status = 'planned'), 0)::bigint AS due_paise,
           coalesce(sum(a.cash_paise), 0)::bigint AS taken_paise
      FROM runs r JOIN staff w ON w.id = r.rider_id JOIN delivery_slots s ON s.id = r.slot_id
      LEFT JOIN (delivery_assignments a JOIN orders o ON o.id = a.order_id) ON a.run_id = r.id AND {SHOWN}"""  # noqa: S608 - our own SQL
OF_RIDER = Statement(
    f"""{RUN} WHERE r.rider_id = :rider_id
       AND (r.status = 'open' OR r.status = 'planned' AND s.ends_at > jamango_now() - interval '12 hours')
     GROUP BY r.id, w.id, s.id ORDER BY r.status = 'planned', s.starts_at, r.id LIMIT 1
    """,
    RunView,
)
OF_SLOT = Statement(
    f"""{RUN} WHERE r.slot_id = :slot_id AND r.status <> 'dissolved'
     GROUP BY r.id, w.id, s.id HAVING count(a.id) > 0 ORDER BY w.name, r.id
    """,
    RunView,
)
BY_ID = Statement(f"{RUN} WHERE r.id = :run_id GROUP BY r.id, w.id, s.id", RunView)
RECENT = Statement(
    f"""{RUN} WHERE r.status <> 'dissolved' AND (s.ends_at > CAST(:now AS timestamptz) - interval '2 days'
        OR r.status = 'open' OR EXISTS (SELECT FROM till_counts t WHERE t.run_id = r.id AND t.counted_at IS NULL))
     GROUP BY r.id, w.id, s.id ORDER BY s.starts_at, r.id
    """,
    RunView,
)
STOPS = Statement(
    f"""
    SELECT a.id AS stop_id, row_number() OVER (ORDER BY a.status = 'planned', a.position, a.id)::int AS place,
           a.status, o.id AS order_id, o.code, o.address, b.latitude, b.longitude,
           coalesce(nullif(u.contact_phone, ''), (SELECT i.value FROM identities i
             WHERE i.customer_id = u.id AND i.kind = 'phone' LIMIT 1)) AS phone,
           (SELECT jsonb_agg(jsonb_build_object('names', i.names, 'labels', i.labels, 'quantity', i.quantity)
                             ORDER BY i.id) FROM order_items i WHERE i.order_id = o.id) AS items,
           o.total_paise - o.prepaid_paise AS due_paise, a.cash_paise, o.note, a.instruction,
           a.code <> '' AND a.code_passed_at IS NULL AS asks_code,
           (SELECT l.amount_paise FROM payment_links l WHERE l.order_id = o.id AND l.withdrawn_at IS NULL
               AND l.status IN ('creating', 'open')) AS link_paise
      FROM delivery_assignments a JOIN runs r ON r.id = a.run_id JOIN orders o ON o.id = a.order_id
      JOIN users u ON u.id = o.customer_id
      LEFT JOIN addresses h ON h.id = o.address_id LEFT JOIN apartments b ON b.id = h.apartment_id
     WHERE a.run_id = :run_id AND {SHOWN} ORDER BY place
    """,  # noqa: S608 - our own SQL
    StopView,
)
OF_WINDOW = Statement(
    """
    SELECT o.id AS order_id, o.code, o.status, o.address, o.total_paise - o.prepaid_paise AS due_paise,
           r.id AS run_id, w.id AS rider_id, w.name AS rider, a.status AS stop_status
      FROM orders o
      LEFT JOIN delivery_assignments a ON a.order_id = o.id AND a.status IN ('planned', 'delivered')
       AND EXISTS (SELECT FROM runs x WHERE x.id = a.run_id AND x.slot_id = o.slot_id)
      LEFT JOIN runs r ON r.id = a.run_id LEFT JOIN staff w ON w.id = r.rider_id
     WHERE o.slot_id = :slot_id
       AND o.status IN ('confirmed', 'packed', 'out_for_delivery', 'delivered', 'delivery_failed')
     ORDER BY r.id NULLS FIRST, a.position, o.id
    """,
    WindowOrder,
)
WINDOWS = Statement(
    """
    SELECT s.id AS slot_id, s.zone_id, z.names AS zone, s.starts_at, s.ends_at, s.open AS is_open,
           count(o.id)::int AS orders,
           (count(o.id) FILTER (WHERE o.status IN ('confirmed', 'packed') AND NOT EXISTS (
               SELECT FROM delivery_assignments a JOIN runs r ON r.id = a.run_id AND r.slot_id = s.id
                WHERE a.order_id = o.id AND a.status = 'planned')))::int AS unassigned
      FROM delivery_slots s JOIN zones z ON z.id = s.zone_id JOIN orders o ON o.slot_id = s.id
     WHERE (s.ends_at > CAST(:now AS timestamptz) - interval '12 hours'
            OR o.status IN ('confirmed', 'packed', 'out_for_delivery'))
       AND o.status IN ('confirmed', 'packed', 'out_for_delivery', 'delivered', 'delivery_failed')
     GROUP BY s.id, z.id ORDER BY s.starts_at, s.id
    """,
    WindowLine,
)
MANIFEST = Statement(
    f"""
    SELECT i.names, i.labels, sum(i.quantity)::int AS boxes
      FROM delivery_assignments a JOIN runs r ON r.id = a.run_id JOIN orders o ON o.id = a.order_id
      JOIN order_items i ON i.order_id = o.id
     WHERE a.run_id = :run_id AND {SHOWN} AND (NOT :left_only OR a.status = 'planned')
     GROUP BY i.product_id, i.pack_id, i.names, i.labels ORDER BY i.product_id, i.pack_id
    """,  # noqa: S608 - our own SQL
    Boxes,
)
PROOFS = Statement(
    """
    SELECT o.code, t.id AS attachment_id FROM delivery_assignments a JOIN orders o ON o.id = a.order_id
      JOIN attachments t ON t.message_id = a.proof_message_id AND t.status = 'kept'
     WHERE a.run_id = :run_id ORDER BY a.position, t.id
    """,
    Proof,
)
TO_COUNT = Statement("SELECT run_id FROM till_counts WHERE counted_at IS NULL ORDER BY run_id", int)
DIFFERENCES = Statement(
    """
    SELECT d.id, t.run_id, w.name AS rider, d.amount_paise,
           abs(d.amount_paise) - d.settled_paise - d.borne_paise AS left_paise
      FROM discrepancies d JOIN till_counts t ON t.id = d.till_count_id JOIN staff w ON w.id = d.staff_id
     WHERE d.closed_at IS NULL ORDER BY d.id
    """,
    Difference,
)


def cash_to_count(session: Session) -> list[int]:
    """The runs whose cash was handed over and not counted yet."""
    return TO_COUNT.all(session, {})


def run_of_rider(session: Session, rider_id: int) -> RunView | None:
    """The run that a rider is on, else the next one that waits for him; None when there is none."""
    return OF_RIDER.first(session, {"rider_id": rider_id})


def find_run(session: Session, run_id: int) -> RunView | None:
    return BY_ID.first(session, {"run_id": run_id})


def recent_runs(session: Session, now: datetime) -> list[RunView]:
    """Those of today's and coming windows, and of those that ended in the last two days."""
    return RECENT.all(session, {"now": now})


def runs_of_window(session: Session, slot_id: int) -> list[RunView]:
    """The runs of a window that bring, or brought, anything: by their riders' names."""
    return OF_SLOT.all(session, {"slot_id": slot_id})


def proofs_of(session: Session, run_id: int) -> list[Proof]:
    """The photos of a run's doors that are kept."""
    return PROOFS.all(session, {"run_id": run_id})


def stops_of(session: Session, run_id: int) -> list[StopView]:
    """The stops of a run: those that are done first, the others in the order of visits."""
    return STOPS.all(session, {"run_id": run_id})


def orders_of_window(session: Session, slot_id: int) -> list[WindowOrder]:
    """All that is brought in a window, what nobody has first."""
    return OF_WINDOW.all(session, {"slot_id": slot_id})


def windows_with_orders(session: Session, now: datetime) -> list[WindowLine]:
    """Every window that is not long over and has something to bring, and of older ones what was never brought."""
    return WINDOWS.all(session, {"now": now})


def manifest_of(session: Session, run_id: int, *, left_only: bool = False) -> list[Boxes]:
    """What a rider takes along, by variety and pack; `left_only` what he still has for stops to come."""
    return MANIFEST.all(session, {"run_id": run_id, "left_only": left_only})


def open_differences(session: Session) -> list[Difference]:
    """What is not worked off yet."""
    return DIFFERENCES.all(session, {})
