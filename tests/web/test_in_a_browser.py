"""The web shop on a phone, with the whole shop and the outside world running: one browser, its stories in a row."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.chat import Person
from tests.support.chromium import note_faults, running_chromium
from tests.support.world import World

pytestmark = pytest.mark.browser
PHONE = {"width": 390, "height": 844}


def test_a_guest_a_customer_and_somebody_without_scripts(world: World, regular: Person) -> None:
    with running_chromium() as browser:
        pay_by_checkout(browser, world)
        pay_by_link_without_scripts(browser, world)
        bring_the_cart_along_and_pay_cash(browser, world, regular)
    world.settle()
    world.assert_sound()


def pay_by_checkout(browser: Browser, world: World) -> None:
    """Guest → cart → home → window → Razorpay's frame → confirmed."""
    page = browser.new_context(viewport=PHONE, base_url=world.shop_url).new_page()
    complaints: list[str] = []
    note_faults(page, complaints)
    page.on("console", lambda line: complaints.append(line.text) if "Security Policy" in line.text else None)
    fill_the_cart(page, complaints)
    check_out(page)
    ask_in_another_language(page)
    page.get_by_role("button", name="Pay ₹1,240 online").click()
    page.locator("#checkout").click()
    frame = page.frame_locator("iframe")
    frame.get_by_text("Let the bank decline").click()
    expect(frame.locator("#problem")).to_contain_text("declined")
    frame.get_by_text("Pay by UPI").click()
    expect(page.get_by_role("heading", name="Confirmed")).to_be_visible()
    assert "B-••••" in page.inner_text("main")
    assert complaints == []
    page.context.close()


def ask_in_another_language(page: Page) -> None:
    """What was typed and not kept yet stays, though the page is loaded anew."""
    page.get_by_text("A note for us").click()
    page.fill("#note", "ring twice")
    for language, title in (("हिन्दी", "आपका ऑर्डर"), ("English", "Your order")):
        page.get_by_role("button", name=language).click()
        expect(page.get_by_role("heading", name=title)).to_be_visible()
        expect(page.locator("#note")).to_have_value("ring twice")


def fill_the_cart(page: Page, complaints: list[str]) -> None:
    page.goto("/mangoes")
    page.get_by_role("link", name="Alphonso · Hapus").click()
    page.get_by_text("₹1,200 · 1 dozen").click()
    page.get_by_role("button", name="Put into the cart").click()
    page.get_by_role("button", name="One Alphonso · Hapus more").click()
    expect(page.locator(".sums-total")).to_contain_text("₹2,400")
    page.get_by_role("button", name="One Alphonso · Hapus less").click()
    expect(page.locator(".sums-total")).to_contain_text("₹1,200")
    assert complaints == []


def check_out(page: Page) -> None:
    page.get_by_role("link", name="Check out").click()
    if page.locator("#q").count():
        page.fill("#q", "plam grov")
        page.locator("#societies").get_by_role("link", name="Palm Grove").click()
        page.get_by_label("B", exact=True).check()
        page.fill("#flat", "1203")
        page.get_by_role("button", name="Bring it here").click()
    page.locator(".window").first.click()
    if page.locator("#phone").count():
        page.fill("#name", "Kiran")
        page.fill("#phone", "98765")
        page.get_by_role("button", name="Go on").click()
        expect(page.locator("#phone-wrong")).to_be_visible()
        assert page.input_value("#name") == "Kiran"
        page.fill("#phone", "98765 00088")
        page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", name="Your order")).to_be_visible()


def pay_by_link_without_scripts(browser: Browser, world: World) -> None:
    context = browser.new_context(viewport=PHONE, base_url=world.shop_url, java_script_enabled=False)
    page = context.new_page()
    page.goto("/mangoes/kesar")
    page.get_by_text("₹800 · 1 dozen").click()
    page.get_by_role("button", name="Put into the cart").click()
    page.get_by_role("link", name="Check out").click()
    page.fill("#q", "palm")
    page.get_by_role("button", name="Find").click()
    page.locator("#societies").get_by_role("link", name="Palm Grove").click()
    page.get_by_label("B", exact=True).check()
    page.fill("#flat", "1203")
    page.get_by_role("button", name="Bring it here").click()
    page.locator(".window").first.click()
    page.fill("#name", "Meena")
    page.fill("#phone", "98765 00089")
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="online").click()
    page.wait_for_url("**/o/*")
    address = page.url
    world.settle()
    page.goto(address)
    page.get_by_role("link", name="Pay ₹840").click()
    page.locator("button", has_text="Pay").first.click()
    world.settle()
    page.goto(address)
    expect(page.get_by_role("heading", name="Confirmed")).to_be_visible()
    context.close()


def bring_the_cart_along_and_pay_cash(browser: Browser, world: World, regular: Person) -> None:
    """A guest's cart, the word sent from the chat, cash at the door; the chat knows of it."""
    page = browser.new_context(viewport=PHONE, base_url=world.shop_url).new_page()
    page.goto("/mangoes/kesar")
    page.get_by_text("₹800 · 1 dozen").click()
    page.get_by_role("button", name="Put into the cart").click()
    check_out(page)
    page.get_by_role("button", name="Cash on delivery").click()
    page.get_by_role("button", name="Sign in with WhatsApp").click()
    regular.says(f"LOGIN {page.inner_text('.login-word')}")
    regular.hears("login-which-number")
    regular.taps(page.inner_text(".login-big"))
    regular.hears("login-done")
    expect(page.get_by_role("heading", name="Your order")).to_be_visible()
    page.get_by_role("button", name="Cash on delivery").click()
    expect(page.get_by_role("heading", name="Confirmed")).to_be_visible()
    page.goto("/my/orders")
    assert page.locator(".tap-row").count() >= 2
    regular.says("my orders")
    regular.hears("my-orders-list")
    page.context.close()
