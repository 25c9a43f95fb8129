"""The home in a society: flat and tower, asked for when they are missing, and a line that is not only a home.

Lotus Court                 → Lotus Court. Which tower and flat?
504                         → Lotus Court, 504: which tower? 1 · 2
[2]                         → When shall we come?
"""

from __future__ import annotations

from bot.fitting import fit, fit_body, plain
from bot.limits import BUTTON_TITLE, BUTTONS, ROW_TITLE, ROWS
from bot.messages import Button, Buttons, ListMessage, OutgoingMessage, Row, Section, Text
from core.carts.actions import choose_address
from core.customers.addresses import add_address
from core.customers.tables import Address
from core.errors import Refusal
from core.reading.lexicon import load_lexicon, split_way
from core.reading.sentence import Sentence
from core.zones.homes import Home, Missing, add_tower, read_home
from core.zones.places import find_places
from core.zones.queries import place_of
from core.zones.tables import Apartment
from core.zones.towers import name_tower
from flows.agreeing import agrees, declines
from flows.engine import Heard
from flows.ordering.checkout import lacks_address
from flows.ordering.fruit import read_id
from flows.ordering.home_form import ask_home
from flows.ordering.memory import noted
from flows.ordering.steps import Step
from flows.ordering.where import (
    EXAMPLE_FLAT,
    all_apartments,
    example_of,
    find_known,
    hear_where,
    name_of,
    note_it_is_placed,
    noted_apartment,
    require_apartment,
)
from flows.turn import Turn


def said_home(turn: Turn) -> Home | None:
    """The home in a trigger's argument, `apartment|line`, read with that society's towers, once a turn."""
    key = f"home {turn.arg}"
    if key not in turn.scratch:
        apartment_id, _, line = turn.arg.partition("|")
        apartment = find_known(turn, apartment_id)
        turn.scratch[key] = read_home(line, apartment.towers, load_lexicon()) if apartment else None
    home: Home | None = turn.scratch[key]
    return home


def home_is_unsure(turn: Turn) -> bool:
    home = said_home(turn)
    return home is not None and home.is_unsure


def tower_is_open(turn: Turn) -> bool:
    home = said_home(turn)
    return home is not None and home.missing is Missing.TOWER and not home.is_too_long


def flat_is_open(turn: Turn) -> bool:
    home = said_home(turn)
    return home is not None and home.missing is Missing.FLAT and not home.is_too_long


def note_the_home(turn: Turn) -> None:
    """Keep what was said of a home until the rest is."""
    home = said_home(turn)
    apartment = require_apartment(turn, turn.arg.partition("|")[0])
    noted(turn).apartment = apartment.id
    noted(turn).home_line = home.core if home and home.is_unsure else home.line if home else ""
    if home and home.odd_tower and home.missing is Missing.TOWER:
        turn.note("ordering-no-such-tower", tower=plain(home.odd_tower), apartment=name_of(turn, apartment))


def ask_flat(turn: Turn) -> OutgoingMessage:
    """Flat, and tower where there are several: as a form where the phone can show it."""
    apartment = noted_apartment(turn)
    assert apartment is not None
    kept = read_home(noted(turn).home_line, apartment.towers, load_lexicon())
    asks_tower = bool(apartment.towers) and not kept.tower
    example = example_of(apartment) if asks_tower else EXAMPLE_FLAT
    name = ", ".join([name_of(turn, apartment), *([plain(kept.line)] if kept.line else [])])
    asked = "both" if asks_tower else "flat"
    question = turn.say("ordering-flat", apartment=name, asked=asked, example=example)
    return Text(question) if kept.line else ask_home(turn, apartment, question, asked=asked, example=example)


def hear_flat(turn: Turn, said: Sentence) -> Heard | None:
    """A home of this society, to which what was said before belongs too; another society's name is a change of mind."""
    apartment = noted_apartment(turn)
    if apartment is None:
        return hear_where(turn, said)
    found = find_places(turn.inbound.text, [place_of(each) for each in all_apartments(turn)], load_lexicon())
    ours = found is not None and found.ids == (apartment.id,)
    if found is not None and not found.doubtful and (found.exact or not found.rest) and not ours:
        return hear_where(turn, said)
    if _is_of_its_name(apartment, said):
        return Heard("picks_apartment", str(apartment.id))
    line = found.rest if found is not None and ours and found.exact and not found.doubtful else turn.inbound.text
    home = read_home(line, apartment.towers, load_lexicon())
    if home.missing is Missing.SENSE and not home.is_unsure:
        return None
    return Heard("says_home", f"{apartment.id}|{_with_what_was_said(turn, apartment, home, line)}")


def _is_of_its_name(apartment: Apartment, said: Sentence) -> bool:
    """`grove`, typed by itself where `palm` was enough: the rest of the society's name."""
    names = [split_way(name) for name in place_of(apartment).names]
    words = said.words.split()
    return any(len(name) > 1 and set(words) <= set(name) for name in names) and not any(map(str.isdigit, words))


def _with_what_was_said(turn: Turn, apartment: Apartment, home: Home, line: str) -> str:
    """A flat goes to the tower or floor that was said before it, where the two make one home."""
    earlier = noted(turn).home_line
    kept = read_home(earlier, apartment.towers, load_lexicon())
    if not earlier or kept.missing is not Missing.FLAT or home.leftovers:
        return line
    together = add_tower(home, kept.tower) if not kept.rest and not home.tower else f"{line}, {earlier}"
    whole = read_home(together, apartment.towers, load_lexicon())
    return together if whole.missing is Missing.NOTHING else line


def is_a_whole_home(turn: Turn) -> bool:
    """Whether what was typed is a home and nothing else, as far as the step that asks for it can tell."""
    heard = (
        hear_flat(turn, turn.said) if noted_apartment(turn) and turn.step != Step.WHERE else hear_where(turn, turn.said)
    )
    if heard is None or heard.trigger != "says_home":
        return False
    apartment_id, _, line = heard.arg.partition("|")
    home = read_home(line, require_apartment(turn, apartment_id).towers, load_lexicon())
    return home.missing is not Missing.SENSE and not home.leftovers


def tower_is_no_question(turn: Turn) -> bool:
    """Whether there is no society to name a tower of, or it has none."""
    apartment = noted_apartment(turn)
    return apartment is None or not apartment.towers


def ask_tower(turn: Turn) -> OutgoingMessage:
    """Which tower: up to three as buttons, more as a list; any can be typed."""
    apartment = noted_apartment(turn)
    assert apartment is not None
    home = read_home(noted(turn).home_line, apartment.towers, load_lexicon())
    rest = plain(home.rest) if home.rest else ""
    body = turn.say("ordering-which-tower", apartment=name_of(turn, apartment), said="yes" if rest else "no", line=rest)
    choices = [(turn.id_of("picks_tower", f"{apartment.id}.{place}"), tower)
               for place, tower in enumerate(apartment.towers[:ROWS])]  # fmt: skip
    if len(apartment.towers) <= BUTTONS:
        return Buttons(fit_body(body), tuple(Button(each, fit(tower, BUTTON_TITLE)) for each, tower in choices))
    rows = tuple(Row(each, fit(tower, ROW_TITLE)) for each, tower in choices)
    return ListMessage(fit_body(body), turn.say("ordering-towers-list-button"), (Section(rows),))


def hear_tower(turn: Turn, said: Sentence) -> Heard | None:
    apartment = noted_apartment(turn)
    place = name_tower(turn.inbound.text, apartment.towers, load_lexicon()) if apartment else None
    if apartment is not None and place is not None:
        return Heard("picks_tower", f"{apartment.id}.{place}")
    return hear_flat(turn, said)


def tower_exists(turn: Turn) -> bool:
    """Whether a button names a tower of the society that we speak of."""
    apartment_id, _, place = turn.arg.partition(".")
    apartment = find_known(turn, apartment_id)
    index = read_id(place)
    ours = apartment is not None and apartment.id == noted(turn).apartment
    return apartment is not None and ours and index is not None and index < len(apartment.towers)


def add_the_tower(turn: Turn) -> None:
    apartment_id, _, place = turn.arg.partition(".")
    apartment = require_apartment(turn, apartment_id)
    home = read_home(noted(turn).home_line, apartment.towers, load_lexicon())
    turn.arg = f"{apartment.id}|{add_tower(home, apartment.towers[int(place)])}"


def home_is_no_question(turn: Turn) -> bool:
    """Whether there is no home to ask about."""
    return noted_apartment(turn) is None or not noted(turn).home_line


def ask_checking(turn: Turn) -> OutgoingMessage:
    """Whether the home that was read among other words is meant: nothing is kept before."""
    apartment = noted_apartment(turn)
    assert apartment is not None
    line = plain(noted(turn).home_line)
    buttons = (
        turn.button("ordering-this-home-button", "keeps_home", apartment.id),
        turn.button("ordering-other-address-button", "looks_elsewhere"),
    )
    return Buttons(fit_body(turn.say("ordering-this-home", line=line, apartment=name_of(turn, apartment))), buttons)


def hear_checking(turn: Turn, said: Sentence) -> Heard | None:
    if agrees(turn, said, "ordering-this-home-button"):
        return Heard("keeps_home", str(noted(turn).apartment or ""))
    elsewhere = declines(turn, said, "ordering-other-address-button")
    return Heard("looks_elsewhere") if elsewhere else hear_flat(turn, said)


def home_waits(turn: Turn) -> bool:
    """Whether a part of a home was said and the rest is still asked for: while the cart has none, or when a line told
    other things meanwhile, so that nobody is sent on with the home from before."""
    if "placed" in turn.scratch or not (lacks_address(turn) or "line" in turn.scratch):
        return False
    return bool(noted(turn).home_line) if turn.step == Step.WHERE else noted_apartment(turn) is not None


def say_what_waits(turn: Turn) -> None:
    """The flat whose society is not known yet."""
    if turn.step == Step.WHERE:
        turn.note("ordering-which-apartment", said="yes", line=plain(noted(turn).home_line))


def use_the_line_said_before(turn: Turn) -> None:
    turn.arg = f"{require_apartment(turn, turn.arg).id}|{noted(turn).home_line}"


def use_the_new_home(turn: Turn) -> None:
    """Keep the home and deliver the cart there. Raises what `add_address` raises."""
    address = keep_said_home(turn)
    choose_address(turn.session, turn.customer.id, address.id, turn.now)
    turn.customer.forget_cart()
    note_it_is_placed(turn)


def keep_said_home(turn: Turn) -> Address:
    """Note the home of the argument among the customer's. A line that is refused is forgotten."""
    apartment_id, _, line = turn.arg.partition("|")
    apartment = require_apartment(turn, apartment_id)
    noted(turn).apartment = apartment.id
    try:
        return add_address(turn.session, turn.customer.id, apartment.id, line, turn.now)
    except Refusal:
        noted(turn).home_line = ""
        raise
