"""Each import contract is kept, and is seen when it is broken."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("jamango", "webhooks", "shop_web", "admin_web", "flows", "bot", "pages", "core", "simulator")

# Contract → the file that breaks it, and by which line.
BREAKS = {
    "jamango > doors and flows": ("core/money.py", "import flows.engine"),
    "The shop's pages and the webhooks": ("shop_web/home.py", "import bot.messages"),
    "The simulator imports none of ours": ("simulator/clock.py", "import core.money"),
    "None of ours imports the simulator": ("jamango/worker_pool.py", "import simulator.clock"),
    "Core's nouns stand in an order": ("core/slots/tables.py", "import core.orders.tables"),
    "Rules and lifecycles are pure": ("core/zones/rules.py", "import core.clock"),
    "Only orders move orders": ("core/payments/actions.py", "import core.orders.moves"),
    "Only the Cloud API client": ("core/money.py", "import httpx"),
}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).parent / "lint-imports"
    return subprocess.run(
        [program, "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(folder)},
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The packages without their data, to be spoiled."""
    for package in PACKAGES:
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__", "page"))
    shutil.copy(ROOT / ".importlinter", tmp_path)
    return tmp_path


def test_every_contract_is_kept_and_has_a_test_that_breaks_it(copy: Path) -> None:
    result = lint_imports(copy)
    assert result.returncode == 0, result.stdout
    kept = [line.split(" KEPT")[0] for line in result.stdout.splitlines() if " KEPT" in line]
    assert [name for name in kept if not any(name.startswith(start) for start in BREAKS)] == []


@pytest.mark.parametrize("contract", BREAKS)
def test_a_contract_notices_when_it_is_broken(contract: str, copy: Path) -> None:
    name, line = BREAKS[contract]
    spoiled = copy / name
    spoiled.write_text(spoiled.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    result = lint_imports(copy)
    assert result.returncode != 0
    broken = [text for text in result.stdout.splitlines() if " BROKEN" in text]
    assert any(text.startswith(contract) for text in broken), result.stdout
