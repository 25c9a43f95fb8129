"""What riders and rain do to an order in the stories that are interrupted."""

from __future__ import annotations

from collections.abc import Callable

from core.wording import say
from tests.crash.reporting import report_the_end
from tests.crash.stage import Customer, Stage
from tests.support import parts

At = Callable[[str], None]


def it_rains(chat: Customer, stage: Stage, at: At, slot_id: int) -> None:
    """The window is postponed; who ordered has it brought in another one."""
    at("postponing")
    stage.command(parts.postpone_window, slot_id)
    chat.hears("notices-window-postponed")
    chat.taps("Bring it again")
    chat.hears("my-orders-when-anew")
    chat.taps(chat.heard[-1].choices[0][1])
    chat.hears("my-orders-comes-again")


def ride(rider: Customer, chat: Customer, stage: Stage, at: At) -> None:
    """From the start of his run to the cash that he hands over."""
    at("leaving")
    rider.says("start")
    rider.hears("rider-route")
    chat.hears("notices-out-for-delivery")
    rider.says("next")
    rider.hears("rider-stop")
    rider.says("problem")
    rider.hears("rider-what-problem")
    at("failing")
    rider.taps(say("hi", "rider-reason-nobody-home-row"))
    rider.hears("rider-failed")
    chat.hears("notices-delivery-failed")
    chat.taps("Somebody takes it")
    chat.hears("my-orders-who-takes-it")
    at("naming")
    chat.taps("Security")
    chat.hears("my-orders-left-with")
    rider.hears("notices-rider-stop-back")
    rider.says("next")
    rider.hears("rider-stop")
    at("handing")
    rider.taps("₹1,240")
    rider.hears("rider-all-done")
    chat.hears("notices-order-delivered")
    at("undoing")
    rider.says("undo")
    rider.hears("rider-undone")
    rider.says("next")
    rider.hears("rider-stop")
    rider.taps("₹1,240")
    rider.hears("rider-all-done")
    at("ending")
    report_the_end(stage)
