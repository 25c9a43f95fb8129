"""What every template of every door is given, beside its own values."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from core.settings import Settings
from pages.nearest import page_above
from pages.origins import SAFE_METHODS
from pages.wording import PAGES, say

if TYPE_CHECKING:
    from pages.visit import Visit

SHOP_NAME = "Jamango"


class SentForm:
    """The form whose answer a page is; another language is asked for with it, so that nothing typed is lost."""

    def __init__(self, action: str) -> None:
        self.action = action
        self.is_shown = False

    def takes(self, *actions: str) -> bool:
        """Whether a form that leads to these addresses is it: the first such one on the page."""
        is_it = not self.is_shown and self.action in actions and bool(self.action)
        self.is_shown = self.is_shown or is_it
        return is_it


def frame_of(visit: Visit) -> dict[str, Any]:
    """The visit itself, its language and `t()`, the frame of its door, the ways out, and where it is."""
    language = visit.language
    return {
        "visit": visit,
        "language": language,
        "language_names": {each: say(each, "language-name") for each in PAGES.load()},
        "t": partial(say, language),
        "layout": visit.area.layout,
        "shop_name": SHOP_NAME,
        "chat_url": chat_url(visit.settings),
        "public_url": visit.settings.public_url,
        "here": _here(visit),
        "sent": SentForm("" if visit.request.method in SAFE_METHODS else visit.request.url.path),
        **visit.area.frame(visit),
    }


def chat_url(settings: Settings) -> str:
    """Where "order on WhatsApp" leads."""
    return f"{settings.whatsapp_chat_url}/{settings.whatsapp_phone_number.lstrip('+')}"


def _here(visit: Visit) -> str:
    """Where a choice of language comes back to."""
    url = visit.request.url
    path = f"{url.path}?{url.query}" if url.query else url.path
    return path if visit.request.method in SAFE_METHODS else page_above(visit.request, visit.area.home)
