"""A home that was said among other things: one of theirs, one in a society of ours, or a part that is asked about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from core.reading.meaning import SaidHome
from flows.engine import Guard, Heard
from flows.ordering.said import kept
from flows.ordering.where import find_known, known_homes, line_within
from flows.turn import Turn


class KnownHome(Protocol):
    @property
    def id(self) -> int: ...
    @property
    def apartment_id(self) -> int: ...
    @property
    def tower(self) -> str: ...
    @property
    def flat(self) -> str: ...


def place_home(said: SaidHome, homes: Sequence[KnownHome]) -> Heard:
    """What to do with it: `B-1203` is theirs when they have one such home, else its society is asked for. Pure."""
    if said.elsewhere and said.apartment is None:
        return Heard("finds_nothing")
    in_society = [home for home in homes if said.apartment in {None, home.apartment_id}]
    alike = [home for home in in_society
             if home.flat == said.flat and (home.tower == said.tower or not said.tower)]  # fmt: skip
    if said.flat and len(alike) == 1:
        return Heard("picks_home", str(alike[0].id))
    if said.apartment is None:
        return Heard("finds_apartments", f"|{said.line}")
    if said.flat or said.tower:
        return Heard("says_home", f"{said.apartment}|{said.line}")
    return Heard("picks_home", str(in_society[0].id)) if len(in_society) == 1 else Heard(
        "picks_apartment", str(said.apartment))  # fmt: skip


def leads_to(trigger: str) -> Guard:
    """Whether the home that was said is handled by this trigger; a guard with a name of its own."""

    def said_home_leads(turn: Turn) -> bool:
        said = kept(turn).said.home
        return said is not None and find_said_home(turn, said).trigger == trigger

    said_home_leads.__name__ = f"said_home_{trigger}"
    return said_home_leads


def use_the_said_home(turn: Turn) -> None:
    """It is used once: the trigger that follows gets it as its argument."""
    said = kept(turn).said.home
    assert said is not None
    turn.arg = find_said_home(turn, said).arg
    kept(turn).said = kept(turn).said.model_copy(update={"home": None})


def _society_of_the_cart(turn: Turn, said: SaidHome) -> int | None:
    """The society that the cart goes to already, when the tower that is named now is one of its towers."""
    address = turn.customer.cart.address
    society = find_known(turn, str(address.apartment_id)) if address else None
    if society is None or (said.tower and said.tower.upper() not in map(str.upper, society.towers)):
        return None
    return society.id


def find_said_home(turn: Turn, said: SaidHome) -> Heard:
    """The line of a home in a society of ours is said without that society's name."""
    homes = [home for home in known_homes(turn) if find_known(turn, str(home.apartment_id)) is not None]
    if place_home(said, homes).trigger == "finds_apartments":
        said = replace(said, apartment=_society_of_the_cart(turn, said))
    apartment = find_known(turn, str(said.apartment or ""))
    return place_home(replace(said, line=line_within(apartment, said.line)), homes)
