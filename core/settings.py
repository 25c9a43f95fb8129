"""Everything an operator can set, from the environment (`JAMANGO_…`) or `.env`, checked once at the start."""

from __future__ import annotations

import os
import re
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Self
from zoneinfo import ZoneInfo

import psycopg
from dotenv import dotenv_values
from psycopg.conninfo import conninfo_to_dict
from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from core.errors import Fault
from core.settings_rules import DEVELOPMENT_SECRET, is_weak, redis_address, shared_secrets, unknown_names, web_address

PREFIX = "JAMANGO_"
# Names with our prefix that others read: the crash hook of `core.checkpoints`, and the tests.
NOT_SETTINGS = {"CRASH_AT", "REQUIRE_BROWSER", "MACHINE_MINUTES", "MACHINE_SEED", "SOAK_SEED", "WRITE_GOLDEN"}
SHORTEST_SECRET = 8  # what others issue to us
SHORTEST_SECRET_KEY = 16  # what we sign with


class Environment(StrEnum):
    DEVELOPMENT = "development"
    PRODUCTION = "production"


class MediaStore(StrEnum):
    """Where the bytes of pictures and customers' files are kept."""

    DATABASE = "database"
    FOLDER = "folder"


class Settings(BaseSettings):
    """The shop's configuration. Secrets are `SecretStr` so that no log line or error shows them.

    Raises pydantic's ValidationError, each message a sentence that names the variable, when production lacks a secret,
    keeps a guessable one, lacks a number or key id, or has an address without https.
    """

    model_config = SettingsConfigDict(env_prefix="JAMANGO_", env_file=".env", extra="ignore", env_ignore_empty=True,
                                      hide_input_in_errors=True)  # fmt: skip

    database_url: str | None = None
    database_owner_url: str | None = None
    redis_url: str | None = None
    data_dir: Path = Path(".jamango")
    media_store: MediaStore = MediaStore.DATABASE
    public_url: str = "http://127.0.0.1:8000"
    secret_key: SecretStr = SecretStr(DEVELOPMENT_SECRET)
    timezone: str = "Asia/Kolkata"
    environment: Environment = Environment.DEVELOPMENT
    trusted_proxies: Annotated[tuple[str, ...], NoDecode] = ()
    metrics_token: SecretStr | None = None
    send_rate: float = Field(default=80, gt=0, description="messages per second, all chats and workers together")
    login_codes_a_day: int = Field(default=0, ge=0, le=100_000, description="that the shop pays for; 0 offers none")
    pair_rate_seconds: float = Field(default=6, ge=0, description="between two messages to one chat; 0 for benches")

    whatsapp_api_url: str = "https://graph.facebook.com"
    whatsapp_api_version: str = "v24.0"
    whatsapp_phone_number_id: str = ""
    whatsapp_business_account_id: str = ""
    whatsapp_access_token: SecretStr = SecretStr("")
    whatsapp_app_secret: SecretStr = SecretStr("")
    whatsapp_verify_token: SecretStr = SecretStr("")
    whatsapp_phone_number: str = ""
    whatsapp_chat_url: str = "https://wa.me"

    razorpay_api_url: str = "https://api.razorpay.com"
    razorpay_checkout_url: str = "https://checkout.razorpay.com/v1/checkout.js"
    razorpay_key_id: str = ""
    razorpay_key_secret: SecretStr = SecretStr("")
    razorpay_webhook_secrets: Annotated[tuple[SecretStr, ...], NoDecode] = ()
    razorpay_qr: bool = Field(default=False, description="QR codes at stalls, once Razorpay has granted them")

    @field_validator("trusted_proxies", "razorpay_webhook_secrets", mode="before")
    @classmethod
    def split_at_commas(cls, value: object) -> object:
        """Read `a, b` as two values, as `.env` files write lists."""
        return tuple(part.strip() for part in value.split(",") if part.strip()) if isinstance(value, str) else value

    @field_validator("database_url", "database_owner_url")
    @classmethod
    def name_the_driver(cls, value: str | None) -> str | None:
        """Accept the two usual spellings of a PostgreSQL address; SQLAlchemy wants the driver named."""
        if value is None:
            return None
        scheme, separator, rest = value.strip().partition("://")
        if not separator or scheme not in {"postgresql", "postgres", "postgresql+psycopg"}:
            raise ValueError("must begin with postgresql:// or postgres://: PostgreSQL is the only database")
        _refuse_an_odd_database(f"postgresql://{rest}")
        return f"postgresql+psycopg://{rest}"

    @field_validator("redis_url")
    @classmethod
    def know_the_redis(cls, value: str | None) -> str | None:
        return None if value is None else redis_address(value)

    @field_validator("public_url")
    @classmethod
    def know_the_public_address(cls, value: str) -> str:
        return web_address(value, bare=True)

    @field_validator("whatsapp_api_url", "whatsapp_chat_url", "razorpay_api_url", "razorpay_checkout_url")
    @classmethod
    def know_the_address(cls, value: str) -> str:
        return web_address(value)

    @field_validator("whatsapp_phone_number")
    @classmethod
    def keep_the_digits(cls, value: str) -> str:
        """`+91 98200-12345` is how people write a number, and not what a wa.me link takes."""
        return re.sub(r"[\s()+.-]", "", value)

    @field_validator("timezone")
    @classmethod
    def know_the_timezone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, ValueError) as error:
            raise ValueError(f"{value!r} is not a time zone name such as Asia/Kolkata") from error
        return value

    @model_validator(mode="after")
    def refuse_what_does_not_go_together(self) -> Self:
        problems = []
        if self.database_owner_url is not None and self.database_url is None:
            problems.append("JAMANGO_DATABASE_OWNER_URL needs JAMANGO_DATABASE_URL, the same database for another role")
        if self.environment is Environment.PRODUCTION:
            problems += [*self._weak_secrets(), *self._unsafe_addresses(), *self._missing_names()]
        if problems:
            raise ValueError("; ".join(problems))
        return self

    def _weak_secrets(self) -> list[str]:
        secrets = {
            "JAMANGO_SECRET_KEY": [self.secret_key],
            "JAMANGO_WHATSAPP_ACCESS_TOKEN": [self.whatsapp_access_token],
            "JAMANGO_WHATSAPP_APP_SECRET": [self.whatsapp_app_secret],
            "JAMANGO_WHATSAPP_VERIFY_TOKEN": [self.whatsapp_verify_token],
            "JAMANGO_RAZORPAY_KEY_SECRET": [self.razorpay_key_secret],
            "JAMANGO_RAZORPAY_WEBHOOK_SECRETS": list(self.razorpay_webhook_secrets) or [SecretStr("")],
            "JAMANGO_METRICS_TOKEN": [self.metrics_token] if self.metrics_token else [],
        }
        shown = {name: [value.get_secret_value() for value in values] for name, values in secrets.items()}
        weak = [
            f"{name} must be set to a secret of its own, {shortest} characters or more, no placeholder, in production"
            for name, values in shown.items()
            for shortest in [SHORTEST_SECRET_KEY if name == "JAMANGO_SECRET_KEY" else SHORTEST_SECRET]
            if any(is_weak(value, shortest) for value in values)
        ]
        return weak + shared_secrets(shown)

    def _unsafe_addresses(self) -> list[str]:
        addresses = {
            "JAMANGO_PUBLIC_URL": self.public_url,
            "JAMANGO_WHATSAPP_API_URL": self.whatsapp_api_url,
            "JAMANGO_WHATSAPP_CHAT_URL": self.whatsapp_chat_url,
            "JAMANGO_RAZORPAY_API_URL": self.razorpay_api_url,
            "JAMANGO_RAZORPAY_CHECKOUT_URL": self.razorpay_checkout_url,
        }
        return [
            f"{name} must begin with https:// in production, because cookies, links and keys are secret there"
            for name, address in addresses.items()
            if not address.startswith("https://")
        ]

    def _missing_names(self) -> list[str]:
        shapes = {
            "JAMANGO_WHATSAPP_PHONE_NUMBER_ID": (self.whatsapp_phone_number_id, r"\d+", "the number that Meta shows"),
            "JAMANGO_WHATSAPP_BUSINESS_ACCOUNT_ID": (
                self.whatsapp_business_account_id, r"\d+", "the number that Meta shows"),
            "JAMANGO_WHATSAPP_PHONE_NUMBER": (
                self.whatsapp_phone_number, r"[1-9]\d{7,14}", "digits with the country code"),
            "JAMANGO_RAZORPAY_KEY_ID": (self.razorpay_key_id, r"rzp_\w+", "the key's id, rzp_live_…"),
        }  # fmt: skip
        return [
            f"{name} must be set to {wanted} in production"
            for name, (value, shape, wanted) in shapes.items()
            if not re.fullmatch(shape, value, re.ASCII)
        ]

    @property
    def is_development(self) -> bool:
        return self.environment is Environment.DEVELOPMENT

    @property
    def zone(self) -> ZoneInfo:
        """The shop's time zone, in which a business day begins and ends."""
        return ZoneInfo(self.timezone)


def _refuse_an_odd_database(url: str) -> None:
    """Read an address as libpq does, which takes what is unescaped in a password for the host or the database."""
    odd = "is no address of a database: signs in the password are written %40 for @, %2F for /, %3A for :, %23 for #"
    try:
        parts = conninfo_to_dict(url)
    except psycopg.ProgrammingError as error:
        raise ValueError(odd) from error
    hosts, ports = str(parts.get("host") or ""), str(parts.get("port") or "")
    if "@" in hosts or "@" in str(parts.get("dbname") or "") or not re.fullmatch(r"[\d,]*", ports):
        raise ValueError(odd)


@lru_cache(maxsize=1)
def get_settings() -> Settings:
    """The settings of this process, read once.

    Raises Fault for a name that is none, and for a `.env` that cannot be read.
    """
    try:
        settings = Settings()
        given = {name.upper() for name in (*os.environ, *dotenv_values(".env"))}
    except (OSError, UnicodeDecodeError) as error:
        raise Fault(f"{Path('.env').absolute()} cannot be read as settings ({error}).") from error
    known, others = ({f"{PREFIX}{name.upper()}" for name in names} for names in (Settings.model_fields, NOT_SETTINGS))
    strange = unknown_names((name for name in given if name.startswith(PREFIX)), known, others)
    if strange:
        raise Fault(f"{'; '.join(strange)}.")
    return settings
