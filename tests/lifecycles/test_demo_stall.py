"""The demo prints one link for its till, and no other once a till is made."""

from core.clock import read_now
from core.stalls.devices import register_device
from core.stalls.pins import is_pin, keepers
from jamango.demo.stall import PIN, till_link
from tests.support.actors import STAFF
from tests.support.clusters import current_settings
from tests.support.shelf import Shelf


def test_the_demos_till_is_made_once(demo_shop: str) -> None:
    shelf = Shelf()
    link, pin = till_link(current_settings())
    [keeper] = [each for each in shelf.run(keepers) if each.name == "Meena"]
    assert (pin, is_pin(pin, keeper), is_pin("2581", keeper)) == (PIN, True, False)
    token = link.rpartition("/")[2]
    shelf.run(lambda session: register_device(session, token, browser="", actor=STAFF, now=read_now(session)))
    assert till_link(current_settings())[0].endswith("/stall")
