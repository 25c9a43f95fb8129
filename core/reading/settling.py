"""The meaning of a line, made of what was found in it and what it is for. Pure."""

from __future__ import annotations

from dataclasses import replace

from core.reading.changing import BEFORE_ORDER, EMPTY_HANDED
from core.reading.chosen import with_chosen
from core.reading.facts import Facts
from core.reading.goods import with_one
from core.reading.lexicon import words_of
from core.reading.marks import Mark
from core.reading.meaning import Change, Doubt, Intent, Item, Meaning, SaidHome
from core.reading.prices import lists_prices, unpriced
from core.reading.quantities import BOXES
from core.reading.tokens import TokenKind
from core.reading.told import told_beside

# What says nothing of fruit, windows, homes: what was said of them then is told of what was.
BARE = frozenset({Intent.CLAIM, Intent.TRACK, Intent.REFUND, Intent.BILL, Intent.CANCEL, Intent.HUMAN, Intent.STOP,
                  Intent.START, Intent.LANGUAGE, Intent.YES, Intent.NO, Intent.GREET, Intent.THANKS, Intent.COMMAND,
                  Intent.UNKNOWN})  # fmt: skip
DEMANDING = frozenset({Intent.ORDER, Intent.BULK, Intent.REPEAT, Intent.CHANGE})
UNSURE = DEMANDING | {Intent.PART}
# What tells of an order that was, asks, complains or puts off; and what may stand around a cancelling.
WRONG = frozenset({"wrong", "galat", "गलत", "ग़लत"})
TELLING = frozenset({"claim", "complaint", "postpone", "refund", "rate_word", "how_much", "hostile.command"})
WANTING = frozenset({"want", "courtesy", "courtesy.give", "remove", "less", "swap", "make", "alike"})
MONEY = frozenset({"paying", "pay", "refund"})
CANCELLING = frozenset({"cancel", "command.cancel", "courtesy", "do", "thing", "want", "deny", "answer", "make",
                        "back", "along", "day", "number"})  # fmt: skip
STOPPING = ("stop.question", "stop.doubt", "stop.condition", "stop.contrast", "stop.mark")


def settle(
    typed: str,
    facts: Facts,
    intents: tuple[Intent, ...],
    command: str | None,
    chosen: tuple[Item, ...],
) -> Meaning:
    """Everything together, without what this kind of line does not say."""
    intent = intents[0]
    leftovers = find_leftovers(facts, intent)
    if intent in BARE:
        return Meaning(
            typed, intents if intent is not Intent.UNKNOWN else (intent,), leftovers=leftovers,
            command=command if intent is Intent.COMMAND else None,
            language=_language(facts) if intent is Intent.LANGUAGE else None,
        )  # fmt: skip
    wished = None if _asks_of_cancelling(facts, intent) else facts.times.wanted
    payment = None if intent is Intent.ASK or "pay" in facts.asks else facts.payment
    return Meaning(
        typed,
        intents,
        items=with_chosen(facts.line, _items(facts, intent), chosen),
        when=wished,
        when_not=facts.times.refused,
        home=facts.home or _elsewhere(facts, intent),
        payment=payment,
        phone=facts.phone,
        note=facts.note,
        asks=facts.asks or (("unknown",) if intent is Intent.ASK else ()),
        doubts=frozenset(
            facts.doubts
            - (
                {Doubt.PRICE, Doubt.PAYMENT, Doubt.SHARED, *_uncounted(facts)}
                if intent is Intent.ASK
                else _asked_about(facts)
            )
        ),
        leftovers=leftovers,
    )


def _asks_of_cancelling(facts: Facts, intent: Intent) -> bool:
    """`is it possible to cancel after 6?`: the hour is none of a delivery's."""
    return intent is Intent.ASK and facts.asks == ("unknown",) and facts.has("cancel", "supposes")


def _uncounted(facts: Facts) -> set[Doubt]:
    """`ek peti me kitne darjan hote hain`: of a question that names no fruit nothing is counted."""
    return set() if facts.has_names else {Doubt.QUANTITY}


def _asked_about(facts: Facts) -> set[Doubt]:
    """`dasheri 3 kilo bhej do aur kesar ka kya bhav hai`: no amount is shared with what is only asked about."""
    return {Doubt.SHARED} if {"rate", "availability"} & set(facts.asks) else set()


def _elsewhere(facts: Facts, intent: Intent) -> SaidHome | None:
    """`andheri me delivery hai kya`: a question about a place that nobody knows here."""
    if intent is not Intent.ASK or "area" not in facts.asks or (facts.line.has("area") and not _is_of_an_estate(facts)):
        return None
    city = next((mark.words for mark in facts.line.marks if mark.means("city")), "")
    if city:
        return SaidHome(line=city, elsewhere=True)
    unknown = [mark.words for mark, what in zip(facts.line.marks, facts.line.taken, strict=True)
               if not what and not mark.meanings and mark.kind is TokenKind.WORD and len(mark.words) > 3]  # fmt: skip
    return SaidHome(line=" ".join(unknown), elsewhere=True) if unknown else None


def _is_of_an_estate(facts: Facts) -> bool:
    """`Prestige Lakeside`: the name of a part of our town behind one that nobody knows."""
    line = facts.line
    return any(line.at(place, "area") and place and not line.marks[place].breaks and not line.taken[place - 1]
               and not line.marks[place - 1].meanings for place in range(len(line)))  # fmt: skip


def _items(facts: Facts, intent: Intent) -> tuple[Item, ...]:
    items = tuple(_added(facts, item) for item in facts.goods.items)
    if lists_prices(facts):
        return unpriced(items)
    if intent is Intent.ASK:
        if facts.asks == ("unknown",) and facts.has("how_much"):
            items = tuple(
                replace(item, count=None) if item.unit in BOXES else item
                for item in items
                if item.variety or item.stranger
            )  # `ek peti me kitne aam`
        return tuple(replace(item, unit=item.unit if item.count else None, change=Change.SET) for item in items
                     if item.variety or item.stranger or (item.count and item.unit))  # fmt: skip
    if intent in DEMANDING:
        ones = {Change.ADD} if "op" in facts.line.taken else {Change.ADD, Change.SET}
        items = tuple(with_one(item) if item.change in ones else item for item in items)
    return items


def _added(facts: Facts, item: Item) -> Item:
    """To an order that was placed, fruit that is not in it is added, whatever the words."""
    new = facts.at == "placed" and facts.chosen and item.variety is not None and item.variety not in facts.chosen
    return replace(item, change=Change.ADD) if new and item.change is Change.SET and item.instead_of is None else item


def _language(facts: Facts) -> str | None:
    """The language asked for; one that is refused is not."""
    spans = facts.said.spans
    named = [(place, value) for place, span in enumerate(spans) if (value := span.value("speak")) is not None]
    asked = [value for place, value in named
             if not any(span.means({"deny", "remove"}) for span in spans[place + 1 : place + 2])
             and not any(span.means({"lead.refuse"}) for span in spans[max(place - 2, 0) : place])]  # fmt: skip
    return next(iter(asked or [value for _, value in named]), None)


def _is_calm(facts: Facts, mark: Mark, intent: Intent) -> bool:
    """`kya aap bhej sakte hain?` is politeness, `but` in a wish no condition: neither stops what only asks back."""
    if intent not in DEMANDING:
        return False
    polite = facts.is_polite and mark.means("stop.question", "stop.mark")
    return polite or (mark.means("stop.contrast") and not mark.means("stop.condition"))


def _is_beside(facts: Facts, place: int, intent: Intent) -> bool:
    """Whether a word that stops stands in a thought of its own beside what is counted: `himayat hai kya? 2 kilo do`;
    or takes back what a later amount puts right (`3 dozen, wait, make that 2`)."""
    taken = facts.line.taken
    if intent not in DEMANDING or "amount" not in taken:
        return False
    thought = next(thought for thought in facts.thoughts if place in thought)
    asks_apart = bool(facts.asks) and facts.line.at(place, "stop.question", "stop.mark")
    corrects = facts.line.at(place, "back") and "amount" in taken[place:] and "amount" in taken[:place]
    return corrects or (asks_apart and "amount" not in {taken[one] for one in thought})


def _takes_back_a_home(facts: Facts, place: int) -> bool:
    """`wrong flat, its b-315`, `flat galat hai, b-315`: the right one stands behind."""
    line = facts.line
    beside = line.at(place + 1, "home") or line.at(place - 1, "home")
    return facts.home is not None and beside and line.marks[place].words in WRONG


def find_leftovers(facts: Facts, intent: Intent) -> tuple[str, ...]:
    """Words that nobody knows, and those that stop an act, as far as nothing took them."""
    line = facts.line
    left = []
    for place, mark in enumerate(line.marks):
        if line.taken[place]:
            continue
        unknown = not mark.meanings  # a number that nothing took as well
        stops = mark.means(*STOPPING) and intent is not Intent.ASK and not _is_calm(facts, mark, intent)
        stops = stops and not _is_beside(facts, place, intent) and not _takes_back_a_home(facts, place)
        refuses = ("deny", "remove", "change.remove") if intent is Intent.PART else ("deny",)
        denied = facts.times.refused is not None or any(item.instead_of for item in facts.goods.items)
        denies = mark.means(*refuses) and not mark.means("and") and not denied
        denies = denies and intent not in {Intent.NO, Intent.CHANGE, Intent.STOP}
        if unknown or stops or denies:
            left.append(mark.words)
    return (*left, *_told(facts, intent), *_of_others(facts, intent))


def _of_others(facts: Facts, intent: Intent) -> tuple[str, ...]:
    """`neighbours ordered 5 kg dasheri too`, `parson shaadi hai`, `B-202 khali hai`: what others have or said, an
    occasion, where nobody lives any more. Where something is at stake nothing is changed by it."""
    line = facts.line
    if intent not in UNSURE:
        return ()
    theirs = facts.has("third") or any(word in words_of("kin") for mark in line.marks for word in mark.words.split())
    told = told_beside(line) if facts.at not in EMPTY_HANDED and facts.goods.items else ()
    day = facts.times.wanted is not None and not (facts.goods.items or facts.home)
    kinds = {"away", "occasion"} if day and not line.has("coming", "do.it", "make") else set()
    kinds |= {"money"} if day and not facts.payment and line.has("want") else set()
    kinds |= {"fails", "past"} if facts.home and not facts.goods.items else set()
    kinds |= {"there"} if facts.home and theirs and not facts.wishes else set()
    kinds |= {"mention", "past", "sent"} if facts.goods.items and theirs else set()
    kinds |= {"report", "supposes"} if facts.goods.items and facts.at not in EMPTY_HANDED else set()
    kinds |= {"last_time"} if facts.goods.items and line.has("thanks") and not facts.wishes else set()
    supposed = [mark.words for mark in line.marks if facts.goods.items and mark.words in words_of("supposed")]
    return (*told, *supposed, *_kin(facts), *(mark.words for mark in line.marks if kinds and mark.means(*kinds)))


def _kin(facts: Facts) -> tuple[str, ...]:
    """Their people beside nothing but a day: `papa kal subah ghar pe hain` moves no window. Who is addressed so, and
    whom it is for, is no such word."""
    line = facts.line
    only_day = facts.times.wanted is not None and not (facts.goods.items or facts.home)
    wishes = line.has("for", "courtesy.give", "swap", "alter", "make", "do.it")
    if wishes or not only_day or facts.at not in {"summary", "placed"}:
        return ()
    return tuple(mark.words for mark in line.marks if not mark.means("courtesy.address")
                 and any(word in words_of("kin") for word in mark.words.split()))  # fmt: skip


def _told(facts: Facts, intent: Intent) -> tuple[str, ...]:
    """Words that tell of something instead of wanting it: beside them no act is sure."""
    if intent is Intent.CANCEL:
        return tuple(span.words for span in facts.said.spans if not span.means(CANCELLING) or span.means(MONEY))
    if intent not in DEMANDING:
        return ()
    wants = facts.has_names or facts.wishes or intent is Intent.REPEAT
    telling = TELLING if wants else TELLING | {"past", "sent"}
    if facts.home is not None and any(span.words.startswith(tuple(WRONG)) for span in facts.said.spans):
        telling -= {"claim", "complaint"}
    if facts.at in BEFORE_ORDER and any(item.change is Change.LESS for item in facts.goods.items):
        telling -= {"claim", "complaint"}  # `one less` of what is in the cart
    return tuple(span.words for span in facts.said.spans if span.means(telling) and not span.means(WANTING)
                 and not span.means({"variety", "unit"}))  # fmt: skip
