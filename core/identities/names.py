"""The names that a person has on WhatsApp, and a change of them."""

from __future__ import annotations

from dataclasses import dataclass

from core.identities.tables import IdentityKind


@dataclass(frozen=True)
class Names:
    """What WhatsApp calls a person; each may be absent."""

    phone: str | None = None
    user_id: str | None = None
    parent_user_id: str | None = None

    def given(self) -> dict[str, str]:
        """The names that are there, by kind."""
        named = {
            IdentityKind.PHONE.value: self.phone,
            IdentityKind.USER_ID.value: self.user_id,
            IdentityKind.PARENT_USER_ID.value: self.parent_user_id,
        }
        return {kind: value for kind, value in named.items() if value}


@dataclass(frozen=True)
class Change:
    """WhatsApp says that a person has other names now. `left_number` when the old number is theirs no more."""

    before: Names
    after: Names
    left_number: bool = False
