"""Codes that can be read aloud, tokens that cannot be guessed."""

import re

from core.ids import new_key, new_order_code, new_token
from core.reading.codes import CODE_LETTERS


def test_codes_have_no_look_alikes() -> None:
    assert not set("0O1IL2Z5S8BUV") & set(CODE_LETTERS)
    codes = {new_order_code() for _ in range(2000)}
    assert len(codes) > 1990
    assert all(len(code) == 6 and set(code) <= set(CODE_LETTERS) for code in codes)
    assert all(set(code) & set("0123456789") for code in codes), "a code is never a word"


def test_tokens_carry_128_bits_in_url_letters() -> None:
    assert re.fullmatch(r"[A-Za-z0-9_-]{22}", new_token())


def test_keys_suit_razorpay() -> None:
    assert re.fullmatch(r"[A-Za-z0-9_-]{10,}", new_key())
