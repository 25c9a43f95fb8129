"""Writing answers, and teaching which words ask for them."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from core.actor import Actor
from core.answers.queries import taught_ways
from core.answers.rules import check_key, check_text, way_to_ask
from core.answers.topics import load_topics
from core.audit.actions import record
from core.catalog.queries import names_of_fruit
from core.errors import Refusal
from core.query import Query
from core.reading.lexicon import load_lexicon, split_way
from core.staff.rules import Right, require
from core.wording import languages

SET = Query(
    """
    INSERT INTO answers AS kept (key, texts, changed_at, changed_by)
    VALUES (:key, jsonb_build_object(CAST(:language AS text), CAST(:text AS text)), :now, :actor)
    ON CONFLICT (key) DO UPDATE SET texts = kept.texts || EXCLUDED.texts, changed_at = EXCLUDED.changed_at,
           changed_by = EXCLUDED.changed_by
    """
)
TEACH = Query(
    """
    UPDATE answers SET ways = array_append(ways, :way), changed_at = :now, changed_by = :actor WHERE key = :key
    """
)
UNTEACH = Query(
    """
    UPDATE answers SET ways = array_remove(ways, :way), changed_at = :now, changed_by = :actor
     WHERE key = :key AND :way = ANY(ways)
    """
)
UNSET = Query(
    """
    UPDATE answers SET texts = texts - CAST(:language AS text), changed_at = :now, changed_by = :actor
     WHERE key = :key AND texts ? :language
    """
)
DELETE = Query("DELETE FROM answers WHERE key = :key")
KNOWN = Query("SELECT FROM answers WHERE key = :key FOR UPDATE")


def set_answer(session: Session, key: str, language: str, text: str, *, actor: Actor, now: datetime) -> str:
    """Say this from the next message on when somebody asks for `key`, in one language; returns the key as kept.

    Raises Refusal `language-unknown`, `answer-key-unclear`, `answer-empty`, `answer-too-long`, `not-allowed`.
    """
    require(actor, Right.TEACH_ANSWERS)
    if language not in languages():
        raise Refusal("language-unknown", languages=", ".join(languages()))
    kept, said = check_key(key), check_text(text)
    SET.run(session, {"key": kept, "language": language, "text": said, "now": now, "actor": str(actor)})
    record(session, actor=actor, action="answer-set", subject=f"answer:{kept}", language=language, text=said)
    return kept


def teach_way(session: Session, key: str, typed: str, *, actor: Actor, now: datetime) -> str:
    """Let these words ask for an answer; returns them as kept. Words that ask for it already change nothing.

    Raises Refusal `answer-unknown`, `words-known`, `words-taken` (another answer's, a variety's), `words-unclear`,
    `not-allowed`.
    """
    require(actor, Right.TEACH_ANSWERS)
    _lock(session, key)
    words = way_to_ask(typed, load_lexicon())
    way = split_way(words)
    taken = load_topics()["topic"].get(way) or taught_ways(session).get(way)
    if any(split_way(name) == way for name, _ in names_of_fruit(session)):
        raise Refusal("words-taken", words=words, by="variety")
    if taken not in {None, key}:
        raise Refusal("words-taken", words=words, by=taken)
    if taken is None:
        TEACH.run(session, {"key": key, "way": words, "now": now, "actor": str(actor)})
        record(session, actor=actor, action="answer-taught", subject=f"answer:{key}", words=words)
    return words


def unteach_way(session: Session, key: str, typed: str, *, actor: Actor, now: datetime) -> None:
    """Words no longer ask for an answer. Raises Refusal `answer-unknown`, `words-not-taught`, `not-allowed`."""
    require(actor, Right.TEACH_ANSWERS)
    _lock(session, key)
    words = " ".join(split_way(typed))
    if not UNTEACH.run(session, {"key": key, "way": words, "now": now, "actor": str(actor)}).count:
        raise Refusal("words-not-taught", words=words)
    record(session, actor=actor, action="answer-untaught", subject=f"answer:{key}", words=words)


def remove_answer(session: Session, key: str, language: str | None, *, actor: Actor, now: datetime) -> None:
    """Take an answer away, with the ways that were taught, or only what it says in one language.

    Raises Refusal `answer-unknown` when it is not there (in that language), `not-allowed`.
    """
    require(actor, Right.TEACH_ANSWERS)
    values = {"key": key, "language": language, "now": now, "actor": str(actor)}
    if not (DELETE if language is None else UNSET).run(session, values).count:
        raise Refusal("answer-unknown", key=key)
    record(session, actor=actor, action="answer-removed", subject=f"answer:{key}", language=language or "all")


def _lock(session: Session, key: str) -> None:
    if not KNOWN.run(session, {"key": key}).count:
        raise Refusal("answer-unknown", key=key)
