"""Which everyday questions a line asks, and which fruit they are about; read once a turn."""

from __future__ import annotations

from dataclasses import dataclass

from core.answers.queries import taught_ways
from core.answers.rules import find_ways
from core.reading.amounts import read_amount
from core.reading.meaning import Item
from core.reading.sentence import Sentence
from flows.questions import MOST_ANSWERED, questions_in
from flows.turn import Turn

# What stands around an amount in a question.
AROUND = frozenset({"ask", "stop", "bulk", "use", "ripeness", "topic", "day", "weekday", "part", "when"})
OWN = "own"  # a question that an answer of the founder's speaks of


@dataclass(frozen=True)
class Asked:
    """The questions in the order they stand, each once. `items` are the fruit they name, with amounts where said.

    `topics` are the keys of the founder's answers, `uses` and `ripeness` what the fruit shall be good for or like.
    """

    questions: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    topics: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    ripeness: tuple[str, ...] = ()

    @property
    def varieties(self) -> tuple[int, ...]:
        """The products that are named, each once."""
        return tuple(dict.fromkeys(item.variety for item in self.items if item.variety is not None))

    @property
    def strangers(self) -> tuple[str, ...]:
        """Mangoes that are named and not ours."""
        return tuple(dict.fromkeys(item.stranger for item in self.items if item.stranger))


def read_asked(turn: Turn) -> Asked:
    """What the turn's words ask."""
    if "asked" not in turn.scratch:
        turn.scratch["asked"] = _read(turn)
    asked: Asked = turn.scratch["asked"]
    return asked


def _read(turn: Turn) -> Asked:
    said = turn.said
    topics = topics_in(said) + _taught(turn)
    questions = questions_in(said, turn.said_of_fruit if may_name_fruit(said) else None)
    if topics:
        questions = tuple(dict.fromkeys(OWN if each == "unknown" else each for each in (*questions, OWN)))
    if not questions:
        return Asked()
    return Asked(
        questions[:MOST_ANSWERED],
        items_in(turn.said_of_fruit),
        tuple(dict.fromkeys(topics)),
        tuple(said.values("use")),
        tuple(said.values("ripeness")),
    )


def may_name_fruit(said: Sentence) -> bool:
    """Whether there is a word that the lexicon does not know, which the shop may."""
    return any(not span.meanings for span in said.spans)


def topics_in(said: Sentence) -> list[str]:
    return said.values("topic")


def _taught(turn: Turn) -> list[str]:
    """Answers asked for by words that were taught; looked up when there are words that nobody else knows."""
    if not may_name_fruit(turn.said) and not turn.said.has("ask.unknown"):
        return []
    spans = [span for span in turn.said.spans if not span.means({"courtesy", "stop.mark"})]  # as `way_to_ask` does
    return find_ways(tuple(word for span in spans for word in span.words.split()), taught_ways(turn.session))


def items_in(said: Sentence) -> tuple[Item, ...]:
    """The fruit of a line: with its amount when the line is of one, else the names alone."""
    named = list(dict.fromkeys(int(value) for value in said.values("variety")))
    without = Sentence(said.typed, said.words, tuple(span for span in said.spans if not span.means(AROUND)))
    amount = read_amount(without) if len(named) == 1 else None
    if amount is not None:
        return (Item(named[0], count=amount.count, unit=amount.unit),)
    return tuple(Item(variety) for variety in named)
