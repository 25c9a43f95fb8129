"""Everyday questions, answered from the shop's own facts before the step's question is asked again.

what is the delivery charge?   → Delivery to Lakeside: ₹40, free from ₹1,500. (and the step's question again)
neelam kab aayega?             → Neelam comes around 21 Dec.
is it organic?                 → what the founder has not told us is not made up: a person answers
"""

from __future__ import annotations

from collections.abc import Callable

from core.formats import format_times
from core.money import format_rupees
from core.reading.sentence import Sentence
from core.slots.queries import open_slots, weekly_windows
from core.slots.rules import OpenSlot
from core.wording import pick
from core.zones.queries import list_apartments, list_zones
from core.zones.tables import Zone
from flows.engine import Heard
from flows.my_orders.steps import Step as MyOrdersStep
from flows.ordering.facts import say_best, say_rates, say_ripeness, say_season
from flows.ordering.fruit import named_variety
from flows.ordering.moving import MOVING_STEPS
from flows.ordering.steps import Step
from flows.phrases import slot_title
from flows.playing import play
from flows.questions import ON_THE_PAGE, asks_outright, only_asks, questions_in
from flows.turn import Turn

SHOWN_WINDOWS = 4
LOOKED_AT = 12  # windows of all zones, to find different ones among them
SHOWN_PLACES = 12  # of one zone; the rest as a number
# Where nothing would be lost by leaving for the page of a variety.
LOOKING_AROUND = frozenset({Step.MENU, Step.VARIETY, Step.PACK, Step.AGAIN})
# Steps that take whatever is typed, and what of a question they leave to us.
TAKES_ALL: dict[str, Callable[[Sentence], bool]] = {
    **dict.fromkeys(MOVING_STEPS, only_asks),
    **dict.fromkeys((Step.NOTE, MyOrdersStep.NOTE), asks_outright),
}
# Steps that say something once; their words are not said again under an answer.
SAID_ONCE = {("help", "thanked"), ("help", "offers"), ("help", "talking"), ("my_orders", "cancelled")}


def is_asked(turn: Turn) -> bool:
    """Whether the sentence holds a question of everyday that may be answered at this step."""
    may = TAKES_ALL.get(turn.step)
    return bool(questions_in(turn.said)) and (may is None or may(turn.said))


def answering_page(turn: Turn) -> Heard | None:
    """The page of the variety that is asked about, where it answers all and no place is lost by it."""
    named = named_variety(turn.said_of_fruit)
    looks_around = turn.script != "ordering" or turn.step in LOOKING_AROUND
    if named is None or not looks_around or not set(questions_in(turn.said)) <= ON_THE_PAGE:
        return None
    return Heard("picks_variety", str(named))


def answer(turn: Turn) -> bool:
    """Note the answers. The chat stays where it is, or goes to the menu when that place has nothing to ask."""
    turn.notes.extend(ANSWERS[question](turn) for question in questions_in(turn.said))
    if (turn.script, turn.step) in SAID_ONCE:
        play(turn, Heard("wants_menu"))
    return True


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
    places: dict[int, list[str]] = {}
    for apartment in list_apartments(turn.session):
        places.setdefault(apartment.zone_id, []).append(pick(apartment.names, turn.language))
    lines = [_area_line(turn, zone, places[zone.id]) for zone in list_zones(turn.session) if zone.id in places]
    return turn.say("answers-area", lines="\n".join(lines)) if lines else turn.say("ordering-where-nowhere")


def _area_line(turn: Turn, zone: Zone, places: list[str]) -> str:
    more = max(len(places) - SHOWN_PLACES, 0)
    shown = ", ".join(places[:SHOWN_PLACES])
    return turn.say("answers-area-line", zone=pick(zone.names, turn.language), places=shown, more=more)


def say_windows(turn: Turn) -> str:
    zone = turn.customer.cart.zone
    slots = open_slots(turn.session, zone.zone_id if zone else None, limit=SHOWN_WINDOWS if zone else LOOKED_AT)
    if not slots:
        return turn.say("ordering-menu-no-slot")
    titles = [slot_title(turn.language, slot.starts_at, slot.ends_at, turn.now) for slot in _different(slots)]
    return turn.say("answers-windows", lines="\n".join(turn.say("answers-line", line=title) for title in titles))


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


def say_total(turn: Turn) -> str:
    if not turn.customer.cart.lines:
        return turn.say("ordering-cart-empty")
    return turn.say("ordering-cart-total", total=format_rupees(turn.customer.price.total_paise))


def say_unknown(turn: Turn) -> str:
    """What is not among our facts is not made up."""
    return turn.say("answers-unknown")


ANSWERS: dict[str, Callable[[Turn], str]] = {
    "fee": say_fees,
    "area": say_areas,
    "windows": say_windows,
    "where": say_where_we_are,
    "pay": say_ways_to_pay,
    "ripe": say_ripeness,
    "rate": say_rates,
    "total": say_total,
    "season": say_season,
    "best": say_best,
    "unknown": say_unknown,
}
