"""What people see when something is refused or broken: what happened, what was kept, what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import structlog
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from core.db import is_trouble_of_the_database
from core.errors import Refusal
from pages.areas import Area, area_at
from pages.door import STALE_FORM
from pages.nearest import page_above
from pages.security_headers import headers_of_answers
from pages.visit import Visit
from pages.wording import say_refusal

log = structlog.get_logger(__name__)

TEMPLATE = "shared/message.html"
SIGNED_OUT = "signed-out"
# Of the till: a device that is not ours or not any more, and a keeper whose hours are over.
NO_DEVICE, REVOKED, SESSION_ENDED = "device-unknown", "device-revoked", "session-ended"
OF_THEIR_OWN = {STALE_FORM, SIGNED_OUT, NO_DEVICE, REVOKED, SESSION_ENDED}
ELSEWHERE = 303  # raised by who sends a visitor to another page before any handler runs
ONLY_BY_FORM = 405  # an address of a form that is opened as a page: typed, reloaded, kept among the bookmarks
NOT_ALLOWED = "not-allowed"  # the refusal of whoever lacks the right (`core.staff.rules`)
# Status → the sentences that say it; every other one below 500 is "unclear", every other one above is "broken".
KINDS = {
    403: "forbidden",
    404: "not-found",
    405: "not-found",
    408: "slow",
    409: "refused",
    413: "too-large",
    429: "too-many",
    503: "away",
}


class ErrorPages:
    """Answers for what goes wrong, in the frame of the door where it did.

    `areas` are paths with their door, the first that fits counts; under `for_machines` an answer is a status in words.
    """

    def __init__(
        self, areas: Sequence[tuple[str, Area]], *, for_machines: tuple[str, ...], strict_transport: bool
    ) -> None:
        self.areas = areas
        self.for_machines = for_machines
        self.strict_transport = strict_transport

    def install(self, app: FastAPI) -> None:
        """Answer every exception that a handler of the application lets out."""
        app.add_exception_handler(HTTPException, self.say_status)
        app.add_exception_handler(Refusal, self.say_refused)
        app.add_exception_handler(RequestValidationError, self.say_malformed)
        app.add_exception_handler(Exception, self.say_broken)
        for away in (DBAPIError, PoolTimeout):
            app.add_exception_handler(away, self.say_away)

    async def say_status(self, request: Request, error: Exception) -> Response:
        """A page for a status that is not 200."""
        assert isinstance(error, HTTPException)
        if request.url.path.startswith(self.for_machines):
            return PlainTextResponse(error.detail, status_code=error.status_code, headers=error.headers)
        visit = self._visit(request)
        if error.status_code == ELSEWHERE:
            return visit.redirect((error.headers or {}).get("Location", visit.area.home))
        if error.status_code == ONLY_BY_FORM and request.method == "GET":
            return visit.redirect(page_above(request, visit.area.home))
        kind = error.detail if error.detail in OF_THEIR_OWN else _kind_of(error.status_code)
        title, sentence = (visit.t(f"problem-{kind}-{part}") for part in ("title", "text"))
        if wants_json(request):
            reason = NOT_ALLOWED if kind == KINDS[403] else kind
            return say_in_json(error.status_code, reason, sentence, error.headers)
        return render_problem(visit, error.status_code, title, sentence, error.headers)

    async def say_refused(self, request: Request, error: Exception) -> Response:
        """The shop's rules decline, and no form is there to say it: its sentence is a page of its own."""
        assert isinstance(error, Refusal)
        visit = self._visit(request)
        status_code = 403 if error.code == NOT_ALLOWED else 409
        if wants_json(request):
            return say_in_json(status_code, error.code, say_refusal(visit.language, error))
        return render_problem(visit, status_code, visit.t("problem-refused-title"), say_refusal(visit.language, error))

    async def say_away(self, request: Request, error: Exception) -> Response:
        """The database could not do its work just now; whatever else is wrong with it is a fault."""
        if not is_trouble_of_the_database(error):
            raise error
        route = getattr(request.scope.get("route"), "path", "")  # never the path itself: it may carry a token
        log.error("database_away", route=route, error=type(error).__name__)
        return await self.say_status(request, HTTPException(503, headers={"Retry-After": "5"}))

    async def say_malformed(self, request: Request, error: Exception) -> Response:
        """Without what was sent: it may be a secret, and not everything that comes in can be written as JSON.

        An address that can name nothing, such as a word where a number stands, is a page that is not there.
        """
        assert isinstance(error, RequestValidationError)
        is_address = all(wrong["loc"][:1] == ("path",) for wrong in error.errors())
        return await self.say_status(request, HTTPException(404 if is_address else 422))

    async def say_broken(self, request: Request, error: Exception) -> Response:
        """Our fault. Starlette answers it outside all middleware, so the headers are put on here; uvicorn logs it."""
        del error
        answer = await self.say_status(request, HTTPException(500))
        answer.headers.update(headers_of_answers(strict_transport=self.strict_transport))
        return answer

    def _visit(self, request: Request) -> Visit:
        begun = getattr(request.state, "visit", None)
        if isinstance(begun, Visit):
            return begun
        return Visit(request, area_at(request.url.path, self.areas))


def wants_json(request: Request) -> bool:
    """Whether a program of a page asks, which shows the sentence itself."""
    return request.headers.get("accept", "").startswith("application/json")


def say_in_json(status_code: int, reason: str, sentence: str, headers: Mapping[str, str] | None = None) -> Response:
    """{"reason": what happened as a code, "sentence": the same for people}."""
    words = {"reason": reason, "sentence": sentence}
    return JSONResponse(words, status_code, headers={"Cache-Control": "no-store", **(headers or {})})


def render_problem(
    visit: Visit, status_code: int, title: str, text: str, headers: Mapping[str, str] | None = None
) -> Response:
    """The page, or for htmx the notice alone, which the page that asked shows at its top."""
    is_part = "hx-request" in visit.request.headers
    answer = visit.page(TEMPLATE, status_code, blocks=("notice",) if is_part else (), title=title, text=text)
    answer.headers.update(headers or {})
    return answer


def _kind_of(status_code: int) -> str:
    return KINDS.get(status_code, "broken" if status_code >= 500 else "unclear")
