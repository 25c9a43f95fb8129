"""A form is read whole, applied once, and never loses what was typed."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from pages.posted import LARGEST
from tests.pages.conftest import rows
from tests.support.visitor import Visitor, form_on

RIGHT = {"name": "Asha", "phone": "98765 43210", "budget": "₹1,250.50", "boxes": "२", "ripeness": "now"}


def said_beside(text: str, name: str) -> str:
    found = re.search(rf'id="{name}-wrong".*?<span>(.*?)</span>', text, re.DOTALL)
    return found[1] if found else ""


def test_what_is_wrong_stands_beside_its_field_and_everything_typed_is_kept(visitor: Visitor) -> None:
    wrong = {
        "name": "A" * 41,
        "phone": "12",
        "budget": "many",
        "boxes": "0",
        "note": '<b>"two"\nlines',
        "agreed": "yes",
    }
    answer = visitor.fills(visitor.get("/dev/look"), "/dev/look", **wrong)
    assert answer.status_code == 422
    assert {name: said_beside(answer.text, name) for name in ("name", "phone", "budget", "boxes", "ripeness")} == {
        "name": "Please use at most 40 characters.",
        "phone": "Please give one phone number with ten digits, such as 98765 43210.",
        "budget": "Please give an amount in rupees, such as 1,250.",
        "boxes": "The least is 1.",
        "ripeness": "Please fill this in.",
    }
    kept = form_on(answer, "/dev/look").fields
    assert {name: kept[name] for name in wrong} == wrong
    assert 'aria-describedby="phone-hint phone-wrong" aria-invalid="true"' in re.sub(r"\s+", " ", answer.text)
    assert "<b>" not in answer.text
    too_much = visitor.fills(visitor.get("/dev/look"), "/dev/look", **{**RIGHT, "budget": "99999999"})
    assert said_beside(too_much.text, "budget").startswith("The most is ")


def test_it_is_said_in_the_visitors_language(app: object) -> None:
    visitor = Visitor(app, **{"Accept-Language": "hi-IN,en;q=0.5"})
    answer = visitor.fills(visitor.get("/dev/look"), "/dev/look", **RIGHT | {"boxes": "many"})
    assert said_beside(answer.text, "boxes") == "कृपया पूरी संख्या लिखिए।"
    assert '<html lang="hi">' in answer.text


def test_what_the_shop_declines_stands_beside_the_field_it_is_about(visitor: Visitor) -> None:
    answer = visitor.fills(visitor.get("/dev/look"), "/dev/look", **RIGHT | {"boxes": "13"})
    assert (answer.status_code, said_beside(answer.text, "boxes")[:22]) == (422, "12 of one pack is the ")
    assert form_on(answer, "/dev/look").fields["name"] == "Asha"


def test_a_right_form_leads_on_and_the_next_page_says_so_once(visitor: Visitor) -> None:
    done = visitor.follows(visitor.fills(visitor.get("/dev/look"), "/dev/look", **RIGHT))
    toast = '<p class="toast">'
    assert (done.text.count(toast), visitor.get("/dev/look").text.count(toast)) == (2, 1)  # one is always shown there


def test_a_field_that_the_form_does_not_have_is_refused(visitor: Visitor) -> None:
    page = visitor.get("/counter/form")
    answer = visitor.fills(page, "/counter/form", name="Asha", customer_id="7", price="1")
    assert answer.status_code == 422
    assert "That form has changed meanwhile." in answer.text
    assert rows("SELECT FROM users") == []


def test_a_form_sent_again_is_not_done_again(visitor: Visitor) -> None:
    page = visitor.get("/counter/form")
    first, again = (visitor.fills(page, "/counter/form", name="Asha") for _ in range(2))
    assert first.status_code == again.status_code == 303
    assert first.headers["location"] == again.headers["location"]
    assert len(rows("SELECT FROM users")) == 1
    visitor.fills(visitor.get("/counter/form"), "/counter/form", name="Asha")
    assert len(rows("SELECT FROM users")) == 2, "another form is another deed"


def test_two_taps_in_the_same_moment_are_one_deed(visitor: Visitor) -> None:
    page = visitor.get("/counter/form")
    with ThreadPoolExecutor(4) as thumbs:
        answers = list(thumbs.map(lambda _: visitor.fills(page, "/counter/form", name="Asha"), range(4)))
    assert {answer.headers["location"] for answer in answers} == {f"/counter?made={rows('SELECT id FROM users')[0].id}"}


def test_what_was_declined_left_nothing_and_may_be_sent_again(visitor: Visitor) -> None:
    page = visitor.get("/counter/form")
    declined = visitor.fills(page, "/counter/form", name="Nobody")
    assert declined.status_code == 409
    assert "That phone number belongs to somebody else already." in declined.text
    assert rows("SELECT FROM users") == []
    assert "told" not in declined.headers.get("set-cookie", "")
    assert visitor.fills(declined, "/counter/form", name="Asha").status_code == 303


def test_a_form_without_its_key_is_not_taken(visitor: Visitor) -> None:
    answer = visitor.fills(visitor.get("/counter/form"), "/counter/form", name="Asha", _once="")
    assert (answer.status_code, rows("SELECT FROM users")) == (400, [])


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        (b"a=" + b"x" * LARGEST, "application/x-www-form-urlencoded", 413),
        (b"&".join(b"a%d=1" % number for number in range(300)), "application/x-www-form-urlencoded", 400),
        (b"--x\r\nbroken", "multipart/form-data; boundary=x", 403),
        (b'{"_token": "x"}', "text/plain", 403),
        (b"\xff=%ff&%00=%00", "application/x-www-form-urlencoded", 403),
    ],
)
def test_a_body_that_is_no_form_of_ours_is_answered(visitor: Visitor, body: bytes, kind: str, status: int) -> None:
    answer = visitor.post("/counter/form", content=body, headers={"Content-Type": kind})
    assert answer.status_code == status
    assert "Traceback" not in answer.text
