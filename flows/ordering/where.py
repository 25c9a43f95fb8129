"""Where to bring it: an apartment by a part of its name, from a list or by a location, the flat in the same line."""

from __future__ import annotations

import re

from bot.fitting import fit, fit_body
from bot.limits import ROWS
from bot.messages import ListMessage, OutgoingMessage, Row, Section, Text
from core.carts.actions import choose_address
from core.customers.addresses import add_address, addresses_of
from core.customers.tables import Address
from core.errors import Refusal
from core.reading.letters import LONGEST
from core.reading.lexicon import load_lexicon
from core.reading.sentence import Sentence, read_sentence
from core.wording import pick
from core.zones.queries import ApartmentHit, find_apartment, list_apartments, nearest_apartments, search_apartments
from core.zones.tables import Apartment
from flows.engine import Heard
from flows.ordering.fruit import read_id
from flows.turn import Turn

NEAR_METRES = 1500  # a shared location this close to an apartment may be its gate
SURE = 85  # a score from here on is a name typed in part; below, a likeness
KNOWN_HOMES_SHOWN = 3
LONGEST_LINE = 60
SHORTEST_PLACE = 2
HAS_DIGIT = re.compile(r"\d")


def home_is_unknown(turn: Turn) -> bool:
    """Whether the cart has no address; the home used last is taken, because one tap changes it."""
    if turn.cart.address is None:
        homes = _homes(turn)
        if homes:
            choose_address(turn.session, turn.customer_id, homes[0].id, turn.now)
            turn.forget_cart()
    return turn.cart.address is None


def look_around_again(turn: Turn) -> None:
    turn.memory.pop("apartments", None)
    turn.memory.pop("home_line", None)


def note_the_apartments(turn: Turn) -> None:
    """Some apartments to choose from: their ids, and the flat when it was said with the name."""
    ids, _, line = turn.arg.partition("|")
    turn.memory["apartments"] = [found for part in ids.split(",") if (found := read_id(part))]
    if line:
        turn.memory["home_line"] = line
    turn.note("ordering-which-apartment")


def say_outside(turn: Turn) -> None:
    look_around_again(turn)
    turn.note("ordering-outside")


def ask_where(turn: Turn) -> OutgoingMessage:
    found = turn.memory.get("apartments")
    homes = [] if found else _homes(turn)[:KNOWN_HOMES_SHOWN]
    apartments = [apartment for apartment in list_apartments(turn.session) if not found or apartment.id in found]
    if found:
        apartments.sort(key=lambda apartment: found.index(apartment.id))
    if not apartments:
        return Text(turn.say("ordering-where-nowhere"))
    names = {apartment.id: apartment for apartment in apartments}
    rows = [_home_row(turn, home, names[home.apartment_id]) for home in homes if home.apartment_id in names]
    rows += [
        turn.row(pick(apartment.names, turn.language), apartment.locality, "picks_apartment", apartment.id)
        for apartment in apartments
    ]
    body = turn.say(
        "ordering-where-known" if homes else "ordering-where", example=pick(apartments[0].names, turn.language)
    )
    return ListMessage(
        fit_body(body), turn.say("ordering-apartments-list-button"), (Section(tuple(_different(rows)[:ROWS])),)
    )


def _home_row(turn: Turn, home: Address, apartment: Apartment) -> Row:
    return turn.row(fit(home.line, 24), pick(apartment.names, turn.language), "picks_home", home.id)


def _different(rows: list[Row]) -> list[Row]:
    return list({row.id: row for row in rows}.values())


def _homes(turn: Turn) -> list[Address]:
    if "homes" not in turn.scratch:
        turn.scratch["homes"] = addresses_of(turn.session, turn.customer_id)
    homes: list[Address] = turn.scratch["homes"]
    return homes


def hear_where(turn: Turn, said: Sentence) -> Heard | None:
    words = said.words
    if len(words) < SHORTEST_PLACE:
        return None
    place, line = split_home(turn.inbound.text[:LONGEST])
    hits = search_apartments(turn.session, place) if len(place) >= SHORTEST_PLACE else []
    if line and not hits:  # a name with a number in it, such as a sector's
        hits, line = search_apartments(turn.session, words), ""
    if not hits:
        return Heard("finds_nothing") if place else None
    chosen = choose_hit(hits)
    if chosen is None:
        ids = ",".join(str(hit.apartment.id) for hit in hits[:ROWS])
        return Heard("finds_apartments", f"{ids}|{line}")
    return Heard("says_home", f"{chosen.id}|{line}") if line else Heard("picks_apartment", str(chosen.id))


def choose_hit(hits: list[ApartmentHit]) -> Apartment | None:
    """The apartment that is meant beyond doubt, or None when several may be."""
    sure = [hit for hit in hits if hit.score >= SURE] or hits
    return sure[0].apartment if len(sure) == 1 or sure[0].score == 100 else None


def split_home(text: str) -> tuple[str, str]:
    """`Palm Grove B-1203` (or `B-1203, Palm Grove`) as the place and the home in it; either may be empty."""
    tokens = text.replace(",", " ").split()
    begin = next((index for index, token in enumerate(tokens) if _is_of_home(token, tokens[index + 1 :])), len(tokens))
    end = begin
    while end < len(tokens) and _is_of_home(tokens[end], tokens[end + 1 :]):
        end += 1
    if begin == 0:
        return " ".join(tokens[end:]), " ".join(tokens[:end])
    return " ".join(tokens[:begin]), " ".join(tokens[begin:])


def _is_of_home(token: str, following: list[str]) -> bool:
    """A token with a digit, a word for tower or flat, or the letter of a tower before a number."""
    if HAS_DIGIT.search(token) or is_home_word(token):
        return True
    return len(token.strip("-")) == 1 and bool(following) and bool(HAS_DIGIT.search(following[0]))


def is_home_word(token: str) -> bool:
    return read_sentence(token, load_lexicon()).is_only({"home"})


def apartment_needs_flat(turn: Turn) -> bool:
    return not turn.memory.get("home_line")


def note_the_apartment(turn: Turn) -> None:
    """Raises Refusal `apartment-unknown` for one that we do not deliver to."""
    turn.memory["apartment"] = _apartment(turn, turn.arg).id


def use_the_flat_said_before(turn: Turn) -> None:
    _use_home(turn, _apartment(turn, turn.arg), str(turn.memory["home_line"]))


def use_the_new_home(turn: Turn) -> None:
    apartment_id, _, line = turn.arg.partition("|")
    _use_home(turn, _apartment(turn, apartment_id), line)


def use_the_known_home(turn: Turn) -> None:
    choose_address(turn.session, turn.customer_id, read_id(turn.arg) or 0, turn.now)
    look_around_again(turn)
    turn.forget_cart()


def _apartment(turn: Turn, arg: str) -> Apartment:
    apartment_id = read_id(arg)
    apartment = find_apartment(turn.session, apartment_id) if apartment_id else None
    if apartment is None:
        raise Refusal("apartment-unknown")
    return apartment


def _use_home(turn: Turn, apartment: Apartment, line: str) -> None:
    """Keep the home and deliver there. Raises Refusal `home-unclear` when no number of a flat is in it."""
    turn.memory["apartment"] = apartment.id
    if not HAS_DIGIT.search(line[:LONGEST_LINE]):
        raise Refusal("home-unclear")
    address = add_address(turn.session, turn.customer_id, apartment.id, line[:LONGEST_LINE], turn.now)
    choose_address(turn.session, turn.customer_id, address.id, turn.now)
    look_around_again(turn)
    turn.forget_cart()


def hear_location(turn: Turn) -> Heard:
    """A shared location: the apartments around it, or that we do not come there."""
    latitude, longitude = turn.inbound.latitude, turn.inbound.longitude
    if latitude is None or longitude is None:
        return Heard("changes_home")
    near = [found for found in nearest_apartments(turn.session, latitude, longitude) if found.distance_m <= NEAR_METRES]
    if not near:
        return Heard("finds_nothing")
    return Heard("finds_apartments", ",".join(str(found.apartment.id) for found in near) + "|")
