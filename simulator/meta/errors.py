"""How Meta refuses: codes, HTTP statuses, titles and bodies."""

from __future__ import annotations

from typing import Any

from simulator import ids

Json = dict[str, Any]

# code: (HTTP status, title)
CODES: dict[int, tuple[int, str]] = {
    0: (401, "AuthException"),
    1: (400, "API Unknown"),
    2: (503, "API Service"),
    3: (500, "API Method"),
    4: (400, "API Too Many Calls"),
    10: (403, "Permission Denied"),
    33: (400, "Parameter value is not valid"),
    100: (400, "Invalid parameter"),
    190: (401, "Access token has expired"),
    200: (403, "API Permission"),
    368: (403, "Temporarily blocked for policies violations"),
    1026: (400, "Receiver Incapable"),
    80007: (400, "Rate limit issues"),
    130403: (400, "User is blocked by the business"),
    130429: (400, "Rate limit hit"),
    130472: (400, "User's number is part of an experiment"),
    130497: (403, "Business account is restricted from messaging users in this country"),
    131000: (500, "Something went wrong"),
    131005: (403, "Access denied"),
    131008: (400, "Required parameter is missing"),
    131009: (400, "Parameter value is not valid"),
    131016: (500, "Service unavailable"),
    131021: (400, "Recipient cannot be sender"),
    131026: (400, "Message undeliverable"),
    131030: (400, "Recipient phone number not in allowed list"),
    131031: (403, "Account has been locked"),
    131037: (400, "Display name approval is needed"),
    131042: (400, "Business eligibility payment issue"),
    131045: (500, "Incorrect certificate"),
    131047: (400, "Re-engagement message"),
    131048: (400, "Spam rate limit hit"),
    131049: (400, "This message was not delivered to maintain healthy ecosystem engagement"),
    131050: (400, "User has stopped marketing messages from this business"),
    131051: (400, "Unsupported message type"),
    131052: (400, "Media download error"),
    131053: (400, "Media upload error"),
    131056: (400, "(Business Account, Consumer Account) pair rate limit hit"),
    131057: (500, "Account in maintenance mode"),
    131061: (400, "Message must be sent through the marketing API"),
    131062: (400, "Business-scoped user id is not supported for this message"),
    132000: (400, "Template Param Count Mismatch"),
    132001: (404, "Template does not exist"),
    132005: (400, "Template Hydrated Text Too Long"),
    132007: (400, "Template Format Character Policy Violated"),
    132008: (400, "Template Parameter Format Mismatch"),
    132012: (400, "Template Parameter Format Mismatch"),
    132015: (400, "Template is Paused"),
    132016: (400, "Template is Disabled"),
    132018: (400, "Template parameter validation failed"),
    132068: (400, "Flow is blocked"),
    132069: (400, "Flow is throttled"),
    133000: (500, "Incomplete Deregistration"),
    133004: (503, "Server Temporarily Unavailable"),
    134011: (400, "Payments terms not accepted"),
    135000: (400, "Generic user error"),
    139001: (400, "Flow can't be updated"),
    139002: (400, "Flow can't be published"),
    139003: (400, "Flow can't be deprecated"),
    139004: (400, "Flow can't be deleted"),
}
# What Meta finds out only after it said 200.
FOUND_LATER = {1026, 130472, 131026, 131047, 131049, 131050, 131052, 131053}


class MetaRefusal(Exception):
    """A refused call. `message` replaces the usual title (Meta does so for code 100); `details` go to error_data."""

    def __init__(
        self, code: int, details: str | None = None, *, message: str | None = None, injected: bool = False
    ) -> None:
        self.code = code
        self.details = details
        status, title = CODES.get(code, (400, "Generic user error"))
        self.status = status
        self.message = message or f"(#{code}) {title}"
        self.injected = injected
        super().__init__(f"{self.message} {details or ''}")

    def body(self) -> Json:
        """The answer as Meta writes it."""
        error: Json = {"message": self.message, "type": "OAuthException", "code": self.code}
        if self.details is not None:
            error["error_data"] = {"messaging_product": "whatsapp", "details": self.details}
        return {"error": {**error, "fbtrace_id": ids.trace_id()}}


def status_error(code: int, details: str) -> Json:
    """One item of `statuses[].errors`."""
    title = CODES.get(code, (400, "Generic user error"))[1]
    return {
        "code": code,
        "title": title,
        "message": title,
        "error_data": {"details": details},
        "href": "https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes/",
    }
