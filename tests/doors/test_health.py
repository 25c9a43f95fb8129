"""What the operator asks, and what nobody else gets."""

import pytest

from jamango.counting import hand_over_counts
from tests.doors.conftest import Doors, envelope, words
from tests.support.clusters import Cluster, current_settings
from tests.support.morning import SECONDS_AHEAD


def test_alive_and_ready(doors: Doors) -> None:
    assert doors.client.get("/healthz").text == "ok"
    assert doors.client.get("/readyz").text == "ok"


def test_metrics_need_their_token(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    assert doors.client.get("/metrics").status_code == 404
    monkeypatch.setenv("JAMANGO_METRICS_TOKEN", "a-metrics-token")
    current_settings()
    assert doors.client.get("/metrics").status_code == 401
    doors.meta_sends(envelope(words("hi")))
    hand_over_counts()
    answer = doors.client.get("/metrics", headers={"Authorization": "Bearer a-metrics-token"})
    assert "jamango_inbox_stored_total" in answer.text


@pytest.mark.parametrize(
    "path", ["/docs", "/redoc", "/openapi.json", "/.env", "/static/../core/db.py", "/administrator"]
)
def test_what_is_not_there_is_404_without_a_trace(doors: Doors, path: str) -> None:
    answer = doors.client.get(path)
    assert answer.status_code == 404
    assert "Traceback" not in answer.text


def test_every_answer_carries_the_security_headers(doors: Doors) -> None:
    for path in ("/healthz", "/nothing-here", "/webhooks/whatsapp"):
        headers = doors.client.get(path).headers
        assert "default-src 'self'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def test_the_clock_moves_in_development_only(doors: Doors, monkeypatch: pytest.MonkeyPatch) -> None:
    moved = doors.client.post("/dev/clock", json={"advance_seconds": 3600}).json()
    assert moved["offset_seconds"] == SECONDS_AHEAD + 3600
    assert doors.client.post("/dev/clock", json={"offset_seconds": 0}).json()["offset_seconds"] == 0
    assert doors.client.post("/dev/clock", json={"advance_seconds": 1e300}).status_code == 422


def test_a_database_that_is_away_is_503_at_the_doors(
    doors: Doors, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("JAMANGO_METRICS_TOKEN", "a-metrics-token")
    current_settings()
    name = doors_database(doors)
    cluster.refuse_connections(name)
    try:
        assert doors.meta_sends(envelope(words("hi"))).status_code == 503
        assert doors.client.get("/readyz").status_code == 503
        counters = doors.client.get("/metrics", headers={"Authorization": "Bearer a-metrics-token"})
        assert (counters.status_code, counters.headers["content-type"].split(";")[0]) == (503, "text/plain")
        assert doors.client.get("/healthz").status_code == 200
    finally:
        cluster.accept_connections(name)
    assert doors.meta_sends(envelope(words("hi"))).status_code == 200


def doors_database(doors: Doors) -> str:
    url = current_settings().database_url or ""
    return url.split("@/")[1].split("?")[0]
