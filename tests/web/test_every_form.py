"""Whatever is typed into any form of the shop: a sentence says what is wrong, and what was typed is still there."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markupsafe import escape
from sqlalchemy import text

import shop_web
from core.db import transaction
from pages.forms import Form
from tests.support.clusters import current_settings
from tests.support.visitor import Visitor
from tests.web.shopping import Buyer, one
from tests.web.test_from_outside import token_of

NASTY = (
    "", " ", "0", "-1", "1e9", "१२", "9" * 40, "x" * 5000, "<b>&\"'", "a\nb", "\x00a", "🥭", "null", "../..", "{{7*7}}",
    "%00", "javascript:alert(1)", "\u202ea", "1' OR '1'='1",
)  # fmt: skip


@dataclass(frozen=True)
class OnPage:
    """Where a form is: its address, and the fields that people type into; the others are buttons and hidden ones."""

    action: str
    typed: tuple[str, ...] = ()


# Every form of the shop's doors. {…} are filled in by the shop below.
FORMS = {
    "shop_web.cart.SetLine": OnPage("/cart"),
    "shop_web.checkout.contact.Contact": OnPage("/checkout/contact", ("name", "phone")),
    "shop_web.checkout.summary.Payment": OnPage("/checkout", ("note",)),
    "shop_web.checkout.summary.Summary": OnPage("/checkout/note", ("note",)),
    "shop_web.checkout.where.KnownHome": OnPage("/checkout/home"),
    "shop_web.checkout.where.NewHome": OnPage("/checkout/home/{apartment}", ("flat",)),
    "shop_web.checkout.window.PickWindow": OnPage("/checkout/time"),
    "shop_web.login.Start": OnPage("/login"),
    "shop_web.login.Finish": OnPage("/login/word"),
    "shop_web.login_code.AskCode": OnPage("/login/code", ("phone",)),
    "shop_web.login_code.TypeCode": OnPage("/login/code/check", ("code",)),
    "shop_web.order_page.Paid": OnPage("/o/{token}/paid"),
    "shop_web.product.Pick": OnPage("/mangoes/alphonso", ("quantity",)),
    "shop_web.product.TellMe": OnPage("/mangoes/neelam/tell-me"),
    "shop_web.profile.Language": OnPage("/my/profile/language"),
    "shop_web.profile.Offers": OnPage("/my/profile/offers"),
    "shop_web.profile.Forgotten": OnPage("/my/profile/homes"),
    "shop_web.profile.Ending": OnPage("/my/profile/end"),
}


def forms_of_the_shop() -> Iterator[type[Form]]:
    for module in pkgutil.walk_packages(shop_web.__path__, "shop_web."):
        for value in vars(importlib.import_module(module.name)).values():
            if isinstance(value, type) and issubclass(value, Form) and value.__module__ == module.name:
                yield value


BY_NAME = {f"{form.__module__}.{form.__name__}": form for form in forms_of_the_shop()}


@dataclass
class Counter:
    """Somebody with a cart, a home, a window and an order, signed in: every form is open to them."""

    visitor: Visitor
    token: str
    places: dict[str, Any]
    sent: int = 0

    def sends(self, name: str, typed: dict[str, str]) -> Any:
        self.sent += 1
        with transaction() as session:
            session.execute(text("DELETE FROM request_counts"))
        fields = {"_token": self.token, "_once": f"once-{self.sent}", **typed}
        return self.visitor.post(FORMS[name].action.format(**self.places), fields)


@pytest.fixture
def counter(app: Any, asha: int, monkeypatch: pytest.MonkeyPatch) -> Counter:
    monkeypatch.setenv("JAMANGO_LOGIN_CODES_A_DAY", "20")
    current_settings()
    buyer = Buyer(Visitor(app))
    buyer.puts("kesar", 1, pack=1)
    buyer.lives_at("palm", "4477", "B")
    buyer.picks_a_window()
    buyer.signs_in(asha, after="/checkout")
    order = str(buyer.pays("cash").url).rsplit("/", 1)[1]
    buyer.puts("kesar", 1, pack=1)
    home = one("SELECT max(id) AS id FROM addresses WHERE customer_id = :id", id=asha).id
    buyer.visitor.fills(buyer.goes("/checkout/home"), "/checkout/home", address=str(home))
    buyer.picks_a_window()
    with transaction() as session:
        session.execute(text("INSERT INTO templates (name, language, status) VALUES ('login_code', 'en', 'APPROVED')"))
    buyer.visitor.fills(buyer.goes("/login"), "/login/code", phone="98765 00077")
    apartment = one("SELECT min(id) AS id FROM apartments").id
    return Counter(buyer.visitor, token_of(buyer.goes("/my/profile")), {"token": order, "apartment": apartment})


def test_every_form_of_the_shop_is_tried_here() -> None:
    assert set(BY_NAME) == set(FORMS)


def choices_of(form: type[Form], field: str) -> list[str]:
    """What a button or hidden field would send, where there are words to choose from."""
    return [str(each) for each in get_args(form.model_fields[field].annotation) if isinstance(each, str)]


@st.composite
def sent_forms(draw: st.DrawFn) -> tuple[str, dict[str, str]]:
    """A form with anything in some of its fields."""
    name = draw(st.sampled_from(sorted(FORMS)))
    form = BY_NAME[name]
    anything = st.one_of(st.sampled_from(NASTY), st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
    fields = [*form.model_fields, *draw(st.sampled_from([[], ["price_paise"], ["customer_id"]]))]
    typed = {}
    for field in fields:
        known = choices_of(form, field) if field in form.model_fields else []
        typed[field] = draw(st.one_of(anything, st.sampled_from(known)) if known else anything)
    return name, typed


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sent=sent_forms())
def test_anything_typed_gets_a_sentence_and_stays(counter: Counter, sent: tuple[str, dict[str, str]]) -> None:
    name, typed = sent
    answer = counter.sends(name, typed)
    assert answer.status_code in {303, 403, 404, 409, 422}, (name, typed, answer.status_code)
    assert ("location" in answer.headers) == (answer.status_code == 303), (name, typed)
    if answer.status_code in {409, 422}:
        assert 'role="alert"' in answer.text or "field-wrong" in answer.text, (name, typed)
        for field in FORMS[name].typed:
            kept = typed[field].replace("\x00", "").replace("\r\n", "\n")
            if f'name="{field}"' in answer.text:
                assert str(escape(kept)) in answer.text, (name, field, typed)


@pytest.mark.parametrize(
    ("name", "field", "value", "sentence"),
    [
        ("shop_web.checkout.contact.Contact", "phone", "12", "phone number"),
        ("shop_web.checkout.where.NewHome", "flat", "", "Please fill this in"),
        ("shop_web.checkout.where.NewHome", "flat", "?", "could not read a home"),
        ("shop_web.checkout.summary.Summary", "note", "x" * 201, "at most 200"),
        ("shop_web.product.Pick", "quantity", "many", "whole number"),
        ("shop_web.login_code.TypeCode", "code", "12", "six digits"),
    ],
)
def test_the_sentence_stands_beside_its_field(
    counter: Counter, name: str, field: str, value: str, sentence: str
) -> None:
    others = {"name": "Kiran", "phone": "98765 00088", "pack": "1", "next": "/my/orders"}
    fields = {each: others[each] for each in BY_NAME[name].model_fields if each in others}
    answer = counter.sends(name, {**fields, field: value})
    assert answer.status_code == 422
    beside = answer.text.split("field-wrong", 1)[1].split("</p>", 1)[0]
    assert sentence in beside
