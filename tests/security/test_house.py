"""What stands around the doors: services that only we reach, jobs that take no code, secrets, templates."""

import re
from pathlib import Path
from typing import Any

import psycopg
import pytest
import redis
from jinja2 import DictLoader
from kombu import Connection
from kombu.exceptions import ContentDisallowed
from kombu.serialization import prepare_accept_content
from pydantic import ValidationError

from core.settings import Settings
from jamango.jobs import broker_url, celery_app
from jamango.launcher.folders import temporary_data_folder
from jamango.launcher.redis import EmbeddedRedis
from pages.templates import environment
from tests.support.clusters import Cluster
from tests.support.patience import PATIENCE_SECONDS

ROOT = Path(__file__).parent.parent.parent
SECRETS = ("secret_key", "whatsapp_access_token", "whatsapp_app_secret", "whatsapp_verify_token",
           "razorpay_key_secret", "razorpay_webhook_secrets", "metrics_token")  # fmt: skip
SAFE = {name: f"a-guarded-word-of-{name}" for name in SECRETS} | {
    "environment": "production", "public_url": "https://shop.example", "whatsapp_phone_number_id": "100000000000009",
    "whatsapp_business_account_id": "200000000000009", "whatsapp_phone_number": "910000000100",
    "razorpay_key_id": "rzp_live_OfTheTest0001"}  # fmt: skip


@pytest.mark.parametrize("name", SECRETS)
@pytest.mark.parametrize("weak", ["short", " " * 40, "development-only", "development-only-but-longer",
                                  "pretend-app-secret", "simulated-webhook-secret", "changeme"])  # fmt: skip
def test_production_refuses_a_weak_secret_by_name_and_shows_none(name: str, weak: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Settings(_env_file=None, **SAFE | {name: weak})  # type: ignore[arg-type, call-arg]
    assert f"JAMANGO_{name.upper()}" in str(caught.value)
    assert "a-guarded-word" not in str(caught.value)


def test_the_demos_secrets_are_all_known_as_such() -> None:
    sources = [path.read_text() for folder in ("jamango", "simulator") for path in (ROOT / folder).rglob("*.py")]
    secret = r'"([a-z]+-(?:access-token|app-secret|verify-token|key-secret|webhook-secret))"'
    written = re.findall(secret, " ".join(sources))
    assert len(written) >= 10
    assert [secret for secret in written if not secret.startswith(("pretend-", "simulated-"))] == []


def test_postgres_listens_on_no_network_and_its_log_holds_no_values(cluster: Cluster) -> None:
    with psycopg.connect(cluster.postgres.admin_url) as wire:
        settings = dict(wire.execute("SELECT name, setting FROM pg_settings").fetchall())
        role = wire.execute("SELECT rolsuper, rolcreaterole FROM pg_roles WHERE rolname = 'jamango'").fetchone()
    assert settings["listen_addresses"] == ""
    assert settings["unix_socket_permissions"] == "0700"
    assert settings["log_parameter_max_length"] == "0"
    assert settings["log_parameter_max_length_on_error"] == "0"
    assert settings["log_error_verbosity"] == "terse"
    assert role == (False, False)
    assert cluster.postgres.sockets.stat().st_mode & 0o077 == 0


def test_redis_is_behind_a_private_socket_and_on_no_network() -> None:
    with temporary_data_folder() as folder:
        server = EmbeddedRedis(folder)
        url = server.start()
        try:
            with redis.Redis.from_url(url) as client:
                assert client.config_get("port") == {"port": "0"}
                socket = Path(client.config_get("unixsocket")["unixsocket"])
            for place in (socket, socket.parent, folder / "redis", folder / "redis" / "redis.conf"):
                assert place.stat().st_mode & 0o077 == 0, place
            refuses_pickle(broker_url(url))
        finally:
            server.stop()


class Evil:
    """Unpickling it would run code."""

    def __reduce__(self) -> tuple[Any, ...]:
        return exec, ("raise SystemExit('a pickle was opened')",)


def refuses_pickle(url: str) -> None:
    """A task that was put into the queue by somebody else, as pickle, is refused before it is opened."""
    assert celery_app.conf.accept_content == ["json"]
    with Connection(url) as connection:
        queue = connection.SimpleQueue(celery_app.conf.task_default_queue)
        queue.put(Evil(), serializer="pickle")
        queue.consumer.accept = prepare_accept_content(celery_app.conf.accept_content)
        with pytest.raises(ContentDisallowed, match="pickle"):
            queue.get(timeout=PATIENCE_SECONDS).decode()
        queue.close()


@pytest.mark.parametrize("name", ["a.html", "a.j2", "a.html.j2", "a.txt", "a", "a.xml", "a.svg"])
def test_every_template_escapes_whatever_it_is_called(name: str) -> None:
    made = environment().overlay(loader=DictLoader({name: "{{ name }}"}))
    assert made.get_template(name).render(name="<b>\"'&") == "&lt;b&gt;&#34;&#39;&amp;"


def test_nothing_is_declared_safe() -> None:
    folders = ("templates", "shop_web", "admin_web", "webhooks", "core", "bot", "flows", "jamango", "simulator")
    kinds = {".py", ".html", ".txt"}
    files = [path for folder in folders for path in (ROOT / folder).rglob("*") if path.suffix in kinds]
    bad = re.compile(r"\|\s*safe\b|\bMarkup\(|autoescape\s*=\s*False|autoescape false|javascript:")
    assert [str(path) for path in files if bad.search(path.read_text(encoding="utf-8"))] == []


def test_pages_carry_no_inline_script_or_style() -> None:
    inline = re.compile(
        r"<script(?![^>]*\bsrc=)(?! type=.application/ld\+json.>)|(?<![\w-])(?:style=|on[a-z]+=\")", re.IGNORECASE
    )
    files = list((ROOT / "templates").rglob("*.html"))
    assert files
    assert [str(path) for path in files if inline.search(path.read_text(encoding="utf-8"))] == []
