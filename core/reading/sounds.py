"""A word as it is heard, in Latin letters: `haapoos`, `hapus` and `હાપુસ` have one sound. Pure."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

SHORTEST = 4  # letters of a sound; shorter words are alike by accident
# Indic scripts lie in Unicode in one order, a block of 128 each: what is क in one stands at the same place in all.
DEVANAGARI, BLOCK = 0x0900, 0x80
BLOCKS = range(0x0900, 0x0D80)
CONSONANTS = {
    "क": "k", "ख": "kh", "ग": "g", "घ": "gh", "ङ": "n", "च": "ch", "छ": "ch", "ज": "j", "झ": "j", "ञ": "n",
    "ट": "t", "ठ": "th", "ड": "d", "ढ": "d", "ण": "n", "त": "t", "थ": "th", "द": "d", "ध": "dh", "न": "n",
    "प": "p", "फ": "p", "ब": "b", "भ": "b", "म": "m", "य": "y", "र": "r", "ऱ": "r", "ल": "l", "ळ": "l", "व": "v",
    "श": "s", "ष": "s", "स": "s", "ह": "h", "ऩ": "n", "ऴ": "l",
}  # fmt: skip
VOWELS = {
    "अ": "a", "आ": "a", "इ": "i", "ई": "i", "उ": "u", "ऊ": "u", "ऋ": "ri", "ए": "e", "ऐ": "ai", "ओ": "o",
    "औ": "au", "ऍ": "e", "ऑ": "o", "ऎ": "e", "ऒ": "o",
}  # fmt: skip
SIGNS = {
    "ा": "a", "ि": "i", "ी": "i", "ु": "u", "ू": "u", "ृ": "ri", "े": "e", "ै": "ai", "ो": "o", "ौ": "au",
    "ॅ": "e", "ॉ": "o", "ॆ": "e", "ॊ": "o",
}  # fmt: skip
TAMIL_SA, TAMIL = 0x0B9A, range(0x0B80, 0x0C00)
BENGALI_A = ("\u09cd\u09af\u09be", "\u09be")  # a long a, written with a y
VIRAMA, ANUSVARA = "्", "ं"
SPELT_ALIKE = (("aa", "a"), ("ee", "i"), ("oo", "u"), ("ph", "p"), ("f", "p"), ("w", "v"), ("z", "j"), ("sh", "s"),
               ("ck", "k"), ("q", "k"), ("y", "i"), ("bh", "b"), ("dh", "d"), ("th", "t"), ("kh", "k"), ("gh", "g"),
               ("rh", "d"), ("ou", "o"), ("au", "o"), ("ai", "e"))  # fmt: skip
DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=8192)
def sound_of(word: str) -> str:
    """How a word of one token sounds, in Latin letters."""
    sound = word if word.isascii() else _in_latin(word)
    for spelt, heard in SPELT_ALIKE:
        sound = sound.replace(spelt, heard)
    sound = DOUBLED.sub(r"\1", sound)
    return sound[:-1] if len(sound) > SHORTEST and sound[-1] in "aeh" else sound


def _in_latin(word: str) -> str:
    letters: list[str] = []
    for letter in unicodedata.normalize("NFC", word.replace(*BENGALI_A)):
        sign = chr(DEVANAGARI + ord(letter) % BLOCK) if ord(letter) in BLOCKS else letter
        if sign in SIGNS or sign == VIRAMA:
            if letters and letters[-1] == "a":
                letters.pop()
            letters.append(SIGNS.get(sign, ""))
        elif sign in CONSONANTS:
            letters += ["s" if ord(letter) == TAMIL_SA else CONSONANTS[sign], "a"]
        else:
            letters.append({ANUSVARA: "n"}.get(sign) or VOWELS.get(sign, letter))
    sound = "".join(letters)
    return sound.replace("nk", "ng") if ord(word[0]) in TAMIL else sound  # Tamil writes k and g with one letter


def skeleton_of(sound: str) -> str:
    """A sound without its a: `मँगवाने` writes none where `mangwane` has one."""
    return sound.replace("a", "")
