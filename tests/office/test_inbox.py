"""Conversations, answers and templates in the office."""

from __future__ import annotations

import pytest

from core.clock import read_now
from core.customers.guests import make_guest
from core.db import transaction
from core.misses.actions import keep_miss
from core.outbox.actions import enqueue_message
from core.outbox.tables import MessageClass
from tests.office.conftest import Colleague, does, rows
from tests.support.visitor import complaints

CUSTOMER = "SELECT c.id, c.customer_id FROM chats c JOIN users u ON u.id = c.customer_id WHERE u.name = 'Arjun'"


def test_who_waits_is_answered_and_handed_back(founder: Colleague) -> None:
    chat = rows(CUSTOMER)[0]
    does("UPDATE chats SET last_inbound_at = jamango_now(), waits_since = jamango_now() WHERE id = :id", id=chat.id)
    does("UPDATE users SET name = 'Arjun <img src=x>' WHERE id = :id", id=chat.customer_id)
    with transaction() as session:
        enqueue_message(
            session,
            chat.id,
            {"type": "text", "text": {"body": "Hello <b>you</b>"}},
            answers_id=None,
            message_class=MessageClass.REPLY,
        )
    page = founder.goes("/admin/inbox")
    assert "Arjun &lt;img src=x&gt;" in page.text and "waits since" in page.text
    path = f"/admin/inbox/{chat.id}"
    assert "Hello &lt;b&gt;you&lt;/b&gt;" in founder.goes(path).text
    assert "no text" in founder.sends(founder.goes(path), f"{path}/answer", words="").text
    founder.sends(founder.goes(path), f"{path}/answer", words="At six, sorry")
    sent = rows(
        "SELECT body -> 'message' -> 'text' ->> 'body' AS body FROM outbox WHERE chat_id = :id ORDER BY id DESC",
        id=chat.id,
    )
    assert "At six, sorry" in sent[0].body
    state = rows("SELECT waits_since, parked_until FROM chats WHERE id = :id", id=chat.id)[0]
    assert state.waits_since is None and state.parked_until is not None
    founder.sends(founder.goes(path), f"{path}/hand-back")
    founder.sends(founder.goes(path), f"{path}/take-over")
    assert "a person speaks" in founder.goes("/admin/inbox?who=parked").text


def test_a_quick_answer_is_sent_in_their_language_and_complains_by_itself(founder: Colleague) -> None:
    chat = rows(CUSTOMER)[0]
    does("UPDATE chats SET last_inbound_at = jamango_now() WHERE id = :id", id=chat.id)
    does("UPDATE users SET language = 'hi' WHERE id = :id", id=chat.customer_id)
    founder.fills("/admin/answers/new", key="parking", text_en="At the gate.", text_hi="गेट पर।")
    path = f"/admin/inbox/{chat.id}"
    page = founder.goes(path)
    assert "गेट पर।" in page.text
    assert "Sent." in founder.sends(page, f"{path}/answer", words="", quick="parking").text
    sent = rows("SELECT body -> 'message' -> 'text' ->> 'body' AS body FROM outbox WHERE chat_id = :id", id=chat.id)
    assert any("गेट पर।" in row.body for row in sent if row.body)
    gone = founder.sends(page, f"{path}/answer", words="", quick="gone", _once="again")
    assert (gone.status_code, complaints(gone.text)) == (422, [""])
    empty = founder.sends(page, f"{path}/answer", words="", _once="once-more")
    assert (complaints(empty.text), empty.text.count("There is no text")) == ([f"{path}/answer"], 1)


def test_who_never_wrote_is_no_conversation(founder: Colleague) -> None:
    """Neither a guest of the web shop, nor somebody who ordered by telephone; their page says so."""
    does("UPDATE chats SET last_inbound_at = NULL")
    does("UPDATE chats SET last_inbound_at = jamango_now() WHERE id = :id", id=rows(CUSTOMER)[0].id)
    founder.fills("/admin/orders/new", phone="98765 00311", name="Kamala Iyer")
    with transaction() as session:
        guest = make_guest(session, "en", read_now(session))
    chat = rows("SELECT id FROM chats WHERE customer_id = :guest", guest=guest)[0]
    page = founder.goes("/admin/inbox").text
    assert "Arjun" in page
    assert "+91 00000 00102" in page, "a number is shown as one reads it out"
    assert f"/admin/inbox/{chat.id}" not in page
    assert "Kamala" not in page
    caller = rows("SELECT c.id FROM chats c JOIN users u ON u.id = c.customer_id WHERE u.name = 'Kamala Iyer'")[0]
    assert "They have not written yet" in founder.goes(f"/admin/inbox/{caller.id}").text


def test_after_a_day_only_a_template_goes(founder: Colleague) -> None:
    chat = rows(CUSTOMER)[0]
    does("UPDATE chats SET last_inbound_at = jamango_now() - interval '25 hours' WHERE id = :id", id=chat.id)
    path = f"/admin/inbox/{chat.id}"
    page = founder.goes(path)
    assert "takes no free words" in page.text and f'action="{path}/answer"' not in page.text
    founder.sends(page, f"{path}/template")
    founder.sends(founder.goes(path), f"{path}/template")
    keys = rows("SELECT body ->> 'key' AS key FROM outbox WHERE chat_id = :id AND kind = 'notice'", id=chat.id)
    assert [row.key for row in keys].count("write-back") == 1


def test_a_miss_is_taught_in_one_step_and_an_answer_written(founder: Colleague) -> None:
    chat = rows(CUSTOMER)[0]
    with transaction() as session:
        keep_miss(
            session,
            chat.customer_id,
            "2 dozen hafoozi bhejo",
            name="",
            step="menu",
            language="en",
            now=read_now(session),
        )
    assert "hafoozi" in founder.goes("/admin/answers").text
    page = founder.fills("/admin/answers/teach?miss=0", "/admin/answers/teach", means="variety:alphonso")
    assert "Understood from now on" in page.text and "hafoozi" not in page.text
    page = founder.fills("/admin/answers/new", key="parking", text_en="Park at <gate> 2.")
    assert "Park at &lt;gate&gt; 2." in page.text
    page = founder.fills("/admin/answers/new", key="parking", text_en="Anywhere.")
    assert "There is an answer “parking” already" in page.text and "Anywhere." in page.text
    founder.fills("/admin/answers/teach", words="where can I leave my scooter", means="answer:parking")
    assert "scooter" in founder.goes("/admin/answers/parking").text
    founder.fills("/admin/answers/parking/edit", text_en="", text_hi="गेट 2 पर।")
    assert rows("SELECT texts FROM answers WHERE key = 'parking'")[0].texts == {"hi": "गेट 2 पर।"}
    founder.sends(founder.goes("/admin/answers/parking/ways/0"), "/admin/answers/parking/ways/0")
    founder.sends(founder.goes("/admin/answers/parking"), "/admin/answers/parking/remove")
    assert rows("SELECT key FROM answers WHERE key = 'parking'") == []


def test_templates_are_shown_with_their_state_and_a_silent_meta_is_said(
    founder: Colleague, monkeypatch: pytest.MonkeyPatch
) -> None:
    does("INSERT INTO templates (name, language, status, reason) VALUES ('order_changed', 'en', 'REJECTED', 'too <b>')")
    page = founder.goes("/admin/templates")
    assert "rejected" in page.text and "too &lt;b&gt;" in page.text
    assert "7KQ3AC" in founder.goes("/admin/templates/order_changed/en").text
    monkeypatch.setattr("admin_web.office.templates._push", lambda visit: None)
    assert "could not be asked" in founder.sends(page, "/admin/templates/push", sure="yes").text
