"""Where bytes are: in PostgreSQL, so that every machine of the shop sees them, or in a folder of the one machine."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path
from typing import Protocol

from sqlalchemy import text
from sqlmodel import Session

from core.ids import new_suffix
from core.media.rules import Area
from core.settings import MediaStore, Settings

PUT = text(
    """
    INSERT INTO media_files (area, name, content) VALUES (:area, :name, :content)
    ON CONFLICT (area, name) DO NOTHING
    """
)
GET = text("SELECT content FROM media_files WHERE area = :area AND name = :name")
REMOVE = text("DELETE FROM media_files WHERE area = :area AND name = ANY(:names)")


class Store(Protocol):
    """Files by area and name. A name is made of the content's hash, so what is there already is the same."""

    def put(self, session: Session, area: Area, name: str, content: bytes) -> None: ...
    def get(self, session: Session, area: Area, name: str) -> bytes | None: ...
    def remove(self, session: Session, area: Area, names: Collection[str]) -> None: ...


class DatabaseStore:
    """In the table `media_files`, under the transaction of the caller."""

    def put(self, session: Session, area: Area, name: str, content: bytes) -> None:
        session.execute(PUT, {"area": area.value, "name": name, "content": content})

    def get(self, session: Session, area: Area, name: str) -> bytes | None:
        content = session.execute(GET, {"area": area.value, "name": name}).scalar_one_or_none()
        return None if content is None else bytes(content)

    def remove(self, session: Session, area: Area, names: Collection[str]) -> None:
        session.execute(REMOVE, {"area": area.value, "names": list(names)})


class FolderStore:
    """In `<folder>/<area>/<first two letters>/<name>`, whole or not at all.

    A file that is written and then rolled back stays behind without a row; the next one with its content finds it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, session: Session, area: Area, name: str, content: bytes) -> None:
        del session
        place = self._place(area, name)
        if place.exists():
            return
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        unfinished = place.with_name(f"{name}.{new_suffix()}")
        with unfinished.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        unfinished.rename(place)

    def get(self, session: Session, area: Area, name: str) -> bytes | None:
        del session
        try:
            return self._place(area, name).read_bytes()
        except FileNotFoundError:
            return None

    def remove(self, session: Session, area: Area, names: Collection[str]) -> None:
        del session
        for name in names:
            self._place(area, name).unlink(missing_ok=True)

    def _place(self, area: Area, name: str) -> Path:
        if Path(name).name != name or name.startswith("."):
            raise ValueError("a file's name is no path")
        return self._folder / area.value / name[:2] / name


def store_of(settings: Settings) -> Store:
    """The store that the settings name."""
    if settings.media_store is MediaStore.FOLDER:
        return FolderStore(settings.data_dir.expanduser().absolute() / "media")
    return DatabaseStore()
