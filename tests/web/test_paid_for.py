"""Coming back from paying: the page says what became of this payment, and frightens nobody."""

from __future__ import annotations

import pytest

from tests.support.clusters import current_settings
from tests.web.shopping import Buyer
from tests.web.test_every_page import does, signed_return

RECORDED = """
    INSERT INTO payments (order_id, link_id, provider_payment_id, status, reason, amount_paise, currency,
                          refund_reserved_paise)
    SELECT order_id, id, 'pay_1', CAST(:status AS text), :reason, amount_paise, 'INR',
           CASE WHEN CAST(:status AS text) = 'returned' THEN amount_paise ELSE 0 END FROM payment_links
"""


@pytest.mark.parametrize(
    ("recorded", "said"),
    [
        (("settled", ""), ("Payment received", "Thank you!")),
        (("returned", "twice"), ("This order is paid already", "Your order stands.")),
        (("returned", "cash"), ("This order is paid in cash", "Your order stands.")),
        (("parked", "wrong_amount"), ("Your payment has reached us", "nothing needs to be paid again")),
        (("returned", "late"), ("Your payment goes back to you", "The whole sum goes back")),
        (("returned", "cancelled"), ("Your payment goes back to you", "by itself")),
    ],
)
def test_what_became_of_a_payment_is_said_for_what_it_is(
    guest: Buyer, monkeypatch: pytest.MonkeyPatch, recorded: tuple[str, str], said: tuple[str, str]
) -> None:
    monkeypatch.setenv("JAMANGO_RAZORPAY_KEY_SECRET", "pretend-key-secret")
    current_settings()
    guest.fills_everything()
    query = signed_return(str(guest.pays("online").url).rsplit("/", 1)[1])
    does(RECORDED, status=recorded[0], reason=recorded[1])
    page = guest.goes(f"/pay/return{query}").text
    assert [words in page for words in said] == [True, True]
