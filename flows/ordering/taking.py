"""Taking in what a line said of an order: fruit into the cart, the rest into the chat's memory until its turn comes.

2 dozen hapus kal subah B-1203 cod   → in the cart; the home, the window and the way to pay follow in their turn
18 pieces kesar                      → the question which packs, everything else is kept
"""

from __future__ import annotations

from dataclasses import replace

from core.carts.actions import set_quantity
from core.clock import business_day
from core.errors import Refusal
from core.reading.meaning import Doubt, Intent, Item
from core.settings import get_settings
from flows.facts.fruit import say_when_it_comes
from flows.ordering.again import (
    choose_next_window,
    has_no_last_order,
    is_of_just_now,
    refill_from_last,
    say_nothing_to_repeat,
    should_propose,
)
from flows.ordering.cart import put_in_the_cart, set_the_quantity
from flows.ordering.fruit import read_id, read_pair
from flows.ordering.memory import noted
from flows.ordering.menu import open_the_menu
from flows.ordering.naming import is_named
from flows.ordering.nodding import note_the_rest
from flows.ordering.planning import Asked, Put, Why, plan_item
from flows.ordering.said import Before, Said, kept, note_for_undo, packs_in_cart, together, told
from flows.ordering.shelf import shelf_of
from flows.ordering.steps import Step
from flows.ordering.where import names_several_places
from flows.phrases import phrase_values
from flows.turn import Turn


def take_the_line(turn: Turn) -> None:
    """All that the line said, after what was said before it."""
    note_the_cart(turn)
    turn.scratch["line"] = True
    said = _in_the_society_asked_about(turn, told(turn))
    if Doubt.HOME in turn.meaning.doubts and said.home is None and names_several_places(turn):
        turn.note("ordering-one-home")
    names_fruit = any(item.variety is not None or item.stranger for item in said.items)
    of_the_same = turn.step == Step.AGAIN and (turn.meaning.intent is Intent.CHANGE or not names_fruit)
    _take(turn, said.model_copy(update={"again": True}) if of_the_same else said)


def _in_the_society_asked_about(turn: Turn, said: Said) -> Said:
    """Where tower or flat of a society is asked for, a home without a society is one there."""
    asked = turn.step in {Step.FLAT, Step.TOWER, Step.CHECKING} and said.home is not None
    if not asked or said.home is None or said.home.apartment is not None or said.home.elsewhere:
        return said
    return said.model_copy(update={"home": replace(said.home, apartment=noted(turn).apartment)})


def take_the_line_anew(turn: Turn) -> None:
    """An edit of the line heard last: as if it had been said like this. The next edit of it is one of the same line."""
    message = turn.inbound.target_id
    take_it_back(turn)
    take_the_line(turn)
    before = kept(turn).before
    assert before is not None
    kept(turn).before = before.model_copy(update={"message": message})


def take_what_was_unsure(turn: Turn) -> None:
    """The line that was asked about, now that they say it is right."""
    said = kept(turn).unsure or Said()
    kept(turn).unsure = None
    note_the_cart(turn)
    _take(turn, said)


def _take(turn: Turn, said: Said) -> None:
    memory = kept(turn)
    memory.unsure = None
    said = _of_both(turn, said)
    waiting = _still_asked(turn, said)
    turn.scratch["was_asked"] = memory.asked.product if memory.asked else None
    if said.items:
        memory.asked = None
    if said.again and is_of_just_now(turn, said):
        said = said.model_copy(update={"again": False})
    if said.again and said.items and has_no_last_order(turn):
        if not any(map(is_named, said.items)):
            say_nothing_to_repeat(turn)
        said = said.model_copy(update={"again": False})  # `phir se 1 dozen hapus`
    if said.again and not refill_from_last(turn):
        say_nothing_to_repeat(turn)
        said = said.model_copy(update={"items": (), "again": False})
    turn.scratch["beside"] = not said.items and not said.again
    note_the_rest(turn, said)
    memory.said = together(memory.said, said, business_day(turn.now, get_settings().zone))
    memory.said = memory.said.model_copy(update={"items": (*memory.said.items, *waiting)})
    if said.wish is not None:
        memory.later = said.wish if said.wish.days else None
    settle_items(turn)
    if said.again and said.wish is None:
        choose_next_window(turn)


def _of_both(turn: Turn, said: Said) -> Said:
    """`both 1 dozen`, `dono ek ek darjan` on the page of a fruit: so much of the other one too, which was named with it
    and waits, or was looked at before it."""
    memory = kept(turn)
    each = turn.said_as_line.has("each") and turn.step in {Step.VARIETY, Step.PACK}
    if not each or len(said.items) != 1 or said.items[0].variety != noted(turn).product:
        return said
    [item] = said.items
    waiting = {other.variety for other in memory.said.items if other.variety and other.count is None}
    memory.said = memory.said.model_copy(
        update={"items": tuple(other for other in memory.said.items if other.variety not in waiting)}
    )
    seen = noted(turn).seen
    others = waiting or ({seen} if seen is not None and seen != item.variety else set())
    return said.model_copy(update={"items": (item, *(replace(item, variety=other) for other in sorted(others)))})


def _still_asked(turn: Turn, said: Said) -> tuple[Item, ...]:
    """The fruit that we just asked about, when other fruit is named instead of an answer: it is asked about again."""
    asked = kept(turn).asked
    shown = turn.step in {Step.ASKING, Step.PACK, Step.VARIETY} and asked is not None and asked.product is not None
    if not shown or asked is None or said.again or said.changes:
        return ()
    named = {item.variety for item in said.items}
    return () if named & {None, asked.product} else (asked.item,)


def settle_items(turn: Turn) -> None:
    """Fruit that is beyond doubt goes into the cart; the first question stops, and what comes after it waits."""
    memory = kept(turn)
    while memory.said.items and memory.asked is None:
        item, *rest = memory.said.items
        corrects = memory.said.changes or memory.said.again
        memory.said = memory.said.model_copy(update={"items": tuple(rest)})
        planned = plan_item(item, shelf_of(turn), changes=corrects)
        if isinstance(planned, Asked):
            _ask_or_tell(turn, planned)
        else:
            put_all(turn, planned)
    if memory.asked is None:
        memory.said = memory.said.model_copy(update={"changes": False, "again": False})


def _ask_or_tell(turn: Turn, asked: Asked) -> None:
    """A question is kept; what only has to be said becomes a line before the next question."""
    if asked.why is Why.STRANGER:
        turn.note("ordering-stranger", name=asked.item.stranger.title())
    elif asked.why is Why.GONE or (asked.why is Why.LEFT and not asked.choices):
        turn.notes.append(say_when_it_comes(turn, asked.product or asked.item.variety or 0))
    elif asked.why is Why.NOT_THERE:
        if asked.item.variety is None or asked.item.variety != turn.scratch.get("was_asked"):
            turn.note("ordering-not-in-cart")
    else:
        kept(turn).asked = asked
        return
    turn.scratch["told"] = True


def put_all(turn: Turn, puts: tuple[Put, ...]) -> None:
    """All of it or none: what the shop refuses is said, and the cart stays as it was."""
    try:
        with turn.session.begin_nested():
            note_for_undo(turn)
            for put in puts:
                set_quantity(turn.session, turn.customer.id, put.pack_id, put.quantity, turn.now)
    except Refusal as refusal:
        turn.note(f"errors-{refusal.code}", **phrase_values(turn.language, refusal.values))
        turn.scratch["told"] = True
    else:
        noted(turn).pack = puts[-1].pack_id if puts and puts[-1].quantity else None
        turn.scratch["put"] = True
    turn.customer.forget_cart()


def note_the_cart(turn: Turn) -> None:
    """Remember the cart as it is, for when this very line is edited before anybody acted on its answer."""
    kept(turn).before = Before(turn=turn.number, message=turn.inbound.message_id, packs=packs_in_cart(turn))


def was_just_said(turn: Turn) -> bool:
    """Whether the message that is edited is the last one that was heard, and an order line of the cart."""
    before = kept(turn).before
    return before is not None and before.message == turn.inbound.target_id and before.turn in {
        turn.number, turn.number - 1}  # fmt: skip


def take_it_back(turn: Turn) -> None:
    """The cart as it was before that line, and nothing of what it said."""
    before = kept(turn).before
    assert before is not None
    _fill_with(turn, before.packs)
    memory = kept(turn)
    memory.said, memory.asked, memory.unsure = Said(), None, None


def _fill_with(turn: Turn, packs: dict[int, int]) -> None:
    """These packs in the cart, and no others."""
    gone = dict.fromkeys(packs_in_cart(turn), 0)
    put_all(turn, tuple(Put(pack_id, quantity) for pack_id, quantity in (gone | packs).items()))


def can_undo(turn: Turn) -> bool:
    """Whether the cart was changed since this order began, and nothing of it is being paid."""
    undo = kept(turn).undo
    return undo is not None and undo != packs_in_cart(turn) and turn.step != Step.PAYING


def undo_the_change(turn: Turn) -> None:
    """The cart as it was before its last change, and nothing that still waited to be put into it."""
    packs = kept(turn).undo or {}
    _fill_with(turn, packs)
    memory = kept(turn)
    memory.said, memory.undo = memory.said.model_copy(update={"items": ()}), None
    memory.asked = memory.unsure = None
    turn.note("ordering-undone")


def say_nothing_to_undo(turn: Turn) -> None:
    turn.note("ordering-nothing-to-undo")


def empties_an_order(turn: Turn) -> bool:
    """Whether the last fruit was taken out of an order that is kept for them: that is a cancellation, and asked."""
    return "put" in turn.scratch and not turn.customer.cart.lines and noted(turn).order is not None


def name_the_order(turn: Turn) -> None:
    turn.arg = noted(turn).order_code


def could_mean_the_same(turn: Turn) -> bool:
    """Whether a regular told a time, a home or a way to pay and no fruit: the same as last time is proposed with it."""
    spoke_of_fruit = "put" in turn.scratch or "told" in turn.scratch
    return not turn.customer.cart.lines and not spoke_of_fruit and should_propose(turn)


def say_what_is_noted(turn: Turn) -> None:
    """There is no fruit yet, or none any more: the menu, and what was said besides is not lost."""
    open_the_menu(turn)
    waits = kept(turn).said.wish or kept(turn).said.home or kept(turn).said.payment
    if waits and "told" not in turn.scratch:
        turn.note("ordering-which-for-that")
    elif "put" in turn.scratch:
        turn.note("ordering-cart-empty")


def choose_the_mix(turn: Turn) -> None:
    """A button of a question, or of the summary: the packs that it names. Raises Refusal `quantity-unclear`."""
    puts = tuple(Put(*pair) for part in turn.arg.split(".") if (pair := read_pair(part)) is not None)
    if not puts:
        raise Refusal("quantity-unclear")
    put_all(turn, puts)
    go_on_with_the_rest(turn)


def answers_which_mango(turn: Turn) -> bool:
    """Whether a variety that is picked now is the one of which so many were said."""
    asked, product = kept(turn).asked, read_id(turn.arg)
    waits = asked is not None and asked.why is Why.VARIETY and asked.item.count is not None
    return waits and turn.customer.offer_of(product) is not None


def take_the_mango(turn: Turn) -> None:
    asked = kept(turn).asked
    assert asked is not None
    named = replace(asked.item, variety=read_id(turn.arg))
    said = kept(turn).said
    kept(turn).said = said.model_copy(update={"items": (named, *said.items)})
    go_on_with_the_rest(turn)


def more_was_said(turn: Turn) -> bool:
    """Whether a pack that is chosen now is one part of something longer that was said."""
    asked = kept(turn).asked
    answers = asked is not None and asked.why in {Why.PACK, Why.COUNT} and asked.product == noted(turn).product
    return answers or kept(turn).said.waits


def add_and_go_on(turn: Turn) -> None:
    """Raises what `put_in_the_cart` raises."""
    put_in_the_cart(turn)
    go_on_with_the_rest(turn)


def set_and_go_on(turn: Turn) -> None:
    """Raises what `set_the_quantity` raises."""
    set_the_quantity(turn)
    go_on_with_the_rest(turn)


def go_on_with_the_rest(turn: Turn) -> None:
    """The question is answered: what was said after it has its turn."""
    kept(turn).asked = None
    settle_items(turn)
