"""What may be said at any step; the words are in `templates/lexicon`."""

from __future__ import annotations

from core.reading.sentence import Sentence
from core.wording import languages
from flows.engine import Heard
from flows.optout import is_opt_out

# The lexicon lists the ways to say each under `[command]`.
COMMANDS = {
    "greet": Heard("greets"),
    "menu": Heard("wants_menu"),
    "cart": Heard("wants_cart"),
    "empty": Heard("empties_cart"),
    "checkout": Heard("checks_out"),
    "pay": Heard("asks_for_link"),
    "orders": Heard("wants_orders"),
    "track": Heard("tracks"),
    "cancel": Heard("wants_cancel"),
    "repeat": Heard("orders_again"),
    "change-order": Heard("wants_changes"),
    "change-address": Heard("changes_home"),
    "change-slot": Heard("changes_slot"),
    "help": Heard("wants_help"),
    "human": Heard("wants_human"),
    "erase": Heard("wants_erasing"),
    "undo": Heard("undoes"),
    "language": Heard("wants_language"),
    "stop": Heard("stops_offers"),
    "start": Heard("wants_offers"),
}
# What may stand around a command without changing it: `ok cancel my order please`.
AROUND = frozenset({"do", "answer.yes", "thing", "want"})
# What only shows something, or asks first, is meant by a question as well: `where is my order?`.
SHOWS = frozenset({"greet", "menu", "cart", "orders", "track", "cancel", "help", "human", "erase", "language"})


# What asks first as well, so that a line may mean it in its own words.
ASKS_FIRST = frozenset({"change-order", "change-address", "change-slot"})


def hear_command(sentence: Sentence) -> Heard | None:
    """The one command that the whole sentence is, or the language it asks for."""
    if is_opt_out(sentence):
        return COMMANDS["stop"]
    meant = {heard for name, heard in COMMANDS.items()
             if sentence.is_only({f"command.{name}"}, AROUND | {"stop.mark"} if name in SHOWS else AROUND)}  # fmt: skip
    if len(meant) == 1:
        return COMMANDS["track"] if _is_found_right(sentence) else meant.pop()
    return hear_language_name(sentence)


def _is_found_right(sentence: Sentence) -> bool:
    """`address to sahi hai`, `slot ok`: what could be changed is found right; the order is shown."""
    said = [span for span in sentence.spans if not span.means({"courtesy"})]
    return len(said) == 2 and said[0].means({"changes"}) and said[1].means({"answer.yes"})


def hear_language_name(sentence: Sentence) -> Heard | None:
    named = [language for language in languages() if sentence.is_only({f"speak.{language}"}, AROUND)]
    return Heard("picks_language", named[0]) if named else None
