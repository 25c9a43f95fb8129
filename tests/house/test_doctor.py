"""The doctor looks at everything the settings point to, and says in a line what is wrong and how to mend it."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from rich.console import Console

from core.payments.gateway_razorpay import RazorpayGateway
from core.settings import Settings
from jamango.doctor.examination import examine
from jamango.doctor.machine import check_offline
from tests.lifecycles.test_payments_gateway import asking
from tests.support.clusters import current_settings
from tests.support.morning import read_shop_time
from tests.support.world import World


def examined(settings: Settings) -> tuple[bool, str]:
    """Whether all is well, and what was said."""
    said = io.StringIO()
    return examine(settings, Console(file=said, width=400)), said.getvalue()


def bad_lines(said: str) -> list[str]:
    return [line for line in said.splitlines() if line.startswith("✗")]


def test_a_shop_that_is_set_up_is_well(world: World) -> None:
    from bot.templates import push  # noqa: PLC0415

    push(world.settings)
    well, said = examined(world.settings)
    assert bad_lines(said) == []
    assert well
    for subject in (
        "Disk",
        "Database",
        "Schema",
        "Clock",
        "Redis",
        "Address",
        "Offline",
        "WhatsApp",
        "Templates",
        "Forms",
        "Razorpay",
    ):
        assert f"✓ {subject}" in said


@pytest.mark.parametrize(
    ("address", "is_well", "words"),
    [
        ("https://mango.example", True, "go on without a net: the address is https"),
        ("http://localhost:8000", True, "on this machine alone"),
        ("http://127.0.0.1:8000", True, "on this machine alone"),
        ("http://192.168.1.20:8000", False, "no browser keeps a page"),
        ("http://mango.example", False, "Put https before the shop"),
    ],
)
def test_pages_go_on_without_a_net_in_a_secure_context_only(address: str, is_well: bool, words: str) -> None:
    """Browsers give a service worker to https, and to this very machine (Secure Contexts, W3C)."""
    [found] = check_offline(current_settings().model_copy(update={"public_url": address}))
    assert (found.is_well, words in str(found)) == (is_well, True)


def test_every_wrong_key_is_found_at_once(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAMANGO_WHATSAPP_ACCESS_TOKEN", "not-the-token")
    monkeypatch.setenv("JAMANGO_RAZORPAY_KEY_SECRET", "not-the-secret")
    monkeypatch.setenv("JAMANGO_REDIS_URL", "redis://127.0.0.1:1/0")
    well, said = examined(current_settings())
    assert not well
    assert {line.split(":")[0] for line in bad_lines(said)} == {
        *("✗ WhatsApp number", "✗ WhatsApp webhook", "✗ Templates", "✗ Razorpay", "✗ Redis")
    }
    assert "not-the-token" not in said
    assert "not-the-secret" not in said


def test_a_new_shop_hears_what_to_do_first(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    del database
    for name in ("WHATSAPP_ACCESS_TOKEN", "RAZORPAY_KEY_ID"):
        monkeypatch.delenv(f"JAMANGO_{name}", raising=False)
    well, said = examined(current_settings())
    assert not well
    assert "Set JAMANGO_WHATSAPP_ACCESS_TOKEN" in said
    assert "jamango staff add" in said


def test_an_account_that_differs_from_what_we_expect_is_warned_of(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pay(**how: object) -> None:
        ends = read_shop_time() + timedelta(days=30)
        link = RazorpayGateway(world.settings).create_link(asking(f"doctor-{len(how)}", expires_at=ends))
        world.outside.post(f"/sim/links/{link.link_id}/pay", json=how).raise_for_status()

    pay()
    assert not any("Razorpay" in line for line in bad_lines(examined(world.settings)[1]))
    world.switch(fee_bearer="customer")
    pay(offer=500)
    lines = [line for line in bad_lines(examined(world.settings)[1]) if "Razorpay" in line]
    assert [line.split(":")[0] for line in lines] == ["✗ Razorpay fees", "✗ Razorpay offers"]
    monkeypatch.setenv("JAMANGO_RAZORPAY_QR", "true")
    assert "✓ Razorpay QR: stalls show codes" in examined(current_settings())[1]
    world.switch(qr_codes=False)
    assert "✗ Razorpay QR: is switched on here" in examined(current_settings())[1]
