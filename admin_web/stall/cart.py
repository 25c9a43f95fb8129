"""What is being rung up, as it stands in an address: `12x2.15x1`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from sqlmodel import Session

from core.checkout.basket import BasketLine
from core.errors import Refusal
from core.stalls.rules import MOST_LINES, MOST_PACKS, SoldLine
from core.stalls.selling import read_lines

PART = re.compile(r"(\d{1,18})x(\d{1,3})")


def read_cart(words: str) -> dict[int, int]:
    """Packs by id, and how many of each; what is no such thing is left out."""
    found = [match for part in words[:1000].split(".") if (match := PART.fullmatch(part))]
    cart = {int(match[1]): min(int(match[2]), MOST_PACKS) for match in found[:MOST_LINES]}
    return {pack: quantity for pack, quantity in cart.items() if quantity}


def write_cart(cart: Mapping[int, int]) -> str:
    """The same as words."""
    return ".".join(f"{pack}x{quantity}" for pack, quantity in cart.items())


def add_one(cart: Mapping[int, int], pack: int) -> dict[int, int]:
    return {**cart, pack: min(cart.get(pack, 0) + 1, MOST_PACKS)}


def take_one(cart: Mapping[int, int], pack: int) -> dict[int, int]:
    less = {**cart, pack: cart.get(pack, 0) - 1}
    return {each: quantity for each, quantity in less.items() if quantity > 0}


def cart_of(session: Session, cart: Mapping[int, int]) -> list[BasketLine]:
    """Its lines at today's prices; none when a pack in it is none of ours."""
    try:
        return read_lines(session, [SoldLine(pack, quantity) for pack, quantity in cart.items()])
    except Refusal:
        return []
