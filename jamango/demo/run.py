"""`jamango demo`: the whole shop on this machine, with a pretend WhatsApp and Razorpay and something to sell.

It reads neither `.env` nor any JAMANGO_ variable: nobody's real shop is ever filled with made-up mangoes.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.panel import Panel
from rich.text import Text

from core.clock import read_now
from core.db import transaction
from core.errors import Fault
from core.settings import PREFIX, Settings
from jamango.apart import DEMO_MARK, mark_as_made_up
from jamango.configuration import change_settings
from jamango.demo.deliveries import seed_deliveries
from jamango.demo.office import founder_sign_in
from jamango.demo.stall import till_link
from jamango.housekeeping import push, push_forms, seed
from jamango.launcher.folders import make_data_folder, refuse_a_folder_in_use
from jamango.launcher.output import Output
from jamango.launcher.ports import LOOPBACK, chosen_port
from jamango.launcher.programs import Program
from jamango.launcher.up import Plan, Running, http_answers, run_up, shop_programs

LOG = "demo.log"
SHOP_PORT, SIMULATOR_PORT = 8000, 8001  # unless others are asked for, or these are taken
LINES_TO_SHOW = 40
# Pretend accounts, which open nothing but the simulator: name at the simulator, setting of the shop, value.
ACCOUNTS = (
    ("PHONE_NUMBER_ID", "WHATSAPP_PHONE_NUMBER_ID", "100000000000001"),
    ("BUSINESS_ACCOUNT_ID", "WHATSAPP_BUSINESS_ACCOUNT_ID", "200000000000001"),
    ("ACCESS_TOKEN", "WHATSAPP_ACCESS_TOKEN", "pretend-access-token"),
    ("APP_SECRET", "WHATSAPP_APP_SECRET", "pretend-app-secret"),
    ("VERIFY_TOKEN", "WHATSAPP_VERIFY_TOKEN", "pretend-verify-token"),
    ("BUSINESS_PHONE_NUMBER", "WHATSAPP_PHONE_NUMBER", "910000000100"),
    ("RAZORPAY_KEY_ID", "RAZORPAY_KEY_ID", "rzp_test_Pretend000001"),
    ("RAZORPAY_KEY_SECRET", "RAZORPAY_KEY_SECRET", "pretend-key-secret"),
    ("RAZORPAY_WEBHOOK_SECRET", "RAZORPAY_WEBHOOK_SECRETS", "pretend-webhook-secret"),
)


@dataclass(frozen=True)
class Demo:
    """Where a demo runs."""

    port: int
    simulator_port: int
    data_folder: Path

    @property
    def shop_address(self) -> str:
        return f"http://{LOOPBACK}:{self.port}"

    @property
    def simulator_address(self) -> str:
        return f"http://{LOOPBACK}:{self.simulator_port}"

    def settings(self) -> dict[str, str]:
        """The shop's settings: it takes the simulator for Meta and Razorpay."""
        return {
            "DATA_DIR": str(self.data_folder),
            "PUBLIC_URL": self.shop_address,
            "WHATSAPP_API_URL": f"{self.simulator_address}/meta",
            "WHATSAPP_CHAT_URL": f"{self.simulator_address}/chat",
            "RAZORPAY_API_URL": f"{self.simulator_address}/razorpay",
            "RAZORPAY_CHECKOUT_URL": f"{self.simulator_address}/checkout.js",
            "LOGIN_CODES_A_DAY": "100",
            "RAZORPAY_QR": "true",
            **{setting: value for _, setting, value in ACCOUNTS},
        }

    def simulator(self) -> Program:
        """The simulator as a child, which keeps its phones in the data folder."""
        values = {
            "PORT": str(self.simulator_port),
            "APP_URL": self.shop_address,
            "STATE_FILE": str(self.data_folder / "simulator.json"),
            **{name: value for name, _, value in ACCOUNTS},
        }
        return Program(
            name="simulator",
            command=[sys.executable, "-P", "-m", "simulator"],
            environment={**os.environ, **{f"SIMULATOR_{name}": value for name, value in values.items()}},
            is_ready=http_answers(self.simulator_port, "/sim/state"),
        )

    def programs(self) -> list[Program]:
        return [self.simulator(), *shop_programs(host=LOOPBACK, port=self.port)]


def run_demo(*, data_dir: Path, port: int | None, simulator_port: int | None) -> None:
    """Run the demo until Ctrl-C; the lines of its processes go to a file. Raises Fault when it cannot start.

    Without a port it takes the usual one, or a free one where that is taken.
    """
    refuse_a_folder_in_use(data_dir)
    shop_port = chosen_port(port, SHOP_PORT, "--port", but_not=simulator_port)
    demo = Demo(
        shop_port,
        chosen_port(simulator_port, SIMULATOR_PORT, "--simulator-port", but_not=shop_port),
        make_data_folder(data_dir),
    )
    for usual, taken in ((SHOP_PORT, demo.port), (SIMULATOR_PORT, demo.simulator_port)):
        if taken not in {usual, port, simulator_port}:
            sys.stdout.write(f"Port {usual} is taken by another program, so this takes {taken}.\n")
    log = demo.data_folder / LOG
    sys.stdout.write("Starting the shop, a pretend WhatsApp and a pretend Razorpay …\n")
    with log.open("w", encoding="utf-8") as lines:
        try:
            run_demo_up(demo, _announcement(demo), Output(stream=lines, voice=sys.stdout))
        except Fault:
            show_end_of(log, Console())
            raise


def show_end_of(log: Path, console: Console) -> None:
    """The last lines of the processes, for whoever has to find out why it went wrong."""
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines() if log.exists() else []
    for line in lines[-LINES_TO_SHOW:]:
        console.print(Text(line, style="dim"))


def run_demo_up(demo: Demo, when_ready: Callable[[Running], None], output: Output | None = None) -> None:
    """Run the demo with its own settings and no others, and nowhere near a real shop."""
    for name in [name for name in os.environ if name.startswith(PREFIX)]:
        del os.environ[name]
    os.chdir(demo.data_folder)  # away from any .env
    plan = Plan(programs=demo.programs, is_demo=True, before=stock, when_ready=when_ready)
    run_up(change_settings(demo.settings()), plan, output=output)


def stock(settings: Settings) -> None:
    """Mark the folder and its database as made up, for ever, and fill them."""
    (settings.data_dir / DEMO_MARK).touch()
    with transaction() as session:
        mark_as_made_up(session)
    seed(settings)
    with transaction() as session:
        seed_deliveries(session, read_now(session))


def _announcement(demo: Demo) -> Callable[[Running], None]:
    def announce(running: Running) -> None:
        push(running.settings)
        phone, password = founder_sign_in(running.settings)
        till, pin = till_link(running.settings)
        push_forms(running.settings)
        words = Text.assemble(
            ("Open ", "bold"),
            (demo.simulator_address, "bold underline green"),
            (" and say hi.\n\n", "bold"),
            "The phones of a customer, a regular, the rider and the founder are there; money is pretend.\n",
            f"The shop's own pages: {demo.shop_address}\n",
            f"The office: {demo.shop_address}/admin as {phone}, password {password}\n",
            f"The till of a stall: {till}, PIN {pin}\n",
            f"What the processes say: {demo.data_folder / LOG}\n",
            "Ctrl-C stops everything.",
        )
        Console().print(Panel(words, title="Jamango", border_style="green", padding=(1, 4), expand=False))

    return announce
