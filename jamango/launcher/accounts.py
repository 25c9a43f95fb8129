"""Which account a service runs as, and which folders that account can reach. Only matters when we are root.

PostgreSQL refuses to run as root. So root's PostgreSQL runs as an unprivileged account that exists already: the owner
of the data when there is some, else `postgres`, else `nobody`.
"""

from __future__ import annotations

import os
import pwd
import stat
from dataclasses import dataclass
from pathlib import Path

from core.errors import Fault

CANDIDATES = ("postgres", "nobody")


@dataclass(frozen=True)
class SystemUser:
    """A user of this machine, by number."""

    uid: int
    gid: int
    name: str


def unprivileged_account(data: Path) -> SystemUser | None:
    """Who runs the service that keeps `data`: None means we ourselves, because we are not root."""
    if os.geteuid() != 0:
        return None
    if data.exists() and data.stat().st_uid != 0:
        return _account(pwd.getpwuid(data.stat().st_uid))
    for name in CANDIDATES:
        try:
            found = pwd.getpwnam(name)
        except KeyError:
            continue
        if found.pw_uid != 0:
            return _account(found)
    raise Fault("PostgreSQL must not run as root, and this machine has neither an account 'postgres' nor 'nobody'.")


def is_open_to(account: SystemUser, path: Path) -> bool:
    """Whether the account may read `path` and enter every folder above it."""
    resolved = path.resolve()
    if not _allows(resolved, account, stat.S_IROTH | (stat.S_IXOTH if resolved.is_dir() else 0)):
        return False
    return can_enter(account, resolved.parent)


def can_enter(account: SystemUser, folder: Path) -> bool:
    """Whether the account may pass through `folder` and every folder above it; those not made yet count as open."""
    full = folder.resolve()
    return all(_allows(place, account, stat.S_IXOTH) for place in (full, *full.parents) if place.exists())


def _allows(path: Path, account: SystemUser, other_bits: int) -> bool:
    found = path.stat()
    bits = other_bits
    if found.st_uid == account.uid:
        bits = other_bits << 6
    elif found.st_gid == account.gid:
        bits = other_bits << 3
    return found.st_mode & bits == bits


def _account(entry: pwd.struct_passwd) -> SystemUser:
    return SystemUser(entry.pw_uid, entry.pw_gid, entry.pw_name)
