"""Whatever a customer does while a person is wanted is passed on with its content, a kind that is new here too."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from bot.form_replies import FormReply, read_form_reply
from bot.inbound import Inbound, InboundKind, OrderedItem
from core.wording import languages, say
from flows.relaying import SILENT, kind_of, words_of

K = InboundKind


def filled(written: str) -> FormReply:
    return read_form_reply({"name": "flow", "response_json": written})


CONTENTLESS = {K.UNSUPPORTED, K.UNKNOWN}  # Meta does not tell us what it was
ASIDE = {K.CALL}  # never comes so far: it has a notice of its own
WHOLE = {
    K.TEXT: (Inbound(K.TEXT, text="half are bad"), "half are bad"),
    K.TAP: (Inbound(K.TAP, tap_id="1:x:", tap_title="Checkout"), "Checkout"),
    K.MEDIA: (Inbound(K.MEDIA, media_type="image", text="see"), "see"),
    K.LOCATION: (
        Inbound(K.LOCATION, latitude=12.5, longitude=77.25, place="Gate", address="5th cross"),
        "Gate, 5th cross (12.50000, 77.25000)",
    ),
    K.CONTACTS: (Inbound(K.CONTACTS, cards=("Asha: 098200 12345", "Ravi: 1")), "Asha: 098200 12345 · Ravi: 1"),
    K.ORDER: (Inbound(K.ORDER, items=(OrderedItem("kesar", 2),), text="soon"), "2 × kesar · soon"),
    K.FORM: (Inbound(K.FORM, form=filled('{"flat": "B-1", "v": {"pin": 411001}}')), "flat: B-1 · v.pin: 411001"),
    K.EDIT: (Inbound(K.EDIT, text="two"), "three → two"),
}


def test_every_kind_is_passed_on_or_named_as_one_that_is_not() -> None:
    assert set(WHOLE) == set(InboundKind) - SILENT - CONTENTLESS - ASIDE


@pytest.mark.parametrize("kind", WHOLE)
def test_its_words_hold_all_of_it_and_every_language_says_them(kind: InboundKind) -> None:
    inbound, words = WHOLE[kind]
    turn = SimpleNamespace(inbound=inbound, scratch={"before_edit": "three"})
    assert words_of(turn) == words  # type: ignore[arg-type]
    for key in ("wants-human", "says", "complains", "not-understood"):
        values = {"name": "Asha", "phone": "–", "kind": kind_of(inbound), "words": words, "order": "", "total": "",
                  "order_status": "", "has_order": "no"}  # fmt: skip
        assert all(words in say(language, f"notices-alert-customer-{key}", **values) for language in languages())


@pytest.mark.parametrize("form", ["[1,2", "no json", '"x"', "{}"])
def test_a_form_that_is_no_object_is_passed_on_as_it_came(form: str) -> None:
    assert words_of(SimpleNamespace(inbound=Inbound(K.FORM, form=filled(form)))) == form  # type: ignore[arg-type]
