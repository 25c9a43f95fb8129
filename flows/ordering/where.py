"""Where to bring it: an apartment society by a part of its name, from a list or by a location, the home beside it."""

from __future__ import annotations

from bot.fitting import fit, fit_body, plain
from bot.limits import ROWS
from bot.messages import ListMessage, OutgoingMessage, Row, Section, Text
from core.carts.actions import choose_address
from core.customers.addresses import addresses_of
from core.customers.tables import Address
from core.errors import Refusal
from core.reading.lexicon import load_lexicon, split_way
from core.reading.sentence import Sentence
from core.wording import FIRST_LANGUAGE, pick
from core.zones.draft import Sure
from core.zones.homes import Missing, read_home
from core.zones.places import FoundPlace, find_places
from core.zones.queries import list_apartments, list_zones, nearest_apartments, place_of, search_apartments
from core.zones.tables import Apartment
from flows.engine import Heard
from flows.ordering.fruit import read_id
from flows.ordering.memory import noted
from flows.ordering.steps import Step
from flows.turn import Turn

NEAR_METRES = 1500  # a shared location this close to an apartment may be its gate
AT_ITS_GATE_METRES = 150  # and this close, with no other half as near, it is the one
KNOWN_HOMES_SHOWN = 3
SHORTEST_PLACE = 2
PLACES_NAMED = 12
EXAMPLE_FLAT = "1203"
# What a line may hold that is no more than the name of some place.
OF_A_PLACE = ("courtesy", "home", "number", "letter", "compass", "ordinal", "clock.at", "when", "date")


def last_home_will_do(turn: Turn) -> bool:
    """Whether the cart has no address yet and we deliver to the home used last."""
    homes = known_homes(turn) if turn.customer.cart.address is None else []
    return bool(homes) and find_known(turn, str(homes[0].apartment_id)) is not None


def take_the_last_home(turn: Turn) -> None:
    """The home used last, because one tap changes it. Raises what `choose_address` raises."""
    choose_address(turn.session, turn.customer.id, known_homes(turn)[0].id, turn.now)
    turn.customer.forget_cart()


def look_around_again(turn: Turn) -> None:
    look_elsewhere(turn)
    noted(turn).moving = ""


def look_elsewhere(turn: Turn) -> None:
    """The same question once more, without what was read last."""
    noted(turn).apartments = ()
    noted(turn).home_line = ""


def note_the_apartments(turn: Turn) -> None:
    """Some apartments to choose from: their ids, all when none is named, and the home when it was said with them."""
    ids, _, line = turn.arg.partition("|")
    noted(turn).apartments = tuple(found for part in ids.split(",") if (found := read_id(part)))
    if line:
        noted(turn).home_line = line
    turn.note("ordering-which-apartment", said="yes" if line else "no", line=plain(line) if line else "")


def say_outside(turn: Turn) -> None:
    """We do not come there: say where we do, and keep nothing of it."""
    look_elsewhere(turn)
    names = [name_of(turn, apartment) for apartment in all_apartments(turn)]
    rest = len(names) - PLACES_NAMED
    turn.note("ordering-outside", places=", ".join(names[:PLACES_NAMED]), more="yes" if rest > 0 else "no", rest=rest)


def ask_where(turn: Turn) -> OutgoingMessage:
    found = noted(turn).apartments
    apartments = [each for each in all_apartments(turn) if not found or each.id in found]
    if found:
        apartments.sort(key=lambda apartment: found.index(apartment.id))
    if not apartments:
        return Text(turn.say("ordering-where-nowhere"))
    names = {apartment.id: apartment for apartment in apartments}
    homes = [] if found or noted(turn).home_line else known_homes(turn)[:KNOWN_HOMES_SHOWN]
    rows = [_home_row(turn, home, names[home.apartment_id]) for home in homes if home.apartment_id in names]
    rows += [turn.row(name_of(turn, each), area_of(turn, each), "picks_apartment", each.id) for each in apartments]
    example = f"{name_of(turn, apartments[0])} {example_of(apartments[0])}"
    body = turn.say("ordering-where-known" if homes else "ordering-where", example=example)
    back = () if found else _back_to_the_cart(turn)
    shown = (*_different(rows)[: ROWS - len(back)], *back)
    return ListMessage(fit_body(body), turn.say("ordering-apartments-list-button"), (Section(shown),))


def _back_to_the_cart(turn: Turn) -> tuple[Row, ...]:
    """Ways back for who came here with the first fruit and has not seen the cart's own buttons."""
    if noted(turn).moving or not turn.customer.cart.lines:
        return ()
    more = turn.row(turn.say("ordering-add-more-row"), None, "wants_menu")
    return more, turn.row(turn.say("ordering-change-cart-row"), None, "wants_cart")


def name_of(turn: Turn, apartment: Apartment) -> str:
    """What the apartment is called in the customer's language."""
    return pick(apartment.names, turn.language)


def area_of(turn: Turn, apartment: Apartment) -> str:
    """Where it lies: as the zone of that name is called in the customer's language."""
    if "zones" not in turn.scratch:
        turn.scratch["zones"] = list_zones(turn.session)
    zones = {zone.names.get(FIRST_LANGUAGE, "").casefold(): zone for zone in turn.scratch["zones"]}
    zone = zones.get(apartment.locality.casefold())
    return pick(zone.names, turn.language) if zone else apartment.locality


def line_within(apartment: Apartment | None, line: str) -> str:
    """The line of a home without the name of its society, where that is said for itself."""
    found = find_places(line, [place_of(apartment)], load_lexicon()) if apartment else None
    return found.rest if found and found.exact else line


def example_of(apartment: Apartment) -> str:
    """A home as it is written there: `B-1203`, `South 1203`, `1203`."""
    tower = "".join(apartment.towers[1:2])
    return f"{tower}{'-' if len(tower) <= 2 else ' '}{EXAMPLE_FLAT}" if tower else EXAMPLE_FLAT


def all_apartments(turn: Turn) -> list[Apartment]:
    """Every apartment we deliver to, looked up once a turn."""
    if "all_apartments" not in turn.scratch:
        turn.scratch["all_apartments"] = list_apartments(turn.session)
    apartments: list[Apartment] = turn.scratch["all_apartments"]
    return apartments


def find_known(turn: Turn, arg: str) -> Apartment | None:
    apartment_id = read_id(arg)
    return next((each for each in all_apartments(turn) if each.id == apartment_id), None)


def noted_apartment(turn: Turn) -> Apartment | None:
    """The one that we speak of."""
    return next((each for each in all_apartments(turn) if each.id == noted(turn).apartment), None)


def apartment_is_unknown(turn: Turn) -> bool:
    return noted_apartment(turn) is None


def require_apartment(turn: Turn, arg: str) -> Apartment:
    """Raises Refusal `apartment-unknown` for one that we do not deliver to."""
    apartment = find_known(turn, arg)
    if apartment is None:
        raise Refusal("apartment-unknown")
    return apartment


def _home_row(turn: Turn, home: Address, apartment: Apartment) -> Row:
    return turn.row(fit(home.line, 24), name_of(turn, apartment), "picks_home", home.id)


def _different(rows: list[Row]) -> list[Row]:
    return list({row.id: row for row in rows}.values())


def known_homes(turn: Turn) -> list[Address]:
    if "homes" not in turn.scratch:
        turn.scratch["homes"] = addresses_of(turn.session, turn.customer.id)
    homes: list[Address] = turn.scratch["homes"]
    return homes


def hear_where(turn: Turn, said: Sentence) -> Heard | None:
    """A society and perhaps a home in it. What is not only that is shown to choose from, and never kept."""
    if len(said.words) < SHORTEST_PLACE:
        return None
    found = find_places(turn.inbound.text, [place_of(each) for each in all_apartments(turn)], load_lexicon())
    if found is not None:
        return _hear_found(turn, found)
    return _hear_in_the_only_one(turn) or _hear_elsewhere(turn, said)


def _hear_in_the_only_one(turn: Turn) -> Heard | None:
    """A home without a society, where a single one is offered: it is there, and need not be named once more."""
    offered = noted(turn).apartments
    only = find_known(turn, str(offered[0])) if len(offered) == 1 else None
    home = read_home(turn.inbound.text, only.towers, load_lexicon()) if only else None
    is_there = only is not None and home is not None and home.missing is not Missing.SENSE
    return Heard("says_home", f"{only.id}|{turn.inbound.text}") if only and is_there else None


def _hear_found(turn: Turn, found: FoundPlace) -> Heard:
    ids = ",".join(str(each) for each in found.ids[:ROWS])
    if found.doubtful or len(found.ids) > 1:
        line = read_home(found.rest, (), load_lexicon())
        return Heard("finds_apartments", f"{ids}|{line.line if line.missing is not Missing.SENSE else ''}")
    apartment = require_apartment(turn, ids)
    home = read_home(found.rest, apartment.towers, load_lexicon())
    if home.missing is not Missing.SENSE or home.is_unsure:
        return Heard("says_home", f"{ids}|{found.rest}")
    return Heard("finds_apartments", f"{ids}|") if home.leftovers else Heard("picks_apartment", ids)


def _hear_elsewhere(turn: Turn, said: Sentence) -> Heard | None:
    """No society that we know: a home alone is kept, the name of some place is outside, all else is not understood."""
    home = read_home(turn.inbound.text, (), load_lexicon())
    if home.missing is not Missing.SENSE and home.sure > Sure.NUMBER:
        return Heard("finds_apartments", f"|{home.line}")
    if not all(not span.meanings or span.means(OF_A_PLACE) for span in said.spans):
        return None
    if not any(not span.meanings for span in said.spans) or said.has("stop", "deny"):
        return None
    if all(span.meanings for span in turn.said_as_line.spans):
        return None  # `sorry`: every word of it is one of ours, and no place is called so
    hits = search_apartments(turn.session, said.words)
    if hits:
        return Heard("finds_apartments", ",".join(str(hit.apartment.id) for hit in hits[:ROWS]) + "|")
    return Heard("finds_nothing")


def names_several_places(turn: Turn) -> bool:
    """Whether a line speaks of two societies of ours, or more."""
    typed = f" {turn.said.words} "
    named = [each for each in all_apartments(turn) if any(f" {' '.join(split_way(name))} " in typed
             for name in place_of(each).names)]  # fmt: skip
    return len(named) > 1


def apartment_needs_flat(turn: Turn) -> bool:
    return not noted(turn).home_line


def note_the_apartment(turn: Turn) -> None:
    """Raises Refusal `apartment-unknown` for one that we do not deliver to."""
    noted(turn).apartment = require_apartment(turn, turn.arg).id


def use_the_known_home(turn: Turn) -> None:
    choose_address(turn.session, turn.customer.id, read_id(turn.arg) or 0, turn.now)
    turn.customer.forget_cart()
    note_it_is_placed(turn)


def note_it_is_placed(turn: Turn) -> None:
    """The cart has its home. Where a time is asked for, that does not show it, a home that was changed is said."""
    turn.scratch["placed"] = True
    look_around_again(turn)
    address = turn.customer.cart.address
    if address is not None and turn.step == Step.WHEN:
        apartment = pick(address.apartment_names, turn.language)
        turn.note("ordering-brought-there", line=plain(address.line), apartment=apartment)


def hear_location(turn: Turn) -> Heard:
    """A shared location: the apartment whose gate it is, those around it, or that we do not come there."""
    latitude, longitude = turn.inbound.latitude, turn.inbound.longitude
    if latitude is None or longitude is None:
        return Heard("changes_home")
    near = [found for found in nearest_apartments(turn.session, latitude, longitude) if found.distance_m <= NEAR_METRES]
    if not near:
        return Heard("finds_nothing")
    others = [found.distance_m for found in near[1:]]
    if near[0].distance_m <= AT_ITS_GATE_METRES and all(2 * near[0].distance_m < other for other in others):
        return Heard("picks_apartment", str(near[0].apartment.id))
    return Heard("finds_apartments", ",".join(str(found.apartment.id) for found in near) + "|")
