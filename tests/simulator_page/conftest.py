"""A real Chromium on the real simulator's page."""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from simulator.application import create_application
from simulator.configuration import Configuration
from tests.support.servers import free_place

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]


def find_chromium() -> str:
    """The path of a Chromium. Skips without one, unless JAMANGO_REQUIRE_BROWSER=1 makes that a failure."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is not None:
        return path
    missing = "no Chromium on this machine: the simulator's page is not looked at"
    if os.environ.get("JAMANGO_REQUIRE_BROWSER") == "1":
        pytest.fail(missing)
    pytest.skip(missing)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    path = find_chromium()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=OPTIONS)
        yield started
        started.close()


@pytest.fixture
def outside() -> Iterator[str]:
    """The address of a simulator of one's own; no shop listens to it."""
    with free_place() as place:
        configuration = Configuration(app_url="http://127.0.0.1:9", public_url=place.address)
        with place.serving(create_application(configuration)) as address:
            yield address


@pytest.fixture
def page(browser: Browser, outside: str) -> Iterator[Page]:
    """The simulator's page on a laptop; an error in its scripts fails the test."""
    opened = browser.new_page(viewport={"width": 1366, "height": 768})
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.goto(outside)
    yield opened
    opened.close()
    assert errors == []
