"""The cart: what is in it, what it costs, what is missing, and changing it in words."""

from __future__ import annotations

from bot.fitting import fit_body
from bot.messages import Buttons, OutgoingMessage
from core.carts.actions import add_pack, empty_cart, set_quantity
from core.carts.queries import CartLine
from core.errors import Refusal
from core.money import format_rupees
from core.wording import pick
from flows.engine import Heard
from flows.lexicon import number_words, said_as
from flows.ordering.fruit import hear_fruit, names_of, read_pair, without_name
from flows.ordering.menu import ask_menu
from flows.ordering.steps import Step
from flows.phrases import phrase_fee, phrase_lines
from flows.turn import Turn
from flows.words import find_named, holds, read_count, tidy, without_phrases


def cart_is_empty(turn: Turn) -> bool:
    return not turn.cart.lines


def cart_has_fruit(turn: Turn) -> bool:
    return bool(turn.cart.lines)


def cart_is_too_small(turn: Turn) -> bool:
    return turn.cart.missing_for_minimum_paise > 0


def say_cart_is_empty(turn: Turn) -> None:
    """Or say what has left it by itself."""
    turn.memory["page"] = 0
    if turn.cart.dropped:
        drop_what_is_gone(turn)
    else:
        turn.note("ordering-cart-empty")


def say_what_is_missing(turn: Turn) -> None:
    turn.note(
        "errors-below-minimum",
        minimum=format_rupees(turn.cart.minimum_paise),
        missing=format_rupees(turn.cart.missing_for_minimum_paise),
    )


def put_in_the_cart(turn: Turn) -> None:
    """A pack tapped or a number said. Raises what `add_pack` raises."""
    pair = read_pair(turn.arg)
    if pair is None:
        raise Refusal("quantity-unclear")
    pack_id, count = pair
    add_pack(turn.session, turn.customer_id, pack_id, count, turn.now)
    turn.memory["pack"] = pack_id
    turn.forget_cart()


def set_the_quantity(turn: Turn) -> None:
    """So many of a pack, 0 takes it out. Raises what `set_quantity` raises."""
    pair = read_pair(turn.arg)
    if pair is None:
        raise Refusal("quantity-unclear")
    set_quantity(turn.session, turn.customer_id, *pair, turn.now)
    turn.memory["pack"] = pair[0]
    turn.forget_cart()


def empty_the_cart(turn: Turn) -> None:
    empty_cart(turn.session, turn.customer_id, turn.now)
    turn.note("ordering-cart-emptied")
    turn.forget_cart()


def ask_cart(turn: Turn) -> OutgoingMessage:
    drop_what_is_gone(turn)
    if not turn.cart.lines:
        say_cart_is_empty(turn)
        turn.step = Step.MENU
        return ask_menu(turn)
    buttons = (
        turn.button("ordering-checkout-button", "checks_out"),
        turn.button("ordering-add-more-button", "wants_menu"),
        turn.button("ordering-change-button", "wants_other_lines"),
    )
    return Buttons(cart_body(turn), buttons)


def drop_what_is_gone(turn: Turn) -> None:
    """Lines no longer for sale leave the cart, and we say so (fault F88)."""
    gone = turn.cart.dropped
    for line in gone:
        set_quantity(turn.session, turn.customer_id, line.pack_id, 0, turn.now)
        turn.note("ordering-line-gone", name=pick(line.names, turn.language))
    if gone:
        turn.forget_cart()


def cart_body(turn: Turn) -> str:
    cart, language = turn.cart, turn.language
    parts = [turn.say("ordering-cart", lines=phrase_lines(language, cart.lines))]
    parts += [
        turn.say("ordering-line-short", name=pick(line.names, language), left=line.left)
        for line in cart.lines if line.left < line.quantity
    ]  # fmt: skip
    if cart.zone:
        parts.append(turn.say("ordering-cart-fee", fee=phrase_fee(language, cart.fee_paise)))
    parts.append(turn.say("ordering-cart-total", total=format_rupees(cart.total_paise)))
    if cart.missing_for_minimum_paise:
        parts.append(turn.say("ordering-cart-minimum", missing=format_rupees(cart.missing_for_minimum_paise)))
    elif cart.missing_for_free_paise:
        parts.append(turn.say("ordering-cart-free", missing=format_rupees(cart.missing_for_free_paise)))
    return fit_body("\n".join(parts))


def hear_cart(turn: Turn, words: str) -> Heard | None:
    if words in said_as("yes"):
        return Heard("checks_out")
    return hear_change(turn, words) or hear_fruit(turn, words)


def hear_change(turn: Turn, words: str) -> Heard | None:
    """`remove kesar`, `kesar 2`, `make it 3`: without a name the line changed last is meant."""
    lines = turn.cart.lines
    line = named_line(turn, words)
    names = [tidy(name) for name in line.names.values()] if line else []
    rest = without_name(words, [*names, *_aliases(turn, line)]) if line else words
    meant = line or last_line(turn)
    if meant is None or not lines:
        return None
    if holds(words, said_as("remove")):
        return Heard("sets_quantity", f"{meant.pack_id}x0") if line or len(lines) == 1 else Heard("wants_other_lines")
    count = read_count(without_phrases(rest, said_as("filler")), number_words())
    unclear = line is None and not _is_only_a_number(words)
    return None if count is None or unclear else Heard("sets_quantity", f"{meant.pack_id}x{count}")


def _is_only_a_number(words: str) -> bool:
    fillers = said_as("filler") | number_words().keys()
    return all(word in fillers or word.isdigit() for word in words.split())


def _aliases(turn: Turn, line: CartLine) -> list[str]:
    offers = [offer for offer in turn.offers if offer.product_id == line.product_id]
    return list(names_of(offers))


def named_line(turn: Turn, words: str) -> CartLine | None:
    """The line whose variety is named; the one changed last when several packs of it are in the cart."""
    names = {tidy(name): line.product_id for line in turn.cart.lines for name in line.names.values()}
    in_cart = set(names.values())
    names |= {name: owner for name, owner in names_of(turn.offers).items() if owner in in_cart}
    product_id = find_named(words, names)
    lines = [line for line in turn.cart.lines if line.product_id == product_id]
    return next((line for line in lines if line.pack_id == turn.memory.get("pack")), lines[0] if lines else None)


def last_line(turn: Turn) -> CartLine | None:
    lines = turn.cart.lines
    noted = [line for line in lines if line.pack_id == turn.memory.get("pack")]
    return noted[0] if noted else (lines[0] if len(lines) == 1 else None)
