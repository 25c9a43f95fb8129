"""A real Chromium for the stories that need one, and what it must not find in any page."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.support.leading import taps_waited_for
from tests.support.patience import PATIENCE_SECONDS

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
# What is well is counted by axe and of no use here; of style sheets it loads again it would judge only print.
FIND_BARRIERS = """async () => {
    const found = await axe.run({ resultTypes: ["violations"], preload: false });
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}"""
AXE = Path(__file__).parents[2] / "node_modules/axe-core/axe.min.js"


def find_chromium() -> str:
    """The path of a Chromium. Skips without one, unless JAMANGO_REQUIRE_BROWSER=1 makes that a failure."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is not None:
        return path
    missing = "no Chromium on this machine: the pages are not looked at"
    if os.environ.get("JAMANGO_REQUIRE_BROWSER") == "1":
        pytest.fail(missing)
    pytest.skip(missing)


@contextmanager
def running_chromium() -> Iterator[Browser]:
    """A Chromium in which every tap is waited for, and nothing moves unless a test asks for it."""
    path = find_chromium()
    expect.set_options(timeout=PATIENCE_SECONDS * 1000)
    with sync_playwright() as playwright, taps_waited_for():
        started = playwright.chromium.launch(executable_path=path, args=OPTIONS)
        yield started
        started.close()


def find_barriers(page: Page) -> list[str]:
    """What keeps people out, as axe-core sees it: rule and place."""
    if not page.evaluate("typeof axe !== 'undefined'"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(FIND_BARRIERS)
    return found


def note_faults(page: Page, complaints: list[str]) -> None:
    """Whatever scripts raise."""
    page.on("pageerror", lambda error: complaints.append(str(error)))
