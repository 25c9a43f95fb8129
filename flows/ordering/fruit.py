"""Hearing which mangoes somebody names, and how many."""

from __future__ import annotations

from collections.abc import Iterable

from core.catalog.queries import Offer, PackOffer
from flows.engine import Heard
from flows.lexicon import number_words, said_as
from flows.turn import Turn
from flows.words import find_named, holds, read_count, tidy, without_phrases

LEFT_WORTH_SAYING = 25


def names_of(offers: Iterable[Offer]) -> dict[str, int]:
    """Every name and alias of some varieties, tidied, with the variety's id."""
    return {tidy(name): offer.product_id for offer in offers for name in (*offer.names.values(), *offer.aliases)}


def packs_left(offer: Offer) -> list[PackOffer]:
    return [pack for pack in offer.packs if pack.left]


def hear_fruit(turn: Turn, words: str) -> Heard | None:
    """`kesar` shows the variety; `2 kesar` puts two of its first pack into the cart."""
    names = names_of(turn.offers)
    product_id = find_named(words, names)
    if product_id is None:
        return None
    offer = next(offer for offer in turn.offers if offer.product_id == product_id)
    rest = without_name(words, [name for name, owner in names.items() if owner == product_id])
    return hear_pack(offer, rest) or Heard("picks_variety", str(product_id))


def without_name(words: str, names: Iterable[str]) -> str:
    """The words left when the longest of the names that stands in them is taken out; a misspelt one stays."""
    standing = [name for name in names if holds(words, [name])]
    return " ".join(f" {words} ".replace(f" {max(standing, key=len)} ", " ", 1).split()) if standing else words


def hear_pack(offer: Offer, words: str) -> Heard | None:
    """A pack's label, or a number of the first pack: `1 dozen`, `2`, `3 dozen`, `make it 2`."""
    packs = packs_left(offer)
    labels = {tidy(label): pack for pack in packs for label in pack.labels.values()}
    if words in labels:
        return Heard("picks_pack", f"{labels[words].pack_id}x1")
    words = without_phrases(words, said_as("filler"))
    count = read_count(words, number_words())
    if not count or not packs:
        return None
    unit = _without_number_and_fillers(words)
    by_unit = {label.removeprefix("1 "): pack for label, pack in labels.items() if label.startswith("1 ")}
    pack = packs[0] if not unit else by_unit.get(unit)
    return Heard("picks_pack", f"{pack.pack_id}x{count}") if pack else None


def _without_number_and_fillers(words: str) -> str:
    fillers = said_as("filler") | number_words().keys()
    return " ".join(word for word in words.split() if word not in fillers and not word.isdigit())


def read_pair(arg: str) -> tuple[int, int] | None:
    """`12x3` as pack 12, three times; None for anything else."""
    left, _, right = arg.partition("x")
    if left.isascii() and left.isdigit() and right.isascii() and right.isdigit() and len(arg) <= 24:
        return int(left), int(right)
    return None


def read_id(arg: str) -> int | None:
    """An id from a button's argument; None for anything that is not one."""
    return int(arg) if arg.isascii() and arg.isdigit() and len(arg) <= 15 else None
