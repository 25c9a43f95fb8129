"""Reading a line as a whole: what it is for, of what, when, where and how, and what stayed unclear. Pure.

A line is taken apart into marks (marks.py); then each finder takes what is its own, in an order that settles what a
number is: phone, note, time, home, sum of money, amount, and at last the names of fruit. What the line is for is
decided by all of it together (intents.py).
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from core.reading.book import Book
from core.reading.changing import EMPTY_HANDED
from core.reading.codes import is_code
from core.reading.commands import command_of
from core.reading.dwellings import find_home
from core.reading.endings import in_its_words
from core.reading.facts import Facts
from core.reading.goods import find_goods
from core.reading.hearing import respelt
from core.reading.hostile import is_hostile
from core.reading.idle_numbers import take_idle_numbers
from core.reading.intents import decide
from core.reading.letters import normalise
from core.reading.marks import Line, mark_line
from core.reading.meaning import Doubt, Item, Meaning, Sureness
from core.reading.moments import Times, find_times, says_only_days
from core.reading.notes import find_note
from core.reading.paying import find_payment
from core.reading.phones import find_phones
from core.reading.questions import questions
from core.reading.sentence import Sentence, read_spans
from core.reading.settling import settle
from core.reading.spoken import by_sound, written_out
from core.reading.sums import find_sums
from core.reading.timewords import whole
from core.reading.tokens import tokenise
from core.reading.told import take_told, thoughts_of


def read_meaning(typed: str, book: Book, today: date, at: str = "", chosen: tuple[Item, ...] = ()) -> Meaning:
    """The whole meaning of a line. `today` is the shop's business day. Never raises.

    `at` is where the chat stands (`start`, `cart`, `where`, `when`, `summary`, `placed`, `regular`), `chosen` what is
    in the cart or order there: a bare number is a flat where a home is asked for, and `both` are two that were chosen.
    """
    if is_hostile(typed, book) or is_code(typed):
        return Meaning(typed, leftovers=(typed[:60],))
    facts = find_facts(typed, book, today, at, frozenset(item.variety for item in chosen if item.variety is not None))
    return settle(typed, facts, decide(facts), command_of(facts), chosen)


@lru_cache(maxsize=8)
def warm(book: Book) -> Book:
    """A book whose tables of sounds are made, so that no customer waits for them."""
    for line in ("zzzz qqqqq plam grov 9876543210", "इमाम बसंत"):
        read_meaning(line, book, date(2026, 5, 20))
    return book


def find_facts(typed: str, book: Book, today: date, at: str = "", chosen: frozenset[int] = frozenset()) -> Facts:
    """Everything found in a line, each finder taking what is its own."""
    text = in_its_words(by_sound(normalise(typed.replace("\n", " ; "))), book)
    line = mark_line(text, book)
    if (digits := written_out(line, at)) != text:
        text, line = digits, mark_line(digits, book)
    take_told(line, at)
    phone = _take_phone(line)
    _take_people(line)
    take_idle_numbers(line, thoughts_of(line))
    note = find_note(line, phone)
    times = find_times(line, today, at)
    home = find_home(line, at)
    sums = find_sums(line)
    goods = find_goods(line, "regular" if at in EMPTY_HANDED and line.has("same") else at, sums)
    said = read_line(text, book)
    payment, unclear = find_payment(line, said)
    fails = Doubt.PAYMENT in unclear or (payment and line.has("fails"))
    if fails and not (goods.items or home) and says_only_days(times.wanted):
        times = Times(None, None)  # `sorry no cash today`: the day on which it fails
    facts = Facts(line, at, said, goods, times, home, payment, note, phone, sums, chosen)
    if sums and not goods.items and line.has("fruit"):
        facts.doubts.add(Doubt.PRICE)
    if line.has("describes") and goods.items and not any(item.variety or item.stranger for item in goods.items):
        facts.doubts.add(Doubt.VARIETY)
    if home is not None and home.sureness is Sureness.UNCLEAR:
        facts.doubts.add(Doubt.HOME)
    facts.doubts |= goods.doubts | unclear | ({Doubt.WHEN} if times.contradicts else set())
    if times.wanted is None and line.has("past_day") and (at == "when" or _wants_what_is_past(facts)):
        facts.doubts.add(Doubt.WHEN)
    facts.asks = questions(facts)
    return facts


def read_line(text: str, book: Book) -> Sentence:
    """The line read by its longest ways of all kinds, for what it asks and wants as a whole."""
    typed = tokenise(text)
    lexicon = book.tongues.heard_in([token.text for token in typed])
    tokens = tuple(respelt(typed, lexicon, book))
    spans = read_spans(tokens, lexicon)
    return Sentence(text, " ".join(token.text for token in tokens), spans)


def _wants_what_is_past(facts: Facts) -> bool:
    """`1 dozen kesar yesterday`: wanted on a day that is over, and told of nothing that was."""
    told = any(mark.means("past", "sent", "had", "mention", "ordered") and not mark.means("past_day")
               for mark in facts.line.marks)  # fmt: skip
    return facts.at in EMPTY_HANDED and any(item.count for item in facts.goods.items) and not told


def _take_people(line: Line) -> None:
    """`40 log hain`: they are counted, and no fruit, hour or flat is."""
    for place, mark in enumerate(line.marks):
        after = place + 1 + int(line.at(place + 1, "only") and line.at(place + 2, "people"))  # `do hi log hain`
        if whole(mark) is not None and line.at(after, "people"):
            line.take(place, after + 1, "along")


def _take_phone(line: Line) -> str | None:
    """The one number to call; of several none, and none of them counts fruit."""
    found = find_phones(line.text)
    for _, start, end in found:
        for place, mark in enumerate(line.marks):
            if mark.start >= start and mark.end <= end:
                line.take(place, place + 1, "phone")
    numbers = {digits for digits, _, _ in found}
    return numbers.pop() if len(numbers) == 1 else None
