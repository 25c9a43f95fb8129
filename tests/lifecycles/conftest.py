"""A pretend Razorpay over real HTTP, without the shop around it."""

from collections.abc import Iterator

import httpx
import pytest

from core.payments.gateway_razorpay import RazorpayGateway
from core.settings import Settings
from simulator.application import create_application
from simulator.configuration import Configuration
from tests.support.rounds import Rounds
from tests.support.servers import free_place, open_client
from tests.support.shelf import Shelf


@pytest.fixture
def outside() -> Iterator[httpx.Client]:
    """The simulator's control API."""
    with free_place() as place, open_client(place.address) as client:
        configuration = Configuration(app_url="http://127.0.0.1:9", public_url=place.address, razorpay_deliveries=1)
        with place.serving(create_application(configuration)):
            client.put("/sim/switches", json={"drop_razorpay_webhooks": True}).raise_for_status()
            yield client


@pytest.fixture
def gateway(outside: httpx.Client) -> RazorpayGateway:
    """The real gateway, speaking to the pretend Razorpay."""
    return RazorpayGateway(gateway_settings(f"{outside.base_url}/razorpay"))


def gateway_settings(url: str) -> Settings:
    """Settings whose Razorpay is at `url`."""
    configuration = Configuration()
    return Settings(
        public_url="http://127.0.0.1:8000",
        razorpay_api_url=url,
        razorpay_key_id=configuration.razorpay_key_id,
        razorpay_key_secret=configuration.razorpay_key_secret,
    )


@pytest.fixture
def shelf(demo_shop: str) -> Shelf:
    """The demo shop's stock and customers, without doors and chat."""
    return Shelf()


@pytest.fixture
def rounds(shelf: Shelf) -> Rounds:
    """Two riders and a window of that shop."""
    return Rounds(shelf)
