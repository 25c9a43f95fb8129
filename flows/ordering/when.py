"""When to bring it: the open windows of the address's zone."""

from __future__ import annotations

from bot.fitting import fit_body, plain
from bot.limits import BUTTON_TITLE, BUTTONS, ROW_TITLE, ROWS
from bot.messages import Button, Buttons, ListMessage, OutgoingMessage, Row, Section
from core.carts.actions import choose_slot
from core.clock import business_day
from core.reading.lexicon import split_way
from core.reading.sentence import Sentence
from core.reading.times import read_wish
from core.settings import get_settings
from core.slots.queries import open_slots
from core.slots.rules import OpenSlot
from core.wording import pick
from flows.engine import Heard
from flows.ordering.fruit import read_id
from flows.ordering.said import kept, one_wish
from flows.ordering.windows import MOST_WINDOWS, fitting_windows
from flows.phrases import slot_title
from flows.turn import Turn

SCARCE = 3


def home_is_gone(turn: Turn) -> bool:
    """Whether the cart has no address at which we deliver, so that there are no windows to choose from."""
    return turn.customer.cart.address is None or turn.customer.cart.zone is None


def choose_it_again(turn: Turn) -> None:
    """Which is refused for the right reason. Raises what `choose_slot` raises."""
    choose_slot(turn.session, turn.customer.id, turn.customer.cart.slot_id or 0, turn.now)
    turn.customer.forget_cart()


def use_the_slot(turn: Turn) -> None:
    """Raises what `choose_slot` raises."""
    _use_the_wish(turn)
    choose_slot(turn.session, turn.customer.id, read_id(turn.arg) or 0, turn.now)
    turn.customer.forget_cart()


def window_was_said(turn: Turn) -> bool:
    return kept(turn).said.wish is not None


def said_window_is_clear(turn: Turn) -> bool:
    """Whether what was said of the time, now or earlier, is one open window."""
    return window_was_said(turn) and len(said_windows(turn)) == 1


def said_windows(turn: Turn) -> list[OpenSlot]:
    wish, cart = kept(turn).said.wish, turn.customer.cart
    if wish is None or cart.zone is None:
        return []
    slots = open_slots(turn.session, cart.zone.zone_id, limit=MOST_WINDOWS)
    return fitting_windows(wish, slots, get_settings().zone, cart.slot)


def take_the_said_window(turn: Turn) -> None:
    """It is used once. Raises what `choose_slot` raises."""
    slot = said_windows(turn)[0]
    _use_the_wish(turn)
    choose_slot(turn.session, turn.customer.id, slot.slot_id, turn.now)
    turn.customer.forget_cart()


def offer_the_said_windows(turn: Turn) -> None:
    """Those that fit, to be asked about in this turn, and what is said next narrows them; none of them is said, and all
    are shown."""
    fitting = said_windows(turn)
    turn.arg = ",".join(str(slot.slot_id) for slot in fitting[:ROWS])
    note_the_slots(turn)
    if not fitting:
        _use_the_wish(turn)


def _use_the_wish(turn: Turn) -> None:
    kept(turn).said = kept(turn).said.model_copy(update={"wish": None})


def ask_when(turn: Turn) -> OutgoingMessage:
    cart = turn.customer.cart
    assert cart.address is not None and cart.zone is not None
    home = {"line": plain(cart.address.line), "apartment": pick(cart.address.apartment_names, turn.language)}
    slots = open_slots(turn.session, cart.zone.zone_id, limit=MOST_WINDOWS)
    fitting = [slot for slot in slots if slot.slot_id in turn.scratch.get("slots", ())]
    if fitting:
        return ask_which_window(turn, fitting)
    slots = slots[: ROWS - 1]
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


def note_the_slots(turn: Turn) -> None:
    """Windows that fit what was said, to be asked about in this turn; none of them is said, and all are shown."""
    turn.scratch["slots"] = {found for part in turn.arg.split(",") if (found := read_id(part))}
    if not turn.scratch["slots"]:
        turn.note("ordering-no-such-window")


def ask_which_window(turn: Turn, slots: list[OpenSlot]) -> OutgoingMessage:
    """Up to three windows as buttons, where their names fit; more as a list of only those."""
    titles = [title_of(turn, slot) for slot in slots]
    days = {title.partition(", ")[0] for title in titles}
    body = turn.say("ordering-which-window")
    if len(days) == 1 and any(len(title) > BUTTON_TITLE for title in titles):
        body = turn.say("ordering-which-window-of-day", day=days.pop())
        titles = [title.partition(", ")[2] for title in titles]
    if len(slots) <= BUTTONS and all(len(title) <= BUTTON_TITLE for title in titles):
        ids = [turn.id_of("picks_slot", slot.slot_id) for slot in slots]
        return Buttons(body, tuple(Button(slot_id, title) for slot_id, title in zip(ids, titles, strict=True)))
    rows = tuple(slot_rows(turn, slots[:ROWS]))
    return ListMessage(body, turn.say("ordering-slots-list-button"), (Section(rows),))


def title_of(turn: Turn, slot: OpenSlot) -> str:
    return slot_title(turn.language, slot.starts_at, slot.ends_at, turn.now)


def slot_rows(turn: Turn, slots: list[OpenSlot], trigger: str = "picks_slot", about: str = "") -> list[Row]:
    """`Tomorrow, 8–10 am`; on a day where that gets too long, the windows move under the day.

    A row fires `trigger` with the slot's id, behind what it is `about`.
    """
    titles = [title_of(turn, slot) for slot in slots]
    long_days = {title.partition(", ")[0] for title in titles if len(title) > ROW_TITLE}
    rows = []
    for slot, title in zip(slots, titles, strict=True):
        left = turn.say("ordering-slot-left", left=slot.left) if slot.left <= SCARCE else ""
        day, _, window = title.partition(", ")
        shown, under = (day, " · ".join(filter(None, (window, left)))) if day in long_days else (title, left)
        rows.append(turn.row(shown, under, trigger, f"{about}{slot.slot_id}"))
    return rows


def hear_when(turn: Turn, said: Sentence) -> Heard | None:
    """A row's title, a day, a part of it, an hour: one window that fits is taken, of several only those are shown."""
    cart = turn.customer.cart
    slots = open_slots(turn.session, cart.zone.zone_id, limit=MOST_WINDOWS) if cart.zone else []
    fitting = find_fitting(turn, said, slots)
    if fitting is None:
        return None
    if len(fitting) == 1:
        return Heard("picks_slot", str(fitting[0].slot_id))
    return Heard("finds_slots", ",".join(str(slot.slot_id) for slot in fitting[:ROWS]))


def find_fitting(turn: Turn, said: Sentence, slots: list[OpenSlot]) -> list[OpenSlot] | None:
    """Those windows that a sentence names; None when it says nothing about time."""
    zone = get_settings().zone
    named = [slot for slot in slots if said.words == " ".join(split_way(title_of(turn, slot)))]
    now_said = read_wish(said, business_day(turn.now, zone))
    if now_said is None and not named:
        return None
    wish = one_wish(kept(turn).said.wish, now_said)
    return named or [slot for slot in slots if wish and wish.fits(slot.starts_at.astimezone(zone),
                                                                  slot.ends_at.astimezone(zone))]  # fmt: skip
