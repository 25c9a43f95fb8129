"""A version of the shop takes over chats that another one left in the middle."""

from __future__ import annotations

from sqlalchemy import text

from core.db import transaction
from tests.chats.orders import fills_the_cart, reaches_the_summary
from tests.support.chat import Person
from tests.support.world import World

# As an older worker writes its moments and lists, and a field of a kind that this one cannot read.
AS_BEFORE = """
    UPDATE chats SET memory = memory || jsonb_build_object('page', 'two', 'apartments', '[]'::jsonb,
        'heard_at', to_char(jamango_now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS') || '+00:00')
     WHERE customer_id IS NOT NULL
"""
STEP_THAT_IS_NO_MORE = "UPDATE chats SET script = 'ordering', step = 'attic' WHERE customer_id IS NOT NULL"


def does(statement: str) -> None:
    with transaction() as session:
        session.execute(text(statement))


def test_who_is_about_to_pay_pays(chat: Person, world: World) -> None:
    summary = reaches_the_summary(chat)
    does(AS_BEFORE)
    chat.taps("Cash on delivery", summary)
    chat.hears("notices-order-confirmed")
    world.assert_sound()


def test_who_stands_at_a_step_that_is_no_more_keeps_the_cart(chat: Person, world: World) -> None:
    fills_the_cart(chat)
    does(STEP_THAT_IS_NO_MORE)
    chat.taps("Checkout")
    chat.hears("ordering-where")
    world.assert_sound()
