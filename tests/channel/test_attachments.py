"""Customers' files: fetched from Meta, made harmless, shown to whoever has a link, and forgotten in time."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import text

from bot.attachments import fetch_next_attachment
from bot.failures import Retry, SendFailed
from core.clock import read_now
from core.db import transaction
from core.media.attachments import forget_attachments, want_attachment
from core.media.links import attachment_path
from core.media.rules import MOST_A_DAY, TRIES
from tests.rules.test_media import SECRET, photo
from tests.support.clusters import current_settings
from tests.support.desk import CUSTOMER, Desk


def send(desk: Desk, kind: str, content: bytes, **more: str) -> int:
    """A customer sends a file, which is wanted as when the message is handled; returns the row's id."""
    if not desk.chats:
        desk.meet()
    sent = {"type": kind, "data": base64.b64encode(content).decode(), **more}
    desk.outside.post(f"/sim/phones/{CUSTOMER}/send", json=sent).raise_for_status()
    desk.settle()
    told = desk.outside.get(f"/sim/phones/{CUSTOMER}/messages").json()[-1]["payload"][kind]
    return want(desk, told["id"], kind, told.get("filename", ""))


def want(desk: Desk, media_id: str, kind: str = "image", filename: str = "") -> int:
    with transaction() as session:
        want_attachment(session, desk.chats[CUSTOMER], message_id="wamid.1", media_id=media_id, kind=kind,
                        mime_type="text/html", filename=filename, now=read_now(session))  # fmt: skip
        return int(session.execute(text("SELECT max(id) FROM attachments")).scalar_one())


def fetch(desk: Desk, api: Any = None) -> None:
    with transaction() as session:
        session.execute(text("UPDATE attachments SET next_attempt_at = jamango_now() WHERE status = 'wanted'"))
    assert fetch_next_attachment(api or desk.sender.api)


def state(attachment_id: int) -> str:
    with transaction() as session:
        query = text("SELECT status FROM attachments WHERE id = :id")
        return str(session.execute(query, {"id": attachment_id}).scalar_one())


def link(desk: Desk, attachment_id: int) -> str:
    with transaction() as session:
        return attachment_path(attachment_id, read_now(session), desk.settings.secret_key.get_secret_value())


def grow_old(attachment_id: int) -> int:
    """As if it had been kept for ninety-one days; returns how many files were forgotten then."""
    older = text("UPDATE attachments SET kept_at = kept_at - interval '91 days' WHERE id = :id")
    with transaction() as session:
        session.execute(older, {"id": attachment_id})
        return forget_attachments(session, read_now(session), limit=10)


def get(desk: Desk, attachment_id: int) -> httpx.Response:
    return desk.shop.get(link(desk, attachment_id))


@pytest.mark.parametrize("store", ["database", "folder"])
def test_a_photo_is_shown_without_what_it_tells_and_forgotten_in_time(
    desk: Desk, store: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("JAMANGO_MEDIA_STORE", store)
    monkeypatch.setenv("JAMANGO_DATA_DIR", str(tmp_path))
    current_settings()
    first = send(desk, "image", photo())
    again = send(desk, "image", photo())
    for _ in range(2):
        fetch(desk)
    shown = get(desk, first)
    assert (shown.status_code, shown.headers["content-type"]) == (200, "image/jpeg")
    assert SECRET.encode() not in shown.content
    assert get(desk, again).content == shown.content
    assert grow_old(first) == 1
    assert (get(desk, first).status_code, get(desk, again).status_code) == (404, 200)
    assert grow_old(again) == 1
    with transaction() as session:
        assert session.execute(text("SELECT count(*) FROM media_files")).scalar_one() == 0
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_voice_note_is_played_and_a_page_that_calls_itself_a_document_is_only_saved(desk: Desk) -> None:
    voice = send(desk, "audio", b"OggS" + b"\0" * 40)
    page = send(desk, "document", b"<html><script>steal()</script>", filename='../bill".html')
    for _ in range(2):
        fetch(desk)
    heard = get(desk, voice)
    assert (heard.headers["content-type"], heard.headers["content-disposition"]) == ("audio/ogg", "inline")
    saved = get(desk, page)
    assert saved.headers["content-type"] == "application/octet-stream"
    assert saved.headers["content-disposition"] == "attachment; filename*=UTF-8''..%2Fbill%22.html"
    for answer in (heard, saved):
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "sandbox" in answer.headers["content-security-policy"]
        assert "private" in answer.headers["cache-control"]


def test_only_a_link_that_is_good_opens_a_file(desk: Desk) -> None:
    kept, other = send(desk, "image", photo()), send(desk, "image", photo(size=(90, 60)))
    for _ in range(2):
        fetch(desk)
    path = link(desk, kept)
    assert desk.shop.get(path).status_code == 200
    for wrong in (
        f"/files/{kept}",
        path.replace(f"/{kept}?", f"/{other}?"),
        path[:-1] + "0é",
        path.replace("until=", "until=9"),
    ):
        assert desk.shop.get(wrong).status_code == 404, wrong
    desk.advance(minutes=61)
    assert desk.shop.get(path).status_code == 404


def test_what_is_no_picture_or_one_too_many_is_refused_and_asked_for_no_more(desk: Desk) -> None:
    fake = send(desk, "image", b"<svg><script>1</script></svg>")
    fetch(desk)
    assert state(fake) == "refused"
    flood = [want(desk, str(number)) for number in range(MOST_A_DAY)]
    assert [state(each) for each in flood[-2:]] == ["wanted", "refused"]


class Meta:
    """A connection to Meta that fails in one way."""

    def __init__(self, retry: Retry) -> None:
        self.retry = retry

    def fetch_media(self, media_id: str) -> Any:
        raise SendFailed(self.retry, f"no {media_id} today")


@pytest.mark.parametrize(
    ("retry", "times", "becomes"),
    [
        (Retry.NEVER, 1, "lost"),
        (Retry.RETRY, TRIES - 1, "wanted"),
        (Retry.RETRY, TRIES, "lost"),
        (Retry.BACK_OFF, TRIES + 2, "wanted"),
        (Retry.CIRCUIT, TRIES + 2, "wanted"),
    ],
)
def test_what_meta_does_not_hand_over_is_asked_for_again(desk: Desk, retry: Retry, times: int, becomes: str) -> None:
    desk.meet()
    wanted = want(desk, "123")
    for _ in range(times):
        fetch(desk, Meta(retry))
    assert state(wanted) == becomes
    assert not fetch_next_attachment(desk.sender.api), "nothing is due before its time"


def test_an_address_that_has_gone_cold_and_a_file_of_last_week(desk: Desk) -> None:
    """Meta's address lives five minutes, its file seven days: we ask for a fresh address each time."""
    wanted = send(desk, "image", photo())
    desk.advance(minutes=6)
    fetch(desk)
    assert state(wanted) == "kept"
    late = send(desk, "image", photo(size=(60, 40)))
    desk.advance(days=8)
    fetch(desk)
    assert state(late) == "lost"


def test_a_message_that_comes_twice_wants_its_file_once(desk: Desk) -> None:
    desk.meet()
    assert want(desk, "77") == want(desk, "77")
