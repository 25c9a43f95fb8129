"""The one writer of an event's status: every statement that moves one is made here, from the lifecycle."""

from core.inbox.lifecycle import InboxAct, move_of

NOW = "(SELECT jamango_now())"


def move(
    act: InboxAct,
    where: str,
    *,
    error: str = "''",
    sets: str = "",
    source: str = "",
    returning: str = "",
    at: str = NOW,
) -> str:
    """The statement by which an act happens to the events `item` that fit: `sets` are more columns, `source` is FROM.

    The moment of handling belongs to both ends (CHECK of the table), and is one for all that a statement moves: asked
    anew for each row, it would tell of an order in which they were not handled. `at` is that moment, if it is not now.
    """
    made = move_of(act)
    return (
        f"UPDATE inbox AS item SET status = '{made.target.value}', handled_at = {at}, error = {error}"  # noqa: S608 - put together in this file
        f"{sets and ', '}{sets}\n{source and 'FROM '}{source}\n"
        f"WHERE item.status = '{made.source.value}' AND {where}\n{returning and 'RETURNING '}{returning}"
    )
