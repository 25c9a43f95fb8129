"""Everything an operator can set, from the environment (`JAMANGO_…`) or `.env`, checked once at the start."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Self
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

DEVELOPMENT_SECRET = "development-only"  # noqa: S105 - refused in production, see below
# What stands in this repository is known to everybody: the demo's secrets and the simulator's.
PUBLISHED = (DEVELOPMENT_SECRET, "pretend-", "simulated-")
SHORTEST_SECRET = 8  # what others issue to us
SHORTEST_SECRET_KEY = 16  # what we sign with


class Environment(StrEnum):
    DEVELOPMENT = "development"
    PRODUCTION = "production"


class Settings(BaseSettings):
    """The shop's configuration. Secrets are `SecretStr` so that no log line or error shows them.

    Raises pydantic's ValidationError, each message a sentence that names the variable, when production lacks a secret,
    keeps a development one, or has a public address without https.
    """

    model_config = SettingsConfigDict(env_prefix="JAMANGO_", env_file=".env", extra="ignore", env_ignore_empty=True,
                                      hide_input_in_errors=True)  # fmt: skip

    database_url: str | None = None
    database_owner_url: str | None = None
    redis_url: str | None = None
    data_dir: Path = Path(".jamango")
    public_url: str = "http://127.0.0.1:8000"
    secret_key: SecretStr = SecretStr(DEVELOPMENT_SECRET)
    timezone: str = "Asia/Kolkata"
    environment: Environment = Environment.DEVELOPMENT
    trusted_proxies: Annotated[tuple[str, ...], NoDecode] = ()
    metrics_token: SecretStr | None = None
    send_rate: float = Field(default=80, gt=0, description="messages per second, all chats and workers together")
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
        scheme, separator, rest = value.partition("://")
        if not separator or scheme not in {"postgresql", "postgres", "postgresql+psycopg"}:
            raise ValueError("must begin with postgresql:// or postgres://: PostgreSQL is the only database")
        return f"postgresql+psycopg://{rest}"

    @field_validator("public_url", "whatsapp_api_url", "whatsapp_chat_url", "razorpay_api_url")
    @classmethod
    def drop_the_last_slash(cls, value: str) -> str:
        return value.rstrip("/")

    @field_validator("timezone")
    @classmethod
    def know_the_timezone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, ValueError) as error:
            raise ValueError(f"{value!r} is not a time zone name such as Asia/Kolkata") from error
        return value

    @model_validator(mode="after")
    def refuse_unsafe_production(self) -> Self:
        if self.environment is Environment.PRODUCTION:
            problems = [*self._weak_secrets(), *self._unsafe_addresses()]
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
        return [
            f"{name} must be set to a secret of its own, {shortest} characters or more, in production"
            for name, values in secrets.items()
            for shortest in [SHORTEST_SECRET_KEY if name == "JAMANGO_SECRET_KEY" else SHORTEST_SECRET]
            if any(_is_weak(value.get_secret_value(), shortest) for value in values)
        ]

    def _unsafe_addresses(self) -> list[str]:
        if self.public_url.startswith("https://"):
            return []
        return ["JAMANGO_PUBLIC_URL must begin with https:// in production, because cookies and links are secret there"]

    @property
    def is_development(self) -> bool:
        return self.environment is Environment.DEVELOPMENT

    @property
    def zone(self) -> ZoneInfo:
        """The shop's time zone, in which a business day begins and ends."""
        return ZoneInfo(self.timezone)


def _is_weak(secret: str, shortest: int) -> bool:
    return len(secret.strip()) < shortest or secret.startswith(PUBLISHED)


@lru_cache(maxsize=1)
def get_settings() -> Settings:
    """The settings of this process, read once."""
    return Settings()
