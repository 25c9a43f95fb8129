"""Thanks, a good night, a lone emoji: one friendly line, never an act."""

from __future__ import annotations

from core.reading.meaning import Intent
from flows.engine import Heard
from flows.my_orders.steps import Step as MyOrdersStep
from flows.ordering.steps import Step
from flows.turn import Turn

# Where a question about a placed order is open, and a yes alone chooses nothing.
OF_AN_ORDER = frozenset(
    {
        MyOrdersStep.WHICH,
        MyOrdersStep.CHANGING,
        MyOrdersStep.WINDOW,
        MyOrdersStep.FRUIT,
        MyOrdersStep.COUNT,
        MyOrdersStep.PROPOSAL,
        MyOrdersStep.ANEW,
        MyOrdersStep.CANCELLING,
    }
)
LONGEST_PAUSE = 8  # ways of saying; more of them tell something
FRIENDLY = ("courtesy.thanks", "courtesy.praise", "courtesy.end", "courtesy.emoji")


def hear_smalltalk(turn: Turn) -> Heard | None:
    """Words that only are friendly, plain assent, or a plain no, where no question of ours is open."""
    if turn.chat.turn == 0:
        return None  # the first word of all is a greeting, whatever it is
    declines = turn.said.is_only({"deny.no"}, {"courtesy", "answer.yes"})  # `ok leave it`
    only_friendly = _is_thanks(turn) or not turn.said.spans or turn.said.is_only({"courtesy", "answer.yes"})
    only_friendly = only_friendly or declines
    return Heard("thanks") if only_friendly and not has_open_question(turn) else None


def is_friendly(turn: Turn) -> bool:
    """Whether it is thanks and nothing else, where a question of ours is open: it stays open."""
    return _is_thanks(turn) or (turn.said.is_only({"courtesy"}) and turn.said.has(*FRIENDLY))


def is_pausing(turn: Turn) -> bool:
    """`ek minute ruko`, `let me ask my wife`, `soch ke batata hu`: they come back to it, and told nothing else."""
    meaning, said = turn.meaning, turn.said_as_line
    told = meaning.items or meaning.when or meaning.home or meaning.payment or meaning.note or meaning.phone
    waits = said.is_only({"back"}) and said.has("stop.doubt")  # `wait`, and not `sorry`
    pauses = meaning.intents == (Intent.UNKNOWN,) and (waits or said.has("hold", "postpone"))
    return pauses and not told and len(said.spans) <= LONGEST_PAUSE and not said.has("complaint.goods", "stop.mark")


def is_of_a_friend(turn: Turn) -> bool:
    """`mere friend ka refund nahi aaya`, `my friend ordered, where is his order`: nothing of it is theirs."""
    meaning, said = turn.meaning, turn.said_as_line
    told = meaning.items or meaning.when or meaning.home or meaning.payment or meaning.note
    about = said.has("refund", "complaint.money", "thing.order", "command.track", "ordered")
    asks = meaning.intents[0] in {Intent.UNKNOWN, Intent.TRACK, Intent.ASK, Intent.REFUND, Intent.CLAIM}
    return said.has("friend") and about and asks and not told and not said.has("complaint.goods", "claim")


def _is_thanks(turn: Turn) -> bool:
    """`I am not happy` holds a friendly word and is none."""
    return turn.meaning.intents == (Intent.THANKS,) and not turn.said.has("deny.not")


def has_open_question(turn: Turn) -> bool:
    if turn.script == "my_orders":
        return turn.step in OF_AN_ORDER
    return turn.script == "ordering" and turn.step != Step.MENU
