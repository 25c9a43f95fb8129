"""Hearing a whole line: whether it tells, or corrects, an order, and whether it may be taken in as it is.

Words that nobody knows, or a no of which it is not clear what it refuses, stop it: then we ask whether that is right.
"""

from __future__ import annotations

from core.orders.queries import orders_under_way
from core.reading.amounts import read_amount
from core.reading.meaning import Change, Intent, Item, Meaning
from flows.denied import is_denied, refuses_removal
from flows.engine import Heard
from flows.ordering.flat import is_a_whole_home
from flows.ordering.memory import noted
from flows.ordering.moving import is_moving
from flows.ordering.naming import is_named
from flows.ordering.said import Said, parts_of, told
from flows.ordering.steps import Step
from flows.ordering.taking import was_just_said
from flows.turn import Turn

# Steps that hear a home, a number or a note themselves; a line must tell more than one thing to be heard before them.
OWN_PAGES = frozenset({Step.VARIETY, Step.PACK, Step.LINES, Step.QUANTITY})
OWN_HOMES = frozenset({Step.WHERE, Step.FLAT, Step.TOWER, Step.CHECKING})
TAKES_NUMBERS = frozenset({Step.CART, Step.ASKING, Step.UNSURE})
ASKS_WHAT_IT_COUNTS = frozenset({Step.SUMMARY, Step.CHANGES})
DOING = frozenset({"change", "do", "want", "deny", "courtesy.give", "command", "thing"})


def hear_long_line(turn: Turn) -> Heard | None:
    """A line that tells more than the step asks for: it goes before the step's own hearing."""
    said = _said(turn)
    if said is None or (turn.step in OWN_PAGES and said.kinds < 2 and not _is_more_than_the_page_hears(turn, said)):
        return None
    names_fruit = any(not _only_names(item) or item.stranger for item in said.items)
    is_long = said.kinds > 1 or len(said.items) > 1 or names_fruit
    if turn.step in OWN_HOMES and not _tells_more_than_a_home(turn, said):
        return None
    return _heard(turn) if is_long else None


def _only_names(item: Item) -> bool:
    """`langra`: how much of it, or in whose place, is not said."""
    return item.count is None and item.change is Change.SET and item.instead_of is None


def _is_more_than_the_page_hears(turn: Turn, said: Said) -> bool:
    """Whether it is of other fruit, takes out the one that is asked about, or is more than a number and its unit: of `a
    dozen and a half` the page would hear the half."""
    amount = read_amount(turn.said)
    [item] = said.items if len(said.items) == 1 else [None]
    says_more = item is not None and amount is not None and item.count not in {None, amount.count}
    takes_out = item is not None and item.change is Change.REMOVE and item.variety == noted(turn).product
    return says_more or takes_out or _names_other_fruit(turn, said)


def _names_other_fruit(turn: Turn, said: Said) -> bool:
    """Whether so much is said of another fruit than the one on the page, or of several."""
    others = [item for item in said.items if item.variety != noted(turn).product and (item.variety or item.stranger)]
    return len(said.items) > 1 or any(item.count is not None for item in others)


def _tells_more_than_a_home(turn: Turn, said: Said) -> bool:
    """What the step reads as a home, whole, is one (`Lotus Court 2-12`), and a word for the rider is a part of it."""
    if turn.meaning.leftovers or is_denied(turn.meaning, turn.said, turn.said_as_line):
        return False
    if said.items or said.again:
        return True
    return bool(said.wish or said.payment or said.phone) and not is_a_whole_home(turn)


def hear_short_line(turn: Turn) -> Heard | None:
    """One part of an order, where the step itself made nothing of it: a day at the cart, a way to pay at the menu.

    A bare number where fruit is shown and nothing of it is asked may count it, and is asked about."""
    if _may_count(turn) and turn.step in ASKS_WHAT_IT_COUNTS and turn.customer.cart.lines:
        return Heard("asks_what_it_counts")
    said = _said(turn)
    uncounted = said is not None and any(map(_only_names, said.items))
    at_home = turn.step in OWN_HOMES and (bool(turn.meaning.leftovers) or (said is not None and said.home is not None))
    is_only_a_name = uncounted and said is not None and said.kinds == 1
    return None if said is None or is_only_a_name or at_home else _heard(turn)


def names_only_fruit(turn: Turn) -> bool:
    """`langra`, where a home is asked for: a variety and nothing else, and no place of ours has that name."""
    meaning = turn.meaning
    is_order = meaning.intent is Intent.ORDER and len(meaning.items) == 1 and meaning.items[0].variety is not None
    return is_order and meaning.home is None and turn.said_of_fruit.is_only({"variety"}, {"courtesy", "want"})


def rereads(turn: Turn) -> bool:
    """Whether an edit is of the line heard last, nothing happened since, and its new words are a clear line too."""
    return was_just_said(turn) and is_of_an_order(turn.meaning) and not has_acted(turn)


def has_acted(turn: Turn) -> bool:
    """Whether money is asked for already: what is being paid is not changed by an edit."""
    return turn.step == Step.PAYING


def _said(turn: Turn) -> Said | None:
    """What it tells, where such lines are heard at all: not while an order moves, a note is written, a person asked."""
    if turn.step == Step.NOTE or is_moving(turn):
        return None
    said = told(turn)
    if said.kinds and is_of_a_placed_order(turn):
        return None
    counts_nothing = is_bare_number(turn) or _is_a_sum(turn.meaning, said)
    return None if not said.kinds or (counts_nothing and turn.step not in TAKES_NUMBERS) else said


def is_bare_number(turn: Turn) -> bool:
    """`7`, `7-9`, `2 please`: a number, and not a word that tells what it counts or what shall be done with it."""
    does = any(span.means(DOING) and not span.means({"number"}) for span in turn.said.spans)
    return _counts_nothing_named(turn.meaning) and parts_of(turn.meaning).kinds == 1 and not does


def _may_count(turn: Turn) -> bool:
    """A number alone may count fruit; not beside words that ask, or that nobody knows: `why 40 delivery`, `FIRST50`."""
    others = [left for left in turn.meaning.leftovers if not left.isdigit()]
    return is_bare_number(turn) and not (others or turn.meaning.asks or turn.said_as_line.has("stop", "ask", "coupon"))


def _counts_nothing_named(meaning: Meaning) -> bool:
    """Whether all that it tells of fruit is one number, of no fruit, in no unit, and not more or less of anything."""
    items = meaning.items
    nameless = len(items) == 1 and items[0].variety is None and not items[0].stranger and items[0].unit is None
    return nameless and items[0].change is Change.SET


def _is_a_sum(meaning: Meaning, said: Said) -> bool:
    """`cash 840`: a number that counts nothing we know of, beside a way to pay and nothing else."""
    return _counts_nothing_named(meaning) and bool(said.payment) and said.kinds == 2


def is_of_a_placed_order(turn: Turn) -> bool:
    """Whether a correction speaks of an order that is placed: there is no cart, none is kept, and one is under way."""
    names_fruit = any(item.variety is not None or item.stranger for item in turn.meaning.items)
    corrects = turn.meaning.intent is Intent.CHANGE or (turn.meaning.intent is Intent.PART and bool(turn.meaning.note))
    ours = turn.customer.cart.lines or noted(turn).order is not None or turn.step == Step.AGAIN
    if ours or not turn.customer.has_ordered or not (corrects or (_adds(turn.meaning) and not names_fruit)):
        return False
    return bool(orders_under_way(turn.session, turn.customer.id))


def _adds(meaning: Meaning) -> bool:
    return bool(meaning.items) and all(item.change in {Change.ADD, Change.LESS} for item in meaning.items)


def _heard(turn: Turn) -> Heard | None:
    """What is unclear is said back when enough of it was read, or one part of an order that is being asked about; a
    removal that is refused is nothing at all."""
    meaning, said = turn.meaning, told(turn)
    removes = any(item.change is Change.REMOVE for item in meaning.items)
    if refuses_removal(turn.said) or (removes and refuses_removal(turn.said_as_line)):
        return None
    if not meaning.leftovers and not is_denied(meaning, turn.said, turn.said_as_line):
        return Heard("says_line")
    counts_the_cart = bool(turn.customer.cart.lines) and any(item.count and item.unit for item in said.items)
    is_telling = said.kinds > 1 or any(map(is_named, said.items)) or counts_the_cart
    is_telling = is_telling or (turn.step == Step.UNSURE and not said.items)
    return Heard("asks_if_right") if is_telling else None


def is_of_an_order(meaning: Meaning) -> bool:
    """Whether a line would be taken in: then what comes with it is read as one thought with it."""
    return bool(parts_of(meaning).kinds) and not meaning.leftovers
