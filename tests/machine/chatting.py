"""Rules: what people do with their phones."""

from __future__ import annotations

from hypothesis import strategies as some
from hypothesis.stateful import initialize, rule

from tests.machine.machine import CUSTOMERS, LONGEST_WALK, Stage, pay, small, then, who

WORDS = (
    "hi", "menu", "cart", "checkout", "pay", "my orders", "track", "cancel", "same again", "help", "talk to a person",
    "stop", "start", "change slot", "change address", "language", "hindi", "english", "yes", "no", "thanks",
    "2", "0", "-3", "12", "999999", "३", "two", "2 dozen alphonso", "1 kesar and 2 langra", "make it 3", "alfonso",
    "Palm Grove B-1203", "Banyan Heights A-404", "B-1203", "flat 7", "somewhere far away", "tomorrow", "kal subah",
    "नमस्ते", "मुझे आम चाहिए", "दो दर्जन हापुस", "रद्द करो", "ऑर्डर कहाँ है", "हिंदी",
    "🥭", "?",
    "\u202eevil\u202c", "'; DROP TABLE orders; --", "{ $code }", "x" * 4000, "0:cancels_order:AAAAAA", "\n\n",
)  # fmt: skip
ODD: tuple[dict[str, object], ...] = (
    {"type": "location", "latitude": 12.97, "longitude": 77.59},
    {"type": "location", "latitude": -33.86, "longitude": 151.2},
    {"type": "sticker"},
    {"type": "image", "caption": "are these ripe?"},
    {"type": "audio", "voice": True},
    {"type": "contacts"},
    {"type": "contacts", "phone": "447700900123", "name": "Somebody else"},
    {"type": "unsupported"},
    {"type": "form", "response": {}},
    {"type": "raw", "message": {"type": "text", "text": None}},
    {"type": "raw", "message": {"type": "interactive", "interactive": {"type": "button_reply"}}},
    {"type": "raw", "message": {"type": "button", "button": {"payload": "n:cancel_order:ZZZZZZ", "text": "Cancel"}}},
)
PAYMENTS: tuple[dict[str, object], ...] = (
    {"outcome": "paid"},
    {"outcome": "paid"},
    {"outcome": "failed"},
    {"outcome": "late_authorised"},
    {"outcome": "paid", "times": 2, "force": True},
    {"outcome": "paid", "force": True},
    {"outcome": "paid", "amount": 4200},
    {"outcome": "paid", "currency": "USD"},
)
FORGED = (
    "{code}", "track {code}", "cancel {code}", "n:my_order:{code}", "n:cancel_order:{code}", "n:order_again:{code}",
    "5:cancels_order:{code}", "n:cancels_order:{code}", "n:pays_cash:{code}", "n:pays_online:{code}",
)  # fmt: skip
anybody = some.sampled_from((*CUSTOMERS, "founder"))


class Chatting(Stage):
    """People chat and pay."""

    @initialize(first=some.tuples(pay, some.integers(0, 9)), second=some.tuples(pay, some.integers(0, 9)), choice=small)
    def the_morning(self, first: tuple[str, int], second: tuple[str, int], choice: int) -> None:
        """Two people are on their way to an order when the story begins."""
        for name, (means, steps) in zip(CUSTOMERS, (first, second), strict=False):
            self.walk(name, means, choice, steps)

    @rule(who=who, pay=pay, choice=small, steps=some.integers(1, 9), then=then)
    def goes_on(self, who: str, pay: str, choice: int, steps: int, then: str) -> None:
        """Somebody orders, or goes some steps towards it."""
        self.walk(who, pay, choice, steps - 1)
        self.people[who].goes_on(pay, choice)
        self.follow(then)

    @rule(
        name=some.sampled_from((*CUSTOMERS, "founder")), back=small, choice=small, times=some.integers(1, 2), then=then
    )
    def taps(self, name: str, back: int, choice: int, times: int, then: str) -> None:
        """A button of any message, old ones too, maybe twice."""
        for _ in range(times):
            self.people[name].taps(back, choice)
        self.follow(then)

    @rule(who=who, words=some.lists(some.sampled_from(WORDS), min_size=1, max_size=4), then=then)
    def says(self, who: str, words: list[str], then: str) -> None:
        """Some messages in a row."""
        for each in words:
            self.people[who].says(each)
        self.follow(then)

    @rule(who=who, content=some.sampled_from(ODD), then=then)
    def sends_something_else(self, who: str, content: dict[str, object], then: str) -> None:
        self.people[who].send(**content)
        self.follow(then)

    @rule(back=small, words=some.sampled_from(("Fresh ones come tomorrow.", "waiting", "😀")), then=then)
    def founder_answers(self, back: int, words: str, then: str) -> None:
        self.people["founder"].quotes(back, words)
        self.follow(then)

    @rule(who=who, choice=small, then=then)
    def cancels(self, who: str, choice: int, then: str) -> None:
        """Somebody asks to cancel, and mostly means it."""
        self.people[who].says("cancel")
        self.shop.live()
        self.people[who].taps(0, choice % 4 == 3)
        self.follow(then)

    @rule(who=who, back=some.integers(0, 3), how=some.sampled_from(PAYMENTS), then=then)
    def pays(self, who: str, back: int, how: dict[str, object], then: str) -> None:
        """At one of the links on the phone, the newest most often; who has none orders first."""
        if not self.people[who].links():
            self.walk(who, "online", back, LONGEST_WALK)
        links = self.people[who].links()
        if links:
            self.pay(who, links[-1 - back % len(links)], how)
            self.follow(then)

    @rule(who=who, name=some.sampled_from(FORGED), row=small, then=then)
    def names_the_order_of_another(self, who: str, name: str, row: int, then: str) -> None:
        """Somebody knows an order code, maybe not their own, and sends it in words or in a forged button."""
        codes = [each.code for each in self.shop.read("SELECT code FROM orders ORDER BY id DESC LIMIT 6")]
        words = name.format(code=codes[row % len(codes)])
        reply = {"type": "button_reply", "button_reply": {"id": words, "title": "Yes"}}
        if ":" in words:
            self.people[who].send(type="raw", message={"type": "interactive", "interactive": reply})
        else:
            self.people[who].says(words)
        self.follow(then)

    @rule(who=who, number=some.integers(0, 2))
    def moves_to_another_number(self, who: str, number: int) -> None:
        """A new phone number, which brings a new user id. Who writes before the news is in `test_stories`."""
        self.shop.live()
        self.move(who, number)
        self.shop.live()

    def move(self, who: str, number: int) -> None:
        """Two people never have the same number."""
        phone = f"91000000{200 + CUSTOMERS.index(who) * 10 + number:04d}"
        self.shop.try_ask(f"/sim/phones/{who}/change-number", {"phone": phone})
