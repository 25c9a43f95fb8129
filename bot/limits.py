"""What WhatsApp takes in one field (WHATSAPP §2.2), as checks that the typed messages share. Counts are code points."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from core.errors import Fault

TEXT = 4096
BODY = 1024
CAPTION = 1024
HEADER = 60
FOOTER = 60
BUTTONS = 3
BUTTON_ID = 256
BUTTON_TITLE = 20
SECTIONS = 10
SECTION_TITLE = 24
ROWS = 10
ROW_ID = 200
ROW_TITLE = 24
ROW_DESCRIPTION = 72
URL = 2000

WEB_ADDRESS = re.compile(r"https?://[^\s/?#]+\S*\Z")
# Meta refuses these in the value of a template's variable (132018).
NOT_IN_A_VARIABLE = re.compile(r"[\n\r\t]| {5,}")
UNSENDABLE = re.compile("[\x00-\x09\x0b-\x1f\x7f\ud800-\udfff]")
UNSENDABLE_ON_ONE_LINE = re.compile("[\x00-\x1f\x7f\u2028\u2029\ud800-\udfff]")


class MessageRefused(Fault):
    """A message that Meta would refuse: a bug or bad data of ours, found before it is sent."""


def is_blank(text: str) -> bool:
    """Whether nothing in it can be seen: spaces, controls and joiners only."""
    if text and unicodedata.category(text[0])[0] not in "ZC":  # as nearly always
        return False
    return all(unicodedata.category(letter)[0] in "ZC" for letter in text)


def check_text(text: str, what: str, longest: int, *, lines: bool = False) -> None:
    """Raise MessageRefused unless the text is 1 to `longest` code points, visible and sendable."""
    if not text or is_blank(text):
        raise MessageRefused(f"{what} is empty")
    if len(text) > longest:
        raise MessageRefused(f"{what} has {len(text)} characters, at most {longest} are taken: {text[:40]!r}")
    if (UNSENDABLE if lines else UNSENDABLE_ON_ONE_LINE).search(text):
        raise MessageRefused(f"{what} holds a control character or half a character: {text[:40]!r}")
    if not lines and text != text.strip():
        raise MessageRefused(f"{what} begins or ends with a space: {text[:40]!r}")


def check_optional(text: str | None, what: str, longest: int) -> None:
    """The same for a field that may be left out, on one line; an empty text is not left out, and refused."""
    if text is not None:
        check_text(text, what, longest)


def check_count(items: Sequence[object], what: str, most: int) -> None:
    if not 1 <= len(items) <= most:
        raise MessageRefused(f"{len(items)} {what}, 1 to {most} are taken")


def check_unique(values: Sequence[str], what: str) -> None:
    if len(set(values)) < len(values):
        raise MessageRefused(f"{what} twice in one message: {sorted(values)}")


def check_web_address(address: str, what: str) -> None:
    """Raise MessageRefused unless it is http or https with a host, without spaces."""
    if len(address) > URL or UNSENDABLE_ON_ONE_LINE.search(address) or not WEB_ADDRESS.match(address):
        raise MessageRefused(f"{what} is not an http or https address: {address[:60]!r}")


def check_variable(value: str, what: str) -> None:
    """Raise MessageRefused unless a template's variable may hold it (132018)."""
    check_text(value, what, BODY)
    if NOT_IN_A_VARIABLE.search(value):
        raise MessageRefused(f"{what} holds a line break, a tab or five spaces: {value[:40]!r}")
