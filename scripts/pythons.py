"""Print every Python from 3.11 up that runs on this machine, one of each version: `pythons.py [MINOR-TO-LEAVE-OUT …]`.

A name on the path proves nothing: the shims of pyenv are there for versions that are not chosen, and then refuse.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

OLDEST_MINOR = 11
NAME = re.compile(r"python3\.(\d+)")
# What set-up needs of it, and which one it is.
QUESTION = "import venv, ensurepip, sys; print(sys.version_info[1])"


def places() -> Iterable[Path]:
    """Where Pythons live: the path, and what the usual keepers of versions have installed."""
    yield from (Path(folder) for folder in os.get_exec_path() if folder)
    home = Path.home()
    for keeper in (home / ".pyenv/versions", home / ".local/share/uv/python", home / ".asdf/installs/python"):
        yield from sorted(keeper.glob("*/bin"))


def find_pythons(folders: Iterable[Path]) -> dict[int, Path]:
    """The first Python of each minor version that answers, oldest first."""
    found: dict[int, Path] = {}
    for folder in folders:
        for program in sorted(folder.glob("python3.*")) if folder.is_dir() else ():
            named = NAME.fullmatch(program.name)
            minor = int(named[1]) if named else 0
            if minor >= OLDEST_MINOR and minor not in found and runs(program, minor):
                found[minor] = program
    return dict(sorted(found.items()))


def runs(program: Path, minor: int) -> bool:
    """Whether it starts, is what its name says, and has what set-up needs."""
    try:
        result = subprocess.run([program, "-c", QUESTION], capture_output=True, text=True, timeout=30, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False
    return result.returncode == 0 and result.stdout.split() == [str(minor)]


if __name__ == "__main__":
    left_out = {int(argument) for argument in sys.argv[1:]}
    for minor, program in find_pythons(places()).items():
        if minor not in left_out:
            sys.stdout.write(f"{program}\n")
