"""Each message is handled once, none is lost, everybody's order is kept, few answers come twice (issue: soak)."""

from __future__ import annotations

import signal

import pytest

from tests.crash.stage import Stage
from tests.support.dice import throw_dice
from tests.trouble.soak import LEAST_DEATHS, Plan, Tally, soak


def test_a_hundred_messages_and_a_few_deaths(stage: Stage) -> None:
    tally = soak(stage, Plan(messages=100, customers=30, lasts=4, between_deaths=(0.5, 1.5)), throw_dice())
    check(stage, tally)
    assert tally.copies <= 4, tally.show()


def test_a_deploy_in_the_middle_of_it_all_costs_nothing_at_all(stage: Stage) -> None:
    """SIGTERM: what is under way is finished (fault F43)."""
    plan = Plan(messages=60, customers=20, lasts=4, between_deaths=(1.0, 2.0), fail=0, hang=0, signal=signal.SIGTERM)
    tally = soak(stage, plan, throw_dice())
    check(stage, tally)
    assert tally.copies == tally.given_up == 0, tally.show()


@pytest.mark.trouble
def test_a_thousand_messages_and_a_minute_of_deaths(stage: Stage) -> None:
    tally = soak(stage, Plan(messages=1000, customers=40, lasts=60, between_deaths=(0.3, 2.5)), throw_dice())
    check(stage, tally)
    assert tally.share_of_copies <= 0.02, tally.show()


@pytest.mark.trouble
def test_without_any_news_of_deliveries_few_answers_come_twice_all_the_same(stage: Stage) -> None:
    """Nothing tells that a message arrived whose sender died or whose answer was lost, so it goes once more."""
    plan = Plan(messages=1000, customers=40, lasts=60, between_deaths=(0.3, 2.5), statuses=False)
    tally = soak(stage, plan, throw_dice())
    check(stage, tally)
    assert 0 < tally.share_of_copies <= 0.02, tally.show()


def check(stage: Stage, tally: Tally) -> None:
    assert sum(tally.deaths.values()) >= LEAST_DEATHS, tally.show()
    check_each_once(tally)
    stage.assert_rules_hold()


def check_each_once(tally: Tally) -> None:
    """Each message took effect once and was answered; nobody's order was broken."""
    assert tally.handled == tally.counted == tally.answered == tally.sent, tally.show()
    assert tally.overtaken == tally.out_of_order == 0, tally.show()
    assert tally.most_copies <= 2, tally.show()
    assert tally.arrived + tally.given_up == tally.sent, tally.show()
