"""The home in a society as WhatsApp's own form of India: tower, floor and flat in fields, and the homes known already.

Palm Grove                  → Palm Grove. Which tower and flat? [Provide address]
(tower B, flat 1203)        → When shall we come?

The answer is a line of a home like any other. Whoever types instead is heard as without the form.
"""

from __future__ import annotations

from bot.fitting import fit, fit_body
from bot.form_messages import SAVED_MOST, VALUE_LONGEST
from bot.messages import AddressForm, OutgoingMessage, SavedAddress, Text
from core.customers.tables import Address
from core.forms.queries import takes_forms
from core.reading.lexicon import load_lexicon
from core.zones.fields import HomeFields, write_home
from core.zones.homes import Missing, read_home
from core.zones.places import find_places
from core.zones.queries import place_of
from core.zones.rules import fold
from core.zones.tables import Apartment
from flows.engine import Heard
from flows.ordering.steps import Step
from flows.ordering.where import all_apartments, find_known, known_homes, name_of, noted_apartment
from flows.turn import Turn

INDIAN = "91"
INDIAN_DIGITS = 12
AT_HOME = frozenset({Step.WHERE, Step.FLAT, Step.TOWER, Step.CHECKING})


def may_fill_in(turn: Turn) -> bool:
    """Whether the form can be shown: Meta takes it for numbers of India only, and an old WhatsApp knows none."""
    phone = turn.inbound.sender.phone or ""
    is_indian = phone.startswith(INDIAN) and len(phone) == INDIAN_DIGITS
    return is_indian and takes_forms(turn.session, turn.chat.id)


def ask_home(turn: Turn, apartment: Apartment, question: str, *, asked: str, example: str) -> OutgoingMessage:
    """The question for flat, or tower and flat (`asked` both), as the form where it can be shown."""
    if not may_fill_in(turn):
        return Text(question)
    body = turn.say("ordering-flat-form", apartment=name_of(turn, apartment), asked=asked, example=example)
    return AddressForm(fit_body(body), question, _known_of(turn, apartment), _saved(turn))


def _known_of(turn: Turn, apartment: Apartment) -> dict[str, str]:
    """What the form need not ask any more."""
    person = {"name": turn.name, "phone_number": f"+{turn.inbound.sender.phone}"}
    return _filled(**person, in_pin_code=apartment.pincode, building_name=name_of(turn, apartment))


def _saved(turn: Turn) -> tuple[SavedAddress, ...]:
    """The homes where we have been, as far as they may be chosen now."""
    reachable = {each.id: each for each in all_apartments(turn)}
    homes = [home for home in known_homes(turn) if home.apartment_id in reachable][:SAVED_MOST]
    return tuple(SavedAddress(str(home.id), _written(turn, home, reachable[home.apartment_id])) for home in homes)


def _written(turn: Turn, home: Address, apartment: Apartment) -> dict[str, str]:
    own = {"house_number": home.flat or home.line, "tower_number": home.tower, "address": home.line}
    return {**_known_of(turn, apartment), **_filled(**own)}


def _filled(**values: str) -> dict[str, str]:
    """Without the empty ones: each on one line, no longer than the form takes."""
    return {name: fit(words, VALUE_LONGEST) for name, words in values.items() if words.strip()}


def hear_address(turn: Turn) -> Heard | None:
    """A home of theirs that was chosen, or the one that was written; None where no home is asked for any more."""
    if turn.script != "ordering" or turn.step not in AT_HOME:
        return None
    form = turn.inbound.form
    if form.saved_id:
        return Heard("picks_home", form.saved_id)
    fields = HomeFields(
        house=form.fields.get("house_number") or form.fields.get("address", ""),
        tower=form.fields.get("tower_number", ""),
        floor=form.fields.get("floor_number", ""),
        landmark=form.fields.get("landmark_area", ""),
    )
    apartment = _society(turn, form.fields.get("building_name", ""))
    line = write_home(fields, apartment.towers if apartment else (), load_lexicon())
    if apartment is not None:
        return Heard("says_home", f"{apartment.id}|{line}")
    is_home = read_home(line, (), load_lexicon()).missing is not Missing.SENSE
    return Heard("finds_apartments", f"|{line if is_home else ''}")


def _society(turn: Turn, building: str) -> Apartment | None:
    """The one that we spoke of, unless another one of ours is written there; None for one that we do not know."""
    spoken_of = noted_apartment(turn)
    if not building or (spoken_of and fold(building) in {fold(name) for name in spoken_of.names.values()}):
        return spoken_of
    found = find_places(building, [place_of(each) for each in all_apartments(turn)], load_lexicon())
    if found is None or len(found.ids) != 1 or found.doubtful:
        return None
    return find_known(turn, str(found.ids[0]))
