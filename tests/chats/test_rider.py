"""A rider's morning in the chat: the route, each door, what went wrong there, and the cash at the end."""

from __future__ import annotations

import base64
import re

import pytest

from core.delivery.planning import assign
from core.delivery.riding import deliver_stop
from core.orders.lifecycle import OrderStatus
from tests.rules.test_media import photo
from tests.support.chat import Person, worded
from tests.support.rounds import DUE, Rounds
from tests.support.world import World

NEXT, PROBLEM, LINK = worded("hi", "notices-next-stop-button", "rider-problem-button", "rider-link-button")
COLLECTED = "₹1,240 मिले"
STOP_BUTTONS = [COLLECTED, LINK, PROBLEM]
PHOTO = base64.b64encode(photo(size=(60, 40))).decode()


@pytest.fixture
def run_id(rounds: Rounds) -> int:
    """Two orders wait for Ravi, an hour before their window."""
    orders = rounds.orders(2)
    (run_id,) = rounds.do(assign, orders, rounds.ravi)
    rounds.the_morning_comes()
    return int(run_id)


def begins(rider: Person) -> None:
    rider.says("शुरू")
    route = rider.hears("rider-route", stops=2, buttons=[NEXT])
    assert re.search(r"/r/[\w-]{22}$", route.text), "the link of the same run as a page"
    rider.taps(NEXT)
    rider.hears("rider-stop", place=1, total=2, buttons=STOP_BUTTONS)


def test_a_whole_run_is_one_message_for_each_stop(rider: Person, run_id: int, rounds: Rounds, world: World) -> None:
    begins(rider)
    rider.taps(COLLECTED)
    rider.hears("rider-done", sum="₹1,240")
    rider.says("1240")
    rider.hears("rider-all-done", cash="₹2,480")
    rider.taps("₹2,480 जमा")
    rider.hears("rider-ended", cash="₹2,480")
    assert rider.count_heard() == 5, "the route, two stops, the end, and thanks"
    assert rounds.holds(rounds.ravi) == 2 * DUE
    assert rounds.run_status(run_id) == "ended"
    rider.says("next")
    rider.hears("rider-no-run")
    world.assert_sound()


def test_before_there_is_a_run_and_before_he_leaves(rider: Person, rounds: Rounds) -> None:
    rider.says("namaste")
    rider.hears("rider-help")
    rider.says("start")
    rider.hears("rider-no-run", name="Ravi")
    rounds.do(assign, rounds.orders(1, packed=False), rounds.ravi)
    rider.says("next")
    rider.hears("rider-run-waits", collect="₹1,240")
    rider.taps(worded("hi", "rider-start-button")[0])
    rider.hears("errors-run-too-early")
    rounds.the_morning_comes()
    rider.says("shuru")
    rider.hears("errors-run-not-packed")


def test_sums_are_exact_or_nothing_is_noted(rider: Person, run_id: int, rounds: Rounds, world: World) -> None:
    begins(rider)
    rider.says("1000")
    rider.hears("rider-other-sum", due="₹1,240", named="₹1,000")
    rider.says("1500")
    rider.hears("rider-give-back", handed="₹1,500", back="₹260", buttons=[COLLECTED])
    rider.taps(COLLECTED)
    rider.hears("rider-done")
    assert rounds.holds(rounds.ravi) == DUE
    rider.taps(COLLECTED, rider.heard[1])
    rider.hears("errors-stop-done")
    assert rounds.holds(rounds.ravi) == DUE, "a second tap on the first stop is not the second stop"
    rider.says("undo")
    rider.hears("rider-undone")
    assert rounds.holds(rounds.ravi) == 0
    world.assert_sound()


def test_part_in_cash_and_part_by_a_link_to_the_customer(
    rider: Person, run_id: int, rounds: Rounds, world: World
) -> None:
    begins(rider)
    customer = rounds.phone_of(rounds.next_stop(run_id).order_id)
    customer.hears("notices-out-for-delivery")
    rider.says("540 cash 700 upi")
    rider.hears("rider-link-sent", sum="₹700", rest="₹540")
    link = customer.hears("notices-prepay-here")
    assert rounds.holds(rounds.ravi) == 0, "a word is no money"
    customer.pays(link)
    customer.hears("notices-order-prepaid", due="₹540")
    rounds.duties()
    rider.hears("notices-rider-paid", due="₹540")
    rider.taps(NEXT)
    rider.hears("rider-stop", buttons=["₹540 मिले", LINK, PROBLEM])
    rider.taps("₹540")
    rider.hears("rider-done", sum="₹540")
    assert rounds.holds(rounds.ravi) == 54_000
    world.assert_sound()


def test_a_problem_asks_the_customer_who_has_it_brought_again(
    rider: Person, run_id: int, rounds: Rounds, world: World
) -> None:
    begins(rider)
    order_id = rounds.next_stop(run_id).order_id
    customer = rounds.phone_of(order_id)
    customer.hears("notices-out-for-delivery", rider="Ravi", stops=0)
    rider.taps(PROBLEM)
    rider.hears("rider-what-problem")
    rider.taps(worded("hi", "rider-reason-nobody-home-row")[0])
    rider.hears("rider-failed")
    buttons = ["Bring it again", "Somebody takes it", "Money back / cancel"]
    asked = customer.hears("notices-delivery-failed", buttons=buttons)
    customer.says("where is my order?")
    customer.hears_anything()
    customer.taps("Bring it again", asked)
    windows = customer.hears("my-orders-when-anew")
    customer.taps(windows.choices[0][1])
    customer.hears("my-orders-comes-again")
    assert rounds.shelf.order(order_id).status is OrderStatus.CONFIRMED
    customer.taps("Bring it again", asked)
    customer.hears("my-orders-decided")
    rider.says("undo")
    rider.hears("errors-order-not-resumable")
    world.assert_sound()


def test_somebody_else_takes_it_and_the_rider_goes_back(
    rider: Person, run_id: int, rounds: Rounds, world: World
) -> None:
    begins(rider)
    order_id = rounds.next_stop(run_id).order_id
    customer = rounds.phone_of(order_id)
    customer.hears("notices-out-for-delivery")
    rider.says("gate band hai")
    rider.hears("rider-what-problem")
    assert rounds.shelf.order(order_id).status is OrderStatus.OUT_FOR_DELIVERY, "nobody is asked back by mistake"
    rider.says("गेट बंद है")
    rider.hears("rider-failed")
    customer.hears("notices-delivery-failed")
    customer.taps("Somebody takes it")
    customer.hears("my-orders-who-takes-it", buttons=["Neighbour", "Security"])
    customer.says("The lady in 1204, next door")
    customer.hears("my-orders-left-with")
    rider.hears("notices-rider-stop-back", keeper="The lady in 1204, next door")
    rider.taps(NEXT, rider.heard[0])
    rider.hears("rider-stop", place=1)
    rider.taps(COLLECTED)
    rider.hears("rider-stop-note", note="The lady in 1204, next door")
    rider.taps(COLLECTED)
    rider.hears("rider-all-done")
    customer.hears("notices-order-delivered", keeper="The lady in 1204, next door")
    world.assert_sound()


def test_the_digits_are_asked_before_it_is_handed_over(
    rider: Person, rounds: Rounds, run_id: int, world: World
) -> None:
    rounds.shelf.change("UPDATE shop SET delivery_codes = true")
    begins(rider)
    stop = rounds.next_stop(run_id)
    code = str(rounds.shelf.read("SELECT code FROM delivery_assignments WHERE id = :id", id=stop.stop_id))
    rounds.phone_of(stop.order_id).hears("notices-out-for-delivery", door_code=code)
    rider.taps(COLLECTED)
    rider.hears("rider-which-code")
    rider.says(f"{(int(code) + 1) % 10_000:04d}")
    rider.hears("rider-wrong-code")
    rider.says(code)
    rider.hears("rider-done", sum="₹1,240")
    assert rounds.holds(rounds.ravi) == DUE
    world.assert_sound()


def test_what_changes_meanwhile_does_nothing_to_the_wrong_stop(
    rider: Person, rounds: Rounds, run_id: int, world: World
) -> None:
    begins(rider)
    rider.says("skip")
    rider.hears("rider-stop", place=1)
    rounds.do(deliver_stop, rounds.next_stop(run_id).stop_id, cash_paise=DUE)
    rider.says("1240")
    rider.hears("rider-list-changed")
    assert rounds.holds(rounds.ravi) == DUE
    rider.says("list")
    rider.hears("rider-route", stops=1)
    rider.says("cash")
    rider.hears("rider-cash", held="₹1,240", taken="₹1,240", collect="₹1,240")
    rider.sends("image", data=PHOTO)
    rider.hears("rider-photo-kept")
    assert rounds.shelf.read("SELECT count(*) FROM delivery_assignments WHERE proof_message_id IS NOT NULL") == 1
    rider.sends("location", latitude=17.4, longitude=78.4)
    rider.hears("rider-help")
    world.assert_sound()


def test_taps_of_another_riders_stops_and_made_up_ones_do_nothing(
    rider: Person, rounds: Rounds, run_id: int, world: World
) -> None:
    begins(rider)
    stop = rounds.next_stop(run_id)
    rounds.shelf.change(f"UPDATE runs SET rider_id = {rounds.imran}")
    rider.taps(COLLECTED)
    rider.hears("errors-not-your-run")
    rider.says("next")
    rider.hears("rider-no-run")
    assert rounds.shelf.order(stop.order_id).status is OrderStatus.OUT_FOR_DELIVERY
    assert rounds.holds(rounds.ravi) == 0
