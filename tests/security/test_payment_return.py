"""The address where Razorpay sends browsers back to: only what Razorpay signed is answered, and nothing is believed."""

import hashlib
import hmac
from itertools import permutations

import pytest

from tests.security.conftest import KEY_SECRET, Siege, walk_to_summary

NAMES = ("payment_id", "payment_link_id", "payment_link_reference_id", "payment_link_status", "signature")


@pytest.fixture
def link(siege: Siege) -> dict[str, str]:
    """What Razorpay would send the customer back with, for an order that waits for its payment."""
    code = walk_to_summary(siege)
    siege.taps(f"n:pays_online:{code}")
    siege.does("UPDATE payment_links SET status = 'open', provider_link_id = 'plink_1', next_look_at = NULL,"
               " short_url = 'http://127.0.0.1/l'")  # fmt: skip
    [row] = siege.rows("SELECT reference_id FROM payment_links")
    return {"payment_id": "pay_1", "payment_link_id": "plink_1", "payment_link_reference_id": row.reference_id,
            "payment_link_status": "paid"}  # fmt: skip


def sign(query: dict[str, str], secret: str = KEY_SECRET) -> dict[str, str]:
    names = ("payment_link_id", "payment_link_reference_id", "payment_link_status", "payment_id")
    message = "|".join(query.get(name, "") for name in names).encode()
    return {**query, "signature": hmac.new(secret.encode(), message, hashlib.sha256).hexdigest()}


def visit(siege: Siege, query: dict[str, str]) -> int:
    parameters = {f"razorpay_{name}": value for name, value in query.items()}
    return siege.client.get("/pay/return", params=parameters).status_code


def money(siege: Siege) -> list[object]:
    tables = ("orders", "payments", "ledger_entries", "holds")
    return [siege.rows(f"SELECT * FROM {table} ORDER BY 1") for table in tables]


def test_a_signed_return_is_shown_again_and_again_and_changes_no_money(siege: Siege, link: dict[str, str]) -> None:
    before = money(siege)
    assert [visit(siege, sign(link)) for _ in range(5)] == [200] * 5
    assert money(siege) == before
    assert siege.rows("SELECT FROM payment_links WHERE next_look_at IS NOT NULL") != []


def test_it_shows_neither_phone_nor_home_and_is_kept_nowhere(siege: Siege, link: dict[str, str]) -> None:
    answer = siege.client.get("/pay/return", params={f"razorpay_{name}": value for name, value in sign(link).items()})
    assert answer.headers["cache-control"] == "no-store"
    for private in ("910000000666", "B-1203", "Palm Grove", "Mallory", "plink_1", "pay_1"):
        assert private not in answer.text


@pytest.mark.parametrize("name", [*NAMES])
def test_without_any_of_its_parts_it_is_not_there(siege: Siege, link: dict[str, str], name: str) -> None:
    query = sign(link)
    for odd in ("", "x", "x" * 5000, "\x00", "é\ufffd", "' OR 1=1"):
        assert visit(siege, {**query, name: odd}) == 404
    del query[name]
    assert visit(siege, query) == 404


def test_parts_in_other_places_or_signed_by_others_are_refused(siege: Siege, link: dict[str, str]) -> None:
    signed = sign(link)
    for first, second in permutations(signed, 2):
        assert visit(siege, {**signed, first: signed[second], second: signed[first]}) == 404
    for secret in ("", "wrong", "an-app-secret-of-the-tests", "a-webhook-secret-of-the-tests"):
        assert visit(siege, sign(link, secret)) == 404
    joined = f"{link['payment_link_id']}|{link['payment_link_reference_id']}"
    shifted = {**sign(link), "payment_link_id": joined, "payment_link_reference_id": ""}
    assert visit(siege, shifted) == 404


def test_a_link_of_nobody_is_not_there_though_it_is_signed(siege: Siege, link: dict[str, str]) -> None:
    assert visit(siege, sign({**link, "payment_link_id": "plink_of_another"})) == 404


def test_without_a_key_nothing_is_signed(siege: Siege, link: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    from tests.support.clusters import current_settings  # noqa: PLC0415

    monkeypatch.setenv("JAMANGO_RAZORPAY_KEY_SECRET", "")
    current_settings()
    assert visit(siege, sign(link, "")) == 404
