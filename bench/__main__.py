"""`python -m bench [NAME …]`: measure, print the table, keep the figures as JSON in bench/results."""

import sys
from collections.abc import Callable
from enum import StrEnum
from importlib import import_module
from typing import Annotated

import typer
from rich.console import Console

from bench.figures import Figure, save, show
from bench.stage import Stage, stage

WIDE = 120  # columns in a file or pipe
Measure = Callable[..., list[Figure]]


class Name(StrEnum):
    ACK = "ack"
    CORE = "core"
    REPLY = "reply"
    ORDERS = "orders"
    WEB = "web"
    BILLABLE = "billable"
    UNDERSTAND = "understand"
    PANEL = "panel"
    ROUTES = "routes"
    SCALE = "scale"


BY_NAME_ONLY = {Name.SCALE}  # takes a quarter of an hour and gigabytes


def main(
    names: Annotated[
        list[Name] | None, typer.Argument(help="What to measure; everything but scale when nothing is named.")
    ] = None,
    quick: Annotated[
        bool, typer.Option("--quick", help="Short rounds, to see that it runs; the figures mean little.")
    ] = False,
) -> None:
    """Measure the shop against its promises. Nothing else should run on the machine meanwhile."""
    console = Console(width=None if sys.stdout.isatty() else WIDE)
    figures: list[Figure] = []
    with stage() as where:
        for name in names or [name for name in Name if name not in BY_NAME_ONLY]:
            figures += _measure(name, where, console, quick=quick)
    show(figures, console)
    console.print(f"Kept in {save(figures)}", style="dim")


def _measure(name: Name, where: Stage, console: Console, *, quick: bool) -> list[Figure]:
    measure: Measure = import_module(f"bench.{name.value}").measure
    return measure(where, console, quick=quick)


if __name__ == "__main__":
    program = typer.Typer(add_completion=False, pretty_exceptions_enable=False)
    program.command()(main)
    program()
