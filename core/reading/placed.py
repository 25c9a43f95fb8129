"""What is said of an order placed: complaints, money back, bills, where it is; and praise. Pure."""

from __future__ import annotations

from core.reading.cancelling import ORDERS
from core.reading.changing import BEFORE_ORDER, EMPTY_HANDED
from core.reading.facts import Facts
from core.reading.lexicon import words_of
from core.reading.meaning import Doubt
from core.reading.noclaims import is_no_claim, is_of_an_order, is_waited_for, wants_less
from core.reading.sums import INSIDE
from core.reading.tallies import HOLDS, tells_what_came, tells_what_was_sent

MONEY = frozenset({"refund", "money"})
LETTING_GO = frozenset({"chhodo", "chodo", "chhod do", "chod do", "छोड़ो", "छोड़ दो", "na karein", "na kare", "na karo",
                        "ना करें", "न करें", "needed", "required"})  # fmt: skip
BIDDING_NOT = ("dont", "do not", "no need", "need not", "please dont")


def claims(facts: Facts) -> bool:
    """Something was wrong with what came: bad fruit in the past, goods missing or late, money taken twice."""
    if is_no_claim(facts):
        return False
    said, past = facts.has, facts.has("past") or facts.at == "placed"
    numbers = sum(mark.is_number or mark.means("number") for mark in facts.line.marks)
    counted = facts.says("claim.missing") and facts.has("paying", "paid") and numbers > 1
    twice = facts.says("claim.twice", "claim.want", "complaint.money") and not facts.has("refund")
    helpless = _is_bad(facts) and facts.says("helpless") and not (facts.has_names or facts.home)
    if counted or twice or helpless:
        return True  # `I counted ten, I paid for twelve`, `they are rotten, what do I do`
    if any(tells(facts) for tells in (_holds_too_few, _wants_no_money, _tells_of_wrong, _came_instead, _tells_of_count,
                                      _is_none_of_its_kind, tells_what_came)):  # fmt: skip
        return True
    told = any(span.means({"claim"}) and not span.means({"complaint.weak", "stop.doubt"}) for span in facts.said.spans)
    alters = (facts.home is not None or facts.times.refused is not None) and not told
    alters = alters or (facts.at in BEFORE_ORDER and not (facts.line.has("past") and facts.line.has("fruit")))
    wrong = _is_bad(facts) or said("complaint.goods")
    bad = (
        wrong
        and (past or _states(facts))
        and not alters
        and (not said("remove") or (facts.at in EMPTY_HANDED and facts.has("past")))
    )
    missing = (
        facts.says("claim.missing")
        and not (facts.at in BEFORE_ORDER and (said("remove") or wants_less(facts)))
        and (past or said("claim.bad") or _states(facts))
        and not _is_swap(facts)
    )
    looks = facts.is_question and facts.has("when_where") and not bad
    late = facts.says("claim.late") and past and (facts.at not in EMPTY_HANDED or is_of_an_order(facts))
    return bad or (missing and not looks) or (late and not looks)


def _holds_too_few(facts: Facts) -> bool:
    """`ek peti me bees hi aam hain`, `dozen me sirf 10`."""
    line = facts.line
    for place in range(len(line) - 3):
        number, other = (place + 2, place + 3) if line.at(place + 3, "only") else (place + 3, place + 2)
        inside = line.at(place, "unit") and line.marks[place + 1].words in INSIDE and line.at(other, "only")
        if inside and (line.marks[number].is_number or line.at(number, "number")):
            return not facts.is_question and not line.has("want", "courtesy.give")
    return False


def _is_bad(facts: Facts) -> bool:
    """Whether something is called bad: `sade` before a number is a half more, and nothing rotten."""
    said = [(span.meanings, [one.meanings for one in facts.said.spans[place + 1 : place + 2]])
            for place, span in enumerate(facts.said.spans)]  # fmt: skip
    marked = [(mark.meanings, [one.meanings for one in facts.line.marks[place + 1 : place + 2]])
              for place, mark in enumerate(facts.line.marks)]  # fmt: skip
    return any("claim.bad" in meanings and not _shifts(meanings, after) for meanings, after in [*said, *marked])


def _shifts(meanings: frozenset[str], after: list[frozenset[str]]) -> bool:
    """Whether a word may be added to the number behind it."""
    counts = any(meaning.startswith("number.") for one in after for meaning in one)
    return counts and any(meaning.startswith("offset.") for meaning in meanings)


def _is_none_of_its_kind(facts: Facts) -> bool:
    """`the alphonso is not alphonso`, `langra bola tha, dasheri aa gaya`, and what is bad in two ways."""
    names = {item.variety or item.stranger for item in facts.goods.items if item.variety or item.stranger}
    itself = any(item.instead_of is not None and item.instead_of == item.variety for item in facts.goods.items)
    other = len(names) > 1 and facts.says("promised") and facts.has("sent")
    wrongs = sum(span.means({"claim.bad"}) and not span.means({"offset"}) for span in facts.said.spans)
    return itself or other or (wrongs > 1 and facts.at not in BEFORE_ORDER
                               and not any(item.count for item in facts.goods.items))  # fmt: skip


def _came_instead(facts: Facts) -> bool:
    """`you sent kesar instead of hapus`, `peti me kesar ki jagah langra hai`: what came, and what a box holds."""
    line = facts.line
    swapped = any(item.instead_of for item in facts.goods.items)
    inside = any(line.at(place, "unit.box", "unit.pack") and (
        line.marks[place + 1].words in HOLDS or line.marks[max(place - 2, 0)].words in INSIDE)
        for place in range(len(line) - 1))  # fmt: skip
    holds = inside and not line.has("make", "do.it", "courtesy.give", "want", "swap.with") and facts.at == "placed"
    return swapped and (facts.has("sent") or holds) and not facts.has("do.it", "make", "and")


def _states(facts: Facts) -> bool:
    """Whether a line only says how something is: nothing is wanted, refused or asked in it."""
    asks = facts.line.has("stop.mark") and not facts.has("claim.want")
    wants = facts.wishes or facts.line.has("do.it", "make", "swap", "alter") or facts.has("polite", "postpone")
    denies = (
        facts.line.has("lead.refuse")
        or facts.has("which")
        or (
            facts.says("ask.unknown") and not facts.has("pictures")  # `rotten inside, sending pics`
        )
    )
    return not (asks or wants or denies or facts.home or facts.payment or facts.times.refused)


def _tells_of_count(facts: Facts) -> bool:
    """`paid for a dozen, ten came`: amounts of the past, of which nothing is wanted."""
    counted = Doubt.QUANTITY in facts.doubts or any(item.count is not None for item in facts.goods.items)
    came = facts.line.has("past") and facts.has("sent") and not facts.line.has("report", "packing")
    numbers = sum(what in {"", "amount"} and (mark.is_number or mark.means("number", "fraction"))
                  for mark, what in zip(facts.line.marks, facts.line.taken, strict=True))  # fmt: skip
    named = sum(bool(item.variety and item.count) for item in facts.goods.items)
    less = numbers > 1 and named < 2 and facts.has("swap", "only", "past") and not facts.has("if_so")
    less = less and not facts.home and not facts.times.wanted
    return came and not facts.wishes and ((counted and facts.has("paying", "paid")) or less)


def complains(facts: Facts) -> bool:
    """After an order, what is told of the past with a denial and is nothing else: `delivery nahi hui`, `not happy`."""
    told = facts.has("past", "sent", "still", "praise") and not facts.is_question
    return facts.at == "placed" and told and facts.line.has("deny", "lead.refuse")


def _tells_of_wrong(facts: Facts) -> bool:
    """After an order: one fruit came for another, what was promised was not so, or it was paid and does not show."""
    names = sum(bool(item.variety or item.stranger or item.instead_of) for item in facts.goods.items)
    swapped = facts.has("sent") and (names > 1 or any(item.instead_of for item in facts.goods.items))
    if facts.says("promised") and facts.line.has("past") and facts.times.wanted and not facts.payment:
        return not (facts.wishes or facts.is_question)  # `4 baje bola tha, raat 9 ko diya`
    if facts.at != "placed":
        counted = any(item.count for item in facts.goods.items)
        return swapped and facts.line.has("past") and not (facts.wishes or facts.is_question or counted)
    paid = facts.says("paid") and facts.has("still", "stop.contrast", "claim", "deny")
    short = (
        facts.has("sent", "got") and facts.line.has("only", "less") and any(item.count for item in facts.goods.items)
    )
    short = short and not facts.line.has("make", "do.it")
    short = short or _tells_of_the_box(facts)
    altered = facts.payment or facts.home or facts.times.wanted
    return short or swapped or (facts.says("promised") and not altered) or paid or facts.says("still_came")


def _tells_of_the_box(facts: Facts) -> bool:
    """`peti me pani bhara tha`: of a box that is not counted it is told how it was."""
    items = facts.goods.items
    bare = bool(items) and not any(item.count or item.variety or item.stranger for item in items)
    return bare and facts.has("past") and not facts.wishes and not facts.line.has("make", "do.it", "remove", "more")


def _is_swap(facts: Facts) -> bool:
    """`kesar ki jagah langra`, where nothing is told of the past."""
    told = facts.line.has("past.past") and facts.line.has("only")  # `barah ki jagah das hi the`
    return facts.line.has("swap") and not facts.has("sent") and not told


def praises(facts: Facts) -> bool:
    """Praise that orders and asks nothing: `super bhai mast the hapus`, `kal jo 2 dozen diye the bahut mast the`."""
    came = tells_what_was_sent(facts)
    counted = any(item.count for item in facts.goods.items) and not came
    if facts.says("refund") and _thanks_for_it(facts):
        return True
    wished = facts.times.wanted and not (came and facts.line.has("last_time"))
    if wished or facts.home or facts.has("claim.bad", "claim.missing", "claim.late"):
        return False
    if facts.line.has("deny", "lead.refuse") and facts.at == "placed":
        return False
    wants = any(mark.means("want", "courtesy.give") and mark.words not in {"i", "we"} for mark in facts.line.marks)
    good = (
        facts.line.has("suits", "courtesy.thanks", "courtesy.praise")
        and facts.line.has("fruit")
        and facts.line.has("past")
    )
    return (
        (facts.has("praise") or (good and not facts.line.has("deny")))
        and not counted
        and not wants
        and not facts.is_question
    )


def postpones(facts: Facts) -> bool:
    """`soch ke bataunga`, `will confirm at night`: nothing is wanted yet."""
    firm = facts.is_polite and facts.has_names and any(item.count for item in facts.goods.items)
    if firm and not facts.line.has("deny", "or"):
        return False  # `can you keep aside 2 dozen alphonso, will tell you the day later`
    adds = facts.has_names and facts.line.has("more", "courtesy.give") and not facts.line.has("deny", "or")
    if adds and any(item.count for item in facts.goods.items) and facts.at not in EMPTY_HANDED:
        return False  # `ek kilo langra bhi jod do, phir payment batata hu`
    if any(item.count for item in facts.goods.items) and _puts_off_the_rest(facts):
        return False
    told = facts.wishes or any(item.count for item in facts.goods.items)
    rest = facts.has_names and told and facts.has("rest")  # `dasheri bhijwao, baaki baad me batate hai`
    asks = facts.asks and (facts.is_question or set(facts.asks) != {"unknown"})
    return facts.has("postpone") and not rest and not asks and Doubt.PAYMENT not in facts.doubts


def _puts_off_the_rest(facts: Facts) -> bool:
    """`2 dozen kesar, time baad me batati hu`: besides what is counted, when, where or how is told later."""
    spans, thoughts = facts.said.spans, facts.thoughts_said
    counted = {one for one, span in zip(thoughts, spans, strict=True) if span.means({"unit", "number", "fraction"})}
    later = {one for one, span in zip(thoughts, spans, strict=True) if span.means({"postpone"})}
    words = {
        word for one, span in zip(thoughts, spans, strict=True) if one not in counted for word in span.words.split()
    }
    return later.isdisjoint(counted) and not words.isdisjoint(words_of("told_later"))


def refunds(facts: Facts) -> bool:
    cancels = (facts.line.has("cancel") or facts.says("cancel")) and not _asks_for_its_money(facts)
    told = facts.has("claim.bad") or _wants_no_money(facts) or cancels
    supposes = facts.is_question and facts.has("stop.condition") and facts.at in EMPTY_HANDED
    money = facts.has("refund") or _asks_for_its_money(facts)
    others = facts.at in EMPTY_HANDED and facts.has("third") and not facts.has("ours")
    none = others or told or supposes or _speaks_of_none(facts)
    return money and not none and not _thanks_for_it(facts)


def _asks_for_its_money(facts: Facts) -> bool:
    """`my cancelled order, where is the money`: it is cancelled already."""
    done = any(mark.words == "cancelled" for mark in facts.line.marks) or facts.line.has("past")
    done = done and not (facts.goods.items or facts.payment)
    back = facts.line.has("money") and facts.line.has("comes_back") and facts.has("when_where", "still", "deny")
    if back and not (facts.goods.items or facts.has("claim.bad", "stop.condition")):
        return True  # `पैसे अजून परत आले नाहीत, कधी मिळणार`
    return done and facts.says("refund", "money") and facts.has("when_where", "still", "refund")


def _thanks_for_it(facts: Facts) -> bool:
    """`refund aa gaya, thank you`."""
    thanked = facts.has("courtesy.thanks", "courtesy.praise", "thanks") and facts.has("sent", "past", "got")
    return thanked and not facts.is_question and not facts.line.has("deny", "when_where", "still")


def _wants_no_money(facts: Facts) -> bool:
    """`refund nahi chahiye, acche aam bhejo`, `no money back, just replace the rotten ones`: better fruit is wanted."""
    better = facts.line.has("fruit", "courtesy.give") or facts.has("claim.bad", "claim.want")
    return facts.says("refund") and facts.line.has("remove", "lead.refuse") and better


def _refuses_money(facts: Facts) -> bool:
    """`refund mat karo, agli baar adjust kar dena`, `no need to refund`: told not to, in the words beside it."""
    spans = facts.said.spans
    places = [place for place, span in enumerate(spans) if span.means(MONEY)]
    told = facts.is_question or facts.has("still", "got", "sent")
    behind = any(span.means({"optout.refuse", "keep"}) or span.words in LETTING_GO
                 for place in places for span in spans[place + 1 : place + 3])  # fmt: skip
    before = any(span.words.startswith(BIDDING_NOT) or span.words == "no"
                 for place in places for span in spans[max(place - 3, 0) : place])  # fmt: skip
    return (behind or before) and not told


def _speaks_of_none(facts: Facts) -> bool:
    """`refund ki baat nahi kar rahi`, `my son says you refund easily`: denied at once, or said by somebody."""
    line = facts.line
    if _refuses_money(facts):
        return True
    denied = any(line.at(place, "refund", "money") and line.at(place + 1, "not_said") for place in range(len(line)))
    denied = denied or any(line.at(place, "not_said") and line.at(place + step, "refund")
                           for place in range(len(line)) for step in (1, 2, 3))  # fmt: skip
    return denied or (facts.at in EMPTY_HANDED and line.has("quotes") and line.has("know"))


def bills(facts: Facts) -> bool:
    asked = facts.line.has("courtesy.give", "want") and not facts.is_question  # `pakka bill bhej dein`
    papers = facts.line.has("bill") and asked and facts.at == "placed"
    return (facts.says("bill") or papers) and not facts.goods.items and "total" not in facts.asks


def tracks(facts: Facts) -> bool:
    if facts.times.wanted and facts.line.has("make", "swap", "alter", "courtesy.give") and not facts.is_question:
        return False  # `subah 10 se 12 me kar do mera order`
    waits = facts.at == "placed" and facts.is_question and facts.has("when_where") and not facts.has("refund")
    if facts.asks == ("ripe",):
        return False  # `is it ripe?`
    said = facts.says("track", "command.track") and "windows" not in facts.asks and "where" not in facts.asks
    waits = waits or _misses_it(facts) or is_waited_for(facts)
    counted = any(item.count and (item.unit or item.variety) for item in facts.goods.items)
    return (said or waits) and not (facts.has_names and facts.at != "placed") and not counted


def _misses_it(facts: Facts) -> bool:
    """`order aaya nahi abhi tak, kahan hai`."""
    named = any(mark.words in ORDERS or (mark.means("thing.order") and "order" in mark.words)
                for mark in facts.line.marks)  # fmt: skip
    return named and facts.has("when_where") and facts.has("still", "past")
