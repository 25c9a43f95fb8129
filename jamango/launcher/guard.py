"""Become a program that cannot outlive its parent: `python -I -S guard.py SIGNAL PARENT UID:GID|- COMMAND…`.

Run as a file by `launch`, so it knows only the standard library. It gives up root when asked, ties itself to the
parent (Linux: the kernel sends the signal when the parent is gone, even by kill -9) and then turns into the command.
"""

import ctypes
import os
import sys

PR_SET_PDEATHSIG = 1  # from linux/prctl.h


def end_with_parent(signal_number: int, parent: int) -> None:
    """Ask the kernel for `signal_number` when the thread that started this process ends. No effect outside Linux."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal_number, 0, 0, 0)
        if os.getppid() != parent:  # it died before we asked
            sys.exit(1)


def give_up_root(account: str) -> None:
    """Continue as `uid:gid` without any other group."""
    uid, gid = (int(part) for part in account.split(":"))
    os.setgroups([])
    os.setgid(gid)
    os.setuid(uid)


def main(arguments: list[str]) -> None:
    signal_number, parent, account, *command = arguments
    if account != "-":
        give_up_root(account)
    end_with_parent(int(signal_number), int(parent))  # after setuid, which would clear it
    os.execvpe(command[0], command, os.environ)  # noqa: S606 - the whole point


if __name__ == "__main__":
    main(sys.argv[1:])
