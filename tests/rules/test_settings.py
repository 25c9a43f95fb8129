"""Settings that are missing or unsafe are refused by name, and no error shows a secret."""

import base64
import hashlib
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError
from sqlalchemy import make_url

from core.errors import Fault
from core.settings import NOT_SETTINGS, Settings
from core.settings_rules import COMMON_WORDS, is_weak
from jamango.configuration import settings_problems
from tests.support.clusters import current_settings

WORDS = [word for word in COMMON_WORDS.split() if len(word) > 3]

SAFE = {
    "environment": "production",
    "public_url": "https://mangoes.example",
    "whatsapp_phone_number_id": "100000000000009",
    "whatsapp_business_account_id": "200000000000009",
    "whatsapp_phone_number": "910000000100",
    "razorpay_key_id": "rzp_live_OfTheTest0001",
    "metrics_token": "m-9fQ2LxW7vTz4",
    "secret_key": "k-Zc81RsYbN0eJ5u",
    "whatsapp_access_token": "t-Vw6Hq3MdKo9X1i",
    "whatsapp_app_secret": "s-Pf27GyAuEj8C4l",
    "whatsapp_verify_token": "v-Tb5Nr0IxSm6B3o",
    "razorpay_key_secret": "r-Dh94JkUpQa1W7z",
    "razorpay_webhook_secrets": "w-Lg8Ce2FtRv5Y0s",
}
SECRETS = [name for name, value in SAFE.items() if value[1] == "-"]
ADDRESSES = ["public_url", "whatsapp_api_url", "whatsapp_chat_url", "razorpay_api_url", "razorpay_checkout_url"]


def make(**values: object) -> Settings:
    return Settings(_env_file=None, **values)  # type: ignore[arg-type, call-arg]


def test_a_safe_production_starts() -> None:
    assert not make(**SAFE).is_development


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *((name, "") for name in SAFE if name not in {"environment", "public_url", "metrics_token"}),
        *((name, "changeme") for name in SAFE if name not in {"environment", "public_url"}),
        *((name, "http://mangoes.example") for name in ADDRESSES),
        ("secret_key", "short"),
        ("secret_key", "development-only-and-then-some"),
        ("metrics_token", " "),
        ("whatsapp_phone_number", "98200 12345 or so"),
        ("razorpay_webhook_secrets", "w-Lg8Ce2FtRv5Y0s, changeme"),
    ],
)
def test_production_refuses_by_name_and_shows_no_secret(name: str, value: str) -> None:
    with pytest.raises(ValidationError) as caught:
        make(**SAFE | {name: value})
    sentence = str(caught.value.errors(include_input=False))
    assert f"JAMANGO_{name.upper()}" in sentence
    assert [secret for secret in SECRETS if SAFE[secret] in sentence] == []


def test_every_secret_has_a_rule_in_production() -> None:
    """A secret that is added tomorrow is refused without one too: this test finds it by its type."""
    secret = [name for name, field in Settings.model_fields.items() if "SecretStr" in str(field.annotation)]
    assert sorted(secret) == sorted(SECRETS)
    assert sorted(name for name in Settings.model_fields if name.endswith("_url") and "database" not in name) == sorted(
        [*ADDRESSES, "redis_url"]
    )


def test_two_settings_may_not_share_a_secret() -> None:
    with pytest.raises(ValidationError, match="JAMANGO_SECRET_KEY and JAMANGO_WHATSAPP_APP_SECRET"):
        make(**SAFE | {"whatsapp_app_secret": SAFE["secret_key"]})


def test_a_number_is_kept_as_its_digits_however_it_is_written() -> None:
    assert make(**SAFE | {"whatsapp_phone_number": "+91 (00000) 00-100"}).whatsapp_phone_number == "910000000100"


PLACEHOLDERS = [
    *("changeme", "change-me", "CHANGE_ME_PLEASE", "ChangeMe123456", "<your app secret>", "your-secret-key-here"),
    *("password123", "Passw0rd123", "ch@ng3m3!", "secretsecretsecret", "my_verify_token", "TODO: set this one"),
    *("xxxxxxxxxxxxxxxx", "0000000000000000", "1234567890123456", "abcdefghijklmnop", "abcabcabcabcabcabc"),
    *("jamango-webhook-secret", "mangomangomango", "letmein-letmein", "replace_with_random_string", "20262026"),
]


@pytest.mark.parametrize("secret", PLACEHOLDERS)
def test_a_placeholder_is_no_secret(secret: str) -> None:
    assert is_weak(secret, 8)


def test_random_secrets_are_taken() -> None:
    """As `secrets.token_urlsafe` and the dashboards make them: letters, digits, signs; short hexadecimal ones too."""
    for number in range(500):
        digest = hashlib.sha256(str(number).encode()).digest()
        for secret in (base64.urlsafe_b64encode(digest).decode(), digest.hex()[:16], base64.b32encode(digest).decode()):
            assert not is_weak(secret, 16), secret


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6), st.sampled_from(["", "-", "_", " ", "."]), st.data())
def test_nothing_but_common_words_is_no_secret(words: list[str], between: str, data: st.DataObject) -> None:
    spelt = [data.draw(st.sampled_from([word, word.upper(), word.title()])) for word in words]
    assert is_weak(between.join(spelt) + data.draw(st.sampled_from(["", "1", "123", "2026", "!"])), 8)


@pytest.mark.parametrize("url", ["postgresql://u@h/d", "postgres://u@h/d"])
def test_both_spellings_of_a_database_address_are_read(url: str) -> None:
    assert make(database_url=url).database_url == "postgresql+psycopg://u@h/d"


@pytest.mark.parametrize("url", ["mysql://u@h/d", "sqlite:///x.db", "h/d", "http://h/d"])
def test_only_postgresql_is_a_database(url: str) -> None:
    with pytest.raises(ValidationError):
        make(database_url=url)


@pytest.mark.parametrize(
    "password", ["p@ss", "a/b", "a:b/c", "pa%zz", "@", "p@ss@word", "50%", "a b", "a?b/c@", "//", "p@h:1/x"]
)
def test_a_password_with_signs_of_an_address_is_one_sentence_without_it(password: str) -> None:
    with pytest.raises(ValidationError) as caught:
        make(database_url=f"postgresql://jamango:{password}@localhost/jamango")
    sentence = settings_problems(caught.value)
    assert len(sentence) == 1
    assert sentence[0].startswith("JAMANGO_DATABASE_URL: ")
    assert "%40 for @" in sentence[0]


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1))
def test_any_password_can_be_written(password: str) -> None:
    url = make(database_url=f"postgresql://jamango:{quote(password, safe='')}@localhost/jamango").database_url
    assert make_url(url or "").password == password


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("redis_url", url) for url in ("http://x", "localhost:6379", "redis://", "redis://h:port/0", "redis://h/zero",
                                         "unix://", "redis://:a/b@h:6379/0", "rediss://h h/0")),
        *((name, url) for name in ADDRESSES for url in ("foo", "ftp://h", "https://", "http://h:port", "https://a b")),
        *(("public_url", url) for url in ("https://h/shop", "https://u:p@h", "https://h?x=1", "//h", "https:h")),
    ],
)  # fmt: skip
def test_an_address_that_leads_nowhere_is_one_sentence(name: str, value: str) -> None:
    with pytest.raises(ValidationError) as caught:
        make(**{name: value})
    sentences = settings_problems(caught.value)
    assert len(sentences) == 1
    assert sentences[0].startswith(f"JAMANGO_{name.upper()}: ")


@pytest.mark.parametrize(
    "url", ["redis://h", "redis://:p%40@h:6379/0", "rediss://u:p@h:1/15", "unix:///a/b?db=0", "redis://[::1]:6379"]
)
def test_every_address_of_a_redis_is_taken(url: str) -> None:
    assert make(redis_url=url).redis_url == url


def test_an_owner_needs_a_database() -> None:
    with pytest.raises(ValidationError, match="needs JAMANGO_DATABASE_URL"):
        make(database_owner_url="postgresql://owner@h/d")


@pytest.mark.parametrize("where", ["environment", ".env"])
def test_a_name_that_is_none_is_said_with_what_was_meant(
    where: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    if where == ".env":
        Path(".env").write_text("JAMANGO_WHATSAP_APP_SECRET=x\nPOSTGRES_PASSWORD=y\n")
    else:
        monkeypatch.setenv("JAMANGO_WHATSAP_APP_SECRET", "x")
    with pytest.raises(Fault, match="JAMANGO_WHATSAP_APP_SECRET is not a setting; JAMANGO_WHATSAPP_APP_SECRET is"):
        current_settings()


def test_a_file_of_settings_that_cannot_be_read_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    Path(".env").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Fault, match="cannot be read as settings"):
        current_settings()


def test_what_only_tests_read_is_known_by_name() -> None:
    root = Path(__file__).parents[2]
    files = [path for folder in ("tests", "core", ".ci") for path in (root / folder).rglob("*") if path.is_file()]
    words = " ".join(path.read_text(errors="replace") for path in files if path.suffix in {".py", ""})
    read = set(re.findall(r"environ(?:\.get\(|\[)\s*f?[\"']JAMANGO_(\w+)[\"']", words))
    assert {name for name in read if name.lower() not in Settings.model_fields} <= NOT_SETTINGS


def test_lists_are_read_from_one_line() -> None:
    secrets = make(razorpay_webhook_secrets="new-secret, old-secret").razorpay_webhook_secrets
    assert [secret.get_secret_value() for secret in secrets] == ["new-secret", "old-secret"]


def test_secrets_do_not_print() -> None:
    assert [name for name in SECRETS if SAFE[name] in repr(make(**SAFE))] == []
