"""Answers of the founder's: which key, how long, in which language, and which words may ask for one. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from core.errors import Refusal
from core.reading.lexicon import Lexicon, Way, split_way
from core.reading.sentence import MOST_TOKENS, Span, read_sentence

KEY = "^[a-z][a-z0-9-]{1,39}$"
LONGEST_TEXT = 700  # with the question that follows it one message holds it
# A way of the lexicon may be taught when it only says that no fact of ours answers it.
OPEN = frozenset({"ask.unknown"})
# Words that ask by themselves, or may belong to a question.
ASKING = frozenset({"ask", "stop"})


def check_key(key: str) -> str:
    """The key as it is kept. Raises Refusal `answer-key-unclear`."""
    kept = key.strip().lower()
    if not re.fullmatch(KEY, kept):
        raise Refusal("answer-key-unclear", key=kept)
    return kept


def check_text(text: str) -> str:
    """The text as it is kept, its lines and nothing around them. Raises Refusal `answer-empty`, `answer-too-long`."""
    kept = "\n".join(" ".join(line.split()) for line in text.strip().splitlines())
    if not kept:
        raise Refusal("answer-empty")
    if len(kept) > LONGEST_TEXT:
        raise Refusal("answer-too-long", longest=LONGEST_TEXT, length=len(kept))
    return kept


def pick_text(texts: Mapping[str, str], languages: Iterable[str]) -> str | None:
    """The text in the first of these languages that has one, else in any; None when there is none."""
    return next((texts[language] for language in (*languages, *sorted(texts)) if texts.get(language)), None)


def way_to_ask(typed: str, lexicon: Lexicon) -> str:
    """Words that are to ask for an answer, without courtesies and marks.

    Raises Refusal `words-known` when all of them mean something already, and it is no open question; `words-unclear`
    when there are none or too many.
    """
    spans = [span for span in read_sentence(typed, lexicon).spans if not span.means({"courtesy", "stop.mark"})]
    words = " ".join(span.words for span in spans)
    if not 1 <= len(split_way(words)) <= MOST_TOKENS or not any(letter.isalpha() for letter in words):
        raise Refusal("words-unclear", words=words)
    asks = any(not span.meanings or span.means(ASKING) for span in spans)
    alone = len(spans) == 1 and any(not is_open(meaning) for meaning in spans[0].meanings)
    if alone or not asks:
        raise Refusal("words-known", words=words, meaning=meaning_of(spans))
    return words


def is_open(meaning: str) -> bool:
    return meaning in OPEN or meaning.startswith("line.")


def meaning_of(spans: Iterable[Span]) -> str:
    """What words mean already, as the lexicon names it: `command.cancel`."""
    return " ".join(min(span.meanings) for span in spans if span.meanings)


def find_ways(words: tuple[str, ...], ways: Mapping[Way, str]) -> list[str]:
    """The answers that a line (its tokens) asks for by ways that were taught: the longest wins at each place."""
    found: list[str] = []
    place = 0
    while place < len(words):
        lengths = range(min(MOST_TOKENS, len(words) - place), 0, -1)
        length = next((length for length in lengths if words[place : place + length] in ways), 0)
        if length:
            found.append(ways[words[place : place + length]])
        place += length or 1
    return list(dict.fromkeys(found))
