"""How a customer's file may go: wanted from Meta, kept, and forgotten in the end. One table."""

from enum import StrEnum


class AttachmentStatus(StrEnum):
    WANTED = "wanted"
    KEPT = "kept"
    REFUSED = "refused"  # too large, or too many
    LOST = "lost"  # Meta does not have it any more
    FORGOTTEN = "forgotten"  # its time is over; that it was there stays


S = AttachmentStatus

MOVES: dict[AttachmentStatus, frozenset[AttachmentStatus]] = {
    S.WANTED: frozenset({S.KEPT, S.REFUSED, S.LOST}),
    S.KEPT: frozenset({S.FORGOTTEN}),
}
