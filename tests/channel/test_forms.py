"""Our forms are made and published at Meta, each edition once; one that cannot be shown is asked in words (F240)."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot import forms
from bot.form_files import load_form_files, read_form_file
from bot.form_replies import FormReply, read_form_reply
from bot.messages import AddressForm, FormButton, MessageRefused, OutgoingMessage, SavedAddress, Text
from core.db import transaction
from core.errors import Fault
from core.forms.queries import known_forms, takes_forms
from core.outbox.actions import enqueue_message
from core.outbox.tables import MessageClass
from core.views.promise import read_promise
from tests.support.counter import ask_one
from tests.support.desk import CUSTOMER, Desk

ORDER = load_form_files()["order"]


def asked(line: forms.FormLine) -> tuple[str, str]:
    return line.done, line.status


def test_pushing_is_repeatable_and_a_changed_file_is_a_form_of_its_own(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert [asked(line) for line in forms.status(desk.settings)] == [("kept", "NOT MADE")]
    assert [asked(line) for line in forms.push(desk.settings)] == [("created", "PUBLISHED")]
    assert [asked(line) for line in forms.push(desk.settings)] == [("kept", "PUBLISHED")]
    with transaction() as session:
        first = known_forms(session)["order"].provider_form_id
        assert read_promise(session, None).form("order", ORDER.digest) == first
        assert read_promise(session, None).form("order", "another") is None
    changed = read_form_file("order", ORDER.source.replace('"7.1"', '"7.2"'))
    monkeypatch.setattr(forms, "load_form_files", lambda: {"order": changed})
    assert [asked(line) for line in forms.push(desk.settings)] == [("created", "PUBLISHED")]
    with transaction() as session:
        assert known_forms(session)["order"].provider_form_id != first
        assert read_promise(session, None).form("order", ORDER.digest) is None


def test_a_form_that_meta_finds_wrong_stays_a_draft_and_is_mended_by_the_next_push(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = read_form_file("order", ORDER.source.replace('"7.1"', '"1.0"'))
    monkeypatch.setattr(forms, "load_form_files", lambda: {"order": wrong})
    (line,) = forms.push(desk.settings)
    assert (asked(line), "cannot be published" in line.reason) == (("failed", "DRAFT"), True)
    with transaction() as session:
        assert read_promise(session, None).form("order", wrong.digest) is None
    mended = read_form_file("order", ORDER.source)
    name = wrong.name_at_meta
    monkeypatch.setattr(type(mended), "name_at_meta", name)
    monkeypatch.setattr(forms, "load_form_files", lambda: {"order": mended})
    assert [asked(line) for line in forms.push(desk.settings)] == [("changed", "PUBLISHED")]


def test_what_meta_decides_later_hides_the_form_and_rings_until_it_is_published_again(desk: Desk) -> None:
    forms.push(desk.settings)
    desk.work()
    with transaction() as session:
        form_id = known_forms(session)["order"].provider_form_id
        forms.handle_form_news(session, {"flow_id": form_id, "new_status": "BLOCKED"})
        for nothing in (None, [], {}, {"flow_id": "7", "new_status": "BLOCKED"}, {"flow_id": form_id}):
            forms.handle_form_news(session, nothing)
        assert read_promise(session, None).form("order", ORDER.digest) is None
    assert desk.alerts() == {"form-changed"}
    forms.push(desk.settings)
    assert desk.alerts() == set()


@pytest.mark.parametrize("written", ["[]", "{}", "no json", '{"screens": []}', '{"screens": [7]}'])
def test_a_file_that_is_no_form_is_a_fault_with_its_name(written: str) -> None:
    with pytest.raises(Fault, match=r"odd\.json"):
        read_form_file("odd", written)


def show(desk: Desk, message: AddressForm | FormButton) -> None:
    with transaction() as session:
        enqueue_message(session, desk.chats[CUSTOMER], message.to_graph(), answers_id=1,
                        message_class=MessageClass.REPLY, otherwise=Text(message.otherwise).to_graph())  # fmt: skip


ADDRESS = AddressForm("Fill it in", "Type it")


@pytest.mark.parametrize("asynchronous", [True, False])
def test_an_address_form_that_fails_is_asked_in_words_once_and_remembered(desk: Desk, *, asynchronous: bool) -> None:
    chat_id = desk.meet()
    desk.fail_next("1026" if asynchronous else "131009", times=1, asynchronous=asynchronous)
    show(desk, ADDRESS)
    desk.work()
    assert (desk.texts(), [row.edition for row in desk.rows()]) == (["Type it"], [1])
    assert (desk.states(), desk.alerts()) == (["done"], set())
    with transaction() as session:
        assert not takes_forms(session, chat_id)


def test_words_that_fail_too_are_not_said_a_third_time(desk: Desk) -> None:
    desk.meet()
    desk.fail_next("1026", times=9)
    show(desk, ADDRESS)
    desk.work()
    assert (desk.texts(), desk.states(), [row.edition for row in desk.rows()]) == ([], ["done"], [1])


def test_a_form_of_ours_that_meta_does_not_show_is_the_founders_matter_and_not_the_chats(desk: Desk) -> None:
    chat_id = desk.meet()
    show(desk, FormButton("Order here", "Order", "7", "ORDER", "t", {"a": "b"}, "Type your order"))
    desk.work()
    assert (desk.texts(), desk.alerts()) == (["Type your order"], {"form-refused"})
    with transaction() as session:
        assert takes_forms(session, chat_id)


def test_other_failures_leave_a_form_as_any_message(desk: Desk) -> None:
    desk.meet()
    desk.fail_next("131026", times=1)
    show(desk, ADDRESS)
    desk.work()
    assert (desk.texts(), ask_one("SELECT count(*) FROM chats_without_forms")) == ([], 0)


@pytest.mark.parametrize(
    "make",
    [
        lambda: AddressForm("", "b"),
        lambda: AddressForm("a" * 1025, "b"),
        lambda: AddressForm("a", ""),
        lambda: AddressForm("a", "b", {"lift": "2"}),
        lambda: AddressForm("a", "b", {"city": ""}),
        lambda: AddressForm("a", "b", {"in_pin_code": "4110451"}),
        lambda: AddressForm("a", "b", saved=tuple(SavedAddress(str(number), {}) for number in range(11))),
        lambda: SavedAddress("", {}),
        lambda: FormButton("a", "l" * 21, "1", "A", "t", {"x": 1}, "b"),
        lambda: FormButton("a", "l", "", "A", "t", {"x": 1}, "b"),
        lambda: FormButton("a", "l", "1", "A", "", {"x": 1}, "b"),
        lambda: FormButton("a", "l", "1", "A", "t", {}, "b"),
    ],
)
def test_what_meta_would_refuse_is_no_message(make: type[OutgoingMessage]) -> None:
    with pytest.raises(MessageRefused):
        make()


def test_an_answer_is_narrowed_at_the_door() -> None:
    written = json.dumps(
        {"flow_token": "t", "pack": "2", "count": 3, "yes": True, "no": None, "values": 7, "list": ["x"]}
    )
    assert read_form_reply({"name": "flow", "response_json": written}) == FormReply(
        "flow", token="t", fields={"pack": "2", "count": "3"}
    )
    nested = {"saved_address_id": "4", "values": {"house_number": " B-1 ", "deep": {"er": "x"}}, "more": {"pin": "5"}}
    assert read_form_reply({"name": "address_message", "response_json": json.dumps(nested)}) == FormReply(
        "address_message", saved_id="4", fields={"house_number": "B-1", "more.pin": "5"}
    )
    for nothing in (None, 7, {"a": "b"}, "[1]", "null", '{"flow_token": 7}', "{" * 2000, '{"a":' * 2000):
        assert read_form_reply({"response_json": nothing}).fields == {}


LEAVES = some.none() | some.booleans() | some.floats() | some.integers() | some.text()


@given(some.recursive(LEAVES, lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(), inner)))
def test_no_answer_raises_and_none_is_large(answer: object) -> None:
    read = read_form_reply({"name": "flow", "response_json": json.dumps(answer)})
    assert len(read.fields) <= 40
