"""What the logs of real processes say when things go wrong: never who somebody is, what they said, or a secret."""

import hashlib
import hmac
import json
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import structlog
from sqlalchemy import text

from core.db import get_engine, transaction
from jamango.launcher.programs import wait_until
from jamango.logs import mask_phones
from tests.security.conftest import NUMBER
from tests.support.morning import read_shop_time
from tests.support.patience import PATIENCE_SECONDS
from tests.support.servers import keep_port
from tests.support.typed import start_forked

PHONE = "910000000987"
STRANGER = "910000000986"
CANARIES = {
    "phone": PHONE, "stranger": STRANGER, "name": "Canary Kumari", "words": "canary-words-of-a-customer",
    "query": "canary-in-the-address",
    "WHATSAPP_APP_SECRET": "canary-app-secret", "WHATSAPP_ACCESS_TOKEN": "canary-access-token",
    "RAZORPAY_KEY_SECRET": "canary-key-secret", "RAZORPAY_WEBHOOK_SECRETS": "canary-webhook-secret",
    "METRICS_TOKEN": "canary-metrics-token", "SECRET_KEY": "canary-secret-key-of-the-shop",
    "WHATSAPP_VERIFY_TOKEN": "canary-verify-token",
}  # fmt: skip


@contextmanager
def running(*command: str, folder: Path, settings: dict[str, str]) -> Iterator[None]:
    folder.mkdir()
    process = start_forked(list(command), folder, settings)
    try:
        yield
    finally:
        assert process.pid is not None
        os.kill(process.pid, signal.SIGTERM)
        process.wait(PATIENCE_SECONDS)


def test_no_canary_sings_in_the_logs(demo_shop: str, tmp_path: Path) -> None:
    port = str(keep_port())
    url = f"http://127.0.0.1:{port}"
    secrets = {name: value for name, value in CANARIES.items() if name.isupper()}
    settings = {**secrets, "DATABASE_URL": demo_shop, "PUBLIC_URL": "https://shop.example", "ENVIRONMENT": "production",
                "WHATSAPP_PHONE_NUMBER_ID": NUMBER, "WHATSAPP_BUSINESS_ACCOUNT_ID": "2009",
                "WHATSAPP_PHONE_NUMBER": "910000000100", "RAZORPAY_KEY_ID": "rzp_live_OfTheTest0001",
                "WHATSAPP_API_URL": "https://127.0.0.1:9",
                "RAZORPAY_API_URL": "https://127.0.0.1:9", "DATA_DIR": str(tmp_path)}  # fmt: skip
    settings = {f"JAMANGO_{name}": value for name, value in settings.items()}
    folders = tmp_path / "web", tmp_path / "worker"
    with (
        running("web", "--port", port, folder=folders[0], settings=settings),
        running("worker", folder=folders[1], settings=settings),
        httpx.Client(base_url=url, timeout=PATIENCE_SECONDS, headers={"Connection": "close"}) as client,
    ):
        assert wait_until(lambda: answers(client), PATIENCE_SECONDS)
        says(client, "hi", "wamid.canary-1")
        assert wait_until(lambda: count("SELECT count(*) FROM outbox WHERE error <> ''") > 0, PATIENCE_SECONDS)
        refuse_whoever_comes()
        says(client, CANARIES["words"], "wamid.canary-2", sender=STRANGER)
        assert wait_until(lambda: count("SELECT count(*) FROM inbox WHERE attempts > 1") > 0, PATIENCE_SECONDS)
        lose_the_shelf()
        assert client.get("/", params={"q": CANARIES["query"]}).status_code == 500
        client.post("/webhooks/whatsapp", content=CANARIES["words"], headers={"X-Hub-Signature-256": CANARIES["words"]})
        sign_and_post(client, CANARIES["words"].encode())
    written = "".join((folder / name).read_text() for folder in folders for name in ("said", "complained"))
    assert "CheckViolation" in written
    assert "Exception in ASGI application" in written
    assert [name for name, canary in CANARIES.items() if canary in written] == []
    for line in written.splitlines():
        json.loads(line)


def refuse_whoever_comes() -> None:
    """From now on PostgreSQL refuses everybody who has a name, and shows it in its error."""
    with transaction() as session:
        session.execute(text("ALTER TABLE users ADD CONSTRAINT never CHECK (name = '') NOT VALID"))


def lose_the_shelf() -> None:
    with transaction() as session:
        session.execute(text("ALTER TABLE packs RENAME TO lost"))


def answers(client: httpx.Client) -> bool:
    try:
        return client.get("/readyz").status_code == 200
    except httpx.TransportError:
        return False


def says(client: httpx.Client, words: str, message_id: str, sender: str = PHONE) -> None:
    stamp = str(int(read_shop_time().timestamp()))
    message = {"from": sender, "id": message_id, "timestamp": stamp, "type": "text", "text": {"body": words}}
    value = {"metadata": {"phone_number_id": NUMBER}, "messages": [message],
             "contacts": [{"profile": {"name": CANARIES["name"]}, "wa_id": sender}]}  # fmt: skip
    body = json.dumps({"entry": [{"changes": [{"field": "messages", "value": value}]}]}).encode()
    assert sign_and_post(client, body) == 200


def sign_and_post(client: httpx.Client, body: bytes) -> int:
    signature = hmac.new(CANARIES["WHATSAPP_APP_SECRET"].encode(), body, hashlib.sha256).hexdigest()
    headers = {"X-Hub-Signature-256": f"sha256={signature}"}
    return client.post("/webhooks/whatsapp", content=body, headers=headers).status_code


def count(sql: str) -> int:
    with transaction() as session:
        return int(session.execute(text(sql)).scalar_one())


def test_errors_of_the_database_hide_their_values(database: str) -> None:
    assert get_engine().hide_parameters


EVIL = '\n{"level":"error","event":"forged"}\r\n\x1b[2J\x9b31m\u202e\u2028'


RENDERERS = [structlog.processors.JSONRenderer(ensure_ascii=False), structlog.dev.ConsoleRenderer(colors=False)]


@pytest.mark.parametrize("render", RENDERERS)
def test_nobody_writes_lines_of_their_own(render: Callable[..., Any]) -> None:
    line = render(None, "info", mask_phones(None, "info", {"event": f"came {EVIL}", "name": EVIL, "list": [EVIL]}))
    assert len(line.splitlines()) == 1
    assert not [letter for letter in EVIL if letter in line and not letter.isprintable()]


def test_details_of_rows_are_left_out() -> None:
    said = "(psycopg.errors.UniqueViolation) duplicate key\nDETAIL:  Key (n)=(Canary\nKumari) exists.\n[SQL: INSERT]\n"
    shown = mask_phones(None, "error", {"exception": said})["exception"]
    assert "Canary" not in shown
    assert "Kumari" not in shown
    assert "[SQL: INSERT]" in shown
