"""Messages that came together: an edit beside its message is what the message says."""

from __future__ import annotations

from bot.inbound import Inbound, InboundKind
from flows.edits import read_edits, typed_next

K = InboundKind


def text(name: str, words: str) -> Inbound:
    return Inbound(K.TEXT, message_id=name, text=words)


def edit(name: str, of: str, words: str) -> Inbound:
    return Inbound(K.EDIT, message_id=name, target_id=of, text=words)


def test_an_edit_beside_its_message_is_what_the_message_says() -> None:
    read = read_edits([text("a", "2 dozen"), edit("b", "a", "3 dozen"), text("c", "kal"), edit("d", "a", "4 dozen")])
    assert [(each.kind, each.text) for each in read if each.kind is not K.SYSTEM] == [
        (K.TEXT, "4 dozen"), (K.TEXT, "kal")]  # fmt: skip


def test_an_edit_of_an_earlier_message_or_without_words_stays_an_edit() -> None:
    read = read_edits([text("a", "2 dozen"), edit("b", "earlier", "3 dozen"), edit("c", "a", " ")])
    assert [each.kind for each in read] == [K.TEXT, K.EDIT, K.EDIT]
    assert read[0].text == "2 dozen"


def test_what_is_typed_next_passes_over_what_says_nothing() -> None:
    assert typed_next([Inbound(K.SYSTEM), text("a", "kal")]) == "kal"
    assert typed_next([Inbound(K.TAP, tap_id="1:x:"), text("a", "kal")]) == ""
    assert typed_next([Inbound(K.TEXT, text="kal", in_group=True)]) == ""
    assert typed_next([]) == ""
