"""What the shop sells, edited by whoever runs it: varieties, their packs and prices, their names and their picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlmodel import Session, col, func, select

from core.actor import Actor
from core.audit.actions import record, record_change
from core.catalog.queries import names_of_fruit
from core.catalog.rules import units_said
from core.catalog.tables import BaseUnit, Pack, Product
from core.db import add_row, edit_row
from core.errors import Refusal
from core.media.tables import Picture
from core.names import clean_line, clean_name, slug_of
from core.reading.lexicon import load_lexicon, split_way
from core.staff.rules import Right, require
from core.undos.actions import note_undo
from core.wording import FIRST_LANGUAGE

LONGEST_STORY = 600
DRAWING = "alphonso"  # of a variety that has no picture yet
HIGHEST_PRICE = 10_000_000  # paise; a slip of the thumb, not a price
LARGEST_PACK = 1_000_000


@dataclass(frozen=True)
class ProductFacts:
    """A variety: names and stories by language, its season's first and last day, after how many days it is ripe."""

    names: dict[str, str]
    stories: dict[str, str]
    grade: str
    ripe_after_days: int
    ripe_until_days: int
    season_begins_on: date
    season_ends_on: date
    good_for: list[str]
    position: int = 0
    active: bool = True


def add_product(session: Session, facts: ProductFacts, base_unit: BaseUnit, *, actor: Actor) -> Product:
    """A new variety, which is sold once it has a pack and fruit; what it is counted in stays for ever.

    Raises Refusal `name-missing`, `words-taken`(words, by), `season-out-of-order`, `ripeness-out-of-order`,
    `story-too-long`(longest, length), `not-allowed`.
    """
    require(actor, Right.MANAGE_CATALOG)
    values = _check(session, facts, None)
    slug = slug_of(values["names"][FIRST_LANGUAGE], set(session.exec(select(Product.slug))), "mango")
    product = add_row(session, Product(slug=slug, base_unit=base_unit, aliases=[], photo=DRAWING, **values))
    subject = f"product:{product.id}"
    record_change(session, actor=actor, action="product-added", subject=subject, before={}, after=values)
    return product


def change_product(session: Session, product_id: int, facts: ProductFacts, *, actor: Actor) -> None:
    """Raises Refusal as `add_product`, and `product-unknown`."""
    require(actor, Right.MANAGE_CATALOG)
    product = _lock_product(session, product_id)
    values = _check(session, facts, product_id)
    before = edit_row(session, product, values)
    subject = f"product:{product_id}"
    record_change(session, actor=actor, action="product-changed", subject=subject, before=before, after=values)


def set_picture(session: Session, product_id: int, picture_id: int | None, *, actor: Actor) -> None:
    """Show this picture of ours in the chat and on pages; None: the drawing. Raises Refusal `product-unknown`,
    `picture-unknown`, `not-allowed`."""
    require(actor, Right.MANAGE_CATALOG)
    product = _lock_product(session, product_id)
    if picture_id is not None and session.get(Picture, picture_id, with_for_update={"key_share": True}) is None:
        raise Refusal("picture-unknown")
    after = {"picture_id": picture_id}
    before = edit_row(session, product, after)
    subject = f"product:{product_id}"
    record_change(session, actor=actor, action="picture-chosen", subject=subject, before=before, after=after)


def remove_alias(session: Session, product_id: int, alias: str, *, actor: Actor) -> None:
    """These words no longer name a variety. Raises Refusal `product-unknown`, `words-not-taught`, `not-allowed`."""
    require(actor, Right.TEACH_ANSWERS)
    product = _lock_product(session, product_id)
    if alias not in product.aliases:
        raise Refusal("words-not-taught", words=alias)
    product.aliases = [each for each in product.aliases if each != alias]
    record(session, actor=actor, action="alias-removed", subject=f"product:{product_id}", alias=alias)


def add_pack(
    session: Session, product_id: int, labels: Mapping[str, str], base_units: int, price_paise: int, *, actor: Actor
) -> Pack:
    """One more size that a variety is sold in, behind the others.

    Raises Refusal `product-unknown`, `name-missing`, `pack-name-taken`(name), `pack-size-unclear`,
    `pack-size-unlike`(label) when its name says another amount, `price-unclear`, `not-allowed`.
    """
    require(actor, Right.MANAGE_CATALOG)
    product = _lock_product(session, product_id)
    if not 1 <= base_units <= LARGEST_PACK:
        raise Refusal("pack-size-unclear", largest=LARGEST_PACK)
    label = labels.get(FIRST_LANGUAGE, "")
    if units_said(label, product.base_unit, load_lexicon()) not in {None, base_units}:
        raise Refusal("pack-size-unlike", label=label)
    last = session.exec(select(func.max(Pack.position)).where(Pack.product_id == product_id)).one()
    values: dict[str, Any] = {
        "labels": _labels(session, product_id, labels, None),
        "base_units": base_units,
        "price_paise": _check_price(price_paise),
        "position": 0 if last is None else last + 1,
    }
    pack = add_row(session, Pack(product_id=product_id, **values))
    record_change(session, actor=actor, action="pack-added", subject=f"pack:{pack.id}", before={}, after=values)
    return pack


def change_pack(
    session: Session, pack_id: int, labels: Mapping[str, str], *, position: int, active: bool, actor: Actor
) -> None:
    """What a pack is called and whether it is sold; how much it holds stays, another size is another pack.

    Raises Refusal `pack-unknown`, `name-missing`, `pack-name-taken`(name), `not-allowed`.
    """
    require(actor, Right.MANAGE_CATALOG)
    pack = _lock_pack(session, pack_id)
    _lock_product(session, pack.product_id)
    known = _labels(session, pack.product_id, labels, pack_id)
    after = {"labels": known, "position": position, "active": active}
    before = edit_row(session, pack, after)
    record_change(session, actor=actor, action="pack-changed", subject=f"pack:{pack_id}", before=before, after=after)


def set_price(session: Session, pack_id: int, price_paise: int, *, actor: Actor) -> int:
    """What a pack costs from the next order on, in paise; returns what it cost before.

    Raises Refusal `pack-unknown`, `price-unclear`(highest_paise), `not-allowed`.
    """
    require(actor, Right.MANAGE_CATALOG)
    pack = _lock_pack(session, pack_id)
    after = {"price_paise": _check_price(price_paise)}
    before = edit_row(session, pack, after)
    if record_change(session, actor=actor, action="price-set", subject=f"pack:{pack_id}", before=before, after=after):
        back = {"pack_id": pack_id, "before_paise": before["price_paise"], "set_paise": price_paise}
        note_undo(session, "price", f"pack:{pack_id}", back, actor=actor)
    return int(before["price_paise"])


def _check(session: Session, facts: ProductFacts, product_id: int | None) -> dict[str, Any]:
    names = _by_language(facts.names)
    _refuse_taken(session, names.values(), product_id)
    if facts.season_ends_on < facts.season_begins_on:
        raise Refusal("season-out-of-order")
    if not 0 <= facts.ripe_after_days <= facts.ripe_until_days:
        raise Refusal("ripeness-out-of-order")
    stories = {language: told for language, story in facts.stories.items() if (told := clean_line(story))}
    longest = max(map(len, stories.values()), default=0)
    if longest > LONGEST_STORY:
        raise Refusal("story-too-long", longest=LONGEST_STORY, length=longest)
    stories.setdefault(FIRST_LANGUAGE, names[FIRST_LANGUAGE])
    return asdict(facts) | {"names": names, "stories": stories, "grade": clean_line(facts.grade)}


def _refuse_taken(session: Session, names: Any, product_id: int | None) -> None:
    """A name that another variety has would name both."""
    ways = {split_way(part): name for name in names for part in (name, *name.split("·"))}
    for name, other in names_of_fruit(session):
        for part in (name, *name.split("·")):
            if other != product_id and (way := split_way(part)) in ways:
                raise Refusal("words-taken", words=ways[way], by="variety")


def _by_language(said: Mapping[str, str]) -> dict[str, str]:
    """Without those that were left empty. Raises Refusal `name-missing` without an English one."""
    kept = {language: name for language, typed in said.items() if (name := clean_name(typed))}
    if FIRST_LANGUAGE not in kept:
        raise Refusal("name-missing")
    return kept


def _labels(session: Session, product_id: int, labels: Mapping[str, str], pack_id: int | None) -> dict[str, str]:
    """What a pack is called; no other of its variety is, sold or not: in the chat nothing else tells them apart."""
    known = _by_language(labels)
    others = session.exec(select(Pack.labels).where(Pack.product_id == product_id, col(Pack.id) != (pack_id or 0)))
    taken = {label.casefold() for other in others for label in other.values()}
    for label in known.values():
        if label.casefold() in taken:
            raise Refusal("pack-name-taken", name=label)
    return known


def _check_price(price_paise: int) -> int:
    if not 1 <= price_paise <= HIGHEST_PRICE:
        raise Refusal("price-unclear", highest_paise=HIGHEST_PRICE)
    return price_paise


def _lock_product(session: Session, product_id: int) -> Product:
    product = session.exec(select(Product).where(col(Product.id) == product_id).with_for_update(key_share=True)).first()
    if product is None:
        raise Refusal("product-unknown")
    return product


def _lock_pack(session: Session, pack_id: int) -> Pack:
    pack = session.exec(select(Pack).where(col(Pack.id) == pack_id).with_for_update(key_share=True)).first()
    if pack is None:
        raise Refusal("pack-unknown")
    return pack
