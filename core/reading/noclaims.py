"""What sounds like a complaint and is none: supposed, of others, waited for, late elsewhere, forgiven. Pure."""

from __future__ import annotations

from core.reading.cancelling import ORDERS, cancels_not, refuses_all
from core.reading.changing import EMPTY_HANDED
from core.reading.facts import Facts
from core.reading.meaning import Change

ASKS_HOW = frozenset({"is", "is it", "are", "will", "would", "does", "do", "kya", "क्या"})
US = frozenset({"you", "u", "this", "that", "aap", "tum", "yeh", "ye"})
SHORT = 7  # marks; who says more tells something besides


def is_of_an_order(facts: Facts) -> bool:
    """Whether a line speaks of fruit, a delivery or us: `my flight got delayed` does not."""
    about = ("fruit", "hostile.delivery", "ours", "unit", "got", "coming", "reach", "promised")
    came = any((mark.means("sent") and mark.words not in {"was", "were"}) or mark.words in ORDERS
               for mark in facts.line.marks)  # fmt: skip
    return bool(facts.goods.items) or came or facts.has(*about)


def is_no_claim(facts: Facts) -> bool:
    """What is supposed, wanted better, waited for, cancelled or forgiven; and what others sell, or was told of them."""
    said = facts.has
    supposed = facts.is_question and said("stop.condition", "supposes") and said("cancel")
    if _only_cancels_first(facts) or _asks_how_it_is(facts):
        return True  # `cancel it, you guys are too late`
    if supposed or refuses_all(facts) or _wants_better(facts) or is_waited_for(facts):
        return True
    reported = facts.line.has("report") and not facts.says("claim.bad")
    others = reported or facts.line.has("market", "other_goods", "drink") or (said("third") and not said("ours"))
    if facts.at in EMPTY_HANDED and others:
        return True
    if said("complaint.none") and not said("claim.bad", "claim.missing"):
        return True
    ill = facts.says("cancel", "command.cancel") and not facts.line.has("fruit", "variety", "sent", "past.past")
    if ill and facts.line.has("do.it", "make") and not said("claim.missing", "claim.want", "claim.twice", "refund"):
        return True  # `order radd kar do, kisi ki tabiyat kharab hai`
    counted = any(item.count for item in facts.goods.items)
    return bool(counted and facts.wishes and said("forgives")) or (cancels_not(facts) and not said("claim.bad"))


def _asks_how_it_is(facts: Facts) -> bool:
    """`is langra sour`, `will it be bitter`: how fruit is that nobody says has come."""
    first = facts.line.marks[0].words if facts.line.marks else ""
    came = facts.has("past", "got", "still", "refund", "claim.want", "claim.missing", "paid")
    of_us = len(facts.line) > 1 and facts.line.marks[1].words in US
    return first in ASKS_HOW and len(facts.line) <= SHORT and facts.opens_asking and not (came or of_us)


def _only_cancels_first(facts: Facts) -> bool:
    """Whether the first of several thoughts is a cancelling and nothing else; what follows says why."""
    spans = [span for span, one in zip(facts.said.spans, facts.thoughts_said, strict=True)
             if one == facts.thoughts_said[0]]  # fmt: skip
    only = all(span.means({"cancel", "command.cancel", "courtesy", "do", "thing", "want", "make"}) for span in spans)
    return (
        len(spans) < len(facts.said.spans) and only and any(span.means({"cancel", "command.cancel"}) for span in spans)
    )


def wants_less(facts: Facts) -> bool:
    """`one less` of what is in the cart: of nothing that came is it told."""
    return any(item.change is Change.LESS for item in facts.goods.items) and not facts.line.has("past", "fruit")


def _wants_better(facts: Facts) -> bool:
    """`do darjan dena acche wale, pichli baar kacche the`: what was bad then is told beside what is wanted now."""
    then = facts.has("last_time") and facts.has("this_time") and facts.wants
    told = any(mark.means("last_time") and " " in mark.words for mark in facts.line.marks)
    return then or (told and facts.wishes and any(item.count for item in facts.goods.items))


def is_waited_for(facts: Facts) -> bool:
    """`order abhi tak nahi aaya`, `still waiting for the rider`: the whole of it has not come, and nothing is wrong."""
    wrong = facts.has("claim.bad", "claim.want", "claim.twice", "refund", "paying", "optout.offers", "short_of")
    about = any(mark.words in ORDERS or mark.means("thing.order") for mark in facts.line.marks) or facts.at == "placed"
    waits = facts.says("waits") or (about and facts.says("still", "claim.late") and facts.says("claim.missing"))
    return waits and not (wrong or facts.goods.items or facts.has("cancel", "command.cancel", "late"))
