"""The one question about fruit that was said: which packs, how many of what is left, this or that; or whether a line
that holds words we do not know was read right.

18 pieces kesar            → Kesar, 18 pieces: 1 dozen + Half dozen · 2 × 1 dozen · See mangoes
2-3 dozen hapus            → 2 × 1 dozen · 3 × 1 dozen
2 doz hapus zabardast kal  → I read: 2 dozen Alphonso, tomorrow … Yes, that is right · See mangoes · Talk to us
"""

from __future__ import annotations

from bot.fitting import fit, fit_body, plain
from bot.limits import BUTTON_TITLE, ROW_TITLE
from bot.messages import Button, Buttons, ListMessage, OutgoingMessage, Row, Section
from core.clock import business_day
from core.money import PAISE_PER_RUPEE, format_rupees
from core.reading.sentence import Sentence
from core.settings import get_settings
from flows.agreeing import agrees, declines
from flows.denied import is_denied
from flows.engine import Heard
from flows.ordering.memory import noted
from flows.ordering.menu import open_the_menu
from flows.ordering.planning import Asked, Why, ask_which
from flows.ordering.said import amended, kept, told
from flows.ordering.shelf import arg_of, name_of_fruit, phrase_puts, shelf_of
from flows.ordering.spoken import phrase_amount, phrase_said
from flows.ordering.steps import Step
from flows.turn import Turn

# Units that a pack's own number may stand for; pieces of what is sold by weight tell nothing of packs.
COUNTED = frozenset({None, "pack", "box"})

AS_MUCH_AS_THERE_IS = frozenset({"some.some", "alike.alike"})


def asks_which_mango(turn: Turn) -> bool:
    """Any on sale; which of those in the cart is asked by buttons."""
    return _asked_why(turn) is Why.VARIETY and no_question_is_open(turn)


def asks_how_many(turn: Turn) -> bool:
    return _asked_why(turn) is Why.COUNT


def asks_which_pack(turn: Turn) -> bool:
    return _asked_why(turn) is Why.PACK


def has_a_question(turn: Turn) -> bool:
    return _asked_why(turn) is not None


def no_question_is_open(turn: Turn) -> bool:
    asked = kept(turn).asked
    return asked is None or not asked.choices


def _asked_why(turn: Turn) -> Why | None:
    asked = kept(turn).asked
    return asked.why if asked else None


def say_which_mango(turn: Turn) -> None:
    """The menu, for a number without a name; it counts for the variety that is picked."""
    open_the_menu(turn)
    asked = kept(turn).asked
    assert asked is not None
    amount = phrase_amount(turn.language, asked.item)
    turn.asks_beside("ordering-which-fruit", amount=amount, counted="yes" if amount else "no")


def note_what_is_asked(turn: Turn) -> None:
    """For the pages of a variety: which one it is, and how many were said of it."""
    asked = kept(turn).asked
    assert asked is not None
    count = asked.item.count
    noted(turn).product = asked.product
    noted(turn).count = int(count) if count is not None and count.denominator == 1 and asked.item.unit in COUNTED else 0


def ask_about_fruit(turn: Turn) -> OutgoingMessage:
    asked = kept(turn).asked
    assert asked is not None
    titles = _titles(turn, asked)
    ids = [turn.id_of("picks_mix", arg_of(choice)) for choice in asked.choices]
    body = fit_body(_question(turn, asked))
    elsewhere = turn.button("ordering-see-mangoes-button", "wants_menu")
    if all(len(title) <= BUTTON_TITLE for title, _ in titles):
        chosen = (Button(each, _with_price(*title)) for each, title in zip(ids, titles, strict=True))
        return Buttons(body, (*chosen, elsewhere))
    rows = [Row(each, fit(title, ROW_TITLE), fit(f"{title} · {price}", 72)) for each, (title, price) in
            zip(ids, titles, strict=True)]  # fmt: skip
    rows.append(Row(elsewhere.id, elsewhere.title))
    return ListMessage(body, turn.say("talk-choose-list-button"), (Section(tuple(rows)),))


def _titles(turn: Turn, asked: Asked) -> list[tuple[str, str]]:
    """What each choice is and costs: its fruit where that is the question, and the pack where fruit alone tells
    nothing."""
    ways = ("named", "packed", "both") if asked.why is Why.VARIETY and asked.product is None else ("packed",)
    said = [[phrase_puts(turn, choice, way) for choice in asked.choices] for way in ways]
    return next((titles for titles in said if len({title for title, _ in titles}) == len(titles)), said[-1])


def _with_price(title: str, price: str) -> str:
    priced = f"{title} · {price}"
    return priced if len(priced) <= BUTTON_TITLE else title


def _question(turn: Turn, asked: Asked) -> str:
    item = asked.item
    first = phrase_puts(turn, asked.choices[0])
    one = asked.why is Why.VARIETY and asked.product is not None
    return turn.say(
        "ordering-ask-number" if one else f"ordering-ask-{asked.why.value}",
        name=name_of_fruit(turn, asked.product),
        amount=phrase_amount(turn.language, item),
        first=first[0],
        price=first[1],
        rupees=format_rupees((item.rupees or 0) * PAISE_PER_RUPEE),
    )


def hear_about_fruit(turn: Turn, said: Sentence) -> Heard | None:
    """A yes to the only choice; the words of a button."""
    asked = kept(turn).asked
    if asked is None:
        return None
    for choice in asked.choices:
        one = len(asked.choices) == 1 and (agrees(turn, said) or _takes_what_is_left(turn, asked))
        if one or said.words == " ".join(plain(phrase_puts(turn, choice)[0]).lower().split()):
            return Heard("picks_mix", arg_of(choice))
    return _goes_back(turn) if declines(turn, said) else None


def _takes_what_is_left(turn: Turn, asked: Asked) -> bool:
    """`jitna hai utna de do`, where we say how much is left."""
    along = {"courtesy", "do", "answer", "want", "only", "stays"}
    return asked.why is Why.LEFT and turn.said_as_line.is_only(AS_MUCH_AS_THERE_IS, along)


def _goes_back(turn: Turn) -> Heard:
    """Where they were: to what is kept for them or chosen, else to the menu."""
    return Heard("greets" if turn.customer.has_fruit else "wants_menu")


def ask_what_it_counts(turn: Turn) -> None:
    """A bare number beside a cart: nothing is done with it before they say what they meant."""
    kept(turn).asked = ask_which(turn.meaning.items[0], shelf_of(turn))


def a_number_was_said(turn: Turn) -> bool:
    """Not so at a made-up button of that name."""
    return bool(turn.meaning.items)


def note_the_unsure(turn: Turn) -> None:
    """Nothing is done with it before they say that it was read right; what was asked about before goes along."""
    memory, said = kept(turn), told(turn)
    goes_along = turn.step == Step.UNSURE and adds_to_the_unsure(turn)
    today = business_day(turn.now, get_settings().zone)
    memory.unsure = amended(memory.unsure, said, today) if goes_along and memory.unsure else said
    memory.refused = (goes_along and memory.refused) or is_denied(turn.meaning, turn.said, turn.said_as_line)


def adds_to_the_unsure(turn: Turn) -> bool:
    """Whether a line belongs to what we ask about: `2 dozen`, `cash`, `1 box kesar`. What is refused is put together
    with nothing, and what was refused before only with what names no fruit: a home, a time, a way to pay."""
    memory, said = kept(turn), told(turn)
    refuses = (memory.refused and bool(said.items)) or is_denied(turn.meaning, turn.said, turn.said_as_line)
    return memory.unsure is not None and not refuses and not said.is_anew


def nothing_is_unsure(turn: Turn) -> bool:
    return kept(turn).unsure is None


def ask_if_right(turn: Turn) -> OutgoingMessage:
    unsure = kept(turn).unsure
    assert unsure is not None
    buttons = (
        turn.button("ordering-read-right-button", "is_right"),
        turn.button("ordering-see-mangoes-button", "wants_menu"),
        turn.button("ordering-human-button", "wants_human"),
    )
    return Buttons(fit_body(turn.say("ordering-read-right", words=phrase_said(turn, unsure))), buttons)


def hear_if_right(turn: Turn, said: Sentence) -> Heard | None:
    if agrees(turn, said, "ordering-read-right-button"):
        return Heard("is_right")
    return _goes_back(turn) if declines(turn, said) else None
