"""Built files and the two addresses that browsers and robots ask for unbidden."""

from fastapi import APIRouter, HTTPException
from fastapi.responses import FileResponse, PlainTextResponse
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from pages.templates import BUILT, asset

router = APIRouter()

FOR_EVER = "public, max-age=31536000, immutable"
A_DAY = "public, max-age=86400"
ASK_EACH_TIME = "no-cache"
IN_ONE_PIECE = 1_000_000  # bytes; of what is compressed in several the length is not known when it begins
# Doors of people and machines that have nothing for a search engine; the front page has.
PRIVATE = ("/admin", "/stall", "/login", "/cart", "/checkout", "/o/", "/r/", "/pay/", "/webhooks/", "/dev/", "/metrics")
ROBOTS = "\n".join(["User-agent: *", *(f"Disallow: {path}" for path in PRIVATE), ""])


class Assets(StaticFiles):
    """The built files. An address with the hash of exactly this content is kept for ever, any other asked about."""

    def __init__(self) -> None:
        BUILT.mkdir(parents=True, exist_ok=True)
        super().__init__(directory=BUILT)

    async def get_response(self, path: str, scope: Scope) -> Response:
        answer = await super().get_response(path, scope)
        if isinstance(answer, FileResponse):
            answer.chunk_size = IN_ONE_PIECE
        asked = f"/static/{path}?{scope['query_string'].decode('latin-1')}"
        # Not for any hash: a page of the next version may ask this one for a file that it does not have yet.
        answer.headers["Cache-Control"] = FOR_EVER if asked == asset(path) else ASK_EACH_TIME
        return answer


@router.get("/robots.txt")
def robots() -> PlainTextResponse:
    """What search engines may look at: the front page."""
    return PlainTextResponse(ROBOTS, headers={"Cache-Control": A_DAY})


@router.get("/favicon.ico")
def favicon() -> FileResponse:
    """The shop's mark, for who does not read the page's head. 404 when nothing is built."""
    path = BUILT / "favicon.ico"
    if not path.exists():
        raise HTTPException(404)
    return FileResponse(path, media_type="image/x-icon", headers={"Cache-Control": A_DAY})
