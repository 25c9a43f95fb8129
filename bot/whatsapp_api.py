"""The Cloud API, spoken to from here only."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

import structlog

from bot.failures import Retry, SendFailed, classify
from bot.http_exchange import Address, Connections, NoAnswer, NoRequest, NotReached, Timeouts
from bot.http_form import write_form
from core.errors import Fault
from core.outside import as_integer, as_object, as_objects, as_text, load
from core.settings import Settings

log = structlog.get_logger(__name__)

# Each wait has an end, and the whole call one within 8 s. A lease lasts 10: whoever gives up still owns its message.
TIMEOUTS = Timeouts(connect=2.0, write=1.5, read=4.0, whole=8.0)
# A read receipt that takes longer serves nobody.
SHORT_TIMEOUTS = Timeouts(connect=1.0, write=1.0, read=2.0, whole=8.0)
# Files: never waited for by anybody, and a voice note or photo is far below Meta's 16 MB.
FILE_TIMEOUTS = Timeouts(connect=2.0, write=10.0, read=10.0, whole=20.0)
LARGEST_ANSWER = 1_000_000
LARGEST_FILE = 16 * 1024 * 1024
# Where Meta keeps the files whose addresses it gives.
HOSTS_OF_FILES = (".fbsbx.com", ".fbcdn.net", ".whatsapp.net", ".facebook.com")
MEDIA_ID = re.compile(r"[A-Za-z0-9_-]{1,256}")
STRANGE_CODE = -1
NOT_META = "what answers there is not Meta: check JAMANGO_WHATSAPP_API_URL, the number's id and the way to the internet"


@dataclass(frozen=True, slots=True)
class MediaFile:
    content: bytes
    mime_type: str


class WhatsAppApi:
    """One number's connections to Meta, kept alive and shared by threads."""

    def __init__(self, settings: Settings, connections: Connections | None = None) -> None:
        self._root = f"{settings.whatsapp_api_url}/{settings.whatsapp_api_version}"
        self._business = settings.whatsapp_business_account_id
        self._number = settings.whatsapp_phone_number_id
        self._messages = _address(f"{self._root}/{self._number}/messages")
        self._headers = {
            "Authorization": f"Bearer {settings.whatsapp_access_token.get_secret_value()}",
            "User-Agent": "jamango",
        }
        self._connections = connections or Connections()

    def close(self) -> None:
        self._connections.close()

    def send(self, phone: str | None, user_id: str | None, message: str, opaque: str) -> str:
        """Send the JSON of a message and return Meta's id of it. Raises SendFailed.

        A phone (digits) is preferred, a user id serves when there is none. `opaque` comes back with every status.
        """
        to = {"to": f"+{phone}"} if phone else {"recipient": user_id}
        envelope = {"messaging_product": "whatsapp", "recipient_type": "individual", **to}
        head = json.dumps({**envelope, "biz_opaque_callback_data": opaque})
        answer = self._post(self._messages, f"{head[:-1]}, {message[1:]}".encode())
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
        return self._post(_address(url), json.dumps(template).encode())

    def edit_template(self, template_id: str, components: list[dict[str, Any]]) -> dict[str, Any]:
        """Change an existing template, which is reviewed again. Raises SendFailed."""
        url = f"{self._root}/{template_id}"
        return self._post(_address(url), json.dumps({"components": components}).encode())

    def list_flows(self) -> list[dict[str, Any]]:
        """Every Flow of the account, as Meta describes it. Raises SendFailed."""
        path = f"{self._root}/{self._business}/flows?limit=500&fields=id,name,status,validation_errors"
        return as_objects(self._get(path), "data")

    def create_flow(self, name: str, category: str, source: str) -> dict[str, Any]:
        """Make a Flow with its JSON, as a draft; the answer has its id and `validation_errors`. Raises SendFailed."""
        body = {"name": name, "categories": [category], "flow_json": source}
        return self._post(_address(f"{self._root}/{self._business}/flows"), json.dumps(body).encode())

    def hand_in_flow(self, flow_id: str, source: str) -> dict[str, Any]:
        """Give a draft its JSON anew; the answer has `validation_errors`. Raises SendFailed."""
        fields = {"messaging_product": "whatsapp", "name": "flow.json", "asset_type": "FLOW_JSON"}
        form = write_form(fields, "flow.json", "application/json", source.encode())
        address = _address(f"{self._root}/{flow_id}/assets")
        return _understand(*self._exchange("POST", address, *form, timeouts=FILE_TIMEOUTS))

    def publish_flow(self, flow_id: str) -> None:
        """From now on it can be sent. Raises SendFailed."""
        self._post(_address(f"{self._root}/{flow_id}/publish"), b"{}")

    def fetch_media(self, media_id: str) -> MediaFile:
        """The file that a person sent, by the id in its webhook. Raises SendFailed, NEVER for one that is no file."""
        if not MEDIA_ID.fullmatch(media_id):
            raise SendFailed(Retry.NEVER, "the id of the file is none")
        described = self._get(f"{self._root}/{media_id}")
        address, size = as_text(described, "url", 2000), as_integer(described, "file_size") or 0
        if not _may_have_the_token(address, self._root):
            raise SendFailed(Retry.NEVER, "Meta gave no address for the file")
        if size > LARGEST_FILE:
            raise SendFailed(Retry.NEVER, f"the file has {size} bytes, at most {LARGEST_FILE} are passed on")
        return MediaFile(self._download(address), as_text(described, "mime_type", 100))

    def upload_media(self, content: bytes, mime_type: str, filename: str) -> str:
        """Hand a file in; returns the id that messages may name for 30 days. Raises SendFailed."""
        kind = mime_type.partition(";")[0].strip()
        address = _address(f"{self._root}/{self._number}/media")
        form = write_form({"messaging_product": "whatsapp", "type": kind}, filename, kind, content)
        answer = _understand(*self._exchange("POST", address, *form, timeouts=FILE_TIMEOUTS))
        media_id = as_text(answer, "id", 256)
        if not media_id:
            raise SendFailed(Retry.RETRY, "Meta took the file without an id")
        return media_id

    def _download(self, address: str) -> bytes:
        try:
            where = Address.parse(address)
        except ValueError as error:
            raise SendFailed(Retry.NEVER, "Meta gave no address for the file") from error
        http_status, content = self._exchange("GET", where, timeouts=FILE_TIMEOUTS, largest=LARGEST_FILE)
        if http_status != 200 or not content:
            retry = Retry.RETRY if http_status >= 500 or http_status == 429 else Retry.NEVER
            raise SendFailed(retry, "the file cannot be fetched any more", http_status=http_status)
        return content

    def _get(self, url: str) -> dict[str, Any]:
        return _understand(*self._exchange("GET", _address(url)))

    def _post(self, address: Address, body: bytes, timeouts: Timeouts | None = None) -> dict[str, Any]:
        """Meta's good answer to JSON. Raises SendFailed for everything else, whatever it is."""
        return _understand(*self._exchange("POST", address, "application/json", body, timeouts=timeouts))

    def _exchange(
        self,
        method: str,
        address: Address,
        content_type: str = "",
        body: bytes = b"",
        *,
        timeouts: Timeouts | None = None,
        largest: int = LARGEST_ANSWER,
    ) -> tuple[int, bytes]:
        """HTTP status and body of what came in time. Raises SendFailed when nothing did."""
        headers = {**self._headers, "Content-Type": content_type} if content_type else self._headers
        try:
            return self._connections.exchange(method, address, headers, body, timeouts or TIMEOUTS, largest=largest)
        except NotReached as error:
            raise SendFailed(Retry.BACK_OFF, f"Meta cannot be reached: {error}") from error
        except NoRequest as error:
            raise SendFailed(
                Retry.CIRCUIT, "our own settings make no request: check the token and the address"
            ) from error
        except NoAnswer as error:
            raise SendFailed(Retry.AMBIGUOUS, f"the answer did not come: {error}") from error
        except Exception as error:
            log.exception("call_failed")
            raise SendFailed(Retry.AMBIGUOUS, f"the call failed: {type(error).__name__}") from error


def _address(url: str) -> Address:
    try:
        return Address.parse(url)
    except ValueError as error:
        raise Fault(f"JAMANGO_WHATSAPP_API_URL makes no address ({error}): it is usually not set at all.") from error


def _may_have_the_token(address: str, root: str) -> bool:
    """Our token goes along: over a line as closed as Meta's own, to the host that we ask anyway or to Meta's files."""
    try:
        asked, known = Address.parse(address), Address.parse(root)
    except ValueError:
        return False
    is_same = (asked.host, asked.port) == (known.host, known.port)
    return asked.scheme == known.scheme and (is_same or asked.host.endswith(HOSTS_OF_FILES))


def _understand(http_status: int, content: bytes) -> dict[str, Any]:
    """The JSON object of a good answer. Raises SendFailed for every other, also HTML and nothing at all."""
    answer = load(content)
    error = as_object(answer, "error")
    if 200 <= http_status < 300 and not error:
        if content.lstrip()[:1] == b"<":
            raise SendFailed(Retry.CIRCUIT, NOT_META, http_status=http_status, unsure=True)
        return answer
    code = as_integer(error, "code")
    detail = as_text(as_object(error, "error_data"), "details", 300) or as_text(error, "message", 300)
    # A code that we cannot read is Meta's all the same.
    named = code if code is not None or error.get("code") is None else STRANGE_CODE
    retry = classify(named, as_integer(error, "error_subcode"), http_status)
    unnamed = NOT_META if retry is Retry.CIRCUIT and code is None else f"HTTP {http_status}, no reason given"
    raise SendFailed(retry, detail or unnamed, code=code, http_status=http_status)
