"""Posting: what moved money, and between which accounts."""

from collections.abc import Sequence

from sqlalchemy import text
from sqlmodel import Session

from core.ledger.rules import Entry, Source, refuse_unnamed, refuse_unsound

POST = text(
    """
    WITH posting AS (
        INSERT INTO ledger_postings (source, source_id, event, order_id)
        VALUES (:source, :source_id, :event, :order_id) RETURNING id
    )
    INSERT INTO ledger_entries (posting_id, account, holder_id, amount_paise)
    SELECT posting.id, entry.account, entry.holder_id, entry.amount_paise FROM posting,
           unnest(CAST(:accounts AS text[]), CAST(:holders AS bigint[]), CAST(:amounts AS bigint[]))
               AS entry (account, holder_id, amount_paise)
    """
)


def post(
    session: Session, source: Source, source_id: int, event: str, entries: Sequence[Entry], *, order_id: int | None
) -> None:
    """Write one posting with its entries, in the transaction that moves the money.

    `event` says in a word what happened to the source, with numbers where it may happen again (`rules.EVENTS`). Raises
    Fault for a word that is not named there and for entries that are no posting, and IntegrityError for what was posted
    before: whoever posts has moved a status first, so none of it happens.
    """
    refuse_unnamed(source, event)
    refuse_unsound(entries)
    session.execute(
        POST,
        {
            "source": source,
            "source_id": source_id,
            "event": event,
            "order_id": order_id,
            "accounts": [entry.account for entry in entries],
            "holders": [entry.holder_id for entry in entries],
            "amounts": [entry.amount_paise for entry in entries],
        },
    )
