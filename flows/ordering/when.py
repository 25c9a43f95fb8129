"""When to bring it: the open windows of the address's zone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.fitting import fit_body, plain
from bot.limits import BUTTON_TITLE, BUTTONS, ROW_TITLE, ROWS
from bot.messages import Button, Buttons, ListMessage, OutgoingMessage, Row, Section
from core.carts.actions import choose_slot
from core.reading.lexicon import split_way
from core.reading.sentence import Sentence
from core.reading.times import Wish
from core.settings import get_settings
from core.slots.queries import open_slots
from core.slots.rules import OpenSlot
from core.wording import pick
from flows.engine import Heard
from flows.ordering.fruit import read_id
from flows.ordering.said import kept
from flows.ordering.timing import wants_the_soonest, wishes_said
from flows.ordering.windows import MOST_WINDOWS, fitting_windows
from flows.phrases import slot_title
from flows.turn import Turn

SCARCE = 3
SEVERAL = 2


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
    """What fits all that was said of the time, else what fits the day that was named last."""
    memory = kept(turn)
    wish, cart = memory.said.wish, turn.customer.cart
    if wish is None or cart.zone is None:
        return []
    slots = open_slots(turn.session, cart.zone.zone_id, limit=MOST_WINDOWS)
    return _fit(tuple(filter(None, (wish, memory.later))), slots, cart.slot)[1]


def _fit(wishes: Sequence[Wish], slots: list[OpenSlot], chosen: OpenSlot | None) -> tuple[Wish | None, list[OpenSlot]]:
    """The first wish that some windows fit, and those; else the first, and none."""
    for wish in wishes:
        fitting = fitting_windows(wish, slots, get_settings().zone, chosen)
        if fitting:
            return wish, fitting
    return next(iter(wishes), None), []


def take_the_said_window(turn: Turn) -> None:
    """It is used once. Raises what `choose_slot` raises."""
    slot = said_windows(turn)[0]
    _use_the_wish(turn)
    choose_slot(turn.session, turn.customer.id, slot.slot_id, turn.now)
    turn.customer.forget_cart()


def offer_the_said_windows(turn: Turn) -> None:
    """Those that fit are asked about, and what is said next narrows them. When none does, it is said: then those of the
    same day are shown, else all."""
    if said_windows(turn):
        return
    turn.note("ordering-no-such-window")
    wish = kept(turn).said.wish or Wish()
    for wider in (replace(wish, hours=(), half=None, near=""), Wish(days=wish.days)):
        _keep_the_wish(turn, wider if wider not in {wish, Wish()} else None)
        if len(said_windows(turn)) >= SEVERAL:  # a single one would be taken, and it is not what was said
            return
    _use_the_wish(turn)


def _use_the_wish(turn: Turn) -> None:
    _keep_the_wish(turn, None)


def _keep_the_wish(turn: Turn, wish: Wish | None) -> None:
    kept(turn).said = kept(turn).said.model_copy(update={"wish": wish})
    kept(turn).later = None


def ask_when(turn: Turn) -> OutgoingMessage:
    cart = turn.customer.cart
    assert cart.address is not None and cart.zone is not None
    home = {"line": plain(cart.address.line), "apartment": pick(cart.address.apartment_names, turn.language)}
    fitting = said_windows(turn)
    if fitting:
        return ask_which_window(turn, fitting)
    slots = open_slots(turn.session, cart.zone.zone_id, limit=ROWS - 1)
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


def narrow_the_windows(turn: Turn) -> None:
    """What was typed at the question, with what was said of the time before: it stands until a window is chosen. When
    no window fits, it is said, and a day that was named now replaces the earlier one."""
    wish, _ = _fit(wishes_said(turn, turn.said), _slots(turn), turn.customer.cart.slot)
    if turn.arg:
        _keep_the_wish(turn, wish)
        return
    turn.note("ordering-no-such-window")
    if wish is not None and wish.days != (kept(turn).said.wish or Wish()).days:
        _use_the_wish(turn)


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
    slots = _slots(turn)
    if slots and wants_the_soonest(turn):
        return Heard("picks_slot", str((said_windows(turn) or slots)[0].slot_id))
    fitting = find_fitting(turn, said, slots, turn.customer.cart.slot)
    if fitting is None:
        return None
    if len(fitting) == 1:
        return Heard("picks_slot", str(fitting[0].slot_id))
    return Heard("narrows_windows", "some" if fitting else "")


def _slots(turn: Turn) -> list[OpenSlot]:
    zone = turn.customer.cart.zone
    return open_slots(turn.session, zone.zone_id, limit=MOST_WINDOWS) if zone else []


def find_fitting(
    turn: Turn, said: Sentence, slots: list[OpenSlot], chosen: OpenSlot | None = None
) -> list[OpenSlot] | None:
    """Those windows that a sentence names, beside the one that is chosen; None when it says nothing about time."""
    named = [slot for slot in slots if said.words == " ".join(split_way(title_of(turn, slot)))]
    wishes = wishes_said(turn, said)
    if named or not wishes:
        return named or None
    return _fit(wishes, slots, chosen)[1]
