"""Every variety has its own drawing, and the built pictures are ones that WhatsApp takes (JPEG, 8-bit RGB, ≤ 5 MB)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

ROOT = Path(__file__).parents[2]
DRAWINGS = ROOT / "static/drawings"
MANGOES = ROOT / "static/dist/mangoes"
CATALOG = tomllib.loads((ROOT / "templates/demo/catalog.toml").read_text(encoding="utf-8"))
SLUGS = [variety["slug"] for variety in CATALOG["varieties"]]
SVG = "{http://www.w3.org/2000/svg}"
built = pytest.mark.skipif(not MANGOES.is_dir(), reason="static/dist is not built: npm run build")


@pytest.mark.parametrize("slug", SLUGS)
def test_a_variety_has_a_drawing_of_its_own(slug: str) -> None:
    drawing = ElementTree.parse(DRAWINGS / f"{slug}.svg").getroot()
    assert drawing.tag == f"{SVG}svg"
    assert drawing.get("viewBox") == "0 0 1200 800", "the build widens exactly this frame"
    title = drawing.find(f"{SVG}title")
    assert title is not None and title.text


@pytest.mark.parametrize("path", sorted(DRAWINGS.glob("*.svg")), ids=lambda path: path.stem)
def test_a_drawing_needs_nothing_from_elsewhere(path: Path) -> None:
    for element in ElementTree.parse(path).getroot().iter():
        assert element.tag not in {f"{SVG}script", f"{SVG}image", f"{SVG}foreignObject", f"{SVG}style"}
        for name, value in element.attrib.items():
            assert "//" not in value and not name.startswith("on"), f"{name}={value[:60]}"


@built
@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("ending", ["", "-square"])
def test_whatsapp_takes_the_picture(slug: str, ending: str) -> None:
    path = MANGOES / f"{slug}{ending}.jpg"
    head = path.read_bytes()[:3]
    assert head == b"\xff\xd8\xff"
    assert path.stat().st_size < 200_000, "well under 5 MB, and quick on a slow phone"
    with Image.open(path) as picture:
        assert (picture.format, picture.mode) == ("JPEG", "RGB")
        assert picture.size == ((800, 800) if ending else (1200, 800))
        assert "progressive" not in picture.info


@built
@pytest.mark.parametrize("slug", SLUGS)
def test_the_pages_have_a_light_picture(slug: str) -> None:
    assert (MANGOES / f"{slug}.webp").stat().st_size < 40_000
    assert (MANGOES / f"{slug}-square.webp").stat().st_size < 20_000
