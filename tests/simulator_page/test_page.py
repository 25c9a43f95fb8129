"""What a person does on the simulator's page, in a real browser."""

import json
from typing import Any

import httpx
import pytest
from playwright.sync_api import Locator, Page, expect

from simulator.configuration import Configuration
from tests.simulator.examples import flow
from tests.simulator.test_forms import DATA, SMALL

pytestmark = pytest.mark.browser

CUSTOMER = Configuration().phones[0]
HOSTILE = "<img src=x onerror=\"document.title='broken'\"> *bold* \U0001f96d हापुस"


def phone_of(page: Page, phone_id: str = CUSTOMER["id"]) -> Locator:
    return page.locator(f'[data-phone="{phone_id}"]')


def shop_sends(outside: str, **content: Any) -> None:
    """The shop sends a message through the pretend Meta."""
    configuration = Configuration()
    httpx.post(
        f"{outside}/meta/v23.0/{configuration.phone_number_id}/messages",
        headers={"Authorization": f"Bearer {configuration.access_token}"},
        json={"messaging_product": "whatsapp", "to": CUSTOMER["phone"], **content},
    ).raise_for_status()


def test_a_visitor_says_hi_by_typing_or_by_one_tap(page: Page) -> None:
    customer = phone_of(page)
    expect(customer.get_by_label("Message from")).to_be_focused()
    page.keyboard.type("hi")
    page.keyboard.press("Enter")
    expect(customer.locator(".row.out .text")).to_have_text("hi")
    expect(customer.get_by_text("to order mangoes")).to_be_hidden()
    regular = phone_of(page, "regular")
    regular.get_by_role("button", name="hi", exact=True).click()
    expect(regular.locator(".row.out .text")).to_have_text("hi")


def test_a_list_opens_as_a_sheet_and_the_chosen_row_is_sent(page: Page, outside: str) -> None:
    customer = phone_of(page)
    customer.get_by_role("button", name="hi", exact=True).click()
    expect(customer.locator(".row.out")).to_have_count(1)
    rows = [{"id": "kesar", "title": "Kesar", "description": "₹850 a dozen"}, {"id": "orders", "title": "My orders"}]
    action = {"button": "See mangoes", "sections": [{"title": "In season", "rows": rows}]}
    shop_sends(outside, type="interactive", interactive={"type": "list", "body": {"text": "Welcome"}, "action": action})
    customer.get_by_role("button", name="See mangoes").click()
    customer.get_by_label("Kesar").check()
    customer.get_by_role("button", name="Send the chosen row").click()
    answer = customer.locator(".row.out").last
    expect(answer.locator(".text")).to_have_text("Kesar")
    expect(answer.locator(".quote")).to_contain_text("Welcome")


def test_forms_open_as_sheets_and_are_sent_filled_in(page: Page, outside: str) -> None:
    customer = phone_of(page)
    customer.get_by_role("button", name="hi", exact=True).click()
    expect(customer.locator(".row.out")).to_have_count(1)
    place = {"country": "IN", "values": {"building_name": "Palm Grove"}}
    action = {"name": "address_message", "parameters": place}
    form = {"type": "address_message", "body": {"text": "Where?"}, "action": action}
    shop_sends(outside, type="interactive", interactive=form)
    customer.get_by_role("button", name="Provide address").click()
    customer.get_by_label("Flat/house number").fill("1203")
    customer.get_by_role("button", name="Send address").click()
    expect(customer.locator(".row.out .text").last).to_have_text("Palm Grove\n1203", use_inner_text=True)
    configuration = Configuration()
    made = {"name": "order", "categories": ["SHOPPING"], "flow_json": json.dumps(SMALL), "publish": True}
    address = f"{outside}/meta/v23.0/{configuration.business_account_id}/flows"
    token = {"Authorization": f"Bearer {configuration.access_token}"}
    httpx.post(address, headers=token, json=made).raise_for_status()
    shop_sends(outside, **flow(flow_id=None, flow_name="order", flow_action_payload={"screen": "A", "data": DATA}))
    customer.get_by_role("button", name="Fill in").click()
    customer.get_by_label("Pack").select_option("2")
    customer.get_by_role("dialog").get_by_role("button", name="Send", exact=True).click()
    expect(customer.locator(".row.out .text").last).to_have_text("Sent")


def test_hostile_words_stay_words(page: Page, outside: str) -> None:
    customer = phone_of(page)
    customer.get_by_label("Message from").fill(HOSTILE)
    page.keyboard.press("Enter")
    expect(customer.locator(".row.out")).to_have_count(1)
    shop_sends(outside, type="text", text={"body": HOSTILE})
    shown = customer.locator(".row.in .text")
    expect(shown).to_contain_text("<img src=x onerror=")
    expect(shown.locator("strong")).to_have_text("bold")
    expect(customer.locator(".row img")).to_have_count(0)
    expect(page).to_have_title("Jamango simulator")


def test_on_a_small_screen_one_phone_fills_the_view(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    expect(phone_of(page)).to_be_visible()
    expect(phone_of(page, "founder")).to_be_hidden()
    page.get_by_role("tab", name="Founder").click()
    expect(phone_of(page, "founder")).to_be_visible()
    expect(phone_of(page)).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


NOT_NESTED = "button a, button button, a button, a a"


def test_a_page_has_one_heading_and_nothing_to_press_lies_in_what_is_pressed(page: Page, outside: str) -> None:
    expect(page.locator("h1")).to_have_count(1)
    phone_of(page).get_by_label("Message from").fill("hi")
    page.keyboard.press("Enter")
    expect(phone_of(page).locator(".row.out")).to_have_count(1)
    shop_sends(outside, type="text", text={"body": "Pay at https://pay.invalid/x or ring +91 00000 00100"})
    sent = phone_of(page).locator(".row.in")
    expect(sent.get_by_role("link")).to_have_count(2)
    answered = sent.first.get_attribute("data-id")
    shop_sends(outside, type="text", text={"body": "See www.shop.invalid"}, context={"message_id": answered})
    expect(phone_of(page).locator(".quote-text")).to_contain_text("https://pay.invalid/x")
    expect(page.locator(NOT_NESTED)).to_have_count(0)


def test_on_a_small_screen_no_tab_is_cut_however_many_phones_there_are(page: Page, outside: str) -> None:
    for name in ("Chandrashekhar Venkataraman", "Bo"):
        httpx.post(f"{outside}/sim/phones", json={"name": name, "role": "customer"}).raise_for_status()
    page.set_viewport_size({"width": 390, "height": 844})
    tabs = page.get_by_role("tab")
    expect(tabs).to_have_count(6)
    for tab in tabs.all():
        box = tab.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 340, "left of the menu's button"
        assert tab.evaluate("node => node.scrollWidth <= node.clientWidth")
