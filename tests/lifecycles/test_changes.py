"""What live pages hear: every committed change, once, and that everything may have changed whenever nobody listened."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Collection, Iterator
from datetime import date

import psycopg
import pytest
from sqlalchemy import text
from sqlmodel import Session

from core.alerts.actions import raise_alert, resolve_alert, ring_anew
from core.changes import announcing
from core.changes.announcing import CHANNEL, Announcer, note_change
from core.changes.feed import ChangeFeed
from core.changes.rules import EVERYTHING, Change, Subject, unpack
from core.clock import read_now
from core.db import transaction
from core.delivery.planning import assign
from core.inventory.stock import correct_stock, receive_lot
from core.orders.actions import confirm_cash_order, expire_lapsed_orders, place_cart
from core.orders.packing import pack_order
from core.orders.tables import Channel
from core.payments.actions import cancel_order
from core.payments.reminding import remind_before_hold_ends
from core.settings import Settings
from core.slots.actions import close_slot, generate_slots, open_slot, set_capacity
from tests.support.actors import STAFF
from tests.support.clusters import current_settings
from tests.support.patience import PATIENCE_SECONDS
from tests.support.shelf import Shelf

OF_THIS_DATABASE = "FROM pg_stat_activity WHERE application_name = :name AND datname = current_database()"


@pytest.fixture
def settings(database: object) -> Settings:
    return current_settings()


@pytest.fixture
def announcer(settings: Settings) -> Iterator[Announcer]:
    voice = Announcer(settings)
    voice.start()
    yield voice
    voice.close()


class Ear:
    """Listens to PostgreSQL as any program could."""

    def __init__(self, settings: Settings) -> None:
        self._wire = psycopg.connect((settings.database_url or "").replace("+psycopg", ""), autocommit=True)
        self._wire.execute(f"LISTEN {CHANNEL}")

    def hears(self) -> frozenset[Change]:
        """The next notification."""
        return next(unpack(heard.payload) for heard in self._wire.notifies(timeout=PATIENCE_SECONDS))

    def close(self) -> None:
        self._wire.close()


@pytest.fixture
def ear(settings: Settings) -> Iterator[Ear]:
    listening = Ear(settings)
    yield listening
    listening.close()


def change(*changes: Change) -> None:
    with transaction() as session:
        for each in changes:
            note_change(session, each.subject, each.id or 0)


def test_a_transaction_is_one_notification_however_many_rows_it_changed(ear: Ear, announcer: Announcer) -> None:
    assert ear.hears() == EVERYTHING  # its predecessor may have been killed before it said a thing
    order = [Change(Subject.ORDER, number) for number in range(1, 200)]
    change(*order, *order, Change(Subject.STOCK, 3))
    assert ear.hears() == {*order, Change(Subject.STOCK, 3)}


def test_what_is_rolled_back_is_not_said(ear: Ear, announcer: Announcer) -> None:
    assert ear.hears() == EVERYTHING
    with pytest.raises(ZeroDivisionError):
        fail_after_noting(Change(Subject.ORDER, 1))
    change(Change(Subject.ORDER, 2))
    assert ear.hears() == {Change(Subject.ORDER, 2)}


def fail_after_noting(change: Change) -> None:
    with transaction() as session:
        note_change(session, change.subject, change.id or 0)
        raise ZeroDivisionError


def test_a_voice_whose_connection_was_cut_says_that_everything_may_have_changed(ear: Ear, announcer: Announcer) -> None:
    assert ear.hears() == EVERYTHING
    cut("jamango-changes")
    change(Change(Subject.SLOT, 4))
    assert ear.hears() == EVERYTHING


def test_a_page_hears_changes_and_everything_again_after_a_cut(
    ear: Ear, announcer: Announcer, settings: Settings
) -> None:
    assert ear.hears() == EVERYTHING

    async def story(feed: ChangeFeed) -> None:
        page, other = feed.changes({Subject.ORDER}), feed.changes()
        await hears(page, Change(Subject.ORDER, None))
        await hears(other, Change(Subject.SLOT, None))
        await hears(page, Change(Subject.ORDER, None))  # from here on it really listens
        assert await asyncio.to_thread(connections, "jamango-pages") == 1
        await asyncio.to_thread(change, Change(Subject.CHAT, 1), Change(Subject.ORDER, 7))
        await hears(page, Change(Subject.ORDER, 7))
        await asyncio.to_thread(cut, "jamango-pages")
        await hears(page, Change(Subject.ORDER, None))
        await asyncio.to_thread(change, Change(Subject.ORDER, 8))
        await hears(page, Change(Subject.ORDER, 8))

    async def main() -> None:
        feed = ChangeFeed(settings)
        try:
            await story(feed)
        finally:
            await feed.close()

    asyncio.run(main())


class Notebook:
    """Stands for the announcer: keeps what it is told."""

    def __init__(self) -> None:
        self.said: set[Change] = set()

    def say(self, changes: Collection[Change]) -> None:
        self.said |= set(changes)


WATCHED = {"orders": "order", "inventory": "stock", "delivery_slots": "slot", "alerts": "alert"}
WATCH = """
    CREATE TABLE seen (subject text, id bigint);
    CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN INSERT INTO seen VALUES (TG_ARGV[0], NEW.id); RETURN NULL; END $$;
"""


def test_no_row_that_pages_watch_changes_unsaid(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    """Triggers see what each verb of a day changes; its transaction must have noted all of that."""
    buyers = shelf.buyers(3)
    triggers = (
        f"CREATE TRIGGER see AFTER INSERT OR UPDATE ON {table} FOR EACH ROW EXECUTE FUNCTION see('{subject}')"
        for table, subject in WATCHED.items()
    )
    shelf.change(WATCH, *triggers)
    notebook, subjects = Notebook(), set()
    monkeypatch.setattr(announcing, "_announcers", [notebook])
    for deed in deeds_of_a_day(shelf, buyers):
        notebook.said.clear()
        shelf.run(deed)
        with transaction() as session:
            rows = session.execute(text("DELETE FROM seen RETURNING subject, id")).all()
        seen = {Change(Subject(row.subject), row.id) for row in rows}
        assert seen - notebook.said == set()
        subjects |= {change.subject for change in notebook.said}
    assert subjects == set(Subject)


def deeds_of_a_day(shelf: Shelf, buyers: list[int]) -> Iterator[Callable[[Session], object]]:
    """Every verb that changes an order, fruit, a window or an alert."""
    slot, row, day = shelf.slot(), shelf.inventory_id(), date(2027, 5, 12)
    for buyer in buyers:
        yield lambda session, buyer=buyer: place_cart(session, buyer, Channel.WHATSAPP, read_now(session))
    first, second, _ = shelf.run(
        lambda session: session.scalars(text("SELECT id FROM orders ORDER BY id DESC LIMIT 3")).all()
    )
    yield lambda session: confirm_cash_order(session, first, read_now(session))
    yield lambda session: cancel_order(session, second, reason="x", actor=STAFF, now=read_now(session))
    rider = int(shelf.read("SELECT id FROM staff WHERE role = 'rider'"))
    yield lambda session: assign(session, [first], rider, actor=STAFF, now=read_now(session))
    yield lambda session: pack_order(session, first, actor=STAFF, now=read_now(session))
    yield lambda session: correct_stock(session, row, -1, reason="counted", actor=STAFF, today=day)
    yield lambda session: receive_lot(session, 1, 9, harvested_on=day, ripe_by=day, actor=STAFF)
    yield lambda session: close_slot(session, slot, "rain", STAFF)
    yield lambda session: open_slot(session, slot, STAFF)
    yield lambda session: set_capacity(session, slot, 99, STAFF)
    yield lambda session: generate_slots(session, read_now(session), days=20)
    yield lambda session: raise_alert(session, "webhooks-stopped", "razorpay")
    yield lambda session: ring_anew(session, "webhooks-stopped", "razorpay", read_now(session))
    yield lambda session: resolve_alert(session, "webhooks-stopped", "razorpay", read_now(session))
    shelf.wait(minutes=8)
    yield lambda session: remind_before_hold_ends(session, read_now(session))
    shelf.wait(minutes=3)
    yield lambda session: expire_lapsed_orders(session, read_now(session))


async def hears(page: AsyncIterator[Change], wanted: Change) -> None:
    """It comes, whatever else comes before it."""
    async with asyncio.timeout(PATIENCE_SECONDS):
        while await anext(page) != wanted:
            pass


def connections(name: str) -> int:
    with transaction() as session:
        query = text(f"SELECT count(*) {OF_THIS_DATABASE}")
        return int(session.execute(query, {"name": name}).scalar_one())


def cut(name: str) -> None:
    """End these connections from the other side."""
    with transaction() as session:
        query = text(f"SELECT pg_terminate_backend(pid) {OF_THIS_DATABASE}")
        assert session.execute(query, {"name": name}).scalars().all() == [True]
