"""A no that nothing explains stops a line, wherever it stands; answers, corrections and swaps go on."""

from __future__ import annotations

import pytest

from core.reading.lexicon import load_lexicon
from core.reading.reader import read_line
from core.reading.sentence import read_sentence
from flows.denied import is_denied
from tests.understanding.reading import SHELF, meaning_of


def denied(typed: str) -> bool:
    return is_denied(meaning_of(typed, "cart"), read_sentence(typed, load_lexicon()), read_line(typed, SHELF.book))


@pytest.mark.parametrize(
    "typed",
    [
        "not 2", "never 2", "do not make it 3", "not 3 kar do", "mat 3 karo", "3 mat karo", "3 kar do nahi",
        "2 dozen nahi", "don't make it 2 dozen", "दो मत करो", "do not make it half dozen", "aadha dozen mat karo",
        "kal shaam ghar pe nahi hu",
        "tomorrow evening I am not home", "not home tomorrow evening", "kesar hatana mat", "kesar mat hatana",
        "do not remove the kesar", "tomorrow is not ok",
    ],
)  # fmt: skip
def test_what_was_read_is_what_they_refuse(typed: str) -> None:
    assert denied(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "nahi 2 kar do", "3 nahi 2", "2 nahi 3 kar do", "not 2, 3", "not 2 dozen, 3 dozen",
        "don't make it 3, make it 2", "sunday nahi saturday", "kal nahi parson shaam", "hapus nahi kesar",
        "nahi, kal shaam", "2 kesar nahi 2 hapus", "kesar hata do", "nahi, kesar hata do", "2 dozen kar do",
        "12 kesar flat no 12", "kal shaam, bell mat bajana",
    ],
)  # fmt: skip
def test_what_explains_a_no(typed: str) -> None:
    assert not denied(typed)
