"""What a chat remembers: typed, written as before, and read whatever is stored."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from flows.asides import AsidesMemory
from flows.bulk import BulkMemory
from flows.founder.answering import DraftAnswer, FounderMemory
from flows.handover import ParkedMemory
from flows.help import ComplaintMemory
from flows.memory import Counted, Memory, Part, Repeated, TalkMemory, UnreadMemory
from flows.my_orders.theirs import MyOrdersMemory
from flows.optout import OffersMemory
from flows.ordering.form import FormMemory
from flows.ordering.memory import OrderingMemory
from flows.ordering.said import SaidMemory
from flows.rider.run import RiderMemory

PARTS: tuple[type[Part], ...] = (TalkMemory, UnreadMemory, AsidesMemory, OrderingMemory, SaidMemory, MyOrdersMemory,
                                 OffersMemory, FounderMemory, ComplaintMemory, FormMemory, RiderMemory,
                                 BulkMemory, ParkedMemory)  # fmt: skip
# As the last version wrote it, in the middle of everything.
STORED: dict[str, Any] = {
    "used": ["3:picks_pack:4x1"], "epoch": 2, "heard_at": "2026-11-27T09:30:00+00:00", "missed": 1,
    "same": ["hello", 2, "2026-11-27T09:29:00+00:00"], "forwarded": ["2026-11-27T09:00:00.120000+00:00", 3],
    "edits": {"wamid.1": "two"}, "unsaid": ["Noted."], "language_chosen": "words", "language_heard": "hi",
    "polite_at": "2026-11-27T09:01:00+00:00",
    "kept_back": ["2026-11-27T09:02:00+00:00", 1],
    "talk-group": "2026-11-27T08:00:00+00:00", "talk-call": "2026-11-27T08:05:00+00:00",
    "page": 1, "product": 7, "count": 2, "pack": 3, "apartments": [4, 5], "apartment": 4, "home_line": "B-1203",
    "moving": "ABC234", "moving_zone": 1, "moving_to": 9, "order": 11, "order_code": "ABC235", "phone": "919820012345",
    "said": {"items": [{"variety": 7, "count": "3/2", "unit": "dozen"}], "payment": "cash"},
    "asked": {"why": "count", "item": {"variety": 7}, "product": 7},
    "unsure": {"note": "ring twice"}, "before": {"turn": 4, "message": "wamid.2", "packs": {"3": 1}},
    "shown": "ABC236", "refund": "₹2,440", "offers": "yes", "draft": {"id": "77", "words": "They come tomorrow."},
    "photo_asked": "ABC237", "form_token": "t-1",
}  # fmt: skip

# What it did not know yet, and what is no more.
SINCE, GONE = (
    {"line", "wish", "wished", "proposal", "stop_id", "cash_paise", "bulk_words", "pending", "also", "undo",
     "refused", "unshown", "later", "seen", "comforted_at", "told_at"},
    {"moving_zone", "moving_to"},
)  # fmt: skip


def test_what_the_last_version_stored_is_all_read_and_written_back() -> None:
    memory = Memory(STORED)
    read = {kind: memory.part(kind) for kind in PARTS}
    assert read[OrderingMemory] == OrderingMemory(
        page=1, product=7, count=2, pack=3, apartments=(4, 5), apartment=4, home_line="B-1203", moving="ABC234",
        moving_zone=1, moving_to=9, order=11, order_code="ABC235", phone="919820012345",
    )  # fmt: skip
    assert memory.part(TalkMemory).same == Repeated("hello", 2, datetime(2026, 11, 27, 9, 29, tzinfo=UTC))
    assert memory.part(UnreadMemory).kept_back == Counted(datetime(2026, 11, 27, 9, 2, tzinfo=UTC), 1)
    assert memory.part(FounderMemory).draft == DraftAnswer(id="77", words="They come tomorrow.")
    assert memory.part(AsidesMemory).call_told_at == datetime(2026, 11, 27, 8, 5, tzinfo=UTC)
    written = Memory(memory.to_stored())
    assert {kind: written.part(kind) for kind in PARTS} == read
    assert memory.to_stored().keys() == STORED.keys()


def test_a_worker_of_the_last_version_reads_what_this_one_writes() -> None:
    memory = Memory(STORED)
    for kind in PARTS:
        memory.part(kind)
    written = memory.to_stored()
    assert datetime.fromisoformat(written["heard_at"]) == datetime.fromisoformat(STORED["heard_at"])
    before, count, at = written["same"]
    assert (before, count, datetime.fromisoformat(at)) == ("hello", 2, datetime(2026, 11, 27, 9, 29, tzinfo=UTC))
    plain = STORED.keys() - {"heard_at", "same", "forwarded", "polite_at", "kept_back", "talk-group", "talk-call"}
    assert {name: written[name] for name in plain} == {name: STORED[name] for name in plain}


def test_a_part_that_nobody_asked_for_stays_as_it_was() -> None:
    memory = Memory({**STORED, "of_tomorrow": 1})
    memory.part(OrderingMemory).order = None
    assert memory.to_stored() == {
        name: value for name, value in {**STORED, "of_tomorrow": 1}.items() if name != "order"
    }


def test_what_cannot_be_read_is_forgotten_and_nothing_else() -> None:
    ordering = Memory({**STORED, "page": "x", "apartments": {"a": 1}}).part(OrderingMemory)
    assert (ordering.page, ordering.apartments, ordering.order) == (0, (), 11)


def test_a_new_order_forgets_all_but_the_talk() -> None:
    memory = Memory(STORED)
    memory.part(OrderingMemory)
    memory.forget_all_but(TalkMemory)
    assert memory.to_stored().keys() == TalkMemory.model_fields.keys() - SINCE


def test_an_empty_memory_is_stored_as_nothing_and_every_field_has_a_name_of_its_own() -> None:
    memory = Memory({})
    names = [field.alias or name for kind in PARTS for name, field in kind.model_fields.items()]
    assert all(memory.part(kind) == kind() for kind in PARTS)
    assert memory.to_stored() == {}
    assert set(PARTS) == set(Part.__subclasses__())
    assert len(names) == len(set(names))
    assert set(names) - SINCE == STORED.keys() - GONE
