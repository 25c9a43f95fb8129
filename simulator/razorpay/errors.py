"""How Razorpay refuses."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]


class RazorpayRefusal(Exception):
    """A refused call, with the words of Razorpay."""

    def __init__(
        self, description: str, field: str | None = None, *, status: int = 400, code: str = "BAD_REQUEST_ERROR"
    ) -> None:
        self.description = description
        self.field = field
        self.status = status
        self.code = code
        super().__init__(description)

    def body(self) -> Json:
        """The answer as Razorpay writes it."""
        error: Json = {
            "code": self.code,
            "description": self.description,
            "source": "business",
            "step": "payment_initiation",
            "reason": "input_validation_failed",
            "metadata": {},
        }
        return {"error": error | ({"field": self.field} if self.field else {})}


def not_found() -> RazorpayRefusal:
    """No entity with this id."""
    return RazorpayRefusal("The id provided does not exist")
