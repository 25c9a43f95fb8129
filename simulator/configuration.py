"""What the simulator is told at its start, from the environment (`SIMULATOR_…`) or by a test."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

FIRST_PHONES: list[dict[str, Any]] = [
    {"id": "new-customer", "name": "Meera", "role": "customer", "phone": "910000000101"},
    {"id": "regular", "name": "Arjun", "role": "regular", "phone": "910000000102", "username": "arjun.eats.mangoes"},
    {"id": "rider", "name": "Ravi", "role": "rider", "phone": "910000000103"},
    {"id": "founder", "name": "Lakshmi", "role": "founder", "phone": "910000000104"},
]


class Configuration(BaseSettings):
    """Addresses, made-up credentials and rates. The secrets here open nothing but this simulator."""

    model_config = SettingsConfigDict(env_prefix="SIMULATOR_", extra="ignore", env_ignore_empty=True)

    port: int = 8001
    app_url: str = "http://127.0.0.1:8000"
    public_url: str = ""
    state_file: Path | None = None
    clock_offset_seconds: float = Field(default=0, description="how far from the real time this world begins")
    phones: list[dict[str, Any]] = Field(default_factory=lambda: [dict(phone) for phone in FIRST_PHONES])

    phone_number_id: str = "100000000000001"
    business_account_id: str = "200000000000001"
    app_id: str = "300000000000001"
    business_name: str = "Jamango"
    business_phone_number: str = "910000000100"
    access_token: str = "simulated-access-token"  # noqa: S105 - opens this simulator only, as do the next ones
    app_secret: str = "simulated-app-secret"  # noqa: S105
    verify_token: str = "simulated-verify-token"  # noqa: S105
    razorpay_account_id: str = "acc_SimulatedShop1"
    razorpay_key_id: str = "rzp_test_Simulated00001"
    razorpay_key_secret: str = "simulated-key-secret"  # noqa: S105
    razorpay_webhook_secret: str = "simulated-webhook-secret"  # noqa: S105

    template_review_seconds: float = 0
    pair_rate_seconds: float = Field(
        default=6, ge=0, description="one message per so many seconds to one user; 0 = off"
    )
    pair_burst: int = Field(default=45, ge=1, description="how many may be borrowed from the future")
    throughput_per_second: float = Field(default=80, ge=0, description="messages per second of the number; 0 = off")
    meta_retry_seconds: list[float] = [0.2, 0.5, 1, 2, 4]
    razorpay_retry_seconds: list[float] = [0.2, 0.5, 1, 2, 4]
    razorpay_deliveries: int = Field(default=16, ge=1, description="after so many tries Razorpay gives up")
    media_timeout_seconds: float = 5

    @property
    def address(self) -> str:
        """Where browsers reach this simulator, without a slash at the end."""
        return (self.public_url or f"http://127.0.0.1:{self.port}").rstrip("/")
