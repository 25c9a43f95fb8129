"""Ordering by taps.

hi                              → Fresh mangoes today … (list of varieties)
[Alphonso]                      → photo, story, packs
[1 dozen · ₹1,200]              → Your cart: 1 × Alphonso, 1 dozen … Checkout · Add more · Change
[Checkout]                      → Where shall we bring them?
Palm Grove B-1203               → When? (list of open slots)
[Tomorrow, 8–10 am]             → Summary … kept until 7:42 pm. Pay online · Cash on delivery · Change
[Pay online]                    → (the payment link comes as a notice, and so does the confirmation)
"""

from flows.engine import ANY, STAY, Line, Script
from flows.ordering import (
    again,
    cart,
    changes,
    checkout,
    flat,
    held,
    menu,
    money,
    moving,
    phone,
    quantity,
    variety,
    when,
    where,
)
from flows.ordering.steps import Step

# Where somebody has come too far to be sent back to the menu for a variety that is not here.
ON_THE_WAY = (Step.CART, Step.LINES, Step.QUANTITY, Step.WHERE, Step.FLAT, Step.PHONE, Step.WHEN, Step.SUMMARY,
              Step.CHANGES, Step.PAYING)  # fmt: skip

CHECK_OUT = (
    #    on this trigger     at    goes to        only if                  and we…
    Line("checks_out", ANY, Step.MENU, only_if="lacks_fruit", doing="say_cart_is_empty"),
    Line("checks_out", ANY, Step.CART, only_if="lacks_minimum", doing="say_what_is_missing"),
    Line("checks_out", ANY, STAY, only_if="has_home_to_take", doing="take_the_last_home", then="checks_out"),
    Line("checks_out", ANY, Step.WHERE, only_if="lacks_address", doing="look_around_again"),
    Line("checks_out", ANY, Step.WHEN, only_if="lacks_open_slot", doing="choose_it_again", then="checks_out"),
    Line("checks_out", ANY, Step.WHEN, only_if="lacks_slot"),
    Line("checks_out", ANY, Step.PHONE, only_if="lacks_phone"),
    Line("checks_out", ANY, Step.SUMMARY, doing="hold_everything"),
)

GREETING = (
    Line("greets", ANY, Step.PAYING, only_if="link_is_out"),
    Line("greets", ANY, Step.SUMMARY, only_if="order_is_held"),
    Line("greets", ANY, Step.CART, only_if="cart_has_fruit"),
    Line("greets", ANY, Step.AGAIN, only_if="should_propose"),
    Line("greets", ANY, Step.MENU, doing="welcome"),
    Line("orders_again", ANY, Step.AGAIN, only_if="could_repeat"),
    Line("orders_again", ANY, Step.PAYING, only_if="link_is_out"),
    Line("orders_again", ANY, Step.SUMMARY, only_if="order_is_held"),
    Line("orders_again", ANY, Step.CART, only_if="cart_has_fruit"),
    Line("orders_again", ANY, Step.MENU, doing="say_nothing_to_repeat"),
    Line("repeats", ANY, STAY, doing="fill_the_cart_again", then="checks_out", once=True),
)

PICKING = (
    Line("wants_menu", ANY, Step.MENU, doing="open_the_menu"),
    Line("turns_page", ANY, Step.MENU, doing="turn_the_page"),
    Line("picks_variety", ANY, Step.VARIETY, only_if="variety_is_on_sale", doing="note_the_variety"),
    Line("picks_variety", ON_THE_WAY, STAY, doing="say_why_it_is_gone"),
    Line("picks_variety", ANY, Step.MENU, doing="say_variety_is_gone"),
    Line("asks_which_pack", ANY, Step.PACK, doing="note_the_amount"),
    Line("picks_pack", ANY, Step.CART, doing="put_in_the_cart", once=True),
    Line("wants_cart", ANY, Step.MENU, only_if="cart_is_empty", doing="say_cart_is_empty"),
    Line("wants_cart", ANY, Step.CART),
    Line("wants_other_lines", ANY, Step.MENU, only_if="cart_is_empty", doing="say_cart_is_empty"),
    Line("wants_other_lines", ANY, Step.QUANTITY, only_if="cart_has_one_line", doing="note_the_only_line"),
    Line("wants_other_lines", ANY, Step.LINES),
    Line("picks_line", ANY, Step.QUANTITY, only_if="line_is_in_cart", doing="note_the_line"),
    Line("picks_line", ANY, STAY, then="wants_cart"),
    Line("sets_quantity", ANY, STAY, doing="set_the_quantity", then="wants_cart"),
    Line("replaces_line", ANY, STAY, doing="replace_the_line", then="wants_cart"),
    Line("empties_cart", ANY, STAY, doing="empty_the_cart", then="wants_menu"),
)

DELIVERY = (
    Line("changes_home", ANY, Step.WHERE, only_if="cart_has_fruit", doing="look_around_again"),
    Line("changes_home", ANY, STAY, only_if="has_order_to_move", doing="name_the_order", then="moves_order"),
    Line("changes_home", ANY, STAY, only_if="has_orders_to_move", doing="say_which_order_moves", then="wants_orders"),
    Line("changes_home", ANY, STAY, only_if="has_order_under_way", doing="say_it_cannot_move", then="opens_order"),
    Line("changes_home", ANY, Step.MENU, doing="say_nothing_to_move"),
    Line("looks_elsewhere", ANY, Step.WHERE, doing="look_elsewhere"),
    Line("finds_apartments", ANY, Step.WHERE, doing="note_the_apartments"),
    Line("finds_nothing", ANY, Step.WHERE, doing="say_outside"),
    Line("picks_apartment", ANY, Step.FLAT, only_if="apartment_needs_flat", doing="note_the_apartment"),
    Line("picks_apartment", ANY, STAY, doing="use_the_line_said_before", then="says_home"),
    Line("keeps_home", Step.CHECKING, STAY, doing="use_the_line_said_before", then="says_home"),
    Line("picks_tower", ANY, STAY, only_if="tower_exists", doing="add_the_tower", then="says_home"),
    Line("says_home", ANY, Step.CHECKING, only_if="home_is_unsure", doing="note_the_home"),
    Line("says_home", ANY, Step.TOWER, only_if="tower_is_open", doing="note_the_home"),
    Line("says_home", ANY, Step.FLAT, only_if="flat_is_open", doing="note_the_home"),
    Line("says_home", ANY, Step.MOVING, only_if="is_moving", doing="note_the_new_home"),
    Line("says_home", ANY, STAY, doing="use_the_new_home", then="checks_out"),
    Line("picks_home", ANY, Step.MOVING, only_if="is_moving", doing="note_the_home_to_move_to"),
    Line("picks_home", ANY, STAY, doing="use_the_known_home", then="checks_out"),
    Line("changes_slot", ANY, Step.MENU, only_if="cart_is_empty", doing="say_a_person_changes_it"),
    Line("changes_slot", ANY, Step.WHEN),
    Line("finds_slots", Step.WHEN, STAY, doing="note_the_slots"),
    Line("picks_slot", ANY, STAY, doing="use_the_slot", then="checks_out", once=True),
    Line("finds_phones", Step.PHONE, STAY, doing="note_the_phones"),
    Line("tells_phone", Step.PHONE, STAY, only_if="is_a_number", doing="note_the_phone", then="checks_out"),
)

MOVING = (
    Line("moves_order", ANY, Step.WHERE, only_if="order_can_move", doing="begin_to_move"),
    Line("moves_order", ANY, STAY, doing="say_address_is_fixed", then="opens_order"),
    Line("moves_it", ANY, STAY, doing="move_the_order", then="opens_order", once=True),
)

PAYING = (
    Line("wants_changes", ANY, Step.CHANGES),
    Line("writes_note", ANY, Step.NOTE),
    Line("says_note", Step.NOTE, STAY, doing="keep_the_note", then="checks_out"),
    Line("drops_note", ANY, STAY, doing="drop_the_note", then="checks_out"),
    Line("pays_online", ANY, Step.PAYING, only_if="order_is_this_one", doing="ask_for_the_money", once=True),
    Line("pays_online", ANY, STAY, only_if="order_has_moved_on", then="opens_order"),
    Line("pays_cash", ANY, Step.MENU, only_if="order_is_this_one", doing="confirm_for_cash", once=True),
    Line("pays_cash", ANY, STAY, only_if="order_has_moved_on", then="opens_order"),
    Line("asks_how_to_pay", Step.SUMMARY, STAY, doing="ask_how_to_pay"),
    Line("says_paid", Step.PAYING, STAY, doing="say_money_is_not_here"),
    Line("asks_for_link", ANY, Step.PAYING, only_if="link_is_out"),
    Line("asks_for_link", ANY, STAY, then="greets"),
)

SCRIPT = Script(
    "ordering",
    Step,
    (*GREETING, *PICKING, *CHECK_OUT, *DELIVERY, *MOVING, *PAYING),
    (menu, variety, cart, quantity, checkout, where, flat, moving, phone, when, held, changes, money, again),
)
