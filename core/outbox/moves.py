"""The one writer of an outbox row's status: every statement that moves a row is made here, from the lifecycle.

So each of them names the statuses that it may change (fault F135), and sets what belongs to the new one: a lease has an
end, and what has ended a moment of its end (CHECKs of the table).
"""

from core.outbox.lifecycle import OutboxEvent, OutboxStatus, sources_of, target_of

E = OutboxEvent
NO_LEASE = "leased_until = NULL"
ENDED = f"{NO_LEASE}, done_at = coalesce(item.done_at, jamango_now())"
# A lease that ran out belonged to a process that died, or a call that never ended: nobody knows whether it arrived.
BELONGS_TO = {
    E.LEASE: "leased_until = jamango_now() + make_interval(secs => :lease_seconds), attempts = item.attempts + 1, "
    "unsure_tries = item.unsure_tries + (item.status = 'leased')::int",
    E.RELEASE: f"{NO_LEASE}, next_attempt_at = jamango_now() + make_interval(secs => :wait)",
    E.FINISH: ENDED,
    E.DROP: ENDED,
    E.GIVE_UP: ENDED,
    E.BEGIN_ANEW: f"{NO_LEASE}, done_at = NULL, next_attempt_at = jamango_now(), attempts = 0, unsure_tries = 0, "
    "edition = item.edition + 1",
}


def move(event: OutboxEvent, where: str, *, sets: str = "", source: str = "", returning: str = "") -> str:
    """The statement by which an event happens to rows `item`; `sets` are more columns, `source` is FROM."""
    statuses = ", ".join(f"'{status.value}'" for status in sources_of(event))
    return (
        f"UPDATE outbox AS item SET status = '{target_of(event).value}', {BELONGS_TO[event]}{sets and ', '}{sets}\n"  # noqa: S608 - put together in this file
        f"{source and 'FROM '}{source}\nWHERE item.status IN ({statuses}) AND {where}\n"
        f"{returning and 'RETURNING '}{returning}"
    )


def write_leased(columns: str, values: str, source: str, returning: str) -> str:
    """The statement that writes rows which whoever writes them will carry out: as if written and leased at once."""
    return (
        f"INSERT INTO outbox ({columns}, status, leased_until, attempts)\n"
        f"SELECT {values}, '{OutboxStatus.LEASED.value}', jamango_now() + make_interval(secs => :lease_seconds), 1\n"
        f"FROM {source}\nRETURNING {returning}"
    )
