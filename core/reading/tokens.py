"""A line taken apart: words, numbers, and the signs that mean something."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from core.reading.letters import normalise

APOSTROPHES = frozenset("'\u2018\u2019\u02bc`\u00b4")
# Digits with what joins them: `1200`, `1.5`, `1,200`, `15/5`, `8-10`, `8:30`. A sign glued to its front makes it odd.
NUMBER = re.compile(r"\d+(?:[.,:/-]\d+)*")
# A word of plain letters to its end, as most are: there is nothing to take out of it.
PLAIN_WORD = re.compile(r"[a-z]+(?=[ ,]|$)")
# Colours of skin and signs of sex, which stand behind an emoji.
PART_OF_EMOJI = frozenset("\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff\u2640\u2642")
SAID_BY_SIGNS = frozenset("?&%+=<>")  # the others only separate


class TokenKind(StrEnum):
    WORD = "word"
    NUMBER = "number"
    SIGN = "sign"
    EMOJI = "emoji"


class Token(NamedTuple):
    """A piece of a line, as `normalise` spells it."""

    text: str
    kind: TokenKind


class Placed(NamedTuple):
    """A token and where it stands in its line: `line[start:end]` is what it was."""

    token: Token
    start: int
    end: int


def tokenise(text: str) -> tuple[Token, ...]:
    """The tokens of a line as typed; `2dz` is two of them, `don't` is one."""
    return tuple(placed.token for placed in place_tokens(normalise(text)))


def place_tokens(line: str) -> Iterator[Placed]:
    """The tokens of a line that `normalise` made, each with its place there."""
    place = 0
    while place < len(line):
        token, end = _next(line, place)
        if token is not None:
            yield Placed(token, place, end)
        place = end


def _next(line: str, place: int) -> tuple[Token | None, int]:
    letter = line[place]
    if _is_odd_sign(line, place):
        number = NUMBER.match(line, place + 1)
        assert number is not None, "a digit follows"
        return Token(line[place : number.end()], TokenKind.SIGN), number.end()
    if letter.isdigit() and (number := NUMBER.match(line, place)):
        return Token(number[0], TokenKind.NUMBER), number.end()
    if _is_of_word(letter):
        return _word(line, place)
    return _sign(letter), place + 1


def _is_odd_sign(line: str, place: int) -> bool:
    """A minus or plus right before a number and after nothing: `-1` is not one."""
    alone = place == 0 or line[place - 1].isspace()
    return alone and line[place] in "-+." and line[place + 1 : place + 2].isdigit()


def _word(line: str, place: int) -> tuple[Token, int]:
    if plain := PLAIN_WORD.match(line, place):
        return Token(plain[0], TokenKind.WORD), plain.end()
    end = place
    while end < len(line) and (_is_of_word(line[end]) or _is_inner_apostrophe(line, end)):
        end += 1
    return Token("".join(letter for letter in line[place:end] if letter not in APOSTROPHES), TokenKind.WORD), end


@lru_cache(maxsize=4096)
def _is_of_word(letter: str) -> bool:
    return letter.isalpha() or unicodedata.category(letter) in {"Mn", "Mc"}


def _is_inner_apostrophe(line: str, place: int) -> bool:
    return line[place] in APOSTROPHES and line[place + 1 : place + 2].isalpha()


def _sign(letter: str) -> Token | None:
    kind = unicodedata.category(letter)
    if letter in PART_OF_EMOJI:
        return None
    if kind in {"So", "Sk"} and ord(letter) > 0x2000:
        return Token(letter, TokenKind.EMOJI)
    if letter in SAID_BY_SIGNS or kind in {"Sc", "Sm", "No", "Nl"}:
        return Token(letter, TokenKind.SIGN)
    return None
