"""Many people on WhatsApp who want the same thing at the same moment, through the running doors and worker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import cycle
from typing import Any

from sqlmodel import Session, select

from core.carts.actions import add_pack, choose_address
from core.clock import read_now
from core.customers.addresses import add_address
from core.db import transaction
from core.recognition.actions import recognise
from core.zones.tables import Apartment
from tests.support.chat import Said, read_said
from tests.support.shelf import HOME
from tests.support.world import World

FIRST_PHONE = 910000002000


@dataclass
class Crowd:
    """Customers by the ids of their phones. What is said to them is read in `heard`, their last message each."""

    world: World
    phones: list[str]
    heard: dict[str, Said] = field(default_factory=dict)
    _seen: int = 0

    def write(self, words: str) -> None:
        """Everybody writes the same, at once."""
        self._post((f"/sim/phones/{phone}/send", {"type": "text", "text": words}) for phone in self.phones)

    def tap(self, trigger: str, phones: Iterable[str] | None = None) -> None:
        """Everybody, or those named, taps the button or row of that trigger in their last message, at once."""
        said = {phone: self.heard[phone] for phone in phones or self.phones}
        self._post(
            (f"/sim/phones/{phone}/tap", {"message_id": message.id, "id": _find(message, trigger)[0]})
            for phone, message in said.items()
        )

    def with_choice(self, trigger: str) -> list[str]:
        """Whose last message has a button or row of that trigger."""
        return [phone for phone in self.phones if _find(self.heard[phone], trigger)]

    def hear_one_answer_each(self, phones: Iterable[str] | None = None) -> list[Said]:
        """When all is quiet, everybody (or those named, and nobody else) has exactly one new message; returns them."""
        self.world.settle()
        arrived = self.world.books()["messages"]
        new, self._seen = arrived[self._seen :], len(arrived)
        new = [message for message in new if message["phone_id"] in self.phones]
        assert Counter(message["phone_id"] for message in new) == Counter(phones or self.phones)
        answers = {message["phone_id"]: read_said(message) for message in new}
        self.heard |= answers
        return list(answers.values())

    def _post(self, requests: Iterable[tuple[str, dict[str, Any]]]) -> None:
        def post(request: tuple[str, dict[str, Any]]) -> None:
            self.world.outside.post(request[0], json=request[1]).raise_for_status()

        with ThreadPoolExecutor(len(self.phones)) as fingers:
            list(fingers.map(post, list(requests)))


def _find(said: Said, trigger: str) -> list[str]:
    """The ids (`<turn>:<trigger>:<arg>`) of a message's choices that mean `trigger`, or `trigger:arg`."""
    meanings = {choice_id: choice_id.partition(":")[2] for choice_id, _ in said.choices}
    return [choice_id for choice_id, meaning in meanings.items() if f"{meaning}:".startswith(f"{trigger}:")]


def gather(world: World, size: int, packs: Sequence[int]) -> Crowd:
    """Customers with a home in Palm Grove and one of the packs in the cart, who have chosen no window yet."""
    numbers = [str(FIRST_PHONE + number) for number in range(size)]
    with transaction() as session:
        apartment = session.exec(select(Apartment).where(Apartment.name == HOME)).one()
        for number, pack_id in zip(numbers, cycle(packs), strict=False):
            _meet(session, number, apartment.id, pack_id)
    phones = [{"id": f"buyer-{number}", "name": "Asha", "phone": number} for number in numbers]
    world.outside.post("/sim/phones", json={"phones": phones}).raise_for_status()
    return Crowd(world, [str(phone["id"]) for phone in phones])


def _meet(session: Session, phone: str, apartment_id: int, pack_id: int) -> None:
    now = read_now(session)
    person = recognise(session, phone=phone, user_id=None, parent_user_id=None, name="Asha", now=now)
    assert person.customer_id is not None
    address = add_address(session, person.customer_id, apartment_id, f"A-{100 + int(phone[-3:])}", now)
    choose_address(session, person.customer_id, address.id, now)
    add_pack(session, person.customer_id, pack_id, 1, now)
