"""web: the shelf as pages a second, a cart that becomes a confirmed order, and what pages cost on a cheap phone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

import httpx
from rich.console import Console

from bench.browser import measure_pages
from bench.buyers import serve_all
from bench.customers import customer_ids, fill_carts
from bench.figures import Figure, at_least, over_rounds
from bench.stage import Shop, Stage
from bench.usage import Watch
from core.clock import read_now
from core.db import transaction
from core.ids import new_browser_token
from core.sessions.actions import begin_session
from core.sessions.queries import Owner
from core.sessions.rules import hash_token
from pages.cookies import cookie_name
from shop_web.area import SHOP

ROUNDS = 3
PAGES = 600
ORDERS = 120  # a round; each customer orders once
TOKEN = re.compile(r'name="_token" value="([^"]+)"')
ONCE = re.compile(r'action="/checkout".*?name="_once" value="([^"]+)"', re.DOTALL)
TOTAL = re.compile(r'name="total" value="(\d+)"')


def measure(stage: Stage, console: Console, *, quick: bool = False) -> list[Figure]:
    """Both with one web process; what PostgreSQL spends is told apart."""
    rounds, pages, orders = (1, 100, 24) if quick else (ROUNDS, PAGES, ORDERS)
    with stage.shop("web") as shop:
        figures = _measure_shelf(shop, console, rounds, pages)
        for number, buyers in enumerate((1, 8, 32)):
            console.print(f"web: {buyers} buyers", style="dim")
            figures += _measure_orders(shop, buyers, range(number * orders, (number + 1) * orders))
        figures += measure_pages(shop.url, console, rounds=rounds)
    return figures


def _measure_shelf(shop: Shop, console: Console, rounds: int, pages: int) -> list[Figure]:
    rates, costs, others = [], [], 0.0
    with httpx.Client(base_url=shop.url, limits=httpx.Limits(max_connections=8)) as client:
        for number in range(rounds + 1):  # the first warms up
            console.print(f"web: shelf, round {number}", style="dim")
            watch = Watch(shop.pids)
            rate = serve_all(lambda _: client.get("/mangoes?show=all").raise_for_status(), pages, buyers=4)
            usage = watch.stop()
            if number:
                rates.append(rate)
                costs.append(usage.milliseconds_each(pages, "web"))
                others = usage.others
    return [
        over_rounds(
            "web", "shelf, every variety with true stock", rates, "pages/s", promise=at_least(150), others=others
        ),
        over_rounds("web", "CPU of ours, a page of the shelf", costs, "ms each"),
    ]


def _measure_orders(shop: Shop, buyers: int, numbers: Sequence[int]) -> list[Figure]:
    secrets = _signed_in(numbers)
    watch = Watch(shop.pids)
    rate = serve_all(lambda number: _order(shop.url, secrets[number]), len(secrets), buyers=buyers)
    usage = watch.stop()
    return [
        Figure("web", f"cart → confirmed, {buyers} buyers", rate, "/s", others=usage.others),
        Figure("web", f"CPU of ours, {buyers} buyers", usage.milliseconds_each(len(secrets), "web"), "ms each"),
        Figure("web", f"CPU of PostgreSQL, {buyers} buyers", usage.milliseconds_each(len(secrets), "postgres"), "ms"),
    ]


def _signed_in(numbers: Sequence[int]) -> list[str]:
    """A browser's secret for each of these customers; every cart holds one pack, a home and a window."""
    secrets = [new_browser_token() for _ in numbers]
    with transaction() as session:
        now = read_now(session)
        fill_carts(session, same=False)
        owners = customer_ids(session)
        for customer_id, secret in zip((owners[number] for number in numbers), secrets, strict=True):
            owner, ends_at = Owner(customer_id=customer_id), now + SHOP.lasts
            begin_session(session, SHOP.name, hash_token(secret), owner, browser="", now=now, ends_at=ends_at)
    return secrets


def _order(url: str, secret: str) -> None:
    """Look at the cart, then at the summary, pay cash, and see the order's page."""
    cookies = {cookie_name(SHOP.name, secure=False): secret}
    headers = {"Sec-Fetch-Site": "same-origin", "Host": urlsplit(url).netloc}
    with httpx.Client(base_url=url, cookies=cookies, headers=headers, timeout=30) as browser:
        browser.get("/cart").raise_for_status()
        summary = browser.get("/checkout").raise_for_status().text
        found = [pattern.search(summary) for pattern in (TOKEN, ONCE, TOTAL)]
        token, once, total = (match[1] if match else "" for match in found)
        fields = {"_token": token, "_once": once, "total": total, "way": "cash"}
        answer = browser.post("/checkout", data=fields)
        if answer.status_code != 303 or not answer.headers["location"].startswith("/o/"):
            raise RuntimeError(f"the order was not placed: {answer.status_code}")
        browser.get(answer.headers["location"]).raise_for_status()
