"""What we do not understand: the question stays, gets shorter, a person is near, and a machine gets no answers."""

from __future__ import annotations

from jamango.turns import take_turn
from tests.chats.orders import fills_the_cart, reaches_the_summary
from tests.support.chat import Person
from tests.support.counter import ask_one
from tests.support.patience import PATIENCE_SECONDS
from tests.support.world import World

UNHANDLED = "SELECT count(*) FROM inbox WHERE status = 'pending' AND kind = 'message'"


def test_two_misunderstandings_keep_the_step_and_the_fourth_calls_the_founder_once(
    chat: Person, founder: Person, world: World
) -> None:
    founder.says("hi")
    founder.hears("founder-help")
    fills_the_cart(chat)
    chat.says("colourless green ideas")
    chat.hears("talk-not-understood", buttons=["Checkout", "Add more", "Change"])
    for words in ("sleep furiously", "as ever before them"):
        chat.says(words)
        short = chat.hears("talk-not-understood-again", buttons=["Checkout", "Add more", "Change", "Talk to us"])
        assert "₹" not in short.text
        assert short.text.endswith("Go on to the delivery?")
    chat.says("so it goes")
    chat.hears("talk-going-quiet", buttons=["Checkout", "Add more", "Change", "Talk to us"])
    founder.hears("notices-alert-customer-not-understood", name="Meera", kind="text", words="so it goes")
    for words in ("blue", "purple rain"):
        chat.says(words)
    chat.hears_nothing()
    chat.says("checkout karo")
    chat.hears("ordering-where")
    assert founder.count_heard() == 2
    world.assert_sound()


def test_what_is_understood_in_part_is_said_and_nothing_is_done(chat: Person) -> None:
    reaches_the_summary(chat)
    chat.says("cash nahi hai mere paas")
    chat.hears("talk-understood-in-part", words="cash", buttons=["Pay online", "Cash on delivery", "Change something"])
    chat.says("<b>I heard *upi* is down since yesterday</b>")
    said = chat.hears("talk-understood-in-part", words="upi")
    assert [title for _, title in said.choices][-1] == "Talk to us"
    assert ask_one("SELECT status FROM orders ORDER BY id DESC LIMIT 1") == "awaiting_payment"
    for words in ("yes", "ok", "haan", "ठीक है"):
        chat.says(words)
        chat.hears("ordering-cash-or-online", buttons=["Pay online", "Cash on delivery", "Change something"])
    chat.taps("Pay online")
    link = chat.hears("notices-pay-here")
    chat.says("gobbledygook")
    assert chat.hears("talk-not-understood").url == link.url
    chat.says("gobbledy")
    assert f"\n{link.url}" in chat.hears("talk-not-understood-again", buttons=["Talk to us"]).text


def test_what_is_understood_and_no_answer_here_is_said_so(chat: Person) -> None:
    fills_the_cart(chat)
    chat.says("checkout karo")
    chat.hears("ordering-where")
    chat.says("haan ji")
    chat.hears("talk-understood-in-part", words="haan ji", whole="yes")
    chat.says("help")
    chat.hears("help")
    chat.says("gobbledygook")
    assert len(chat.hears("talk-not-understood", buttons=["See mangoes", "Language · भाषा", "Talk to us"]).text) < 90


def test_a_step_without_buttons_gets_one_and_a_long_list_one_more_row(chat: Person) -> None:
    fills_the_cart(chat)
    for word in ("that's all", "menu", "order kar do"):
        chat.says(word)
        chat.hears_anything()
    chat.says("Palm Grove")
    chat.hears("ordering-flat-form")
    for _ in range(2):
        chat.says("i do not know")
        said = chat.hears_anything()
    assert [title for _, title in said.choices] == ["Talk to us"]
    chat.says("B-1203")
    windows = chat.hears("ordering-when")
    for word in ("when the cows come home", "whenever"):
        chat.says(word)
        said = chat.hears_anything()
    assert [title for _, title in said.choices][:3] == [title for _, title in windows.choices][:3]
    assert said.choices[-1][1] == "Talk to us"
    chat.taps("Tomorrow", said)
    chat.hears("ordering-summary")


def test_two_robots_do_not_talk_for_ever(chat: Person, founder: Person, world: World) -> None:
    """Words that we understand, and words that we do not."""
    founder.says("hi")
    founder.hears("founder-help")
    chat.says("hi")
    chat.hears("ordering-menu-first")
    for words in ("Thank you", "Thanks for your message! Our team replies within one business day."):
        before = chat.count_heard()
        for _ in range(7):
            chat.sends("text", text=words)
            world.settle()
        assert chat.count_heard() - before == 4
        chat.unheard.clear()
    for _ in range(2):
        founder.hears("notices-alert-customer-not-understood")
    founder.hears_nothing()
    chat.says("2 dozen kesar")
    chat.hears("ordering-cart-total")
    for count in range(3, 9):
        chat.says("1 more")
        assert f"{count} ×" in chat.hears("ordering-cart-total").text


def test_a_command_after_a_flood_is_answered_at_once(chat: Person, founder: Person, world: World) -> None:
    """150 texts, with the worker running and WhatsApp's pair rate on; the first sixty are handled one by one, as at
    500 a minute, which used up all that we may answer in a minute (fault F21)."""
    world.stop_worker()
    world.settings.pair_rate_seconds = 6.0
    world.start_worker()
    founder.says("hi")
    founder.hears("founder-help")
    fills_the_cart(chat)
    for number in range(150):
        chat._post("send", type="text", text=f"asdf qwer {number}")
        while number < 60 and ask_one(UNHANDLED):
            pass
    chat._post("send", type="text", text="menu")
    answers = [chat.hears_anything()]
    while not any("picks_variety" in choice for choice, _ in answers[-1].choices):
        answers.append(chat.hears_anything())
    assert len(answers) <= 5
    assert founder.count_heard() <= 2


def test_of_commands_without_end_the_newest_are_answered(chat: Person, world: World) -> None:
    """Twenty answers wait for their turn at most, the latest."""
    fills_the_cart(chat)
    world.stop_worker()
    before = len(chat.heard)
    for number in range(48):
        chat._post("send", type="text", text=("menu", "cart", "help", "language")[number % 4])
    chat._post("send", type="text", text="cart")
    world.outside.post("/sim/settle", json={"timeout_seconds": PATIENCE_SECONDS}).raise_for_status()
    while take_turn(lambda *_: None):
        pass
    world.start_worker()
    assert chat.count_heard() - before == 20
    assert chat.unheard[-1].choices[0][1] == "Checkout"
    world.assert_sound()
