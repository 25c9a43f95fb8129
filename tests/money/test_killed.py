"""kill -9 between any two steps of money changes nothing but the time (faults F32-F40)."""

import re
import signal
from pathlib import Path

import pytest

from core import payments
from core.checkpoints import Checkpoint
from tests.support.killable import run_and_die
from tests.support.money import Cashier
from tests.support.patience import PATIENCE_SECONDS

# Where each point is passed: in asking to pay, making the link, settling, cancelling, or refunding.
STAGES = {
    Checkpoint.LINK_INTENT_WRITTEN: "ask",
    Checkpoint.CALL_CLAIMED: "link",
    Checkpoint.LINK_CREATED_NOT_STORED: "link",
    Checkpoint.LINK_STORED_NOT_COMMITTED: "link",
    Checkpoint.LOOK_CLAIMED: "settle",
    Checkpoint.LOOK_ANSWERED: "settle",
    Checkpoint.PAYMENT_RECORDED: "settle",
    Checkpoint.LOOK_NOT_COMMITTED: "settle",
    Checkpoint.REFUND_RESERVED: "cancel",
    Checkpoint.REFUND_ACCEPTED_NOT_STORED: "refund",
    Checkpoint.REFUND_STORED_NOT_COMMITTED: "refund",
    Checkpoint.LINK_CANCELLED_NOT_STORED: "withdraw",
}
PARTS = {"ask": "ask", "cancel": "cancel"}


class Story:
    """Paid, cancelled, refunded; or cancelled unpaid. Killed once, at one point."""

    def __init__(self, cashier: Cashier, checkpoint: Checkpoint) -> None:
        self.cashier = cashier
        self.checkpoint = checkpoint
        self.order_id = cashier.order()

    def play(self) -> None:
        self._maybe_die("ask")
        self.cashier.ask_to_pay(self.order_id)
        self._maybe_die("link")
        self.cashier.work()
        if STAGES[self.checkpoint] != "withdraw":
            self.cashier.pay(self.order_id)
            self.cashier.outside.post("/sim/settle", json={"timeout_seconds": PATIENCE_SECONDS}).raise_for_status()
            while self.cashier.read_news():
                pass
            self._maybe_die("settle")
            self.cashier.work()
        self._maybe_die("cancel")
        self.cashier.cancel(self.order_id)
        self._maybe_die(self._last_stage())
        self.cashier.work()

    def _last_stage(self) -> str:
        return "withdraw" if STAGES[self.checkpoint] == "withdraw" else "refund"

    def _maybe_die(self, stage: str) -> None:
        if STAGES[self.checkpoint] != stage:
            return
        code = run_and_die(PARTS.get(stage, "work"), self.order_id, self.checkpoint)
        assert code == -signal.SIGKILL, f"{self.checkpoint} was not reached"
        # What the dead had leased is free again.
        self.cashier.advance(seconds=11)


@pytest.mark.parametrize("checkpoint", STAGES, ids=str)
def test_killed_at(cashier: Cashier, checkpoint: Checkpoint) -> None:
    story = Story(cashier, checkpoint)
    story.play()
    paid = STAGES[checkpoint] != "withdraw"
    books = cashier.books()
    assert [link["status"] for link in books["links"]] == ["paid" if paid else "cancelled"]
    assert len(books["payments"]) == len(books["refunds"]) == (1 if paid else 0)
    assert cashier.status(story.order_id) == "cancelled"
    assert cashier.told(story.order_id) == (
        ["pay-here", "order-confirmed", "refund-processed"] if paid else ["pay-here"]
    )
    assert cashier.balances() == {}
    assert cashier.alerts() == set()
    cashier.assert_books_agree()


def test_every_point_of_money_is_killed_at() -> None:
    """A new `reach` in core/payments needs its place in STAGES."""
    [folder] = payments.__path__
    sources = [path.read_text(encoding="utf-8") for path in Path(folder).glob("*.py")]
    passed = {Checkpoint[name] for source in sources for name in re.findall(r"reach\(Checkpoint\.(\w+)\)", source)}
    assert passed == set(STAGES)
