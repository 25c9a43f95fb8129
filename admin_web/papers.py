"""What is printed of orders, and where."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from urllib.parse import urlencode

from core.errors import Refusal

PAPER = "/admin/paper"


class Paper(StrEnum):
    """A slip for each box, one list for the rider, a bill for each order."""

    SLIP = "slip"
    LIST = "list"
    BILL = "bill"


class Size(StrEnum):
    """What it is printed on: a sheet, a quarter of one, or the roll of a till's printer."""

    A4 = "a4"
    A6 = "a6"
    ROLL = "80mm"


SIZES = {Paper.SLIP: Size.A6, Paper.LIST: Size.A4, Paper.BILL: Size.A4}


def paper_of(paper: Paper, order_ids: Sequence[int]) -> str:
    """The path of these orders' papers. Raises Refusal `bulk-empty` for none."""
    if not order_ids:
        raise Refusal("bulk-empty")
    return f"{PAPER}?{urlencode({'what': paper.value, 'ids': ','.join(map(str, order_ids))}, safe=',')}"
