"""Where somebody can stand while ordering."""

from enum import StrEnum


class Step(StrEnum):
    MENU = "menu"
    VARIETY = "variety"
    PACK = "pack"
    CART = "cart"
    LINES = "lines"
    QUANTITY = "quantity"
    WHERE = "where"
    FLAT = "flat"
    TOWER = "tower"
    CHECKING = "checking"
    PHONE = "phone"
    WHEN = "when"
    SUMMARY = "summary"
    CHANGES = "changes"
    NOTE = "note"
    PAYING = "paying"
    AGAIN = "again"
    FORM = "form"
    ASKING = "asking"
    UNSURE = "unsure"
