"""When the tests take place: from ten in the morning in the shop, at whatever hour they run.

The shop keeps hours (tomorrow's early window closes at nine in the evening), so what a test finds would depend on when
it runs. Every database of the tests and every outside world around it therefore begin ahead of the machine's clock by
the same `AHEAD`. `TESTS_BEGIN_AT=2027-01-31T23:50`, in the shop's time, tries any other moment.
"""

import os
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from core.clock import process_time

SHOP = ZoneInfo("Asia/Kolkata")
MORNING = time(10)


def _count_seconds_to(wanted: str | None) -> int:
    now = process_time().astimezone(SHOP)
    if wanted:
        moment = datetime.fromisoformat(wanted).replace(tzinfo=SHOP)
    else:
        today = datetime.combine(now, MORNING, SHOP)
        moment = today if today > now else today + timedelta(days=1)
    return round((moment - now).total_seconds())


SECONDS_AHEAD = _count_seconds_to(os.environ.get("TESTS_BEGIN_AT"))
AHEAD = timedelta(seconds=SECONDS_AHEAD)


def read_shop_time() -> datetime:
    """The shop's moment for those who do not ask its database, like Meta."""
    return process_time() + AHEAD
