"""Hearing which mangoes somebody names, and how many."""

from __future__ import annotations

from core.catalog.queries import Offer, PackOffer
from core.catalog.rules import packs_for
from core.reading.amounts import AROUND, PARTS, Amount, is_more, read_amount
from core.reading.lexicon import load_lexicon, split_way
from core.reading.sentence import WHOLE, Sentence, Span
from flows.engine import Heard
from flows.turn import Turn

LEFT_WORTH_SAYING = 25
DIGITS_MOST = 15


def packs_left(offer: Offer) -> list[PackOffer]:
    return [pack for pack in offer.packs if pack.left]


def find_offered(turn: Turn, product_id: int | None) -> Offer | None:
    """The variety, when it is on sale with something left."""
    return next((offer for offer in turn.customer.offers if offer.product_id == product_id), None)


def hear_fruit(turn: Turn) -> Heard | None:
    """`kesar` shows the variety; `2 dozen kesar` puts two into the cart, when the sentence is nothing else."""
    said = turn.said_of_fruit
    named = named_variety(said)
    if named is None or said.has("deny", "change.remove"):
        return None
    offer = find_offered(turn, named)
    return (hear_pack_of(said, offer) if offer else None) or Heard("picks_variety", str(named))


def named_variety(said: Sentence) -> int | None:
    """The one variety that a sentence names."""
    named = {_only_variety(span) for span in said.spans if span.means({"variety"})}
    return named.pop() if len(named) == 1 else None


def _only_variety(span: Span) -> int | None:
    named = [meaning for meaning in span.meanings if meaning.startswith("variety.")]
    return int(named[0].partition(".")[2]) if len(named) == 1 else None


def hear_pack_of(said: Sentence, offer: Offer) -> Heard | None:
    """A pack's label, `3 half dozen` or an amount, said of one variety and of nothing else."""
    trigger = "picks_pack" if is_more(said) else "sets_quantity"
    labelled = find_label(said, offer)
    if labelled is not None:
        pack, count = labelled
        return Heard(trigger, f"{pack.pack_id}x{count}")
    amount = read_amount(said)
    return hear_amount(amount, offer) if amount is not None and amount.count else None


def hear_amount(amount: Amount, offer: Offer) -> Heard:
    """Packs beyond doubt go into the cart, set or on top; else we ask which pack is meant."""
    meant = packs_for(amount, offer.base_unit, offer.packs, load_lexicon())
    if len(meant) == 1:
        pack, count = meant[0]
        return Heard("picks_pack" if amount.adds else "sets_quantity", f"{pack.pack_id}x{count}")
    count = meant[0][1] if meant else 0
    return Heard("asks_which_pack", f"{offer.product_id}x{count}")


def find_label(said: Sentence, offer: Offer) -> tuple[PackOffer, int] | None:
    """The pack whose label was said word for word, in any language, and how many of it; one, when no number leads.

    Of `2 and half dozen` nothing is a label: what stands between a number and it may add the two.
    """
    if not said.is_only(PARTS, AROUND):
        return None
    spans = [span for span in said.spans if not span.means({"variety", "change"})]
    words = " ".join(span.words for span in spans if span.means(PARTS))
    if words not in " ".join(span.words for span in spans):
        return None
    labels = {" ".join(split_way(label)): pack for pack in offer.packs for label in pack.labels.values()}
    if words in labels:
        return labels[words], 1
    count, _, label = words.partition(" ")
    return (labels[label], int(count)) if label in labels and WHOLE.fullmatch(count) else None


def read_pair(arg: str) -> tuple[int, int] | None:
    """`12x3` as pack 12, three times; None for anything else."""
    left, _, right = arg.partition("x")
    pack_id, count = read_id(left), read_id(right)
    return None if pack_id is None or count is None else (pack_id, count)


def read_id(arg: str) -> int | None:
    """A number from a button's argument, which every bigint holds; None for anything that is not one."""
    return int(arg) if arg.isascii() and arg.isdigit() and len(arg) <= DIGITS_MOST else None
