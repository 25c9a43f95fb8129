"""One variety: its picture, its story, and its packs to tap."""

from __future__ import annotations

from fractions import Fraction

from bot.fitting import fit, fit_body
from bot.limits import BUTTON_TITLE, BUTTONS, ROWS
from bot.messages import Button, Buttons, ListMessage, OutgoingMessage, Picture, Row, Section
from core.catalog.queries import Offer, PackOffer
from core.catalog.rules import packs_for
from core.catalog.tables import BaseUnit
from core.checkout.basket import line_price
from core.formats import format_ripeness
from core.media.queries import jpeg_path
from core.money import format_rupees
from core.reading.amounts import AROUND, Amount
from core.reading.lexicon import load_lexicon
from core.reading.sentence import Sentence
from core.settings import get_settings
from core.wording import pick
from flows.engine import Heard
from flows.ordering.fruit import LEFT_WORTH_SAYING, find_label, hear_fruit, hear_pack_of, packs_left, read_id, read_pair
from flows.ordering.memory import noted
from flows.turn import Turn

MOST_ASKED = 999
FEWEST_PIECES = 2  # one of a fruit is one pack of it


def variety_is_on_sale(turn: Turn) -> bool:
    return turn.customer.offer_of(read_id(turn.arg)) is not None


def noted_offer_is_gone(turn: Turn) -> bool:
    return noted_offer(turn) is None


def say_it_is_gone(turn: Turn) -> None:
    turn.note("ordering-variety-gone")


def note_the_variety(turn: Turn) -> None:
    memory, product = noted(turn), read_id(turn.arg)
    if product != memory.product:
        memory.seen, memory.product = memory.product, product


def ask_variety(turn: Turn) -> OutgoingMessage:
    offer = noted_offer(turn)
    assert offer is not None
    buttons = pack_buttons(turn, offer)
    if buttons is None:
        return pack_list(turn, offer)
    return Buttons(variety_body(turn, offer), buttons, header=picture_of(offer))


def noted_offer(turn: Turn) -> Offer | None:
    return turn.customer.offer_of(noted(turn).product)


def picture_of(offer: Offer) -> Picture:
    """The founder's photo, or our drawing until there is one."""
    path = jpeg_path(offer.picture) if offer.picture else f"/static/mangoes/{offer.photo}.jpg"
    return Picture(link=f"{get_settings().public_url.rstrip('/')}{path}")


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
        pack=pick(packs[0].labels, language),
    )
    return fit_body(words)


def hear_variety(turn: Turn, said: Sentence) -> Heard | None:
    """A pack, a number or an amount of this variety, its unit alone, or another variety."""
    offer = noted_offer(turn)
    heard = hear_fruit(turn) or (hear_pack_of(turn.said, offer) if offer else None)
    one = _find_unit(said, offer) if heard is None and offer else None
    return Heard("sets_quantity", f"{one[0].pack_id}x1") if one else heard


def note_the_amount(turn: Turn) -> None:
    """An amount whose pack is not clear: `<variety>x<count>`, the count 0 when no whole packs were said."""
    product_id, count = read_pair(turn.arg) or (0, 0)
    noted(turn).product, noted(turn).count = product_id, min(count, MOST_ASKED)


def ask_pack(turn: Turn) -> OutgoingMessage:
    """Which pack, with its amount on the button; the number that was said counts for each."""
    offer = noted_offer(turn)
    assert offer is not None
    count = noted(turn).count or 1
    packs = [pack for pack in packs_left(offer) if pack.left >= count]
    in_pieces = _packs_of_pieces(offer, count)
    if not packs and not in_pieces:
        names = pick(offer.names, turn.language)
        turn.note("errors-sold-out", names=names, left=max(pack.left for pack in offer.packs))
        count, packs = 1, packs_left(offer)
    rows = [_counted_row(turn, pack, number) for pack, number in in_pieces]
    rows += [_counted_row(turn, pack, count) for pack in packs[: ROWS - 1 - len(rows)]]
    key = "ordering-which-pack" if count > 1 else "ordering-no-such-pack"
    body = fit_body(turn.say(key, name=pick(offer.names, turn.language), count=count))
    if len(rows) <= BUTTONS and all(len(row.title) <= BUTTON_TITLE for row in rows):
        return Buttons(body, tuple(Button(row.id, row.title) for row in rows))
    return ListMessage(body, turn.say("ordering-packs-list-button"), (Section(tuple(rows)),))


def _packs_of_pieces(offer: Offer, count: int) -> list[tuple[PackOffer, int]]:
    """`12 kesar` may be twelve mangoes as well: the largest packs that make exactly so many."""
    if offer.base_unit is not BaseUnit.PIECE or count < FEWEST_PIECES:
        return []
    whole = [pack for pack in packs_left(offer)
             if count % pack.base_units == 0 and pack.left >= count // pack.base_units]  # fmt: skip
    largest = max(whole, key=lambda pack: pack.base_units, default=None)
    return [(largest, count // largest.base_units)] if largest else []


def _counted_row(turn: Turn, pack: PackOffer, count: int) -> Row:
    label, price = pick(pack.labels, turn.language), format_rupees(line_price(pack.price_paise, count))
    title = label if count == 1 else turn.say("ordering-counted-pack", count=count, pack=label)
    priced = f"{title} · {price}"
    return turn.row(priced if len(priced) <= BUTTON_TITLE else title, price, "picks_pack", f"{pack.pack_id}x{count}")


def hear_pack(turn: Turn, said: Sentence) -> Heard | None:
    """A pack by its label or unit alone takes the number said before; anything else is heard as on its page."""
    offer, count = noted_offer(turn), noted(turn).count or 1
    labelled = find_label(said, offer) or _find_unit(said, offer) if offer else None
    if labelled is not None and labelled[1] == 1:
        return Heard("sets_quantity", f"{labelled[0].pack_id}x{count}")
    return hear_variety(turn, said)


def _find_unit(said: Sentence, offer: Offer) -> tuple[PackOffer, int] | None:
    """The pack that a unit alone means (`dozen`, `peti`)."""
    units = said.values("unit")
    if len(units) != 1 or not said.is_only({"unit"}, AROUND):
        return None
    meant = packs_for(Amount(Fraction(1), units[0]), offer.base_unit, offer.packs, load_lexicon())
    return meant[0] if len(meant) == 1 else None
