"""The page of a run by its secret link, without JavaScript: each door, what went wrong there, and whom it lets in."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from structlog.testing import capture_logs

from core.actor import Role
from core.delivery.planning import assign
from core.delivery.riding import deliver_stop
from core.orders.lifecycle import OrderStatus
from core.staff.actions import speak
from pages.wording import say
from tests.rider.conftest import path_of
from tests.support.rounds import DUE, Rounds
from tests.support.visitor import FormOnPage, Visitor, read_forms

UNCLEAR = "That could not be read"


class RiderAtPage:
    """Ravi's browser on the page of his run, in English."""

    def __init__(self, app: Any, path: str, language: str = "en") -> None:
        self.path = path
        self.browser = Visitor(app)
        self.browser.cookies.set("jamango-language", language, domain="127.0.0.1")
        self.page = self.browser.get(path)

    def form(self, event: str, stop_id: int = 0, place: int = 0) -> FormOnPage:
        fitting = [form for form in read_forms(self.page) if form.fields.get("event") == event
                   and (not stop_id or form.fields.get("stop") == str(stop_id))]  # fmt: skip
        return fitting[place]

    def reports(self, event: str, stop_id: int = 0, **typed: str) -> httpx.Response:
        """Fill in one form of the page and send it; the answer, before anything is followed."""
        return self.sends({**self.form(event, stop_id).fields, **typed})

    def sends(self, fields: dict[str, str], **headers: str) -> httpx.Response:
        answer = self.browser.post(self.path, fields, headers)
        self.page = self.browser.follows(answer) if answer.status_code == 303 else answer
        return answer


def test_a_run_by_thumb_from_the_first_door_to_the_cash(app: Any, rounds: Rounds) -> None:
    run_id = rounds.run_under_way(4)
    ravi = RiderAtPage(app, path_of(rounds, run_id))
    assert "4 of 4 stops left" in ravi.page.text and "₹4,960 to collect" in ravi.page.text
    assert "Palm Grove" in ravi.page.text and "Alphonso" in ravi.page.text and 'href="tel:+91' in ravi.page.text
    first, second, third, fourth = [stop.stop_id for stop in rounds.stops(run_id)]
    ravi.reports("deliver", first)
    assert "3 of 4 stops left" in ravi.page.text and rounds.holds(rounds.ravi) == DUE
    ravi.reports("undo", first)
    assert "4 of 4 stops left" in ravi.page.text and rounds.holds(rounds.ravi) == 0
    ravi.reports("deliver", first)
    ravi.reports("skip", second)
    assert [stop.stop_id for stop in rounds.stops(run_id) if stop.status == "planned"] == [third, fourth, second]
    refused = ravi.reports("fail", third)
    assert (refused.status_code, "Please say why" in refused.text) == (409, True)
    ravi.reports("fail", third, reason="nobody-home")
    assert rounds.shelf.order(rounds.stops(run_id)[1].order_id).status is OrderStatus.DELIVERY_FAILED
    ravi.reports("deliver", fourth)
    ravi.reports("deliver", second)
    assert "All stops are done" in ravi.page.text
    wrong = ravi.reports("end", sum="a lot")
    assert (wrong.status_code, 'id="sum-wrong"' in wrong.text, 'value="a lot"' in wrong.text) == (422, True, True)
    end = ravi.form("end").fields | {"sum": "3,720"}
    ravi.sends(end)
    assert "The run is over" in ravi.page.text
    assert rounds.run_status(run_id) == "ended"
    assert ravi.browser.post(ravi.path, end).status_code == 303, "what ended the run, and was not heard of, comes again"
    assert rounds.shelf.read("SELECT declared_paise FROM till_counts") == 3 * DUE
    rounds.shelf.assert_sound()


def test_the_end_is_told_in_the_riders_language_whatever_his_browser_speaks(app: Any, rounds: Rounds) -> None:
    run_id = rounds.run_under_way(1)
    rounds.shelf.run(lambda session: speak(session, rounds.ravi, "hi"))
    ravi = RiderAtPage(app, path_of(rounds, run_id), language="")
    ravi.reports("deliver", rounds.next_stop(run_id).stop_id)
    ravi.reports("end")
    assert 'lang="hi"' in ravi.page.text.split("<head>")[0]
    assert say("hi", "run-page-over-title") in ravi.page.text
    assert 'lang="en"' in ravi.browser.get("/r/over?language=xx").text.split("<head>")[0]


def test_sums_are_worked_out_and_only_the_exact_one_is_noted(app: Any, rounds: Rounds) -> None:
    run_id = rounds.run_under_way(1)
    ravi, stop_id = RiderAtPage(app, path_of(rounds, run_id)), rounds.next_stop(run_id).stop_id
    for typed, said in (("2000", "Give back ₹760"), ("1,000", "₹240 is missing")):
        ravi.page = ravi.browser.get(f"{ravi.path}?stop={stop_id}&handed={typed}")
        assert said in ravi.page.text
    for unclear in ("-5", "😀", "1000000000000", "much"):
        ravi.page = ravi.browser.get(f"{ravi.path}?stop={stop_id}&handed={unclear}")
        assert f'value="{unclear}"' in ravi.page.text and 'aria-invalid="true"' in ravi.page.text, unclear
        assert "Please give an amount in rupees" in re.sub("<form.*?</form>", "", ravi.page.text, flags=re.DOTALL)
    for odd in ("stop=x&handed=9", f"stop={stop_id}&handed=much", "stop=" + "9" * 40 + "&handed=1", "handed=%00"):
        assert ravi.browser.get(f"{ravi.path}?{odd}").status_code in {200, 404}
    declined = ravi.reports("deliver", stop_id, sum="1000")
    assert "₹1,240 is due" in declined.text and rounds.holds(rounds.ravi) == 0
    ravi.page = ravi.browser.get(f"{ravi.path}?stop={stop_id}&handed=1000")
    ravi.sends(ravi.form("ask-link", stop_id, place=1).fields)
    assert "A link for ₹240 is with the customer" in ravi.page.text and "collect ₹1,000 in cash" in ravi.page.text
    rounds.shelf.assert_sound()


def test_what_is_sent_twice_is_done_once_and_what_was_declined_stays_declined(app: Any, rounds: Rounds) -> None:
    run_id = rounds.run_under_way(2)
    ravi, stop_id = RiderAtPage(app, path_of(rounds, run_id)), rounds.next_stop(run_id).stop_id
    wrong = ravi.form("deliver", stop_id).fields | {"sum": "9"}
    right = ravi.form("deliver", stop_id).fields
    assert ravi.sends(wrong).status_code == 409
    assert ravi.sends(wrong | {"sum": "1240"}).status_code == 409, "one key is one report, whatever it says later"
    right["_once"] = "11111111-1111-4111-8111-111111111111"
    tabs = [Visitor(app), Visitor(app), Visitor(app)]
    for tab in tabs:
        tab.cookies = ravi.browser.cookies
    with ThreadPoolExecutor(3) as hands:
        answers = list(hands.map(lambda tab: tab.post(ravi.path, right, {"X-Queued": "1"}).status_code, tabs))
    assert answers == [204, 204, 204]
    assert rounds.holds(rounds.ravi) == DUE
    assert rounds.shelf.read("SELECT count(*) FROM run_reports") == 2
    other = ravi.sends({**right, "_once": "22222222-2222-4222-8222-222222222222"}, **{"X-Queued": "1"})
    assert other.status_code == 409 and "is done already" in other.text and "<html" not in other.text
    for once in ("", "x", "1" * 400):
        assert UNCLEAR in ravi.sends({**right, "_once": once}).text
    rounds.shelf.assert_sound()


def in_devanagari(digits: str) -> str:
    return "".join(chr(ord("०") + int(digit)) for digit in digits)


def test_what_cannot_be_read_is_said_in_the_language_of_the_page(app: Any, rounds: Rounds) -> None:
    path = path_of(rounds, rounds.run_under_way(1))
    ravi = RiderAtPage(app, path, language="")
    form = ravi.form("deliver").fields
    for typed in ({"sum": "a lot"}, {"event": "fly"}, {"_once": "again"}):
        assert (ravi.sends(form | typed).status_code, "Please" in ravi.page.text) == (422, False), typed
        assert 'lang="hi"' in ravi.page.text
    assert rounds.holds(rounds.ravi) == 0


def test_the_digits_are_asked_and_wrong_ones_are_counted(app: Any, rounds: Rounds) -> None:
    rounds.shelf.change("UPDATE shop SET delivery_codes = true")
    run_id = rounds.run_under_way(1)
    ravi, stop_id = RiderAtPage(app, path_of(rounds, run_id)), rounds.next_stop(run_id).stop_id
    code = str(rounds.shelf.read("SELECT code FROM delivery_assignments"))
    assert code not in ravi.page.text
    assert "4 digits" in ravi.reports("deliver", stop_id).text
    wrong = ravi.reports("deliver", stop_id, code=f"{(int(code) + 1) % 10_000:04d}")
    assert "not the code" in wrong.text
    assert rounds.shelf.read("SELECT code_tries FROM delivery_assignments") == 1
    ravi.reports("deliver", stop_id, code=in_devanagari(code))
    assert rounds.holds(rounds.ravi) == DUE
    rounds.shelf.assert_sound()


def test_a_link_opens_its_own_run_while_it_is_under_way_and_nothing_else(app: Any, rounds: Rounds) -> None:
    """Forged, of another rider, of one who left, of a run that is over: refused, logged, and never named in the log."""
    later = rounds.orders(1, packed=False)
    run_id = rounds.run_under_way(1)
    path, stop_id = path_of(rounds, run_id), rounds.next_stop(run_id).stop_id
    ravi = RiderAtPage(app, path)
    fields = ravi.form("deliver", stop_id).fields
    (waits,) = rounds.do(assign, later, rounds.ravi)
    of_next_run = rounds.next_stop(waits).stop_id
    assert "not in your run" in ravi.sends({**fields, "stop": str(of_next_run), "_once": new_once(1)}).text
    closed = {
        "unknown": ("", ""),
        "another-riders": (f"rider_id = {rounds.imran}", f"rider_id = {rounds.ravi}"),
        "run-over": ("status = 'ended', ended_at = jamango_now()", "status = 'open', ended_at = NULL"),
    }
    for number, (why, (change, back)) in enumerate(closed.items(), 2):
        if change:
            rounds.shelf.change(f"UPDATE runs SET {change} WHERE id = {run_id}")
        address = path if change else "/r/" + "A" * 22
        with capture_logs() as logs:
            seen = ravi.browser.get(address)
            sent = ravi.browser.post(address, {**fields, "_once": new_once(number)}, {"X-Queued": "1"})
            asked = ravi.browser.get(f"{address}/mark")
        assert [answer.status_code for answer in (seen, sent, asked)] == [404, 404, 404], why
        assert "No run is here" in seen.text and "Palm Grove" not in seen.text
        assert [line["why"] for line in logs if line["event"] == "rider_link_refused"] == [why] * 3
        assert address.removeprefix("/r/") not in str(logs)
        if back:
            rounds.shelf.change(f"UPDATE runs SET {back} WHERE id = {run_id}")
    assert ravi.browser.get(path).status_code == 200
    rounds.shelf.change(f"UPDATE staff SET active = false WHERE id = {rounds.ravi}")
    assert ravi.browser.get(path).status_code == 404
    assert rounds.holds(rounds.ravi) == 0
    assert rounds.shelf.read("SELECT count(*) FROM run_reports") == 1


def new_once(number: int) -> str:
    return f"{number:08d}-0000-4000-8000-000000000000"


def test_a_link_is_nobodys_find(app: Any, rounds: Rounds) -> None:
    later = rounds.orders(1, packed=False)
    run_id = rounds.run_under_way(1)
    path = path_of(rounds, run_id)
    page = Visitor(app).get(path)
    assert page.headers["referrer-policy"] == "no-referrer"
    assert page.headers["cache-control"] == "no-store"
    assert "noindex" in page.headers["x-robots-tag"]
    assert "Disallow: /r/" in Visitor(app).get("/robots.txt").text
    assert re.fullmatch(r"/r/[\w-]{22}", path)
    assert rounds.shelf.read("SELECT count(*) FROM runs WHERE to_jsonb(runs)::text LIKE :it", it=f"%{path[3:]}%") == 0
    (next_run,) = rounds.do(assign, later, rounds.ravi)
    with pytest.raises(AssertionError):
        path_of(rounds, next_run)
    spoken = Visitor(app).get(path).text
    assert 'lang="hi"' in spoken, "Ravi reads Hindi, whatever his browser says"


def test_a_page_knows_when_it_is_old(app: Any, rounds: Rounds) -> None:
    run_id = rounds.run_under_way(2)
    ravi = RiderAtPage(app, path_of(rounds, run_id))
    shown = re.search(r'data-mark="(\w+)"', ravi.page.text)
    assert shown is not None
    assert ravi.browser.get(f"{ravi.path}/mark").json() == {"mark": shown[1]}
    rounds.do(deliver_stop, rounds.next_stop(run_id).stop_id, cash_paise=DUE, actor=rounds.rider(rounds.ravi))
    assert ravi.browser.get(f"{ravi.path}/mark").json() != {"mark": shown[1]}
    gone = rounds.stops(run_id)[0]
    assert str(gone.phone) not in ravi.browser.get(ravi.path).text, "what is done is named by its code alone"
    assert gone.code in ravi.browser.get(ravi.path).text


def test_no_form_of_another_site_and_no_staff_without_the_right(app: Any, rounds: Rounds) -> None:
    run_id = rounds.run_under_way(1)
    ravi, stop_id = RiderAtPage(app, path_of(rounds, run_id)), rounds.next_stop(run_id).stop_id
    fields = ravi.form("deliver", stop_id).fields
    assert ravi.browser.post(ravi.path, fields, {"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert ravi.browser.post(ravi.path, {**fields, "_token": "0" * 64}).status_code == 403
    assert ravi.sends({**fields, "price": "1"}).status_code == 422
    rounds.shelf.change(f"UPDATE staff SET role = '{Role.PACKER.value}' WHERE id = {rounds.ravi}")
    assert ravi.sends({**fields, "_once": new_once(1)}).status_code == 409
    assert rounds.holds(rounds.ravi) == 0
