"""Everyday questions, answered from the shop's own facts before the step's question is asked again.

what is the delivery charge?   → Delivery to Lakeside: ₹40, free from ₹1,500. (and the step's question again)
neelam kab aayega?             → Neelam comes around 21 Dec.
is it organic?                 → what the founder wrote; what she has not told us is not made up: a person answers
"""

from __future__ import annotations

from collections.abc import Callable

from core.reading.sentence import Sentence
from flows.engine import Heard
from flows.facts.asked import BARGAIN, OFFERS, OWN, read_asked
from flows.facts.delivery import say_areas, say_fees, say_ways_to_pay, say_where_we_are, say_windows
from flows.facts.fruit import say_availability, say_best, say_fixed_price, say_rates, say_ripeness, say_season, say_sum
from flows.facts.orders import say_bill, say_money_back, say_total, say_where_it_is
from flows.facts.own import say_how_offers_end, say_own, say_unknown
from flows.my_orders.steps import Step as MyOrdersStep
from flows.ordering.moving import MOVING_STEPS
from flows.ordering.steps import Step
from flows.playing import play
from flows.questions import asks_outright, only_asks
from flows.turn import Turn

# Answered by the page of the variety that is named: price, story, ripeness, what is left.
ON_THE_PAGE = frozenset({"rate", "ripe", "best", "availability", "total", BARGAIN})
# Where nothing would be lost by leaving for the page of a variety.
LOOKING_AROUND = frozenset({Step.MENU, Step.VARIETY, Step.PACK, Step.AGAIN})
# Steps that take whatever is typed, and what of a question they leave to us.
TAKES_ALL: dict[str, Callable[[Sentence], bool]] = {
    **dict.fromkeys(MOVING_STEPS, only_asks),
    **dict.fromkeys((Step.NOTE, MyOrdersStep.NOTE), asks_outright),
}
# Steps that say something once; their words are not said again under an answer.
SAID_ONCE = {("help", "thanked"), ("help", "offers"), ("help", "talking"), ("my_orders", "cancelled")}


def is_asked(turn: Turn) -> bool:
    """Whether the sentence holds a question of everyday that may be answered at this step."""
    may = TAKES_ALL.get(turn.step)
    return (may is None or may(turn.said)) and bool(read_asked(turn).questions)


def asks_where_it_is(turn: Turn, heard: Heard | None) -> bool:
    """Whether somebody who is about to order asks where another order is: told without leading them away."""
    return heard == Heard("tracks") and turn.script == "ordering" and turn.step not in LOOKING_AROUND


def answering_page(turn: Turn) -> Heard | None:
    """The page of the variety that is asked about, where it answers all and no place is lost by it; what an amount
    comes to is said before it."""
    asked = read_asked(turn)
    looks_around = turn.script != "ordering" or turn.step in LOOKING_AROUND
    plainly = len(asked.varieties) == 1 and not asked.uses
    if not (plainly and looks_around and set(asked.questions) <= ON_THE_PAGE):
        return None
    turn.notes += filter(None, [say_fixed_price(turn) if BARGAIN in asked.questions else "", say_sum(turn)])
    return Heard("picks_variety", str(asked.varieties[0]))


def answer(turn: Turn, *questions: str) -> bool:
    """Note the answers to what is asked, or to these. The chat stays where it is, or goes to the menu when that place
    has nothing to ask."""
    turn.notes.extend(ANSWERS[question](turn) for question in questions or read_asked(turn).questions)
    if (turn.script, turn.step) in SAID_ONCE:
        play(turn, Heard("wants_menu"))
    return True


ANSWERS: dict[str, Callable[[Turn], str]] = {
    "fee": say_fees,
    "area": say_areas,
    "windows": say_windows,
    "where": say_where_we_are,
    "pay": say_ways_to_pay,
    "availability": say_availability,
    "ripe": say_ripeness,
    "rate": say_rates,
    "total": say_total,
    "season": say_season,
    "best": say_best,
    "track": say_where_it_is,
    "bill": say_bill,
    "refund": say_money_back,
    BARGAIN: say_fixed_price,
    OFFERS: say_how_offers_end,
    OWN: say_own,
    "unknown": say_unknown,
}
