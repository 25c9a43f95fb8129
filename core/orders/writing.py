"""How a basket is written down in an order: its lines and its home as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from core.checkout.basket import BasketLine, DeliveryAddress

# The columns of `order_items` out of what `write_lines` wrote; each row's order is named beside it.
LINE_COLUMNS = "product_id, pack_id, names, labels, quantity, base_units, unit_price_paise, line_paise"
LINE_RECORD = (
    "product_id bigint, pack_id bigint, names jsonb, labels jsonb, quantity int, base_units int,"
    " unit_price_paise bigint, line_paise bigint"
)


def write_lines(lines: Sequence[BasketLine]) -> str:
    return json.dumps([{**vars(line), "line_paise": line.line_paise} for line in lines])


def write_address(address: DeliveryAddress) -> dict[str, Any]:
    return {
        "name": address.customer_name,
        "apartment": address.apartment,
        "apartment_names": address.apartment_names,
        "locality": address.locality,
        "line": address.line,
        "tower": address.tower,
        "floor": address.floor,
        "flat": address.flat,
        "pincode": address.pincode,
    }
