"""What customers and riders hear of a delivery, each thing once, and only what helps: every message is billed."""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlmodel import Session

from core.actor import Actor
from core.audit.actions import record
from core.delivery.links import link_of_run
from core.delivery.rules import helps_to_hear_delivered
from core.errors import Refusal
from core.notices import notify_staff
from core.orders.tables import Order
from core.orders.telling import tell_customer
from core.outbox.actions import wake_senders
from core.query import Statement
from core.staff.rules import Right, require


class OnTheWay(NamedTuple):
    """Who brings an order, and how many doors are before it; `code` are the digits to say, empty for none."""

    rider: str
    before: int
    code: str


class RunFacts(NamedTuple):
    """What a rider is told of his run: when, how many stops, and how much is to be collected."""

    run_id: int
    rider_id: int
    starts_at: Any
    ends_at: Any
    stops: int
    collect_paise: int


ON_THE_WAY = Statement(
    """
    SELECT s.name AS rider,
           (SELECT count(*) FROM delivery_assignments b WHERE b.run_id = a.run_id AND b.status = 'planned'
               AND (b.position, b.id) < (a.position, a.id))::int AS before, a.code
      FROM delivery_assignments a JOIN runs r ON r.id = a.run_id AND r.status = 'open' JOIN staff s ON s.id = r.rider_id
     WHERE a.order_id = :order_id AND a.status = 'planned'
    """,
    OnTheWay,
)
RUN_FACTS = Statement(
    """
    SELECT r.id AS run_id, r.rider_id, s.starts_at, s.ends_at, count(o.id)::int AS stops,
           coalesce(sum(o.total_paise - o.prepaid_paise), 0)::bigint AS collect_paise
      FROM runs r JOIN delivery_slots s ON s.id = r.slot_id
      LEFT JOIN delivery_assignments a ON a.run_id = r.id AND a.status = 'planned'
      LEFT JOIN orders o ON o.id = a.order_id AND o.slot_id = r.slot_id
       AND o.status IN ('confirmed', 'packed', 'out_for_delivery')
     WHERE r.id = :run_id GROUP BY r.id, s.id
    """,
    RunFacts,
)


def on_the_way(session: Session, order_id: int) -> OnTheWay | None:
    """Who is bringing an order just now, and how many stops are before it; None when nobody is."""
    return ON_THE_WAY.first(session, {"order_id": order_id})


def facts_of_run(session: Session, run_id: int) -> RunFacts:
    """What stands in a run. Raises NoResultFound."""
    return RUN_FACTS.one(session, {"run_id": run_id})


def tell_out_for_delivery(session: Session, order: Order) -> None:
    """It has left, with so many stops before: once for each window that it goes out in."""
    way = on_the_way(session, order.id)
    if way is None:
        return
    values = {
        "code": order.code,
        "rider": way.rider,
        "stops": way.before,
        "due_paise": order.due_paise,
        "door_code": way.code,
    }
    tell_customer(session, order, "out-for-delivery", values, dedupe_key=f"out:{order.id}:{order.slot_id}")
    wake_senders(session)


def tell_delivered(session: Session, order: Order, instruction: str) -> None:
    """It has arrived, when that tells its customer something."""
    collected = order.cash_paise + order.upi_paise
    if helps_to_hear_delivered(collected_paise=collected, instruction=instruction):
        values = {"code": order.code, "collected_paise": collected, "keeper": instruction}
        tell_customer(session, order, "order-delivered", values, dedupe_key=f"delivered:{order.id}")
        wake_senders(session)


def ask_what_now(session: Session, order: Order, stop_id: int, version: int, reason: str) -> None:
    """It could not be handed over: what shall become of it is one tap away, at once."""
    values = {"code": order.code, "reason": reason.replace("-", "_"), "due_paise": order.due_paise}
    key = f"failed:{stop_id}:{version}"
    tell_customer(session, order, "delivery-failed", values, dedupe_key=key)
    wake_senders(session)


def tell_rider_of_run(session: Session, run_id: int) -> None:
    """The run waits for its rider, who begins it by a tap."""
    facts = facts_of_run(session, run_id)
    values = {
        "run": run_id,
        "stops": facts.stops,
        "collect_paise": facts.collect_paise,
        "starts_at": facts.starts_at.isoformat(),
        "ends_at": facts.ends_at.isoformat(),
    }
    _tell_rider(session, facts.rider_id, "rider-run", values, dedupe_key=f"run:{run_id}")


def tell_rider_of_change(session: Session, rider_id: int, order_code: str, *, added: bool) -> None:
    """A stop came into the run that he is on, or has left it."""
    _tell_rider(session, rider_id, "rider-stop-added" if added else "rider-stop-taken", {"code": order_code})


def tell_rider_it_is_back(session: Session, rider_id: int, order: Order, instruction: str) -> None:
    """Somebody takes it after all: it is in his run again."""
    values = {"code": order.code, "name": str(order.address.get("name", "")), "keeper": instruction}
    _tell_rider(session, rider_id, "rider-stop-back", values)


def tell_rider_of_payment(session: Session, rider_id: int, order_code: str, due_paise: int) -> None:
    """The link that was sent to a door is paid."""
    _tell_rider(session, rider_id, "rider-paid", {"code": order_code, "due_paise": due_paise})


def tell_rider_of_link(session: Session, run_id: int, *, actor: Actor) -> None:
    """Where the page of his run is, once more. Raises Refusal `run-has-no-link`, `not-allowed`."""
    require(actor, Right.PLAN_RUNS)
    link = link_of_run(session, run_id)
    if link is None:
        raise Refusal("run-has-no-link")
    _tell_rider(session, facts_of_run(session, run_id).rider_id, "rider-link", {"run": run_id, "link": link})
    record(session, actor=actor, action="run-link-sent", subject=f"run:{run_id}")


def tell_rider_it_is_off(session: Session, rider_id: int, run_id: int) -> None:
    """The window of his run is postponed."""
    _tell_rider(session, rider_id, "rider-run-off", {"run": run_id}, dedupe_key=f"run-off:{run_id}")


def _tell_rider(
    session: Session, rider_id: int, key: str, values: dict[str, Any], *, dedupe_key: str | None = None
) -> None:
    notify_staff(session, rider_id, key, values, dedupe_key=dedupe_key)
    wake_senders(session)
