"""A tap that leads to another page is over when that page stands.

Playwright waits for a move that Chromium has told of by then. A busy Chromium tells it later, and whatever came next
in the test met the page before: it read it, or went elsewhere and the tap was lost. Here every tap and key of a test
waits until no page of its browser is leaving.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial, wraps
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Keyboard, Locator, Page

from tests.support.patience import PATIENCE_SECONDS, becomes_true

# In every document, before its own scripts: a form that is sent, and whatever else leads to another document.
NOTE_LEAVING = """
addEventListener("pageshow", () => { window.isLeaving = false; });
addEventListener("submit", (event) => {
  if (!event.defaultPrevented && event.target.method !== "dialog") window.isLeaving = true;
});
navigation.addEventListener("navigate", (event) => {
  if (!event.destination.sameDocument && event.downloadRequest === null) window.isLeaving = true;
});
"""
LEADS_AWAY = """(tapped) => {
  const at = tapped.closest("a[href], button, input[type=submit]");
  if (at?.tagName === "A") return !at.getAttribute("href").startsWith("#");
  return at?.type === "submit" && at.form !== null;
}"""
USUAL = {"reduced_motion": "reduce"}  # while one page fades into the next, what a hand does reaches neither


@contextmanager
def taps_waited_for() -> Iterator[None]:
    """From here on; Playwright's classes are as they were afterwards."""
    with pytest.MonkeyPatch.context() as patch:
        begin = Browser.new_context
        patch.setattr(Browser, "new_context", lambda self, **given: _open(begin(self, **{**USUAL, **given}), given))
        patch.setattr(Browser, "new_page", lambda self, **given: self.new_context(**given).new_page())
        patch.setattr(Locator, "click", _following(Locator.click))
        patch.setattr(Page, "click", lambda self, selector, **given: self.locator(selector).first.click(**given))
        patch.setattr(Keyboard, "press", _standing(Keyboard.press))
        patch.setattr(Locator, "press", _standing(Locator.press))
        patch.setattr(Page, "press", lambda self, selector, key: self.locator(selector).first.press(key))
        _OPEN.clear()
        yield
        _OPEN.clear()


_OPEN: list[BrowserContext] = []


def _open(context: BrowserContext, given: dict[str, Any]) -> BrowserContext:
    context.set_default_timeout(PATIENCE_SECONDS * 1000)
    if given.get("java_script_enabled", True):
        context.add_init_script(NOTE_LEAVING)
        _OPEN.append(context)
        context.on("close", lambda closed: _OPEN.remove(closed))  # noqa: PLW0108 - Playwright marks what it is given
    return context


def _following(click: Callable[..., None]) -> Callable[..., None]:
    click = _standing(click)

    @wraps(click)
    def tap(self: Locator, **given: Any) -> None:
        if self.page.context in _OPEN or not self.evaluate(LEADS_AWAY):
            click(self, **given)
        else:  # a page without scripts cannot say that it is leaving
            with self.page.expect_navigation():
                click(self, **given)

    return tap


def _standing(act: Callable[..., None]) -> Callable[..., None]:
    @wraps(act)
    def acted(*given: Any, **more: Any) -> None:
        act(*given, **more)
        for page in [page for context in _OPEN for page in context.pages]:
            assert becomes_true(partial(_stands, page)), f"{page.url} is left for ever"
            page.wait_for_load_state()

    return acted


def _stands(page: Page) -> bool:
    """Asked from here: a page must not evaluate strings by itself, says its Content Security Policy."""
    try:
        return not page.evaluate("window.isLeaving")
    except Error:  # it went while it was asked
        return page.is_closed()
