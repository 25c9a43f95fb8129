"""Settings that are missing or unsafe are refused by name, and no error shows a secret."""

import pytest
from pydantic import ValidationError

from core.settings import Settings

SAFE = {
    "environment": "production",
    "public_url": "https://mangoes.example",
    "secret_key": "k" * 32,
    "whatsapp_access_token": "t" * 32,
    "whatsapp_app_secret": "s" * 32,
    "whatsapp_verify_token": "v" * 32,
    "razorpay_key_secret": "r" * 24,
    "razorpay_webhook_secrets": "w" * 24,
}


def make(**values: object) -> Settings:
    return Settings(_env_file=None, **values)  # type: ignore[arg-type, call-arg]


def test_a_safe_production_starts() -> None:
    assert not make(**SAFE).is_development


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *((name, "") for name in SAFE if name not in {"environment", "public_url"}),
        ("secret_key", "short"),
        ("secret_key", "development-only-and-then-some"),
        ("public_url", "http://mangoes.example"),
    ],
)
def test_production_refuses_by_name_and_shows_no_secret(name: str, value: str) -> None:
    with pytest.raises(ValidationError) as caught:
        make(**SAFE | {name: value})
    sentence = str(caught.value.errors(include_input=False))
    assert f"JAMANGO_{name.upper()}" in sentence
    assert "t" * 32 not in sentence


@pytest.mark.parametrize("url", ["postgresql://u@h/d", "postgres://u@h/d"])
def test_both_spellings_of_a_database_address_are_read(url: str) -> None:
    assert make(database_url=url).database_url == "postgresql+psycopg://u@h/d"


@pytest.mark.parametrize("url", ["mysql://u@h/d", "sqlite:///x.db", "h/d"])
def test_only_postgresql_is_a_database(url: str) -> None:
    with pytest.raises(ValidationError):
        make(database_url=url)


def test_lists_are_read_from_one_line() -> None:
    secrets = make(razorpay_webhook_secrets="new-secret, old-secret").razorpay_webhook_secrets
    assert [secret.get_secret_value() for secret in secrets] == ["new-secret", "old-secret"]


def test_secrets_do_not_print() -> None:
    assert "s" * 32 not in repr(make(**SAFE))
