"""What a variety looks like on a page: the founder's photo in its sizes, or our drawing until there is one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from core.media.queries import jpeg_path, source_set
from core.media.rules import PictureShape, widths_for
from pages.templates import asset

Shape = Literal["wide", "square"]

# The drawings as `static/build.mjs` paints them: the usual width with its height, and the other widths. In pixels.
DRAWN: dict[Shape, tuple[int, int, tuple[int, ...]]] = {
    "wide": (800, 533, (480, 1200)),
    "square": (360, 360, (240, 560)),
}
POSTER = (1200, 800)  # of a drawing as JPEG


@dataclass(frozen=True)
class Painted:
    """An image for a page: the address for who knows no `srcset`, that `srcset`, and width and height in pixels."""

    address: str
    sources: str
    width: int
    height: int


@dataclass(frozen=True)
class Poster:
    """The same as JPEG, for who shows a forwarded link: its path, and width and height in pixels."""

    path: str
    width: int
    height: int


@lru_cache(maxsize=500)
def paint(drawing: str, picture: PictureShape | None, shape: Shape) -> Painted:
    """The photo if there is one, whatever its shape (the page cuts it), else the drawing in this shape."""
    if picture is not None:
        return Painted(jpeg_path(picture), source_set(picture), picture.width, picture.height)
    width, height, others = DRAWN[shape]
    stem = f"mangoes/{drawing}{'-square' if shape == 'square' else ''}"
    addresses = {width: asset(f"{stem}.webp"), **{each: asset(f"{stem}-{each}.webp") for each in others}}
    sources = ", ".join(f"{addresses[each]} {each}w" for each in sorted(addresses))
    return Painted(addresses[width], sources, width, height)


def poster(drawing: str, picture: PictureShape | None) -> Poster:
    """What a chat shows of a forwarded link."""
    if picture is None:
        return Poster(asset(f"mangoes/{drawing}.jpg"), *POSTER)
    width = widths_for(picture.width)[-1]
    return Poster(jpeg_path(picture), width, round(picture.height * width / picture.width))
