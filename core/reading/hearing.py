"""Words in Devanagari that the lexicon has in Latin letters alone, in its spelling: `रोकड़` where `rokad` stands. Pure.

A word is changed only when nobody knows it as typed, and only into one of the same sound: nothing is guessed. What is
written in Devanagari may leave out an a that Latin letters have, and the other way round.
"""

from __future__ import annotations

from collections.abc import Sequence

from core.reading.book import Book
from core.reading.lexicon import Lexicon
from core.reading.likeness import is_name
from core.reading.sentence import undoubled
from core.reading.sounds import BLOCK, DEVANAGARI, SHORTEST, skeleton_of, sound_of
from core.reading.tokens import Token, TokenKind


def respelt(tokens: Sequence[Token], lexicon: Lexicon, book: Book) -> list[Token]:
    """The tokens of a line, each as many as before, in a spelling of the lexicon's; of a further language as typed."""
    if book.tongues.spoken_in([token.text for token in tokens]):
        return list(tokens)
    return [token._replace(text=_spelling(token.text, lexicon, book)) if _is_hindi(token) else token
            for token in tokens]  # fmt: skip


def _is_hindi(token: Token) -> bool:
    return token.kind is TokenKind.WORD and 0 <= ord(token.text[0]) - DEVANAGARI < BLOCK


def _spelling(word: str, lexicon: Lexicon, book: Book) -> str:
    if not lexicon.words.isdisjoint({word, *undoubled((word,))}) or is_name(word, book):
        return word
    sound = sound_of(word)
    bones = skeleton_of(sound)
    heard = lexicon.spellings.get(sound) if len(sound) >= SHORTEST else None
    return heard or (lexicon.spellings.get(bones) if len(bones) >= SHORTEST else None) or word
