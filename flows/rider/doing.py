"""What a rider does: leaves, hands over, could not, takes back; each is a verb of core's in his own run."""

from __future__ import annotations

from bot.fitting import fit, fit_body
from bot.inbound import InboundKind
from bot.limits import BUTTON_TITLE, ROW_TITLE
from bot.messages import Button, Buttons, ListMessage, OutgoingMessage, Row, Section, Text
from core.delivery.codes import check_code
from core.delivery.queries import StopView
from core.delivery.riding import (
    ask_upi,
    deliver_stop,
    end_run,
    fail_stop,
    keep_proof,
    last_done,
    skip_stop,
    start_run,
    undo_last,
)
from core.delivery.rules import MOST_TRIES
from core.errors import Refusal
from core.media.attachments import want_attachment
from core.money import format_rupees
from core.orders.rules import FailureReason
from core.reading.sentence import Sentence
from flows.engine import Heard
from flows.ordering.fruit import read_id
from flows.rider.run import (
    current_run,
    has_stop,
    is_done,
    is_shown,
    left,
    look_again,
    named_after,
    named_paise,
    named_stop,
    named_sum,
    next_stop,
    noted,
    stops,
)
from flows.rider.showing import collected_button
from flows.rider.steps import Step
from flows.rider.words import read_code, read_command, read_reason, read_sum
from flows.turn import Turn

TRIGGERS = {
    "start": "starts_run",
    "next": "next_stop",
    "list": "lists",
    "skip": "skips",
    "undo": "undoes",
    "cash": "shows_cash",
    "help": "asks_help",
    "delivered": "delivers",
    "problem": "has_problem",
}
# Of commands that are about the stop that comes next.
OF_A_STOP = {"skip", "delivered", "problem"}
REASONS = {reason.value: reason for reason in FailureReason}


def hear(turn: Turn, said: Sentence) -> Heard | None:
    """A command, the four digits where they are asked, or a sum: of the stop that is shown, or of the whole run."""
    command = read_command(said.typed)
    if command in OF_A_STOP:
        return Heard(TRIGGERS[command], str(next_stop(turn).stop_id)) if has_stop(turn) else Heard("next_stop")
    if command is not None:
        return Heard(TRIGGERS[command])
    code = read_code(said.typed)
    if code is not None and turn.step == Step.CODE:
        return Heard("says_code", code)
    reason = read_reason(said.typed)
    if reason is not None and has_stop(turn):
        return _hear_reason(turn, reason)
    return _hear_sum(turn, said.typed)


def _hear_reason(turn: Turn, reason: FailureReason) -> Heard:
    """Where it was asked for it is the answer; elsewhere it is asked, because nobody is asked back by mistake."""
    if turn.step == Step.PROBLEM:
        return Heard("fails", f"{noted(turn).stop_id}.{reason.value}")
    return Heard("has_problem", str(next_stop(turn).stop_id))


def _hear_sum(turn: Turn, typed: str) -> Heard | None:
    named, run = read_sum(typed), current_run(turn)
    if named is None or run is None:
        return None
    if is_done(turn):
        return Heard("hands_over", f"{run.run_id}.{named.cash_paise + named.upi_paise}")
    if not has_stop(turn):
        return None
    return Heard("names_sum", f"{next_stop(turn).stop_id}.{named.cash_paise}.{named.upi_paise}")


def start(turn: Turn) -> None:
    """Raises what `start_run` raises."""
    run = current_run(turn)
    run_id = read_id(turn.arg) or (run.run_id if run else 0)
    with turn.session.begin_nested():
        start_run(turn.session, run_id, actor=turn.actor, now=turn.now)
    look_again(turn)


def asks_for_digits(turn: Turn) -> bool:
    """Whether this stop's digits are to be said before it is handed over."""
    return any(stop.asks_code for stop in left(turn) if stop.stop_id == named_stop(turn))


def no_digits_are_asked(turn: Turn) -> bool:
    """They were right, or the stop is done or gone."""
    return not any(stop.asks_code for stop in left(turn) if stop.stop_id == noted(turn).stop_id)


def note_the_sum(turn: Turn) -> None:
    noted(turn).stop_id, noted(turn).cash_paise = named_stop(turn), named_paise(turn)


def deliver(turn: Turn) -> None:
    """Raises what `deliver_stop` raises."""
    _deliver(turn, named_stop(turn), named_paise(turn))


def _deliver(turn: Turn, stop_id: int, cash_paise: int) -> None:
    with turn.session.begin_nested():
        order = deliver_stop(turn.session, stop_id, cash_paise=cash_paise, actor=turn.actor, now=turn.now)
    look_again(turn)
    turn.note("rider-done", code=order.code, has_sum="yes" if cash_paise else "no", sum=format_rupees(cash_paise))


def say_digits(turn: Turn) -> None:
    """A wrong try is counted and said; the right digits hand over what was named. Raises as `check_code`."""
    memory = noted(turn)
    if check_code(turn.session, memory.stop_id, turn.arg, actor=turn.actor, now=turn.now):
        look_again(turn)
        stop = next((each for each in left(turn) if each.stop_id == memory.stop_id), None)
        if stop is not None and memory.cash_paise == stop.due_paise:
            _deliver(turn, memory.stop_id, memory.cash_paise)
    else:
        turn.note("rider-wrong-code", most=MOST_TRIES)


def ask_code(turn: Turn) -> OutgoingMessage:
    stop_id = noted(turn).stop_id
    problem = Button(f"n:has_problem:{stop_id}", fit(turn.say("rider-problem-button"), BUTTON_TITLE))
    return Buttons(turn.say("rider-which-code"), (problem,))


def is_exact(turn: Turn) -> bool:
    named = named_sum(turn)
    return is_shown(turn) and not named.upi_paise and named.cash_paise == next_stop(turn).due_paise


def is_more(turn: Turn) -> bool:
    named = named_sum(turn)
    return is_shown(turn) and not named.upi_paise and named.cash_paise > next_stop(turn).due_paise


def is_partly_upi(turn: Turn) -> bool:
    named = named_sum(turn)
    return is_shown(turn) and named.upi_paise > 0 and _is_whole(turn, next_stop(turn))


def _is_whole(turn: Turn, stop: StopView) -> bool:
    return named_sum(turn).cash_paise + named_sum(turn).upi_paise == stop.due_paise


def name_its_cash(turn: Turn) -> None:
    """As the button of that stop says it."""
    turn.arg = f"{named_stop(turn)}.{named_sum(turn).cash_paise}"


def name_its_link(turn: Turn) -> None:
    turn.arg = f"{named_stop(turn)}.{named_sum(turn).upi_paise}"


def say_what_is_due(turn: Turn) -> None:
    """The sum was another one, or the stop is not the one that was shown."""
    if not is_shown(turn):
        turn.note("rider-list-changed")
        return
    named, stop = named_sum(turn), next_stop(turn)
    turn.note("rider-other-sum", due=format_rupees(stop.due_paise),
              named=format_rupees(named.cash_paise + named.upi_paise))  # fmt: skip


def ask_change(turn: Turn) -> OutgoingMessage:
    """How much goes back to who handed over more."""
    stop, handed = next_stop(turn), named_sum(turn).cash_paise
    body = turn.say("rider-give-back", handed=format_rupees(handed), due=format_rupees(stop.due_paise),
                    back=format_rupees(handed - stop.due_paise))  # fmt: skip
    return Buttons(body, (collected_button(turn, stop),))


def nothing_to_give_back(turn: Turn) -> bool:
    return not has_stop(turn) or named_sum(turn).cash_paise <= next_stop(turn).due_paise


def send_link(turn: Turn) -> None:
    """Raises what `ask_upi` raises."""
    with turn.session.begin_nested():
        link = ask_upi(turn.session, named_stop(turn), named_paise(turn), actor=turn.actor, now=turn.now)
    look_again(turn)
    turn.scratch["link_paise"] = link.amount_paise


def ask_link(turn: Turn) -> OutgoingMessage:
    stop = next_stop(turn)
    asked = turn.scratch.get("link_paise") or stop.link_paise or 0
    rest = max(stop.due_paise - asked, 0)
    body = turn.say("rider-link-sent", sum=format_rupees(asked), has_rest="yes" if rest else "no",
                    rest=format_rupees(rest))  # fmt: skip
    look = Button("n:next_stop:", fit(turn.say("rider-look-button"), BUTTON_TITLE))
    return Buttons(body, (look, collected_button(turn, stop)))


def skip(turn: Turn) -> None:
    """Raises what `skip_stop` raises."""
    skip_stop(turn.session, named_stop(turn), actor=turn.actor, now=turn.now)
    look_again(turn)


def ask_problem(turn: Turn) -> OutgoingMessage:
    stop_id = noted(turn).stop_id = named_stop(turn) or next_stop(turn).stop_id
    rows = [Row(f"n:fails:{stop_id}.{reason.value}", fit(turn.say(f"rider-reason-{reason.value}-row"), ROW_TITLE))
            for reason in FailureReason]  # fmt: skip
    rows.append(Row("n:next_stop:", fit(turn.say("rider-no-problem-row"), ROW_TITLE)))
    return ListMessage(turn.say("rider-what-problem"), turn.say("rider-reasons-list-button"), (Section(tuple(rows)),))


def fail(turn: Turn) -> None:
    """Raises what `fail_stop` raises, and `stop-unknown` for a reason that is none of ours."""
    reason = REASONS.get(named_after(turn))
    if reason is None:
        raise Refusal("stop-unknown")
    with turn.session.begin_nested():
        order = fail_stop(turn.session, named_stop(turn), reason, actor=turn.actor, now=turn.now)
    look_again(turn)
    turn.note("rider-failed", code=order.code)


def undo(turn: Turn) -> None:
    """Raises what `undo_last` raises."""
    run = current_run(turn)
    with turn.session.begin_nested():
        order = undo_last(turn.session, run.run_id if run else 0, actor=turn.actor, now=turn.now)
    look_again(turn)
    turn.note("rider-undone", code=order.code)


def hand_over(turn: Turn) -> None:
    """Raises what `end_run` raises."""
    with turn.session.begin_nested():
        end_run(turn.session, named_stop(turn), declared_paise=named_paise(turn), actor=turn.actor, now=turn.now)
    look_again(turn)
    turn.scratch["declared"] = named_paise(turn)


def ask_ended(turn: Turn) -> OutgoingMessage:
    declared = int(turn.scratch.get("declared", 0))
    return Text(fit_body(turn.say("rider-ended", has_cash="yes" if declared else "no", cash=format_rupees(declared))))


def brings_a_photo(turn: Turn) -> bool:
    return turn.inbound.kind is InboundKind.MEDIA and turn.inbound.media_type == "image" and bool(stops(turn))


def keep_photo(turn: Turn) -> None:
    """As proof of the stop that was done last, else of the one that comes next."""
    inbound = turn.inbound
    want_attachment(turn.session, turn.chat.id, message_id=inbound.message_id, media_id=inbound.media_id,
                    kind=inbound.media_type, mime_type=inbound.mime_type, filename=inbound.filename,
                    now=turn.now)  # fmt: skip
    run = current_run(turn)
    last = last_done(turn.session, run.run_id, str(turn.actor)) if run else None
    stop = next((each for each in stops(turn) if each.stop_id == last), None) or next_stop(turn)
    keep_proof(turn.session, stop.stop_id, inbound.message_id, actor=turn.actor)
    turn.note("rider-photo-kept", code=stop.code)
