"""Runs, the orders in them, and the cash that is handed over after them."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Column, Index, Text, text
from sqlmodel import Field, SQLModel

from core.actor import WRITTEN
from core.columns import choice, document, key, moment, number, paise, recorded_at, refers_to, words, yes_no
from core.delivery.lifecycle import RunStatus, StopStatus
from core.delivery.rules import ReportEvent

OPEN_STOP = "status IN ('planned', 'delivered')"


class DeliveryRun(SQLModel, table=True):
    """One rider's stops in one window.

    `announced_at` is when the rider was told that it waits for him; `by_hand` whether somebody has put its stops in
    their order. The link of his page is made of `link_salt`, of who he is and of the shop's secret; only the hash of it
    is kept (`core.delivery.links`).
    """

    __tablename__ = "runs"
    __table_args__ = (
        CheckConstraint("(status IN ('planned', 'dissolved')) OR started_at IS NOT NULL", name="run_has_its_start"),
        CheckConstraint("(status IN ('ended', 'dissolved')) = (ended_at IS NOT NULL)", name="run_has_its_end"),
        Index("runs_one_open_per_rider", "rider_id", unique=True, postgresql_where=text("status = 'open'")),
        Index("runs_one_planned_per_window", "slot_id", "rider_id", unique=True,
              postgresql_where=text("status = 'planned'")),
        Index("runs_under_way", "id", postgresql_where=text("status IN ('planned', 'open')")),
    )  # fmt: skip

    id: int = key()
    link_salt: str = words(unique=True)
    link_hash: str | None = words(optional=True, unique=True)
    slot_id: int = refers_to("delivery_slots.id")
    rider_id: int = refers_to("staff.id")
    status: RunStatus = choice(RunStatus, default=RunStatus.PLANNED)
    by_hand: bool = yes_no(default=False)
    created_at: Any = recorded_at()
    announced_at: datetime | None = moment(optional=True)
    started_at: datetime | None = moment(optional=True)
    ended_at: datetime | None = moment(optional=True)


class DeliveryAssignment(SQLModel, table=True):
    """One order in one run: a stop. An order has one that is planned or delivered, and others that failed before it.

    `cash_paise` is what was taken at the door. `instruction` is what the customer said of who takes it. `code` are the
    digits that the customer says, empty when none are asked for; `code_passed_at` when they were right, or the founder
    let it go without them. `version` counts its moves. `proof_message_id` is WhatsApp's id of the rider's photo.
    `asked_upi_at` is when a link was sent to its door, `told_paid_at` when the rider heard that it was paid.
    `done_by` is who reported it: a rider takes back only what he did. `escalated_at` is when nobody answered what
    should become of it, and the founder was rung.
    """

    __tablename__ = "delivery_assignments"
    __table_args__ = (
        CheckConstraint("cash_paise >= 0 AND (status = 'delivered' OR cash_paise = 0)", name="stop_took_cash_once"),
        CheckConstraint("(status IN ('delivered', 'failed', 'removed')) = (done_at IS NOT NULL)",
                        name="stop_has_its_end"),
        CheckConstraint(f"done_by ~ '{WRITTEN}'", name="stop_names_who_did_it"),
        CheckConstraint("code ~ '^([0-9]{4})?$' AND code_tries BETWEEN 0 AND 5", name="stop_code_has_its_tries"),
        CheckConstraint("status <> 'delivered' OR code = '' OR code_passed_at IS NOT NULL",
                        name="stop_was_let_through"),
        CheckConstraint("char_length(instruction) <= 200", name="stop_instruction_has_its_length"),
        Index("delivery_assignments_one_per_order", "order_id", unique=True, postgresql_where=text(OPEN_STOP)),
        Index("delivery_assignments_failed", "done_at",
              postgresql_where=text("status = 'failed' AND escalated_at IS NULL")),
    )  # fmt: skip

    id: int = key()
    run_id: int = refers_to("runs.id")
    order_id: int = refers_to("orders.id")
    position: int = number()
    status: StopStatus = choice(StopStatus, default=StopStatus.PLANNED)
    version: int = number(default=1)
    cash_paise: int = paise(default=0)
    instruction: str = words(default="")
    code: str = words(default="")
    code_tries: int = number(default=0)
    code_passed_at: datetime | None = moment(optional=True)
    proof_message_id: str | None = words(optional=True)
    asked_upi_at: datetime | None = moment(optional=True)
    told_paid_at: datetime | None = moment(optional=True)
    done_at: datetime | None = moment(optional=True)
    done_by: str | None = words(optional=True)
    escalated_at: datetime | None = moment(optional=True)
    created_at: Any = recorded_at()


class TillCount(SQLModel, table=True):
    """The cash of one run, from two sides: what the rider says he hands over, and what the founder counts."""

    __tablename__ = "till_counts"
    __table_args__ = (
        CheckConstraint("declared_paise >= 0 AND expected_paise >= 0 AND coalesce(counted_paise, 0) >= 0",
                        name="cash_is_counted_up"),
        CheckConstraint("(counted_paise IS NULL) = (counted_at IS NULL)"
                        " AND (counted_at IS NULL) = (counted_by IS NULL)",
                        name="count_has_its_moment"),
        CheckConstraint(f"counted_by ~ '{WRITTEN}'", name="count_names_an_actor"),
    )  # fmt: skip

    id: int = key()
    run_id: int = refers_to("runs.id", unique=True)
    expected_paise: int = paise()
    declared_paise: int = paise()
    declared_at: datetime = moment()
    counted_paise: int | None = paise(optional=True)
    counted_at: datetime | None = moment(optional=True)
    counted_by: str | None = words(optional=True)


class Discrepancy(SQLModel, table=True):
    """What was counted less (minus) or more than there should be. `amount_paise` is frozen; the rest says how much of
    it was brought later, or given back, and how much the shop bears. Closed when nothing is left of it."""

    __tablename__ = "discrepancies"
    __table_args__ = (
        CheckConstraint("amount_paise <> 0 AND settled_paise >= 0 AND borne_paise >= 0", name="discrepancy_is_one"),
        CheckConstraint("settled_paise + borne_paise <= abs(amount_paise)", name="discrepancy_is_worked_off_once"),
        CheckConstraint("(closed_at IS NOT NULL) = (settled_paise + borne_paise = abs(amount_paise))",
                        name="discrepancy_closes_itself"),
    )  # fmt: skip

    id: int = key()
    till_count_id: int = refers_to("till_counts.id", unique=True)
    staff_id: int = refers_to("staff.id")
    amount_paise: int = paise()
    settled_paise: int = paise(default=0)
    borne_paise: int = paise(default=0)
    found_at: Any = recorded_at()
    closed_at: datetime | None = moment(optional=True)


class RunReport(SQLModel, table=True):
    """What a rider's page reported in a run. `key` was made by the page, so that what it sends again is known;
    `refusal` is why it was declined ({code, values}), empty when it was done. A report is judged once."""

    __tablename__ = "run_reports"
    __table_args__ = (
        CheckConstraint("char_length(key) = 36", name="report_has_its_key"),
        CheckConstraint("refusal = '{}' OR coalesce(refusal ->> 'code', '') <> ''", name="report_names_its_refusal"),
    )

    run_id: int = refers_to("runs.id", primary=True)
    key: str = Field(sa_column=Column(Text, primary_key=True))
    event: ReportEvent = choice(ReportEvent)
    refusal: dict[str, Any] = document()
    received_at: datetime = moment()
