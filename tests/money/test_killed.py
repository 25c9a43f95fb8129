"""kill -9 between any two steps of money changes nothing but the time (faults F32-F40)."""

import re
import signal
from pathlib import Path

import pytest

from core import payments
from core.checkpoints import Checkpoint
from tests.support.killable import run_and_die
from tests.support.money import Till

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

    def __init__(self, till: Till, checkpoint: Checkpoint) -> None:
        self.till = till
        self.checkpoint = checkpoint
        self.order_id = till.order()

    def play(self) -> None:
        self._maybe_die("ask")
        self.till.ask_to_pay(self.order_id)
        self._maybe_die("link")
        self.till.work()
        if STAGES[self.checkpoint] != "withdraw":
            self.till.pay(self.order_id)
            self.till.outside.post("/sim/settle", json={"timeout_seconds": 20}).raise_for_status()
            while self.till.read_news():
                pass
            self._maybe_die("settle")
            self.till.work()
        self._maybe_die("cancel")
        self.till.cancel(self.order_id)
        self._maybe_die(self._last_stage())
        self.till.work()

    def _last_stage(self) -> str:
        return "withdraw" if STAGES[self.checkpoint] == "withdraw" else "refund"

    def _maybe_die(self, stage: str) -> None:
        if STAGES[self.checkpoint] != stage:
            return
        code = run_and_die(PARTS.get(stage, "work"), self.order_id, self.checkpoint)
        assert code == -signal.SIGKILL, f"{self.checkpoint} was not reached"
        # What the dead had leased is free again.
        self.till.advance(seconds=11)


@pytest.mark.parametrize("checkpoint", STAGES, ids=str)
def test_killed_at(till: Till, checkpoint: Checkpoint) -> None:
    story = Story(till, checkpoint)
    story.play()
    paid = STAGES[checkpoint] != "withdraw"
    books = till.books()
    assert [link["status"] for link in books["links"]] == ["paid" if paid else "cancelled"]
    assert len(books["payments"]) == len(books["refunds"]) == (1 if paid else 0)
    assert till.status(story.order_id) == "cancelled"
    assert till.told(story.order_id) == (["pay-here", "order-confirmed", "refund-processed"] if paid else ["pay-here"])
    assert till.balances() == {}
    assert till.alerts() == set()
    till.assert_books_agree()


def test_every_point_of_money_is_killed_at() -> None:
    """A new `reach` in core/payments needs its place in STAGES."""
    [folder] = payments.__path__
    sources = [path.read_text(encoding="utf-8") for path in Path(folder).glob("*.py")]
    passed = {Checkpoint[name] for source in sources for name in re.findall(r"reach\(Checkpoint\.(\w+)\)", source)}
    assert passed == set(STAGES)
