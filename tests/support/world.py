"""The whole shop and the outside world, for one test: real PostgreSQL, real HTTP, the real worker."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import text

from core.db import transaction
from core.settings import Settings
from jamango.worker import run_worker
from simulator.application import create_application
from simulator.configuration import Configuration
from tests.support.books import assert_in_order
from tests.support.clusters import current_settings
from tests.support.doors import open_doors
from tests.support.kept_client import KeptClient
from tests.support.morning import SECONDS_AHEAD
from tests.support.patience import PATIENCE_SECONDS
from tests.support.servers import free_place, open_client

# A look at Razorpay that is under way has a lease of ten seconds; none is planned for as soon as that.
UNFINISHED = text(
    """
    SELECT (SELECT count(*) FROM inbox WHERE status = 'pending'
                AND (next_attempt_at IS NULL OR next_attempt_at < jamango_now() + interval '3 s'))
         + (SELECT count(*) FROM outbox WHERE status IN ('pending', 'leased')
                AND next_attempt_at < jamango_now() + interval '3 s')
         + (SELECT count(*) FROM payment_links WHERE next_look_at < jamango_now() + interval '10 s')
         + (SELECT count(*) FROM refunds WHERE next_look_at < jamango_now() + interval '10 s')
         + (SELECT count(*) FROM stall_qrs WHERE next_look_at < jamango_now())
    """
)
BEING_SENT = text("SELECT count(*) FROM outbox WHERE status = 'leased' AND leased_until > jamango_now()")


class World:
    """The shop at `shop_url`, the outside at `outside_url`, and both worlds' clock and books."""

    def __init__(self, settings: Settings, shop_url: str, outside_url: str) -> None:
        self.settings = settings
        self.shop_url = shop_url
        self.outside_url = outside_url
        self.outside = KeptClient(outside_url)
        self.shop = open_client(shop_url)
        self._stop = threading.Event()
        self._worker: threading.Thread | None = None

    def start_worker(self) -> None:
        self._stop = threading.Event()
        self._worker = threading.Thread(target=run_worker, args=(self.settings, self._stop), daemon=True)
        self._worker.start()

    def stop_worker(self) -> None:
        if self._worker is not None:
            self._stop.set()
            self._worker.join(PATIENCE_SECONDS)
            assert not self._worker.is_alive(), "the worker did not end"
            self._worker = None

    def settle(self) -> None:
        """Wait until nothing is under way on either side."""
        wait = threading.Event()
        for _ in range(int(PATIENCE_SECONDS / 0.02)):
            self.outside.post("/sim/settle", json={"timeout_seconds": PATIENCE_SECONDS}).raise_for_status()
            if self.count_unfinished() == 0:
                self.outside.post("/sim/settle", json={"timeout_seconds": PATIENCE_SECONDS}).raise_for_status()
                if self.count_unfinished() == 0:
                    return
            wait.wait(0.02)
        raise AssertionError(f"{self.count_unfinished()} things are still under way")

    def count_unfinished(self) -> int:
        with transaction() as session:
            return int(session.execute(UNFINISHED).scalar_one())

    def switch(self, **switches: Any) -> None:
        """Turn the outside world's trouble on or off."""
        self.outside.put("/sim/switches", json=switches).raise_for_status()

    def advance(self, **duration: float) -> None:
        """Move both worlds' clock: `advance(minutes=10)`. What is being sent is noted first: to a phone it comes
        a moment before, and a lease that ended meanwhile would have it sent again."""
        if self._worker is not None:
            self._let_what_is_sent_be_noted()
        units = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86400}
        seconds = sum(units[unit] * amount for unit, amount in duration.items())
        self.outside.post("/sim/clock", json={"advance_seconds": seconds}).raise_for_status()

    def _let_what_is_sent_be_noted(self) -> None:
        """Not for long: what hangs on purpose stays so."""
        pause = threading.Event()
        for _ in range(50):
            with transaction() as session:
                if session.execute(BEING_SENT).scalar_one() == 0:
                    return
            pause.wait(0.02)

    def books(self) -> dict[str, Any]:
        """The outside world's own account of messages and money."""
        answer = self.outside.get("/sim/books").raise_for_status().json()
        assert isinstance(answer, dict)
        return answer

    def assert_sound(self) -> None:
        """No row breaks a rule, and Meta refused nothing we sent."""
        with transaction() as session:
            assert_in_order(session)
        refused = self.books()["refused"]
        assert refused == [], refused

    def close(self) -> None:
        self.stop_worker()
        self.outside.close()
        self.shop.close()


@contextmanager
def running_world(monkeypatch: pytest.MonkeyPatch, **outside: Any) -> Iterator[World]:
    """Start simulator, web process and worker on the environment's database; `outside` configures the simulator."""
    with free_place() as shop_place, free_place() as outside_place:
        shop_url, outside_url = shop_place.address, outside_place.address
        configuration = Configuration(
            app_url=shop_url, public_url=outside_url, clock_offset_seconds=SECONDS_AHEAD, **outside
        )
        for name, value in shop_environment(configuration, shop_url, outside_url).items():
            monkeypatch.setenv(f"JAMANGO_{name}", value)
        settings = current_settings()
        with outside_place.serving(create_application(configuration)), shop_place.serving(open_doors()):
            world = World(settings, shop_url, outside_url)
            world.start_worker()
            try:
                yield world
            finally:
                world.close()


def shop_environment(configuration: Configuration, shop_url: str, outside_url: str) -> dict[str, str]:
    """The shop's settings for this outside world."""
    return {
        "PUBLIC_URL": shop_url,
        "WHATSAPP_API_URL": f"{outside_url}/meta",
        "WHATSAPP_PHONE_NUMBER_ID": configuration.phone_number_id,
        "WHATSAPP_BUSINESS_ACCOUNT_ID": configuration.business_account_id,
        "WHATSAPP_ACCESS_TOKEN": configuration.access_token,
        "WHATSAPP_APP_SECRET": configuration.app_secret,
        "WHATSAPP_VERIFY_TOKEN": configuration.verify_token,
        "WHATSAPP_PHONE_NUMBER": configuration.business_phone_number,
        "RAZORPAY_API_URL": f"{outside_url}/razorpay",
        "RAZORPAY_CHECKOUT_URL": f"{outside_url}/checkout.js",
        "RAZORPAY_KEY_ID": configuration.razorpay_key_id,
        "RAZORPAY_KEY_SECRET": configuration.razorpay_key_secret,
        "RAZORPAY_WEBHOOK_SECRETS": configuration.razorpay_webhook_secret,
    }
