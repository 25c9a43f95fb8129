"""Templates are held to Meta's rules offline, handed in, and followed."""

import pytest
from sqlmodel import select

from bot.template_files import Template, find_problems, load_templates, read_template
from bot.templates import handle_template_news, push, status
from core.db import transaction
from core.outbox.tables import WhatsAppTemplate
from tests.channel.test_notices import NOTICES
from tests.support.desk import CUSTOMER, Desk

GOOD = """
name = "order_news"
notice = "order-news"
category = "utility"
buttons = ["my-order"]
[examples]
code = "7KQ3AC"
[en]
body = "Order {{code}} is here."
[hi]
body = "ऑर्डर {{code}} आ गया।"
"""


def test_ours_keep_the_rules() -> None:
    assert len(load_templates()) >= 12
    assert find_problems(read_template(GOOD)) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"order_news"', '"Order News"'),
        ('"utility"', '"chat"'),
        ('["my-order"]', '["unknown"]'),
        ('["my-order"]', '["my-order", "my-order"]'),
        ('"Order {{code}} is here."', '"{{code}} is here."'),
        ('"Order {{code}} is here."', '"Order {{code}}"'),
        ('"Order {{code}} is here."', '"Order {{code}}."'),
        ('"Order {{code}} is here."', '"Order {{code}} {{code}} here."'),
        ('"Order {{code}} is here."', '"Order {{other}} is here."'),
        ('"Order {{code}} is here."', '"Order {{Code 1}} is here."'),
        ('"Order {{code}} is here."', '"Order is here."'),
        ('"Order {{code}} is here."', f'"Order {{{{code}}}} is {"x" * 1024} here."'),
        ('"Order {{code}} is here."', r'"Order {{code}}\n\n\n is here."'),
        ('"Order {{code}} is here."', '"Order {{code}} is here."\nfooter = "for {{code}}"'),
        ('[hi]\nbody = "ऑर्डर {{code}} आ गया।"\n', ""),
        ('code = "7KQ3AC"', ""),
    ],
)
def test_what_meta_would_refuse_is_found_before(before: str, after: str) -> None:
    assert before in GOOD
    assert find_problems(read_template(GOOD.replace(before, after, 1)))


def test_handing_in_is_repeatable_and_changes_what_differs(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert {line.status for line in status(desk.settings).lines} == {"NOT HANDED IN"}
    assert {line.done for line in push(desk.settings).lines} == {"created"}
    assert {(line.done, line.status) for line in push(desk.settings).lines} == {("kept", "APPROVED")}
    first = load_templates()[0]
    changed = Template(**{**vars(first), "bodies": {**first.bodies, "en": first.bodies["en"] + " Sorry."}})
    monkeypatch.setattr("bot.templates.load_templates", lambda: (changed,))
    report = push(desk.settings)
    assert [(line.language, line.done) for line in report.lines] == [("en", "changed"), ("hi", "kept")]
    assert not report.is_ready
    assert status(desk.settings).is_ready


def test_every_template_reaches_a_phone_as_it_was_meant(desk: Desk) -> None:
    desk.push_templates()
    desk.meet()
    desk.advance(hours=25)
    for key, values in NOTICES.items():
        desk.tell(key, **values)
    desk.work()
    assert set(desk.states()) == {"done"}
    assert desk.books()["refused"] == []
    assert len(desk.screen()) == len(NOTICES)
    assert all("{{" not in words for words in desk.texts(CUSTOMER))


def test_meta_pauses_a_template_and_lets_it_go_again(desk: Desk) -> None:
    desk.push_templates()
    decide(desk, "order_confirmed", "PAUSED")
    assert known(desk, "order_confirmed") == {"PAUSED"}
    assert desk.alerts() == {"template-paused"}
    decide(desk, "order_confirmed", "APPROVED")
    assert known(desk, "order_confirmed") == {"APPROVED"}
    assert desk.alerts() == set()


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("value", [None, [], "x", {}, {"message_template_name": 7}, {"message_template_name": "x"}])
def test_news_of_another_shape_is_ignored(value: object) -> None:
    with transaction() as session:
        for field in ("message_template_status_update", "template_category_update", "other"):
            handle_template_news(session, field, value)


@pytest.mark.usefixtures("database")
def test_another_category_costs_otherwise_and_is_told() -> None:
    with transaction() as session:
        handle_template_news(
            session, "template_category_update", {"message_template_name": "x", "new_category": "MARKETING"}
        )
        assert session.connection().exec_driver_sql("SELECT code FROM alerts").scalars().all() == ["template-category"]


def decide(desk: Desk, name: str, verdict: str) -> None:
    desk.advance(seconds=2)
    desk.outside.post(f"/sim/templates/{name}/status", json={"status": verdict}).raise_for_status()
    desk.work()


def known(desk: Desk, name: str) -> set[str]:
    with transaction() as session:
        return {row.status for row in session.exec(select(WhatsAppTemplate).where(WhatsAppTemplate.name == name))}
