"""billable: what WhatsApp would bill for an order, counted by the pretend Meta while two people buy and pay."""

from collections.abc import Callable
from contextlib import ExitStack

import httpx
from rich.console import Console

from bench.figures import Figure, at_most
from bench.stage import Stage
from jamango.demo.customer.phone import Heard, Phone
from jamango.demo.customer.story import CUSTOMER, order_and_pay
from jamango.demo.run import Demo
from jamango.launcher.ports import free_port

REGULAR = "regular"


def measure(stage: Stage, console: Console, *, quick: bool = False) -> list[Figure]:
    """A new customer's first order, and "same again" of somebody who has ordered before; both pay online."""
    del quick
    console.print("billable: two people buy", style="dim")
    demo = Demo(free_port(), free_port(), stage.folder)
    settings = {name: value for name, value in demo.settings().items() if name.endswith("_URL")}
    with ExitStack() as stack:
        stage.start(demo.simulator(), stack)
        stack.enter_context(stage.shop("web", "worker", settings=settings, port=demo.port))
        simulator = stack.enter_context(httpx.Client(base_url=demo.simulator_address, trust_env=False, timeout=30))
        first = _count(simulator, lambda: order_and_pay(_phone(simulator, CUSTOMER)))
        again = _count(simulator, lambda: _order_again(_phone(simulator, REGULAR)))
    return [
        Figure("billable", "messages of a new customer's paid order", first, promise=at_most(8)),
        Figure("billable", "messages of “same again”, paid", again, promise=at_most(4)),
    ]


def _phone(simulator: httpx.Client, name: str) -> Phone:
    return Phone(simulator, name, _look_away)


def _look_away(side: str, text: str) -> None:
    """Nobody watches these chats."""
    del side, text


def _order_again(phone: Phone) -> str:
    phone.says("hi")
    phone.taps(phone.hears(_offers("same again"), "the same again"), "same again")
    phone.taps(phone.hears(_offers("pay online"), "a way to pay online"), "pay online")
    phone.pays(phone.hears(lambda heard: bool(heard.links), "a payment link").links[0])
    return phone.hears(lambda heard: not heard.links, "the confirmation").text


def _offers(title: str) -> Callable[[Heard], bool]:
    return lambda heard: any(title in choice.title.lower() for choice in heard.choices)


def _count(simulator: httpx.Client, buy: Callable[[], str]) -> int:
    before = _billed(simulator)
    buy()
    simulator.post("/sim/settle", json={"timeout_seconds": 20}).raise_for_status()
    return _billed(simulator) - before


def _billed(simulator: httpx.Client) -> int:
    return int(simulator.get("/sim/books").raise_for_status().json()["billable"])
