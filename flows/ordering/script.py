"""Ordering by taps.

hi                              → Fresh mangoes today … (list of varieties)
[Alphonso]                      → photo, story, packs
[1 dozen · ₹1,200]              → Your cart: 1 × Alphonso, 1 dozen … Checkout · Add more · Change
[Checkout]                      → Where shall we bring them?
Palm Grove B-1203               → When? (list of open slots)
[Tomorrow, 8–10 am]             → Summary … kept until 7:42 pm. Pay online · Cash on delivery · Change
[Pay online]                    → (the payment link comes as a notice, and so does the confirmation)
"""

from flows.engine import ANY, ARRIVES, STAY, Happening, Question, Script, Transition, refused
from flows.ordering import (
    again,
    asking,
    cart,
    changes,
    checkout,
    flat,
    form,
    held,
    menu,
    money,
    moving,
    phone,
    quantity,
    taking,
    variety,
    when,
    where,
)
from flows.ordering.said_lines import LINES, PAID_AT_ONCE, SAID_HOME, SAID_WINDOW
from flows.ordering.steps import Step

QUESTIONS = (
    Question(Step.MENU, menu.ask_menu, menu.hear_menu),
    Question(Step.VARIETY, variety.ask_variety, variety.hear_variety),
    Question(Step.PACK, variety.ask_pack, variety.hear_pack),
    Question(Step.CART, cart.ask_cart, cart.hear_cart),
    Question(Step.LINES, quantity.ask_lines, quantity.hear_lines),
    Question(Step.QUANTITY, quantity.ask_quantity, quantity.hear_quantity),
    Question(Step.WHERE, where.ask_where, where.hear_where),
    Question(Step.FLAT, flat.ask_flat, flat.hear_flat),
    Question(Step.TOWER, flat.ask_tower, flat.hear_tower),
    Question(Step.CHECKING, flat.ask_checking, flat.hear_checking),
    Question(Step.PHONE, phone.ask_phone, phone.hear_phone),
    Question(Step.WHEN, when.ask_when, when.hear_when),
    Question(Step.SUMMARY, held.ask_summary, held.hear_summary),
    Question(Step.CHANGES, changes.ask_changes, changes.hear_changes),
    Question(Step.NOTE, changes.ask_note, changes.hear_note),
    Question(Step.PAYING, money.ask_paying, money.hear_paying),
    Question(Step.AGAIN, again.ask_again, again.hear_again),
    Question(Step.FORM, form.ask_form, form.hear_form_step),
    Question(Step.ASKING, asking.ask_about_fruit, asking.hear_about_fruit),
    Question(Step.UNSURE, asking.ask_if_right, asking.hear_if_right),
)

# Where somebody has come too far to be sent back to the menu for a variety that is not here.
ON_THE_WAY = (Step.CART, Step.LINES, Step.QUANTITY, Step.WHERE, Step.FLAT, Step.PHONE, Step.WHEN, Step.SUMMARY,
              Step.CHANGES, Step.PAYING)  # fmt: skip

# Where a home, or the rest of one, is asked for.
ASKS_HOME = (Step.WHERE, Step.FLAT, Step.TOWER, Step.CHECKING)

CHECK_OUT = (
    #    on this trigger     at    goes to        only if                  and we…
    Transition("checks_out", ANY, Step.MENU, only_if=checkout.lacks_fruit, doing=cart.say_cart_is_empty),
    Transition("checks_out", ANY, Step.CART, only_if=checkout.lacks_minimum, doing=cart.say_what_is_missing),
    *SAID_HOME,
    Transition(
        "checks_out", ANY, STAY, only_if=where.last_home_will_do, doing=where.take_the_last_home, then="checks_out"
    ),
    Transition("checks_out", ASKS_HOME, STAY, only_if=flat.home_waits, doing=flat.say_what_waits),
    Transition("checks_out", ANY, Step.WHERE, only_if=checkout.lacks_address, doing=where.look_around_again),
    *SAID_WINDOW,
    Transition(
        "checks_out", ANY, Step.WHEN, only_if=checkout.lacks_open_slot, doing=when.choose_it_again, then="checks_out"
    ),
    Transition("checks_out", ANY, Step.WHEN, only_if=checkout.lacks_slot),
    Transition("checks_out", ANY, Step.PHONE, only_if=checkout.lacks_phone),
    *PAID_AT_ONCE,
    Transition("checks_out", ANY, Step.SUMMARY, doing=held.hold_everything),
)

GREETING = (
    Transition("greets", ANY, Step.PAYING, only_if=held.link_is_out),
    Transition("greets", ANY, Step.SUMMARY, only_if=held.order_is_held),
    Transition("greets", ANY, Step.CART, only_if=cart.cart_has_fruit),
    Transition("greets", ANY, Step.AGAIN, only_if=again.should_propose),
    Transition("greets", ANY, Step.MENU, doing=again.welcome),
    Transition("orders_again", ANY, Step.AGAIN, only_if=again.could_repeat),
    Transition("orders_again", ANY, Step.PAYING, only_if=held.link_is_out),
    Transition("orders_again", ANY, Step.SUMMARY, only_if=held.order_is_held),
    Transition("orders_again", ANY, Step.CART, only_if=cart.cart_has_fruit),
    Transition("orders_again", ANY, Step.MENU, doing=again.open_for_another),
    Transition("repeats", ANY, STAY, doing=again.fill_the_cart_again, then="checks_out", once=True),
    Transition("repeats_for_cash", ANY, STAY, doing=again.order_the_same_for_cash, then="checks_out", once=True),
    Transition("repeats_online", ANY, STAY, doing=again.order_the_same_online, then="checks_out", once=True),
)

PICKING = (
    Transition("wants_menu", ANY, Step.MENU, doing=menu.open_the_menu),
    Transition("turns_page", ANY, Step.MENU, doing=menu.turn_the_page),
    Transition("wants_form", ANY, Step.FORM, only_if=form.form_is_offered, doing=form.open_the_form),
    Transition("wants_form", ANY, Step.MENU, doing=menu.open_the_menu),
    Transition("says_form", ANY, STAY, only_if=form.form_is_ours, doing=form.take_the_form, then="goes_on"),
    Transition(
        "picks_variety", ANY, STAY, only_if=taking.answers_which_mango, doing=taking.take_the_mango, then="goes_on"
    ),
    Transition("picks_variety", ANY, Step.VARIETY, only_if=variety.variety_is_on_sale, doing=variety.note_the_variety),
    Transition("picks_variety", ON_THE_WAY, STAY, doing=menu.say_why_it_is_gone),
    Transition("picks_variety", ANY, Step.MENU, doing=menu.say_variety_is_gone),
    Transition("asks_which_pack", ANY, Step.PACK, doing=variety.note_the_amount),
    Transition(
        "picks_pack",
        ANY,
        STAY,
        only_if=taking.more_was_said,
        doing=taking.add_and_go_on,
        then="goes_on",
        once=True,
        stays=True,
    ),
    Transition(
        "picks_pack",
        ANY,
        STAY,
        only_if=cart.begins_without_home,
        doing=cart.put_in_the_cart,
        then="checks_out",
        once=True,
        stays=True,
    ),
    Transition("picks_pack", ANY, Step.CART, doing=cart.put_in_the_cart, once=True, stays=True),
    Transition("wants_cart", ANY, Step.MENU, only_if=cart.cart_is_empty, doing=cart.say_cart_is_empty),
    Transition("wants_cart", ANY, Step.CART),
    Transition("wants_other_lines", ANY, Step.MENU, only_if=cart.cart_is_empty, doing=cart.say_cart_is_empty),
    Transition(
        "wants_other_lines", ANY, Step.QUANTITY, only_if=quantity.cart_has_one_line, doing=quantity.note_the_only_line
    ),
    Transition("wants_other_lines", ANY, Step.LINES),
    Transition("picks_line", ANY, Step.QUANTITY, only_if=quantity.line_is_in_cart, doing=quantity.note_the_line),
    Transition("picks_line", ANY, STAY, then="wants_cart"),
    Transition(
        "sets_quantity", ANY, STAY, only_if=taking.more_was_said, doing=taking.set_and_go_on, then="goes_on", stays=True
    ),
    Transition(
        "sets_quantity",
        ANY,
        STAY,
        only_if=cart.begins_without_home,
        doing=cart.set_the_quantity,
        then="checks_out",
        stays=True,
    ),
    Transition("sets_quantity", ANY, STAY, doing=cart.set_the_quantity, then="wants_cart", stays=True),
    Transition("replaces_line", ANY, STAY, doing=cart.replace_the_line, then="wants_cart", stays=True),
    Transition("empties_cart", ANY, STAY, doing=cart.empty_the_cart, then="wants_menu"),
)

DELIVERY = (
    Transition(
        "changes_home", ANY, STAY, only_if=held.link_is_out, doing=moving.name_the_open_order, then="moves_order"
    ),
    Transition("changes_home", ANY, Step.WHERE, only_if=cart.cart_has_fruit, doing=where.look_around_again),
    Transition(
        "changes_home", ANY, STAY, only_if=moving.has_order_to_move, doing=moving.name_the_order, then="moves_order"
    ),
    Transition(
        "changes_home",
        ANY,
        STAY,
        only_if=moving.has_orders_to_move,
        then="asks_which_moves",
    ),
    Transition(
        "changes_home",
        ANY,
        STAY,
        only_if=moving.has_order_under_way,
        doing=moving.say_it_cannot_move,
        then="opens_order",
    ),
    Transition("changes_home", ANY, Step.MENU, doing=moving.say_nothing_to_move),
    Transition("looks_elsewhere", ANY, Step.WHERE, doing=where.look_elsewhere),
    Transition("finds_apartments", ANY, Step.WHERE, doing=where.note_the_apartments),
    Transition("finds_nothing", ANY, Step.WHERE, doing=where.say_outside),
    Transition("picks_apartment", ANY, Step.FLAT, only_if=where.apartment_needs_flat, doing=where.note_the_apartment),
    Transition("picks_apartment", ANY, STAY, doing=flat.use_the_line_said_before, then="says_home"),
    Transition("keeps_home", Step.CHECKING, STAY, doing=flat.use_the_line_said_before, then="says_home"),
    Transition("picks_tower", ANY, STAY, only_if=flat.tower_exists, doing=flat.add_the_tower, then="says_home"),
    Transition("says_home", ANY, Step.CHECKING, only_if=flat.home_is_unsure, doing=flat.note_the_home),
    Transition("says_home", ANY, Step.TOWER, only_if=flat.tower_is_open, doing=flat.note_the_home),
    Transition("says_home", ANY, Step.FLAT, only_if=flat.flat_is_open, doing=flat.note_the_home),
    Transition("says_home", ANY, STAY, only_if=moving.is_moving, doing=moving.note_the_new_home, then="moves_to"),
    Transition("says_home", ANY, STAY, doing=flat.use_the_new_home, then="checks_out"),
    Transition(
        "picks_home", ANY, STAY, only_if=moving.is_moving, doing=moving.note_the_home_to_move_to, then="moves_to"
    ),
    Transition("picks_home", ANY, STAY, doing=where.use_the_known_home, then="checks_out"),
    Transition(
        "changes_slot", ANY, STAY, only_if=held.link_is_out, doing=moving.name_the_open_order, then="changes_window"
    ),
    Transition("changes_slot", ANY, STAY, only_if=cart.cart_is_empty, then="changes_window"),
    Transition("changes_slot", ANY, Step.WHEN),
    Transition("narrows_windows", Step.WHEN, STAY, doing=when.narrow_the_windows),
    Transition("picks_slot", ANY, STAY, doing=when.use_the_slot, then="checks_out", once=True),
    Transition("finds_phones", Step.PHONE, STAY, doing=phone.note_the_phones),
    Transition(
        "tells_phone", Step.PHONE, STAY, only_if=phone.is_a_number, doing=phone.note_the_phone, then="checks_out"
    ),
)

MOVING = (
    Transition("moves_order", ANY, Step.WHERE, only_if=moving.order_can_move, doing=moving.begin_to_move),
    Transition("moves_order", ANY, STAY, doing=moving.say_address_is_fixed, then="opens_order"),
)

PAYING = (
    Transition(
        "wants_changes",
        ANY,
        STAY,
        only_if=held.link_is_out,
        doing=moving.name_the_open_order,
        then="wants_order_change",
    ),
    Transition("wants_changes", ANY, STAY, only_if=cart.cart_is_empty, then="wants_order_change"),
    Transition("wants_changes", ANY, Step.CHANGES),
    Transition("writes_note", ANY, Step.NOTE),
    Transition("says_note", Step.NOTE, STAY, doing=changes.keep_the_note, then="checks_out"),
    Transition("drops_note", ANY, STAY, doing=changes.drop_the_note, then="checks_out"),
    Transition(
        "pays_online", ANY, Step.PAYING, only_if=held.order_is_this_one, doing=money.ask_for_the_money, once=True
    ),
    Transition("pays_online", ANY, STAY, only_if=held.order_has_moved_on, then="opens_order"),
    Transition("pays_cash", ANY, Step.MENU, only_if=held.order_is_this_one, doing=money.confirm_for_cash, once=True),
    Transition("pays_cash", ANY, STAY, only_if=held.order_has_moved_on, then="opens_order"),
    Transition("asks_how_to_pay", Step.SUMMARY, STAY, doing=held.ask_how_to_pay),
    Transition("says_paid", Step.PAYING, STAY, doing=money.say_money_is_not_here),
    Transition("asks_for_link", ANY, Step.PAYING, only_if=held.link_is_out),
    Transition("asks_for_link", ANY, STAY, only_if=money.owes_at_the_door, then="prepays"),
    Transition("asks_for_link", ANY, STAY, only_if=money.owes_besides, then="asks_what_to_pay"),
    Transition("asks_for_link", ANY, STAY, then="greets"),
)

# Questions of the checkout, before which a cart that has just changed is shown.
ASKS_ON_THE_WAY = (Step.WHERE, Step.FLAT, Step.TOWER, Step.CHECKING, Step.WHEN, Step.PHONE, Step.VARIETY, Step.PACK,
                   Step.ASKING, Step.PAYING)  # fmt: skip

# Steps whose question cannot be asked any more, because somebody else was quicker or the chat has rested.
ARRIVING = (
    Transition(
        ARRIVES, (Step.VARIETY, Step.PACK), Step.MENU, only_if=variety.noted_offer_is_gone, doing=variety.say_it_is_gone
    ),
    Transition(ARRIVES, Step.CART, STAY, only_if=cart.lines_are_gone, doing=cart.drop_what_is_gone),
    Transition(ARRIVES, Step.CART, Step.MENU, only_if=cart.cart_is_empty, doing=cart.say_cart_is_empty),
    Transition(ARRIVES, Step.LINES, Step.CART, only_if=cart.cart_is_empty),
    Transition(ARRIVES, Step.QUANTITY, Step.CART, only_if=quantity.line_is_gone),
    Transition(ARRIVES, Step.FLAT, Step.WHERE, only_if=where.apartment_is_unknown),
    Transition(ARRIVES, Step.TOWER, Step.FLAT, only_if=flat.tower_is_no_question),
    Transition(ARRIVES, Step.CHECKING, Step.FLAT, only_if=flat.home_is_no_question),
    Transition(ARRIVES, Step.WHEN, Step.WHERE, only_if=when.home_is_gone),
    Transition(ARRIVES, Step.SUMMARY, Step.CART, only_if=held.no_order_is_held),
    Transition(ARRIVES, Step.PAYING, Step.SUMMARY, only_if=money.no_link_is_out),
    Transition(ARRIVES, Step.AGAIN, Step.MENU, only_if=again.cannot_repeat),
    Transition(ARRIVES, Step.FORM, Step.MENU, only_if=form.form_is_gone),
    Transition(ARRIVES, Step.ASKING, Step.MENU, only_if=asking.no_question_is_open),
    Transition(ARRIVES, Step.UNSURE, Step.MENU, only_if=asking.nothing_is_unsure),
    Transition(ARRIVES, ASKS_ON_THE_WAY, STAY, only_if=cart.was_just_filled, doing=cart.say_what_is_in_it),
)


def _on_refusal(to: Step, *codes: str) -> tuple[Transition, ...]:
    return tuple(Transition(refused(code), ANY, to) for code in codes)


# Where a refusal leads; one that is not named leaves the customer where they are.
REFUSED = (
    *_on_refusal(Step.MENU, "cart-empty", "order-unknown"),
    *_on_refusal(Step.CART, "not-for-sale", "sold-out", "below-minimum", "hold-ended", "order-not-payable"),
    *_on_refusal(Step.WHERE, "address-missing", "address-unknown", "apartment-unknown"),
    *_on_refusal(Step.FLAT, "home-unclear", "home-too-long", "tower-missing", "tower-unknown", "flat-missing"),
    *_on_refusal(Step.PHONE, "phone-missing"),
    *_on_refusal(Step.WHEN, "slot-missing", "slot-full", "slot-closed", "slot-past", "slot-unknown"),
    *_on_refusal(Step.SUMMARY, "cod-cap", "unpaid-too-often", "money-is-here"),
    *_on_refusal(Step.PAYING, "unpaid-order-open"),
)

# The order that the chat was about has been paid, has lapsed or was cancelled since.
ORDER_ENDED = Happening("order ended")
ENDING = (Transition(ORDER_ENDED, (Step.SUMMARY, Step.CHANGES, Step.NOTE, Step.PAYING), Step.MENU),)

SCRIPT = Script(
    "ordering",
    Step,
    QUESTIONS,
    (*GREETING, *PICKING, *LINES, *CHECK_OUT, *DELIVERY, *MOVING, *PAYING, *ARRIVING, *REFUSED, *ENDING),
)
