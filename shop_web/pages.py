"""Turning a template into a page: autoescape always on, text from the wording catalogues, addresses of built files."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from core.settings import get_settings
from core.wording import FIRST_LANGUAGE, say, whole_languages

ROOT = Path(__file__).parent.parent
TEMPLATES = ROOT / "templates"
BUILT = ROOT / "static" / "dist"


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The one Jinja environment. Everything is escaped, whatever a template is called."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals["asset"] = asset
    return made


def asset(name: str) -> str:
    """The address of a built file, with its content's hash where the build made one."""
    return f"/static/{_manifest().get(name, name)}"


@lru_cache(maxsize=1)
def _manifest() -> dict[str, str]:
    path = BUILT / "manifest.json"
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}


def render(request: Request, template: str, status_code: int = 200, **values: Any) -> HTMLResponse:
    """A page in the visitor's language. `values` are what the template's head comment names."""
    settings = get_settings()
    language = choose_language(request.headers.get("accept-language", ""))

    def t(key: str, **names: Any) -> str:
        return say(language, key, **names)

    page = environment().get_template(template)
    return HTMLResponse(
        page.render(
            language=language, t=t, shop_name="Jamango", chat_url=chat_url(), public_url=settings.public_url, **values
        ),
        status_code=status_code,
        headers={"Cache-Control": "no-cache", "Vary": "Accept-Language"},
    )


def chat_url() -> str:
    """Where "order on WhatsApp" leads."""
    settings = get_settings()
    return f"{settings.whatsapp_chat_url}/{settings.whatsapp_phone_number.lstrip('+')}"


def choose_language(accepted: str) -> str:
    """The first of the browser's languages that we have, in the browser's own order; English otherwise."""
    for part in accepted[:200].split(","):
        tag = part.split(";")[0].strip().lower().split("-")[0]
        if tag in whole_languages():
            return tag
    return FIRST_LANGUAGE
