"""What we know of bringing and paying: charges, places, windows, where we are, ways to pay."""

from __future__ import annotations

from dataclasses import replace

from bot.fitting import fit, plain
from core.clock import business_day
from core.formats import format_times
from core.money import format_rupees
from core.reading.lexicon import load_lexicon
from core.reading.sentence import Sentence
from core.reading.times import SAYS_WHEN, Wish, read_wish
from core.settings import get_settings
from core.slots.queries import open_slots, weekly_windows
from core.slots.rules import OpenSlot
from core.wording import pick
from core.zones.places import Place, find_places
from core.zones.queries import list_apartments, list_zones, place_of
from core.zones.tables import Apartment, Zone
from flows.phrases import slot_title
from flows.turn import Turn

SHOWN_WINDOWS = 4
LOOKED_AT = 60  # windows of all zones, to find different ones among them
SHOWN_PLACES = 12  # of one zone; the rest as a number
LONGEST_PLACE = 40
# Words of a question that are no part of a place's name.
NO_PLACE = ("courtesy", "stop", "want", "do", "thing", "when", "clock", "number", "day", "weekday", "month",
            "date", "part", "command")  # fmt: skip


def _zones(turn: Turn) -> list[Zone]:
    """The zone of the cart's address, or all of them while that is unknown."""
    zones = list_zones(turn.session)
    known = turn.customer.cart.zone.zone_id if turn.customer.cart.zone else None
    return [zone for zone in zones if zone.id == known] or zones


def say_fees(turn: Turn) -> str:
    return "\n".join(_fee_line(turn, zone) for zone in _zones(turn)) or turn.say("ordering-where-nowhere")


def _fee_line(turn: Turn, zone: Zone) -> str:
    return turn.say(
        "answers-fee",
        zone=pick(zone.names, turn.language),
        charged="yes" if zone.fee_paise and zone.free_above_paise else "no",
        fee=format_rupees(zone.fee_paise),
        free=format_rupees(zone.free_above_paise),
        minimum=format_rupees(zone.minimum_paise),
    )


def say_areas(turn: Turn) -> str:
    """Whether we come to the place that is named, and for how much; else all places, with what we did not find."""
    apartments, zones = list_apartments(turn.session), list_zones(turn.session)
    if not apartments:
        return turn.say("ordering-where-nowhere")
    named = _named_apartments(turn.said, apartments)
    if named:
        return "\n".join(_come_line(turn, each, zones) for each in named)
    places = [Place(zone.id, tuple(zone.names.values())) for zone in zones]
    found = find_places(_names_only(turn.said), places, load_lexicon())
    shown = [zone for zone in zones if found and found.exact and zone.id in found.ids] or zones
    listed = turn.say("answers-area", lines="\n".join(_area_lines(turn, shown, apartments)))
    unknown = "" if len(shown) < len(zones) else _names_only(turn.said)
    return f"{_not_found(turn, unknown)}\n{listed}" if unknown else listed


def _named_apartments(said: Sentence, apartments: list[Apartment]) -> list[Apartment]:
    """Those that the words name beyond doubt: whole, or in a part that only one has."""
    found = find_places(_names_only(said), [place_of(each) for each in apartments], load_lexicon())
    if found is None or found.doubtful or (len(found.ids) > 1 and not found.exact):
        return []
    return [each for each in apartments if each.id in found.ids]


def _names_only(said: Sentence) -> str:
    """What may be the name of a place: all that is no word of a question."""
    return " ".join(span.words for span in said.spans if not span.means((*NO_PLACE, "ask")))


def _come_line(turn: Turn, apartment: Apartment, zones: list[Zone]) -> str:
    zone = next(zone for zone in zones if zone.id == apartment.zone_id)
    come = turn.say("answers-area-yes", place=pick(apartment.names, turn.language))
    return f"{come} {_fee_line(turn, zone)}"


def _not_found(turn: Turn, unknown: str) -> str:
    return turn.say("answers-area-unknown", place=plain(fit(unknown, LONGEST_PLACE)))


def _area_lines(turn: Turn, zones: list[Zone], apartments: list[Apartment]) -> list[str]:
    lines = []
    for zone in zones:
        places = [pick(each.names, turn.language) for each in apartments if each.zone_id == zone.id]
        more = max(len(places) - SHOWN_PLACES, 0)
        shown = ", ".join(places[:SHOWN_PLACES])
        if places:
            name = pick(zone.names, turn.language)
            lines.append(turn.say("answers-area-line", zone=name, places=shown, more=more))
    return lines


def say_windows(turn: Turn) -> str:
    """The next windows that are open; those of the day or hour that was named, or that there is none then."""
    zone = turn.customer.cart.zone
    slots = open_slots(turn.session, zone.zone_id if zone else None, limit=LOOKED_AT)
    if not slots:
        return turn.say("ordering-menu-no-slot")
    wish = _wish_in(turn)
    fitting = [slot for slot in slots if wish is not None and _fits(slot, wish)]
    lines = "\n".join(
        turn.say("answers-line", line=slot_title(turn.language, slot.starts_at, slot.ends_at, turn.now))
        for slot in _different(fitting or slots)
    )
    then = "any" if wish is None else "yes" if fitting else "no"
    return turn.say("answers-windows", then=then, lines=lines)


def _wish_in(turn: Turn) -> Wish | None:
    """When the question is about: its words of time alone."""
    said = turn.said
    spans = tuple(span for span in said.spans if span.means({*SAYS_WHEN, "number"}) or span.words[:1].isdigit())
    wish = read_wish(Sentence(said.typed, said.words, spans), business_day(turn.now, get_settings().zone))
    read = turn.meaning.when  # of the whole line, which knows `next saturday`
    return replace(wish, days=read.days) if wish and wish.days and read and read.days else wish


def _fits(slot: OpenSlot, wish: Wish) -> bool:
    zone = get_settings().zone
    return wish.fits(slot.starts_at.astimezone(zone), slot.ends_at.astimezone(zone))


def _different(slots: list[OpenSlot]) -> list[OpenSlot]:
    """Windows of several zones at one time are one window to somebody whose zone we do not know."""
    return list({(slot.starts_at, slot.ends_at): slot for slot in slots}.values())[:SHOWN_WINDOWS]


def say_where_we_are(turn: Turn) -> str:
    hours = [format_times(turn.language, starts, ends) for starts, ends in weekly_windows(turn.session)]
    return turn.say(
        "answers-where",
        shop=turn.shop.name,
        has_address="yes" if turn.shop.address else "no",
        address=turn.shop.address,
        has_hours="yes" if hours else "no",
        hours=", ".join(hours),
    )


def say_ways_to_pay(turn: Turn) -> str:
    """The caps of cash of their own zone, or those that hold wherever somebody lives."""
    zones = _zones(turn)
    cap = min((zone.cod_cap_paise for zone in zones), default=0)
    first = min((zone.cod_cap_new_paise for zone in zones), default=0)
    cash = "no" if not cap else "later" if not first else "same" if cap == first else "yes"
    return turn.say("answers-pay", cash=cash, cap=format_rupees(cap), first=format_rupees(first))
