"""An order that is named in a line: by its code, or as the one that is placed.

FMME7K cancel kar do        → whether FMME7K shall be cancelled, whichever order was spoken of before
D4T4X6                      → how it stands
order me langra 5 kg kar do → the placed order, though a new one is being put together
"""

from __future__ import annotations

import re
from functools import lru_cache

from core.orders.queries import find_order
from core.reading.codes import CODE_LENGTH, CODE_LETTERS
from core.reading.lexicon import EVERYDAY, FOLDER, read_file, words_about
from flows.engine import Heard
from flows.my_orders.paying import payable_orders, unpaid_order
from flows.my_orders.steps import Step
from flows.turn import Turn

CODE = re.compile(rf"(?<!\w)[{CODE_LETTERS}{CODE_LETTERS.lower()}]{{{CODE_LENGTH}}}(?!\w)", re.ASCII)
MOST_CODES = 3  # looked up in a line
# What a wish is called when it is about one order; what is in neither shows the order.
OF_AN_ORDER = {
    "wants_cancel": "wants_cancel",
    "wants_changes": "wants_order_change",
    "changes_slot": "changes_window",
    "changes_home": "moves_order",
    "orders_again": "repeats",
}


def take_code(turn: Turn) -> str:
    """The code of one of their orders that stands in the line, which is read without it from here on; else "".

    Of several none is taken; where we ask which order is meant, a code alone is the answer.
    """
    codes = [code for code in CODE.findall(turn.inbound.text)[:MOST_CODES] if any(letter.isdigit() for letter in code)]
    found = {order.code: code for code in codes
             if (order := find_order(turn.session, code.upper(), turn.customer.id))}  # fmt: skip
    if len(found) != 1:
        return ""
    [(code, typed)] = found.items()
    rest = " ".join(turn.inbound.text.replace(typed, " ").split())
    if turn.step == Step.WHICH and not rest:
        return ""
    turn.reads_instead(rest)
    turn.scratch["named"] = code
    return code


def of_the_order(turn: Turn, heard: Heard | None) -> Heard:
    """What a command means for the order that is named; without one the order is shown."""
    code = str(turn.scratch["named"])
    if heard is not None and heard.trigger == "wants_human":
        return heard
    if heard is not None and heard.trigger == "asks_for_link":
        waiting = unpaid_order(turn)
        if waiting is not None and waiting.code == code:
            return Heard("pays_online", code)
        return Heard("prepays" if code in {order.code for order in payable_orders(turn)} else "opens_order", code)
    return Heard(OF_AN_ORDER.get(heard.trigger, "opens_order") if heard else "opens_order", code)


def names_the_placed(turn: Turn) -> bool:
    """Whether a line says `in my order`, `order me`."""
    words = f" {turn.said.words} "
    return any(f" {way} " in words for way in _ways_to_say_placed())


@lru_cache(maxsize=1)
def _ways_to_say_placed() -> frozenset[str]:
    return frozenset().union(*(words_about(read_file(FOLDER / f"{name}.toml"), "placed") for name in EVERYDAY))
