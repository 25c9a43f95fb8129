"""One variety: its picture, its story, and its packs to tap."""

from __future__ import annotations

from bot.fitting import fit, fit_body
from bot.limits import BUTTON_TITLE, BUTTONS, ROWS
from bot.messages import Button, Buttons, ListMessage, OutgoingMessage, Picture, Section
from core.catalog.queries import Offer, PackOffer, find_offer
from core.formats import format_ripeness
from core.money import format_rupees
from core.settings import get_settings
from core.wording import pick
from flows.engine import Heard
from flows.ordering.fruit import LEFT_WORTH_SAYING, hear_fruit, hear_pack, packs_left, read_id
from flows.ordering.menu import ask_menu
from flows.ordering.steps import Step
from flows.turn import Turn


def variety_is_on_sale(turn: Turn) -> bool:
    product_id = read_id(turn.arg)
    offer = find_offer(turn.session, product_id, turn.now) if product_id else None
    return offer is not None and not offer.sold_out


def note_the_variety(turn: Turn) -> None:
    turn.memory["product"] = read_id(turn.arg)


def ask_variety(turn: Turn) -> OutgoingMessage:
    offer = noted_offer(turn)
    if offer is None:
        turn.step = Step.MENU
        turn.note("ordering-variety-gone")
        return ask_menu(turn)
    buttons = pack_buttons(turn, offer)
    if buttons is None:
        return pack_list(turn, offer)
    return Buttons(variety_body(turn, offer), buttons, header=picture_of(offer))


def noted_offer(turn: Turn) -> Offer | None:
    product_id = turn.memory.get("product")
    offer = find_offer(turn.session, product_id, turn.now) if product_id else None
    return offer if offer is not None and not offer.sold_out else None


def picture_of(offer: Offer) -> Picture:
    return Picture(link=f"{get_settings().public_url}/static/mangoes/{offer.photo}.jpg")


def pack_buttons(turn: Turn, offer: Offer) -> tuple[Button, ...] | None:
    """The packs as buttons, and the way back when there is room; None when they need a list."""
    packs = packs_left(offer)
    titles = [pack_title(turn, pack) for pack in packs]
    if len(packs) > BUTTONS or len(set(titles)) < len(titles):
        return None
    buttons = tuple(
        Button(turn.id_of("picks_pack", f"{pack.pack_id}x1"), title) for pack, title in zip(packs, titles, strict=True)
    )
    back = (turn.button("ordering-other-mangoes-button", "wants_menu"),)
    return buttons + back if len(buttons) < BUTTONS else buttons


def pack_title(turn: Turn, pack: PackOffer) -> str:
    """`1 dozen · ₹1,200`, or the label alone where that is too long: the price stands in the text."""
    label, price = pick(pack.labels, turn.language), format_rupees(pack.price_paise)
    title = f"{label} · {price}"
    return title if len(title) <= BUTTON_TITLE else fit(label, BUTTON_TITLE)


def pack_list(turn: Turn, offer: Offer) -> ListMessage:
    rows = tuple(
        turn.row(pick(pack.labels, turn.language), format_rupees(pack.price_paise), "picks_pack", f"{pack.pack_id}x1")
        for pack in packs_left(offer)[: ROWS - 1]
    )
    back = turn.row(turn.say("ordering-other-mangoes-row"), None, "wants_menu")
    return ListMessage(variety_body(turn, offer), turn.say("ordering-packs-list-button"), (Section((*rows, back)),))


def variety_body(turn: Turn, offer: Offer) -> str:
    language, packs = turn.language, packs_left(offer)
    prices = [turn.say("ordering-pack-line", pack=pick(pack.labels, language), price=format_rupees(pack.price_paise))
              for pack in packs]  # fmt: skip
    words = turn.say(
        "ordering-variety",
        name=pick(offer.names, language),
        story=pick(offer.stories, language),
        prices="\n".join(prices),
        ripeness=format_ripeness(language, offer.ripe_after_days, offer.ripe_until_days),
        scarce="yes" if packs[0].left <= LEFT_WORTH_SAYING else "no",
        left=packs[0].left,
    )
    return fit_body(words)


def hear_variety(turn: Turn, words: str) -> Heard | None:
    offer = noted_offer(turn)
    return (hear_pack(offer, words) if offer else None) or hear_fruit(turn, words)
