"""A day, orders and one order, as the founder asks for them in chat."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from bot.fitting import fit, fit_body, plain
from bot.limits import ROW_DESCRIPTION, ROW_TITLE, ROWS
from bot.messages import ListMessage, OutgoingMessage, Row, Section, Text
from core.clock import business_day
from core.formats import format_date, format_units, format_window
from core.money import format_rupees
from core.reading.instructions import Instruction
from core.settings import get_settings
from core.views.conversations import who_waits
from core.views.day import read_fruit, read_placed, read_windows
from core.views.found_orders import FoundOrder, open_orders
from core.views.orders import order_view
from core.wording import pick
from flows.founder.money import find_by_code
from flows.founder.waiting import ask_guide
from flows.phrases import phrase_lines, phrase_slot
from flows.turn import Turn


def _said(turn: Turn) -> Instruction | None:
    found: Instruction | None = turn.scratch.get("instruction")
    return found


def ask_day(turn: Turn) -> OutgoingMessage:
    """Orders and money of a day, its windows, what runs low, who waits."""
    said = _said(turn)
    if said is None:
        return ask_guide(turn)
    zone = get_settings().zone
    today = business_day(turn.now, zone)
    day = min(said.when.days) if said.when and said.when.days else today
    begins = datetime.combine(day, time.min, zone)
    placed = read_placed(turn.session, begins, begins + timedelta(days=1))
    parts = [turn.say("founder-day", day=format_date(turn.language, day), orders=placed.orders,
                      total=format_rupees(placed.total_paise), unpaid=placed.unpaid)]  # fmt: skip
    parts.append(_say_windows(turn, day) or turn.say("founder-no-windows"))
    if day == today:
        parts += _say_what_is_due(turn, day)
    return Text(fit_body("\n\n".join(filter(None, parts)), 4096))


def _say_windows(turn: Turn, day: date) -> str:
    zone = get_settings().zone
    return "\n".join(
        turn.say("founder-day-window", window=format_window(turn.language, each.starts_at, each.ends_at, zone),
                 zone=pick(each.zone, turn.language), orders=each.orders, packed=each.packed,
                 due=format_rupees(each.due_paise), left=max(each.capacity - each.booked, 0),
                 open="yes" if each.is_open else "no")
        for each in read_windows(turn.session, day, day)
    )  # fmt: skip


def _say_what_is_due(turn: Turn, day: date) -> list[str]:
    low = [f"{pick(each.names, turn.language)}: {format_units(turn.language, each.base_unit, each.free)}"
           for each in read_fruit(turn.session, day, in_season=True) if each.free <= each.low_level]  # fmt: skip
    waiting = who_waits(turn.session, turn.now, limit=1)
    parts = [turn.say("founder-low", fruit="\n".join(low))] if low else []
    return parts + ([turn.say("founder-waiting", count=waiting[0].in_all)] if waiting else [])


def ask_orders(turn: Turn) -> OutgoingMessage:
    """What is still to be done, of a society, a day or a zone; each row opens one."""
    said = _said(turn)
    if said is None:
        return ask_guide(turn)
    days = said.when.days if said.when else ()
    found = open_orders(turn.session, apartment_ids=said.apartments, days=days, zone_id=said.zone, limit=ROWS)
    if not found:
        return Text(turn.say("founder-no-orders"))
    rows = tuple(
        Row(f"n:shows_order:{order.code}", fit(f"{order.code} · {format_rupees(order.total_paise)}", ROW_TITLE),
            fit(_say_order_line(turn, order), ROW_DESCRIPTION)) for order in found
    )  # fmt: skip
    body = turn.say("founder-orders", orders=found[0].in_all, shown=len(found))
    return ListMessage(fit_body(body), turn.say("founder-orders-button"), (Section(rows),))


def _say_order_line(turn: Turn, order: FoundOrder) -> str:
    window = phrase_slot(turn.language, order.starts_at, order.ends_at, turn.now)
    return f"{pick(order.apartment, turn.language)} {plain(order.home)} · {plain(order.name)} · {window}"


def ask_order(turn: Turn) -> OutgoingMessage:
    """One order, by the code that was typed or tapped; a society in its place shows its orders."""
    said = _said(turn)
    if said is not None and not said.code and (said.apartments or said.when or said.zone):
        return ask_orders(turn)
    found, otherwise = find_by_code(turn, said.code if said else turn.arg)
    if found is None:
        return Text(otherwise)
    view = order_view(turn.session, found.order_id)
    words = turn.say(
        "founder-order", code=found.code, status=turn.say("founder-order-status", status=found.status),
        name=plain(found.name or "…"), home=plain(found.home), apartment=pick(found.apartment, turn.language),
        slot=phrase_slot(turn.language, found.starts_at, found.ends_at, turn.now),
        lines=phrase_lines(turn.language, view.items), total=format_rupees(found.total_paise),
        due=format_rupees(found.due_paise), paid="no" if found.due_paise else "yes",
        note=plain(view.order.note) if view.order.note else "", has_note="yes" if view.order.note else "no",
    )  # fmt: skip
    return Text(fit_body(words, 4096))
