"""People who chat with the shop: what their phones show, and the sensible next thing to do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.machine.shop import Shop
from tests.support.chat import Said, read_said

# What somebody taps who wants mangoes, the most advanced first.
FORWARD = ("picks_slot", "checks_out", "picks_pack", "picks_home", "repeats", "picks_variety")
PAYING = {"online": "pays_online", "cash": "pays_cash"}
HOME = "Palm Grove B-1203"


@dataclass
class Heard:
    """A message on a phone, as the person and the outside world know it."""

    said: Said
    type: str
    content: dict[str, Any]


@dataclass
class Human:
    """One phone."""

    shop: Shop
    phone: str
    seen: int = 0
    heard: list[Heard] = field(default_factory=list)

    def look(self) -> list[Heard]:
        """Everything that has come so far, the newest last."""
        for message in self.shop.ask("GET", f"/sim/phones/{self.phone}/messages?after={self.seen}"):
            self.seen = max(self.seen, message["seq"])
            if message["direction"] == "to_phone":
                content = message["payload"].get("interactive") or message["payload"]
                self.heard.append(Heard(read_said(message), content.get("type", message["type"]), message))
        return self.heard

    def says(self, words: str) -> None:
        self.send(type="text", text=words)

    def send(self, **content: Any) -> None:
        self.shop.ask("POST", f"/sim/phones/{self.phone}/send", content)

    def taps(self, back: int, choice: int) -> bool:
        """Tap a button `back` messages ago, counted over those that have buttons; False when there is none."""
        offering = [heard.said for heard in self.look() if heard.said.choices]
        if not offering:
            return False
        said = offering[-1 - back % len(offering)]
        self._tap(said, said.choices[choice % len(said.choices)][0])
        return True

    def goes_on(self, pay: str, choice: int) -> None:
        """Do what leads to an order: the forward button of the latest message, or what was asked for in words."""
        heard = self.look()
        latest = heard[-1] if heard else None
        for trigger in (PAYING[pay], *FORWARD):
            offers = _offers(latest, trigger)
            if latest and offers:
                self._tap(latest.said, offers[choice % len(offers)])
                return
        if latest and latest.type == "request_contact_info":
            self.send(type="contacts")
        elif _offers(latest, "picks_apartment"):
            self.says(HOME)
        else:
            self.says("hi" if latest is None or choice % 2 else HOME.rsplit(" ", 1)[-1])

    def links(self) -> list[str]:
        """Razorpay's ids of the payment links on this phone."""
        urls = [heard.said.url for heard in self.look() if heard.said.url and "/pay/" in heard.said.url]
        return [url.rsplit("/", 1)[-1] for url in urls]

    def quotes(self, back: int, words: str) -> None:
        """Reply to a message with words."""
        heard = self.look()
        reply = {"reply_to": heard[-1 - back % len(heard)].said.id} if heard else {}
        self.send(type="text", text=words, **reply)

    def _tap(self, said: Said, choice: str) -> None:
        self.shop.ask("POST", f"/sim/phones/{self.phone}/tap", {"message_id": said.id, "id": choice})


def _offers(heard: Heard | None, trigger: str) -> list[str]:
    """The buttons of a message that mean this."""
    return [tap for tap, _ in heard.said.choices if tap.split(":")[1:2] == [trigger]] if heard else []
