"""Set-up does what is missing and nothing twice; half-made things are made again."""

from __future__ import annotations

import importlib.util
import os
import socket
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from core.settings import Settings

ROOT = Path(__file__).parent.parent.parent


def load(name: str) -> ModuleType:
    """A script as a module."""
    spec = importlib.util.spec_from_file_location(f"{name}_script", ROOT / "scripts" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def setup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The set-up script, working in a folder of the test."""
    module = load("setup")
    places = {
        "VENV": ".venv",
        "PYTHON": ".venv/bin/python",
        "UNFINISHED": ".venv/.unfinished",
        "STAMPS": ".venv/stamps",
    }
    monkeypatch.setattr(module, "ROOT", tmp_path)
    for name, place in places.items():
        monkeypatch.setattr(module, name, tmp_path / place)
    return module


def test_a_half_made_environment_is_made_again(setup: ModuleType) -> None:
    setup.VENV.mkdir()
    setup.UNFINISHED.touch()
    setup.make_virtual_environment()
    assert setup.is_whole_environment()
    setup.UNFINISHED.touch()
    assert not setup.is_whole_environment()


def test_an_environment_copied_from_another_folder_is_not_used(setup: ModuleType) -> None:
    setup.PYTHON.parent.mkdir(parents=True)
    setup.PYTHON.symlink_to(sys.executable)
    (setup.VENV / "bin" / "pip").write_text("#!/somewhere/else/.venv/bin/python\n")
    assert not setup.is_whole_environment()


def test_a_step_is_done_again_when_what_it_was_made_from_changes(setup: ModuleType, tmp_path: Path) -> None:
    source = tmp_path / "requirements.txt"
    source.write_text("mango==1\n")
    setup.VENV.mkdir()
    assert not setup.is_done("packages", source)
    setup.mark_done("packages", source)
    assert setup.is_done("packages", source)
    source.write_text("mango==2\n")
    assert not setup.is_done("packages", source)


def test_a_failing_command_ends_with_a_sentence(setup: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(setup.Stop, match="Npm ci fails"):
        setup.run([sys.executable, "-c", "print('no network'); raise SystemExit(1)"], "npm ci fails")
    assert "no network" in capsys.readouterr().out


def test_a_port_that_is_taken_is_said_before_anything_is_installed(setup: ModuleType) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        for option in ("--port", "--simulator-port"):
            with pytest.raises(setup.Stop, match=f"Port {port} is taken.*{option}"):
                setup.refuse_taken_ports([option, port])
    setup.refuse_taken_ports([])
    for odd in ("0", "65536", "eighty", ""):
        with pytest.raises(setup.Stop, match="is no port"):
            setup.refuse_taken_ports(["--port", odd])
    assert not setup.VENV.exists()


def test_make_demo_passes_its_ports_to_set_up_and_to_the_demo() -> None:
    alone = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    for given in ([], ["PORT=9100", "SIMULATOR_PORT=9101"]):
        steps = subprocess.run(
            ["make", "-n", "demo", *given], cwd=ROOT, capture_output=True, text=True, check=True, env=alone
        ).stdout
        expected = "--port 9100 --simulator-port 9101" if given else ""
        assert [line.split(maxsplit=2)[2].strip() if len(line.split()) > 2 else "" for line in steps.splitlines()] == [
            expected, expected]  # fmt: skip


@pytest.mark.parametrize(("works", "taken"), [(("13", "12"), "13"), (("11",), "11"), ((), None)])
def test_an_old_python_hands_over_to_the_newest_that_really_runs(
    works: tuple[str, ...], taken: str | None, setup: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[str] = []
    for minor in ("11", "12", "13", "14"):  # a shim of pyenv is there for each, and fails where none is chosen
        shim = tmp_path / f"python3.{minor}"
        shim.write_text(f"#!/bin/sh\nexit {0 if minor in works else 127}\n")
        shim.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin")
    monkeypatch.setattr(setup.sys, "version_info", (3, 9, 1))
    monkeypatch.setattr(setup.os, "execv", lambda program, arguments: started.append(program))
    monkeypatch.setattr(
        setup.shutil, "which", lambda name: str(tmp_path / name) if (tmp_path / name).exists() else None
    )
    with pytest.raises(setup.Stop, match=r"Python 3.11 or newer"):
        setup.find_a_newer_python()
    assert started[:1] == ([f"{tmp_path}/python3.{taken}"] if taken else [])


def test_only_pythons_that_really_run_are_found(tmp_path: Path) -> None:
    says = {
        *(("shims/python3.11", "echo 11"), ("shims/python3.12", "exit 127"), ("shims/python3.10", "echo 10")),
        *(("versions/python3.12", "echo 12"), ("versions/python3.13", "echo 12"), ("versions/python3.14", "echo 14")),
        *(("versions/python3.14-config", "echo 14"), ("versions/python3.11", "echo 11")),
    }
    for name, line in says:
        program = tmp_path / name
        program.parent.mkdir(exist_ok=True)
        program.write_text(f"#!/bin/sh\n{line}\n")
        program.chmod(0o755)
    (tmp_path / "versions" / "python3.15").write_text("not a program")
    found = load("pythons").find_pythons([tmp_path / "shims", tmp_path / "nowhere", tmp_path / "versions"])
    assert [str(path.relative_to(tmp_path)) for path in found.values()] == [
        "shims/python3.11", "versions/python3.12", "versions/python3.14"]  # fmt: skip


def test_no_password_is_put_into_an_address_by_the_containers() -> None:
    lines = (ROOT / "docker-compose.yml").read_text().splitlines()
    assert [line for line in lines if "://" in line and "${" in line] == []
    assert any(line.strip().startswith("PGPASSWORD: ${POSTGRES_PASSWORD") for line in lines)


def test_every_setting_is_explained() -> None:
    explained = (ROOT / ".env.example").read_text()
    for name in Settings.model_fields:
        assert f"JAMANGO_{name.upper()}=" in explained, name
