"""The story that `jamango demo --play` tells: a new customer orders by taps, pays, and gets an order code."""

from __future__ import annotations

import re
from collections.abc import Callable

from core.reading.codes import CODE_LENGTH, CODE_LETTERS
from jamango.demo.customer.phone import Heard, Phone

CUSTOMER = "new-customer"
CODE = re.compile(rf"\b[{CODE_LETTERS}]{{{CODE_LENGTH}}}\b")
ADDRESS = "Palm Grove B-1203"
ANY = "."
# At whatever hour the story is told, no window of tomorrow that ends after noon is about to close for orders.
SLOT = "^tomorrow.*pm"


def order_and_pay(phone: Phone) -> str:
    """Order the first mango on offer and pay online; returns the order code. Raises Fault where the chat gets stuck."""
    phone.says("hi")
    phone.taps(phone.hears(_has_choices, "mangoes to choose from"), ANY)
    phone.taps(phone.hears(_has_choices, "packs to choose from"), ANY)
    phone.hears(_says_something, "the question for an address")
    phone.says(ADDRESS)
    phone.taps(phone.hears(_has_choices, "delivery slots"), SLOT)
    phone.taps(phone.hears(_offers("pay online"), "a way to pay online"), "pay online")
    link = phone.hears(lambda heard: bool(heard.links), "a payment link").links[0]
    phone.pays(link)
    confirmed = phone.hears(lambda heard: bool(CODE.search(heard.text)) and not heard.links, "an order code")
    found = CODE.search(confirmed.text)
    return found.group() if found else ""


def _says_something(heard: Heard) -> bool:
    return bool(heard.text)


def _has_choices(heard: Heard) -> bool:
    return bool(heard.choices)


def _offers(title: str) -> Callable[[Heard], bool]:
    return lambda heard: any(re.search(title, choice.title, re.IGNORECASE) for choice in heard.choices)
