"""What is counted at the end of a shift: a field for each note, and two for each fruit that lies here.

Fruit is counted as people see it: pieces by the piece, what is sold by weight in kilos.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Annotated, Any

from pydantic import AfterValidator, ConfigDict, create_model

from admin_web.fields import Amount, Whole
from core.formats import format_units
from core.stalls.rules import NOTES
from core.stalls.shifts import Count
from core.views.stalls import FruitAtStall
from core.wording import pick
from pages.fields import Paise
from pages.forms import Form
from pages.visit import Visit

WEIGHED = "gram"  # the base unit of fruit that is weighed
GRAMS_PER_KILO = 1000
Kilos = Annotated[Amount, AfterValidator(lambda kilos: int(kilos * GRAMS_PER_KILO))]


class Closing(Form):
    """What was counted. `note_50000` is how many notes of ₹500, `left_7` and `wasted_7` are of product 7; what has been
    sold out meanwhile is passed over."""

    model_config = ConfigDict(extra="ignore", frozen=True, str_strip_whitespace=True)

    upi: Paise = 0
    card: Paise = 0
    waiting: Whole = 0

    def count(self) -> Count:
        wasted = {product: units for product, units in self._beginning("wasted_").items() if units}
        return Count(
            self._beginning("note_"), self.upi, self.card, self._beginning("left_"), wasted, waiting=self.waiting
        )

    def _beginning(self, name: str) -> dict[int, int]:
        """What was typed into the fields of one kind, by the number that they end with; a blank one is not counted."""
        return {int(field.removeprefix(name)): value for field, value in self
                if field.startswith(name) and value is not None}  # fmt: skip


def closing_of(fruit: Sequence[FruitAtStall]) -> type[Closing]:
    """The form with a field for everything that is to be counted here."""
    return _made(tuple((each.product_id, each.base_unit) for each in fruit))


@lru_cache(maxsize=64)
def _made(fruit: tuple[tuple[int, str], ...]) -> type[Closing]:
    fields: dict[str, Any] = {f"note_{note}": (Whole | None, None) for note in NOTES}
    for product_id, base_unit in fruit:
        kind = Kilos if base_unit == WEIGHED else Whole
        fields |= {f"{what}_{product_id}": (kind | None, None) for what in ("left", "wasted")}
    return create_model("Closing", __base__=Closing, **fields)


def show_fruit(visit: Visit, each: FruitAtStall) -> dict[str, Any]:
    """A fruit that lies here; `unit` and `count` are as it is counted."""
    is_weighed = each.base_unit == WEIGHED
    return {"id": each.product_id, "name": pick(each.names, visit.language), "unit": each.base_unit,
            "units": format_units(visit.language, each.base_unit, each.on_hand),
            "count": f"{each.on_hand / GRAMS_PER_KILO:g}" if is_weighed else str(each.on_hand)}  # fmt: skip
