"""The menu: every variety on sale as a row, with price, ripeness and what is left."""

from __future__ import annotations

from functools import partial

from bot.fitting import fit_body, plain
from bot.limits import ROWS
from bot.messages import Buttons, ListMessage, OutgoingMessage, Row, Section
from core.catalog.queries import Offer
from core.formats import format_ripeness
from core.money import format_rupees
from core.reading.sentence import Sentence
from core.wording import pick
from flows.engine import Heard
from flows.facts.fruit import say_when_it_comes
from flows.ordering.form_offer import form_id
from flows.ordering.fruit import LEFT_WORTH_SAYING, hear_fruit, packs_left, read_id
from flows.ordering.memory import noted
from flows.phrases import phrase_fees, phrase_slot
from flows.turn import Turn

LONGEST_NAME = 24


def open_the_menu(turn: Turn) -> None:
    noted(turn).page = 0


def turn_the_page(turn: Turn) -> None:
    noted(turn).page = noted(turn).page + 1


def say_variety_is_gone(turn: Turn) -> None:
    """Or when it comes, and then the menu."""
    open_the_menu(turn)
    say_why_it_is_gone(turn)


def say_why_it_is_gone(turn: Turn) -> None:
    turn.notes.append(say_when_it_comes(turn, read_id(turn.arg) or 0))


def ask_menu(turn: Turn) -> OutgoingMessage:
    if not turn.customer.offers:
        return ask_empty_menu(turn)
    elsewhere = rows_elsewhere(turn)
    room = ROWS - len(elsewhere)
    rows = [offer_row(turn, offer) for offer in shown_offers(turn, room)]
    if len(turn.customer.offers) > room:
        rows.append(turn.row(turn.say("ordering-more-mangoes-row"), None, "turns_page", noted(turn).page))
    return ListMessage(
        body=menu_body(turn),
        button=turn.say("ordering-menu-list-button"),
        sections=(
            Section(tuple(rows), turn.say("ordering-mangoes-section")),
            Section(elsewhere, turn.say("ordering-elsewhere-section")),
        ),
    )


def rows_elsewhere(turn: Turn) -> tuple[Row, ...]:
    """The form where it can be shown, for who never ordered in the place of their orders, so that no fruit must go."""
    form = turn.row(turn.say("ordering-form-row"), turn.say("ordering-form-row-description"), "wants_form")
    orders = turn.row(turn.say("ordering-my-orders-row"), None, "wants_orders")
    if form_id(turn) is None:
        rows: tuple[Row, ...] = (orders,)
    else:
        rows = (form, orders) if turn.customer.has_ordered else (form,)
    return (*rows, turn.row(turn.say("ordering-help-row"), turn.say("ordering-help-row-description"), "wants_help"))


def ask_empty_menu(turn: Turn) -> Buttons:
    buttons = (
        turn.button("ordering-my-orders-button", "wants_orders"),
        turn.button("ordering-human-button", "wants_human"),
    )
    return Buttons(turn.say("ordering-menu-empty"), buttons)


def shown_offers(turn: Turn, room: int) -> list[Offer]:
    """This page's varieties, in so many rows; after the last page comes the first."""
    if len(turn.customer.offers) <= room:
        return turn.customer.offers
    size = room - 1
    pages = -(-len(turn.customer.offers) // size)
    first = noted(turn).page % pages * size
    return turn.customer.offers[first : first + size]


def menu_body(turn: Turn) -> str:
    """Who we are (the first time), and today's promise."""
    facts = turn.customer.promise
    promise = turn.say("ordering-menu-no-slot")
    if facts.starts_at and facts.ends_at:
        when = phrase_slot(turn.language, facts.starts_at, facts.ends_at, turn.now)
        promise = turn.say(
            "ordering-menu-promise",
            slot=when,
            charged="yes" if facts.highest_fee and facts.free_above else "no",
            fee=phrase_fees(turn.language, facts.lowest_fee or 0, facts.highest_fee or 0),
            free=format_rupees(facts.free_above or 0),
        )
    if turn.number > 1:
        return fit_body(turn.say("ordering-menu-again", promise=promise))
    name = plain(turn.name)[:LONGEST_NAME] if turn.name else ""
    return fit_body(
        turn.say("ordering-menu-first", promise=promise, named="yes" if name else "no", name=name, shop=facts.shop)
    )


def offer_row(turn: Turn, offer: Offer) -> Row:
    title, description = turn.customer.reads.words_of_offer(turn.language, offer, partial(_word_offer, turn, offer))
    return turn.row(title, description, "picks_variety", offer.product_id)


def _word_offer(turn: Turn, offer: Offer) -> tuple[str, str]:
    pack = packs_left(offer)[0]
    description = turn.say(
        "ordering-variety-line",
        price=format_rupees(pack.price_paise),
        pack=pick(pack.labels, turn.language),
        ripeness=format_ripeness(turn.language, offer.ripe_after_days, offer.ripe_until_days),
        scarce="yes" if pack.left <= LEFT_WORTH_SAYING else "no",
        left=pack.left,
    )
    return pick(offer.names, turn.language), description


def hear_menu(turn: Turn, said: Sentence) -> Heard | None:
    del said
    return hear_fruit(turn)
