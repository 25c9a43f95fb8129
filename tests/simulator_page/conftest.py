"""A real Chromium on the real simulator's page."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from simulator.application import create_application
from simulator.configuration import Configuration
from tests.support.chromium import running_chromium
from tests.support.servers import free_place


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with running_chromium() as started:
        yield started


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
