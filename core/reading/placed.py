"""What is said of an order placed: complaints, money back, bills, cancelling, where it is; and praise. Pure."""

from __future__ import annotations

from core.reading.facts import Facts
from core.reading.meaning import Doubt
from core.reading.sentence import Span

WANTING = frozenset({"want", "need", "needed", "interested", "chahiye", "chaiye", "chahie", "चाहिए", "चाहिये"})


ORDERS = frozenset({"order", "my order", "mera order", "ऑर्डर", "मेरा ऑर्डर"})


def claims(facts: Facts) -> bool:
    """Something was wrong with what came: bad fruit in the past, goods missing or late, money taken twice."""
    said, past = facts.has, facts.has("past") or facts.at == "placed"
    if said("complaint.none") and not said("claim.bad", "claim.missing"):
        return False
    if facts.says("claim.twice", "claim.want", "complaint.money") and not facts.says("refund"):
        return True
    if _wants_no_money(facts):
        return True
    if (facts.at == "placed" and _tells_of_wrong(facts)) or _came_instead(facts) or _tells_of_count(facts):
        return True
    told = any(span.means({"claim"}) and not span.means({"complaint.weak", "stop.doubt"}) for span in facts.said.spans)
    alters = (facts.home is not None or facts.times.refused is not None) and not told
    alters = alters or facts.at in {"cart", "where", "when", "summary"}
    wrong = said("claim.bad", "complaint.goods")
    bad = wrong and (past or _states(facts)) and not said("remove") and not alters
    missing = facts.says("claim.missing") and (past or said("claim.bad") or _states(facts)) and not _is_swap(facts)
    looks = facts.is_question and facts.has("when_where") and not bad
    return bad or (missing and not looks) or (facts.says("claim.late") and past and not looks)


def _came_instead(facts: Facts) -> bool:
    """`you sent kesar instead of hapus`."""
    swapped = any(item.instead_of for item in facts.goods.items)
    return swapped and facts.has("sent") and not facts.has("do.it", "make", "and")


def _states(facts: Facts) -> bool:
    """Whether a line only says how something is: nothing is wanted, refused or asked in it."""
    asks = facts.line.has("stop.mark") and not facts.has("claim.want")
    wants = facts.wishes or facts.line.has("do.it", "make", "swap", "alter") or facts.has("polite", "postpone")
    denies = facts.line.has("lead.refuse") or facts.has("ask.unknown")
    return not (asks or wants or denies or facts.home or facts.payment or facts.times.refused)


def _tells_of_count(facts: Facts) -> bool:
    """`paid for a dozen, ten came`: amounts of the past, of which nothing is wanted."""
    counted = Doubt.QUANTITY in facts.doubts or any(item.count is not None for item in facts.goods.items)
    came = facts.line.has("past") and facts.has("sent")
    return counted and came and facts.has("paying", "paid") and not facts.wishes


def complains(facts: Facts) -> bool:
    """After an order, what is told of the past with a denial and is nothing else: `delivery nahi hui`, `not happy`."""
    told = facts.has("past", "sent", "still", "praise") and not facts.is_question
    return facts.at == "placed" and told and facts.line.has("deny", "lead.refuse")


def _tells_of_wrong(facts: Facts) -> bool:
    """After an order: one fruit came for another, what was promised was not so, or it was paid and does not show."""
    names = sum(bool(item.variety or item.stranger or item.instead_of) for item in facts.goods.items)
    swapped = facts.has("sent") and (names > 1 or any(item.instead_of for item in facts.goods.items))
    paid = facts.says("paid") and facts.has("still", "stop.contrast", "claim", "deny")
    short = facts.has("sent") and facts.line.has("only") and any(item.count for item in facts.goods.items)
    return short or swapped or facts.says("promised") or paid or facts.says("still_came")


def _is_swap(facts: Facts) -> bool:
    """`kesar ki jagah langra`, where nothing is told of the past."""
    return facts.line.has("swap") and not facts.has("sent")


def praises(facts: Facts) -> bool:
    """Praise that orders and asks nothing: `super bhai mast the hapus`."""
    counted = any(item.count for item in facts.goods.items)
    if facts.times.wanted or facts.home or facts.has("claim.bad", "claim.missing", "claim.late"):
        return False
    if facts.line.has("deny", "lead.refuse") and facts.at == "placed":
        return False
    return facts.has("praise") and not counted and not facts.line.has("want", "courtesy.give") and not facts.is_question


def postpones(facts: Facts) -> bool:
    """`soch ke bataunga`, `will confirm at night`: nothing is wanted yet."""
    return facts.has("postpone") and not facts.asks and Doubt.PAYMENT not in facts.doubts


def refunds(facts: Facts) -> bool:
    told = facts.has("claim.bad") or _wants_no_money(facts) or facts.line.has("cancel") or facts.says("cancel")
    return facts.says("refund") and not told


def _wants_no_money(facts: Facts) -> bool:
    """`refund nahi chahiye, acche aam bhejo`: better fruit is wanted."""
    return facts.says("refund") and facts.line.has("remove", "lead.refuse") and facts.line.has("fruit", "courtesy.give")


def bills(facts: Facts) -> bool:
    return facts.says("bill") and not facts.goods.items and "total" not in facts.asks


def cancels(facts: Facts) -> bool:
    return _speaks_of_cancelling(facts) and not _cancel_denied(facts) and not _asks_whether(facts)


def _speaks_of_cancelling(facts: Facts) -> bool:
    said = facts.says("cancel", "command.cancel") or facts.line.has("cancel") or _takes_order_out(facts)
    return said and not facts.has_names and not facts.goods.items


def _takes_order_out(facts: Facts) -> bool:
    """`hata do yaar order`: the order itself is what shall go."""
    out = facts.line.has("change.remove") and not facts.line.has("fruit", "deny", "each", "rest", "make")
    return out and any(mark.words in ORDERS for mark in facts.line.marks) and not facts.has_parts


def _cancel_denied(facts: Facts) -> bool:
    """`cancel mat karna`, `don't cancel`: a denial beside the word, or it is told of the past."""
    spans = facts.said.spans
    for place, span in enumerate(spans):
        if not span.means({"cancel", "command.cancel"}):
            continue
        around = spans[max(place - 2, 0) : place] + spans[place + 1 : place + 3]
        if any(_takes_back(near) for near in around):
            return True
        if any(near.means({"past"}) for near in spans[place + 1 : place + 3]):
            return True
    return False


def _takes_back(span: Span) -> bool:
    """`mat karna`, `don't`: not `nahi chahiye`, which says why."""
    wants = any(word in WANTING for word in span.words.split()) and not span.words.startswith(("no need", "need not"))
    return span.means({"deny.not", "deny.no", "lead.refuse"}) and not wants and not span.means({"keep", "cancel"})


def _asks_whether(facts: Facts) -> bool:
    supposes = facts.has("stop.condition") and facts.has("stop.mark", "asking")  # `if I cancel, do I get it back?`
    return facts.is_question and not facts.is_polite and (supposes or not facts.has("do.it", "want"))


def cancels_not(facts: Facts) -> bool:
    return _speaks_of_cancelling(facts) and _cancel_denied(facts) and not facts.is_question


def asks_to_cancel(facts: Facts) -> bool:
    return _speaks_of_cancelling(facts) and _asks_whether(facts)


def tracks(facts: Facts) -> bool:
    waits = facts.at == "placed" and facts.is_question and facts.has("when_where") and not facts.has("refund")
    said = facts.says("track", "command.track") and "windows" not in facts.asks and "where" not in facts.asks
    waits = waits or _misses_it(facts)
    counted = any(item.count and (item.unit or item.variety) for item in facts.goods.items)
    return (said or waits) and not (facts.has_names and facts.at != "placed") and not counted


def _misses_it(facts: Facts) -> bool:
    """`order aaya nahi abhi tak, kahan hai`."""
    named = any(mark.words in ORDERS or (mark.means("thing.order") and "order" in mark.words)
                for mark in facts.line.marks)  # fmt: skip
    return named and facts.has("when_where") and facts.has("still", "past")
