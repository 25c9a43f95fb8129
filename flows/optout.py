"""No more offers: heard in every shape a person may say it in, because it costs nothing and the law wants it.

A sentence opts out when it ends something (`stop`, `band karo`) or refuses offers (`offers mat bhejo`), and every other
word is about messages, us, or courtesy. What else it holds (`stop at the gate`, `don't stop`) makes it something else.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Literal

from core.customers.actions import stop_marketing
from core.reading.further import betrays_a_language, read_in_its_language
from core.reading.lexicon import load_lexicon
from core.reading.remembering import remembers_short_lines
from core.reading.sentence import Sentence, read_sentence, read_unasking
from flows.memory import Part
from flows.taps import read_tap
from flows.turn import Turn

TRIGGER = "stops_offers"
ENDS = frozenset({"optout.end", "command.stop"})
OFFERED = frozenset({"optout.offers", "optout.messages"})
ABOUT_US = frozenset({"optout", "do", "answer.yes", "deny"})


class OffersMemory(Part):
    """Whether this person wanted `offers` when they last spoke of them."""

    offers: Literal["yes", "no"] = "no"


def is_opt_out(said: Sentence) -> bool:
    said = read_unasking(said, load_lexicon())
    if _ends_are_denied(said) or _wants_them_after_all(said):
        return False
    if said.is_only(ENDS, ABOUT_US):
        return True
    asks = said.has("optout.mark") and not said.has("optout.ask")
    return (
        said.is_only({"optout"}, ABOUT_US)
        and said.has("optout.offers", "optout.messages")
        and _refuses(said)
        and not asks
    )


@remembers_short_lines
def is_opt_out_in_any_language(typed: str) -> bool:
    """`offer nako`, `offers vaddu`, `விளம்பரம் வேண்டாம்`: offers, and the word that refuses them in its language."""
    said = read_in_its_language(typed)
    refuses = said.is_only(OFFERED | {"remove"}, {"optout", "want", "thing"}) and said.has("remove")
    return (refuses and said.has(*OFFERED)) or (betrays_a_language(typed) and said.is_only({"command.stop"}))


def _refuses(said: Sentence) -> bool:
    """`offers nahi chahiye`, `don't send me ads`, `no offers`: a no that belongs to the sending, not to the having."""
    spans = [span for span in said.spans if not span.means({"optout.around"}) or span.means({"optout.not", "deny"})]
    pairs = pairwise(spans)
    return said.has("optout.refuse") or any(
        (one.means({"optout.not"}) and other.means({"optout.send"}))
        or (one.means({"optout.no"}) and other.means({"optout.offers"}))
        for one, other in pairs
    )


def _ends_are_denied(said: Sentence) -> bool:
    """`don't stop`, `no need to unsubscribe`, `band mat karo`: a no before it, or the word behind it, takes it back."""
    ends = [place for place, span in enumerate(said.spans) if span.means(ENDS)]
    before = any(span.means({"deny.not", "optout.refuse"}) for span in said.spans[: ends[0]]) if ends else False
    pairs = pairwise(said.spans)
    return before or any(one.means(ENDS) and other.means({"optout.undo"}) for one, other in pairs)


def _wants_them_after_all(said: Sentence) -> bool:
    """`offers mat bhejo? arre bhejo`: behind the question they are wanted."""
    marks = [place for place, span in enumerate(said.spans) if span.means({"stop.mark"})]
    behind = said.spans[marks[-1] + 1 :] if marks else ()
    sends = any(span.means({"optout.send"}) for span in behind)
    return sends and not any(span.means({"deny", "optout.not", "optout.refuse"}) for span in behind)


def opts_out(turn: Turn) -> bool:
    """Whether what came means it: typed, a caption, an edit, a button of ours, of a template or of nobody."""
    inbound = turn.inbound
    tap = read_tap(inbound.tap_id) if inbound.tap_id else None
    if tap is not None:
        return tap.trigger == TRIGGER
    on_it = (read_sentence(words, load_lexicon()) for words in (inbound.tap_id, inbound.tap_title) if words)
    typed = bool(inbound.text) and (is_opt_out(turn.said) or is_opt_out_in_any_language(inbound.text))
    return typed or any(map(is_opt_out, on_it))


def withdraw(turn: Turn) -> None:
    """Note it at once, with what was said as its proof."""
    inbound = turn.inbound
    said = inbound.text or inbound.tap_title or inbound.tap_id
    stop_marketing(turn.session, turn.customer.id, said=said, message_id=inbound.message_id)
    turn.memory.part(OffersMemory).offers = "no"
