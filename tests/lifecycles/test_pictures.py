"""Pictures of ours: kept once, shown while something names them, and gone a week after nothing does."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from core.clock import move_clock, read_offset
from core.db import in_transaction, transaction
from core.media.actions import add_picture
from core.media.pictures import make_copies
from core.media.queries import find_picture, jpeg_path
from core.media.tables import Picture
from jamango.jobs import prune
from tests.rules.test_media import photo
from tests.support.actors import STAFF
from tests.support.clusters import current_settings

# Any table of later days that shows pictures.
SHOWS_PICTURES = "CREATE TABLE shelf_labels (name text, photo bigint REFERENCES pictures)"


@pytest.fixture(params=["database", "folder"])
def store(request: pytest.FixtureRequest, database: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An empty shop that keeps its files in either place."""
    monkeypatch.setenv("JAMANGO_MEDIA_STORE", request.param)
    monkeypatch.setenv("JAMANGO_DATA_DIR", str(tmp_path))
    current_settings()
    return tmp_path


def add(width: int = 90) -> Picture:
    copies = make_copies(photo(size=(60, width)))
    return in_transaction(lambda session: add_picture(session, copies, actor=STAFF))


def is_shown(picture: Picture) -> bool:
    with transaction() as session:
        return find_picture(session, jpeg_path(picture).removeprefix("/media/")) is not None


def does(statement: str, **values: object) -> None:
    with transaction() as session:
        session.execute(text(statement), values)


def wait(days: int) -> None:
    with transaction() as session:
        move_clock(session, read_offset(session) + timedelta(days=days))


def test_what_nothing_names_stays_a_week_and_what_is_named_for_ever(store: Path) -> None:
    does(SHOWS_PICTURES)
    named, chosen_late, dropped, never = (add(width) for width in (90, 91, 92, 93))
    for name, picture in (("kesar", named), ("alphonso", dropped)):
        does("INSERT INTO shelf_labels VALUES (:name, :id)", name=name, id=picture.id)
    assert prune() == 0
    wait(days=6)
    does("INSERT INTO shelf_labels VALUES ('langra', :id)", id=chosen_late.id)
    assert prune() == 0
    wait(days=2)
    does("DELETE FROM shelf_labels WHERE photo = :id", id=dropped.id)
    assert prune() == 1
    assert [is_shown(each) for each in (named, chosen_late, dropped, never)] == [True, True, True, False]
    wait(days=8)
    assert prune() == 1
    assert [is_shown(each) for each in (named, chosen_late, dropped, never)] == [True, True, False, False]
    with transaction() as session:
        in_rows = session.execute(text("SELECT count(*) FROM media_files")).scalar_one()
    assert in_rows + len([each for each in store.rglob("*") if each.is_file()]) == 2 * 2, "a WebP and a JPEG of each"


def test_a_picture_that_is_added_again_is_the_same_and_its_week_begins_anew(store: Path) -> None:
    first = add()
    prune()
    wait(days=8)
    again = add()
    assert (again.id, again.unnamed_since) == (first.id, None)
    assert prune() == 0
    assert is_shown(first)
    with transaction() as session:
        assert session.execute(text("SELECT count(*) FROM audit_log WHERE action = 'picture-added'")).scalar_one() == 1


def test_what_is_gone_cannot_be_named_any_more_and_is_taken_as_new(database: str) -> None:
    does(SHOWS_PICTURES)
    picture = add()
    prune()
    wait(days=8)
    assert prune() == 1
    with pytest.raises(IntegrityError):
        does("INSERT INTO shelf_labels VALUES ('kesar', :id)", id=picture.id)
    again = add()
    assert again.id != picture.id
    assert is_shown(again)
