"""Redis as our own child: loopback only, with a password, every write in its append-only file, nothing evicted."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from core.errors import Fault
from core.ids import new_token
from jamango.services.binaries import redis_server
from jamango.services.folders import make_data_folder
from jamango.services.ports import LOOPBACK, free_port
from jamango.services.programs import Program, launch, stop, wait_until

SECONDS_TO_BE_READY = 30.0
SECONDS_TO_STOP = 4.0
CONFIGURATION = """\
bind {host}
port {port}
requirepass {password}
dir {folder}
appendonly yes
appendfsync everysec
save ""
maxmemory-policy noeviction
daemonize no
loglevel warning
databases 4
"""


class EmbeddedRedis:
    """A Redis server of our own in `data_dir`. `start()` returns its URL once it answers; `stop()` ends it."""

    def __init__(self, data_dir: Path) -> None:
        self.data_folder = data_dir.expanduser().absolute()
        self._process: subprocess.Popen[bytes] | None = None
        self._program: Program | None = None
        self.url = ""

    def start(self) -> str:
        """Run the server as a child of this process (its log: `redis.log` in the data folder). Raises Fault."""
        self._program = self.prepare()
        log = self.data_folder / "redis.log"
        with log.open("wb") as output:
            process = self._process = launch(self._program, output)
        wait_until(lambda: self.is_ready() or process.poll() is not None, SECONDS_TO_BE_READY)
        if not self.is_ready():
            self.stop()
            raise Fault(f"Redis does not start; see {log}.")
        return self.url

    def stop(self) -> None:
        if self._process and self._program:
            stop(self._process, self._program)
            self._process = None

    def prepare(self) -> Program:
        """Choose a port and a password, write the configuration, and return the server as a program to run."""
        folder = make_data_folder(self.data_folder) / "redis"
        folder.mkdir(mode=0o700, exist_ok=True)
        port, password = free_port(), new_token()
        configuration = _configuration_file(self.data_folder)
        configuration.touch(mode=0o600)
        words = CONFIGURATION.format(host=LOOPBACK, port=port, password=password, folder=_quoted(folder))
        configuration.write_text(words)
        self.url = f"redis://:{password}@{LOOPBACK}:{port}/0"
        return Program(
            name="redis",
            command=[str(redis_server()), str(configuration)],
            environment={"PATH": "/usr/bin:/bin", "LC_ALL": "C"},
            is_ready=self.is_ready,
            folder=folder,
            seconds_to_stop=SECONDS_TO_STOP,
        )

    def is_ready(self) -> bool:
        """Whether the server answers (it does not while it loads its file)."""
        return redis_answers(self.url)


def running_redis_url(data_folder: Path) -> str | None:
    """The URL of the embedded Redis that runs on this data folder just now, if one does."""
    try:
        words = _configuration_file(data_folder).read_text()
    except OSError:
        return None
    found = re.search(r"^port (\d+)\nrequirepass (\S+)$", words, re.MULTILINE)
    url = f"redis://:{found.group(2)}@{LOOPBACK}:{found.group(1)}/0" if found else ""
    return url if url and redis_answers(url) else None


def redis_answers(url: str) -> bool:
    """Whether the Redis at `url` takes commands."""
    try:
        once = Retry(NoBackoff(), 0)  # the client's own retries would take seconds
        with redis.Redis.from_url(url, socket_timeout=2, socket_connect_timeout=2, retry=once) as client:
            return bool(client.ping())
    except (redis.RedisError, ValueError):
        return False


def _configuration_file(data_folder: Path) -> Path:
    return data_folder / "redis" / "redis.conf"


def _quoted(folder: Path) -> str:
    escaped = str(folder).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
