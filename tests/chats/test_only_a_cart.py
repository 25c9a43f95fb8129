"""Who cancels before anything is ordered hears so, with the cart and the words that empty it (fault F521)."""

from __future__ import annotations

import pytest

from tests.support.chat import Person
from tests.support.counter import ask_one
from tests.support.wording_match import says
from tests.support.world import World

LINES = "SELECT count(*) FROM cart_items"


@pytest.mark.parametrize(
    ("language", "typed"),
    [
        ("en", ("1 dozen kesar Palm Grove B-1203", "cancel", "remove everything")),
        ("hi-Latn", ("ek darjan kesar bhej do Palm Grove B-1203", "cancel kar do", "sab hata dijiye")),
        ("hi", ("एक दर्जन केसर भेज दीजिए Palm Grove B-1203", "रद्द कर दीजिए", "सब हटा दीजिए")),
    ],
)
@pytest.mark.usefixtures("by_day")
def test_a_cart_is_shown_to_who_cancels_and_nothing_else(
    chat: Person, world: World, language: str, typed: tuple[str, str, str]
) -> None:
    line, cancel, empty = typed
    chat.language = language
    chat.says(line)
    chat.hears_anything()
    chat.says(cancel)
    heard = chat.hears("my-orders-only-a-cart")
    assert says(heard.text, language, "ordering-cart-total", {"total": "₹840"})
    assert ask_one(LINES) == 1
    chat.says(empty)
    chat.hears("ordering-cart-emptied")
    assert ask_one(LINES) == 0
    world.assert_sound()
