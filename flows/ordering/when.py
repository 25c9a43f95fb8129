"""When to bring it: the open windows of the address's zone."""

from __future__ import annotations

from bot.fitting import fit_body, plain
from bot.limits import ROW_TITLE, ROWS
from bot.messages import Buttons, ListMessage, OutgoingMessage, Row, Section
from core.carts.actions import choose_slot
from core.clock import business_day
from core.settings import get_settings
from core.slots.queries import OpenSlot, open_slots
from flows.engine import Heard
from flows.lexicon import said_as
from flows.ordering.fruit import read_id
from flows.ordering.menu import open_the_menu
from flows.ordering.steps import Step
from flows.ordering.where import ask_where
from flows.phrases import slot_title
from flows.turn import Turn
from flows.words import holds, tidy

SCARCE = 3
PARTS = {"morning": range(12), "afternoon": range(12, 16), "evening": range(16, 24)}


def slot_is_gone(turn: Turn) -> bool:
    """Whether a window was chosen that cannot be had any more; somebody else may have taken it in this moment."""
    return turn.cart.slot_id is not None and turn.cart.slot is None


def slot_is_unknown(turn: Turn) -> bool:
    return turn.cart.slot_id is None


def choose_it_again(turn: Turn) -> None:
    """Which is refused for the right reason. Raises what `choose_slot` raises."""
    choose_slot(turn.session, turn.customer_id, turn.cart.slot_id or 0, turn.now)
    turn.forget_cart()


def say_a_person_changes_it(turn: Turn) -> None:
    open_the_menu(turn)
    turn.note("ordering-change-by-person")


def use_the_slot(turn: Turn) -> None:
    """Raises what `choose_slot` raises."""
    choose_slot(turn.session, turn.customer_id, read_id(turn.arg) or 0, turn.now)
    turn.forget_cart()


def ask_when(turn: Turn) -> OutgoingMessage:
    cart = turn.cart
    if cart.address is None or cart.zone is None:
        turn.step = Step.WHERE
        return ask_where(turn)
    home = {"line": plain(cart.address.line), "apartment": plain(cart.address.apartment)}
    slots = open_slots(turn.session, cart.zone.zone_id, turn.now, limit=ROWS - 1)
    if not slots:
        buttons = (
            turn.button("ordering-other-address-button", "changes_home"),
            turn.button("ordering-human-button", "wants_human"),
        )
        return Buttons(fit_body(turn.say("ordering-when-none", **home)), buttons)
    rows = slot_rows(turn, slots)
    rows.append(turn.row(turn.say("ordering-other-address-row"), None, "changes_home"))
    return ListMessage(
        fit_body(turn.say("ordering-when", **home)), turn.say("ordering-slots-list-button"), (Section(tuple(rows)),)
    )


def slot_rows(turn: Turn, slots: list[OpenSlot]) -> list[Row]:
    """`Tomorrow, 8–10 am`; on a day where that gets too long, the windows move under the day."""
    titles = [slot_title(turn.language, slot.starts_at, slot.ends_at, turn.now) for slot in slots]
    long_days = {title.partition(", ")[0] for title in titles if len(title) > ROW_TITLE}
    rows = []
    for slot, title in zip(slots, titles, strict=True):
        left = turn.say("ordering-slot-left", left=slot.left) if slot.left <= SCARCE else ""
        day, _, window = title.partition(", ")
        shown, under = (day, " · ".join(filter(None, (window, left)))) if day in long_days else (title, left)
        rows.append(turn.row(shown, under, "picks_slot", slot.slot_id))
    return rows


def hear_when(turn: Turn, words: str) -> Heard | None:
    """The title of a row, or `tomorrow morning`: one window that fits is taken, of several the list is shown again."""
    cart = turn.cart
    slots = open_slots(turn.session, cart.zone.zone_id, turn.now, limit=ROWS - 1) if cart.zone else []
    for slot in slots:
        if words == tidy(slot_title(turn.language, slot.starts_at, slot.ends_at, turn.now)):
            return Heard("picks_slot", str(slot.slot_id))
    days = [day for day, name in enumerate(("today", "tomorrow")) if holds(words, said_as(name))]
    parts = [part for part in PARTS if holds(words, said_as(part))]
    if not days and not parts:
        return None
    fitting = [slot for slot in slots if _fits(turn, slot, days, parts)]
    return Heard("picks_slot", str(fitting[0].slot_id)) if len(fitting) == 1 else Heard("changes_slot")


def _fits(turn: Turn, slot: OpenSlot, days: list[int], parts: list[str]) -> bool:
    zone = get_settings().zone
    ahead = (business_day(slot.starts_at, zone) - business_day(turn.now, zone)).days
    hour = slot.starts_at.astimezone(zone).hour
    return (not days or ahead in days) and (not parts or any(hour in PARTS[part] for part in parts))
