"""Answers of our own, misses, and words that are taught: what the verbs do, and what they refuse."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text

from core.actor import Actor, Role
from core.answers.actions import remove_answer, set_answer, teach_way, unteach_way
from core.answers.learning import learn_question, learn_variety
from core.answers.queries import answers_for, taught_ways
from core.catalog.queries import names_of_fruit
from core.clock import move_clock, read_now, read_offset
from core.db import transaction
from core.errors import Refusal
from core.misses.actions import forget_misses_of, keep_miss
from core.misses.queries import most_missed
from jamango.jobs import prune
from tests.support.shelf import Shelf

FOUNDER = Actor.staff(1, Role.FOUNDER)
PACKER = Actor.staff(2, Role.PACKER)
MANY = text(
    """
    INSERT INTO misses (customer_id, said, sample, step, language, last_at)
    SELECT :id, 'w' || n, 'w', 'menu', 'en', jamango_now() FROM generate_series(1, 200) n
    """
)
LAST_AUDIT = "SELECT actor || ' ' || action || ' ' || subject FROM audit_log ORDER BY id DESC LIMIT 1"


@pytest.fixture
def shelf(demo_shop: str) -> Shelf:
    del demo_shop
    return Shelf()


def misses(shelf: Shelf, customer_id: int, *typed: str, step: str = "menu") -> None:
    for words in typed:
        shelf.run(lambda session, words=words: keep_miss(
            session, customer_id, words, name="Asha", step=step, language="en", now=read_now(session)))  # fmt: skip


def most(shelf: Shelf) -> list[tuple[str, int, int]]:
    found = shelf.run(lambda session: most_missed(session, read_now(session), limit=10))
    return [(each.sample, each.times, each.people) for each in found]


def refuses(shelf: Shelf, code: str, verb: object) -> None:
    before = shelf.read("SELECT count(*) FROM audit_log")
    with pytest.raises(Refusal) as refusal:
        shelf.run(verb)
    assert refusal.value.code == code
    assert shelf.read("SELECT count(*) FROM audit_log") == before, "something was changed"


def test_what_came_most_stands_first_whoever_wrote_it(shelf: Shelf) -> None:
    asha, other = shelf.meet(), shelf.meet()
    misses(shelf, asha, "shelf mein kaise rakhe?", "Shelf mein kaise rakhe bhaiya", "colourless green ideas")
    misses(shelf, other, "shelf mein kaise rakhe", step="cart")
    assert most(shelf) == [("shelf mein kaise rakhe", 3, 2), ("colourless green ideas", 1, 1)]


def test_no_name_of_anybody_we_know_is_kept(shelf: Shelf) -> None:
    misses(shelf, shelf.meet(), "gobble Lakshmi and Arjun, asha 98765 43210")
    assert [sample for sample, _, _ in most(shelf)] == ["gobble 👤 and 👤, 👤 📞"]


def test_who_sends_nonsense_without_end_fills_no_table(shelf: Shelf) -> None:
    customer = shelf.meet()
    shelf.run(lambda session: session.execute(MANY, {"id": customer}))
    misses(shelf, customer, "one more of it")
    assert shelf.read("SELECT count(*) FROM misses") == 200


def test_a_miss_is_forgotten_after_thirty_days_and_with_its_customer(shelf: Shelf) -> None:
    asha, other = shelf.meet(), shelf.meet()
    misses(shelf, asha, "colourless green ideas")
    with transaction() as session:
        move_clock(session, read_offset(session) + timedelta(days=29))
    misses(shelf, other, "sleep furiously")
    prune()
    assert shelf.read("SELECT count(*) FROM misses") == 2
    with transaction() as session:
        move_clock(session, read_offset(session) + timedelta(days=2))
    assert [sample for sample, _, _ in most(shelf)] == ["sleep furiously"]
    prune()
    assert shelf.read("SELECT count(*) FROM misses") == 1
    assert shelf.run(lambda session: forget_misses_of(session, other)) == 1
    assert most(shelf) == []


def test_a_name_is_learnt_in_one_step_and_its_misses_are_gone(shelf: Shelf) -> None:
    misses(shelf, shelf.meet(), "2 dozen hafoosh bhejo", "hafoosh", "sleep furiously")
    learnt = shelf.run(lambda session: learn_variety(session, "2 dozen Hafoosh bhejo", "alphonso", actor=FOUNDER))
    assert learnt == "hafoosh"
    assert shelf.read(LAST_AUDIT).startswith("staff:1:founder alias-added product:")
    assert "hafoosh" in [name for name, _ in shelf.run(names_of_fruit)]
    assert [sample for sample, _, _ in most(shelf)] == ["sleep furiously"]
    shelf.run(lambda session: learn_variety(session, "hafoosh", "alphonso", actor=FOUNDER))
    assert [name for name, _ in shelf.run(names_of_fruit)].count("hafoosh") == 1


def test_a_name_that_clashes_is_refused_and_nothing_is_changed(shelf: Shelf) -> None:
    shelf.run(lambda session: set_answer(session, "straw", "en", "Yes.", actor=FOUNDER, now=read_now(session)))
    shelf.run(lambda session: teach_way(session, "straw", "straws", actor=FOUNDER, now=read_now(session)))
    for typed, code in (
        ("cancel", "words-known"), ("kal", "words-known"), ("langda", "words-taken"), ("palm grove", "words-taken"),
        ("imli terrace", "words-taken"), ("straws", "words-taken"), ("12345", "words-unclear"),
    ):  # fmt: skip
        refuses(shelf, code, lambda session, typed=typed: learn_variety(session, typed, "kesar", actor=FOUNDER))
    refuses(shelf, "variety-unknown", lambda session: learn_variety(session, "hafoosh", "hafoos", actor=FOUNDER))
    refuses(shelf, "not-allowed", lambda session: learn_variety(session, "hafoosh", "kesar", actor=PACKER))


def test_an_answer_has_each_language_by_itself(shelf: Shelf) -> None:
    for language, said in (("en", "No straw."), ("hi", "पुआल नहीं।"), ("en", "No straw at all.")):
        shelf.run(lambda session, language=language, said=said: set_answer(
            session, "straw", language, said, actor=FOUNDER, now=read_now(session)))  # fmt: skip
    written = shelf.run(lambda session: answers_for(session, ["straw"]))["straw"]
    assert (written.texts, written.changed_by) == ({"en": "No straw at all.", "hi": "पुआल नहीं।"}, "staff:1:founder")
    shelf.run(lambda session: remove_answer(session, "straw", "en", actor=FOUNDER, now=read_now(session)))
    assert shelf.run(lambda session: answers_for(session, ["straw"]))["straw"].texts == {"hi": "पुआल नहीं।"}
    shelf.run(lambda session: remove_answer(session, "straw", None, actor=FOUNDER, now=read_now(session)))
    assert shelf.run(lambda session: answers_for(session, ["straw"])) == {}


def test_words_that_ask_are_taught_and_taken_back(shelf: Shelf) -> None:
    misses(shelf, shelf.meet(), "paper mein lapete kya?")
    learnt = shelf.run(lambda session: learn_question(
        session, "paper mein lapete kya?", "storage", actor=FOUNDER, now=read_now(session)))  # fmt: skip
    assert shelf.run(taught_ways) == {tuple(learnt.split()): "storage"}
    assert shelf.read(LAST_AUDIT) == "staff:1:founder answer-taught answer:storage"
    assert most(shelf) == []
    refuses(shelf, "words-taken", lambda session: learn_question(
        session, "paper mein lapete kya", "farm", actor=FOUNDER, now=read_now(session)))  # fmt: skip
    shelf.run(lambda session: unteach_way(session, "storage", learnt, actor=FOUNDER, now=read_now(session)))
    assert shelf.run(taught_ways) == {}


def test_an_answer_that_cannot_be_is_refused_and_nothing_is_changed(shelf: Shelf) -> None:
    def write(key: str, language: str, said: str, actor: Actor = FOUNDER) -> object:
        return lambda session: set_answer(session, key, language, said, actor=actor, now=read_now(session))

    refuses(shelf, "language-unknown", write("straw", "xx", "Yes."))
    refuses(shelf, "answer-empty", write("straw", "en", " "))
    refuses(shelf, "answer-key-unclear", write("no key!", "en", "Yes."))
    refuses(shelf, "not-allowed", write("straw", "en", "Yes.", PACKER))
    now = shelf.run(read_now)
    for typed, code in (("kesar", "words-taken"), ("delivery charge", "words-known"), ("cancel", "words-known")):
        refuses(shelf, code, lambda session, typed=typed: teach_way(session, "farm", typed, actor=FOUNDER, now=now))
    refuses(shelf, "answer-unknown", lambda session: teach_way(session, "straw", "straws", actor=FOUNDER, now=now))
    refuses(shelf, "answer-unknown", lambda session: remove_answer(session, "straw", None, actor=FOUNDER, now=now))
    refuses(shelf, "words-not-taught", lambda session: unteach_way(session, "farm", "straws", actor=FOUNDER, now=now))
