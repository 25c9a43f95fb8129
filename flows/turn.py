"""One turn of a chat: what came in, what we know, and what we are about to say."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from fractions import Fraction
from typing import Any

from sqlmodel import Session

from bot.fitting import fit
from bot.inbound import Inbound
from bot.limits import BUTTON_TITLE, ROW_DESCRIPTION, ROW_TITLE
from bot.messages import Button, OutgoingMessage, Row
from core.actor import Actor
from core.catalog.queries import names_of_fruit
from core.chats.state import ChatState
from core.clock import business_day
from core.errors import Fault
from core.reading.book import Book
from core.reading.lexicon import load_lexicon
from core.reading.meaning import Item, Meaning
from core.reading.names import make_names
from core.reading.reader import read_line, read_meaning
from core.reading.remembering import remembers_short_lines
from core.reading.sentence import Sentence, read_sentence
from core.settings import get_settings
from core.shop.queries import read_shop
from core.shop.tables import Shop
from core.staff.tables import Staff
from core.views.book import shop_book
from core.wording import say
from flows.clauses import with_its_tail
from flows.customer import CustomerPart
from flows.memory import Memory, TalkMemory
from flows.repertoire import Repertoire

# Steps that ask for what a line may be an answer to.
PLACES = {
    "cart": "cart", "lines": "cart", "quantity": "cart", "where": "where", "flat": "where", "tower": "where",
    "checking": "where", "moving": "where", "when": "when", "summary": "summary", "changes": "summary",
    "paying": "summary", "again": "regular", "unsure": "unsure",
}  # fmt: skip
# Where a line may mean all that is in the cart without naming it.
SPEAKS_OF_THE_CART = frozenset({"cart", "where", "when", "summary"})


@remembers_short_lines
def _read_everyday(typed: str) -> Sentence:
    return read_sentence(typed, load_lexicon())


def _speaks_of_all(meaning: Meaning) -> bool:
    """Whether something is to be done with fruit that is not named or counted: `dono 1 kilo aur`, `sab hata do`."""
    return not meaning.items or any(item.variety is None or item.count is None for item in meaning.items)


@dataclass
class Turn:
    """What a script's functions work on, whoever the person is; who a script is for is known by their part.

    `script`, `step` and `memory` are written back to the chat when the turn ends; only the engine moves the first two.
    `number` is this turn's, for the ids of its buttons. `arg` belongs to the trigger being fired, and `then` is the
    trigger to go on with. `notes` are lines said before the step's question in the same message; a `quiet` turn sends
    nothing of its own; one that `leaves_the_answer` is part of one thought with the next message of this turn, which
    answers for both; a turn that `waits` leaves the person waiting for a notice, so we show that we type; a `shorter`
    one asks its question in a few words, and `instead` is said in place of any question; a reply to what is said
    `about_chat_id` is for that customer; `reply` is what a customer's turn answers, in Graph's shape; `scratch` keeps
    what was looked up, for this turn only.
    """

    session: Session
    now: datetime
    chat: ChatState
    inbound: Inbound
    inbox_id: int
    language: str
    name: str
    repertoire: Repertoire
    script: str
    step: str
    number: int
    memory: Memory
    customer_part: CustomerPart | None = None
    staff_part: Staff | None = None
    arg: str = ""
    then: str | None = None
    notes: list[str] = field(default_factory=list)
    quiet: bool = False
    waits: bool = False
    leaves_the_answer: bool = False
    shorter: bool = False
    instead: OutgoingMessage | None = None
    about_chat_id: int | None = None
    reply: dict[str, Any] | None = None
    scratch: dict[str, Any] = field(default_factory=dict)
    _said: Sentence | None = None
    _said_of_fruit: Sentence | None = None
    _said_as_line: Sentence | None = None
    _meaning: Meaning | None = None

    @property
    def is_of_customer(self) -> bool:
        return self.customer_part is not None

    @property
    def customer(self) -> CustomerPart:
        """Raises Fault in somebody else's chat."""
        if self.customer_part is None:
            raise Fault(f"The script {self.script!r} is for customers, and chat {self.chat.id} is of somebody else.")
        return self.customer_part

    @property
    def staff(self) -> Staff:
        """Raises Fault in somebody else's chat."""
        if self.staff_part is None:
            raise Fault(f"The script {self.script!r} is for staff, and chat {self.chat.id} is of somebody else.")
        return self.staff_part

    @property
    def actor(self) -> Actor:
        """The person, as verbs and audit rows know them."""
        if self.customer_part is not None:
            return Actor.customer(self.customer.id)
        return Actor.staff(self.staff.id, self.staff.role)

    @property
    def talk(self) -> TalkMemory:
        return self.memory.part(TalkMemory)

    @property
    def said(self) -> Sentence:
        """What was typed, read with the lexicon alone."""
        if self._said is None:
            self._said = _read_everyday(self.inbound.text)
        return self._said

    @property
    def said_of_fruit(self) -> Sentence:
        """What was typed, read with the names of our varieties as well; looked up once a turn."""
        if self._said_of_fruit is None:
            names = make_names("variety", names_of_fruit(self.session))
            self._said_of_fruit = read_sentence(self.inbound.text, load_lexicon(), names)
        return self._said_of_fruit

    @property
    def said_as_line(self) -> Sentence:
        """What was typed, read with the words that only whole lines hold as well (`not at home`, `hatana`)."""
        if self._said_as_line is None:
            self._said_as_line = read_line(self.inbound.text, self._book())
        return self._said_as_line

    @property
    def meaning(self) -> Meaning:
        """What was typed, read as a whole line with the shop's own names; once a turn, when it is first asked for."""
        if self._meaning is None:
            self._meaning = self.read(self.inbound.text)
        return self._meaning

    def reads_instead(self, typed: str) -> None:
        """Read these words in place of all that was typed: the rest of them has been understood."""
        self.inbound = replace(self.inbound, text=typed)
        self._said = self._said_of_fruit = self._said_as_line = self._meaning = None

    def means(self, meaning: Meaning) -> None:
        """What was said otherwise than by typing, as the meaning of a line."""
        self._meaning = meaning

    def read(self, typed: str) -> Meaning:
        """A line, read where the chat stands. `2 kar do` where a home is asked for corrects the cart: no flat."""
        book = self._book()
        today = business_day(self.now, get_settings().zone)
        meaning = read_meaning(typed, book, today, self.place)
        if self.place in SPEAKS_OF_THE_CART and _speaks_of_all(meaning) and self.customer.cart.lines:
            meaning = read_meaning(typed, book, today, self.place, self._chosen())
        home = meaning.home
        is_number = home is not None and home.apartment is None and not home.tower and home.flat.isdigit()
        if is_number and read_sentence(typed, load_lexicon()).has("change", "do"):
            return read_meaning(typed, book, today, "cart")
        return with_its_tail(meaning, lambda words, at: read_meaning(words, book, today, at), self.place)

    def _book(self) -> Book:
        """The shop's names, looked up once a turn."""
        if "book" not in self.scratch:
            self.scratch["book"] = shop_book(self.session)
        book: Book = self.scratch["book"]
        return book

    def _chosen(self) -> tuple[Item, ...]:
        """What is in the cart, as `both` or `the rest` mean it."""
        counts = {line.product_id: line.quantity for line in self.customer.cart.lines}
        return tuple(Item(variety, count=Fraction(count)) for variety, count in counts.items())

    @property
    def place(self) -> str:
        """Where the chat stands, as the reader of lines knows it."""
        if self.chat.turn == 0 and not (self.talk.unshown or "line" in self.scratch):
            return "start"  # of messages in a row that get one answer, the later ones are said of the first
        return PLACES.get(self.step, "placed" if self.script == "my_orders" else "menu")

    @property
    def shop(self) -> Shop:
        return read_shop(self.session)

    def begin_anew(self) -> None:
        """Forget this order and page, not the talk: every button sent so far belongs to the past."""
        self.memory.forget_all_but(TalkMemory)
        self.talk.epoch = self.number - 1

    def say(self, key: str, /, **values: Any) -> str:
        return say(self.language, key, **values)

    def note(self, key: str, /, **values: Any) -> None:
        """A line to be said before the step's question, in the same message."""
        self.notes.append(self.say(key, **values))

    def asks_beside(self, key: str, /, **values: Any) -> None:
        """A note that is a part of the question: whoever answers before it was sent does not get it any more."""
        self.note(key, **values)
        self.scratch["asked_beside"] = self.notes[-1]

    def id_of(self, trigger: str, arg: object = "") -> str:
        """The id of a button of this turn."""
        return f"{self.number}:{trigger}:{arg}"

    def button(self, key: str, trigger: str, arg: object = "", /, **values: Any) -> Button:
        return Button(self.id_of(trigger, arg), fit(self.say(key, **values), BUTTON_TITLE))

    def row(self, title: str, description: str | None, trigger: str, arg: object = "") -> Row:
        """A row of a list, its words cut to what WhatsApp takes."""
        shown = fit(description, ROW_DESCRIPTION) if description else None
        return Row(self.id_of(trigger, arg), fit(title, ROW_TITLE), shown)
