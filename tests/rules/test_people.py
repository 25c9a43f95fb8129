"""Names that people give themselves, and whose message it is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as some

from core.identities.rules import Judgement, Owner, Verdict, judge_identities
from core.names import LONGEST_NAME, clean_name

ASHA, RAVI, SUNIL = Owner(1, None), Owner(2, None), Owner(None, 1)
FAMILY = "👩‍👩‍👧"


@pytest.mark.parametrize(
    ("given_name", "shown"),
    [
        ("Asha", "Asha"),
        ("  Asha\n\tRao  ", "Asha Rao"),
        ("\u202eevil\u202c", "evil"),
        ("A\u0000s\u200bha", "Asha"),
        ("\ud800Asha", "Asha"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("=HYPERLINK(1)", "=HYPERLINK(1)"),
        ("आशा क्षत्रिय", "आशा क्षत्रिय"),
        ("", ""),
    ],
)
def test_names_lose_only_what_cannot_be_seen(given_name: str, shown: str) -> None:
    assert clean_name(given_name) == shown


def test_a_joined_emoji_counts_as_one_sign() -> None:
    assert clean_name(FAMILY * 100) == FAMILY * LONGEST_NAME


@given(some.text(max_size=300))
def test_no_name_hides_controls_or_grows(text: str) -> None:
    name = clean_name(text)
    assert clean_name(name) == name
    assert not any(unicodedata.category(sign)[0] == "C" for sign in name if sign not in "\u200c\u200d")


def test_names_are_cut_at_64_signs_as_people_count_them() -> None:
    assert clean_name("x" * 4000) == "x" * LONGEST_NAME
    assert clean_name("की" * 100) == "की" * LONGEST_NAME
    assert clean_name("👍🏽" * 100) == "👍🏽" * LONGEST_NAME


KNOWN = Verdict.KNOWN


@pytest.mark.parametrize(
    ("by_phone", "by_user_id", "by_parent", "recycled", "judgement"),
    [
        (None, None, None, False, Judgement(Verdict.NEW)),
        (ASHA, None, None, False, Judgement(KNOWN, ASHA)),
        (None, ASHA, None, False, Judgement(KNOWN, ASHA)),
        (ASHA, ASHA, ASHA, False, Judgement(KNOWN, ASHA)),
        (None, None, ASHA, False, Judgement(KNOWN, ASHA)),
        # The phone came back with another user id: a recycled SIM does not inherit orders, nor a rider's powers.
        (ASHA, None, None, True, Judgement(Verdict.NEW_TAKES_PHONE)),
        (SUNIL, None, None, True, Judgement(Verdict.NEW_TAKES_PHONE)),
        # The user id is the account; a phone that is somebody else's stays there, and a human looks.
        (RAVI, ASHA, None, True, Judgement(KNOWN, ASHA, phone_in_dispute=True)),
        (SUNIL, ASHA, None, True, Judgement(KNOWN, ASHA, phone_in_dispute=True)),
    ],
)
def test_whose_message_it_is(
    by_phone: Owner | None, by_user_id: Owner | None, by_parent: Owner | None, recycled: bool, judgement: Judgement
) -> None:
    assert judge_identities(by_phone, by_user_id, by_parent, phone_has_other_user_id=recycled) == judgement
