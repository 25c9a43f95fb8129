"""What the operator's counters say of what came through the doors (fault F1)."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import Mock

import pytest
from prometheus_client.parser import text_string_to_metric_families

from core.counters.actions import Tally
from jamango import counting
from jamango.counting import hand_over_counts
from tests.doors.conftest import Doors, envelope, words
from tests.support.clusters import current_settings
from tests.support.doors import open_doors
from tests.support.patience import PATIENCE_SECONDS
from tests.support.servers import serving

EVENT = b'{"event": "payment.captured", "payload": {}}'
TOKEN = "a-metrics-token"


@dataclass(frozen=True)
class Counts:
    """Events of one provider so far."""

    stored: float
    duplicates: float

    def since(self, before: Counts) -> tuple[float, float]:
        """(stored, known before) from then to now: other tests of this process have counted too."""
        return self.stored - before.stored, self.duplicates - before.duplicates


def read_counts(doors: Doors, provider: str) -> Counts:
    """From the page that Prometheus reads."""
    answer = doors.client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"}).raise_for_status()
    samples = {
        sample.name: sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
        if sample.labels == {"provider": provider}
    }
    return Counts(samples.get("jamango_inbox_stored_total", 0.0), samples.get("jamango_inbox_duplicates_total", 0.0))


@pytest.fixture(autouse=True)
def _open_to_prometheus(monkeypatch: pytest.MonkeyPatch, doors: Doors) -> None:
    monkeypatch.setenv("JAMANGO_METRICS_TOKEN", TOKEN)
    current_settings()


def test_every_copy_of_a_message_is_counted(doors: Doors) -> None:
    before = read_counts(doors, "whatsapp")
    for _ in range(3):
        doors.meta_sends(envelope(words("hi"))).raise_for_status()
    doors.meta_sends(envelope(words("hi"), words("two", "wamid.2"))).raise_for_status()
    assert read_counts(doors, "whatsapp").since(before) == (2, 3)
    assert len(doors.rows()) == 2


def test_every_copy_of_news_of_money_is_counted(doors: Doors) -> None:
    before = read_counts(doors, "razorpay")
    for _ in range(3):
        doors.razorpay_sends(EVENT, "RjyCdS5SNm93qh").raise_for_status()
    assert read_counts(doors, "razorpay").since(before) == (1, 2)
    assert len(doors.rows()) == 1


ELSEWHERE = """
from jamango.turns import HANDLED
from bot.attempt import SENT
from jamango.counting import hand_over_counts

HANDLED.inc(3)
SENT.labels("reply").inc(2)
hand_over_counts()
HANDLED.inc()
hand_over_counts()
"""


def read_page(doors: Doors) -> str:
    return doors.client.get("/metrics", headers={"Authorization": f"Bearer {TOKEN}"}).raise_for_status().text


def test_the_counters_of_every_process_are_on_the_page(doors: Doors) -> None:
    before = in_all(read_page(doors), "jamango_messages_handled_total")
    for _ in range(2):  # a worker, and the one that is started in its place
        subprocess.run([sys.executable, "-c", ELSEWHERE], check=True)
    page = read_page(doors)
    assert in_all(page, "jamango_messages_handled_total") - before == 8
    assert in_all(page, "jamango_messages_sent_total", message_class="reply") >= 4
    assert "process_cpu_seconds_total" in page


def in_all(page: str, name: str, **labels: str) -> float:
    families = text_string_to_metric_families(page)
    return sum(s.value for family in families for s in family.samples if s.name == name and s.labels == labels)


def test_a_forked_process_does_not_count_what_its_parent_did(doors: Doors) -> None:
    doors.meta_sends(envelope(words("hi"))).raise_for_status()
    tally = Tally()
    assert sum(tally.take_new().values()) > 0
    tally.start_afresh()
    assert sum(tally.take_new().values()) == 0


def test_what_could_not_be_handed_over_is_handed_over_later(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    hand_over_counts()
    doors.meta_sends(envelope(words("hi"))).raise_for_status()
    before = read_counts(doors, "whatsapp")
    with monkeypatch.context() as patch:
        patch.setattr(counting, "add_counts", Mock(side_effect=ConnectionError))
        with pytest.raises(ConnectionError):
            hand_over_counts()
    for _ in range(2):
        hand_over_counts()
        assert read_counts(doors, "whatsapp") == before


def test_a_web_process_ends_after_the_hand_over_that_is_under_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise its connection is in use when the process lets go of them all, and nobody closes it."""
    began, ended = threading.Event(), threading.Event()

    def hand_over_slowly() -> None:
        began.set()
        time.sleep(0.5)
        ended.set()

    monkeypatch.setattr(counting, "SECONDS_BETWEEN_COUNTS", 0.01)
    monkeypatch.setattr(counting, "hand_over_counts", hand_over_slowly)
    with serving(open_doors()):
        assert began.wait(PATIENCE_SECONDS)
    assert ended.is_set()


def test_only_counters_are_made_because_only_they_add_up_over_processes() -> None:
    root = Path(__file__).parents[2]
    made = re.compile(r"prometheus_client import .*\b(Gauge|Histogram|Summary|Info|Enum)\b")
    folders = ("core", "bot", "pages", "flows", "webhooks", "shop_web", "admin_web", "jamango")
    files = [file for folder in folders for file in (root / folder).rglob("*.py")]
    assert [file.name for file in files if made.search(file.read_text(encoding="utf-8"))] == []
