"""The founder's instructions: read, planned, asked about once when risky, done, and answered with what changed.

stock hapus +40 dozen   → Alphonso: 40 dozen came. 40 → 80 dozen.
riders                  → Sun 8–10: 7 orders. Share them out between Ravi and Imran? [Share out] [Leave it]
refund 7KQ3             → Cancel order 7KQ3WX and send ₹2,440 back? [Yes, refund] [Leave it]
"""

from __future__ import annotations

from collections.abc import Callable

from bot.fitting import fit, fit_body, plain
from bot.limits import BUTTON_TITLE, BUTTONS
from bot.messages import Button, Buttons, ListMessage, OutgoingMessage, Row, Section, Text
from core.clock import business_day
from core.errors import Refusal
from core.reading.instructions import Instruction, Verb, read_instruction
from core.settings import get_settings
from core.undoing import undo
from core.undos.actions import noted_undo, open_undos
from core.views.book import shop_book
from core.views.found_orders import with_codes
from core.wording import languages
from core.zones.queries import list_zones
from flows.engine import Heard
from flows.founder import goods, money, runs, windows
from flows.founder.deeds import Deed, Kind, Pending, Plan
from flows.founder.memory import LONGEST_QUOTE, FounderMemory
from flows.founder.waiting import ask_guide
from flows.language import spoken_in
from flows.ordering.fruit import read_id
from flows.turn import Turn

MOST_CHOICES = 9
SHOWS = {Verb.TODAY: "shows_day", Verb.ORDERS: "shows_orders", Verb.ORDER: "shows_order", Verb.UNDO: "undoes"}
PLANS: dict[Verb, Callable[[Turn, Instruction], Plan]] = {
    Verb.STOCK: goods.plan_stock,
    Verb.RATE: goods.plan_rate,
    Verb.SOLD_OUT: goods.plan_sold_out,
    Verb.CLOSE: windows.plan_closing,
    Verb.OPEN: windows.plan_opening,
    Verb.RAIN: windows.plan_rain,
    Verb.RUNS: runs.plan_runs,
    Verb.REFUND: money.plan_refund,
}
DEEDS: dict[Kind, Callable[[Turn, Deed], str]] = {
    Kind.RECEIVE: goods.receive,
    Kind.CORRECT: goods.correct,
    Kind.COUNT: goods.count,
    Kind.SELL_OUT: goods.sell_out,
    Kind.PRICE: goods.set_rate,
    Kind.CLOSE: windows.close,
    Kind.OPEN: windows.open_again,
    Kind.CLEAR: windows.clear,
    Kind.POSTPONE: windows.ask_everybody,
    Kind.SHARE: runs.share_out,
    Kind.CANCEL: money.cancel,
    Kind.REFUND: money.refund,
}


def hear_instruction(turn: Turn) -> Heard | None:
    """A line that says what to do. Of one that is only half understood nothing is done, and what stopped us is said."""
    found = _read(turn)
    if found is None:
        return None
    turn.scratch["instruction"] = found
    spoken = spoken_in(turn.inbound.text)
    turn.language = spoken.language if spoken.clear and spoken.language else turn.language
    if found.leftovers:
        turn.scratch["unread"] = ", ".join(found.leftovers)
        return None
    return Heard(SHOWS.get(found.verb, "instructs"))


def _read(turn: Turn) -> Instruction | None:
    zones = sorted((zone.id, tuple(zone.names.values())) for zone in list_zones(turn.session))
    today = business_day(turn.now, get_settings().zone)
    return read_instruction(turn.inbound.text, shop_book(turn.session), zones, today)


def say_what_was_unread(turn: Turn) -> None:
    """An instruction with words that nobody knows, or that refuse or ask, is none."""
    if "unread" in turn.scratch:
        words = plain(fit(turn.inbound.text.strip(), LONGEST_QUOTE))
        turn.note("founder-unread", words=words, unread=plain(fit(turn.scratch["unread"], LONGEST_QUOTE)))


def plan_of(turn: Turn) -> Plan:
    """What this turn's instruction comes to, planned once."""
    if "plan" not in turn.scratch:
        found: Instruction = turn.scratch["instruction"]
        turn.scratch["plan"] = PLANS[found.verb](turn, found)
    plan: Plan = turn.scratch["plan"]
    return plan


def is_clear(turn: Turn) -> bool:
    return plan_of(turn).deed is not None


def needs_a_tap(turn: Turn) -> bool:
    return bool(plan_of(turn).choices)


def do_it(turn: Turn) -> None:
    deed = plan_of(turn).deed
    assert deed is not None
    _do(turn, deed)


def keep_the_choices(turn: Turn) -> None:
    deeds = tuple(choice.deed for choice in plan_of(turn).choices)
    turn.memory.part(FounderMemory).pending = Pending(id=str(turn.inbox_id), deeds=deeds, language=turn.language)


def _pending_deed(turn: Turn) -> Deed | None:
    """The deed of the button that was tapped, unless it has been done, left, or another instruction came since."""
    pending = turn.memory.part(FounderMemory).pending
    message_id, _, place = turn.arg.partition(".")
    if pending is None or pending.id != message_id or not place.isdecimal() or int(place) >= len(pending.deeds):
        return None
    return pending.deeds[int(place)]


def is_pending(turn: Turn) -> bool:
    return _pending_deed(turn) is not None


def do_the_chosen(turn: Turn) -> None:
    deed = _pending_deed(turn)
    assert deed is not None
    forget_the_choices(turn)
    _do(turn, deed)


def forget_the_choices(turn: Turn) -> None:
    """What follows is said in the language in which they were offered."""
    memory = turn.memory.part(FounderMemory)
    turn.language = memory.pending.language if memory.pending else turn.language
    memory.pending = None


def _do(turn: Turn, deed: Deed) -> None:
    """Whole or not at all; what the shop's rules decline is the answer."""
    try:
        with turn.session.begin_nested():
            turn.scratch["done"] = DEEDS[deed.kind](turn, deed)
    except Refusal as refusal:
        turn.scratch["done"] = windows.say_why(turn, with_codes(turn.session, refusal))


def take_back(turn: Turn) -> None:
    """The deed that the button names, else her newest of the last ten minutes; whole or not at all."""
    named, _, spoken = turn.arg.partition(".")
    turn.language = spoken if spoken in languages() else turn.language
    undo_id = read_id(named) or next((each.undo_id for each in open_undos(turn.session, turn.actor, turn.now)), 0)
    try:
        with turn.session.begin_nested():
            kind = undo(turn.session, undo_id, actor=turn.actor, now=turn.now).kind
            turn.scratch["done"] = turn.say("founder-undone", kind=kind)
    except Refusal as refusal:
        turn.scratch["done"] = windows.say_why(turn, with_codes(turn.session, refusal))


def ask_done(turn: Turn) -> OutgoingMessage:
    """What changed, and the way back where there is one."""
    if "done" not in turn.scratch:
        return ask_guide(turn)
    undo_id = noted_undo(turn.session)
    if undo_id is None:
        return Text(turn.scratch["done"])
    button = Button(f"n:undoes:{undo_id}.{turn.language}", turn.say("founder-undo-button"))
    return Buttons(fit_body(turn.scratch["done"]), (button,))


def ask_told(turn: Turn) -> OutgoingMessage:
    """Why nothing was done, or what was asked for."""
    return Text(plan_of(turn).said) if "instruction" in turn.scratch else ask_guide(turn)


def ask_sure(turn: Turn) -> OutgoingMessage:
    """What would be done, with a button for each way, and one that leaves it."""
    if "instruction" not in turn.scratch:
        return ask_guide(turn)
    plan = plan_of(turn)
    titles = [choice.title for choice in plan.choices[:MOST_CHOICES]]
    ids = [f"n:confirms:{turn.inbox_id}.{place}" for place in range(len(titles))]
    leave = f"n:leaves:{turn.inbox_id}", turn.say("founder-leave-button")
    shown = [*zip(ids, titles, strict=True), leave]
    if len(shown) <= BUTTONS:
        return Buttons(fit_body(plan.said), tuple(Button(each, fit(title, BUTTON_TITLE)) for each, title in shown))
    rows = tuple(Row(each, fit(title, BUTTON_TITLE)) for each, title in shown)
    return ListMessage(fit_body(plan.said), turn.say("founder-choose-button"), (Section(rows),))


def ask_left(turn: Turn) -> OutgoingMessage:
    return Text(turn.say("founder-left"))


def ask_gone(turn: Turn) -> OutgoingMessage:
    return Text(turn.say("founder-gone"))
