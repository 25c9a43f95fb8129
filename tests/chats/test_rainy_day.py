"""A day of deliveries: twelve orders, two riders, one brought again, one refused and refunded, cash short, and rain."""

from __future__ import annotations

from core.delivery.cash import count_cash, work_off
from core.delivery.planning import plan_window
from core.delivery.postponing import postpone_window
from core.delivery.queries import open_differences
from core.orders.lifecycle import OrderStatus
from core.payments.actions import pay_online
from tests.support.chat import Person, worded
from tests.support.rounds import Rounds
from tests.support.wording_match import says
from tests.support.world import World

HOMES = ("Palm Grove", "Banyan Heights")
# What deliveries wrote by themselves: each is billed.
TOLD = """
    SELECT jsonb_object_agg(key, copies) FROM (
        SELECT body ->> 'key' AS key, count(*) AS copies FROM outbox WHERE kind = 'notice'
           AND body ->> 'key' ~ '^(out-for-delivery|order-delivered|delivery-failed|window-postponed|rider-.*)$'
         GROUP BY 1) told
"""
NEXT, PROBLEM = worded("hi", "notices-next-stop-button", "rider-problem-button")


def pays_before(rounds: Rounds, order_id: int) -> None:
    """By a link, so that nothing is due at the door."""
    payer = rounds.phone_of(order_id)
    rounds.greets(payer)
    rounds.do(lambda session, now, actor: pay_online(session, order_id, now))
    payer.pays(payer.hears("notices-prepay-here"))
    payer.hears("notices-order-prepaid")


def rides(rider: Person, rounds: Rounds, rider_id: int, failing: dict[int, str]) -> None:
    """From the first stop to the last: collected, but for orders that fail for a reason."""
    run_id = int(rounds.shelf.read("SELECT id FROM runs WHERE rider_id = :id AND status = 'planned'", id=rider_id))
    rider.says("start")
    rider.hears("rider-route")
    rider.taps(rider.heard[-1].choices[0][1])
    rider.hears("rider-stop")
    while any(stop.status == "planned" for stop in rounds.stops(run_id)):
        stop = rounds.next_stop(run_id)
        reason = failing.get(stop.order_id)
        if reason is None:
            rider.taps(rider.heard[-1].choices[0][1])
        else:
            rider.taps(rider.heard[-1].choices[-1][1])
            rider.hears("rider-what-problem")
            rider.taps(worded(rider.language, f"rider-reason-{reason}-row")[0])
        rider.hears_anything()
    rider.taps(rider.heard[-1].choices[0][1])
    rider.hears("rider-ended")


def hears_at_last(person: Person, key: str) -> None:
    """Whatever came before it."""
    while not says(person.hears_anything().text, person.language, key, {}):
        pass


def choose(rounds: Rounds, away: int, refuses: int) -> None:
    """One has it brought again, one has the money back."""
    chooses = rounds.phone_of(away)
    hears_at_last(chooses, "notices-delivery-failed")
    chooses.taps("Bring it again")
    chooses.hears("my-orders-when-anew")
    chooses.taps(chooses.heard[-1].choices[0][1])
    chooses.hears("my-orders-comes-again")
    gives_up = rounds.phone_of(refuses)
    hears_at_last(gives_up, "notices-delivery-failed")
    gives_up.taps("Money back")
    gives_up.hears("my-orders-really-cancel")
    gives_up.taps("Yes, cancel")
    gives_up.hears("my-orders-cancelled")
    gives_up.hears("notices-refund-processed")


def count_them_out(rounds: Rounds) -> None:
    """One rider is ₹100 short, and brings it later."""
    for rider_id in (rounds.ravi, rounds.imran):
        run_id = int(rounds.shelf.read("SELECT id FROM runs WHERE rider_id = :id AND status = 'ended'", id=rider_id))
        short = 10_000 if rider_id == rounds.imran else 0
        taken = int(rounds.shelf.read("SELECT expected_paise FROM till_counts WHERE run_id = :id", id=run_id))
        assert rounds.do(count_cash, run_id, taken - short) == -short
    assert (rounds.holds(rounds.ravi), rounds.holds(rounds.imran)) == (0, 10_000)
    (difference,) = rounds.shelf.run(open_differences)
    rounds.do(work_off, difference.id, settled_paise=10_000)
    assert rounds.holds(rounds.imran) == 0


def it_rains(rounds: Rounds, away: int) -> None:
    """On the next window, in which the first order was to come again."""
    chooses = rounds.phone_of(away)
    slot_id = rounds.shelf.order(away).slot_id
    rounds.do(plan_window, slot_id, [rounds.imran])
    assert rounds.do(postpone_window, slot_id, "rain").asked == 1
    chooses.hears("notices-window-postponed")
    chooses.taps("Bring it again")
    chooses.hears("my-orders-when-anew")
    chooses.taps(chooses.heard[-1].choices[0][1])
    chooses.hears("my-orders-comes-again")
    assert rounds.shelf.order(away).status is OrderStatus.CONFIRMED


def test_a_day_of_deliveries_ends_with_its_books_in_order(world: World, rounds: Rounds, rider: Person) -> None:
    imran = rounds.gets_a_phone("910000000205", "imran", language="en")
    orders = [*rounds.orders(6, home=HOMES[0]), *rounds.orders(6, home=HOMES[1])]
    pays_before(rounds, orders[3])
    away, refuses = orders[1], orders[3]
    assert rounds.do(plan_window, rounds.slot_id, [rounds.ravi, rounds.imran]) == {rounds.ravi: 6, rounds.imran: 6}
    rounds.the_morning_comes()
    rounds.duties()
    assert [said.choices[0][1] for said in (rider.hears_anything(), imran.hears_anything())] == ["शुरू", "Start"]
    failing = {away: "nobody-home", refuses: "refused"}
    rides(rider, rounds, rounds.ravi, failing)
    rides(imran, rounds, rounds.imran, failing)
    assert [rounds.shelf.order(each).status for each in (away, refuses)] == [OrderStatus.DELIVERY_FAILED] * 2

    choose(rounds, away, refuses)
    count_them_out(rounds)
    it_rains(rounds, away)
    assert rounds.shelf.read("SELECT count(*) FROM runs WHERE status IN ('planned', 'open')") == 0
    assert rounds.shelf.read("SELECT count(*) FROM orders WHERE status = 'delivered' AND slot_id = :id",
                             id=rounds.slot_id) == 10  # fmt: skip
    world.settle()
    world.assert_sound()
    assert rounds.shelf.read(TOLD) == {
        "out-for-delivery": 12, "order-delivered": 10, "delivery-failed": 2, "window-postponed": 1, "rider-run": 2,
    }, "each once, and none of them more"  # fmt: skip
    # A rider: his run, the route, six stops, the end, thanks, and one list of reasons for each problem.
    assert rider.count_heard() + imran.count_heard() == 2 * (1 + 1 + 6 + 1 + 1) + 2
