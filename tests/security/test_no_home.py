"""Whatever is no home is never kept as one, at any step that asks for one, in either script."""

from __future__ import annotations

from itertools import product

from tests.security.conftest import MALLORY, Siege, walk_to_summary

STEPS = ("where", "flat", "tower", "checking", "moving")
ACTS = ("B-1203", "palm grove B-1203", "12", "flat 5", "2 dozen", "5 min late", "बी-1203", "tower b")
STOPS = ("not {}", "{} nahi", "{}?", "is it {}", "{} mat bhejo", "if possible {}", "{} ya C-402", "क्या {}", "maybe {}",
         "{} how much", "don't come to {}", "{} baad me", "instead of {}", "नहीं {}", "wait, {}")  # fmt: skip


def test_no_sentence_that_stops_asks_or_doubts_becomes_a_home(siege: Siege) -> None:
    walk_to_summary(siege)
    mine = "SELECT a.line FROM addresses a JOIN identities i USING (customer_id) WHERE i.value = :phone ORDER BY a.id"
    before = siege.rows(mine, phone=MALLORY["from"])
    sentences = [stop.format(act) for stop, act in product(STOPS, ACTS)]
    at = '{"apartment": 1}'
    put = "UPDATE chats SET step = :step, memory = memory || CAST(:at AS jsonb) WHERE id IN (SELECT chat_id FROM inbox)"
    for place, step in enumerate(STEPS):
        for typed in sentences[place :: 2 * len(STEPS)]:
            siege.does(put, step=step, at=at)
            siege.sends({**MALLORY, "type": "text", "text": {"body": typed}})
    assert siege.rows(mine, phone=MALLORY["from"]) == before
    assert siege.failed() == []
