"""Which everyday questions a sentence asks, and which fruit they are about. Pure: the facts are looked up in `answers`.

An answer costs nobody anything, so one word that asks is enough, and several questions are all answered. Two steps
take whatever is typed (a place, a note for the rider): there a question must be the whole sentence.
"""

from __future__ import annotations

from core.reading.sentence import Sentence

MOST_ANSWERED = 3
# A word that asks, or the mark of it.
MARKED = ("stop.question", "stop.mark")
# What may stand around a question.
ADDRESS = ("courtesy.address", "courtesy.please", "courtesy.greet")
# What may stand beside a question when it must be the whole sentence.
ALONG = frozenset({"stop", "thing", "want", "do", "variety", "day", "weekday", "part", "when", "number", "unit", "pay"})
ALONG |= {"use", "ripeness", "topic"}
# What a sentence with a question word asks when it names none of our questions.
FOLLOWING = {
    "pay": ("pay", "command.pay"),
    "windows": ("changes.slot", "day", "weekday", "month", "part"),
    "availability": ("variety",),
    "best": ("use", "ripeness"),
}
# Answered by the page of the variety that is named: price, story, ripeness, what is left.
ON_THE_PAGE = frozenset({"rate", "ripe", "best", "availability"})


def questions_in(said: Sentence, of_fruit: Sentence | None = None) -> tuple[str, ...]:
    """The questions of a sentence in the order they stand (`fee`, `rate`), each once.

    Some follow from a question about what is otherwise an answer: `do you take cash`, `kal subah mil jayega kya`.
    `of_fruit` is the same sentence read with the names of our varieties, where it may hold one.
    """
    asked = said.values("ask")
    names_fruit = of_fruit is not None and of_fruit.has("variety")
    if not asked and is_question(said):
        asked = [question for question, about in FOLLOWING.items() if (of_fruit or said).has(*about)]
        asked = [question for question in asked if question == "pay" or not said.has("command")]  # `will my order come`
        asked = [question for question in asked if question != "windows" or not names_fruit]  # `is there kesar today`
    elif "availability" in asked and not names_fruit:
        about = [question for question in ("pay", "windows") if said.has(*FOLLOWING[question])]
        asked = [question for question in asked if question != "availability" or not about] + about
    if "area" in asked and said.has(*FOLLOWING["windows"]) and all(span.meanings for span in said.spans):
        asked = ["windows" if question == "area" else question for question in asked]  # `do you deliver on sunday`
    return tuple(dict.fromkeys(asked))[:MOST_ANSWERED]


def is_question(said: Sentence) -> bool:
    """Marked as one, or with a word that asks where such words stand: `is upi ok` and `upi chalega kya` ask.

    `upi is down since yesterday` does not.
    """
    spans = [span for span in said.spans if not span.means(ADDRESS)]
    ends = spans[:1] + spans[-1:]
    return said.has("stop.mark") or any(span.means({"stop.question"}) for span in ends)


def only_asks(said: Sentence) -> bool:
    """Whether the sentence is nothing but a question, so that it cannot be an answer to ours."""
    return said.is_only({"ask", *MARKED}, ALONG)


def asks_outright(said: Sentence) -> bool:
    """Whether it is nothing but a question, and marked as one: what a note for the rider would not be."""
    return only_asks(said) and said.has(*MARKED)
