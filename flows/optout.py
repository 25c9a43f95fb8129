"""No more offers: heard in every shape a person may say it in, because it costs nothing and the law wants it.

A sentence opts out when it ends something (`stop`, `band karo`) or refuses offers (`offers mat bhejo`), and every other
word is about messages, us, or courtesy. What else it holds (`stop at the gate`, `don't stop`) makes it something else.
"""

from __future__ import annotations

from core.customers.actions import stop_marketing
from core.reading.lexicon import load_lexicon
from core.reading.sentence import Sentence, read_sentence, read_unasking
from flows.taps import read_tap
from flows.turn import Turn

TRIGGER = "stops_offers"
ENDS = frozenset({"optout.end", "command.stop"})
ABOUT_US = frozenset({"optout", "do", "answer.yes", "deny"})
REFUSES = frozenset({"deny", "optout.refuse"})


def is_opt_out(said: Sentence) -> bool:
    said = read_unasking(said, load_lexicon())
    if _ends_are_denied(said):
        return False
    if said.is_only(ENDS, ABOUT_US):
        return True
    asks = said.has("optout.mark") and not said.has("optout.ask")
    names_them = said.has("optout.offers") or (said.has("optout.messages") and said.has("optout.send", "optout.refuse"))
    return said.is_only(REFUSES, ABOUT_US) and names_them and not asks


def _ends_are_denied(said: Sentence) -> bool:
    """`don't stop`, `band mat karo`: the word beside the one that ends takes it back."""
    pairs = zip(said.spans, said.spans[1:], strict=False)
    return any((one.means({"deny.not"}) and other.means(ENDS)) or (one.means(ENDS) and other.means({"optout.undo"}))
               for one, other in pairs)  # fmt: skip


def opts_out(turn: Turn) -> bool:
    """Whether what came means it: typed, a caption, an edit, a button of ours, of a template or of nobody."""
    inbound = turn.inbound
    tap = read_tap(inbound.tap_id) if inbound.tap_id else None
    if tap is not None:
        return tap.trigger == TRIGGER
    on_it = (read_sentence(words, load_lexicon()) for words in (inbound.tap_id, inbound.tap_title) if words)
    return (bool(inbound.text) and is_opt_out(turn.said)) or any(map(is_opt_out, on_it))


def withdraw(turn: Turn) -> None:
    """Note it at once, with what was said as its proof."""
    inbound = turn.inbound
    said = inbound.text or inbound.tap_title or inbound.tap_id
    stop_marketing(turn.session, turn.customer_id, said=said, message_id=inbound.message_id)
    turn.memory["offers"] = "no"
