"""What each answer of Meta makes of a send."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from pydantic import SecretStr

from bot.failures import Retry, SendFailed
from bot.http_exchange import NoAnswer, NoRequest, NotReached
from bot.messages import Text
from bot.whatsapp_api import TIMEOUTS, WhatsAppApi
from core.errors import Fault
from core.outbox.leases import LEASE_SECONDS
from core.settings import Settings
from tests.support.odd_meta import OddMeta, dripping
from tests.support.scripted import ScriptedConnections

PATH = "/v24.0/100/messages"
MESSAGE = json.dumps(Text("hello 🥭").to_graph(), ensure_ascii=False)
ACCEPTED = {"messaging_product": "whatsapp", "contacts": [{"input": "x"}], "messages": [{"id": "wamid.1"}]}


SETTINGS = {
    "whatsapp_api_url": "https://graph.example",
    "whatsapp_phone_number_id": "100",
    "whatsapp_business_account_id": "200",
    "whatsapp_access_token": "a-made-up-token",
}


def _typed(name: str, value: str) -> str | SecretStr:
    return SecretStr(value) if name.endswith("_token") else value


@contextmanager
def calling(meta: ScriptedConnections | None = None, /, **changes: str) -> Iterator[WhatsAppApi]:
    """With `changes` as they are, also what the settings would refuse."""
    api = WhatsAppApi(
        Settings(**SETTINGS, _env_file=None).model_copy(update={name: _typed(name, changes[name]) for name in changes}),
        meta,
    )
    try:
        yield api
    finally:
        api.close()


@pytest.fixture
def meta() -> ScriptedConnections:
    return ScriptedConnections()


@pytest.fixture
def api(meta: ScriptedConnections) -> Iterator[WhatsAppApi]:
    with calling(meta) as api:
        yield api


def refusal(code: int, **more: object) -> dict[str, object]:
    return {"error": {"message": f"(#{code}) title", "type": "OAuthException", "code": code, **more}}


def test_a_message_goes_to_the_number_with_our_mark(api: WhatsAppApi, meta: ScriptedConnections) -> None:
    meta.answers(200, json=ACCEPTED)
    assert api.send("910000000102", "IN.1", MESSAGE, "7.1") == "wamid.1"
    (asked,) = meta.asked
    assert (asked.method, asked.address.named, asked.address.path) == ("POST", "graph.example", PATH)
    assert asked.headers["Authorization"] == "Bearer a-made-up-token"
    assert asked.json == {
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        "to": "+910000000102",
        "biz_opaque_callback_data": "7.1",
        "type": "text",
        "text": {"body": "hello 🥭", "preview_url": False},
    }


def test_without_a_number_it_goes_to_the_user_id(api: WhatsAppApi, meta: ScriptedConnections) -> None:
    meta.answers(200, json=ACCEPTED)
    api.send(None, "IN.1", MESSAGE, "7.1")
    sent = meta.asked[-1].json
    assert "to" not in sent
    assert sent["recipient"] == "IN.1"


@pytest.mark.parametrize(
    ("status", "code", "retry"),
    [
        (401, 190, Retry.CIRCUIT),
        (401, 0, Retry.CIRCUIT),
        (403, 10, Retry.CIRCUIT),
        (403, 200, Retry.CIRCUIT),
        (403, 299, Retry.CIRCUIT),
        (403, 368, Retry.CIRCUIT),
        (403, 131031, Retry.CIRCUIT),
        (400, 131042, Retry.CIRCUIT),
        (400, 1, Retry.RETRY),
        (503, 2, Retry.RETRY),
        (500, 131000, Retry.RETRY),
        (500, 131016, Retry.RETRY),
        (400, 4, Retry.BACK_OFF),
        (400, 80007, Retry.BACK_OFF),
        (400, 130429, Retry.BACK_OFF),
        (429, 4, Retry.BACK_OFF),
        (400, 131056, Retry.PAIR_RATE),
        (400, 131047, Retry.WINDOW_CLOSED),
        (404, 132001, Retry.TEMPLATE),
        (400, 132015, Retry.TEMPLATE),
        (400, 132016, Retry.TEMPLATE),
        (400, 100, Retry.NEVER),
        (400, 131008, Retry.NEVER),
        (400, 131009, Retry.NEVER),
        (400, 131026, Retry.NEVER),
        (400, 131030, Retry.NEVER),
        (400, 131049, Retry.NEVER),
        (400, 131050, Retry.NEVER),
        (403, 130497, Retry.NEVER),
        (400, 999999, Retry.NEVER),
        (500, 999999, Retry.RETRY),
        (429, 999999, Retry.BACK_OFF),
        (401, 999999, Retry.CIRCUIT),
        (400, 12, Retry.CIRCUIT),
        (400, 102, Retry.CIRCUIT),
        (400, 104, Retry.CIRCUIT),
        (400, 803, Retry.CIRCUIT),
        (400, 2500, Retry.CIRCUIT),
        (400, 613, Retry.BACK_OFF),
    ],
)
def test_a_code_decides_what_follows(
    api: WhatsAppApi, meta: ScriptedConnections, status: int, code: int, retry: Retry
) -> None:
    meta.answers(status, json=refusal(code, error_data={"details": "because"}))
    with pytest.raises(SendFailed) as failed:
        api.send("910000000102", None, MESSAGE, "7.1")
    assert (failed.value.retry, failed.value.code, failed.value.http_status) == (retry, code, status)
    assert failed.value.detail == "because"


@pytest.mark.parametrize(
    ("status", "content", "retry"),
    [
        (502, b"<html>Bad gateway</html>", Retry.AMBIGUOUS),
        (503, b"", Retry.AMBIGUOUS),
        (599, b"", Retry.AMBIGUOUS),
        (429, b"slow down", Retry.BACK_OFF),
        (401, b"", Retry.CIRCUIT),
        (403, b"<html>no</html>", Retry.CIRCUIT),
        (404, b"<html>where</html>", Retry.CIRCUIT),
        (404, b'{"detail": "Not Found"}', Retry.CIRCUIT),
        (400, b"", Retry.CIRCUIT),
        (405, b"", Retry.CIRCUIT),
        (407, b"", Retry.CIRCUIT),
        (410, b"", Retry.CIRCUIT),
        (413, b"", Retry.CIRCUIT),
        (408, b"", Retry.BACK_OFF),
        (425, b"", Retry.BACK_OFF),
        (400, b'{"error": {"message": "Invalid OAuth access token.", "type": "OAuthException"}}', Retry.CIRCUIT),
        (400, b'{"error": {"code": 100, "error_subcode": 33}}', Retry.CIRCUIT),
        (400, b'{"error": {"code": 100, "error_subcode": "33"}}', Retry.CIRCUIT),
        (400, b'{"error": {"code": 100, "error_subcode": 2494010}}', Retry.NEVER),
        (400, b'{"error": {"code": 99999999999}}', Retry.NEVER),
        (200, b'{"error": {"code": 190}}', Retry.CIRCUIT),
        (200, b'{"error": {"message": "?"}}', Retry.AMBIGUOUS),
        (200, b"", Retry.AMBIGUOUS),
        (200, b"<html>hello</html>", Retry.CIRCUIT),
        (200, b"{}", Retry.AMBIGUOUS),
        (200, b'{"messages": []}', Retry.AMBIGUOUS),
        (200, b'{"messages": [{}]}', Retry.AMBIGUOUS),
        (200, b'{"messages": "wamid"}', Retry.AMBIGUOUS),
        (200, b"[" * 100_000, Retry.AMBIGUOUS),
        (200, b"\xff\xfe", Retry.AMBIGUOUS),
        (500, b'{"error": "no object"}', Retry.AMBIGUOUS),
        (400, b'{"error": {"code": "131047"}}', Retry.WINDOW_CLOSED),
        (301, b"", Retry.CIRCUIT),
        (302, b"", Retry.CIRCUIT),
        (307, b"<html>moved</html>", Retry.CIRCUIT),
    ],
)
def test_an_answer_of_another_shape_is_understood_too(
    api: WhatsAppApi, meta: ScriptedConnections, status: int, content: bytes, retry: Retry
) -> None:
    meta.answers(status, content)
    with pytest.raises(SendFailed) as failed:
        api.send("910000000102", None, MESSAGE, "7.1")
    assert failed.value.retry is retry
    may_have_arrived = status >= 500 or (status == 200 and b"190" not in content)
    assert failed.value.unsure == may_have_arrived


@pytest.mark.parametrize(
    ("error", "retry"),
    [
        (NotReached("refused"), Retry.BACK_OFF),
        (NoRequest("no token"), Retry.CIRCUIT),
        (NoAnswer("reset"), Retry.AMBIGUOUS),
        (KeyError("a fault of a library"), Retry.AMBIGUOUS),
    ],
)
def test_a_lost_connection_is_unsure_only_if_something_was_sent(
    api: WhatsAppApi, meta: ScriptedConnections, error: Exception, retry: Retry
) -> None:
    meta.fails(error)
    with pytest.raises(SendFailed) as failed:
        api.send("910000000102", None, MESSAGE, "7.1")
    assert failed.value.retry is retry


def test_a_read_receipt_is_a_courtesy(api: WhatsAppApi, meta: ScriptedConnections) -> None:
    meta.answers(200, json={"success": True})
    assert api.mark_read("wamid.1", typing=True)
    assert meta.asked[-1].json["typing_indicator"] == {"type": "text"}
    assert api.mark_read("wamid.1", typing=False)
    assert "typing_indicator" not in meta.asked[-1].json
    meta.fails(NoAnswer("slow"))
    assert not api.mark_read("wamid.1", typing=True)
    meta.answers(400, json=refusal(131009))
    assert not api.mark_read("wamid.1", typing=True)


def test_who_answers_without_our_number_is_not_meta(api: WhatsAppApi, meta: ScriptedConnections) -> None:
    meta.answers(200, json={"id": "100"})
    api.probe()
    for content in (b"<html>hello</html>", b"{}"):
        meta.answers(200, content)
        with pytest.raises(SendFailed) as failed:
            api.probe()
        assert failed.value.retry is Retry.CIRCUIT


@pytest.mark.parametrize(
    "wrong",
    [
        {"whatsapp_api_url": "htps://graph.example"},
        {"whatsapp_api_url": "graph.example"},
        {"whatsapp_api_url": "https://graph..example"},
        {"whatsapp_api_url": ""},
        {"whatsapp_access_token": "a token\nof two lines"},
        {"whatsapp_access_token": "a-made-up-token\u200b"},
    ],
)
def test_settings_that_make_no_request_stop_the_line(wrong: dict[str, str]) -> None:
    with calling(**wrong) as api, pytest.raises(SendFailed) as failed:
        api.send("910000000102", None, MESSAGE, "7.1")
    assert failed.value.retry in {Retry.CIRCUIT, Retry.BACK_OFF}
    assert not failed.value.unsure


def test_an_address_that_cannot_be_read_is_a_sentence() -> None:
    with (
        pytest.raises(Fault, match="JAMANGO_WHATSAPP_API_URL"),
        calling(whatsapp_api_url="https://graph.example:none"),
    ):
        pass


def test_a_call_ends_before_its_lease_does() -> None:
    assert TIMEOUTS.connect + TIMEOUTS.write + TIMEOUTS.read < TIMEOUTS.whole < LEASE_SECONDS


@pytest.mark.parametrize("part", ["head", "body"])
def test_an_answer_that_drips_is_given_up_before_the_lease_ends(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each piece comes within the timeout of a read; all together would take a minute, and be a good answer."""
    for name in ("TIMEOUTS", "SHORT_TIMEOUTS"):
        monkeypatch.setattr(f"bot.whatsapp_api.{name}", replace(TIMEOUTS, whole=0.2))
    with dripping(part) as address, calling(whatsapp_api_url=address) as api:
        with pytest.raises(SendFailed) as failed:
            api.send("910000000102", None, MESSAGE, "7.1")
        assert not api.mark_read("wamid.1", typing=False)
    assert failed.value.retry is Retry.AMBIGUOUS


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_an_answer_that_cannot_be_decoded_is_unsure(encoding: str) -> None:
    odd = OddMeta(200, b"no such thing", {"Content-Encoding": encoding})
    with calling(whatsapp_api_url=odd.address) as api:
        with pytest.raises(SendFailed) as failed:
            api.send("910000000102", None, MESSAGE, "7.1")
        assert not api.mark_read("wamid.1", typing=False)
    odd.close()
    assert failed.value.retry is Retry.AMBIGUOUS


@pytest.mark.parametrize("code", [99_999_999_999, "9" * 18, -(2**31) - 1])
def test_a_code_that_fits_no_column_is_no_code(api: WhatsAppApi, meta: ScriptedConnections, code: object) -> None:
    meta.answers(400, json={"error": {"code": code, "message": "odd"}})
    with pytest.raises(SendFailed) as failed:
        api.send("910000000102", None, MESSAGE, "7.1")
    assert (failed.value.code, failed.value.retry) == (None, Retry.NEVER)
