"""Column kinds that every table shares, so that money is bigint and time is timestamptz everywhere."""

from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, DateTime, Enum, ForeignKey, Identity, Integer, Text, text
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlmodel import Field, SQLModel

# The same names on every machine, so that migrations can speak of a constraint.
SQLModel.metadata.naming_convention = {
    "ix": "%(table_name)s_by_%(column_0_N_name)s",
    "uq": "%(table_name)s_%(column_0_N_name)s_unique",
    "fk": "%(table_name)s_%(column_0_name)s_exists",
    "pk": "%(table_name)s_key",
}


# A CHECK on a document by language: English is what a reader of any other language gets when theirs is missing.
SAID_IN_ENGLISH = "coalesce({0} ->> 'en', '') <> ''"


def key() -> Any:
    """The table's own id; never shown outside."""
    return Field(default=None, sa_column=Column(BigInteger, Identity(), primary_key=True))


def refers_to(
    target: str, *, optional: bool = False, unique: bool = False, primary: bool = False, indexed: bool = True
) -> Any:
    """A foreign key, indexed because PostgreSQL does not do so by itself; not where nobody looks that way."""
    column: Column[int] = Column(
        BigInteger,
        ForeignKey(target),
        nullable=optional,
        unique=unique or None,
        index=indexed and not (unique or primary),
        primary_key=primary,
    )
    return Field(default=None, sa_column=column) if optional else Field(sa_column=column)


def words(*, optional: bool = False, unique: bool = False, default: str | None = None) -> Any:
    column: Column[str] = Column(
        Text,
        nullable=optional,
        unique=unique or None,
        server_default=None if default is None else text(f"'{default}'"),
    )
    if default is not None:
        return Field(default=default, sa_column=column)
    return Field(default=None, sa_column=column) if optional else Field(sa_column=column)


def paise(*, default: int | None = None, optional: bool = False) -> Any:
    """Money in paise."""
    return whole(BigInteger, default=default, optional=optional)


def number(*, default: int | None = None, optional: bool = False) -> Any:
    return whole(Integer, default=default, optional=optional)


def whole(kind: type[Integer], *, default: int | None, optional: bool) -> Any:
    column: Column[int] = Column(
        kind, nullable=optional, server_default=None if default is None else text(str(default))
    )
    if optional or default is not None:
        return Field(default=default, sa_column=column)
    return Field(sa_column=column)


def yes_no(*, default: bool) -> Any:
    return Field(default=default, sa_column=Column(Boolean, nullable=False, server_default=text(str(default).lower())))


def moment(*, optional: bool = False) -> Any:
    """A moment in UTC that the action sets."""
    column: Column[Any] = Column(DateTime(timezone=True), nullable=optional)
    return Field(default=None, sa_column=column) if optional else Field(sa_column=column)


def recorded_at() -> Any:
    """When the row was written, by the shop's clock."""
    return Field(
        default=None,
        sa_column=Column(DateTime(timezone=True), nullable=False, server_default=text("jamango_now()")),
    )


def _values_of(kind: type[StrEnum]) -> list[str]:
    return [member.value for member in kind]


def choice(kind: type[StrEnum], *, default: StrEnum | None = None, optional: bool = False) -> Any:
    """One of a StrEnum's values, as text with a CHECK behind it."""
    column: Column[Any] = Column(
        Enum(kind, native_enum=False, length=40, create_constraint=True, values_callable=_values_of),
        nullable=optional,
        server_default=None if default is None else text(f"'{default.value}'"),
    )
    if optional or default is not None:
        return Field(default=default, sa_column=column)
    return Field(sa_column=column)


def document(default: str = "{}") -> Any:
    """A JSON value whose shape the owning noun describes."""
    return Field(
        default_factory=dict if default == "{}" else list,
        sa_column=Column(JSONB, nullable=False, server_default=text(f"'{default}'::jsonb")),
    )


def list_of_words() -> Any:
    return Field(
        default_factory=list, sa_column=Column(ARRAY(Text), nullable=False, server_default=text("'{}'::text[]"))
    )
