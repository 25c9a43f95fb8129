"""A person with a phone: says, taps, and hears what the shop answers, through the real doors."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from core.wording import has_wording, say
from tests.support.patience import PATIENCE_SECONDS
from tests.support.wording_match import as_read, says
from tests.support.world import World

SECONDS_OF_A_FETCH = 2  # with nothing to fetch
FORMS = {"flow", "address_message"}


@dataclass(frozen=True)
class Said:
    """A message of the shop as the phone shows it; `choices` are (id, title) of its buttons or rows, `form` what a form
    is opened with."""

    id: str
    text: str
    footer: str
    choices: tuple[tuple[str, str], ...]
    url: str | None
    form: dict[str, Any] = field(default_factory=dict)


@dataclass
class Person:
    """One phone of the outside world. Whatever is sent to it must be heard before its owner goes on."""

    world: World
    phone: str
    language: str = "en"
    seen: int = 0
    unheard: list[Said] = field(default_factory=list)
    heard: list[Said] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    # --- what the person does

    def says(self, text: str, reply_to: Said | None = None) -> str:
        """Type a message; returns its id."""
        return self._do(text, type="text", text=text, **({"reply_to": reply_to.id} if reply_to else {}))

    def sends(self, kind: str, **content: Any) -> str:
        """Send something that is no text: a location, an image, a sticker, contacts …"""
        return self._do(f"({kind})", type=kind, **content)

    def taps(self, title: str, message: Said | None = None) -> None:
        """Tap the button or row of that title, in the last message that has one or in the one given."""
        for said in [message] if message else reversed(self.heard):
            for choice_id, name in said.choices:
                if name.startswith(title):
                    self._refuse_unheard()
                    self.lines.append(f"> [{name}]")
                    self._post("tap", message_id=said.id, id=choice_id)
                    return
        self._fail(f"nothing to tap is called {title!r}")

    def fills_in(self, *, saved: str | None = None, message: Said | None = None, **values: str) -> None:
        """Fill in the form heard last, or choose the saved address in it of that house number."""
        form = message or next(said for said in reversed(self.heard) if said.form)
        self._refuse_unheard()
        self.lines.append(f"> (fills in {saved or values})")
        ways = [each["id"] for each in form.form.get("saved_addresses", []) if saved in each["value"].values()]
        filled = {"saved_address_id": ways[0]} if saved else {"values": values}
        self._post("fill", message_id=form.id, **filled)

    def offers(self, said: Said, field: str) -> dict[str, str]:
        """What a field of a form of ours offers: ids by title."""
        shown = self.world.outside.get(f"/sim/phones/{self.phone}/forms/{said.id}").raise_for_status().json()
        found = next(each for each in shown["components"] if each.get("name") == field)
        return {option["title"]: option["id"] for option in found["data-source"]}

    def taps_twice(self, title: str) -> None:
        """A double tap, faster than any answer."""
        self.taps(title)
        message = next(said for said in reversed(self.heard) if any(name.startswith(title) for _, name in said.choices))
        self.taps(title, message)

    def pays(self, said: Said, **how: Any) -> None:
        """Pay at the link of a message."""
        assert said.url is not None, "there is no link in that message"
        self.lines.append("> (pays at the link)")
        body = {"outcome": "paid", "method": "upi", **how}
        self.world.outside.post(f"/sim/links/{said.url.rsplit('/', 1)[-1]}/pay", json=body).raise_for_status()

    # --- what the person hears

    def hears(self, key: str, *, buttons: list[str] | None = None, **values: Any) -> Said:
        """The next message holds the wording of `key`, and offers exactly `buttons` when they are given."""
        said = self._next(key)
        if not says(said.text, self.language, key, values):
            self._fail(f"expected {key} {values or ''}\n{self._word(key)}\nbut heard\n{said.text}")
        if buttons is not None and [title for _, title in said.choices] != buttons:
            self._fail(f"expected the buttons {buttons}, but {[title for _, title in said.choices]} are there")
        return said

    def hears_anything(self) -> Said:
        """The next message, whatever it says."""
        return self._next("an answer")

    def hears_nothing(self) -> None:
        """When everything is done, there is nothing new."""
        self.world.settle()
        self._fetch(wait=0)
        if self.unheard:
            self._fail(f"expected silence, but heard\n{self.unheard[0].text}")

    def count_heard(self) -> int:
        """How many messages the shop has sent to this phone."""
        self.world.settle()
        self._fetch(wait=0)
        return len(self.heard) + len(self.unheard)

    # ---

    def _do(self, line: str, **content: Any) -> str:
        self._refuse_unheard()
        self.lines.append(f"> {line}")
        return str(self._post("send", **content)["id"])

    def _post(self, verb: str, **content: Any) -> dict[str, Any]:
        answer = self.world.outside.post(f"/sim/phones/{self.phone}/{verb}", json=content)
        answer.raise_for_status()
        body: dict[str, Any] = answer.json()
        return body

    def _refuse_unheard(self) -> None:
        if self.unheard:
            self._fail(f"this was not heard yet:\n{self.unheard[0].text}")

    def _next(self, key: str) -> Said:
        for _ in range(int(PATIENCE_SECONDS / SECONDS_OF_A_FETCH)):
            if not self.unheard:
                self._fetch(wait=SECONDS_OF_A_FETCH)
        if not self.unheard:
            self._fail(f"expected {key}, but nothing came")
        said = self.unheard.pop(0)
        self.heard.append(said)
        return said

    def _fetch(self, *, wait: int) -> None:
        path = f"/sim/phones/{self.phone}/messages"
        answer = self.world.outside.get(path, params={"after": self.seen, "wait_seconds": wait})
        for message in answer.raise_for_status().json():
            self.seen = max(self.seen, message["seq"])
            if message["direction"] == "to_phone":
                said = read_said(message)
                self.lines.append(show_said(said))
                self.unheard.append(said)

    def _word(self, key: str) -> str:
        return "" if not has_wording(key) else f"(in {self.language})"

    def _fail(self, reason: str) -> None:
        pytest.fail(reason + "\n\nThe chat:\n" + "\n".join(self.lines), pytrace=False)


def read_said(message: dict[str, Any]) -> Said:
    """What the phone shows of a message in Graph's shape."""
    if message.get("template"):
        template = message["template"]
        taps = tuple((button.get("id") or button.get("payload") or button["text"], button["text"])
                     for button in template.get("buttons", []))  # fmt: skip
        return Said(message["id"], as_read(template["body"]), template.get("footer") or "", taps, None)
    payload, kind = message["payload"], message["type"]
    if kind != "interactive":
        return Said(message["id"], as_read(payload[kind].get("body", kind)), "", (), None)
    content = payload["interactive"]
    action = content["action"]
    items = [button["reply"] for button in action.get("buttons", [])]
    items += [row for section in action.get("sections", []) for row in section["rows"]]
    parameters = action.get("parameters") or {}
    choices = tuple((item["id"], _title(item)) for item in items)
    footer = content.get("footer", {}).get("text", "")
    form = parameters if content["type"] in FORMS else {}
    return Said(message["id"], as_read(content["body"]["text"]), footer, choices, parameters.get("url"), form)


def _title(item: dict[str, Any]) -> str:
    return as_read(item["title"] + (f" | {item['description']}" if item.get("description") else ""))


def show_said(said: Said) -> str:
    """A message as lines of a transcript."""
    parts = ["< " + said.text.replace("\n", "\n  ")]
    parts += [f"  _{said.footer}_"] if said.footer else []
    parts += [f"  [{title}]" for _, title in said.choices]
    parts += ["  (link)"] if said.url else []
    parts += ["  (form)"] if said.form else []
    return "\n".join(parts)


def worded(language: str, *keys: str) -> list[str]:
    """Labels in a language."""
    return [say(language, key) for key in keys]
