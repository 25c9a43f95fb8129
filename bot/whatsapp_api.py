"""The Cloud API, spoken to from here only."""

from __future__ import annotations

import json
from typing import Any

import httpcore
import httpx
import structlog

from bot.deadlines import TimelyBackend, ends_within
from bot.failures import Retry, SendFailed, classify
from bot.reading import as_integer, as_object, as_objects, as_text, load
from core.errors import Fault
from core.settings import Settings

log = structlog.get_logger(__name__)

# Each wait has an end, and the whole call one within 8 s. A lease lasts 10: whoever gives up still owns its message.
TIMEOUTS = {"connect": 2.0, "pool": 0.4, "write": 1.5, "read": 4.0}
SLOWEST_CALL_SECONDS = 8.0
LARGEST_ANSWER = 1_000_000
LARGEST_CODE = 2**31 - 1
NOT_META = "what answers there is not Meta: check JAMANGO_WHATSAPP_API_URL, the number's id and the way to the internet"
SHORT_TIMEOUTS = {"connect": 1.0, "pool": 0.4, "write": 1.0, "read": 2.0}


class TimelyTransport(httpx.HTTPTransport):
    """httpx's transport that keeps `ends_within`; it has no public place for a way to the network of one's own."""

    def __init__(self, *, most: int, most_idle: int, idle_seconds: float) -> None:
        super().__init__()
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(),
            max_connections=most,
            max_keepalive_connections=most_idle,
            keepalive_expiry=idle_seconds,
            network_backend=TimelyBackend(),
        )


class WhatsAppApi:
    """One number's connection to Meta, kept alive and shared by threads.

    It uses httpx's transport without its client, which spends a third of the CPU of a whole reply on URLs, cookies
    and redirects that a single known address does not need.
    """

    def __init__(self, settings: Settings) -> None:
        self._root = f"{settings.whatsapp_api_url}/{settings.whatsapp_api_version}"
        self._business = settings.whatsapp_business_account_id
        self._number = settings.whatsapp_phone_number_id
        self._messages = _address(f"{self._root}/{self._number}/messages")
        self._headers = {
            "Host": self._messages.netloc.decode(),
            "Authorization": f"Bearer {settings.whatsapp_access_token.get_secret_value()}",
            "Content-Type": "application/json",
            "User-Agent": "jamango",
        }
        self._transport = TimelyTransport(most=32, most_idle=16, idle_seconds=30)

    def close(self) -> None:
        self._transport.close()

    def send(self, phone: str | None, user_id: str | None, message: str, opaque: str) -> str:
        """Send the JSON of a message and return Meta's id of it. Raises SendFailed.

        A phone (digits) is preferred, a user id serves when there is none. `opaque` comes back with every status.
        """
        to = {"to": f"+{phone}"} if phone else {"recipient": user_id}
        envelope = {"messaging_product": "whatsapp", "recipient_type": "individual", **to}
        head = json.dumps({**envelope, "biz_opaque_callback_data": opaque})
        answer = self._post(self._messages, f"{head[:-1]}, {message[1:]}".encode(), TIMEOUTS)
        accepted = as_objects(answer, "messages")
        message_id = as_text(accepted[0], "id", 512) if accepted else ""
        if not message_id:
            raise SendFailed(Retry.AMBIGUOUS, "Meta answered 200 without a message id", http_status=200)
        return message_id

    def mark_read(self, message_id: str, *, typing: bool) -> bool:
        """Show the blue ticks and, if told so, that we are typing. A courtesy: False when it fails."""
        receipt: dict[str, Any] = {"messaging_product": "whatsapp", "status": "read", "message_id": message_id}
        if typing:
            receipt["typing_indicator"] = {"type": "text"}
        body = json.dumps(receipt).encode()
        try:
            return self._post(self._messages, body, SHORT_TIMEOUTS).get("success") is True
        except SendFailed:
            return False

    def probe(self) -> None:
        """Ask for our own number, which costs nothing, to learn whether Meta answers us. Raises SendFailed."""
        answer = self._get(f"{self._root}/{self._number}?fields=id,display_phone_number")
        if not answer.get("id"):
            raise SendFailed(Retry.CIRCUIT, NOT_META, http_status=200)

    def list_templates(self) -> list[dict[str, Any]]:
        """Every template of the account, as Meta describes it. Raises SendFailed."""
        found: list[dict[str, Any]] = []
        root = f"{self._root}/{self._business}/message_templates?limit=100&fields=name,language,status,category,id"
        after = ""
        for _page in range(100):
            answer = self._get(f"{root},rejected_reason,components{after}")
            found += as_objects(answer, "data")
            paging = as_object(answer, "paging")
            cursor = as_text(as_object(paging, "cursors"), "after", 1000)
            if not cursor or not paging.get("next"):
                break
            after = f"&after={cursor}"
        return found

    def create_template(self, template: dict[str, Any]) -> dict[str, Any]:
        """Hand in a template for review; Meta's answer has its id and status. Raises SendFailed."""
        url = f"{self._root}/{self._business}/message_templates"
        return self._post(url, json.dumps(template).encode(), TIMEOUTS)

    def edit_template(self, template_id: str, components: list[dict[str, Any]]) -> dict[str, Any]:
        """Change an existing template, which is reviewed again. Raises SendFailed."""
        url = f"{self._root}/{template_id}"
        return self._post(url, json.dumps({"components": components}).encode(), TIMEOUTS)

    def _get(self, address: str) -> dict[str, Any]:
        return self._call("GET", address, b"", TIMEOUTS)

    def _post(self, address: httpx.URL | str, body: bytes, timeouts: dict[str, float]) -> dict[str, Any]:
        return self._call("POST", address, body, timeouts)

    def _call(self, method: str, address: httpx.URL | str, body: bytes, timeouts: dict[str, float]) -> dict[str, Any]:
        """Meta's good answer. Raises SendFailed for everything else, whatever it is, in less than 8 s."""
        try:
            request = httpx.Request(
                method, address, headers=self._headers, content=body or None, extensions={"timeout": timeouts}
            )
            with ends_within(SLOWEST_CALL_SECONDS):
                response = self._transport.handle_request(request)
                try:
                    content = _read(response)
                finally:
                    response.close()
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as error:
            raise SendFailed(Retry.BACK_OFF, f"Meta cannot be reached: {type(error).__name__}") from error
        except (httpx.LocalProtocolError, httpx.UnsupportedProtocol, httpx.InvalidURL, UnicodeError) as error:
            raise SendFailed(
                Retry.CIRCUIT, "our own settings make no request: check the token and the address"
            ) from error
        except httpx.RequestError as error:
            raise SendFailed(Retry.AMBIGUOUS, f"the answer did not come: {type(error).__name__}") from error
        except Exception as error:
            log.exception("call_failed")
            raise SendFailed(Retry.AMBIGUOUS, f"the call failed: {type(error).__name__}") from error
        return _understand(response.status_code, content)


def _address(url: str) -> httpx.URL:
    try:
        return httpx.URL(url)
    except httpx.InvalidURL as error:
        raise Fault(f"JAMANGO_WHATSAPP_API_URL makes no address ({error}): it is usually not set at all.") from error


def _read(response: httpx.Response) -> bytes:
    """The body, no more of it than Meta has to say."""
    content = b""
    for chunk in response.iter_bytes():
        content += chunk
        if len(content) > LARGEST_ANSWER:
            raise httpx.ReadTimeout("the answer is too long")
    return content


def _understand(http_status: int, content: bytes) -> dict[str, Any]:
    """The JSON object of a good answer. Raises SendFailed for every other, also HTML and nothing at all."""
    answer = load(content)
    error = as_object(answer, "error")
    if 200 <= http_status < 300 and not error:
        if content.lstrip()[:1] == b"<":
            raise SendFailed(Retry.CIRCUIT, NOT_META, http_status=http_status, unsure=True)
        return answer
    code = as_integer(error, "code")
    code = code if code is None else min(max(code, -1), LARGEST_CODE)
    detail = as_text(as_object(error, "error_data"), "details", 300) or as_text(error, "message", 300)
    retry = classify(code, as_integer(error, "error_subcode"), http_status)
    unnamed = NOT_META if retry is Retry.CIRCUIT and code is None else f"HTTP {http_status}, no reason given"
    raise SendFailed(retry, detail or unnamed, code=code, http_status=http_status)
