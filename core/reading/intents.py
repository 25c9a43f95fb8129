"""What a line is for, by what was read of it and what stands there besides. Pure.

The rules stand in one list, the first that holds decides. A rule that leads to an act that cannot be taken back (yes,
cancel) asks for a line that is nothing else; the others only show, ask or offer.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import dropwhile, pairwise

from core.reading.cancelling import NOES, asks_to_cancel, cancels, cancels_not
from core.reading.changing import EMPTY_HANDED
from core.reading.chatting import only_chats, only_states, only_tells
from core.reading.commands import commands
from core.reading.facts import Facts
from core.reading.meaning import Intent
from core.reading.placed import (
    bills,
    claims,
    complains,
    postpones,
    praises,
    refunds,
    tracks,
)
from core.reading.prices import lists_prices
from core.reading.sentence import ASSENT
from core.reading.wishes import (
    changes_goods,
    changes_parts,
    is_bulk,
    only_asks,
    orders,
    repeats,
)

CALLS = frozenset({"call", "phone", "contact", "talk", "person", "number"})
NEEDS_NONE = ("mat", "na karna", "na karo", "zarurat nahi", "jarurat nahi", "not needed", "not required", "मत")
LONG = 8  # marks; more are no mere greeting


def decide(facts: Facts) -> tuple[Intent, ...]:
    """The intents of a line, the one that is acted on first."""
    first = next((intent for holds, intent in RULES if holds(facts)), Intent.UNKNOWN)
    also = [Intent.ASK] if facts.asks and first is not Intent.ASK else []
    return (first, *also)


def _is_for_others(facts: Facts) -> bool:
    """`lol wrong chat`: what was said is meant for somebody else."""
    told = (
        facts.home or facts.payment or facts.note or facts.phone or (facts.has_parts and facts.at not in EMPTY_HANDED)
    )
    return facts.says("misdialled") and not told and not facts.goods.items


def _stops(facts: Facts) -> bool:
    offers = facts.has("optout.offers", "optout.messages")
    ends = facts.has("optout.refuse", "optout.end", "deny", "remove")
    ends = (offers and ends) or _tells_to_stop(facts)
    if facts.says("human", "command.human") and not facts.has("optout.end", "optout.refuse"):
        return False  # `ye message wessage samajh nahi aata, koi phone kare`
    return facts.is_only("command.stop", "optout.end") or (ends and not facts.has_names and not facts.note)


def _tells_to_stop(facts: Facts) -> bool:
    """`mala offer pathvu naka`: among other words of a further language, one of its ways of ending offers."""
    tongues = facts.line.book.tongues
    ways = tongues.lexicon().ways
    told = [word for span in facts.said.spans if span.means({"command.stop"}) for word in span.words.split()]
    about = any({"optout.offers", "optout.messages"} & ways.get((word,), frozenset()) for word in told)
    return about and not facts.is_question and bool(tongues.spoken_in([mark.words for mark in facts.line.marks]))


def _starts(facts: Facts) -> bool:
    news = facts.has("optout.offers", "optout.messages") and not facts.has("deny", "optout.end")
    return facts.is_only("command.start") or (news and not facts.has_names and facts.has("command.start", "start"))


def _speaks(facts: Facts) -> bool:
    spoken = facts.has("speak", "language", "command.language")
    short = len(facts.line) < LONG or facts.says("speaking")
    return spoken and short and not facts.goods.items


def _asks_a_human(facts: Facts) -> bool:
    spans = [span for span in facts.said.spans if span.means({"human", "command.human"})]
    told = all(span.words in CALLS for span in spans) and len(facts.line) >= LONG  # `while the boss is on call`
    told = told or _needs_no_call(facts)
    return bool(spans) and not told and not facts.goods.items and not facts.note


def _needs_no_call(facts: Facts) -> bool:
    """`no call needed`, `call mat karna`, `dont call me`: the no stands right beside it."""
    spans = [span for span in facts.said.spans if not span.means({"courtesy.article"})]
    before = any(one.means({"deny"}) and other.words in CALLS for one, other in pairwise(spans))
    behind = any(one.words in CALLS and other.words.startswith(NEEDS_NONE) for one, other in pairwise(spans))
    return before or behind


def _greets(facts: Facts) -> bool:
    """A greeting, and whether somebody is there or how they are."""
    told = (
        facts.has("optout.offers")
        or facts.goods.items
        or facts.has_parts
        or facts.line.has("fruit", "same")
        or facts.says("courtesy.end")
        or any(span.words in {"no", "nope", "nah"} for span in facts.said.spans)
    )
    words = sum(not mark.means("stop.mark") for mark in facts.line.marks)
    return facts.says("greet") and not told and words < LONG


def _is_greeted(facts: Facts) -> bool:
    """Whether a greeting is said; `hi` within a line of Hindi is none: `dekh ke hi`."""
    greeted = [(place, span.words) for place, span in enumerate(facts.said.spans)
               if span.means({"courtesy.greet", "command.greet", "greet"})]  # fmt: skip
    refuses = any(span.means({"deny"}) for span in facts.said.spans)
    return not refuses and any(place in {0, len(facts.said.spans) - 1} or words != "hi" for place, words in greeted)


def _says_farewell(facts: Facts) -> bool:
    """`ok bye kal milte hai`, `shukriya ji, good night`."""
    asks = facts.is_question or facts.has("other_goods")  # `ande bhi milte hain kya`
    return (
        facts.says("courtesy.end", "farewell")
        and not asks
        and not facts.goods.items
        and not facts.home
        and not facts.payment
    )


def _agrees(facts: Facts) -> bool:
    """Plain agreement. Beside thanks, a greeting or a farewell `ok` and `ji` are only friendly."""
    if not facts.answered.is_only(ASSENT, {"thing", "want", "same", "each"}):
        return False
    if facts.at in EMPTY_HANDED and facts.said.is_only({"emoji", "courtesy.emoji", "thanks.emoji"}):
        return False  # a thumb where nothing was asked
    if facts.said.has("courtesy.greet", "command.greet", "greet"):
        return False  # `haanji namaste` only greets
    plain = [span for span in facts.said.spans if span.means(ASSENT) and not span.means({"courtesy", "weak"})]
    friendly = facts.said.has("courtesy.thanks", "courtesy.praise", "courtesy.end", "courtesy.greet", "courtesy.fine")
    return bool(plain) or not friendly


def _declines(facts: Facts) -> bool:
    agrees = any(span.means({"answer.yes"}) and not span.means({"weak", "courtesy"}) for span in facts.said.spans)
    if _has_enough(facts):
        return True
    again = facts.said.is_only({"back"}) and set(facts.said.words.split()) <= NOES  # `nahi nahi`
    return again or (
        not agrees and facts.said.is_only({"deny"}, {"thing", "want", "do", "answer.yes"}, calm={"courtesy"})
    )


def _has_enough(facts: Facts) -> bool:
    """`nope, all good for now`, `nahi nahi kuch nahi chahiye`: a no, and besides it only that nothing is wanted now."""
    spans = list(dropwhile(lambda span: span.means({"now", "fruit"}) and not span.means({"deny"}), facts.said.spans))
    denies = bool(spans) and (spans[0].means({"deny.no"}) or set(spans[0].words.split()) <= NOES)
    along = {"deny", "now", "all_well", "thing", "want", "courtesy", "back", "end", "postpone"}
    return denies and len(spans) > 1 and not facts.goods.items and all(span.means(along) for span in spans)


def _puts_off(facts: Facts) -> bool:
    """`no, not today` where the same as last time was proposed: nothing is ordered that a day could be changed of."""
    refuses = facts.times.refused is not None and facts.times.wanted is None
    return facts.at == "regular" and refuses and not (facts.goods.items or facts.home or facts.payment or facts.note)


def _comes_again(facts: Facts) -> bool:
    """`shukriya, agle hafte phir lenge`, `thanks, will order again`: who takes leave; nothing is wanted now."""
    spans = facts.said.spans
    thanks = bool(spans) and spans[0].means({"courtesy.thanks", "thanks", "courtesy.praise"})
    leaves = facts.says("returns") or (thanks and facts.has("postpone"))
    wants = facts.goods.items or facts.home or facts.payment or facts.asks
    return leaves and not wants and not facts.has("stop.mark", "stop.doubt", "deny", "claim")


RULES: tuple[tuple[Callable[[Facts], bool], Intent], ...] = (
    (_is_for_others, Intent.UNKNOWN),
    (lambda facts: facts.has("postpone") and _has_enough(facts), Intent.NO),
    (_stops, Intent.STOP),
    (_starts, Intent.START),
    (_speaks, Intent.LANGUAGE),
    (refunds, Intent.REFUND),
    (claims, Intent.CLAIM),
    (cancels, Intent.CANCEL),
    (cancels_not, Intent.UNKNOWN),
    (asks_to_cancel, Intent.ASK),
    (praises, Intent.THANKS),
    (_comes_again, Intent.THANKS),
    (postpones, Intent.UNKNOWN),
    (only_tells, Intent.UNKNOWN),
    (only_states, Intent.UNKNOWN),
    (lists_prices, Intent.ASK),
    (_greets, Intent.GREET),
    (bills, Intent.BILL),
    (tracks, Intent.TRACK),
    (_asks_a_human, Intent.HUMAN),
    (is_bulk, Intent.BULK),
    (commands, Intent.COMMAND),
    (repeats, Intent.REPEAT),
    (only_asks, Intent.ASK),
    (changes_goods, Intent.CHANGE),
    (orders, Intent.ORDER),
    (_says_farewell, Intent.THANKS),
    (lambda facts: facts.says("hold") and not (facts.home or facts.payment or facts.times.wanted), Intent.UNKNOWN),
    (_puts_off, Intent.NO),
    (changes_parts, Intent.CHANGE),
    (lambda facts: facts.has_parts and not only_chats(facts), Intent.PART),
    (_agrees, Intent.YES),
    (_declines, Intent.NO),
    (lambda facts: _is_greeted(facts) and len(facts.line) < LONG, Intent.GREET),
    (complains, Intent.CLAIM),
    (lambda facts: facts.says("hold"), Intent.UNKNOWN),
    (
        lambda facts: facts.has("thanks", "courtesy.thanks", "courtesy.praise", "courtesy.end", "courtesy.emoji"),
        Intent.THANKS,
    ),
)
