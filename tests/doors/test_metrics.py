"""What the operator's counters say of what came through the doors (fault F1)."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from prometheus_client.parser import text_string_to_metric_families

from tests.doors.conftest import Doors, envelope, words
from tests.support.clusters import current_settings

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
