"""Wishes: fruit that is ordered, changed or only asked about, and parts of an order. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.changing import BEFORE_ORDER, EMPTY_HANDED
from core.reading.chatting import only_chats, only_names, wants_in_words
from core.reading.facts import Facts
from core.reading.lexicon import words_of
from core.reading.meaning import Change, Doubt, Item
from core.reading.questions import wants_the_total
from core.reading.sentence import ASSENT
from core.reading.showing import wants_pictures, wants_word
from core.reading.timewords import whole

BULK = {
    "dozen": 10,
    "kilo": 50,
    "piece": 120,
    "box": 10,
    "pack": 30,
    "gram": 50_000,
    "quintal": 1,
    "ton": 1,
    "maund": 3,
}
BARE_BULK = 120
INSTEAD = ("swap.after", "swap.before", "swap.with", "swap.new")  # not `to`, which also leads from hour to hour
CROWD = 15  # people; fewer are a household with guests
# What is asked beside an order without making it a question about fruit.
ASIDES = frozenset({"fee", "pay"})
ASKS = ("stop.question", "stop.mark", "asking", "ask.rate", "ask.total")


def is_bulk(facts: Facts) -> bool:
    if any(is_beyond_a_household(item) for item in facts.goods.items if item.unit or item.variety or item.stranger):
        return True
    early = facts.at in EMPTY_HANDED or facts.at == "cart"
    about_fruit = bool(facts.goods.items) or facts.line.has("fruit")
    about_fruit = about_fruit or (early and facts.line.has("want", "courtesy.give"))
    many = (facts.says("bulk") and not facts.has("homely")) or _is_for_a_crowd(facts)
    return many and about_fruit and not facts.home


def _is_for_a_crowd(facts: Facts) -> bool:
    """`we are 40 people in the office`, `pachaas logon ke liye`."""
    return any(facts.line.at(place + 1, "people") and (whole(mark) or 0) >= CROWD
               for place, mark in enumerate(facts.line.marks))  # fmt: skip


def is_beyond_a_household(item: Item) -> bool:
    """Whether so much is an office's, a party's or a dealer's."""
    if item.unit in {"quintal", "ton"}:
        return True
    return item.count is not None and item.count >= BULK.get(item.unit or "", BARE_BULK)


def repeats(facts: Facts) -> bool:
    agrees = facts.at == "regular" and facts.answered.spans[:1] and facts.answered.spans[0].means({"answer.yes"})
    only_same = facts.answered.is_only(ASSENT, {"thing", "want", "same", "command.repeat"})
    if agrees and not facts.line.has("courtesy.give") and only_same:
        return False  # the same was proposed, and is taken
    if _alters_the_same(facts, agrees=bool(agrees)):
        return True
    if _is_of_something_else(facts) or facts.at in {"where", "when"}:
        return False  # where a home or a window is asked for, the same is the same home
    if facts.has("when_where") or (facts.line.has("rest") and facts.goods.items) or _names_what_is_wanted(facts):
        return False
    same = facts.says("same", "command.repeat") or (facts.line.has("same") and not facts.goods.items)
    named = any(span.means({"same"}) and "order" in span.words for span in facts.said.spans) and not facts.goods.items
    return (
        same
        and (not facts.home or named)
        and not (facts.has_names and len(facts.goods.items) > 1 and facts.at in EMPTY_HANDED)
    )


def _is_of_something_else(facts: Facts) -> bool:
    """`pichli baar wale mat bhejna`, `wahi ghar pe`: the same is refused, or it is the same home or hour."""
    line = facts.line
    swaps = facts.at in BEFORE_ORDER | {"placed"} and any(item.instead_of for item in facts.goods.items)
    if swaps:
        return True  # `kesar ki jagah dasheri, maa ko wahi pasand hai`
    pays = facts.at in {"summary", "placed"} and (facts.payment or Doubt.PAYMENT in facts.doubts or line.has("pay"))
    refused = bool(pays) or (
        not facts.goods.items and line.has("change.remove", "remove") and line.has("deny", "remove")
    )
    if any(line.at(place, "same") and line.at(place - 1, "lead.refuse") and not line.marks[place].breaks
           for place in range(1, len(line))):  # fmt: skip
        return True  # `not the same please`
    near = {near for place in range(len(line)) if line.at(place, "same") for near in range(place - 2, place + 4)}
    beside = any(line.at(place, "topic.address", "topic.time", "home.flat", "paying") for place in near)
    return refused or (beside and facts.at != "regular")


def _alters_the_same(facts: Facts, *, agrees: bool) -> bool:
    """`3 kar do`, `haan, par sunday ko`, where the same as last time is proposed."""
    nameless = facts.at == "regular" and facts.goods.items and not facts.has_names
    if nameless and facts.line.has("make", "do.it"):
        return True
    pays = facts.payment is not None and facts.line.has("stop.contrast")  # `ok but pay by upi this time`
    return agrees and bool(facts.goods.items or facts.times.wanted or facts.home or pays)


def _names_what_is_wanted(facts: Facts) -> bool:
    """`hapus 1 dozen, wahi upi wala`, `wahi lal wale do kilo`: what is wanted is told, whatever else is the same."""
    plain = facts.at in EMPTY_HANDED and facts.has_names and any(item.count for item in facts.goods.items)
    if plain and not any(span.means({"same"}) and " " in span.words for span in facts.said.spans):
        return True
    refused = facts.has_names and facts.line.has("courtesy.give") and _is_no_model(facts)
    return facts.line.has("describes") or refused


def _is_no_model(facts: Facts) -> bool:
    """Whether what was last time is refused in a thought of its own."""
    unnamed = [thought for thought in facts.thoughts
               if "name" not in {facts.line.taken[place] for place in thought}]  # fmt: skip
    return any(any(facts.line.at(place, "same", "past") for place in thought)
               and any(facts.line.at(place, "deny", "remove") for place in thought) for thought in unnamed)  # fmt: skip


def only_asks(facts: Facts) -> bool:
    """A question, and no fruit that is plainly wanted besides."""
    if not facts.asks:
        return False
    if wants_pictures(facts) or wants_word(facts):
        return True
    items = facts.goods.items
    if len(items) > 1 and set(facts.asks) <= ASIDES and all(item.unit for item in items):
        return False  # `dozen kesar, dozen hapus, whats the delivery charge`
    if not items or not facts.wants:
        return not (items and any(item.change is not Change.SET for item in items)) and not _alters_too(facts)
    return not _orders_too(facts)


def _alters_too(facts: Facts) -> bool:
    """`can you bring it after 6 instead`: a change put as a question."""
    return facts.at in {"summary", "placed"} and (facts.times.wanted is not None or facts.home is not None) and (
        facts.is_polite or facts.line.has("swap", "make", "alter") or set(facts.asks) <= {"area"}
    ) and not facts.line.has("stop.mark")  # fmt: skip


def _counted(facts: Facts) -> list[Item]:
    """The items that are counted."""
    return [item for item in facts.goods.items if item.count]


def _orders_too(facts: Facts) -> bool:
    """`kesar milega? do darjan chahiye`: a wish beside a question."""
    counted = any(item.count for item in facts.goods.items)
    if not counted and facts.opens_asking:
        return False
    named = [item for item in _counted(facts) if item.variety or item.stranger]
    aside = set(facts.asks) <= ASIDES | ({"total"} if len(named) > 1 and facts.gives else set())
    if named and aside and (facts.wishes or facts.gives or _asks_apart(facts) or not _asks_of_it(facts)):
        return True
    if named and (_wishes_apart(facts) or ("total" in facts.asks and wants_the_total(facts))):
        return True
    if _asks_apart(facts) and (len(named) > 1 or (named and not set(facts.asks) & {"total", "rate", "unknown"})):
        return True
    wants = (
        facts.wishes and (counted or not facts.line.has("courtesy.give")) and not set(facts.asks) & {"unknown", "total"}
    )
    gives = counted and facts.gives and not set(facts.asks) & {"total", "unknown"}
    return wants or gives or facts.is_polite


def _asks_of_it(facts: Facts) -> bool:
    """`do peti kesar par delivery free hai kya`: what is counted is linked to the question."""
    line = facts.line
    ends = [place + 1 for place in range(len(line)) if line.taken[place] in {"name", "amount"}]
    return bool(ends) and max(ends) < len(line) and line.marks[max(ends)].words in words_of("linking")


def _asks_apart(facts: Facts) -> bool:
    """`2 kg safeda, when can you come?`: what is counted is one thought, and the question another."""
    asking = [thought for thought in facts.thoughts if any(facts.line.at(place, *ASKS) for place in thought)]
    told = [{facts.line.taken[place] for place in thought} for thought in facts.thoughts if thought not in asking]
    return bool(asking) and any(taken >= {"name", "amount"} for taken in told)


def _wishes_apart(facts: Facts) -> bool:
    """`2 dozen kesar please. How much is that?`: a wish in so many words, before the question of what it costs."""
    line = facts.line
    asking = [thought for thought in facts.thoughts if any(line.at(place, *ASKS) for place in thought)]
    wished = [thought for thought in facts.thoughts if thought not in asking
              and any(line.at(place, "want", "courtesy.give", "courtesy.please") for place in thought)
              and "amount" in {line.taken[place] for place in thought}]  # fmt: skip
    return bool(asking and wished) and wished[0].start < asking[0].start


def _orders_instead(items: Sequence[Item]) -> bool:
    """`hapus nahi, kesar 2`: where nothing was chosen, one fruit is wanted and another is only not meant."""
    return (
        len(items) == 1 and items[0].instead_of is not None and items[0].count is not None and items[0].unit is not None
    )


def changes_goods(facts: Facts) -> bool:
    items = facts.goods.items
    if not items:
        return (
            facts.at in BEFORE_ORDER and facts.line.has("each", "rest") and facts.line.has("remove", "swap", "double")
        )
    changed = any(item.change in {Change.REMOVE, Change.LESS} or item.instead_of for item in items)
    complete = facts.has_parts and bool(facts.times.wanted or facts.home or facts.payment)
    plain = facts.at in EMPTY_HANDED and all(item.count and (item.variety or item.stranger) for item in items)
    changed = changed or ("op" in facts.line.taken and not plain)  # `kesar 2 kg nahi 2 dozen`
    if facts.at in EMPTY_HANDED:
        ordered = [item for item in items if item.change is Change.SET and item.count and not item.instead_of]
        few = len(ordered) < 2 or facts.line.has("only")
        return changed and not complete and few and not _orders_instead(items)
    if facts.at == "regular":
        return False
    if changed or facts.at == "placed" or (facts.line.has("each", "rest") and facts.line.has("remove", "swap")):
        return True
    if any(item.change is Change.ADD for item in items):
        return False
    nameless = not facts.has_names or all(item.variety in facts.chosen and item.count for item in items)
    return nameless or facts.line.has("make", "only", "deny", "back", "change.only", "stop.contrast", "stop.doubt")


def orders(facts: Facts) -> bool:
    wished = facts.line.has("want", "courtesy.give", "courtesy.please", "people") or facts.sums or facts.times.wanted
    if facts.has("likes") and not wants_in_words(facts) and not any(item.count for item in facts.goods.items):
        return False  # `mujhe langra pasand hai`
    if facts.at in EMPTY_HANDED and only_names(facts):
        return False
    return (
        bool(facts.goods.items)
        or (facts.says("begins") and not facts.is_question)
        or (
            facts.line.has("fruit")
            and bool(wished)
            and not (facts.at not in EMPTY_HANDED and (facts.payment or Doubt.PAYMENT in facts.doubts))
            and not facts.has("praise")
            and (not facts.line.has("past") or wants_in_words(facts))
        )
    )


def changes_parts(facts: Facts) -> bool:
    """A day, home or way to pay that alters what is known already where the chat stands."""
    if not facts.has_parts or (facts.at in EMPTY_HANDED and only_chats(facts)) or _answers_when(facts):
        return False
    if facts.times.refused is not None or (facts.line.has(*INSTEAD) and (facts.times.wanted or facts.home)):
        return True
    if facts.at == "where" and facts.home is not None and facts.home.elsewhere:
        return False  # `I stay in Brigade Meadows actually`
    alters = facts.times.wanted is not None or (facts.home is not None and facts.at != "where")
    left = facts.note is not None or facts.phone is not None
    if facts.at == "summary":
        return alters or (left and facts.payment is None)
    if facts.at == "placed":
        return alters or left or facts.payment is not None or facts.home is not None
    denies = any(mark.means("deny", "back", *INSTEAD) and not mark.means("home.number", "answer")
                 for mark in facts.line.marks)  # fmt: skip
    denies = denies or (facts.at != "where" and facts.has("alter", "mistaken")) or "refused" in facts.line.taken
    # A home where the window is asked is another than the one told before.
    anew = facts.at == "when" or (facts.has("alter") and facts.has("topic.address"))
    denies = denies or (facts.home is not None and anew)
    found = (facts.times.wanted, facts.times.refused, facts.home, facts.payment, facts.note, facts.phone)
    denies = denies and any(found)  # not `cash nahi hai mere paas`: refused, and nothing in its place
    return denies and not _lacks_a_part(facts) and facts.at in {"where", "when", "cart"} and not facts.note


def _answers_when(facts: Facts) -> bool:
    """`kal nahi, parso shaam`, where a window is asked for: the answer that was waited for."""
    timely = facts.times.wanted or facts.times.refused
    return facts.at == "when" and bool(timely) and not (facts.home or facts.line.has("alter", "mistaken"))


def _lacks_a_part(facts: Facts) -> bool:
    """`flat 604, tower yaad nahi`: what is not known of a home changes nothing."""
    line = facts.line
    told = any(line.at(place, "deny") and line.at(place - 2, "home.tower", "home.flat", "home.floor")
               and not line.marks[place - 1].meanings for place in range(len(line)))  # fmt: skip
    return facts.at == "where" and told and "refused" not in line.taken
