"""Razorpay's door: stored once by its event id, believed by either secret of a rotation, never read for amounts."""

import pytest

from tests.doors.conftest import WEBHOOK_SECRETS, Doors

EVENT = b'{"entity":"event","event":"payment_link.paid","payload":{}}'


def test_an_event_is_stored_once(doors: Doors) -> None:
    for _ in range(2):
        assert doors.razorpay_sends(EVENT, "RjyCdS5SNm93qh").status_code == 200
    [row] = doors.rows()
    assert (row.provider, row.event_key, row.kind) == ("razorpay", "RjyCdS5SNm93qh", "news")


@pytest.mark.parametrize("secret", WEBHOOK_SECRETS)
def test_both_secrets_of_a_rotation_are_believed(doors: Doors, secret: str) -> None:
    assert doors.razorpay_sends(EVENT, "a", secret).status_code == 200


@pytest.mark.parametrize("secret", ["another-secret", "an-app-secret-of-the-tests"])
def test_no_other_secret_is(doors: Doors, secret: str) -> None:
    assert doors.razorpay_sends(EVENT, "a", secret).status_code == 401
    assert doors.rows() == []


def test_a_missing_or_odd_signature_is_401(doors: Doors) -> None:
    assert doors.client.post("/webhooks/razorpay", content=EVENT).status_code == 401
    odd = doors.client.post("/webhooks/razorpay", content=EVENT, headers=[(b"X-Razorpay-Signature", "é".encode())])
    assert odd.status_code == 401


@pytest.mark.parametrize("body", [b"{oh no", b"\xff", b"[1]", b"[" * 100_000, b'{"amount":' + b"9" * 5000 + b"}"])
def test_a_signed_body_that_makes_no_sense_is_kept(doors: Doors, body: bytes) -> None:
    assert doors.razorpay_sends(body, "b").status_code == 200
    assert len(doors.rows()) == 1


def test_an_event_without_an_id_is_known_by_its_bytes(doors: Doors) -> None:
    for _ in range(2):
        assert doors.razorpay_sends(EVENT, "").status_code == 200
    assert len(doors.rows()) == 1


def test_a_large_body_is_413(doors: Doors) -> None:
    assert doors.razorpay_sends(b" " * (1024 * 1024 + 1), "c").status_code == 413
