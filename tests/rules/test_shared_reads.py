"""What turns of one commit word once for all of them, and when they word it anew."""

from __future__ import annotations

from itertools import count
from types import SimpleNamespace
from typing import Any, cast

from flows.shared import SharedReads

HAPUS, KESAR = cast("Any", SimpleNamespace(product_id=1)), cast("Any", SimpleNamespace(product_id=2))


def test_an_offer_is_worded_once_a_language_until_something_has_changed() -> None:
    reads = SharedReads(cast("Any", None), cast("Any", None))
    numbers = count(1)

    def word() -> tuple[str, str]:
        return "", f"worded {next(numbers)}"

    seen = [("en", HAPUS), ("en", HAPUS), ("hi", HAPUS), ("en", KESAR), ("en", HAPUS)]
    assert [reads.words_of_offer(*each, word)[1][-1] for each in seen] == ["1", "1", "2", "3", "1"]
    reads.forget()
    assert reads.words_of_offer("en", HAPUS, word)[1] == "worded 4", "what is left after somebody bought is not told"
