"""What an error of the Cloud API means for us, by code (WHATSAPP §2.3): titles change, codes do not."""

from __future__ import annotations

from enum import StrEnum


class Retry(StrEnum):
    """What to do with the message that failed.

    RETRY: again later. BACK_OFF: everybody slows down, no try is counted. PAIR_RATE: this chat waits. WINDOW_CLOSED: a
    template instead. TEMPLATE: Meta does not have ours. NEVER: this message cannot be sent. CIRCUIT: nothing can be
    sent until a human acts. AMBIGUOUS: it may have arrived.
    """

    RETRY = "retry"
    BACK_OFF = "back_off"
    PAIR_RATE = "pair_rate"
    WINDOW_CLOSED = "window_closed"
    TEMPLATE = "template"
    NEVER = "never"
    CIRCUIT = "circuit"
    AMBIGUOUS = "ambiguous"


CODES: dict[Retry, frozenset[int]] = {
    Retry.RETRY: frozenset({1, 2, 131000, 131016, 133004}),
    Retry.BACK_OFF: frozenset({4, 80007, 130429, 131057}),
    Retry.PAIR_RATE: frozenset({131056}),
    Retry.WINDOW_CLOSED: frozenset({131047}),
    Retry.TEMPLATE: frozenset({132000, 132001, 132005, 132007, 132008, 132012, 132015, 132016}),
    # Token, permissions, policy, account, payment, registration: the shop cannot speak at all. A country restriction
    # (130497) is not among them, because one foreign guest must not silence the shop.
    Retry.CIRCUIT: frozenset(
        {0, 3, 10, 33, 190, *range(200, 300), 368, 131005, 131031, 131037, 131042, 131045, 131048, 134011}
        | {133000, 133005, 133006, 133008, 133009, 133010, 133015, 133016}
    ),
}
MEANING = {code: retry for retry, codes in CODES.items() for code in codes}

STOPPED_MARKETING = 131050
WINDOW_CLOSED = 131047
# The person cannot or must not be reached, which is not the founder's business.
UNREACHABLE = frozenset({130403, 130472, 131026, 131049, STOPPED_MARKETING})


class SendFailed(Exception):
    """Meta did not take the message. `code` is Meta's (None without one), `http_status` None without an answer."""

    def __init__(self, retry: Retry, detail: str, *, code: int | None = None, http_status: int | None = None) -> None:
        super().__init__(f"{retry.value} {code or http_status or ''} {detail}")
        self.retry = retry
        self.detail = detail
        self.code = code
        self.http_status = http_status


def classify(code: int | None, http_status: int) -> Retry:
    """What an error answer means. An unknown code goes by its HTTP status; a 5xx without a code is worth a retry."""
    if code is not None and code in MEANING:
        return MEANING[code]
    if http_status == 429:
        return Retry.BACK_OFF
    if http_status >= 500:
        return Retry.RETRY
    return Retry.CIRCUIT if http_status in {401, 403} and code is None else Retry.NEVER
