"""`python -m bench.seed 200000`: years of orders in the database that the settings name, to look at the office with.

Needs a stocked shop without orders of that number range (a demo's), and a superuser's connection.
"""

from typing import Annotated

import psycopg
import typer
from rich.console import Console

from bench.history import Size, make_history
from core.settings import get_settings


def main(
    orders: Annotated[int, typer.Argument(help="How many orders.")] = 200_000,
    url: Annotated[str, typer.Option(help="Of the database; the settings' own when empty.")] = "",
) -> None:
    """Make the orders, with customers, money, fruit and windows, sound for `jamango fsck`."""
    address = url or (get_settings().database_url or "").replace("postgresql+psycopg://", "postgresql://", 1)
    with psycopg.connect(address, autocommit=True) as wire:
        make_history(wire, Size(orders=orders, events_per_order=0, messages_per_order=0, customers=orders // 10))
    Console().print(f"{orders:,} orders are there.")


if __name__ == "__main__":
    typer.run(main)
