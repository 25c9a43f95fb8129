"""What is put into the order form when it is sent: today's packs, homes, windows, and every word on it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bot.fitting import fit
from core.catalog.queries import Offer, PackOffer
from core.customers.tables import Address
from core.money import format_rupees
from core.settings import get_settings
from core.slots.queries import next_slot, open_slots
from core.slots.rules import OpenSlot
from core.wording import pick
from core.zones.queries import list_zones
from core.zones.tables import Zone
from flows.ordering.form_meaning import NEW_HOME, WAYS, name_pack, name_window
from flows.ordering.fruit import LEFT_WORTH_SAYING, packs_left
from flows.ordering.when import SCARCE
from flows.ordering.where import all_apartments, area_of, example_of, find_known, known_homes, name_of
from flows.phrases import slot_title
from flows.turn import Turn

# What a phone shows of an option, and how many there may be (Meta's reference of components).
TITLE, DESCRIPTION, CHOICES_MOST, RADIOS_MOST = 30, 300, 200, 20
WORDS = ("intro", "pack-field", "more-field", "count-field", "home-choice", "society-field", "flat-field", "flat-help",
         "window-field", "pay-choice", "note-field", "submit")  # fmt: skip
MOST_COUNTED = 10
MOST_WINDOWS = 40
Option = dict[str, str]


def can_be_filled(turn: Turn) -> bool:
    """Whether anything could be ordered with it: fruit, a place and a time."""
    return bool(turn.customer.offers and all_apartments(turn)) and next_slot(turn.session, None) is not None


def form_data(turn: Turn) -> dict[str, Any]:
    """The data of the form's screen, where it can be filled."""
    packs, homes, windows, societies = pack_options(turn), home_options(turn), window_options(turn), _societies(turn)
    example = example_of(all_apartments(turn)[0])
    words = {word: turn.say(f"form-{word}", **({"example": example} if word == "flat-help" else {})) for word in WORDS}
    return {
        "intro": words["intro"],
        "pack_label": words["pack-field"],
        "more_label": words["more-field"],
        "count_label": words["count-field"],
        "packs": packs,
        "counts": [{"id": str(count), "title": str(count)} for count in range(1, MOST_COUNTED + 1)],
        "home_label": words["home-choice"],
        "homes": homes,
        "home": homes[0]["id"],
        "has_homes": len(homes) > 1,
        "needs_home": len(homes) == 1,
        "society_label": words["society-field"],
        "societies": societies,
        "flat_label": words["flat-field"],
        "flat_help": words["flat-help"],
        "window_label": words["window-field"],
        "windows": windows,
        "pay_label": words["pay-choice"],
        "ways": [_option(way, turn.say(f"ordering-pay-{way}-button")) for way in WAYS],
        "note_label": words["note-field"],
        "send_label": words["submit"],
    }


def pack_options(turn: Turn) -> list[Option]:
    """Every pack that can be had, in the shop's order."""
    options = [_pack(turn, offer, pack) for offer in turn.customer.offers for pack in packs_left(offer)]
    return options[:CHOICES_MOST]


def _pack(turn: Turn, offer: Offer, pack: PackOffer) -> Option:
    """`Alphonso, 1 dozen`: of a name with two halves the first, where both do not fit."""
    name, label = pick(offer.names, turn.language), pick(pack.labels, turn.language)
    short = f"{name}, {label}" if len(f"{name}, {label}") <= TITLE else f"{name.partition(' · ')[0]}, {label}"
    line = turn.say("form-pack", price=format_rupees(pack.price_paise), left=pack.left,
                    scarce="yes" if pack.left <= LEFT_WORTH_SAYING else "no")  # fmt: skip
    return _option(name_pack(offer.product_id, pack.pack_id), short, line)


def form_homes(turn: Turn) -> list[Address]:
    """Their homes where we deliver, the last used first, as many as the form shows."""
    homes = [home for home in known_homes(turn) if find_known(turn, str(home.apartment_id)) is not None]
    return homes[: RADIOS_MOST - 1]


def home_options(turn: Turn) -> list[Option]:
    """Their homes, and another one."""
    known = {each.id: each for each in all_apartments(turn)}
    homes = [_option(str(home.id), home.line, name_of(turn, known[home.apartment_id])) for home in form_homes(turn)]
    return [*homes, _option(NEW_HOME, turn.say("form-new-home"))]


def _societies(turn: Turn) -> list[Option]:
    return [_option(str(each.id), name_of(turn, each), area_of(turn, each)) for each in all_apartments(turn)][
        :CHOICES_MOST
    ]


def window_options(turn: Turn) -> list[Option]:
    """The open windows where they live, or everywhere: those of several zones at one time are one, with their names."""
    homes, zones = form_homes(turn), list_zones(turn.session)
    apartment = find_known(turn, str(homes[0].apartment_id)) if homes else None
    own = [zone for zone in zones if apartment is not None and zone.id == apartment.zone_id]
    return (_windows_of(turn, own) if own else []) or _windows_of(turn, zones)


def _windows_of(turn: Turn, zones: list[Zone]) -> list[Option]:
    open_now = [(zone, slot) for zone in zones for slot in open_slots(turn.session, zone.id, limit=MOST_WINDOWS)]
    times = sorted({(slot.starts_at, slot.ends_at) for _, slot in open_now})[:MOST_WINDOWS]
    at_once = [[(zone, slot) for zone, slot in open_now if (slot.starts_at, slot.ends_at) == when] for when in times]
    return [_window(turn, places, everywhere=len(places) == len(zones)) for places in at_once]


def _window(turn: Turn, places: list[tuple[Zone, OpenSlot]], *, everywhere: bool) -> Option:
    slot, local = places[0][1], get_settings().zone
    named = name_window(slot.starts_at.astimezone(local), slot.ends_at.astimezone(local))
    left = max(each.left for _, each in places)
    said: Iterable[str] = (
        "" if everywhere else ", ".join(pick(zone.names, turn.language) for zone, _ in places),
        turn.say("ordering-slot-left", left=left) if left <= SCARCE else "",
    )
    title = slot_title(turn.language, slot.starts_at, slot.ends_at, turn.now)
    return _option(named, title, " · ".join(filter(None, said)))


def _option(option_id: str, title: str, description: str = "") -> Option:
    more = {"description": fit(description, DESCRIPTION)} if description else {}
    return {"id": option_id, "title": fit(title, TITLE), **more}
