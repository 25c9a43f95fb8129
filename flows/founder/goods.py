"""Fruit and prices by chat: what came, what was counted, what is gone, what a pack costs."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from core.catalog.editing import set_price
from core.catalog.queries import find_pack, find_packs, find_product
from core.catalog.rules import IN_BASE, packs_for
from core.catalog.tables import Pack
from core.clock import business_day
from core.formats import format_units
from core.inventory.stock import correct_stock, receive_lot
from core.money import PAISE_PER_RUPEE, format_rupees
from core.reading.amounts import Amount
from core.reading.instructions import Instruction
from core.reading.lexicon import load_lexicon
from core.settings import get_settings
from core.views.day import FruitLeft, read_fruit
from core.wording import pick
from flows.founder.deeds import Choice, Deed, Kind, Plan
from flows.turn import Turn

IN_CHAT = "chat"  # the reason of whoever says a count without one
KINDS = {"add": Kind.RECEIVE, "less": Kind.CORRECT, "set": Kind.COUNT}
# A change by more than half of what is there, or of a price, is asked about: it may be a slip.
USUAL = 2


def plan_stock(turn: Turn, said: Instruction) -> Plan:
    """Show what there is, or change it; more than half of it gone is asked about first."""
    if said.count is None and not said.change and len(said.varieties) <= 1:
        return Plan(_say_stock(turn, read_fruit(turn.session, _today(turn), next(iter(said.varieties), None))))
    fruit = _one_fruit(turn, said)
    if fruit is None:
        return Plan(turn.say("founder-which-variety"))
    amount = _base_units(turn, said, fruit)
    if not amount and not (said.change == "set" and said.count == 0):
        return Plan(turn.say("founder-how-much", name=_name(turn, fruit)))
    if not said.change:
        choices = tuple(
            Choice(f"{sign} {_units(turn, fruit, amount)}", _stock_deed(fruit, change, amount))
            for change, sign in (("add", "+"), ("set", "="))
        )
        return Plan(turn.say("founder-add-or-set", name=_name(turn, fruit), amount=_units(turn, fruit, amount)),
                    choices=choices)  # fmt: skip
    deed = _stock_deed(fruit, said.change, amount)
    after = {"add": fruit.on_hand + amount, "less": fruit.on_hand - amount, "set": amount}[said.change]
    if after * USUAL < fruit.on_hand:
        words = turn.say("founder-sure-stock", name=_name(turn, fruit), before=_units(turn, fruit, fruit.on_hand),
                         after=_units(turn, fruit, max(after, 0)))  # fmt: skip
        return Plan(words, choices=(Choice(turn.say("founder-yes-button"), deed),))
    return Plan(deed=deed)


def _stock_deed(fruit: FruitLeft, change: str, amount: int) -> Deed:
    kind = KINDS[change]
    if kind is Kind.RECEIVE:
        return Deed(kind=kind, id=fruit.product_id, amount=amount)
    return Deed(kind=kind, id=fruit.inventory_id, amount=-amount if kind is Kind.CORRECT else amount)


def plan_sold_out(turn: Turn, said: Instruction) -> Plan:
    """All that nobody holds is gone."""
    fruit = _one_fruit(turn, said)
    if fruit is None:
        return Plan(turn.say("founder-which-variety"))
    if not fruit.free:
        return Plan(turn.say("founder-sold-out-already", name=_name(turn, fruit)))
    words = turn.say("founder-sure-sold-out", name=_name(turn, fruit), free=_units(turn, fruit, fruit.free))
    deed = Deed(kind=Kind.SELL_OUT, id=fruit.inventory_id, amount=fruit.product_id)
    return Plan(words, choices=(Choice(turn.say("founder-yes-button"), deed),))


def plan_rate(turn: Turn, said: Instruction) -> Plan:
    """The price of one pack: that of the size said, else the dozen's or the kilo's, else the only one."""
    if len(said.varieties) != 1:
        return Plan(turn.say("founder-which-variety"))
    product, packs = find_product(turn.session, said.varieties[0]), find_packs(turn.session, said.varieties[0])
    if product is None or not packs:
        return Plan(turn.say("founder-no-packs"))
    if not said.rupees:
        lines = "\n".join(_price_line(turn, pack, pack.price_paise) for pack in packs)
        return Plan(turn.say("founder-rates", name=pick(product.names, turn.language), lines=lines))
    amount = Amount(said.count or Fraction(1), said.unit) if said.unit else None
    fitting = [pack for pack, _ in packs_for(amount, product.base_unit, packs, load_lexicon())] if amount else packs
    usual = IN_BASE[product.base_unit].get("dozen", IN_BASE[product.base_unit].get("kilo", 1))
    meant = [pack for pack in fitting if pack.base_units == usual] if amount is None else fitting
    price = said.rupees * PAISE_PER_RUPEE
    deeds = [(pack, Deed(kind=Kind.PRICE, id=pack.id, amount=price)) for pack in (meant or fitting or packs)]
    if len(deeds) == 1 and _is_usual(deeds[0][0].price_paise, price):
        return Plan(deed=deeds[0][1])
    key = "founder-sure-rate" if len(deeds) == 1 else "founder-which-pack"
    words = turn.say(key, name=pick(product.names, turn.language), price=format_rupees(price),
                     before=format_rupees(deeds[0][0].price_paise),
                     pack=pick(deeds[0][0].labels, turn.language))  # fmt: skip
    yes = turn.say("founder-yes-button")
    titles = [yes] if len(deeds) == 1 else [pick(pack.labels, turn.language) for pack, _ in deeds]
    return Plan(words, choices=tuple(Choice(title, deed) for title, (_, deed) in zip(titles, deeds, strict=True)))


def _is_usual(before: int, after: int) -> bool:
    """Whether a sum is neither more than twice the other nor less than its half."""
    return before < after * USUAL and after < before * USUAL


def receive(turn: Turn, deed: Deed) -> str:
    """An arrival of today, ripe when the variety usually is."""
    product = find_product(turn.session, deed.id)
    assert product is not None
    today = _today(turn)
    ripe_by = today + timedelta(days=product.ripe_until_days)
    receive_lot(turn.session, deed.id, deed.amount, harvested_on=today, ripe_by=ripe_by, actor=turn.actor, note=IN_CHAT)
    return _say_changed(turn, deed.id, deed.amount)


def correct(turn: Turn, deed: Deed) -> str:
    correct_stock(turn.session, deed.id, deed.amount, reason=IN_CHAT, actor=turn.actor, today=_today(turn))
    return _say_changed(turn, _product_of(turn, deed.id), deed.amount)


def count(turn: Turn, deed: Deed) -> str:
    """What was counted is what is there."""
    fruit = next(each for each in read_fruit(turn.session, _today(turn)) if each.inventory_id == deed.id)
    if fruit.on_hand == deed.amount:
        return _say_stock(turn, [fruit])
    return correct(turn, Deed(kind=Kind.CORRECT, id=deed.id, amount=deed.amount - fruit.on_hand))


def sell_out(turn: Turn, deed: Deed) -> str:
    fruit = read_fruit(turn.session, _today(turn), deed.amount)[0]
    return (
        correct(turn, Deed(kind=Kind.CORRECT, id=deed.id, amount=-fruit.free))
        if fruit.free
        else _say_stock(turn, [fruit])
    )


def set_rate(turn: Turn, deed: Deed) -> str:
    """What it costs now and cost before; the other packs keep their prices, and are named."""
    before = set_price(turn.session, deed.id, deed.amount, actor=turn.actor)
    pack = find_pack(turn.session, deed.id)
    product = find_product(turn.session, pack.product_id) if pack else None
    assert pack is not None and product is not None
    others = [each for each in find_packs(turn.session, pack.product_id) if each.id != deed.id]
    kept = " · ".join(_price_line(turn, each, each.price_paise) for each in others)
    return turn.say("founder-rate-set", name=pick(product.names, turn.language), pack=pick(pack.labels, turn.language),
                    price=format_rupees(deed.amount), before=format_rupees(before),
                    others="yes" if others else "no", kept=kept)  # fmt: skip


def _one_fruit(turn: Turn, said: Instruction) -> FruitLeft | None:
    if len(said.varieties) != 1:
        return None
    found = read_fruit(turn.session, _today(turn), said.varieties[0])
    if found:
        return found[0]
    product = find_product(turn.session, said.varieties[0])
    # What never came yet has no row; an arrival opens one.
    return FruitLeft(0, product.id, product.names, product.base_unit, 0, 0, 0) if product else None


def _base_units(turn: Turn, said: Instruction, fruit: FruitLeft) -> int:
    """In base units. A bare number counts pieces, or kilos of what is sold by weight; 0 when that is not clear."""
    if said.count is None:
        return 0
    sizes = IN_BASE[fruit.base_unit]
    size = sizes.get(said.unit or ("piece" if fruit.base_unit == "piece" else "kilo"), 0)
    if said.unit in {"box", "pack"}:
        packs = packs_for(Amount(said.count, said.unit), fruit.base_unit, find_packs(turn.session, fruit.product_id),
                          load_lexicon())  # fmt: skip
        return packs[0][0].base_units * packs[0][1] if len(packs) == 1 else 0
    amount = said.count * size
    return int(amount) if amount.denominator == 1 else 0


def _say_changed(turn: Turn, product_id: int, delta: int) -> str:
    fruit = read_fruit(turn.session, _today(turn), product_id)[0]
    return turn.say("founder-stock-changed", name=_name(turn, fruit), sign="-" if delta < 0 else "+",
                    amount=_units(turn, fruit, abs(delta)), before=_units(turn, fruit, fruit.on_hand - delta),
                    after=_units(turn, fruit, fruit.on_hand), free=_units(turn, fruit, fruit.free))  # fmt: skip


def _say_stock(turn: Turn, fruits: list[FruitLeft]) -> str:
    lines = [turn.say("founder-stock-line", name=_name(turn, fruit), free=_units(turn, fruit, fruit.free),
                      on_hand=_units(turn, fruit, fruit.on_hand), low="yes" if fruit.free <= fruit.low_level else "no")
             for fruit in fruits]  # fmt: skip
    return "\n".join(lines) or turn.say("founder-no-fruit")


def _price_line(turn: Turn, pack: Pack, price_paise: int) -> str:
    return turn.say("founder-price-line", pack=pick(pack.labels, turn.language), price=format_rupees(price_paise))


def _product_of(turn: Turn, inventory_id: int) -> int:
    return next(each.product_id for each in read_fruit(turn.session, _today(turn)) if each.inventory_id == inventory_id)


def _name(turn: Turn, fruit: FruitLeft) -> str:
    return pick(fruit.names, turn.language)


def _units(turn: Turn, fruit: FruitLeft, units: int) -> str:
    return format_units(turn.language, fruit.base_unit, units)


def _today(turn: Turn) -> date:
    return business_day(turn.now, get_settings().zone)
