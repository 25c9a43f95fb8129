"""Four digits that the customer knows and the rider asks for, where the shop wants that.

Somebody always cannot find theirs: after five tries, or before, the founder lets the order go without them.
"""

from __future__ import annotations

from datetime import datetime
from hmac import compare_digest

from sqlmodel import Session

from core.actor import Actor
from core.audit.actions import record
from core.delivery.locks import LockedStop, lock_stop, order_of_stop, require_own_run, require_planned
from core.delivery.rules import MOST_TRIES
from core.errors import Refusal
from core.ids import new_door_code
from core.orders.locks import lock_order
from core.query import Query, Statement
from core.staff.rules import Right, require

# An order has one code and five tries in a window, whoever of the riders has it there: its customer was told it once.
INHERIT = Query(
    """
    UPDATE delivery_assignments a SET code = was.code, code_tries = was.code_tries, code_passed_at = was.code_passed_at
      FROM (SELECT DISTINCT ON (p.order_id) p.order_id, p.code, p.code_tries, p.code_passed_at
              FROM delivery_assignments n JOIN runs r ON r.id = n.run_id
              JOIN delivery_assignments p ON p.order_id = n.order_id AND p.id < n.id AND p.code <> ''
              JOIN runs q ON q.id = p.run_id AND q.slot_id = r.slot_id
             WHERE n.run_id = :run_id AND n.status = 'planned' ORDER BY p.order_id, p.id DESC) was
     WHERE a.run_id = :run_id AND a.order_id = was.order_id AND a.status = 'planned' AND a.code = ''
    """
)
WITHOUT_CODE = Statement(
    """
    SELECT a.id FROM delivery_assignments a CROSS JOIN shop
     WHERE a.run_id = :run_id AND a.status = 'planned' AND a.code = '' AND shop.delivery_codes ORDER BY a.id
    """,
    int,
)
GIVE = Query("UPDATE delivery_assignments SET code = :code WHERE id = :stop_id AND code = ''")
COUNT_TRY = Query(
    """
    UPDATE delivery_assignments SET code_tries = code_tries + 1
     WHERE id = :stop_id AND code_tries < :most RETURNING code_tries
    """
)
PASS = Query("UPDATE delivery_assignments SET code_passed_at = :now WHERE id = :stop_id AND code_passed_at IS NULL")
OF_ORDER = Statement("SELECT id FROM delivery_assignments WHERE order_id = :order_id AND status = 'planned'", int)


def give_codes(session: Session, run_id: int) -> None:
    """Each stop of a run gets its code, where the shop asks for them; one that another rider had keeps its own."""
    INHERIT.run(session, {"run_id": run_id})
    for stop_id in WITHOUT_CODE.all(session, {"run_id": run_id}):
        GIVE.run(session, {"stop_id": stop_id, "code": new_door_code()})


def check_code(session: Session, stop_id: int, typed: str, *, actor: Actor, now: datetime) -> bool:
    """Whether these are the digits of a stop; a wrong try is counted, so whoever calls it commits in any case.

    Raises Refusal `code-tries-over`(order_code) when there were too many, `stop-done`(order_code), `not-your-run`,
    `run-not-open`, `stop-unknown`, `not-allowed`.
    """
    require(actor, Right.DELIVER)
    lock_order(session, order_of_stop(session, stop_id))
    run, stop = lock_stop(session, stop_id)
    require_own_run(actor, run, order_code=stop.order_code)
    require_planned(stop)
    if not stop.code or stop.code_passed:
        return True
    if COUNT_TRY.run(session, {"stop_id": stop_id, "most": MOST_TRIES}).first() is None:
        raise Refusal("code-tries-over", order_code=stop.order_code)
    if not compare_digest(stop.code.encode(), typed.strip().encode()):
        return False
    PASS.run(session, {"stop_id": stop_id, "now": now})
    return True


def release_code(session: Session, order_id: int, *, actor: Actor, now: datetime) -> None:
    """Let an order be handed over without its digits; the log says who allowed it.

    Raises Refusal `order-not-on-its-way`(order_code), `order-unknown`, `not-allowed`.
    """
    require(actor, Right.RELEASE_CODES)
    order = lock_order(session, order_id)
    stop_id = OF_ORDER.first(session, {"order_id": order_id})
    if stop_id is None:
        raise Refusal("order-not-on-its-way", order_code=order.code)
    if PASS.run(session, {"stop_id": stop_id, "now": now}).count:
        record(session, actor=actor, action="code-released", subject=f"order:{order_id}", stop=stop_id)


def require_let_through(stop: LockedStop) -> None:
    """Raise Refusal `code-missing`(order_code) while a stop's digits have not been said."""
    if stop.code and not stop.code_passed:
        raise Refusal("code-missing", order_code=stop.order_code)
