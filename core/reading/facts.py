"""All that was found in a line, for the rules that tell what it is for. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from core.reading.goods import Goods
from core.reading.marks import Line
from core.reading.meaning import Doubt, SaidHome
from core.reading.moments import Times
from core.reading.sentence import Sentence
from core.reading.tokens import place_tokens

# What may stand around a bare act.
MAY = frozenset({"can", "could", "would", "may"})
HUMS = frozenset({"hmm", "hm", "हम्म"})
WHOM = frozenset({"i", "we", "you", "u"})
TAGS = frozenset({"hai na", "h na", "hain na", "hoga na", "hogi na", "है ना", "है न"})
MEETS = frozenset({"milenge", "milte hain", "milte hai", "mil", "मिलेंगे", "मिलते हैं"})
DOING = ("courtesy.give", "pay", "paying", "make", "postpone", "note", "telling", "want", "do.it", "remove", "call")
CALM = ("courtesy", "answer", "do", "thing", "want", "stop.mark")


@dataclass
class Facts:
    """All that was found in a line, for the rules."""

    line: Line
    at: str
    said: Sentence
    goods: Goods
    times: Times
    home: SaidHome | None
    payment: str | None
    note: str | None
    phone: str | None
    sums: list[int]
    chosen: frozenset[int] = frozenset()  # the varieties in the cart or order that the chat speaks of
    asks: tuple[str, ...] = ()
    doubts: set[Doubt] = field(default_factory=set)

    def has(self, *patterns: str) -> bool:
        """Whether the line says one of these, by its longest ways or word by word."""
        return self.said.has(*patterns) or self.line.has(*patterns)

    def says(self, *patterns: str) -> bool:
        """Whether one of its longest ways is one of these."""
        return self.said.has(*patterns)

    def is_only(self, *needs: str) -> bool:
        return self.said.is_only(needs, CALM)

    @property
    def answered(self) -> Sentence:
        """The line without a hum before the answer, where one is asked for: `hmm ha wahi`."""
        hums = self.at == "regular" and self.said.spans[:1] and self.said.spans[0].words in HUMS
        return replace(self.said, spans=self.said.spans[1:]) if hums else self.said

    @property
    def is_question(self) -> bool:
        marked = any(self._asks_at(place) for place in range(len(self.line)))
        return marked or self.said.has("stop.mark") or self._ends_asking

    @property
    def _ends_asking(self) -> bool:
        """`banyan me delivery hoti hai na`."""
        return bool(self.line.marks) and self.line.marks[-1].words in TAGS and not self.wishes

    def _asks_at(self, place: int) -> bool:
        """A word that asks: an auxiliary only where it opens a thought, `milega` not in `milega to bhej do`."""
        mark = self.line.marks[place]
        if mark.words in MEETS and not (self.goods.items or self.line.has("fruit", "topic", "pay")):
            return False  # `kal milenge`
        if mark.means("asking"):
            return not self.line.at(place - 1, "pay") and not self.line.at(place + 1, "if_so")
        if mark.words == "are" and self.line.at(place + 1, "day", "weekday", "deny", "courtesy.address", "mistaken"):
            return False  # `are kal nahi`, not English
        if mark.words == "were" and not self.line.at(
            place + 1, "courtesy.article", "variety", "fruit", "along", "ours"
        ):
            return False  # `we're both working`
        if mark.words in {"will", "shall"} and place + 1 < len(self.line) and self.line.at(place + 1, *DOING):
            return False  # `will give cash`
        opens = not mark.means("aux") or place == 0 or mark.breaks or self._opens(place)
        return mark.means("stop.question") and opens and self.line.taken[place] in {"", "pay"}

    @property
    def opens_asking(self) -> bool:
        """Whether its first word that is no courtesy asks: `are the alphonsos ripe or do they need days`."""
        first = next((mark for mark in self.line.marks if not mark.means("courtesy", "command.greet")), None)
        return first is not None and first.means("stop.question") and not self.is_polite

    @property
    def is_polite(self) -> bool:
        """Whether it asks only to be polite: `can you send`, `could I get`."""
        priced = self.has("ask.rate", "ask.total", "rate_word", "how_much")  # `can you tell me the cost of 3 kg langra`
        if self.line.has("telling") and (priced or not any(item.count for item in self.goods.items)):
            return False  # `could you tell me whether langra is in stock`
        words = [span.words for span in self.said.spans if not span.means({"courtesy.please"})]
        asks = any(one in MAY and other in WHOM for one, other in pairwise(words))  # `could i please get`
        return (self.says("polite") or (asks and self.line.has("unit"))) and not self.has("when_where")

    def _opens(self, place: int) -> bool:
        """Whether only small words stand before it in its thought."""
        return all(mark.means("courtesy", "command.greet") for mark in self.line.marks[:place])

    @property
    def wishes(self) -> bool:
        """Whether a word wants or gives; `order` alone is a thing as well."""
        return any(mark.means("want", "courtesy.give") and not mark.means("thing") and what != "amount"
                   and mark.words not in WHOM
                   for mark, what in zip(self.line.marks, self.line.taken, strict=True))  # fmt: skip

    @property
    def gives(self) -> bool:
        """Whether a word says `give` or `do it`; `do` before what it counts is two."""
        return any(mark.means("courtesy.give", "do.it") and what != "amount"
                   for mark, what in zip(self.line.marks, self.line.taken, strict=True))  # fmt: skip

    @cached_property
    def thoughts(self) -> tuple[range, ...]:
        """The places of each thought: what stands between commas, full stops and question marks."""
        marks = self.line.marks
        begins = [place for place, mark in enumerate(marks)
                  if place == 0 or mark.breaks or marks[place - 1].means("stop.mark")]  # fmt: skip
        return tuple(range(begin, end) for begin, end in pairwise([*begins, len(marks)]))

    @cached_property
    def thoughts_said(self) -> tuple[int, ...]:
        """For each of its longest ways the number of the thought that it begins in."""
        starts = [place.start for place in place_tokens(self.said.typed)]
        begins = [self.line.marks[thought.start].start for thought in self.thoughts if len(thought)]
        numbers, token = [], 0
        for span in self.said.spans:
            start = starts[token] if token < len(starts) else len(self.said.typed)
            numbers.append(sum(begin <= start for begin in begins))
            token += span.words.count(" ") + 1
        return tuple(numbers)

    @property
    def has_parts(self) -> bool:
        found = (self.times.wanted, self.times.refused, self.home, self.payment, self.note, self.phone)
        return any(found) or Doubt.PAYMENT in self.doubts or (self.at == "when" and Doubt.WHEN in self.doubts)

    @property
    def has_names(self) -> bool:
        return any(item.variety or item.stranger for item in self.goods.items)

    @property
    def wants(self) -> bool:
        """Whether words want or give, or a count stands by goods."""
        bare = not self.is_question and any(item.unit for item in self.goods.items)
        counted = bare or any(item.count for item in self.goods.items)
        return self.gives or self.line.has("want", "change.only") or counted
