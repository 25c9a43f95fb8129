"""Who acts: a value that every verb with a right takes, and that audit rows and stock movements keep for ever."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a member of staff is employed for; what it allows is in `core.staff.rules`."""

    FOUNDER = "founder"
    MANAGER = "manager"
    PACKER = "packer"
    RIDER = "rider"
    STALL_KEEPER = "stall_keeper"


class ActorKind(StrEnum):
    """People, the two platforms whose news make us act, our periodic jobs, and the program run by its operator."""

    CUSTOMER = "customer"
    STAFF = "staff"
    RAZORPAY = "razorpay"
    META = "meta"
    JOB = "job"
    SYSTEM = "system"


# How an actor is written in rows; the same rule stands in the database behind every table that keeps one.
WRITTEN = rf"^(customer:[0-9]+|staff:[0-9]+:({'|'.join(Role)})|razorpay|meta|(job|system):[a-z][a-z-]*)$"


@dataclass(frozen=True, slots=True)
class Actor:
    """One who acts. `id` is a customer's or staff's, `role` staff's only, `name` a job's or a program's (kebab-case).

    As text, which rows keep: `customer:7`, `staff:2:manager`, `razorpay`, `meta`, `job:hold-end`, `system:seed`.
    """

    kind: ActorKind
    id: int | None = None
    role: Role | None = None
    name: str = ""

    def __post_init__(self) -> None:
        if not re.fullmatch(WRITTEN, str(self)):
            raise ValueError(f"{self!r} is nobody who acts")

    def __str__(self) -> str:
        return ":".join(str(part) for part in (self.kind, self.id, self.role, self.name or None) if part is not None)

    @classmethod
    def customer(cls, customer_id: int) -> Actor:
        return cls(ActorKind.CUSTOMER, customer_id)

    @classmethod
    def staff(cls, staff_id: int, role: Role) -> Actor:
        return cls(ActorKind.STAFF, staff_id, role)

    @classmethod
    def job(cls, name: str) -> Actor:
        return cls(ActorKind.JOB, name=name)

    @classmethod
    def system(cls, name: str) -> Actor:
        return cls(ActorKind.SYSTEM, name=name)

    @classmethod
    def read(cls, text: str) -> Actor | None:
        """Who a row names; None for rows of before actors had a form (`shop`, `staff:1`), which never change."""
        if not re.fullmatch(WRITTEN, text):
            return None
        kind, *rest = text.split(":")
        if kind == ActorKind.STAFF:
            return cls.staff(int(rest[0]), Role(rest[1]))
        if kind == ActorKind.CUSTOMER:
            return cls.customer(int(rest[0]))
        return cls(ActorKind(kind), name="".join(rest))


RAZORPAY = Actor(ActorKind.RAZORPAY)
META = Actor(ActorKind.META)
