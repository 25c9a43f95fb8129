"""Every pair of colours that the pages put together is readable in light and dark (WCAG 2.2 AA: 1.4.3 and 1.4.11)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOKENS = (ROOT / "static/styles/tokens.css").read_text(encoding="utf-8")
TEXT, SHAPE = 4.5, 3.0
PAIRS = [
    *[(ink, ground, TEXT) for ink in ("ink", "ink-soft", "mango-text") for ground in ("paper", "surface", "sunken")],
    ("on-mango", "mango", TEXT),
    ("on-mango", "mango-deep", TEXT),
    ("on-leaf", "leaf", TEXT),
    ("on-leaf", "leaf-deep", TEXT),
    ("on-alarm", "alarm", TEXT),
    ("on-leaf-wash", "leaf-wash", TEXT),
    ("on-sun-wash", "sun-wash", TEXT),
    ("on-alarm-wash", "alarm-wash", TEXT),
    ("leaf", "paper", TEXT),
    ("leaf", "surface", TEXT),
    ("alarm", "paper", TEXT),
    ("alarm", "surface", TEXT),
    *[("bar", ground, SHAPE) for ground in ("surface", "sunken")],
    *[("focus", ground, SHAPE) for ground in ("paper", "surface", "sunken")],
    ("mango-text", "sun-wash", TEXT),
    ("paper", "ink", TEXT),
    ("line-strong", "paper", SHAPE),
    ("line-strong", "surface", SHAPE),
    ("line-strong", "sunken", SHAPE),
]


def themes() -> dict[str, dict[str, str]]:
    """Colour tokens by theme; the dark theme overrides the light one."""
    light, dark = TOKENS.split("@media (prefers-color-scheme: dark)")
    read = re.compile(r"--([a-z-]+):\s*(#[0-9a-f]{6});")
    plain = dict(read.findall(light))
    return {"light": plain, "dark": plain | dict(read.findall(dark))}


def luminance(colour: str) -> float:
    """Relative luminance of "#rrggbb", as WCAG defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_the_ratio_is_the_one_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_a_pair_is_readable(theme: str, front: str, ground: str, least: float) -> None:
    tokens = themes()[theme]
    assert contrast(tokens[front], tokens[ground]) >= least


def test_both_themes_name_the_same_colours() -> None:
    light, dark = TOKENS.split("@media (prefers-color-scheme: dark)")
    names = re.compile(r"--([a-z-]+):\s*#")
    assert set(names.findall(light)) == set(names.findall(dark))


def test_every_token_has_a_utility() -> None:
    for name in themes()["light"]:
        assert f"--color-{name}: var(--{name});" in TOKENS
