"""Cancelling an order in words, and what only sounds like it: `cancel mat karna`, `can I cancel?`. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.commands import command_of
from core.reading.facts import Facts
from core.reading.meaning import Change
from core.reading.sentence import Span

WANTING = frozenset({"want", "need", "needed", "interested", "lena", "lunga", "lungi", "lenge", "chahiye", "chaiye",
                     "chahie", "चाहिए", "चाहिये"})  # fmt: skip
SHOWN = frozenset(
    {"dikha", "dikha raha", "dikh raha", "shows", "showing", "दिखा", "दिख", "likha", "shabd", "word", "शब्द"}
)
NOES = frozenset({"nahi", "nahin", "nhi", "na", "no", "नहीं", "नही", "ना"})
BIDDING_NOT = frozenset({"dont", "do not", "never", "mat", "मत"})
THEIRS = frozenset({"ne", "ने", "neighbour", "neighbor", "friend", "cousin", "colleague", "sister", "brother", "her",
                    "his", "their",
                    "padosi", "padosan", "saheli", "dost", "पड़ोसी", "पड़ोसन", "सहेली", "दोस्त"})  # fmt: skip
SUPPOSING = frozenset({"if", "unless", "agar", "अगर"})
OURSELVES = frozenset({"maine", "humne", "hamne", "mene", "मैंने", "हमने"})
DONE = frozenset({"diya", "di", "liya", "gaya", "chuke", "chuki", "chuka", "दिया", "गया", "लिया"})
ORDERS = frozenset({"order", "my order", "mera order", "ऑर्डर", "मेरा ऑर्डर"})


def cancels(facts: Facts) -> bool:
    if refuses_all(facts):
        return True
    return _speaks_of_cancelling(facts) and not _cancel_denied(facts) and not _asks_whether(facts)


def _speaks_of_cancelling(facts: Facts) -> bool:
    said = facts.says("cancel", "command.cancel") or facts.line.has("cancel")
    said = said or _takes_order_out(facts)
    return said and not facts.has_names and not facts.goods.items and not _is_told_of(facts)


def _is_told_of(facts: Facts) -> bool:
    """`neighbour cancelled hers`, `if it rains I'll cancel, kidding`: somebody else's, supposed, or a joke."""
    spans = facts.said.spans
    place = next((place for place, span in enumerate(spans) if span.means({"cancel", "command.cancel"})), 0)
    done = spans[place].words == "cancelled" and not any(span.means({"want", "do"}) for span in spans)
    shown = any(span.words in SHOWN for span in spans[place + 1 : place + 3])
    return (
        facts.says("joke")
        or _was_not_said(facts)
        or _is_of_others(facts, place)
        or _is_supposed(facts, place)
        or (done and place > 0 and not spans[place - 1].means({"want", "thing"}))
        or shown
    )


def _is_of_others(facts: Facts, place: int) -> bool:
    """`padosi ne apna order cancel kar diya`, `my friend cancelled her order`: who did it stands before it."""
    spans, thoughts = facts.said.spans, facts.thoughts_said
    before = {word for one, span in enumerate(spans[:place]) if thoughts[one] == thoughts[place]
              for word in span.words.split()}  # fmt: skip
    return before.isdisjoint(OURSELVES) and not before.isdisjoint(THEIRS) and _is_done(facts, place)


def _is_supposed(facts: Facts, place: int) -> bool:
    """`if you cancel on me again`: the word that supposes stands before it, in one thought."""
    spans, thoughts = facts.said.spans, facts.thoughts_said
    return any(span.words in SUPPOSING and thoughts[one] == thoughts[place] for one, span in enumerate(spans[:place]))


def _is_done(facts: Facts, place: int) -> bool:
    """Whether it was cancelled already."""
    spans = facts.said.spans
    behind = spans[place : place + 3]
    return spans[place].words == "cancelled" or any(span.means({"past"}) or span.words.split()[-1] in DONE
                                                    for span in behind)  # fmt: skip


def _was_not_said(facts: Facts) -> bool:
    """`I am not saying cancel`, `radd karne ko nahi kaha`: that somebody asked for it is denied."""
    spans = facts.said.spans
    return facts.says("not_said") or any(
        span.means({"deny"}) and any(later.means({"mention"}) for later in spans[place + 1 : place + 2])
        for place, span in enumerate(spans)
    )


def is_joking(facts: Facts) -> bool:
    return facts.says("joke") and facts.says("cancel", "command.cancel")


def refuses_all(facts: Facts) -> bool:
    """`nahi lena ab, mat bhejo`, of an order placed: it shall not come."""
    told = facts.goods.items or facts.has_parts or facts.has("claim.bad", "claim.missing", "optout.offers", "home.flat")
    return facts.at == "placed" and not told and facts.says("not_send")


def _takes_order_out(facts: Facts) -> bool:
    """`hata do yaar order`: the order itself is what shall go."""
    out = facts.line.has("change.remove") and not facts.line.has("fruit", "deny", "each", "rest", "make")
    return out and any(mark.words in ORDERS for mark in facts.line.marks) and not facts.has_parts


def _cancel_denied(facts: Facts) -> bool:
    """`cancel mat karna`, `don't cancel`: a denial beside the word, or it is told of the past."""
    spans = facts.said.spans
    thoughts = facts.thoughts_said
    if facts.says("leaves.asked"):
        return True  # `cancel?? no no, I was just asking`
    for place, span in enumerate(spans):
        if not span.means({"cancel", "command.cancel"}):
            continue
        beside = (*range(max(place - 2, 0), place), *range(place + 1, min(place + 3, len(spans))))
        around = [near for near in beside if thoughts[near] == thoughts[place]
                  or (near > place and _is_only_denial(facts, thoughts[near]))]  # fmt: skip
        bids_not = any(span.words in BIDDING_NOT and thoughts[one] == thoughts[place]
                       for one, span in enumerate(spans[max(place - 3, 0) : place], max(place - 3, 0)))  # fmt: skip
        if bids_not or any(_takes_back(spans[near]) for near in around) or _turns_back(spans[place + 1 :]):
            return True
        after = [spans[near] for near in range(place + 1, min(place + 4, len(spans)))
                 if thoughts[near] == thoughts[place] and not spans[near].means({"courtesy", "deny"})][:1]  # fmt: skip
        quoted = any(span.means({"quotes"}) for span in spans[:place])
        if quoted and any(near.means({"deny"}) for near in spans[place + 1 :]):
            return True  # `beti bolti hai cancel kar do, main bolti hu nahi`
        names = after and any(span.words in ORDERS for span in spans[spans.index(after[0]) : spans.index(after[0]) + 2])
        names = names and span.words != "cancelled"  # `cancel yesterday's order`
        if not names and any(near.means({"past"}) and near.words != "the" for near in after):
            return True  # `cancel to nahi hua`: not `cancel karna hai, galti se ho gaya`
    return False


def _turns_back(behind: Sequence[Span]) -> bool:
    """`cancel karne ka mann hai par rehne do`, `about to cancel, but no, keep it`: a but, and then that nothing is
    done."""
    turn = next((place for place, span in enumerate(behind) if span.means({"stop.contrast"})), len(behind))
    last = [span for span in behind[turn + 1 :] if not span.means({"courtesy", "do"})]
    return bool(last) and all(span.means({"keep", "deny.no", "deny.not"}) for span in last)


def _is_only_denial(facts: Facts, thought: int) -> bool:
    """`cancel? no no`: not `order cancel madi, ooralli illa`, which says why."""
    said = [span for span, one in zip(facts.said.spans, facts.thoughts_said, strict=True) if one == thought]
    return all(span.means({"deny", "lead.refuse", "back", "courtesy", "stop.mark", "do"}) for span in said)


def _takes_back(span: Span) -> bool:
    """`mat karna`, `don't`: not `nahi chahiye`, which says why."""
    wants = any(word in WANTING for word in span.words.split()) and not span.words.startswith(("no need", "need not"))
    again = span.means({"back"}) and not NOES.isdisjoint(span.words.split())  # `nahi nahi`
    refuses = again or span.means({"deny.not", "deny.no", "lead.refuse"}) or span.words == "koi baat nahi"
    return refuses and not wants and not span.means({"keep", "cancel"})


def _asks_whether(facts: Facts) -> bool:
    supposes = facts.has("stop.condition") and facts.has("stop.mark", "asking")  # `if I cancel, do I get it back?`
    supposes = supposes or facts.has("supposes")
    if facts.says("supposes.done"):
        return True  # `cancel to nahi ho gaya na`
    wants = any(mark.means("do.it", "want") and mark.words not in ORDERS for mark in facts.line.marks)
    return facts.is_question and not facts.is_polite and (supposes or not wants)


def cancels_not(facts: Facts) -> bool:
    wishes = any(item.count or item.change is not Change.SET or item.instead_of for item in facts.goods.items)
    if is_joking(facts):
        return True
    said = facts.says("cancel", "command.cancel") or _speaks_of_cancelling(facts)
    if said and not wishes and _supposes_it(facts):
        return True
    more = wishes or facts.times.wanted or facts.home or facts.payment or command_of(facts) is not None
    return said and not more and _cancel_denied(facts) and not facts.is_question and not facts.says("supposes.word")


def _supposes_it(facts: Facts) -> bool:
    """`agar kal barish hui to cancel kar dena`: the day is of what is supposed, and of no delivery."""
    spans = facts.said.spans
    place = next((place for place, span in enumerate(spans) if span.means({"cancel", "command.cancel"})), None)
    return place is not None and _is_supposed(facts, place) and not facts.is_question


def asks_to_cancel(facts: Facts) -> bool:
    if facts.says("supposes.word") and facts.asks and not facts.goods.items:
        return True
    return _speaks_of_cancelling(facts) and _asks_whether(facts)
