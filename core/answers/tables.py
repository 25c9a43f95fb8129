"""Answers that the founder writes herself."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import CheckConstraint, Column, Text
from sqlmodel import Field, SQLModel

from core.actor import WRITTEN
from core.answers.rules import KEY
from core.columns import document, list_of_words, moment, words


class Answer(SQLModel, table=True):
    """What is said when somebody asks for `key`: `texts` by language, and the `ways` to ask that she taught besides
    those of `templates/topics`. One without a text in any language is not said yet."""

    __tablename__ = "answers"
    __table_args__ = (
        CheckConstraint(f"key ~ '{KEY}'", name="answer_key_is_a_word"),
        CheckConstraint("jsonb_typeof(texts) = 'object'", name="answer_is_by_language"),
        CheckConstraint(f"changed_by ~ '{WRITTEN}'", name="answer_names_an_actor"),
    )

    key: str = Field(sa_column=Column(Text, primary_key=True))
    texts: dict[str, str] = document()
    ways: list[str] = list_of_words()
    changed_at: datetime = moment()
    changed_by: str = words()
