"""What is installed elsewhere has everything it needs inside."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NEEDED = (
    "core/migrations/versions/0001_clock.py",
    "core/migrations/script.py.mako",
    "templates/chat/en/ordering.ftl",
    "templates/chat/hi/ordering.ftl",
    "templates/shop/home.html",
    "templates/shared/ui.html",
    "templates/pages/hi/shop.ftl",
    "pages/visit.py",
    "templates/whatsapp/order_confirmed.toml",
    "templates/demo/catalog.toml",
    "simulator/page/index.html",
    "static/dist/app.css",
    "static/dist/mangoes/alphonso.jpg",
)


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    return zipfile.ZipFile(wheel).namelist()


@pytest.mark.parametrize("needed", NEEDED)
def test_the_wheel_carries_what_the_shop_reads(names: list[str], needed: str) -> None:
    assert needed in names


def test_the_wheel_carries_nothing_of_ours_alone(names: list[str]) -> None:
    assert not [name for name in names if name.startswith(("tests/", "bench/", "node_modules/", ".venv/", ".jamango/"))]
