"""What a rider reads: his run, the whole route, one stop with all that he needs at its door."""

from __future__ import annotations

from bot.fitting import fit, fit_body, plain
from bot.limits import BODY, BUTTON_TITLE, TEXT
from bot.messages import Button, Buttons, OutgoingMessage, Text
from core.delivery.cash import taken_in_run
from core.delivery.links import link_of_run
from core.delivery.queries import StopView, manifest_of
from core.delivery.rules import change_for
from core.ledger.queries import read_holding
from core.ledger.rules import Account
from core.money import format_rupees
from core.wording import FIRST_LANGUAGE, pick
from flows.phrases import phrase_basket, phrase_slot
from flows.rider.run import current_run, left, next_stop, noted, stops
from flows.turn import Turn

# The map that every phone knows how to open.
MAP = "https://www.google.com/maps/search/?api=1&query={latitude:.6f},{longitude:.6f}"


class Packed:
    """A line of boxes, as `phrase_basket` takes it."""

    def __init__(self, names: dict[str, str], labels: dict[str, str], quantity: int) -> None:
        self.names, self.labels, self.quantity = names, labels, quantity


def ask_home(turn: Turn) -> OutgoingMessage:
    run = current_run(turn)
    if run is None:
        return Text(turn.say("rider-no-run", name=plain(turn.name)))
    slot = phrase_slot(turn.language, run.starts_at, run.ends_at, turn.now)
    body = turn.say("rider-run-waits", slot=slot, stops=run.left, collect=format_rupees(run.due_paise))
    return Buttons(body, (_button(turn, "rider-start-button", "starts_run", run.run_id),))


def ask_route(turn: Turn) -> OutgoingMessage:
    """All that is still to be done, in one message."""
    run = current_run(turn)
    assert run is not None
    boxes_left = manifest_of(turn.session, run.run_id, left_only=True)
    boxes = [Packed(each.names, each.labels, each.boxes) for each in boxes_left]
    head = turn.say(
        "rider-route",
        slot=phrase_slot(turn.language, run.starts_at, run.ends_at, turn.now),
        stops=run.left,
        collect=format_rupees(run.due_paise),
        boxes=phrase_basket(turn.language, boxes),
    )
    link = link_of_run(turn.session, run.run_id)
    lines = [turn.say("rider-page-link", url=link)] if link else []
    body = "\n".join([head, *(_route_line(turn, stop) for stop in left(turn)), *lines])
    if len(body) > BODY:
        return Text(fit_body(f"{body}\n{turn.say('rider-type-next')}", TEXT))
    return Buttons(fit_body(body), (_button(turn, "notices-next-stop-button", "next_stop"),))


def _route_line(turn: Turn, stop: StopView) -> str:
    return turn.say(
        "rider-route-line",
        place=stop.place,
        home=_home(turn, stop),
        name=plain(str(stop.address.get("name") or "…")),
        boxes=_boxes(turn, stop),
        has_due="yes" if stop.due_paise else "no",
        due=format_rupees(stop.due_paise),
    )


def ask_stop(turn: Turn) -> OutgoingMessage:
    """One door: who, where, what, how much, and what happened there."""
    stop = next_stop(turn)
    noted(turn).stop_id = stop.stop_id
    return Buttons(fit_body(_card(turn, stop)), _buttons_of(turn, stop))


def _card(turn: Turn, stop: StopView) -> str:
    change = change_for(stop.due_paise)
    lines = [
        turn.say(
            "rider-stop",
            place=stop.place,
            total=len(stops(turn)),
            code=stop.code,
            home=_home(turn, stop),
            name=plain(str(stop.address.get("name") or "…")),
            boxes=_boxes(turn, stop),
        )
    ]
    if stop.phone:
        lines.append(turn.say("rider-stop-phone", phone=f"+{stop.phone}"))
    if stop.latitude is not None and stop.longitude is not None:
        lines.append(turn.say("rider-stop-map", url=MAP.format(latitude=stop.latitude, longitude=stop.longitude)))
    lines += [turn.say("rider-stop-note", note=plain(words)) for words in (stop.note, stop.instruction) if words]
    if not stop.due_paise:
        lines.append(turn.say("rider-stop-paid"))
    else:
        lines.append(
            turn.say(
                "rider-stop-due",
                due=format_rupees(stop.due_paise),
                has_change="yes" if change else "no",
                handed=format_rupees(change.handed_paise if change else 0),
                back=format_rupees(change.back_paise if change else 0),
            )
        )
    if stop.asks_code:
        lines.append(turn.say("rider-stop-code"))
    return "\n".join(lines)


def _buttons_of(turn: Turn, stop: StopView) -> tuple[Button, ...]:
    problem = _button(turn, "rider-problem-button", "has_problem", stop.stop_id)
    if not stop.due_paise:
        return (_button(turn, "rider-delivered-button", "delivers", f"{stop.stop_id}.0"), problem)
    return (collected_button(turn, stop), link_button(turn, stop), problem)


def collected_button(turn: Turn, stop: StopView) -> Button:
    sum_ = format_rupees(stop.due_paise)
    return _button(turn, "rider-collected-button", "delivers", f"{stop.stop_id}.{stop.due_paise}", sum=sum_)


def link_button(turn: Turn, stop: StopView) -> Button:
    return _button(turn, "rider-link-button", "asks_link", f"{stop.stop_id}.{stop.due_paise}")


def ask_cash(turn: Turn) -> OutgoingMessage:
    """What he carries, by the ledger, and what is still to be collected."""
    run = current_run(turn)
    held = read_holding(turn.session, Account.RIDER_CASH, turn.staff.id)
    body = turn.say("rider-cash", held=format_rupees(held), taken=format_rupees(run.taken_paise if run else 0),
                    collect=format_rupees(run.due_paise if run else 0))  # fmt: skip
    return Buttons(body, (_button(turn, "notices-next-stop-button", "next_stop"),))


def ask_handover(turn: Turn) -> OutgoingMessage:
    """All is done: the cash that he hands over, to be confirmed or typed."""
    run = current_run(turn)
    assert run is not None
    taken = taken_in_run(turn.session, run.run_id)
    key = "rider-hand-over-button" if taken else "rider-finish-button"
    words = {"sum": format_rupees(taken)} if taken else {}
    body = turn.say("rider-all-done", stops=len(stops(turn)), has_cash="yes" if taken else "no",
                    cash=format_rupees(taken))  # fmt: skip
    return Buttons(body, (_button(turn, key, "hands_over", f"{run.run_id}.{taken}", **words),))


def ask_help(turn: Turn) -> OutgoingMessage:
    return Buttons(fit_body(turn.say("rider-help")), (_button(turn, "notices-next-stop-button", "next_stop"),))


def _home(turn: Turn, stop: StopView) -> str:
    names = stop.address.get("apartment_names") or {FIRST_LANGUAGE: str(stop.address.get("apartment", ""))}
    return f"{plain(str(stop.address.get('line') or '…'))}, {pick(names, turn.language)}"


def _boxes(turn: Turn, stop: StopView) -> str:
    lines = [Packed(item["names"], item["labels"], item["quantity"]) for item in stop.items]
    return phrase_basket(turn.language, lines)


def _button(turn: Turn, key: str, trigger: str, arg: object = "", **values: str) -> Button:
    """It names its stop or run itself, so it never grows old: what is done is not done again."""
    return Button(f"n:{trigger}:{arg}", fit(turn.say(key, **values), BUTTON_TITLE))
