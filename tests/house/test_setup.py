"""Set-up does what is missing and nothing twice; half-made things are made again."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from core.settings import Settings

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def setup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The set-up script, working in a folder of the test."""
    spec = importlib.util.spec_from_file_location("setup_script", ROOT / "scripts" / "setup.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
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


def test_every_setting_is_explained() -> None:
    explained = (ROOT / ".env.example").read_text()
    for name in Settings.model_fields:
        assert f"JAMANGO_{name.upper()}=" in explained, name
