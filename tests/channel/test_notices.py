"""Every notice that core may send can be worded in every language, inside the window and outside of it."""

import ast
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.messages import Buttons, LinkButton, Text
from bot.notices import PAY_CASH, TAPS, UNKNOWN_ALERT, word_notice
from bot.template_files import load_templates, template_for
from core.errors import Fault
from core.wording import has_wording, languages, load_catalogues, parent_of
from tests.support.wording_match import as_read

ROOT = Path(__file__).parents[2]
NOW = datetime(2027, 5, 2, 6, 0, tzinfo=UTC)
ZONE = ZoneInfo("Asia/Kolkata")


def later(**duration: float) -> str:
    return (NOW + timedelta(**duration)).isoformat()


MONEY: dict[str, Any] = {"code": "7KQ3AC", "amount_paise": 240000}
BOX: dict[str, Any] = {
    "items": [{"names": {"en": "Kesar", "hi": "केसर"}, "labels": {"en": "1 dozen", "hi": "1 दर्जन"}, "quantity": 2}],
    "home": "B-1203",
    "apartment": {"en": "Palm Grove", "hi": "पाम ग्रोव"},
}
SLOT = {"starts_at": later(hours=20.5), "ends_at": later(hours=22.5)}
LINK = {"url": "https://rzp.example/i/x", "total_paise": 240000, "code": "7KQ3AC", "held_until": later(minutes=21)}
NOTICES: dict[str, dict[str, Any]] = {
    "order-confirmed": {"code": "7KQ3AC", "token": "t", "total_paise": 1, "payment_method": "online", **SLOT, **BOX},
    "pay-here": {**LINK, "held_until": later(minutes=16)},
    "hold-ending": LINK,
    "hold-expired": {"code": "7KQ3AC", "total_paise": 240000},
    "hold-expired-money-here": {"code": "7KQ3AC", "total_paise": 240000, "parked_paise": 79000},
    "hold-expired-no-link": {"code": "7KQ3AC", "total_paise": 240000},
    "order-cancelled": {"code": "7KQ3AC", "refund_paise": 240000},
    "order-changed": {"code": "7KQ3AC", "total_paise": 1, "due_paise": 1, "refund_paise": 0, **SLOT, **BOX},
    "prepay-here": {"url": LINK["url"], "total_paise": 1, "code": "7KQ3AC", "expires_at": later(minutes=16)},
    "order-prepaid": {**MONEY, "due_paise": 0},
    "payment-changed-refunded": MONEY,
    "alert-order-changed": {"subject": "7KQ3AC", "code": "7KQ3AC", "total_paise": 1, "due_paise": 1, **SLOT, **BOX},
    "refund-processed": {**MONEY, "bank_reference": "UTR1"},
    "payment-link-failed": {"code": "7KQ3AC", "online_only": False},
    "payment-link-cancelled": {"code": "7KQ3AC", "held_until": later(minutes=16), "online_only": True},
    "payment-cash-refunded": MONEY,
    "payment-returned": MONEY,
    "payment-late-confirmed": {**MONEY, **SLOT, **BOX},
    "payment-late-refunded": {**MONEY, "reason": "too-late"},
    "payment-twice-refunded": MONEY,
    "out-for-delivery": {"code": "7KQ3AC", "rider": "Ravi", "stops": 2, "due_paise": 1, "door_code": "0123"},
    "order-delivered": {"code": "7KQ3AC", "collected_paise": 124000, "keeper": "security"},
    "delivery-failed": {"code": "7KQ3AC", "reason": "nobody_home", "due_paise": 0},
    "window-moved": {"code": "7KQ3AC", "total_paise": 1, "due_paise": 1, "cause": "rain", **SLOT, **BOX},
    "window-cancelled": {"code": "7KQ3AC", "refund_paise": 240000, "cause": "rain"},
    "write-back": {"shop": "Jamango"},
    "window-postponed": {"code": "7KQ3AC", "prepaid_paise": 1, **SLOT},
    "rider-run": {"run": 7, "stops": 9, "collect_paise": 630000, **SLOT},
    "rider-stop-added": {"code": "7KQ3AC"},
    "rider-stop-taken": {"code": "7KQ3AC"},
    "rider-stop-back": {"code": "7KQ3AC", "name": "Asha", "keeper": "security"},
    "rider-paid": {"code": "7KQ3AC", "due_paise": 0},
    "rider-run-off": {"run": 7},
    "rider-link": {"run": 7, "link": "https://shop.example/r/token"},
    "payment-parked": {"code": "7KQ3AC", "amount": 900, "currency": "USD", "due_paise": 240000},
    "alert-low-stock": {
        "subject": "inventory:1",
        "link": "https://shop.example/admin",
        "left": 3,
        "unit": "piece",
        "name": {"en": "Kesar", "hi": "केसर"},
    },
    "alert-order-new": {"code": "7KQ3AC", "total_paise": 1, "link": "https://shop.example/admin"},
    "alert-order-paid": {"code": "7KQ3AC", "total_paise": 1, "link": "https://shop.example/admin"},
    "alert-order-cancelled": {"code": "7KQ3AC", "total_paise": 1, "link": "https://shop.example/admin"},
    "alert-evening-summary": {
        "orders": 3,
        "revenue_paise": 120000,
        "link": "https://shop.example/admin",
        "windows": [{**SLOT, "orders": 9, "packs": 14, "due_paise": 630000}],
    },
    "alert-customer-wants-human": {
        "chat_id": 5,
        "name": "Asha",
        "phone": "+910000000101",
        "kind": "text",
        "words": "hi",
    },
    "alert-customer-complains": {
        "chat_id": 5,
        "name": "Asha",
        "phone": "–",
        "kind": "image",
        "words": "rotten",
        "order": "7KQ3AC",
        "order_status": "delivered",
        "total_paise": 240000,
    },
    "alert-customer-not-understood": {"chat_id": 5, "name": "Asha", "phone": "–", "kind": "text", "words": "x"},
    "alert-customer-file-lost": {"chat_id": 5, "name": "Asha", "kind": "voice"},
    "alert-customer-says": {"chat_id": 5, "name": "Asha", "phone": "–", "kind": "voice", "words": ""},
    "alert-customer-bulk": {
        "chat_id": 5,
        "name": "Asha",
        "phone": "+910000000101",
        "kind": "bulk",
        "words": "40 dozen",
        "total_paise": 480_000,
        "items": [{"names": {"en": "Kesar"}, "labels": {"en": "1 dozen"}, "quantity": 40}],
        "left": [{"names": {"en": "Kesar"}, "labels": {"en": "1 dozen"}, "quantity": 24}],
    },
    "stall-receipt": {"stall": "Market", "items": BOX["items"], "total_paise": 158_000, "payment": "upi"},
    "alert-stall-fruit-short": {"subject": "sale:1", "stall": "Market", "codes": "7KQ3AC", "orders": 1},
    "alert-stall-price-differs": {"subject": "sale:1", "stall": "Market", "paid_paise": 1, "price_paise": 2},
    "alert-stall-credit-differs": {"subject": "sale:1", "stall": "Market", "credited_paise": 1, "paid_paise": 2},
    "alert-stall-credit-unclaimed": {"subject": "pay_1", "stall": "Market", "paid_paise": 1},
    "alert-stall-qr-refused": {"subject": "razorpay", "description": "The requested URL was not found"},
    "alert-stall-needs-a-look": {"subject": "device:1", "stall": "Market", "device": "Tablet"},
    "alert-stall-cash-difference": {"shift": 7, "stall": "Market", "difference_paise": 1, "missing": True},
    "alert-missed-call": {"chat_id": 5, "name": "Asha", "phone": "+910000000101"},
}


def calls_of(*names: str) -> set[str]:
    """The first fixed text among the arguments of every call of these functions in our code."""
    found = set()
    for package in ("core", "flows", "bot", "jamango", "webhooks"):
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                called = getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""
                if isinstance(node, ast.Call) and called in names:
                    texts = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
                    found |= set(texts[:1])
    return found


def test_every_notice_that_our_code_sends_is_worded_and_tried_here() -> None:
    sent = calls_of("notify", "_tell", "notify_founders")
    assert len(sent) >= 8, "the search finds nothing any more"
    assert sent <= set(NOTICES)
    assert {key for key in sent if not has_wording(f"notices-{key}")} == set()


def test_every_alert_that_our_code_raises_has_words_of_its_own() -> None:
    raised = calls_of("raise_alert")
    assert len(raised) >= 10, "the search finds nothing any more"
    assert {code for code in raised if not has_wording(f"notices-alert-{code}")} == set()


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("key", NOTICES)
def test_a_notice_is_worded(language: str, key: str) -> None:
    message = word_notice(language, key, NOTICES[key], NOW, ZONE)
    assert isinstance(message, LinkButton | Buttons | Text)
    assert not re.search(r"\{|\$|None", str(message.to_graph().get("body", message.body)))
    assert isinstance(message, Buttons | LinkButton) == (key in TAPS or not {"url", "link"}.isdisjoint(NOTICES[key]))


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("key", NOTICES)
def test_outside_the_window_it_has_a_template_that_its_values_fill(language: str, key: str) -> None:
    template = template_for(language, key, NOTICES[key], NOW, ZONE)
    assert template is not None
    assert template.language == (parent_of(language) or language)


def test_words_of_a_notice() -> None:
    confirmed = word_notice("en", "order-confirmed", NOTICES["order-confirmed"], NOW, ZONE)
    assert isinstance(confirmed, Buttons)
    assert "We deliver tomorrow (Mon 3 May), 8–10 am." in as_read(confirmed.body)
    pay = word_notice("hi", "pay-here", NOTICES["pay-here"], NOW, ZONE)
    assert isinstance(pay, LinkButton)
    assert pay.label == "₹2,400 दीजिए"
    assert "सुबह 11:46 तक" in as_read(pay.body)


def test_a_cancelled_order_speaks_of_money_only_if_there_is_some() -> None:
    for refund, words in ((0, "Nothing was charged"), (240000, "₹2,400 goes back")):
        values = {"code": "7KQ3AC", "refund_paise": refund}
        message = word_notice("en", "order-cancelled", values, NOW, ZONE)
        template = template_for("en", "order-cancelled", values, NOW, ZONE)
        assert isinstance(message, Buttons)
        assert words in message.body
        assert template is not None
        assert ("refund" in template.body) == bool(refund)


@pytest.mark.parametrize("key", [key for key, taps in TAPS.items() if PAY_CASH in taps])
def test_cash_is_offered_only_for_what_may_be_paid_in_cash(key: str) -> None:
    for online_only in (False, True):
        message = word_notice("en", key, {**NOTICES[key], "url": None, "online_only": online_only}, NOW, ZONE)
        assert isinstance(message, Buttons)
        taps = [button.id.split(":")[1] for button in message.buttons]
        assert ("pays_cash" in taps) is not online_only
        assert "cash" not in message.body or not online_only
    assert not any("pay-cash" in template.buttons for template in load_templates()), "a template cannot know the cap"


def test_an_alert_without_words_or_values_is_said_all_the_same() -> None:
    unknown = word_notice("en", "alert-something-new", {"subject": "7KQ3AC"}, NOW, ZONE)
    assert unknown == Text("⚠️ something-new (7KQ3AC)")
    assert has_wording(UNKNOWN_ALERT)
    assert isinstance(word_notice("en", "alert-payment-late", {"subject": "x"}, NOW, ZONE), Text)


@pytest.mark.parametrize(
    ("key", "values"),
    [
        ("no-such-notice", {}),
        ("order-confirmed", {"code": "7KQ3AC"}),
        ("order-confirmed", {**NOTICES["order-confirmed"], "starts_at": "soon"}),
        ("hold-expired", {"total_paise": 1}),
    ],
)
def test_a_notice_that_lacks_something_is_a_fault_of_ours(key: str, values: dict[str, Any]) -> None:
    with pytest.raises(Fault):
        word_notice("en", key, values, NOW, ZONE)


def test_a_customers_name_cannot_pretend_to_be_us() -> None:
    values = {"chat_id": 5, "name": "*Pay* https://evil.example", "phone": "x"}
    message = word_notice("en", "alert-customer-wants-human", values, NOW, ZONE)
    assert "https://" not in str(message)
    assert "*Pay*" not in str(message)


@pytest.mark.parametrize("language", languages())
def test_every_alert_fits_and_can_be_sent_by_template(language: str) -> None:
    names = [name for name in load_catalogues()[language].placeholders if name.startswith("notices-alert-")]
    for name in names:
        key = name.removeprefix("notices-")
        values = {"subject": "pay_" + "x" * 20, "chat_id": 1, "detail": "x" * 900, "reason": "y" * 900}
        word_notice(language, key, values, NOW, ZONE)
        template = template_for(language, key, values, NOW, ZONE)
        assert template is not None
        assert template.name == "staff_alert"


def test_every_template_stands_for_a_notice() -> None:
    assert {each.notice for each in load_templates()} - {"alert-*"} <= set(NOTICES)
