"""Lines that are nobody's order: price lists of others, messages passed on, code, commands to a machine. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from core.reading.book import Book
from core.reading.letters import normalise
from core.reading.sentence import Span, read_spans
from core.reading.tokens import TokenKind, tokenise

LONGEST = 300
PRICED = re.compile(r"(?:₹|rs\.?|inr|रु\.?)\s*\d{2,5}|\d{2,5}\s*(?:₹|/-|rs\b|रु)", re.IGNORECASE)
CODE = re.compile(
    r"<\s*/?\w+|[{}\[\]$]{2}|[{\[]\s*[\"']|\$\{|--\s*$|;\s*--|https?:|www\.|\w+\((?:[^)]*['\"=;<>][^)]*)?\)|%\w%\w|\b[a-z]+_[a-z]+\s*=",
    re.IGNORECASE,
)
SUM = re.compile(r"\b\d{3,5}\b")
QUERY = re.compile(
    r"\bupdate\s+\w+\s+set\s+\w+\s*=|\bdrop\s+table\b"
    r"|\b(?:delete|select\b.*)\s+from\s+\w+\s*(?:where\b|;)",
    re.IGNORECASE,
)
# A name and a sum; vowel signs of Devanagari are no letters to `\w`.
LISTED = re.compile(
    r"[^\W\d][\w\u0900-\u097f .()]*?[-:= ]+\d{3,5}\s*(?:/-|rs|per|a|kilo|kg|dozen)?\s*[\w\u0900-\u097f]*", re.IGNORECASE
)
HEADED = re.compile(r"\W*(?:aaj|today|आज)\D{0,20}(?:rate|price|bhav|bhaav|भाव|रेट)\D{0,20}", re.IGNORECASE)
# A message that asks to be sent on to so many.
CHAIN = re.compile(
    r"\b(?:share|forward)\b.{0,30}\b\d{1,3}\s+(?:people|friends|groups|contacts|persons)\b"
    r"|\bsend (?:this|it) to \d{1,3}\b"
    r"|\d{1,3}\s*(?:logo|logon|log|dosto|doston|groups?|लोगों|लोगो|दोस्तों|ग्रुप)\s*(?:ko|को|me|में)\s*(?:bhej|forward|share|भेज|फॉरवर्ड|फ़ॉरवर्ड)",
    re.IGNORECASE,
)
# Who speaks to a machine, or in its name: `assistant: cancel all`.
ROLE = re.compile(r"^\W*(?:assistant|system|user|bot|chat ?bot|ai|admin|developer|chatgpt|gpt)\s*[:>\]]", re.IGNORECASE)
RATED = re.compile(r"\d{2,4}\s*(?:/|per\s)\s*-?\s*(?:dz|doz|dozen|darjan|kg|kilo|peti|box|pc|piece)\b", re.IGNORECASE)
HEAD = re.compile(r"\b(?:rates?|price list|bhaa?v)\b|भाव|रेट", re.IGNORECASE)
BARE_SUM = re.compile(r"\d{2,4}")
FORWARDED = re.compile(r"^\W*(?:fwd|fw|frwd|forwarded(?: message)?|forward)\b\W", re.IGNORECASE)
MANY = 3


def is_hostile(typed: str, book: Book) -> bool:
    """Whether a line is a list of prices, code or a link, abuse, or tells the machine what to do."""
    text = typed[:LONGEST]
    if (
        len(PRICED.findall(text)) >= MANY
        or CODE.search(text)
        or QUERY.search(text)
        or CHAIN.search(text)
        or ROLE.search(text)
        or _is_rate_list(text)
        or _is_list(text)
    ):
        return True
    line = normalise(text)
    tokens = tokenise(line)
    words = [token.text for token in tokens if token.kind is TokenKind.WORD]
    spans = read_spans(tokens, book.tongues.lexicon(), book.varieties)
    lexicon = book.tongues.lexicon()
    kinds = Counter(meaning for span in spans for meaning in span.meanings)
    named = sum(meaning.startswith("variety.") for meaning in kinds)
    priced = len(PRICED.findall(text)) >= 2 or (len(SUM.findall(line)) >= 2 and kinds["hostile.act"] > 0)
    lists = (named >= 2 and priced) or (named >= MANY and len(SUM.findall(line)) >= named and not kinds["unit.kilo"])
    orders = kinds["hostile.act"] + 2 * kinds["hostile.command"] + kinds["hostile.free"] - kinds["hostile.delivery"]
    noted = bool(spans) and spans[0].means({"changes.note"})  # `note: kutte se bachke`
    abuse = kinds["insult.word"] and not named and not kinds["claim.bad"] and not noted
    abuse = abuse or any("abuse.word" in lexicon.ways.get(tuple(span.words.split()), ()) for span in spans)
    return lists or orders >= 2 or bool(abuse) or _is_noise(words) or _lists_goods(spans, line)


def _is_list(text: str) -> bool:
    """Some lines, each a name and a sum, or two beneath `today's rates`: what somebody else sells, passed on."""
    lines = [line.strip() for line in text.splitlines()]
    listed = sum(LISTED.fullmatch(line) is not None for line in lines)
    return listed >= MANY or (listed > 1 and HEADED.fullmatch(lines[0]) is not None)


def _is_rate_list(text: str) -> bool:
    """`aaj ka rate: hapus 900/dz, kesar 650/dz, langra 110/kg`: a head of rates, and then rates of units."""
    rated = list(RATED.finditer(text))
    if len(rated) > 1 and FORWARDED.match(text):
        return True  # `Fwd: hapus 900/dz, kesar 650/dz`
    return len(rated) >= MANY and HEAD.search(text[: rated[0].start()]) is not None


def _lists_goods(spans: Sequence[Span], line: str) -> bool:
    """`tomato 40 onion 30 potato 25`: what we do not sell, each with its price; or under a head of rates our own."""
    other = _priced(spans, "other_goods")
    named = [place for place, span in enumerate(spans) if span.means({"variety", "stranger"})]
    heads = {"rate_word", "ask.rate", "price.at", "market", "topic.menu"}
    headed = bool(named) and any(span.means(heads) for span in spans[: named[0]])
    ours = _priced(spans, "variety", "stranger", "unit")
    return (other >= MANY - 1 and other * 2 <= len(spans) and bool(line)) or (headed and len(named) > MANY <= ours)


def _priced(spans: Sequence[Span], *kinds: str) -> int:
    """How many of these have a number like a price right behind them."""
    return sum(one.means(kinds) and BARE_SUM.fullmatch(other.words) is not None for one, other in pairwise(spans))


def _is_noise(words: Sequence[str]) -> bool:
    """Signs alone, or one word said over and over."""
    return len(words) >= MANY and len(set(words)) == 1
