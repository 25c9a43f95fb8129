"""The actions of interactive messages that show goods: catalogs, products, carousels."""

from __future__ import annotations

from typing import Any

from simulator.meta.checks import invalid, keep_length, keep_unique, need_items, need_object, need_text, wrong
from simulator.meta.interactive_forms import (
    ACTION,
    check_link,
    check_reply_button,
    check_section_titles,
    need_action_name,
)
from simulator.meta.sources import check_media_source
from simulator.world import World

Json = dict[str, Any]

PRODUCTS_MOST = 30
CARDS_FEWEST, CARDS_MOST = 2, 10
CARD_BODY_LONGEST = 160
CARD_LINE_BREAKS_MOST = 2
CARD_BUTTONS_MOST = 2


def check_catalog(_world: World, action: Json) -> None:
    need_action_name(action, "catalog_message")


def check_product(_world: World, action: Json) -> None:
    need_text(action, "catalog_id", f"{ACTION}['catalog_id']")
    need_text(action, "product_retailer_id", f"{ACTION}['product_retailer_id']")


def check_product_list(_world: World, action: Json) -> None:
    need_text(action, "catalog_id", f"{ACTION}['catalog_id']")
    sections = need_items(action, "sections", f"{ACTION}['sections']")
    check_section_titles(sections)
    count = 0
    for place, section in enumerate(sections):
        path = f"{ACTION}['sections'][{place}]['product_items']"
        items = need_items(section, "product_items", path)
        for item_place, item in enumerate(items):
            need_text(item, "product_retailer_id", f"{path}[{item_place}]['product_retailer_id']")
        count += len(items)
    if not 1 <= count <= PRODUCTS_MOST:
        raise invalid(f"Invalid products count. Min allowed products: 1, Max allowed products: {PRODUCTS_MOST}")


def check_carousel(world: World, action: Json) -> None:
    cards = need_items(action, "cards", f"{ACTION}['cards']")
    if not CARDS_FEWEST <= len(cards) <= CARDS_MOST:
        raise invalid(f"Invalid cards count. Min allowed cards: {CARDS_FEWEST}, Max allowed cards: {CARDS_MOST}")
    places = [card.get("card_index") for card in cards]
    if not all(isinstance(place, int) and 0 <= place < CARDS_MOST for place in places):
        raise invalid(f"card_index must be a number from 0 to {CARDS_MOST - 1}")
    keep_unique([str(place) for place in places], "card_index")
    if all(card.get("type") == "product" for card in cards):
        _check_product_cards(cards)
        return
    shapes = {_check_card(world, card, f"{ACTION}['cards'][{place}]") for place, card in enumerate(cards)}
    if len(shapes) > 1:
        raise invalid("All cards must have the same header type and the same buttons")


def _check_product_cards(cards: list[Json]) -> None:
    catalogs = set()
    for place, card in enumerate(cards):
        path = f"{ACTION}['cards'][{place}]['action']"
        action = need_object(card, "action", path)
        need_text(action, "product_retailer_id", f"{path}['product_retailer_id']")
        catalogs.add(need_text(action, "catalog_id", f"{path}['catalog_id']"))
    if len(catalogs) > 1:
        raise invalid("All products of a carousel must come from one catalog")


def _check_card(world: World, card: Json, path: str) -> tuple[str, str, int]:
    """Check one card; answers what must be alike on all: header type, kind and number of buttons."""
    header = need_object(card, "header", f"{path}['header']")
    header_type = need_text(header, "type", f"{path}['header']['type']")
    if header_type not in {"image", "video"}:
        raise invalid(f"Header type {header_type} is not allowed for carousel cards; allowed: image, video")
    source_path = f"{path}['header']['{header_type}']"
    check_media_source(world, need_object(header, header_type, source_path), source_path)
    if card.get("body") is not None:
        body = need_text(need_object(card, "body", f"{path}['body']"), "text", f"{path}['body']['text']")
        keep_length(body, "Card body text", CARD_BODY_LONGEST)
        if body.count("\n") > CARD_LINE_BREAKS_MOST:
            raise invalid(f"Card body text can have at most {CARD_LINE_BREAKS_MOST} line breaks")
    kind, count = _check_card_buttons(need_object(card, "action", f"{path}['action']"), f"{path}['action']")
    return header_type, kind, count


def _check_card_buttons(action: Json, path: str) -> tuple[str, int]:
    if action.get("name") == "cta_url":
        check_link(need_object(action, "parameters", f"{path}['parameters']"), f"{path}['parameters']")
        return "cta_url", 1
    if "buttons" not in action:
        raise wrong(f"{path}['name']", "must be one of {cta_url}, or buttons must be given")
    buttons = need_items(action, "buttons", f"{path}['buttons']")
    if not 1 <= len(buttons) <= CARD_BUTTONS_MOST:
        raise invalid(f"Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: {CARD_BUTTONS_MOST}")
    for place, button in enumerate(buttons):
        check_reply_button(button, f"{path}['buttons'][{place}]", key="quick_reply")
    return "quick_reply", len(buttons)
