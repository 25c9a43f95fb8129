"""Which everyday questions a line asks, and which fruit they are about; read once a turn."""

from __future__ import annotations

from dataclasses import dataclass

from core.answers.queries import answers_for, taught_ways
from core.answers.rules import find_ways
from core.answers.topics import named_in
from core.reading.meaning import Intent, Item
from flows.haggling import is_bargaining
from flows.turn import Turn

MOST_ANSWERED = 3
SHORT = 6  # tokens: what a line that means nothing as a whole may ask by a word; longer ones are somebody's leaflet
OWN = "own"  # a question that an answer of the founder's speaks of
BARGAIN = "bargain"  # no question, but a wish for a lower price
OFFERS = "offers"  # how to hear no more of them
DISCOUNT = "discount"  # the topic of hers that speaks of it
OF_THE_PRICE = frozenset({"unknown", "rate", "total", "best", "availability"})  # what bargaining sounds like
# What is asked of an order, by the intent that says so.
OF_ORDERS = {Intent.BILL: "bill", Intent.REFUND: "refund"}


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
    meaning, words = turn.meaning, tuple(turn.said.words.split())
    questions = [*meaning.asks, *(OF_ORDERS[intent] for intent in meaning.intents if intent in OF_ORDERS)]
    if meaning.intent is Intent.HUMAN and turn.said.has("pay"):
        questions = ["pay"]  # `gpay number do`
    elif _asks_how_offers_end(turn):
        questions = [OFFERS]
    elif meaning.intent is Intent.UNKNOWN and len(words) <= SHORT:
        questions = turn.said.values("ask")
    open_question = "unknown" in questions
    if is_bargaining(turn):
        return _of_the_price(turn, questions, words)
    topics = named_in("topic", words) if open_question else []
    if open_question or not meaning.is_whole or meaning.intent is Intent.UNKNOWN:
        topics += find_ways(plain_words(turn), taught_ways(turn.session))
    if topics:
        questions = [OWN if question == "unknown" else question for question in (*questions, OWN)]
    return Asked(
        tuple(dict.fromkeys(questions))[:MOST_ANSWERED],
        meaning.items,
        tuple(dict.fromkeys(topics)),
        tuple(named_in("use", words)),
        tuple(named_in("ripeness", words)),
    )


def _asks_how_offers_end(turn: Turn) -> bool:
    """`stop kya hai`, `what happens if I say stop`, `unsubscribe button kahan hai`: the word itself is asked about."""
    meaning, said = turn.meaning, turn.said
    tells = meaning.items or meaning.when or meaning.home or meaning.payment
    asks = said.has("stop.question", "stop.mark", "ask")
    return asks and said.has("command.stop", "optout.end") and not tells and len(said.spans) <= SHORT


def _of_the_price(turn: Turn, questions: list[str], words: tuple[str, ...]) -> Asked:
    """What the founder wrote of it, else that the price is the same for everybody; and what else is asked."""
    topics = [topic for topic in named_in("topic", words) if topic != DISCOUNT or answers_for(turn.session, [topic])]
    asked = [question for question in questions if question not in OF_THE_PRICE]
    asked = [*([] if DISCOUNT in topics else [BARGAIN]), *([OWN] if topics else []), *asked]
    return Asked(tuple(dict.fromkeys(asked))[:MOST_ANSWERED], turn.meaning.items, tuple(dict.fromkeys(topics)))


def plain_words(turn: Turn) -> tuple[str, ...]:
    """The tokens of the line without courtesies and marks, as ways to ask are taught."""
    spans = [span for span in turn.said.spans if not span.means({"courtesy", "stop.mark"})]
    return tuple(word for span in spans for word in span.words.split())
