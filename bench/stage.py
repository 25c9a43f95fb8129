"""Where measurements take place: our own PostgreSQL with its real settings, and the shop's real processes on it."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
from psycopg import sql

from bench.customers import stock_up
from core.clock import read_now
from core.db import forget_engines, transaction
from core.errors import Fault
from core.schema import upgrade
from core.settings import PREFIX, Settings
from jamango.configuration import change_settings
from jamango.demo.seed import seed_demo
from jamango.launcher.folders import temporary_data_folder
from jamango.launcher.ports import LOOPBACK, free_port
from jamango.launcher.postgres import EmbeddedPostgres
from jamango.launcher.programs import Program, launch, stop, wait_until
from jamango.launcher.up import http_answers, our_program

SECONDS_TO_START = 60.0
STOCKED = "jamango"  # the database that the others are copies of
ACCOUNTS = {
    "WHATSAPP_PHONE_NUMBER_ID": "100000000000001",
    "WHATSAPP_BUSINESS_ACCOUNT_ID": "200000000000001",
    "WHATSAPP_ACCESS_TOKEN": "pretend-access-token",
    "WHATSAPP_APP_SECRET": "pretend-app-secret",
    "WHATSAPP_VERIFY_TOKEN": "pretend-verify-token",
    "WHATSAPP_PHONE_NUMBER": "910000000100",
    "RAZORPAY_KEY_ID": "rzp_test_Pretend000001",
    "RAZORPAY_KEY_SECRET": "pretend-key-secret",
    "RAZORPAY_WEBHOOK_SECRETS": "pretend-webhook-secret",
}
NO_SETTINGS: Mapping[str, str] = {}
UNPACED = {"PAIR_RATE_SECONDS": "0", "SEND_RATE": "100000"}


@dataclass
class Shop:
    """The shop running: where it answers, and the process ids by name (`web`, `worker`, `postgres`)."""

    url: str
    settings: Settings
    pids: dict[str, int] = field(default_factory=dict)


class Stage:
    """A server that lives as long as the measurements; each of them gets a database of its own."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.folder = folder
        self._stack = stack
        self._postgres = EmbeddedPostgres(folder)
        self._copies = 0
        self.postgres_pid = self.start(self._postgres.prepare(), stack)
        self._postgres.make_database()
        self.use(STOCKED)

    def stock(self) -> None:
        """Make the shop that every measurement begins with: the demo's, with fruit and places for all of them."""
        upgrade(self.use(STOCKED))
        with transaction() as session:
            now = read_now(session)
            seed_demo(session, now)
            stock_up(session, now)
        forget_engines(close=True)

    def url_of(self, name: str) -> str:
        return self._postgres.url.replace("/jamango?", f"/{name}?")

    def admin_url_of(self, name: str) -> str:
        """For the superuser."""
        return self._postgres.admin_url.replace("/postgres?", f"/{name}?")

    def use(self, name: str) -> Settings:
        """Point this process, and those it starts, at a database."""
        return change_settings({"DATABASE_URL": self.url_of(name), "DATA_DIR": str(self.folder), **ACCOUNTS})

    def copy(self) -> str:
        """A new database like the stocked one; returns its name."""
        self._copies += 1
        name = f"bench_{self._copies}"
        with psycopg.connect(self._postgres.admin_url, autocommit=True) as wire:
            wire.execute(
                sql.SQL("CREATE DATABASE {} OWNER jamango TEMPLATE {}").format(
                    sql.Identifier(name), sql.Identifier(STOCKED)
                )
            )
            wire.execute("CHECKPOINT")
        return name

    @contextmanager
    def shop(self, *names: str, settings: Mapping[str, str] = NO_SETTINGS, port: int = 0) -> Iterator[Shop]:
        """`web`, `worker` or both as real processes on a fresh database, until the block ends."""
        port = port or free_port()
        url = f"http://{LOOPBACK}:{port}"
        self.use(self.copy())
        running = Shop(url, change_settings({"PUBLIC_URL": url, **settings}), {"postgres": self.postgres_pid})
        with ExitStack() as stack:
            for name in names:
                running.pids[name] = self.start(_program(name, port), stack)
            yield running
        for name in settings:
            del os.environ[f"{PREFIX}{name}"]

    def start(self, program: Program, stack: ExitStack) -> int:
        """Run a program until the stack unwinds; returns its process id. Raises Fault when it does not get ready."""
        log = self.folder / f"{program.name}.log"
        with log.open("ab") as output:
            process = launch(program, output)
        stack.callback(stop, process, program)
        ended = wait_until(lambda: program.is_ready() or process.poll() is not None, SECONDS_TO_START)
        if not ended or process.poll() is not None:
            raise Fault(f"{program.name} does not start: {log.read_text(errors='replace')[-2000:]}")
        return process.pid


def _program(name: str, port: int) -> Program:
    if name == "web":
        return our_program("web", ["web", "--host", LOOPBACK, "--port", str(port)], http_answers(port, "/readyz"))
    return our_program(name, [name])


def server_program(name: str, application: str, port: int, environment: Mapping[str, str]) -> Program:
    """Another ASGI application of the source tree, served exactly as `jamango web` serves ours."""
    root = Path(__file__).resolve().parent.parent
    command = [sys.executable, "-m", "uvicorn", application, "--host", LOOPBACK, "--port", str(port)]
    as_ours = ["--log-level", "critical", "--no-access-log", "--no-server-header", "--limit-concurrency", "512"]
    return Program(
        name=name,
        command=[*command, *as_ours, "--app-dir", str(root)],
        environment={**os.environ, **environment},
        is_ready=http_answers(port, "/healthz"),
    )


@contextmanager
def stage() -> Iterator[Stage]:
    """A stocked stage in a folder that is gone afterwards. Reads neither `.env` nor any JAMANGO_ variable."""
    for name in [name for name in os.environ if name.startswith(PREFIX)]:
        del os.environ[name]
    with temporary_data_folder() as folder, ExitStack() as stack:
        stack.callback(os.chdir, Path.cwd())
        os.chdir(folder)
        stack.callback(forget_engines, close=True)
        made = Stage(folder, stack)
        made.stock()
        yield made
