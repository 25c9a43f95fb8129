"""Other fruit for an order: more or less of a line, none of it, or a pack that is not in it yet."""

from __future__ import annotations

from operator import itemgetter

from bot.limits import ROWS
from bot.messages import ListMessage, OutgoingMessage, Row, Section
from core.catalog.queries import Offer, PackOffer
from core.money import format_rupees
from core.orders.queries import find_order, items_of
from core.orders.tables import OrderItem
from core.reading.sentence import Sentence
from core.wording import pick
from flows.engine import Heard
from flows.my_orders.proposal import begin_proposal, proposed_order
from flows.my_orders.theirs import noted
from flows.ordering.fruit import named_variety, read_id, read_pair
from flows.phrases import phrase_fruit
from flows.turn import Turn

MOST_OFFERED = 8  # more can be typed


def items_of_order(turn: Turn) -> list[OrderItem]:
    """The lines of the order that is being changed, looked up once a turn."""
    order = proposed_order(turn)
    if "order_items" not in turn.scratch:
        turn.scratch["order_items"] = items_of(turn.session, order.id) if order else []
    items: list[OrderItem] = turn.scratch["order_items"]
    return items


def packs_of_order(turn: Turn) -> dict[int, int]:
    """How many of each pack the order has, by the pack's id."""
    packs: dict[int, int] = {}
    for item in items_of_order(turn):
        packs[item.pack_id] = packs.get(item.pack_id, 0) + item.quantity
    return packs


def ask_fruit(turn: Turn) -> OutgoingMessage:
    order, packs = proposed_order(turn), packs_of_order(turn)
    assert order is not None
    items = {item.pack_id: item for item in items_of_order(turn)}
    rows = [
        turn.row(
            pick(item.names, turn.language),
            turn.say("my-orders-fruit-line", pack=pick(item.labels, turn.language), quantity=str(packs[pack_id])),
            "picks_order_line",
            f"{order.code}.{pack_id}",
        )
        for pack_id, item in items.items()
    ]
    rows += [_more_row(turn, order.code, offer, pack) for offer, pack in _other_packs(turn, packs)]
    body = turn.say("my-orders-which-fruit", code=order.code)
    return ListMessage(body, turn.say("ordering-lines-list-button"), (Section(tuple(rows[:ROWS])),))


def _other_packs(turn: Turn, packs: dict[int, int]) -> list[tuple[Offer, PackOffer]]:
    """What could be added: of each variety its first pack, before the further ones."""
    places = [(place, offer, pack) for offer in turn.customer.offers for place, pack in enumerate(offer.packs)]
    found = sorted((each for each in places if each[2].left and each[2].pack_id not in packs), key=itemgetter(0))
    return [(offer, pack) for _, offer, pack in found]


def _more_row(turn: Turn, code: str, offer: Offer, pack: PackOffer) -> Row:
    label, price = pick(pack.labels, turn.language), format_rupees(pack.price_paise)
    more = turn.say("my-orders-fruit-more", pack=label, price=price)
    return turn.row(pick(offer.names, turn.language), more, "sets_count", f"{code}.{pack.pack_id}x1")


def hear_fruit(turn: Turn, said: Sentence) -> Heard | None:
    """A line by the name of its fruit; amounts are heard as a whole line (`wishes`)."""
    del said
    order, named = proposed_order(turn), named_variety(turn.said_of_fruit)
    if order is None or named is None or not turn.said_of_fruit.is_only({"variety"}):
        return None
    lines = {item.pack_id for item in items_of_order(turn) if item.product_id == named}
    return Heard("picks_order_line", f"{order.code}.{lines.pop()}") if len(lines) == 1 else None


def note_the_line(turn: Turn) -> None:
    """Raises Refusal `order-unknown`."""
    code, _, pack_id = turn.arg.partition(".")
    begin_proposal(turn, code)
    noted(turn).line = read_id(pack_id)


def line_is_gone(turn: Turn) -> bool:
    return _noted_item(turn) is None


def _noted_item(turn: Turn) -> OrderItem | None:
    return next((item for item in items_of_order(turn) if item.pack_id == noted(turn).line), None)


def ask_count(turn: Turn) -> OutgoingMessage:
    order, item = proposed_order(turn), _noted_item(turn)
    assert order is not None and item is not None
    had = packs_of_order(turn)[item.pack_id]
    rows = [
        turn.row(str(count), None, "sets_count", f"{order.code}.{item.pack_id}x{count}")
        for count in range(1, MOST_OFFERED + 1)
        if count != had
    ]
    rows.append(turn.row(turn.say("ordering-remove-row"), None, "sets_count", f"{order.code}.{item.pack_id}x0"))
    body = turn.say("my-orders-how-many", fruit=phrase_fruit(turn.language, item))
    return ListMessage(body, turn.say("ordering-quantity-list-button"), (Section(tuple(rows)),))


def hear_count(turn: Turn, said: Sentence) -> Heard | None:
    """A number, when the sentence is nothing else."""
    order, pack_id = proposed_order(turn), noted(turn).line
    counts = said.values("number")
    if order is None or pack_id is None or len(counts) != 1 or not said.is_only({"number"}, {"want", "do", "change"}):
        return None
    return Heard("sets_count", f"{order.code}.{pack_id}x{counts[0]}")


def note_the_count(turn: Turn) -> None:
    """Raises Refusal `order-unknown`."""
    code, pack_id, count = _read_count(turn.arg)
    proposal = begin_proposal(turn, code)
    turn.scratch.pop("order_items", None)
    proposal.packs = {**packs_of_order(turn), pack_id: count}


def empties_the_order(turn: Turn) -> bool:
    """Whether nothing would be left: that is a cancelling, which is asked about."""
    code, pack_id, count = _read_count(turn.arg)
    order = find_order(turn.session, code, turn.customer.id)
    return count == 0 and order is not None and {item.pack_id for item in items_of(turn.session, order.id)} == {pack_id}


def name_its_order(turn: Turn) -> None:
    turn.arg = turn.arg.partition(".")[0]


def _read_count(arg: str) -> tuple[str, int, int]:
    code, _, rest = arg.partition(".")
    pack_id, count = read_pair(rest) or (0, 0)
    return code, pack_id, count
