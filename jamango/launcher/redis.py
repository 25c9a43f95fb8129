"""Redis (or Valkey) as our own child: a private socket, every write in its append-only file, nothing evicted.

It has no port: another program can neither reach it nor take its place while it is away.
"""

from __future__ import annotations

import subprocess
from pathlib import Path
from urllib.parse import quote

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from core.errors import Fault
from jamango.launcher.binaries import redis_engine, redis_server
from jamango.launcher.folders import make_data_folder, socket_folder
from jamango.launcher.programs import Program, launch, stop, wait_until

SECONDS_TO_BE_READY = 30.0
SECONDS_TO_STOP = 4.0
SOCKET = "redis.sock"
CONFIGURATION = """\
port 0
unixsocket {socket}
unixsocketperm 700
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
        """Write the configuration and return the server as a program to run."""
        home = make_data_folder(self.data_folder) / "redis"
        home.mkdir(mode=0o700, exist_ok=True)
        server = redis_server()
        files = home / redis_engine(server)
        files.mkdir(mode=0o700, exist_ok=True)
        socket = socket_folder(home, None) / SOCKET
        configuration = home / "redis.conf"
        configuration.touch(mode=0o600)
        configuration.write_text(CONFIGURATION.format(socket=_quoted(socket), folder=_quoted(files)))
        self.url = _url_of(socket)
        return Program(
            name="redis",
            command=[str(server), str(configuration)],
            environment={"PATH": "/usr/bin:/bin", "LC_ALL": "C"},
            is_ready=self.is_ready,
            folder=home,
            seconds_to_stop=SECONDS_TO_STOP,
        )

    def is_ready(self) -> bool:
        """Whether the server answers (it does not while it loads its file)."""
        return redis_answers(self.url)


def running_redis_url(data_folder: Path) -> str | None:
    """The URL of the embedded Redis that runs on this data folder just now, if one does."""
    home = data_folder / "redis"
    if not (home / "redis.conf").exists():
        return None
    url = _url_of(socket_folder(home, None) / SOCKET)
    return url if redis_answers(url) else None


def redis_answers(url: str) -> bool:
    """Whether the Redis at `url` takes commands."""
    try:
        once = Retry(NoBackoff(), 0)  # the client's own retries would take seconds
        with redis.Redis.from_url(url, socket_timeout=2, socket_connect_timeout=2, retry=once) as client:
            return bool(client.ping())
    except (redis.RedisError, ValueError):
        return False


def _url_of(socket: Path) -> str:
    return f"unix://{quote(str(socket))}?db=0"


def _quoted(path: Path) -> str:
    escaped = str(path).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
