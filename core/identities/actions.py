"""Rows of `identities`: reading who they belong to, adding, moving. The rules are in `rules.py`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import text
from sqlmodel import Session

from core.identities.names import Names
from core.identities.rules import Owner
from core.identities.tables import IdentityKind
from core.query import Query

READ = text(
    """
    SELECT i.kind, i.value, i.customer_id, i.staff_id, c.id AS chat_id,
           (SELECT u.value FROM identities u WHERE u.kind = 'user_id'
             AND (u.customer_id = i.customer_id OR u.staff_id = i.staff_id) LIMIT 1) AS user_id
      FROM identities i
      LEFT JOIN chats c ON c.customer_id = i.customer_id OR c.staff_id = i.staff_id
     WHERE (i.kind, i.value) IN (('phone', :phone), ('user_id', :user_id), ('parent_user_id', :parent_user_id))
    """
)
# One statement in one order of kinds, so that two messages of one new person cannot wait for each other in a circle.
ADD = Query(
    """
    INSERT INTO identities (kind, value, customer_id, staff_id)
    SELECT kind, value, customer_id, staff_id
      FROM unnest(CAST(:kinds AS text[]), CAST(:values AS text[]), CAST(:customers AS bigint[]),
                  CAST(:staff AS bigint[])) AS wanted (kind, value, customer_id, staff_id)
     ORDER BY kind, value
    ON CONFLICT (kind, value) DO NOTHING
    RETURNING id
    """
)
KNOWN = Query(
    """
    SELECT kind, value FROM identities
     WHERE (kind, value) IN (SELECT * FROM unnest(CAST(:kinds AS text[]), CAST(:values AS text[])))
    """
)
FORGET = text(
    "DELETE FROM identities WHERE kind = :kind AND customer_id = :customer_id AND value IS DISTINCT FROM :value"
)
NAMES_OF = text("SELECT kind, value FROM identities WHERE customer_id = :customer_id")
MOVE = text("UPDATE identities SET value = :new WHERE kind = :kind AND value = :old RETURNING customer_id, staff_id")
GO_OVER = text("UPDATE identities SET customer_id = NULL, staff_id = :staff_id WHERE customer_id = :customer_id")
JOIN_NAMES = Query(
    """
    UPDATE identities SET customer_id = :customer_id WHERE customer_id = :gone_id
       AND kind NOT IN (SELECT kind FROM identities WHERE customer_id = :customer_id)
    """
)
FORGET_REST = Query("DELETE FROM identities WHERE customer_id = :gone_id RETURNING kind")
FORGET_CUSTOMER = text("DELETE FROM identities WHERE customer_id = :customer_id")
FORGET_STAFF = text("DELETE FROM identities WHERE staff_id = :staff_id")
PHONES_OF_STAFF = text("SELECT staff_id, value FROM identities WHERE kind = 'phone' AND staff_id > 0 ORDER BY id")
GIVE = text("UPDATE identities SET customer_id = :customer_id, staff_id = NULL WHERE kind = :kind AND value = :value")


@dataclass(frozen=True)
class Found:
    """One identity that we have: its owner, the owner's chat, and the owner's user id if known."""

    owner: Owner
    chat_id: int | None
    user_id: str | None


def read_identities(session: Session, names: Names) -> dict[str, Found]:
    """What we know of these names, by kind."""
    parameters = {"phone": names.phone, "user_id": names.user_id, "parent_user_id": names.parent_user_id}
    return {
        row.kind: Found(Owner(row.customer_id, row.staff_id), row.chat_id, row.user_id)
        for row in session.execute(READ, parameters)
    }


def add_identities(session: Session, owner: Owner, names: dict[str, str]) -> int:
    """Give a person these names (by kind); returns how many were still free. Waits for a twin that is being added."""
    return add_identities_of(session, [(owner, names)])


def add_identities_of(session: Session, people: Sequence[tuple[Owner, dict[str, str]]]) -> int:
    """The same for several people in one statement."""
    wanted = [(kind, value, owner) for owner, names in people for kind, value in names.items()]
    if not wanted:
        return 0
    parameters = {
        "kinds": [kind for kind, _, _ in wanted],
        "values": [value for _, value, _ in wanted],
        "customers": [owner.customer_id for _, _, owner in wanted],
        "staff": [owner.staff_id for _, _, owner in wanted],
    }
    return len(ADD.run(session, parameters).all())


def known_among(session: Session, names: Sequence[tuple[str, str]]) -> set[tuple[str, str]]:
    """Which of these names, each a kind and a value, belong to somebody."""
    values = {"kinds": [kind for kind, _ in names], "values": [value for _, value in names]}
    return {(row.kind, row.value) for row in KNOWN.run(session, values)}


def give_identity(session: Session, kind: IdentityKind, value: str, customer_id: int) -> None:
    """Move a name from whoever has it to a customer."""
    session.execute(GIVE, {"kind": kind.value, "value": value, "customer_id": customer_id})


def rename_identity(session: Session, kind: IdentityKind, old: str, new: str) -> Owner | None:
    """Change a name's value and keep its owner; None when we do not know it."""
    row = session.execute(MOVE, {"kind": kind.value, "old": old, "new": new}).one_or_none()
    return None if row is None else Owner(row.customer_id, row.staff_id)


def replace_identity(session: Session, kind: IdentityKind, customer_id: int, value: str | None) -> None:
    """Let `value`, which is nobody else's, be the only name of its kind that a customer has; None leaves none."""
    session.execute(FORGET, {"kind": kind.value, "customer_id": customer_id, "value": value})
    if value is not None:
        add_identities(session, Owner(customer_id, None), {kind.value: value})


def read_names(session: Session, customer_id: int) -> dict[str, str]:
    """A customer's names by kind."""
    return {row.kind: row.value for row in session.execute(NAMES_OF, {"customer_id": customer_id})}


def give_names_to_staff(session: Session, customer_id: int, staff_id: int) -> None:
    """A customer who works here now: their number and the account behind it are the member of staff's."""
    session.execute(GO_OVER, {"staff_id": staff_id, "customer_id": customer_id})


def join_names(session: Session, gone_id: int, customer_id: int) -> list[str]:
    """Give a customer another's names of kinds that they have none of. The others are nobody's: returns their kinds."""
    both = {"gone_id": gone_id, "customer_id": customer_id}
    JOIN_NAMES.run(session, both)
    return [row.kind for row in FORGET_REST.run(session, both)]


def forget_names_of_customer(session: Session, customer_id: int) -> None:
    """Whoever writes under these names is somebody new."""
    session.execute(FORGET_CUSTOMER, {"customer_id": customer_id})


def forget_names_of_staff(session: Session, staff_id: int) -> None:
    """Whoever writes under these names is a customer."""
    session.execute(FORGET_STAFF, {"staff_id": staff_id})


def phones_of_staff(session: Session) -> dict[int, str]:
    """The newest phone (digits) of everybody who works or worked here, by their id."""
    return {row.staff_id: row.value for row in session.execute(PHONES_OF_STAFF)}
