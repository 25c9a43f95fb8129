"""Notes for the rider, said one after another."""

from __future__ import annotations

import pytest

from core.checkout.noting import join_notes


@pytest.mark.parametrize(
    ("earlier", "later", "joined"),
    [
        ("", "ring twice", "ring twice"),
        ("ring bell twice", "keep with security", "ring bell twice · keep with security"),
        ("gate code 1234", "gate code 4321", "gate code 4321"),
        ("ring bell twice · keep with security", "dont ring the bell", "keep with security · dont ring the bell"),
        ("घंटी बजाना", "घंटी मत बजाना", "घंटी मत बजाना"),
        ("keep with security", "Keep with security", "Keep with security"),
        ("x" * 60, "ring twice", "ring twice"),
    ],
)
def test_notes_of_several_things_are_kept_and_of_one_thing_the_later(earlier: str, later: str, joined: str) -> None:
    assert join_notes(earlier, later, 60) == joined
