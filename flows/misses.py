"""What we do not understand: which part of it we did, the question again, shorter, a person, and then silence.

1st    what we understood, or that we did not, and the question with its buttons
2nd    the question in a few words, with *Talk to us* among the buttons
4th    we stop guessing: the founder hears once, and nothing more is said until something is understood

The same words again and again are a machine's: it gets no more answers, whether we understand them or not.
"""

from __future__ import annotations

from datetime import timedelta

from bot.fitting import fit, plain
from core.misses.actions import keep_miss
from core.notices import notify_founders
from core.outbox.actions import reply_waits
from core.reading.sentence import CONTENT, COURTESY
from flows.memory import Repeated
from flows.relaying import facts_for_founder
from flows.turn import Turn

SHORT_FROM = 2
QUIET_FROM = 4
SAME_FROM = 5
SAME_WITHIN = timedelta(minutes=10)
LONGEST_UNDERSTOOD = 80
HELP = "help"  # the step of a page that is too long to be said again
# What may well be said again and again: each time it is one more, or another number.
COUNTED = frozenset({"number", "fraction", "unit", "change"})
BESIDE = frozenset({"variety", "pack", "want", "do", "answer", "thing"})


def miss(turn: Turn) -> bool:
    """Say that we did not understand; False when that gets no answer.

    A flood gets one: while an answer still waits to be sent, there is no other.
    """
    if reply_waits(turn.session, turn.chat.id):
        return False
    keep(turn)
    missed = turn.talk.missed + 1
    turn.talk.missed = min(missed, QUIET_FROM + 1)
    if missed > QUIET_FROM:
        return False
    turn.shorter = missed >= SHORT_FROM or turn.step == HELP
    if missed == QUIET_FROM:
        turn.note("talk-going-quiet")
        tell_the_founder(turn)
    else:
        _say_what_was_understood(turn, again=missed >= SHORT_FROM)
    return True


def may_ask_if_right(turn: Turn) -> bool:
    """Keep a line that holds words we do not know, and count it: after a few in a row nobody is asked any more."""
    if turn.talk.missed >= QUIET_FROM:
        return False
    keep(turn)
    turn.talk.missed += 1
    return True


def keep(turn: Turn) -> None:
    """Keep what was typed for who may teach it us (`core.misses`); what is no text is nothing to teach."""
    if turn.inbound.text.strip():
        keep_miss(turn.session, turn.customer.id, turn.inbound.text, name=turn.name, step=turn.step,
                  language=turn.language, now=turn.now)  # fmt: skip


def understood(turn: Turn) -> None:
    turn.talk.missed = 0


def _say_what_was_understood(turn: Turn, *, again: bool) -> None:
    """In part, or all of it as no answer to this question, or nothing; nothing has been done in any case."""
    said = turn.said_of_fruit
    if said.understood:
        words = plain(fit(" · ".join(dict.fromkeys(said.understood)), LONGEST_UNDERSTOOD))
        whole = all(span.means(CONTENT | COURTESY) for span in said.spans)
        turn.note("talk-understood-in-part", words=words, whole="yes" if whole else "no")
    else:
        turn.note("talk-not-understood-again" if again else "talk-not-understood")


def is_same_again(turn: Turn) -> bool:
    """Whether these very words came so often in a row that no person types them; the founder hears of it once."""
    words = (turn.said.words or turn.inbound.text.strip())[:LONGEST_UNDERSTOOD]
    if turn.said.is_only(COUNTED, BESIDE):
        turn.talk.same = None
        return False
    before, count, at = turn.talk.same or ("", 0, turn.now)
    is_soon = turn.now - at <= SAME_WITHIN
    count = count + 1 if words == before and is_soon else 1
    turn.talk.same = Repeated(words, min(count, SAME_FROM + 1), turn.now)
    if count == SAME_FROM and turn.talk.missed < QUIET_FROM:
        tell_the_founder(turn)
    return count >= SAME_FROM


def heard_a_tap(turn: Turn) -> None:
    """No machine taps: whoever does may say the same words once more."""
    turn.talk.same = None


def tell_the_founder(turn: Turn) -> None:
    notify_founders(turn.session, "alert-customer-not-understood", facts_for_founder(turn), merge=True)
