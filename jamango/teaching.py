"""`jamango answers` and `jamango misses`: what the shop says when asked, and what it did not understand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlmodel import Session

from core.answers.actions import remove_answer, set_answer, teach_way, unteach_way
from core.answers.learning import learn_question, learn_variety
from core.answers.queries import list_answers
from core.clock import read_now
from core.db import transaction
from core.errors import Fault, Refusal
from core.misses.queries import most_missed
from core.settings import get_settings
from core.wording import FIRST_LANGUAGE
from jamango.staffing import OPERATOR
from pages.wording import say_refusal

Verb = Callable[[Session, datetime], str]


def answer_lines() -> list[str]:
    """A block for each answer: its key, who changed it when, the words that were taught, and each language's text."""
    with transaction() as session:
        written = list_answers(session)
    lines = []
    for each in written:
        lines.append(f"{each.key}  (changed {_day(each.changed_at)} by {each.changed_by})")
        lines += [f"  asked by: {', '.join(each.ways)}"] if each.ways else []
        lines += [f"  {language}: {' / '.join(text.splitlines())}" for language, text in sorted(each.texts.items())]
        lines += [] if each.texts else ["  no text yet: whoever asks is sent to a person"]
    return lines


def write_answer(key: str, text: str, language: str, ways: list[str]) -> str:
    """Set what is said in a language, and teach ways to ask for it. Raises Fault with what was refused, and why."""

    def write(session: Session, now: datetime) -> str:
        kept = set_answer(session, key, language, text, actor=OPERATOR, now=now)
        taught = [teach_way(session, kept, way, actor=OPERATOR, now=now) for way in ways]
        also = f", also to {', '.join(taught)!r}" if taught else ""
        return f"From now on the shop says that in {language} when asked for {kept!r}{also}."

    return _do(write)


def take_answer(key: str, language: str | None, way: str | None) -> str:
    """Take away an answer, one language of it, or words that ask for it. Raises Fault with what was refused."""

    def take(session: Session, now: datetime) -> str:
        if way is not None:
            unteach_way(session, key, way, actor=OPERATOR, now=now)
            return f"{way!r} no longer asks for {key!r}."
        remove_answer(session, key, language, actor=OPERATOR, now=now)
        return f"The answer {key!r} is gone{f' in {language}' if language else ''}."

    return _do(take)


def miss_lines(limit: int) -> list[str]:
    """A line for what came most: how often, from how many, at which steps, in which language, when last, the words."""
    with transaction() as session:
        found = most_missed(session, read_now(session), limit=limit)
    return [
        f"{each.times:>4} × by {each.people}, {', '.join(each.languages)}, at {', '.join(each.steps)}, "
        f"last {_day(each.last_at)}:  {each.sample}"
        for each in found
    ]


def learn(words: str, variety: str | None, answer: str | None) -> str:
    """Let words name a variety or ask for an answer. Raises Fault with what was refused, and for both or neither."""
    if (variety is None) == (answer is None):
        raise Fault("Say what the words mean: --variety SLUG or --answer KEY, one of them.")

    def take(session: Session, now: datetime) -> str:
        if variety is not None:
            return f"{learn_variety(session, words, variety, actor=OPERATOR)!r} names {variety} from now on."
        assert answer is not None
        return f"{learn_question(session, words, answer, actor=OPERATOR, now=now)!r} asks for {answer!r} from now on."

    return _do(take)


def _do(verb: Verb) -> str:
    try:
        with transaction() as session:
            return verb(session, read_now(session))
    except Refusal as refusal:
        raise Fault(say_refusal(FIRST_LANGUAGE, refusal)) from refusal


def _day(moment: datetime) -> str:
    return f"{moment.astimezone(get_settings().zone):%d %b %H:%M}"
