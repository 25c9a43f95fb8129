"""When the tests take place: on one Wednesday of the season, from ten in the morning, whenever they run.

The shop keeps hours, weekdays and seasons, so what a test finds would depend on the day on which it runs. Every
database of the tests and every outside world around it therefore begin at the same moment, away from the machine's
clock by the same `AHEAD`. `TESTS_BEGIN_AT=2027-01-31T23:50`, in the shop's time, tries any other moment, and
`make trouble` tries four.
"""

import os
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from core.clock import process_time

SHOP = ZoneInfo("Asia/Kolkata")
USUAL = "2027-05-12T10:00"

BEGINS = datetime.fromisoformat(os.environ.get("TESTS_BEGIN_AT") or USUAL).replace(tzinfo=SHOP)
SECONDS_AHEAD = round((BEGINS - process_time()).total_seconds())
AHEAD = timedelta(seconds=SECONDS_AHEAD)


def read_shop_time() -> datetime:
    """The shop's moment for those who do not ask its database, like Meta."""
    return process_time() + AHEAD
