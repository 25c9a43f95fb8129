"""Rules: time, the post, the worker and its death, the jobs, trouble on the way to both platforms."""

from __future__ import annotations

from hypothesis import strategies as some
from hypothesis.stateful import rule

from core.checkpoints import Checkpoint
from jamango.jobs import expire_holds, make_slots, remind_before_holds_end
from tests.machine.machine import LONGEST_WALK, Stage, pay, small, then, who
from tests.machine.shop import PIECES

AT_THE_DOOR = {Checkpoint.ARRIVAL_NOT_STORED, Checkpoint.ARRIVAL_STORED}
IN_JOBS = {Checkpoint.BATCH_NOT_COMMITTED, Checkpoint.BATCH_COMMITTED}
OF_THE_WORKER = tuple(point for point in Checkpoint if point not in AT_THE_DOOR | IN_JOBS)
DEEDS = ("walks", "orders", "pays", "cancels", "waits")
MINUTES = (0.2, 0.2, 1.1, 3.3, 7.4, 11.3, 16.6, 22.7, 61.3, 7 * 60.0, 25 * 60.0)
SEND_TROUBLE = ("500", "502_html", "disconnect", "disconnect_after_acceptance", "131056", "empty", "131047")
CALL_TROUBLE = ("500", "502_html", "429", "disconnect", "disconnect_after_acceptance", "502_after_acceptance")


class Running(Stage):
    """The machinery between people and shop."""

    @rule(backwards=some.booleans(), copies=some.integers(1, 2), statuses=some.booleans(),
          most=some.sampled_from((1, 2, 999)))  # fmt: skip
    def post_arrives(self, backwards: bool, copies: int, statuses: bool, most: int) -> None:
        """Some or all of what was left at the post, the newest first or everything twice, and nobody works yet."""
        self.shop.deliver(statuses=statuses, backwards=backwards, copies=copies, most=most)

    @rule()
    def razorpay_forgets_its_webhooks(self) -> None:
        self.shop.collect()
        waiting = self.shop.post.waiting
        waiting[:] = [letter for letter in waiting if not letter.is_of_razorpay]

    @rule(back=small, another_id=some.integers(0, 3))
    def an_old_webhook_comes_again(self, back: int, another_id: int) -> None:
        """As it was, or Razorpay's under another event id, which the signature does not cover."""
        delivered = [letter for letter in self.shop.post.delivered if not letter.is_status]
        if delivered:
            letter = delivered[-1 - back % len(delivered)]
            fresh = letter.is_of_razorpay and another_id
            self.shop.hand_over(letter.under_another_id(another_id) if fresh else letter)

    @rule(minutes=some.sampled_from(MINUTES), then=then)
    def time_passes(self, minutes: float, then: str) -> None:
        self.shop.advance(minutes)
        self.follow(then)

    @rule(free=some.booleans())
    def a_reply_sender_is_free(self, free: bool) -> None:
        self.shop.has_reply_sender = free

    @rule()
    def everything_follows(self) -> None:
        self.shop.live(statuses=True)

    @rule(piece=some.sampled_from(PIECES))
    def worker_does_one_thing(self, piece: str) -> None:
        self.shop.work_a_little(piece)

    @rule(who=who, deed=some.tuples(some.sampled_from(DEEDS), pay, small), point=some.sampled_from(OF_THE_WORKER),
          nth=some.integers(1, 3))  # fmt: skip
    def worker_dies(self, who: str, deed: tuple[str, str, int], point: Checkpoint, nth: int) -> None:
        """Somebody acts, and in the middle of what follows the worker ends."""
        self.act(who, *deed)
        self.shop.deliver(statuses=True)
        self.model.crashes += self.shop.crash_at(point, nth)

    def act(self, who: str, deed: str, pay: str, choice: int) -> None:
        human = self.people[who]
        if deed == "walks":
            human.goes_on(pay, choice)
        elif deed == "orders":
            self.walk(who, pay, choice, LONGEST_WALK)
            human.goes_on(pay, choice)
        elif deed == "pays" and human.links():
            self.pay(who, human.links()[-1], {"outcome": "late_authorised" if choice % 3 == 2 else "paid"})
        elif deed == "cancels":
            human.says("cancel")
            self.shop.live()
            human.taps(0, 0)
        elif deed == "waits":
            self.shop.advance(MINUTES[choice % len(MINUTES)])

    @rule(job=some.sampled_from((expire_holds, remind_before_holds_end, make_slots)))
    def a_job_runs(self, job: object) -> None:
        assert callable(job)
        job()
        self.note_new_places()

    def note_new_places(self) -> None:
        for row in self.shop.read("SELECT id, capacity FROM delivery_slots"):
            self.model.places.setdefault(row.id, row.capacity)

    @rule(mode=some.sampled_from(SEND_TROUBLE), times=some.integers(1, 2))
    def meta_is_in_trouble(self, mode: str, times: int) -> None:
        self.shop.switch(fail_sends=[{"mode": mode, "next": times}])

    @rule(mode=some.sampled_from(CALL_TROUBLE), times=some.integers(1, 3))
    def razorpay_is_in_trouble(self, mode: str, times: int) -> None:
        self.shop.switch(fail_calls=[{"mode": mode, "next": times}])

    @rule(outcome=some.sampled_from(("processed", "pending", "failed", "no_balance")))
    def refunds_go(self, outcome: str) -> None:
        self.shop.switch(refund_outcome=outcome)
