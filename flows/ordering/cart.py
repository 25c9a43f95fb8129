"""The cart: what is in it, what it costs, what is missing, and changing it in words."""

from __future__ import annotations

from bot.fitting import fit_body
from bot.messages import Buttons, OutgoingMessage
from core.carts.actions import add_pack, empty_cart, set_quantity
from core.checkout.basket import BasketLine
from core.checkout.rules import price
from core.errors import Refusal
from core.money import format_rupees
from core.reading.amounts import Amount, read_amount
from core.reading.sentence import Sentence
from core.wording import pick
from core.zones.queries import list_zones
from flows.agreeing import agrees
from flows.engine import Heard
from flows.ordering.fruit import find_offered, hear_fruit, hear_pack_of, named_variety, read_id, read_pair
from flows.ordering.memory import noted
from flows.ordering.said import note_for_undo
from flows.ordering.where import known_homes
from flows.phrases import phrase_fee, phrase_fees, phrase_lines
from flows.turn import Turn

REMOVAL = frozenset({"variety", "do", "want", "answer.yes", "thing", "unit"})


def cart_is_empty(turn: Turn) -> bool:
    return not turn.customer.cart.lines


def cart_has_fruit(turn: Turn) -> bool:
    return turn.customer.has_fruit


def lines_are_gone(turn: Turn) -> bool:
    return bool(turn.customer.cart.dropped)


def say_cart_is_empty(turn: Turn) -> None:
    """Or say what has left it by itself."""
    noted(turn).page = 0
    if turn.customer.cart.dropped:
        drop_what_is_gone(turn)
    else:
        turn.note("ordering-cart-empty")


def say_what_is_missing(turn: Turn) -> None:
    turn.note(
        "errors-below-minimum",
        minimum=format_rupees(turn.customer.price.minimum_paise),
        missing=format_rupees(turn.customer.price.missing_for_minimum_paise),
    )


def put_in_the_cart(turn: Turn) -> None:
    """A pack tapped or a number said. Raises what `add_pack` raises."""
    pair = read_pair(turn.arg)
    if pair is None:
        raise Refusal("quantity-unclear")
    pack_id, count = pair
    note_for_undo(turn)
    add_pack(turn.session, turn.customer.id, pack_id, count, turn.now)
    _note_what_changed(turn, pack_id)


def set_the_quantity(turn: Turn) -> None:
    """So many of a pack, 0 takes it out. Raises what `set_quantity` raises."""
    pair = read_pair(turn.arg)
    if pair is None:
        raise Refusal("quantity-unclear")
    note_for_undo(turn)
    set_quantity(turn.session, turn.customer.id, *pair, turn.now)
    _note_what_changed(turn, pair[0])


def _note_what_changed(turn: Turn, pack_id: int) -> None:
    """`it` is this pack now; the cart is shown with whatever is asked next."""
    noted(turn).pack = pack_id
    turn.scratch["put"] = True
    turn.customer.forget_cart()


def was_just_filled(turn: Turn) -> bool:
    """Whether this turn changed the cart and nothing has shown it yet."""
    return "put" in turn.scratch and cart_has_fruit(turn)


def say_what_is_in_it(turn: Turn) -> None:
    """Before a question of the checkout: so nobody is asked for a home before they saw what it costs."""
    del turn.scratch["put"]
    turn.notes.append(cart_body(turn))


def begins_without_home(turn: Turn) -> bool:
    """Whether this is the first fruit of somebody whose home we do not know: the cart and that question are one."""
    cart = turn.customer.cart
    return not cart.lines and cart.address is None and not known_homes(turn)


def replace_the_line(turn: Turn) -> None:
    """Another pack instead of a line: `old>new x count`. Raises what `set_quantity` raises."""
    old, _, new = turn.arg.partition(">")
    pair, old_id = read_pair(new), read_id(old)
    if pair is None or old_id is None:
        raise Refusal("quantity-unclear")
    note_for_undo(turn)
    with turn.session.begin_nested():
        if old_id != pair[0]:
            set_quantity(turn.session, turn.customer.id, old_id, 0, turn.now)
        set_quantity(turn.session, turn.customer.id, *pair, turn.now)
    noted(turn).pack = pair[0]
    turn.customer.forget_cart()


def empty_the_cart(turn: Turn) -> None:
    note_for_undo(turn)
    empty_cart(turn.session, turn.customer.id, turn.now)
    turn.note("ordering-cart-emptied")
    turn.customer.forget_cart()


def ask_cart(turn: Turn) -> OutgoingMessage:
    buttons = (
        turn.button("ordering-checkout-button", "checks_out"),
        turn.button("ordering-add-more-button", "wants_menu"),
        turn.button("ordering-change-button", "wants_other_lines"),
    )
    return Buttons(cart_body(turn), buttons)


def drop_what_is_gone(turn: Turn) -> None:
    """Lines no longer for sale leave the cart, and we say so (fault F88)."""
    for line in turn.customer.cart.dropped:
        set_quantity(turn.session, turn.customer.id, line.pack_id, 0, turn.now)
        turn.note("ordering-line-gone", name=pick(line.names, turn.language))
    turn.customer.forget_cart()


def cart_body(turn: Turn) -> str:
    cart, cost, language = turn.customer.cart, turn.customer.price, turn.language
    parts = [turn.say("ordering-cart", lines=phrase_lines(language, cart.lines))]
    parts += [
        turn.say("ordering-line-short", name=pick(line.names, language), left=line.left)
        for line in cart.lines if line.left < line.quantity
    ]  # fmt: skip
    if cart.zone:
        parts.append(turn.say("ordering-cart-fee", fee=phrase_fee(language, cost.delivery_fee_paise)))
    else:
        parts += _fee_later(turn)
    parts.append(turn.say("ordering-cart-total", total=format_rupees(cost.total_paise)))
    if cost.missing_for_minimum_paise:
        parts.append(turn.say("ordering-cart-minimum", missing=format_rupees(cost.missing_for_minimum_paise)))
    elif cost.missing_for_free_paise:
        parts.append(turn.say("ordering-cart-free", missing=format_rupees(cost.missing_for_free_paise)))
    return fit_body("\n".join(parts))


def _fee_later(turn: Turn) -> list[str]:
    """What delivery may cost, while we do not know where."""
    fees = [price(turn.customer.cart, zone).delivery_fee_paise for zone in list_zones(turn.session)]
    if not any(fees):
        return [turn.say("ordering-cart-fee", fee=phrase_fee(turn.language, 0))] if fees else []
    return [turn.say("ordering-cart-fee-later", fee=phrase_fees(turn.language, min(fees), max(fees)))]


def hear_cart(turn: Turn, said: Sentence) -> Heard | None:
    changed = hear_change(turn)
    if changed is None and agrees(turn, said):
        return Heard("checks_out")
    return changed or hear_fruit(turn)


def hear_change(turn: Turn) -> Heard | None:
    """`remove kesar`, `kesar 2`, `make it 3`, `2 more`: without a name the line changed last is meant."""
    if not turn.customer.cart.lines:
        return None
    if turn.said_of_fruit.has("change.remove"):
        return hear_removal(turn)
    amount = read_amount(turn.said_of_fruit)
    if amount is None:
        return None
    lines = lines_of(turn, amount.variety) if amount.variety else [line for line in [last_line(turn)] if line]
    return _change_line(turn, amount, lines)


def _change_line(turn: Turn, amount: Amount, lines: list[BasketLine]) -> Heard | None:
    """A bare number counts what the one line is packed in; an amount in dozens or kilos may be another pack."""
    if amount.unit is None and amount.count.denominator == 1 and len(lines) == 1:
        count = int(amount.count) + (lines[0].quantity if amount.adds else 0)
        return Heard("sets_quantity", f"{lines[0].pack_id}x{count}")
    offer = find_offered(turn, lines[0].product_id) if lines else None
    if offer is None:
        return None
    heard = hear_pack_of(turn.said_of_fruit, offer)
    replaces = (
        heard is not None
        and heard.trigger == "sets_quantity"
        and turn.said_of_fruit.has("change.only")
        and len(lines) == 1
    )
    return Heard("replaces_line", f"{lines[0].pack_id}>{heard.arg}") if heard and replaces else heard


def hear_removal(turn: Turn) -> Heard | None:
    """`remove kesar`, `hata do`, when the sentence is nothing else: of the variety named, or of the only line."""
    said = turn.said_of_fruit
    if not said.is_only({"change.remove"}, REMOVAL) or len(set(said.values("variety"))) > 1:
        return None
    named = named_variety(said)
    lines = lines_of(turn, named) if named is not None else list(turn.customer.cart.lines)
    if len(lines) == 1:
        return Heard("sets_quantity", f"{lines[0].pack_id}x0")
    return Heard("wants_other_lines") if lines else None


def lines_of(turn: Turn, product_id: int | None) -> list[BasketLine]:
    """The lines of a variety; of several packs of it, the one changed last alone."""
    lines = [line for line in turn.customer.cart.lines if line.product_id == product_id]
    return [line for line in lines if line.pack_id == noted(turn).pack] or lines


def last_line(turn: Turn) -> BasketLine | None:
    lines = turn.customer.cart.lines
    last = [line for line in lines if line.pack_id == noted(turn).pack]
    return last[0] if last else (lines[0] if len(lines) == 1 else None)
