"""Threads that begin together share one engine: a second one would leave its connections open."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from core import db

CROWD = 16


def engines_of_a_crowd(monkeypatch: pytest.MonkeyPatch) -> int:
    """How many engines are made when a crowd asks for the first one at the same moment."""
    made = []
    make_engine = db.make_engine
    gate = threading.Barrier(CROWD)
    slow = threading.Event()

    def make_slowly(*arguments: object, **options: object) -> object:
        slow.wait(0.05)
        made.append(1)
        return make_engine(*arguments, **options)  # type: ignore[arg-type]

    def ask(_: int) -> None:
        gate.wait()
        db.get_engine()

    monkeypatch.setattr(db, "make_engine", make_slowly)
    with ThreadPoolExecutor(CROWD) as crowd:
        list(crowd.map(ask, range(CROWD)))
    return len(made)


class NoLock:
    def __enter__(self) -> None: ...

    def __exit__(self, *_: object) -> None: ...


def test_without_the_lock_everybody_makes_one(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    del database
    db.forget_engines(close=True)
    monkeypatch.setattr(db, "_making", NoLock())
    assert engines_of_a_crowd(monkeypatch) > 1
    db.forget_engines(close=True)


def test_with_it_there_is_one(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    del database
    db.forget_engines(close=True)
    assert engines_of_a_crowd(monkeypatch) == 1
