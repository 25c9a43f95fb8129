"""billable: what WhatsApp would bill for an order, counted by the pretend Meta while people buy and pay.

Where each message goes:

a regular, cash        the proposal · confirmed
a regular, online      the proposal · the link · confirmed
a line of a known one  the summary · (the link) · confirmed
a new one's line       the home · the window · the summary · the link · confirmed
a new one, by taps     the menu · the variety · cart and home · the window · the summary · the link · confirmed
"""

from collections.abc import Callable
from contextlib import ExitStack

import httpx
from rich.console import Console

from bench.figures import Figure, at_most
from bench.stage import Stage
from jamango.demo.customer.phone import Heard, Phone
from jamango.demo.customer.story import ADDRESS, CUSTOMER, SLOT, order_and_pay
from jamango.demo.run import Demo
from jamango.launcher.ports import free_port

REGULAR = "regular"
WRITER = {"id": "writer", "name": "Asha", "phone": "910000000199"}


def measure(stage: Stage, console: Console, *, quick: bool = False) -> list[Figure]:
    """Each way to an order, by people who have ordered before and by people who have not."""
    del quick
    console.print("billable: people buy", style="dim")
    demo = Demo(free_port(), free_port(), stage.folder)
    settings = {name: value for name, value in demo.settings().items() if name.endswith("_URL")}
    with ExitStack() as stack:
        stage.start(demo.simulator(), stack)
        stack.enter_context(stage.shop("web", "worker", settings=settings, port=demo.port))
        simulator = stack.enter_context(httpx.Client(base_url=demo.simulator_address, trust_env=False, timeout=30))
        simulator.post("/sim/phones", json={"phones": [WRITER]}).raise_for_status()
        return [_count(simulator, *way) for way in WAYS]


def _count(simulator: httpx.Client, name: str, most: int, phone: str, buy: Callable[[Phone], None]) -> Figure:
    before = _billed(simulator)
    buy(Phone(simulator, phone, _look_away))
    simulator.post("/sim/settle", json={"timeout_seconds": 20}).raise_for_status()
    return Figure("billable", f"messages of {name}", _billed(simulator) - before, promise=at_most(most))


def _look_away(side: str, text: str) -> None:
    """Nobody watches these chats."""
    del side, text


def _buy_by_taps(phone: Phone) -> None:
    order_and_pay(phone)


def _repeat_for_cash(phone: Phone) -> None:
    phone.says("hi")
    phone.taps(phone.hears(_offers("yes, cash"), "the same again"), "yes, cash")
    phone.hears(lambda heard: "confirmed" in heard.text, "the confirmation")


def _repeat_online(phone: Phone) -> None:
    phone.says("same again")
    phone.taps(phone.hears(_offers("yes, pay online"), "the same again"), "yes, pay online")
    _pay(phone)


def _write_a_line_for_cash(phone: Phone) -> None:
    phone.says("1 dozen kesar tomorrow 5-7, cash")
    phone.taps(phone.hears(_offers("cash on delivery"), "the summary"), "cash on delivery")
    phone.hears(lambda heard: "confirmed" in heard.text, "the confirmation")


def _write_a_line_online(phone: Phone) -> None:
    phone.says("1 dozen kesar tomorrow 5-7, pay online")
    phone.taps(phone.hears(_offers("pay online"), "the summary"), "pay online")
    _pay(phone)


def _write_as_a_stranger(phone: Phone) -> None:
    phone.says("2 dozen kesar please")
    phone.hears(lambda heard: bool(heard.choices), "the question for an address")
    phone.says(ADDRESS)
    phone.taps(phone.hears(lambda heard: bool(heard.choices), "delivery slots"), SLOT)
    phone.taps(phone.hears(_offers("pay online"), "the summary"), "pay online")
    _pay(phone)


def _pay(phone: Phone) -> None:
    phone.pays(phone.hears(lambda heard: bool(heard.links), "a payment link").links[0])
    phone.hears(lambda heard: not heard.links, "the confirmation")


def _offers(title: str) -> Callable[[Heard], bool]:
    return lambda heard: any(title in choice.title.lower() for choice in heard.choices)


def _billed(simulator: httpx.Client) -> int:
    return int(simulator.get("/sim/books").raise_for_status().json()["billable"])


WAYS = (
    ("a new customer's paid order by taps", 7, CUSTOMER, _buy_by_taps),
    ("a new customer's paid order by a line", 5, str(WRITER["id"]), _write_as_a_stranger),
    ("“same again”, cash", 2, REGULAR, _repeat_for_cash),
    ("“same again”, paid", 3, REGULAR, _repeat_online),
    ("a known customer's line, cash", 2, REGULAR, _write_a_line_for_cash),
    ("a known customer's line, paid", 3, REGULAR, _write_a_line_online),
)
