"""The commands of `jamango runs`; what they do is in `jamango.runs`."""
# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

run_commands = typer.Typer(no_args_is_help=True, help="Who brings what, and the cash that comes back.")

Window = Annotated[int, typer.Argument(help="The window's number in `jamango runs list`.")]
Run = Annotated[int, typer.Argument(help="The run's number in `jamango runs list`.")]
Code = Annotated[str, typer.Argument(help="The order's code.")]


@run_commands.command("list")
def list_runs() -> None:
    """Show windows with orders, the runs in them, and differences in cash."""
    from jamango import runs

    _say(runs.overview)


@run_commands.command("window")
def show_window(window: Window) -> None:
    """Show the orders of a window, those with no rider first."""
    from jamango import runs

    _say(lambda: runs.window_lines(window))


@run_commands.command("show")
def show_run(run: Run) -> None:
    """Show a run: the boxes to load, and its stops in order."""
    from jamango import runs

    _say(lambda: runs.run_lines(run))


@run_commands.command("plan")
def plan_window(
    window: Window,
    riders: Annotated[list[str] | None, typer.Argument(help="Names or numbers; all riders when none is given.")] = None,
) -> None:
    """Share a window out among riders, as evenly as whole apartments allow."""
    from jamango import runs

    _say(lambda: runs.plan(window, riders or []))


@run_commands.command("assign")
def assign_orders(
    rider: Annotated[str, typer.Argument(help="Name or number.")],
    codes: Annotated[list[str], typer.Argument(help="Codes of orders.")],
) -> None:
    """Give single orders to a rider, out of whatever run they are in."""
    from jamango import runs

    _say(lambda: [runs.give(codes, rider)])


@run_commands.command("unassign")
def unassign_order(code: Code) -> None:
    """Take an order out of its run."""
    from jamango import runs

    _say(lambda: [runs.take_away(code)])


@run_commands.command("pack")
def pack_window(window: Window) -> None:
    """Note that all confirmed orders of a window are packed."""
    from jamango import runs

    _say(lambda: [runs.pack_window(window)])


@run_commands.command("count")
def count_cash(run: Run, rupees: Annotated[float, typer.Argument(help="What was counted.", min=0)]) -> None:
    """Take over the cash of a run; a difference is frozen."""
    from jamango import runs

    _say(lambda: [runs.count(run, rupees)])


@run_commands.command("settle")
def settle_difference(
    difference: Annotated[int, typer.Argument(help="The difference's number in `jamango runs list`.")],
    brought: Annotated[float, typer.Option(help="Rupees that the rider brought, or had back.", min=0)] = 0,
    borne: Annotated[float, typer.Option(help="Rupees that the shop bears, or keeps.", min=0)] = 0,
) -> None:
    """Work off a difference in cash."""
    from jamango import runs

    _say(lambda: [runs.settle(difference, brought=brought, borne=borne)])


@run_commands.command("postpone")
def postpone_window(
    window: Window, reason: Annotated[str, typer.Option(help="Why, for our own books.")] = "rain"
) -> None:
    """Close a window and ask everybody in it: another time, or the money back."""
    from jamango import runs

    _say(lambda: [runs.postpone(window, reason)])


@run_commands.command("release")
def release_code(code: Code) -> None:
    """Let an order be handed over without the four digits that its customer cannot find."""
    from jamango import runs

    _say(lambda: [runs.release(code)])


def _say(lines: Callable[[], list[str]]) -> None:
    from jamango.configuration import database

    with database():
        typer.echo("\n".join(lines()))
