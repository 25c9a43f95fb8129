"""Another distribution that ships a package `core` is named, not met as a puzzling ImportError."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from jamango.shadowing import find_shadow


def test_all_is_well_here() -> None:
    assert find_shadow() is None


def test_the_culprit_is_named(tmp_path: Path) -> None:
    (tmp_path / "core").mkdir()
    (tmp_path / "core" / "__init__.py").touch()
    record = tmp_path / "fruit_tools-1.0.dist-info"
    record.mkdir()
    (record / "METADATA").write_text("Metadata-Version: 2.1\nName: fruit-tools\nVersion: 1.0\n")
    (record / "top_level.txt").write_text("core\n")
    result = subprocess.run(
        [sys.executable, "-m", "jamango", "--help"],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    assert "the distribution fruit-tools" in result.stderr
    assert str(tmp_path / "core") in result.stderr


def test_a_missing_package_is_named(tmp_path: Path) -> None:
    sentence = find_shadow(tmp_path, ("no_such_package",))
    assert sentence
    assert "'no_such_package'" in sentence
