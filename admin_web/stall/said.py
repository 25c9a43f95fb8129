"""What a till says of a sale, read as what the verbs take: nothing else of what it sends is looked at."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import UTC, datetime
from typing import Annotated, Any, NamedTuple, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import PydanticCustomError
from sqlmodel import Session

from core.errors import Refusal
from core.stalls.queries import packs_by_slug
from core.stalls.rules import MOST_LINES, MOST_PACKS, MOST_PAISE, Payment, Sale, SoldLine, VoidReason
from pages.fields import read_whole_phone

Paise = Annotated[int, Field(strict=True, ge=0, le=MOST_PAISE)]
Key = Annotated[int, Field(strict=True, ge=1, le=2**63 - 1)]
Slug = Annotated[str, Field(max_length=80)]
FIRST, LAST = datetime(2020, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)


class Said(BaseModel):
    """Fields that it does not name are refused: a till that says more means something that we would lose."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @classmethod
    def read(cls, sent: Any) -> Self:
        """Raises Refusal `sale-unclear`."""
        try:
            return cls.model_validate(sent)
        except (ValidationError, RecursionError) as error:
            raise Refusal("sale-unclear") from error


class SaidLine(Said):
    """A pack by its id, or by the slug that `/stall/state` gives it."""

    pack: Key | Slug
    quantity: Annotated[int, Field(strict=True, ge=1, le=MOST_PACKS)]


class SaidSale(Said):
    """See `admin_web.stall.sync`."""

    id: UUID
    shift: Key
    made_at: datetime
    lines: Annotated[list[SaidLine], Field(max_length=MOST_LINES)]
    payment: Payment
    paid: Paise
    given: Paise | None = None
    phone: Annotated[str, Field(max_length=40)] | None = None
    consent: bool = False


class SaidVoid(Said):
    """A sale by its id, why it is taken back, and when that was."""

    sale: UUID
    reason: VoidReason
    made_at: datetime


class VoidWanted(NamedTuple):
    """The same as a verb takes it."""

    uid: str
    reason: VoidReason
    made_at: datetime


def read_sale(said: SaidSale, find_packs: Callable[[Collection[str]], dict[str, int]]) -> Sale:
    """The sale. A phone without consent, or one that nobody can read, is left out: it is no reason to lose a sale.

    Raises Refusal `sale-unclear`, `pack-unknown`.
    """
    packs = find_packs({line.pack for line in said.lines if isinstance(line.pack, str)})
    lines = tuple(SoldLine(_pack(line.pack, packs), line.quantity) for line in said.lines)
    phone = _phone(said.phone) if said.phone and said.consent else None
    return Sale(str(said.id), said.shift, _moment(said.made_at), lines, said.payment, said.paid, said.given, phone)


def read_void(said: SaidVoid) -> VoidWanted:
    """What is to be taken back. Raises Refusal `sale-unclear`."""
    return VoidWanted(str(said.sale), said.reason, _moment(said.made_at))


def find_pack_ids(session: Session, slugs: Collection[str]) -> dict[str, int]:
    """Packs by their slugs; nothing is asked for none."""
    return packs_by_slug(session) if slugs else {}


def _pack(named: int | str, packs: dict[str, int]) -> int:
    if isinstance(named, int):
        return named
    if named not in packs:
        raise Refusal("pack-unknown")
    return packs[named]


def _phone(typed: str) -> str | None:
    try:
        return read_whole_phone(typed.strip())
    except PydanticCustomError:
        return None


def _moment(at: datetime) -> datetime:
    """A moment with an offset, of this century: a till's clock may be wrong, and that is no reason to lose a sale."""
    if at.tzinfo is None:
        raise Refusal("sale-unclear")
    return min(max(at, FIRST), LAST).astimezone(UTC)
