"""`jamango demo --play`: the demo on free ports, and the story played on it while its chat is printed."""

from __future__ import annotations

import threading
from contextlib import ExitStack
from pathlib import Path

import httpx
from rich.align import Align
from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from core.errors import Fault
from jamango.demo.customer.phone import Phone
from jamango.demo.customer.story import CUSTOMER, order_and_pay
from jamango.demo.run import Demo, run_demo_up, show_end_of
from jamango.housekeeping import push
from jamango.launcher.folders import make_data_folder, temporary_data_folder
from jamango.launcher.output import Output
from jamango.launcher.ports import free_port
from jamango.launcher.up import Running

STYLES = {"shop": ("left", "green"), "customer": ("right", "cyan")}


def perform(data_dir: Path | None, console: Console | None = None) -> bool:
    """Play the story; whether it ended with a confirmed order. Without `data_dir` nothing stays behind."""
    console = console or Console()
    with ExitStack() as stack:
        given = make_data_folder(data_dir) if data_dir else None
        folder = given or stack.enter_context(temporary_data_folder())
        performance = Performance(Demo(free_port(), free_port(), folder), console)
        log = folder / "play.log"
        console.print("Starting the shop, a pretend WhatsApp and a pretend Razorpay …", style="dim")
        try:
            performance.run(log)
        except Fault as fault:
            performance.trouble = fault.sentence
        if performance.code:
            console.print(f"\n✓ Order {performance.code} is confirmed and paid.", style="bold green")
            return True
        show_end_of(log, console)
        console.print(f"✗ {performance.trouble or 'Stopped before the order was confirmed.'}", style="bold red")
        return False


class Performance:
    """The demo, the customer beside it, and how it ended: an order code, or what went wrong."""

    def __init__(self, demo: Demo, console: Console) -> None:
        self._demo = demo
        self._console = console
        self._customer: threading.Thread | None = None
        self.code = ""
        self.trouble = ""

    def run(self, log: Path) -> None:
        """Run until the story is over; what the processes say goes to `log`."""
        with log.open("w", encoding="utf-8") as stream:
            run_demo_up(self._demo, self._begin, Output(stream=stream))
        if self._customer:
            self._customer.join()

    def _begin(self, running: Running) -> None:
        push(running.settings)
        self._console.print("The shop is open; a customer takes her phone.\n", style="dim")
        self._customer = threading.Thread(target=self._play, args=(running,), name="customer")
        self._customer.start()

    def _play(self, running: Running) -> None:
        try:
            with httpx.Client(base_url=self._demo.simulator_address, trust_env=False) as simulator:
                self.code = order_and_pay(Phone(simulator, CUSTOMER, self._show))
        except Fault as fault:
            self.trouble = fault.sentence
        except httpx.HTTPError as error:
            self.trouble = f"The simulator does not answer as it should: {error}."
        finally:
            running.request_stop()

    def _show(self, side: str, text: str) -> None:
        align, colour = STYLES[side]
        bubble = Panel(Text(text), border_style=colour, expand=False, width=min(60, self._console.width - 8))
        self._console.print(Align(bubble, "left" if align == "left" else "right"))
