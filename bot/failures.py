"""What an error of the Cloud API means for us, by code (WHATSAPP §2.3): titles change, codes do not."""

from __future__ import annotations

from enum import StrEnum


class Retry(StrEnum):
    """What to do with the message that failed.

    RETRY: again later. BACK_OFF: everybody slows down, no try is counted. PAIR_RATE: this chat waits. WINDOW_CLOSED: a
    template instead. TEMPLATE: Meta does not have ours. NEVER: this message cannot be sent. CIRCUIT: nothing can be
    sent until a human acts, or what answers is not Meta. AMBIGUOUS: it may have arrived.
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
    Retry.BACK_OFF: frozenset({4, 17, 32, 341, 613, 80007, 130429, 131057}),
    Retry.PAIR_RATE: frozenset({131056}),
    Retry.WINDOW_CLOSED: frozenset({131047}),
    Retry.TEMPLATE: frozenset({132000, 132001, 132005, 132007, 132008, 132012, 132015, 132016}),
    # Token, permissions, policy, account, payment, registration: the shop cannot speak at all. A country restriction
    # (130497) is not among them, because one foreign guest must not silence the shop.
    Retry.CIRCUIT: frozenset(
        {0, 3, 10, 33, 190, *range(200, 300), 368, 131005, 131031, 131037, 131042, 131045, 131048, 134011}
        | {133000, 133005, 133006, 133008, 133009, 133010, 133015, 133016}
        # The Graph API's own: an old version, application, session, signature, token, an unknown id or path.
        | {12, 101, 102, 104, 459, 460, 463, 464, 467, 803, 2500, 2635}
    ),
}
MEANING = {code: retry for retry, codes in CODES.items() for code in codes}

# "Object does not exist, or you may not see it": the number's id or the token is wrong, not the message.
UNKNOWN_OBJECT = (100, 33)
# HTTP's own: the request was not read to its end, it is too early, too much.
SLOW_DOWN = frozenset({408, 425, 429})
NO_PICTURE = frozenset({131052, 131053})
# A WhatsApp that is too old for a form, which is found out after the 200; one that is refused at once: for a number
# outside India, because its Flow is not published any more, blocked or throttled.
TOO_OLD_FOR_FORMS = 1026
NO_FORM = frozenset({TOO_OLD_FOR_FORMS, 100, 131008, 131009, 132068, 132069})
STOPPED_MARKETING = 131050
WINDOW_CLOSED = 131047
# The person cannot or must not be reached, which is not the founder's business.
UNREACHABLE = frozenset({130403, 130472, 131026, 131049, STOPPED_MARKETING})


class SendFailed(Exception):
    """Meta did not take the message. `code` is Meta's (None without one), `http_status` None without an answer.

    `unsure` says that it may have arrived all the same, whatever else follows.
    """

    def __init__(
        self,
        retry: Retry,
        detail: str,
        *,
        code: int | None = None,
        http_status: int | None = None,
        unsure: bool = False,
    ) -> None:
        super().__init__(f"{retry.value} {code or http_status or ''} {detail}")
        self.retry = retry
        self.detail = detail
        self.code = code
        self.http_status = http_status
        self.unsure = unsure or retry is Retry.AMBIGUOUS


def classify(code: int | None, subcode: int | None, http_status: int) -> Retry:
    """What an error answer means. `code` is None when it has none of Graph's: then it is not Meta who refuses.

    An unknown code goes by its HTTP status. Without one, a 5xx may come from something between us and a Meta that took
    the message; a redirect or a refusal is the word of some other server, of which a message is not to blame.
    """
    if (code, subcode) == UNKNOWN_OBJECT:
        return Retry.CIRCUIT
    if code in MEANING:
        return MEANING[code]
    if http_status in SLOW_DOWN:
        return Retry.BACK_OFF
    if code is None:
        return Retry.CIRCUIT if 300 <= http_status < 500 else Retry.AMBIGUOUS
    if http_status == 401:
        return Retry.CIRCUIT
    return Retry.RETRY if http_status >= 500 else Retry.NEVER
