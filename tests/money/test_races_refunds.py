"""Two founders, one payment. First the controls: without the guards more goes back than came."""

from collections.abc import Callable

import pytest
from sqlalchemy import text

from core.clock import read_now
from core.db import in_transaction, transaction
from core.errors import Refusal
from core.invariants import find_violations
from core.payments.moves import returning
from core.payments.refunds import request_refund
from core.payments.tables import Payment
from tests.support.actors import STAFF
from tests.support.asked import at_once, make_paid

CARELESS = returning(
    Payment,
    """
    UPDATE payments SET refund_reserved_paise = refund_reserved_paise + :amount_paise,
           status = CASE WHEN refund_reserved_paise + :amount_paise = amount_paise THEN 'returned' ELSE status END
     WHERE id = :id RETURNING *
    """,
)


def refunding(payment_id: int, paise: int) -> Callable[[], int]:
    def refund() -> int:
        return in_transaction(lambda session: request_refund(session, payment_id, paise, reason="soft", actor=STAFF).id)

    return refund


def test_control_two_founders_refund_more_than_came_without_the_guards(
    demo_shop: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the condition in the statement and without the CHECK behind it."""
    with transaction() as session:
        payment = make_paid(session, 1, read_now(session))
        for check in ("refunds_never_exceed_the_capture", "returned_is_all_of_it"):
            session.execute(text(f"ALTER TABLE payments DROP CONSTRAINT {check}"))
    monkeypatch.setattr("core.payments.moves.RESERVE", CARELESS)
    results = at_once(*[refunding(payment.id, payment.amount_paise)] * 2)
    assert not any(isinstance(result, Refusal) for result in results)
    with transaction() as session:
        assert "reserved-is-sum-of-refunds" in {violation.rule for violation in find_violations(session)}


def test_control_the_check_alone_also_stops_the_second_founder(demo_shop: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with transaction() as session:
        payment = make_paid(session, 1, read_now(session))
    monkeypatch.setattr("core.payments.moves.RESERVE", CARELESS)
    refunding(payment.id, payment.amount_paise)()
    with pytest.raises(Exception, match="refunds_never_exceed_the_capture"):
        refunding(payment.id, 1)()


@pytest.mark.parametrize("share", [1, 2, 3])
def test_founders_refunding_at_once_never_return_more_than_came(demo_shop: str, share: int) -> None:
    """All of it, a half and more, a third and more: one, one and two of eight succeed."""
    with transaction() as session:
        payment = make_paid(session, 1, read_now(session))
    part = payment.amount_paise // share + (share > 1)
    results = at_once(*[refunding(payment.id, part)] * 8)
    refused = [result for result in results if isinstance(result, Refusal)]
    assert len(results) - len(refused) == max(1, share - 1)
    assert {refusal.code for refusal in refused} <= {"refund-too-much", "refund-nothing"}
    with transaction() as session:
        assert find_violations(session) == []
