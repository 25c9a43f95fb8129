"""While a person has the chat and has not answered: what our facts know is said, a wish gets a word that she has it.

(she was called)  price of 2 dozen kesar?     → what it comes to today; the chat stays hers
(she was called)  can you do 20 boxes by 9?   → Your message to the shop stands …
"""

from __future__ import annotations

from datetime import timedelta

from bot.fitting import fit_body
from bot.inbound import InboundKind
from bot.limits import TEXT
from bot.messages import Text
from core.reading.meaning import Intent
from flows.answers import ANSWERS
from flows.facts.asked import BARGAIN, OWN, read_asked
from flows.facts.fruit import say_rates, say_sum
from flows.handover import ParkedMemory
from flows.turn import Turn

# What she may see otherwise than our books do, or has to say herself.
HERS = frozenset({BARGAIN, OWN, "unknown", "refund", "best"})
DEEDS = frozenset({Intent.ORDER, Intent.CHANGE, Intent.REPEAT, Intent.CANCEL})
WISHES = DEEDS | {Intent.ASK, Intent.TRACK, Intent.BULK}
SAID_AGAIN_AFTER = timedelta(minutes=10)


def answers_beside(turn: Turn) -> bool:
    """Whether words that went to her get a word of ours as well; then it is in `turn.instead`."""
    if turn.inbound.kind is not InboundKind.TEXT or turn.meaning.intents[0] is Intent.HUMAN:
        return False
    said = [_answer(turn, question) for question in _known(turn)]
    if not said and WISHES.isdisjoint(turn.meaning.intents):
        return False
    if _is_to_be_told(turn):
        said.append(turn.say("talk-still-waiting"))
    turn.instead = Text(fit_body("\n\n".join(said), TEXT)) if said else None
    return bool(said)


def _known(turn: Turn) -> list[str]:
    """What is asked that our tables know, of a line without words that nobody knows; where an order is, may be asked
    among any words."""
    if turn.meaning.intent is Intent.TRACK:
        return ["track"]
    unknown = {span.words for span in turn.said_as_line.spans if not span.meanings}
    asked = [question for question in read_asked(turn).questions if question not in HERS]
    return asked if unknown.isdisjoint(turn.meaning.leftovers) else []


def _answer(turn: Turn, question: str) -> str:
    """A sum needs a name of fruit: without one the prices are said."""
    if question == "total":
        return say_sum(turn) or say_rates(turn)
    return ANSWERS[question](turn)


def _is_to_be_told(turn: Turn) -> bool:
    """Not again and again. Who was asked to write what it is about and does so needs no word; who wants something that
    would happen otherwise does."""
    memory = turn.memory.part(ParkedMemory)
    acts = not DEEDS.isdisjoint(turn.meaning.intents)
    before = [at for at in (memory.told_at, None if acts else memory.comforted_at) if at is not None]
    if before and turn.now - max(before) < SAID_AGAIN_AFTER:
        return False
    memory.told_at = turn.now
    return True
