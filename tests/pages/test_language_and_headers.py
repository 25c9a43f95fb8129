"""The language of pages, and what every page tells the browser it may do."""

from __future__ import annotations

import re

import pytest
from starlette.responses import Response

from core.customers.actions import set_language
from core.db import transaction
from pages.door import Visiting, new_door
from pages.look import LOOK
from pages.origins import local_path
from pages.security_headers import STRICT
from pages.wording import choose_language
from shop_web.area import SHOP
from tests.pages.conftest import rows
from tests.support.visitor import Visitor, form_on


@pytest.mark.parametrize(
    ("wishes", "language"),
    [
        (["hi-IN,en;q=0.5"], "hi"),
        (["fr, hi;q=0.3"], "hi"),
        (["", "en,hi"], "en"),
        (["hi", "en"], "hi"),
        ([None, "", "<script>", ","], "en"),
        (["x" * 5000], "en"),
    ],
)
def test_the_first_wish_that_we_speak(wishes: list[str | None], language: str) -> None:
    assert choose_language(*wishes) == language


def test_a_language_is_chosen_once_and_kept_over_the_browsers(visitor: Visitor) -> None:
    page = visitor.get("/dev/look?variety=kesar", {"Accept-Language": "en"})
    answer = visitor.fills(page, "/language", language="hi")
    assert (answer.status_code, answer.headers["location"]) == (303, "/dev/look?variety=kesar")
    assert '<html lang="hi">' in visitor.get("/", {"Accept-Language": "en"}).text
    visitor.fills(page, "/language", language="fr")
    assert '<html lang="hi">' in visitor.get("/").text


def test_a_choice_of_language_leads_nowhere_else_and_comes_from_here(visitor: Visitor) -> None:
    for here in ("//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/\nx", ""):
        assert visitor.post("/language", {"language": "hi", "here": here}).headers["location"] == "/"
    assert visitor.post("/language", {"language": "hi"}, {"Sec-Fetch-Site": "cross-site"}).status_code == 403


def language_of(customer_id: int) -> str:
    return str(rows("SELECT language FROM users WHERE id = :id", id=customer_id)[0].language)


def test_a_customers_choice_is_kept_with_the_customer(app: object, customers: tuple[int, int]) -> None:
    asha, ravi = customers
    here, there = Visitor(app), Visitor(app)
    for browser in (here, there):
        browser.is_signed_in(SHOP, customer_id=asha)
    here.fills(here.get("/"), "/language", language="hi")
    assert (language_of(asha), language_of(ravi)) == ("hi", "en")
    assert '<html lang="hi">' in there.get("/").text, "on every browser of hers"
    assert '<html lang="en">' in Visitor(app).get("/").text
    here.fills(here.get("/"), "/language", language="en")
    assert '<html lang="en">' in here.get("/").text


def test_who_writes_hindi_in_latin_letters_goes_on_doing_so(app: object, customers: tuple[int, int]) -> None:
    with transaction() as session:
        set_language(session, customers[0], "hi-Latn")
    visitor = Visitor(app)
    visitor.is_signed_in(SHOP, customer_id=customers[0])
    visitor.fills(visitor.get("/"), "/language", language="hi")
    assert language_of(customers[0]) == "hi-Latn"


def test_a_form_that_was_refused_is_shown_in_another_language_as_it_was_typed(visitor: Visitor) -> None:
    typed = {"name": "Asha", "phone": "12", "note": "ring twice"}
    wrong = visitor.fills(visitor.get("/dev/look"), "/dev/look", **typed)
    button = re.search(r'<button form="sent" formaction="([^"]+)" name="(\w+)" value="hi"', wrong.text)
    assert button is not None
    assert len(re.findall(r'id="sent"', wrong.text)) == 1
    hindi = visitor.post(button[1], {**form_on(wrong, "/dev/look").fields, button[2]: "hi"})
    assert '<html lang="hi">' in hindi.text
    assert {name: form_on(hindi, "/dev/look").fields[name] for name in typed} == typed
    assert "दस अंकों" in hindi.text or "फ़ोन" in hindi.text
    assert '<html lang="hi">' in visitor.get("/").text, "and it is kept"


def test_asking_for_another_language_does_nothing_else(visitor: Visitor) -> None:
    page = visitor.get("/counter/form")
    visitor.fills(page, "/counter/form", name="Asha", _language="hi")
    assert rows("SELECT FROM users") == []
    visitor.fills(page, "/counter/form", name="Asha")
    assert len(rows("SELECT FROM users")) == 1, "and the form is still to be sent"


@pytest.mark.parametrize("path", ["/orders?x=1&y=2", "/", "/o/abc"])
def test_a_path_of_ours_is_a_path(path: str) -> None:
    assert local_path(path) == path


def test_a_page_with_a_form_is_kept_nowhere_and_one_without_gives_no_cookie(visitor: Visitor) -> None:
    front, form = visitor.get("/"), visitor.get("/dev/look")
    assert (front.headers["cache-control"], "set-cookie" in front.headers) == ("no-cache", False)
    assert {"Accept-Language", "Cookie"} <= set(front.headers["vary"].split(", "))
    assert form.headers["cache-control"] == "no-store"


def test_what_one_page_needs_it_gets_and_no_other(app: object) -> None:
    door = new_door(LOOK)

    @door.get("/look/checkout")
    def checkout(visit: Visiting) -> Response:
        nonce = visit.nonce
        policy = STRICT.allowing(script_src="https://pay.example", frame_src="https://pay.example")
        return visit.page("shared/message.html", policy=policy, title=nonce, text="")

    app.include_router(door)  # type: ignore[attr-defined]
    visitor = Visitor(app)
    answers = [visitor.get("/look/checkout") for _ in range(2)]
    nonces = [re.search(r"<h1[^>]*>(.+?)</h1>", answer.text)[1] for answer in answers]  # type: ignore[index]
    assert nonces[0] != nonces[1]
    for answer, nonce in zip(answers, nonces, strict=True):
        policy = dict(part.split(" ", 1) for part in answer.headers["content-security-policy"].split("; "))
        assert policy["script-src"] == f"'self' https://pay.example 'nonce-{nonce}'"
        assert (policy["frame-src"], policy["object-src"]) == ("https://pay.example", "'none'")
    assert visitor.get("/").headers["content-security-policy"] == STRICT.header
    assert "unsafe" not in STRICT.header


def test_the_pages_stand_in_development_only(database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from jamango.app import create_app  # noqa: PLC0415
    from tests.security.test_house import SAFE  # noqa: PLC0415
    from tests.support.clusters import current_settings  # noqa: PLC0415

    for name, value in SAFE.items():
        monkeypatch.setenv(f"JAMANGO_{name.upper()}", value)
    current_settings()
    assert Visitor(create_app(), origin="https://shop.example").get("/dev/look").status_code == 404
