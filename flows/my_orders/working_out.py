"""What a line says of a placed order is put together into a proposal, or the one question that is left is asked.

At a proposal the line adds to it: `swap langra with mallika`, then `remove the dasheri`, is both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.checkout.noting import join_notes
from core.checkout.rules import LONGEST_NOTE
from core.reading.lexicon import load_lexicon
from core.reading.meaning import Item, Meaning, SaidHome
from core.settings import get_settings
from core.slots.queries import windows_of
from core.slots.rules import OpenSlot
from core.zones.homes import Missing
from flows.my_orders.amounts import Content, PackLine, Why, packs_after
from flows.my_orders.changing import write_note
from flows.my_orders.fruit import items_of_order
from flows.my_orders.proposal import begin_proposal, proposed_order
from flows.my_orders.steps import Step
from flows.my_orders.theirs import Proposal, noted
from flows.my_orders.windows import other_windows
from flows.my_orders.wishes import read_wish
from flows.ordering.flat import keep_said_home, said_home
from flows.ordering.said_home import find_said_home
from flows.ordering.where import say_outside
from flows.turn import Turn


def work_out(turn: Turn) -> None:
    """Put the change together. Raises Refusal `order-unknown`, and what a note's `change_order` raises."""
    memory, code = noted(turn), turn.arg
    meaning = read_wish(turn, memory.wished or turn.inbound.text)
    memory.wished = ""
    turn.scratch.pop("order_items", None)
    before = memory.proposal if turn.step == Step.PROPOSAL and memory.proposal.code == code else Proposal()
    proposal = begin_proposal(turn, code)
    proposal.packs, proposal.address_id = before.packs, before.address_id
    proposal.slot_id, proposal.note = before.slot_id, before.note
    turn.scratch["lacks"] = _take_in(turn, proposal, meaning)


def _take_in(turn: Turn, proposal: Proposal, meaning: Meaning) -> str:
    """What stands between the words and a proposal; empty when nothing does."""
    order = proposed_order(turn)
    earlier = proposal.note or (order.note if order else "")
    note = join_notes(earlier, meaning.note, LONGEST_NOTE) if meaning.note else proposal.note
    if meaning.note and not (meaning.items or meaning.when or meaning.home):
        write_note(turn, proposal.code, note or "")
        return "question"
    proposal.note = note
    home = _take_home(turn, proposal, meaning.home) if meaning.home else ""
    window = _take_window(turn, proposal, meaning) if meaning.when or meaning.when_not else ""
    return home or (_take_items(turn, proposal, meaning.items) if meaning.items else "") or window


def _take_items(turn: Turn, proposal: Proposal, items: Sequence[Item]) -> str:
    offers = {offer.product_id: offer for offer in turn.customer.offers}
    packs = packs_after(items, Content(_lines_of(turn, proposal), offers, load_lexicon()))
    if isinstance(packs, Why):
        if packs is not Why.UNCLEAR:
            turn.note(f"my-orders-fruit-{packs.value}")
        return "fruit"
    proposal.packs = packs
    return "" if any(packs.values()) else "all"


def _lines_of(turn: Turn, proposal: Proposal) -> list[PackLine]:
    """What the order has, or would have by what is proposed already."""
    offered = [(offer, pack) for offer in turn.customer.offers for pack in offer.packs]
    known = {pack.pack_id: (offer.product_id, pack.base_units) for offer, pack in offered}
    counted: dict[int, int] = {}
    for item in items_of_order(turn):
        known[item.pack_id] = item.product_id, item.base_units
        counted[item.pack_id] = counted.get(item.pack_id, 0) + item.quantity
    packs = counted if proposal.packs is None else proposal.packs
    return [PackLine(pack_id, *known[pack_id], count) for pack_id, count in packs.items() if count and pack_id in known]


def _take_home(turn: Turn, proposal: Proposal, said: SaidHome) -> str:
    """The home that is meant: one of theirs, or a new one told whole; a flat alone is of the order's society."""
    order = proposed_order(turn)
    assert order is not None
    in_society = said.apartment is None and not said.elsewhere
    heard = find_said_home(turn, replace(said, apartment=order.apartment_id) if in_society else said)
    if heard.trigger == "picks_home":
        proposal.address_id = int(heard.arg)
        return ""
    if heard.trigger == "finds_nothing":
        say_outside(turn)
    if heard.trigger != "says_home":
        return "home"
    code, turn.arg = turn.arg, heard.arg
    home = said_home(turn)
    is_told = home is not None and home.missing is Missing.NOTHING and not (home.is_unsure or home.is_too_long)
    if is_told:
        proposal.address_id = keep_said_home(turn).id
    turn.arg = code
    return "" if is_told else "home"


def _take_window(turn: Turn, proposal: Proposal, meaning: Meaning) -> str:
    """The one window that is meant; of several that of the same hours; else we ask."""
    order, zone = proposed_order(turn), get_settings().zone
    assert order is not None
    [own] = windows_of(turn.session, {order.slot_id})
    wish, refused = meaning.when, meaning.when_not
    fitting = [slot for slot in other_windows(turn, order)
               if (wish is None or wish.fits(slot.starts_at.astimezone(zone), slot.ends_at.astimezone(zone)))
               and (refused is None or not refused.fits(slot.starts_at.astimezone(zone), slot.ends_at.astimezone(zone)))
               ]  # fmt: skip
    hours = (own.starts_at.astimezone(zone).time(), own.ends_at.astimezone(zone).time())
    says_hours = wish is None or wish.parts or wish.hours
    alike = [slot for slot in fitting if _hours(slot) == hours] if not says_hours else []
    meant = alike if len(alike) == 1 else fitting
    if len(meant) == 1 and wish is not None:
        proposal.slot_id = meant[0].slot_id
        return ""
    turn.scratch["slots"] = {slot.slot_id for slot in fitting}
    if not fitting:
        turn.note("ordering-no-such-window")
    return "window"


def _hours(slot: OpenSlot) -> tuple[object, object]:
    zone = get_settings().zone
    return slot.starts_at.astimezone(zone).time(), slot.ends_at.astimezone(zone).time()


def was_noted(turn: Turn) -> bool:
    return turn.scratch.get("lacks") == "question"


def nothing_would_be_left(turn: Turn) -> bool:
    return turn.scratch.get("lacks") == "all"


def fruit_is_unclear(turn: Turn) -> bool:
    return turn.scratch.get("lacks") == "fruit"


def home_is_unclear(turn: Turn) -> bool:
    return turn.scratch.get("lacks") == "home"


def window_is_unclear(turn: Turn) -> bool:
    return turn.scratch.get("lacks") == "window"


def name_the_order(turn: Turn) -> None:
    turn.arg = noted(turn).shown
