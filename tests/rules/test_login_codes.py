"""Six-digit codes: what is kept of one, whom it is for, and when none is sent."""

from __future__ import annotations

import pytest

from core.logins.code_rules import are_worth_it, code_of, hash_code, is_indian


def test_a_code_is_six_digits_of_its_seed_and_the_shops_secret() -> None:
    codes = {code_of("secret", f"seed-{number}") for number in range(300)}
    assert {len(code) for code in codes} == {6}
    assert all(code.isdigit() for code in codes)
    assert len(codes) > 290, "seeds that differ make codes that differ"
    assert any(code.startswith("0") for code in codes), "zeros in front are part of it"
    assert code_of("secret", "seed") == code_of("secret", "seed") != code_of("other", "seed")


def test_what_is_kept_fits_one_browser_and_needs_the_secret() -> None:
    kept = hash_code("secret", 7, "123456")
    assert kept == hash_code("secret", 7, "123456")
    assert kept not in {
        hash_code("secret", 8, "123456"),
        hash_code("other", 7, "123456"),
        hash_code("secret", 7, "123457"),
    }
    assert "123456" not in kept


@pytest.mark.parametrize(
    ("phone", "is_one"),
    [("919876500077", True), ("910000000102", True), ("9876500077", False), ("4915112345678", False)],
)
def test_codes_go_to_india_alone(phone: str, is_one: bool) -> None:
    assert is_indian(phone) is is_one


@pytest.mark.parametrize(
    ("asked", "used", "worth"),
    [(0, 0, True), (19, 0, True), (20, 5, False), (20, 6, True), (40, 11, False), (40, 12, True)],
)
def test_codes_that_nobody_uses_are_sent_no_more(asked: int, used: int, worth: bool) -> None:
    assert are_worth_it(asked, used) is worth
