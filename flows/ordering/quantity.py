"""Changing the cart by taps: which line, and how many of it."""

from __future__ import annotations

from bot.limits import ROWS
from bot.messages import ListMessage, OutgoingMessage, Section
from core.checkout.basket import BasketLine, line_price
from core.money import format_rupees
from core.reading.sentence import Sentence
from core.wording import pick
from flows.engine import Heard
from flows.ordering.cart import hear_change, lines_of
from flows.ordering.fruit import hear_fruit, named_variety, read_id
from flows.ordering.memory import noted
from flows.phrases import phrase_fruit
from flows.turn import Turn

MOST_OFFERED = 8  # more can be typed


def cart_has_one_line(turn: Turn) -> bool:
    return len(turn.customer.cart.lines) == 1


def line_is_in_cart(turn: Turn) -> bool:
    return any(line.pack_id == read_id(turn.arg) for line in turn.customer.cart.lines)


def note_the_only_line(turn: Turn) -> None:
    noted(turn).pack = turn.customer.cart.lines[0].pack_id


def note_the_line(turn: Turn) -> None:
    noted(turn).pack = read_id(turn.arg)


def ask_lines(turn: Turn) -> OutgoingMessage:
    rows = [
        turn.row(
            pick(line.names, turn.language),
            turn.say("ordering-line", pack=pick(line.labels, turn.language), quantity=str(line.quantity),
                     amount=format_rupees(line.line_paise)),
            "picks_line",
            line.pack_id,
        )
        for line in turn.customer.cart.lines[: ROWS - 1]
    ]  # fmt: skip
    rows.append(turn.row(turn.say("ordering-empty-cart-row"), None, "empties_cart"))
    return ListMessage(turn.say("ordering-which-line"), turn.say("ordering-lines-list-button"), (Section(tuple(rows)),))


def hear_lines(turn: Turn, said: Sentence) -> Heard | None:
    """A change said in words, or the fruit to change by its name."""
    del said
    heard = hear_change(turn)
    named = lines_of(turn, named_variety(turn.said_of_fruit)) if heard is None else []
    only_named = turn.said_of_fruit.is_only({"variety"})
    return Heard("picks_line", str(named[0].pack_id)) if only_named and len(named) == 1 else heard


def line_is_gone(turn: Turn) -> bool:
    return noted_line(turn) is None


def ask_quantity(turn: Turn) -> OutgoingMessage:
    line = noted_line(turn)
    assert line is not None
    rows = [
        turn.row(
            str(count),
            format_rupees(line_price(line.unit_price_paise, count)),
            "sets_quantity",
            f"{line.pack_id}x{count}",
        )
        for count in range(1, min(MOST_OFFERED, line.left) + 1)
    ]
    rows.append(turn.row(turn.say("ordering-remove-row"), None, "sets_quantity", f"{line.pack_id}x0"))
    return ListMessage(
        turn.say("ordering-how-many", fruit=phrase_fruit(turn.language, line)),
        turn.say("ordering-quantity-list-button"),
        (Section(tuple(rows)),),
    )


def hear_quantity(turn: Turn, said: Sentence) -> Heard | None:
    """A number or an amount of this line, from a sentence that says nothing else."""
    del said
    if noted_line(turn) is None:
        return None
    return hear_change(turn) or hear_fruit(turn)


def noted_line(turn: Turn) -> BasketLine | None:
    return next((line for line in turn.customer.cart.lines if line.pack_id == noted(turn).pack), None)
