"""The stream of live pages from end to end: what one process commits arrives at a page that another one serves."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import httpx
import pytest

from core.alerts.actions import raise_alert
from core.changes.announcing import Announcer
from core.db import in_transaction
from jamango.launcher.ports import LOOPBACK
from tests.house.house import eventually
from tests.support import parts
from tests.support.clusters import current_settings
from tests.support.keeper import Forked
from tests.support.patience import PATIENCE_SECONDS
from tests.support.servers import held_port

STREAM = "/dev/look/live"


@pytest.mark.usefixtures("database")
def test_a_commit_elsewhere_reaches_an_open_stream_which_ends_with_its_process() -> None:
    announcer = Announcer(current_settings())
    announcer.start()
    with held_port() as port, httpx.Client(base_url=f"http://{LOOPBACK}:{port}", timeout=PATIENCE_SECONDS) as browser:
        web = Forked(parts.web, port)
        try:
            assert eventually(lambda: is_ready(browser))
            hear_one_commit_and_the_end(browser, web)
            assert web.wait(PATIENCE_SECONDS) == -signal.SIGTERM
        finally:
            announcer.close()
            if web.poll() is None and web.pid:
                os.kill(web.pid, signal.SIGKILL)


def hear_one_commit_and_the_end(browser: httpx.Client, web: Forked) -> None:
    with browser.stream("GET", STREAM, headers={"Accept": "text/event-stream"}) as page:
        alerts = hear_alerts(page)
        # "Any may have changed" at first, and once more when the process hears PostgreSQL.
        assert [next(alerts), next(alerts)] == ["", ""]
        in_transaction(lambda session: raise_alert(session, "invariant-broken", "fruit"))
        assert next(filter(None, alerts)) == "1"
        assert web.pid
        os.kill(web.pid, signal.SIGTERM)
        assert list(filter(None, alerts)) == []


def is_ready(browser: httpx.Client) -> bool:
    try:
        return browser.get("/readyz").is_success
    except httpx.HTTPError:
        return False


def hear_alerts(page: httpx.Response) -> Iterator[str]:
    """The id of each alert that the stream names; empty when any may have changed."""
    event = ""
    for line in page.iter_lines():
        name, _, value = line.partition(":")
        if name == "event":
            event = value.strip()
        elif name == "data" and event == "alert":
            yield value.strip()
