"""The demo shop's data fits the shapes of the chat and is whole in both languages."""

from __future__ import annotations

import re
import tomllib
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
CATALOG = tomllib.loads((ROOT / "templates/demo/catalog.toml").read_text(encoding="utf-8"))
VARIETIES: list[dict[str, Any]] = CATALOG["varieties"]
PLACES: list[dict[str, Any]] = CATALOG["apartments"]
LANGUAGES = {"en", "hi"}
DEVANAGARI = re.compile(r"[\u0900-\u097f]")
each_variety = pytest.mark.parametrize("variety", VARIETIES, ids=lambda variety: variety["slug"])


def test_eight_of_ten_are_on_sale_on_the_day_of_seeding() -> None:
    on_sale = [
        v["slug"] for v in VARIETIES if v["on_sale_offset_days"]["first"] <= 0 < v["on_sale_offset_days"]["last"]
    ]
    assert (len(VARIETIES), len(on_sale)) == (10, 8)


@each_variety
def test_words_fit_the_chat(variety: dict[str, Any]) -> None:
    assert variety["name"].keys() == variety["story"].keys() == LANGUAGES
    assert all(len(name) <= 24 for name in variety["name"].values()), "a list row's title"
    assert all(len(story) <= 160 for story in variety["story"].values())
    assert DEVANAGARI.search(variety["name"]["hi"]) and DEVANAGARI.search(variety["story"]["hi"])


@each_variety
def test_packs_fit_reply_buttons(variety: dict[str, Any]) -> None:
    packs = variety["packs"]
    assert 1 <= len(packs) <= 3
    for language in LANGUAGES:
        labels = [pack["label"][language] for pack in packs]
        assert len(set(labels)) == len(labels)
        assert all(1 <= len(label) <= 20 for label in labels)
    rates = [pack["price"] / pack["units"] for pack in packs]
    assert rates == sorted(rates, reverse=True), "a bigger pack never costs more for each unit"
    assert variety["base_unit"] in {"piece", "gram"}
    assert variety["stock"] >= variety["low_stock"] >= max(pack["units"] for pack in packs)


@each_variety
def test_people_can_name_it_in_both_scripts(variety: dict[str, Any]) -> None:
    aliases = variety["aliases"]
    assert variety["slug"] in aliases
    assert any(DEVANAGARI.search(alias) for alias in aliases)
    assert len(set(aliases)) == len(aliases)
    assert all(alias == alias.lower().strip() for alias in aliases)


def test_no_alias_names_two_things() -> None:
    for one, other in [*combinations(VARIETIES, 2), *combinations(PLACES, 2)]:
        assert not set(one["aliases"]) & set(other["aliases"])


def test_every_apartment_lies_in_a_zone_that_serves_its_pincode() -> None:
    zones = {zone["slug"]: zone for zone in CATALOG["zones"]}
    assert (len(zones), len(PLACES)) == (2, 6)
    for place in PLACES:
        assert place["pincode"] in zones[place["zone"]]["pincodes"]
        assert re.fullmatch(r"[1-9]\d{5}", place["pincode"])
        assert -90 <= place["latitude"] <= 90 and -180 <= place["longitude"] <= 180


@pytest.mark.parametrize("zone", CATALOG["zones"], ids=lambda zone: zone["slug"])
def test_a_zone_delivers_daily_and_its_money_makes_sense(zone: dict[str, Any]) -> None:
    assert {day for slot in zone["slots"] for day in slot["days"]} == set(range(7))
    assert all(slot["start"] < slot["end"] and slot["capacity"] > 0 < slot["cut_off_minutes"] for slot in zone["slots"])
    assert 0 <= zone["fee"] < zone["minimum"] < zone["free_above"] <= zone["cod_cap"]
    assert zone["minimum"] < zone["cod_cap_new"] <= zone["cod_cap"]
