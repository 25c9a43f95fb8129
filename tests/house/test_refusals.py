"""What keeps the shop from starting is said in one sentence, with exit code 1 and without a traceback."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from core.settings_rules import DEVELOPMENT_SECRET
from jamango import __version__
from jamango.launcher.folders import locked
from jamango.launcher.postgres import EmbeddedPostgres
from tests.support.servers import keep_port
from tests.support.typed import run_typed

TRACEBACK = "Traceback"
SECRETS = (
    *("SECRET_KEY", "WHATSAPP_ACCESS_TOKEN", "WHATSAPP_APP_SECRET", "WHATSAPP_VERIFY_TOKEN"),
    *("RAZORPAY_KEY_SECRET", "RAZORPAY_WEBHOOK_SECRETS"),
)
PRODUCTION = {
    "JAMANGO_ENVIRONMENT": "production",
    "JAMANGO_PUBLIC_URL": "https://mangoes.example",
    "JAMANGO_WHATSAPP_PHONE_NUMBER_ID": "100000000000009",
    "JAMANGO_WHATSAPP_BUSINESS_ACCOUNT_ID": "200000000000009",
    "JAMANGO_WHATSAPP_PHONE_NUMBER": "910000000100",
    "JAMANGO_RAZORPAY_KEY_ID": "rzp_live_OfTheTest0001",
    **{f"JAMANGO_{name}": f"guarded-words-of-{name}" for name in SECRETS},
}


def jamango(*arguments: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    return run_typed(*arguments, folder=folder, **variables)


def refused(result: subprocess.CompletedProcess[str]) -> str:
    """The only sentence of a refusal."""
    assert result.returncode == 1, result
    assert TRACEBACK not in result.stdout + result.stderr
    sentences = [line for line in result.stderr.splitlines() if line]
    assert len(sentences) == 1, result.stderr
    assert sentences[0].startswith("✗ ")
    return sentences[0]


def test_a_taken_port(folder: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        sentence = refused(jamango("up", "--port", str(port), "--data-dir", "data", folder=folder))
    assert f"Port {port} is taken" in sentence
    assert "--port" in sentence


@pytest.mark.parametrize("command", ["up", "demo"])
def test_a_data_folder_in_use(folder: Path, command: str) -> None:
    (folder / "data").mkdir()
    (folder / "data" / "demo.log").write_text("what the running one says")
    with locked(folder / "data"):
        sentence = refused(jamango(command, "--data-dir", "data", folder=folder))
    assert "already runs" in sentence
    assert str(os.getpid()) in sentence
    assert (folder / "data" / "demo.log").read_text() == "what the running one says"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a disk that is always full")
@pytest.mark.parametrize("command", [["--version"], ["db", "upgrade", "--help"]])
def test_a_full_disk_under_what_is_said(command: list[str], folder: Path) -> None:
    with Path("/dev/full").open("w") as full:
        result = subprocess.run(
            [sys.executable, "-m", "jamango", *command],
            cwd=folder, stdout=full, stderr=subprocess.PIPE, text=True, check=False)  # fmt: skip
    assert result.returncode == 1
    assert result.stderr.startswith("✗ ")
    assert "No space left on device" in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        *(("JAMANGO_PUBLIC_URL", "foo"), ("JAMANGO_REDIS_URL", "http://x"), ("JAMANGO_SECRT_KEY", "x")),
        ("JAMANGO_DATABASE_URL", "postgresql://jamango:p@ss@localhost/jamango"),
    ],
)
def test_a_setting_that_is_mistyped(setting: str, value: str, folder: Path) -> None:
    sentence = refused(jamango("doctor", folder=folder, **{setting: value}))
    assert setting in sentence
    assert "p@ss" not in sentence


def test_a_data_folder_that_cannot_be_written(folder: Path) -> None:
    (folder / "file").touch()
    sentence = refused(jamango("up", "--port", str(keep_port()), "--data-dir", "file/data", folder=folder))
    assert "cannot be written" in sentence
    assert "--data-dir" in sentence


def test_a_folder_with_a_real_shop_is_not_taken_for_the_demo_nor_by_an_older_jamango(folder: Path) -> None:
    asha = ("--name", "Asha", "--role", "founder", "--phone", "+91 00000 00123")
    for command in (("db", "upgrade"), ("staff", "add", *asha)):
        result = jamango(*command, folder=folder, JAMANGO_DATA_DIR="data")
        assert result.returncode == 0, result
    for play in ((), ("--play",)):
        result = jamango("demo", "--data-dir", "data", *play, folder=folder)
        assert result.returncode == 1
        assert "holds a real shop" in result.stdout + result.stderr
        assert not (folder / "data" / "demo-shop").exists()
    postgres = EmbeddedPostgres(folder / "data")
    try:
        with psycopg.connect(postgres.start()) as connection:
            assert connection.execute("SELECT count(*) FROM products").fetchone() == (0,)
            connection.execute("UPDATE alembic_version SET version_num = 'from_the_future'")
    finally:
        postgres.stop()
    sentence = refused(jamango("up", "--port", str(keep_port()), "--data-dir", "data", folder=folder))
    assert "newer" in sentence


def test_a_database_that_does_not_answer(folder: Path) -> None:
    url = f"postgresql://nobody@127.0.0.1:{keep_port()}/nothing"
    sentence = refused(jamango("db", "upgrade", folder=folder, JAMANGO_DATABASE_URL=url))
    assert "database" in sentence


@pytest.mark.parametrize("command", ["web", "worker", "jobs"])
def test_a_process_without_a_database(folder: Path, command: str) -> None:
    assert "JAMANGO_DATABASE_URL" in refused(jamango(command, folder=folder))


def test_settings_that_make_no_sense_are_named(folder: Path) -> None:
    odd = {"JAMANGO_DATABASE_URL": "mysql://x/y", "JAMANGO_SEND_RATE": "-1"}
    result = jamango("up", "--port", str(keep_port()), folder=folder, **odd)
    assert result.returncode == 1
    assert TRACEBACK not in result.stderr
    for name in ("JAMANGO_DATABASE_URL", "JAMANGO_SEND_RATE"):
        assert sum(name in line for line in result.stderr.splitlines()) == 1


def test_production_with_the_secrets_of_development(folder: Path) -> None:
    careless = {"JAMANGO_ENVIRONMENT": "production", "JAMANGO_SECRET_KEY": DEVELOPMENT_SECRET}
    result = jamango("up", "--port", str(keep_port()), folder=folder, **careless)
    assert result.returncode == 1
    assert TRACEBACK not in result.stderr
    assert "JAMANGO_SECRET_KEY must be set" in result.stderr
    assert "JAMANGO_PUBLIC_URL must begin with https://" in result.stderr
    assert DEVELOPMENT_SECRET not in result.stderr


@pytest.mark.parametrize("environment", [PRODUCTION, {}], ids=["production", "development"])
def test_a_shop_of_ones_own_on_the_demos_folder(folder: Path, environment: dict[str, str]) -> None:
    (folder / "data").mkdir()
    (folder / "data" / "demo-shop").touch()
    result = jamango(
        *("up", "--port", str(keep_port()), "--data-dir", "data"),
        folder=folder,
        **environment,
    )
    assert "holds the demo shop" in refused(result)


def test_a_newcomer_sees_the_commands(folder: Path) -> None:
    result = jamango("--help", folder=folder)
    assert result.returncode == 0
    for command in ("up", "web", "worker", "jobs", "demo", "doctor", "fsck", "db", "seed", "staff", "templates"):
        assert f" {command} " in result.stdout
    version = jamango("--version", folder=folder)
    assert (version.returncode, version.stdout.strip()) == (0, f"Jamango {__version__}")
