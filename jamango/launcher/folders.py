"""Where data lives: the data folder, the home of a service inside it (or elsewhere), short folders for sockets.

We never change the mode of a folder that we did not make. When a folder above is closed to the account that must run
PostgreSQL, its home is made under `/var/lib/jamango`, and a small file in the data folder remembers that.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from core.errors import Fault
from core.ids import new_suffix
from jamango.launcher.accounts import SystemUser, can_enter

ELSEWHERE = Path("/var/lib/jamango")
LONGEST_SOCKET_PATH = 103  # bytes: what fits into sun_path on macOS; Linux has four more
ENTERED_BY_ALL = 0o711


@dataclass(frozen=True)
class Home:
    """The folder of one service. `note` is a line for the operator when it is not where one would look."""

    path: Path
    note: str | None = None


def make_data_folder(folder: Path) -> Path:
    """Make the data folder if need be and return its full path. Raises Fault when it cannot be written."""
    full = folder.expanduser().absolute()
    mode = ENTERED_BY_ALL if os.geteuid() == 0 else stat.S_IRWXU
    try:
        if not full.exists():
            full.mkdir(parents=True)
            full.chmod(mode)
        with tempfile.TemporaryFile(dir=full):
            return full
    except OSError as error:
        raise Fault(
            f"The data folder {full} cannot be written ({error.strerror}); choose another with --data-dir."
        ) from error


@contextmanager
def temporary_data_folder() -> Iterator[Path]:
    """A data folder that is gone afterwards, open enough for the account that root's PostgreSQL runs as."""
    folder = Path(tempfile.mkdtemp(prefix="jamango-"))
    if os.geteuid() == 0:
        folder.chmod(ENTERED_BY_ALL)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def locked(data_folder: Path) -> Iterator[None]:
    """Be the only one who runs services on this data folder. Raises Fault when somebody else does."""
    path = data_folder / "lock"
    try:
        path.touch(mode=0o600)
        handle = path.open("r+")
    except OSError as error:
        raise Fault(f"{path} cannot be written ({error.strerror}): it belongs to another user.") from error
    with handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            handle.seek(0)
            raise Fault(
                f"Jamango already runs on {data_folder} (process {handle.read().strip() or 'unknown'}); "
                "stop it first, or choose another folder with --data-dir."
            ) from error
        handle.truncate(0)
        handle.write(str(os.getpid()))
        handle.flush()
        yield


def refuse_a_folder_in_use(data_folder: Path) -> None:
    """Raise Fault when somebody runs services on this data folder: said before anything of theirs is touched."""
    if (data_folder.expanduser() / "lock").exists():
        with locked(data_folder.expanduser().absolute()):
            pass


def home_of(service: str, data_folder: Path, account: SystemUser | None) -> Home:
    """The folder for a service's files, made and owned by the account that runs it."""
    inside = data_folder / service
    pointer = data_folder / f"{service}-is-elsewhere"
    if pointer.exists():
        return _remembered_home(pointer)
    if account is None or can_enter(account, data_folder):
        return Home(_make_private(inside, account))
    if inside.exists():
        raise Fault(
            f"{inside} was made when account {account.name!r} could reach it, and now a folder above it is closed; "
            "open that folder (chmod o+x) or choose another with --data-dir."
        )
    # never a folder of before: whoever removed the data folder wants to begin with nothing
    path = _make_private(ELSEWHERE / f"{_fingerprint(data_folder)}-{new_suffix()}" / service, account)
    pointer.write_text(f"{path}\n")
    return Home(path, _elsewhere_note(service, path, data_folder, account))


def socket_folder(home: Path, account: SystemUser | None) -> Path:
    """A private folder whose socket paths are short enough: in the home, else in the temporary folder."""
    inside = home / "run"
    if len(os.fsencode(inside / ".s.PGSQL.5432.lock")) <= LONGEST_SOCKET_PATH:
        return _make_private(inside, account)
    outside = Path(tempfile.gettempdir()) / f"jamango-{os.geteuid()}-{_fingerprint(home)}"
    _make_private(outside, account)
    found = outside.lstat()
    owner = account.uid if account else os.geteuid()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != owner or found.st_mode & 0o077:
        raise Fault(f"{outside} should be our private folder for sockets but belongs to somebody else; remove it.")
    return outside


def _remembered_home(pointer: Path) -> Home:
    path = Path(pointer.read_text().strip())
    if not path.is_dir():
        raise Fault(
            f"{pointer} says that the data is in {path}, which is not there; bring it back, or remove {pointer.parent} "
            "to begin with nothing."
        )
    return Home(path, f"Data of PostgreSQL is in {path}.")


def _elsewhere_note(service: str, path: Path, data_folder: Path, account: SystemUser) -> str:
    return f"A folder above {data_folder} is closed to account {account.name!r}, so the data of {service} is in {path}."


def _make_private(folder: Path, account: SystemUser | None) -> Path:
    """Make a folder that only its owner can enter; one that is there already stays as it is."""
    try:
        if not folder.exists():
            _make_entered_by_all(folder.parent)
            folder.mkdir(mode=stat.S_IRWXU)
            if account:
                os.chown(folder, account.uid, account.gid)
    except OSError as error:
        raise Fault(f"The folder {folder} cannot be made ({error.strerror}); choose another --data-dir.") from error
    return folder


def _make_entered_by_all(folder: Path) -> None:
    if not folder.exists():
        _make_entered_by_all(folder.parent)
        folder.mkdir()
        folder.chmod(ENTERED_BY_ALL)


def _fingerprint(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:10]
