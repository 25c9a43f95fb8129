"""A change of an order is proposed: what it would be, what it costs, what goes back, and one button that does it."""

from __future__ import annotations

from bot.fitting import fit_body, plain
from bot.messages import Buttons, OutgoingMessage
from core.errors import Refusal
from core.money import format_rupees
from core.orders.lifecycle import OrderStatus
from core.orders.queries import find_order
from core.orders.tables import Order
from core.orders.telling import speak_in_chat
from core.payments.changing import Outcome, Shown, change_order, quote_change
from core.reading.sentence import Sentence
from core.wording import has_wording, pick
from flows.agreeing import agrees, declines
from flows.engine import Heard
from flows.my_orders.theirs import Proposal, noted
from flows.phrases import phrase_fee, phrase_lines, phrase_slot, phrase_values
from flows.turn import Turn

STALE = "change-stale"
OVER_CAP = "change-over-cap"


def begin_proposal(turn: Turn, code: str) -> Proposal:
    """A change of this order that changes nothing yet. Raises Refusal `order-unknown` for an order of others."""
    order = find_order(turn.session, code, turn.customer.id)
    if order is None:
        raise Refusal("order-unknown")
    memory = noted(turn)
    memory.shown, memory.proposal = order.code, Proposal(code=order.code)
    return memory.proposal


def proposed_order(turn: Turn) -> Order | None:
    """The order that a change is being put together for, looked up once a turn."""
    code = noted(turn).proposal.code
    if turn.scratch.get("proposed_code") != code:
        found = find_order(turn.session, code, turn.customer.id) if code else None
        turn.scratch["proposed_code"], turn.scratch["proposed_order"] = code, found
    order: Order | None = turn.scratch["proposed_order"]
    return order


def nothing_is_proposed(turn: Turn) -> bool:
    return proposed_order(turn) is None


def propose(turn: Turn) -> None:
    """Work out what the noted change would do. Raises what `change_order` raises, and then it is not proposed."""
    outcome = _quote(turn)
    proposal = noted(turn).proposal
    proposal.version, proposal.total_paise = outcome.version, outcome.after.total_paise
    turn.scratch["outcome"] = outcome


def _quote(turn: Turn) -> Outcome:
    order = proposed_order(turn)
    if order is None:
        raise Refusal("order-unknown")
    proposal = noted(turn).proposal
    try:
        return _quote_of(turn, order.id, proposal)
    except Refusal as refusal:
        if refusal.code != OVER_CAP or proposal.by_link:
            raise
        return _quote_by_link(turn, order.id, proposal, refusal)


def _quote_of(turn: Turn, order_id: int, proposal: Proposal) -> Outcome:
    return quote_change(turn.session, order_id, proposal.as_change(), actor=turn.actor, now=turn.now)


def _quote_by_link(turn: Turn, order_id: int, proposal: Proposal, why_not_cash: Refusal) -> Outcome:
    """What is too much for cash at the door is proposed with a link, where that may be. Raises why not otherwise."""
    proposal.by_link = True
    try:
        return _quote_of(turn, order_id, proposal)
    except Refusal:
        proposal.by_link = False
        raise why_not_cash from None


def ask_proposal(turn: Turn) -> OutgoingMessage:
    """What would become of it; when that cannot be any more, why."""
    code = noted(turn).proposal.code
    keep = turn.button("my-orders-keep-as-it-is-button", "opens_order", code)
    try:
        outcome = turn.scratch.get("outcome") or _quote(turn)
    except Refusal as refusal:
        return Buttons(word_refusal(turn, refusal), (keep,))
    if outcome.is_nothing:
        return Buttons(turn.say("my-orders-nothing-changes", code=code), (keep,))
    do_it = turn.button("my-orders-yes-change-button", "changes_order", f"{code}.{noted(turn).proposal.mark}")
    return Buttons(fit_body(word_proposal(turn, outcome)), (do_it, keep))


def word_refusal(turn: Turn, refusal: Refusal) -> str:
    key = f"errors-{refusal.code}"
    return turn.say(key if has_wording(key) else "errors-other", **phrase_values(turn.language, refusal.values))


def word_proposal(turn: Turn, outcome: Outcome) -> str:
    before, after, language = outcome.before, outcome.after, turn.language
    parts = [turn.say("my-orders-change-to", code=outcome.code)]
    if after.lines != before.lines:
        parts.append(phrase_lines(language, after.lines))
    if (after.starts_at, after.ends_at) != (before.starts_at, before.ends_at):
        parts.append(turn.say("my-orders-change-slot",
                              slot=phrase_slot(language, after.starts_at, after.ends_at, turn.now),
                              old_slot=phrase_slot(language, before.starts_at, before.ends_at, turn.now)))  # fmt: skip
    if (after.home, after.apartment) != (before.home, before.apartment):
        parts.append(turn.say("my-orders-change-home",
                              home=plain(after.home), apartment=pick(after.apartment, language),
                              old_home=plain(before.home), old_apartment=pick(before.apartment, language)))  # fmt: skip
    if after.note != before.note:
        parts.append(turn.say("my-orders-change-note", noted="yes" if after.note else "no", note=plain(after.note)))
    return "\n".join([*parts, "", word_money(turn, outcome)])


def word_money(turn: Turn, outcome: Outcome) -> str:
    """What the change costs: the same as before, or the new total and who owes whom how much."""
    before, after = outcome.before, outcome.after
    if after.total_paise == before.total_paise:
        return turn.say("my-orders-change-same-total", total=format_rupees(after.total_paise))
    kind = "refund" if outcome.refund_paise else "unpaid" if outcome.status is OrderStatus.AWAITING_PAYMENT else (
        "door" if after.due_paise else "paid")  # fmt: skip
    return turn.say(
        "my-orders-change-total",
        total=format_rupees(after.total_paise),
        old_total=format_rupees(before.total_paise),
        fee=phrase_fee(turn.language, after.fee_paise),
        kind=kind,
        refund=format_rupees(outcome.refund_paise),
        due=format_rupees(after.due_paise),
        link="yes" if outcome.asks_anew else "no",
    )


def hear_proposal(turn: Turn, said: Sentence) -> Heard | None:
    """Assent changes it, a refusal keeps it."""
    proposal = noted(turn).proposal
    if agrees(turn, said, "my-orders-yes-change-button"):
        return Heard("changes_order", f"{proposal.code}.{proposal.mark}")
    keeps = declines(turn, said, "my-orders-keep-as-it-is-button")
    return Heard("opens_order", proposal.code) if keeps else None


def is_proposed(turn: Turn) -> bool:
    """Whether a button is about what was proposed last."""
    proposal = noted(turn).proposal
    return proposed_order(turn) is not None and turn.arg == f"{proposal.code}.{proposal.mark}"


def say_proposal_is_old(turn: Turn) -> None:
    turn.arg = turn.arg.partition(".")[0]
    turn.note("my-orders-proposal-is-old")


def _change_as_shown(turn: Turn, order: Order, proposal: Proposal) -> Outcome:
    """What is not as it was shown any more is proposed anew, and then the new button may do it."""
    shown = Shown(proposal.version, proposal.total_paise)
    speak_in_chat(turn.session, order)
    try:
        change = proposal.as_change()
        return change_order(turn.session, order.id, change, actor=turn.actor, now=turn.now, shown=shown)
    except Refusal as refusal:
        if refusal.code == STALE:
            propose(turn)
        raise


def do_proposed(turn: Turn) -> None:
    """Do what was shown, and say what it is now. Raises what `change_order` raises."""
    order, proposal = proposed_order(turn), noted(turn).proposal
    assert order is not None
    outcome = _change_as_shown(turn, order, proposal)
    noted(turn).proposal, noted(turn).line = Proposal(), None
    turn.scratch.clear()
    turn.arg = outcome.code
    turn.note("my-orders-changed", code=outcome.code)
    if outcome.refund_paise:
        turn.note("my-orders-changed-refund", refund=format_rupees(outcome.refund_paise))
    elif outcome.asks_anew:
        renewed = "no" if proposal.by_link else "yes"
        turn.note("my-orders-changed-link", due=format_rupees(outcome.after.due_paise), renewed=renewed)
    elif outcome.after.due_paise > outcome.before.due_paise and outcome.status is OrderStatus.CONFIRMED:
        turn.note("my-orders-changed-due", due=format_rupees(outcome.after.due_paise))
