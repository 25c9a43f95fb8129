"""What the shop says, as values that exist only if Meta takes them (WHATSAPP §2.2).

Every constructor raises MessageRefused for what Meta refuses. `to_graph()` is the Cloud API's object without the
envelope: the sender adds `messaging_product`, the recipient and our own id.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

from bot import limits
from bot.fitting import fit, fit_body, plain
from bot.form_messages import AddressForm, FormButton, SavedAddress
from bot.limits import MessageRefused, check_count, check_optional, check_text, check_unique, check_web_address
from bot.template_message import TemplateMessage

__all__ = [
    "AddressForm",
    "Button",
    "Buttons",
    "ContactRequest",
    "FormButton",
    "Image",
    "LinkButton",
    "ListMessage",
    "LocationMessage",
    "LocationRequest",
    "MessageRefused",
    "OutgoingMessage",
    "Picture",
    "Row",
    "SavedAddress",
    "Section",
    "TemplateMessage",
    "Text",
    "fit",
    "fit_body",
    "plain",
]
Graph = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Picture:
    """A JPEG or PNG: either a `link` that Meta fetches, or the `media_id` of an upload."""

    link: str | None = None
    media_id: str | None = None

    def __post_init__(self) -> None:
        if (self.link is None) == (self.media_id is None):
            raise MessageRefused("a picture has either a link or a media id")
        if self.link is not None:
            check_web_address(self.link, "the picture's link")
        check_optional(self.media_id, "the picture's media id", 256)

    def to_graph(self) -> Graph:
        return {"link": self.link} if self.link is not None else {"id": self.media_id}


Header: TypeAlias = str | Picture | None


@dataclass(frozen=True, slots=True)
class Text:
    """Plain text of 1 to 4096 characters. Prefer a richer form: each message is billed."""

    body: str
    preview_url: bool = False

    def __post_init__(self) -> None:
        check_text(self.body, "the text", limits.TEXT, lines=True)

    def to_graph(self) -> Graph:
        return {"type": "text", "text": {"body": self.body, "preview_url": self.preview_url}}


@dataclass(frozen=True, slots=True)
class Image:
    picture: Picture
    caption: str | None = None

    def __post_init__(self) -> None:
        if self.caption is not None:
            check_text(self.caption, "the caption", limits.CAPTION, lines=True)

    def to_graph(self) -> Graph:
        caption = {"caption": self.caption} if self.caption is not None else {}
        return {"type": "image", "image": {**self.picture.to_graph(), **caption}}


@dataclass(frozen=True, slots=True)
class Button:
    """A reply button: its id comes back when it is tapped."""

    id: str
    title: str

    def __post_init__(self) -> None:
        check_text(self.id, "the button's id", limits.BUTTON_ID)
        check_text(self.title, "the button", limits.BUTTON_TITLE)


@dataclass(frozen=True, slots=True)
class Buttons:
    """A body with one to three reply buttons, under an optional line or picture."""

    body: str
    buttons: tuple[Button, ...]
    header: Header = None
    footer: str | None = None

    def __post_init__(self) -> None:
        _check_frame(self.body, self.header, self.footer)
        check_count(self.buttons, "buttons", limits.BUTTONS)
        check_unique([button.id for button in self.buttons], "a button's id")
        check_unique([button.title for button in self.buttons], "a button")

    def to_graph(self) -> Graph:
        replies = [{"type": "reply", "reply": {"id": button.id, "title": button.title}} for button in self.buttons]
        return _interactive("button", {"buttons": replies}, self.body, self.header, self.footer)


@dataclass(frozen=True, slots=True)
class Row:
    id: str
    title: str
    description: str | None = None

    def __post_init__(self) -> None:
        check_text(self.id, "the row's id", limits.ROW_ID)
        check_text(self.title, "the row", limits.ROW_TITLE)
        check_optional(self.description, "the row's description", limits.ROW_DESCRIPTION)

    def to_graph(self) -> Graph:
        description = {"description": self.description} if self.description is not None else {}
        return {"id": self.id, "title": self.title, **description}


@dataclass(frozen=True, slots=True)
class Section:
    rows: tuple[Row, ...]
    title: str | None = None

    def __post_init__(self) -> None:
        check_count(self.rows, "rows", limits.ROWS)
        check_optional(self.title, "the section", limits.SECTION_TITLE)

    def to_graph(self) -> Graph:
        title = {"title": self.title} if self.title is not None else {}
        return {**title, "rows": [row.to_graph() for row in self.rows]}


@dataclass(frozen=True, slots=True)
class ListMessage:
    """A body with a button that opens a list of at most ten rows, all sections together."""

    body: str
    button: str
    sections: tuple[Section, ...]
    header: str | None = None
    footer: str | None = None

    def __post_init__(self) -> None:
        _check_frame(self.body, self.header, self.footer)
        check_text(self.button, "the list's button", limits.BUTTON_TITLE)
        check_count(self.sections, "sections", limits.SECTIONS)
        check_count(self.rows, "rows", limits.ROWS)
        check_unique([row.id for row in self.rows], "a row's id")
        if len(self.sections) > 1 and any(section.title is None for section in self.sections):
            raise MessageRefused("one of several sections has no title")

    @property
    def rows(self) -> tuple[Row, ...]:
        return tuple(row for section in self.sections for row in section.rows)

    def to_graph(self) -> Graph:
        action = {"button": self.button, "sections": [section.to_graph() for section in self.sections]}
        return _interactive("list", action, self.body, self.header, self.footer)


@dataclass(frozen=True, slots=True)
class LinkButton:
    """A body with one button that opens a web address, such as the payment page."""

    body: str
    label: str
    url: str
    header: Header = None
    footer: str | None = None

    def __post_init__(self) -> None:
        _check_frame(self.body, self.header, self.footer)
        check_text(self.label, "the link button", limits.BUTTON_TITLE)
        check_web_address(self.url, "the link")

    def to_graph(self) -> Graph:
        action = {"name": "cta_url", "parameters": {"display_text": self.label, "url": self.url}}
        return _interactive("cta_url", action, self.body, self.header, self.footer)


@dataclass(frozen=True, slots=True)
class LocationRequest:
    """A body with WhatsApp's own *Send location* button. No header, no footer."""

    body: str

    def __post_init__(self) -> None:
        _check_frame(self.body, None, None)

    def to_graph(self) -> Graph:
        return _interactive("location_request_message", {"name": "send_location"}, self.body, None, None)


@dataclass(frozen=True, slots=True)
class ContactRequest:
    """Asks a person without a visible phone number to share it; it comes back as a `contacts` message."""

    body: str

    def __post_init__(self) -> None:
        _check_frame(self.body, None, None)

    def to_graph(self) -> Graph:
        return _interactive("request_contact_info", {"name": "request_contact_info"}, self.body, None, None)


@dataclass(frozen=True, slots=True)
class LocationMessage:
    """A pin on the map; degrees."""

    latitude: float
    longitude: float
    name: str | None = None
    address: str | None = None

    def __post_init__(self) -> None:
        if not (-90 <= self.latitude <= 90 and -180 <= self.longitude <= 180):
            raise MessageRefused("the pin is not on the earth")
        check_optional(self.name, "the pin's name", limits.BODY)
        check_optional(self.address, "the pin's address", limits.BODY)

    def to_graph(self) -> Graph:
        words = {"name": self.name, "address": self.address}
        kept = {key: value for key, value in words.items() if value is not None}
        return {"type": "location", "location": {"latitude": self.latitude, "longitude": self.longitude, **kept}}


OutgoingMessage: TypeAlias = (
    Text
    | Image
    | Buttons
    | ListMessage
    | LinkButton
    | LocationRequest
    | ContactRequest
    | LocationMessage
    | TemplateMessage
    | AddressForm
    | FormButton
)


def _check_frame(body: str, header: Header, footer: str | None) -> None:
    check_text(body, "the body", limits.BODY, lines=True)
    if isinstance(header, str):
        check_text(header, "the header", limits.HEADER)
    check_optional(footer, "the footer", limits.FOOTER)


def _interactive(kind: str, action: Graph, body: str, header: Header, footer: str | None) -> Graph:
    interactive: Graph = {"type": kind, "body": {"text": body}, "action": action}
    if isinstance(header, str):
        interactive["header"] = {"type": "text", "text": header}
    elif header is not None:
        interactive["header"] = {"type": "image", "image": header.to_graph()}
    if footer is not None:
        interactive["footer"] = {"text": footer}
    return {"type": "interactive", "interactive": interactive}
