"""Where an apartment is, as people copy it from a map."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.zones.points import read_spot

MAPS = "https://www.google.com/maps"


@pytest.mark.parametrize("typed", [
    "12.9716, 77.5946", " 12.9716,77.5946 ", "12.9716 77.5946", "(12.9716, 77.5946)", "12.9716° N, 77.5946° E",
    "12.9716N 77.5946E",
    "12°58'17.76\"N 77°35'40.56\"E", "12°58′17.76″N, 77°35′40.56″E",
    f"{MAPS}/@12.9716,77.5946,17z", f"{MAPS}?q=12.9716,77.5946", "https://maps.google.com/?q=loc:12.9716,77.5946",
    f"{MAPS}/search/?api=1&query=12.9716%2C77.5946", f"{MAPS}/search/12.9716,+77.5946?entry=tts",
    f"{MAPS}/dir/?api=1&destination=12.9716,77.5946", "geo:12.9716,77.5946?z=17", "geo:0,0?q=12.9716,77.5946(Gate+2)",
    f"{MAPS}/place/Mango+Heights/@11.1,76.2,17z/data=!3m1!4b1!4m6!3m5!1s0x3b!8m2!3d12.9716!4d77.5946!16s%2Fg",
    "https://www.openstreetmap.org/?mlat=12.9716&mlon=77.5946#map=17/11.1/76.2",
    "https://www.openstreetmap.org/#map=17/12.9716/77.5946", "https://maps.apple.com/?ll=12.9716,77.5946&q=Gate",
])  # fmt: skip
def test_the_place_is_read_wherever_it_was_copied_from(typed: str) -> None:
    found = read_spot(typed)
    assert found is not None
    assert (round(found.latitude, 4), round(found.longitude, 4)) == (12.9716, 77.5946)


@pytest.mark.parametrize("typed", ["", "Mango Heights", "https://maps.app.goo.gl/AbC123", "12.97", "97.1, 77.5",
                                   "12.97, 181", "12.9716, 77.5946, 3", "1e1, 2", "560001 12", "nan, nan",
                                   f"{MAPS}/place/Mango+Heights", "https://shop.example/?q=mangoes"])  # fmt: skip
def test_what_names_no_place_is_none(typed: str) -> None:
    assert read_spot(typed) is None


def test_south_and_west_are_below_zero() -> None:
    assert read_spot("33.8° S, 18.4° W") == (-33.8, -18.4)


@given(st.text(max_size=300))
def test_whatever_is_typed_is_a_point_on_earth_or_none(typed: str) -> None:
    found = read_spot(typed)
    assert found is None or (abs(found[0]) <= 90 and abs(found[1]) <= 180)
