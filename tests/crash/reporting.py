"""What a rider's page sends while the shop dies."""

from __future__ import annotations

import re
import threading
from contextlib import suppress

import httpx
from sqlalchemy import text

from core.db import transaction
from core.delivery.links import link_of_run
from tests.crash.stage import Stage


def report_the_end(stage: Stage) -> None:
    """On the page of the run: sent again under the same key until somebody answers."""
    with transaction() as session:
        link = link_of_run(
            session, int(session.execute(text("SELECT id FROM runs WHERE status = 'open'")).scalar_one())
        )
    path = str(link)[str(link).index("/r/") :]
    form = {"event": "end", "sum": "1240", "_once": "11111111-1111-4111-8111-111111111111"}
    form["_token"] = re.findall(r'name="_token" value="(\w+)"', stage.shop.get(path).text)[0]
    for _ in range(400):
        with suppress(httpx.HTTPError):
            if stage.shop.post(path, data=form, headers={"X-Queued": "1"}).status_code == 204:
                return
        threading.Event().wait(0.05)
    raise AssertionError("the shop does not come back")
