"""Meta away for hours, the token expired, news that comes before its message (faults F16, F66, F73)."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import text

from bot import circuit_breaker
from core.db import transaction
from jamango import inbox_events
from tests.chats.orders import code_in, reaches_the_summary
from tests.support.chat import Person
from tests.support.world import World
from tests.trouble.redis_and_jobs import ask, eventually

AWAY = {"mode": "500", "probability": 1}


def open_alerts() -> list[tuple[str, int]]:
    with transaction() as session:
        rows = session.execute(text("SELECT code, times FROM alerts WHERE resolved_at IS NULL ORDER BY code"))
        return [(row.code, row.times) for row in rows]


def waiting() -> int:
    return ask("SELECT count(*) FROM outbox WHERE status IN ('pending', 'leased') AND kind IN ('message', 'notice')")


@pytest.fixture
def hurried_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pauses of the line count real seconds, which a test does not have."""
    monkeypatch.setattr(circuit_breaker, "LONGEST_PAUSE", 1.0)
    monkeypatch.setattr(circuit_breaker, "SECONDS_BETWEEN_PROBES", 0.5)


@pytest.mark.usefixtures("hurried_line")
def test_after_two_hours_without_meta_the_newest_answer_comes_and_all_news_of_money(world: World) -> None:
    payer = Person(world, "new-customer")
    reaches_the_summary(payer)
    payer.taps("Pay online")
    link = payer.hears("notices-pay-here")
    world.settle()

    world.switch(fail_sends=[AWAY])
    payer.pays(link)
    world.outside.post("/sim/phones", json={"id": "asker", "name": "Asha"}).raise_for_status()
    asker = Person(world, "asker")
    for words in ("hi", "help", "my orders"):
        asker.says(words)
    eventually(lambda: waiting() == 4)
    world.advance(hours=2)
    world.switch(fail_sends=[])

    code_in(payer.hears("notices-order-confirmed"))
    asker.hears("my-orders-none")
    world.settle()
    asker.hears_nothing()
    payer.hears_nothing()
    assert ask("SELECT count(*) FROM outbox WHERE status = 'dead'") == 0
    assert ask("SELECT count(*) FROM outbox WHERE status = 'dropped' AND kind = 'message'") == 2


@pytest.mark.usefixtures("hurried_line")
def test_an_expired_token_keeps_everything_rings_once_and_goes_on_by_itself(world: World) -> None:
    founder = Person(world, "founder")
    founder.says("help")
    founder.hears("founder-help")
    world.settle()
    world.switch(fail_sends=[{"mode": "190", "probability": 1}])
    chat = Person(world, "new-customer")
    chat.says("hi")
    eventually(lambda: [code for code, _ in open_alerts()] == ["whatsapp-stopped"])
    chat.says("help")
    eventually(lambda: waiting() == 3)
    world.switch(fail_sends=[])
    chat.hears("ordering-menu-first")
    chat.hears("help")
    founder.hears("notices-alert-whatsapp-stopped")
    world.settle()
    founder.hears_nothing()
    assert open_alerts() == []
    assert ask("SELECT count(*) FROM outbox WHERE status = 'dead'") == 0


def test_news_that_comes_before_its_message_is_known_waits_for_it_and_is_let_go_after_a_day(world: World) -> None:
    world.stop_worker()
    lay = """
        INSERT INTO inbox (provider, event_key, kind, payload, sent_at, received_at) VALUES
        ('whatsapp', 'sent:wamid.x', 'status', convert_to(:payload, 'UTF8'), jamango_now(), jamango_now())
    """
    payload = '{"status": {"id": "wamid.x", "status": "sent", "timestamp": "1"}}'
    with transaction() as session:
        session.execute(text(lay), {"payload": payload})
    assert inbox_events.apply_delivery_statuses()
    assert ask("SELECT count(*) FROM inbox WHERE status = 'pending' AND attempts = 0") == 1
    assert not inbox_events.apply_delivery_statuses(), "it is not asked again at once"
    assert timedelta(hours=24) == inbox_events.PATIENCE_WITH_STATUS
    world.advance(hours=25)
    assert inbox_events.apply_delivery_statuses()
    assert ask("SELECT count(*) FROM inbox WHERE status = 'handled'") == 1
