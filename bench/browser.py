"""What a page costs on a cheap phone: Chromium on a slow 4G line, its bytes, its largest paint, its jumps."""

from __future__ import annotations

import shutil
from statistics import median
from typing import Any

from playwright.sync_api import Browser, sync_playwright
from rich.console import Console

from bench.figures import Figure, at_most

NAMES = ("chromium", "chromium-browser", "google-chrome")
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
SCREEN = {"width": 360, "height": 780}
PHONE: dict[str, Any] = {"viewport": SCREEN, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}
# As Chromium's own tools call "slow 4G": 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back.
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1_638_400 / 8, "uploadThroughput": 768_000 / 8}
PAGES = (("front page", "/"), ("shelf", "/mangoes"), ("product", "/mangoes/alphonso"))
ROUNDS = 3
SETTLED_MS = 1500  # after the load: what comes then no eye takes for the page's beginning
OBSERVE = """
    window.seen = {largest: 0, jumped: 0};
    const watch = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note))
        .observe({type, buffered: true});
    watch('largest-contentful-paint', (each) => { window.seen.largest = each.startTime; });
    watch('layout-shift', (each) => { if (!each.hadRecentInput) window.seen.jumped += each.value; });
"""


def measure_pages(url: str, console: Console, *, rounds: int = ROUNDS) -> list[Figure]:
    """Three figures for each page, each visit with an empty cache; none, and a line why, where there is no Chromium."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    if path is None:
        console.print("web: no Chromium here, so pages are not looked at", style="dim")
        return []
    figures = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=OPTIONS)
        for name, address in PAGES:
            console.print(f"web: {name} on slow 4G", style="dim")
            visits = [_visit(browser, url + address) for _ in range(rounds)]
            largest, jumped, loaded = (median(values) for values in zip(*visits, strict=True))
            figures += [
                Figure("web", f"{name}: largest paint on slow 4G", largest, "s", promise=at_most(1.5)),
                Figure("web", f"{name}: layout shift", jumped, promise=at_most(0.05)),
                Figure("web", f"{name}: first load with pictures in sight", loaded, "kB", promise=at_most(100)),
            ]
        browser.close()
    return figures


def _visit(browser: Browser, address: str) -> tuple[float, float, float]:
    """One first visit: seconds to the largest paint, the sum of layout shifts, kilobytes until the page has loaded."""
    context = browser.new_context(**PHONE)
    page = context.new_page()
    wire = context.new_cdp_session(page)
    received: list[float] = []
    wire.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    wire.send("Network.enable")
    wire.send("Network.emulateNetworkConditions", SLOW_4G)
    page.add_init_script(OBSERVE)
    page.goto(address, wait_until="load")
    loaded = sum(received)
    page.wait_for_timeout(SETTLED_MS)
    seen = page.evaluate("window.seen")
    context.close()
    return seen["largest"] / 1000, seen["jumped"], loaded / 1000
