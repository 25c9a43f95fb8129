"""Whether a request that changes something was sent by a page of ours. Pure.

Two checks, each enough by itself in its browsers: where the request comes from, as the browser says it, and a token
that only pages made for this very browser carry.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping

SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
FROM_OURS = frozenset({"same-origin", "none"})


def is_from_elsewhere(headers: Mapping[str, str], own_origin: str) -> bool:
    """Whether the browser says that another site sent this. One that says nothing is left to the token.

    `Origin: null` says nothing either: our own pages send it, because they send no referrer (Fetch, "append a request
    `Origin` header").
    """
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site not in FROM_OURS
    return headers.get("origin", "null") not in {"null", own_origin}


def form_token(secret: str, browser: str) -> str:
    """The token in every form of this browser: an HMAC of the browser's own, so nobody else's fits."""
    return hmac.new(secret.encode(), f"form:{browser}".encode(), hashlib.sha256).hexdigest()


def is_form_token(given: str, secret: str, browser: str) -> bool:
    """Whether a form carries this browser's token; a browser without a token of its own has none."""
    return bool(browser) and hmac.compare_digest(given.encode(), form_token(secret, browser).encode())


def local_path(wanted: str, otherwise: str = "/") -> str:
    """A path of ours to go to, as asked for; anything that could lead elsewhere is `otherwise`."""
    is_plain = wanted.isascii() and wanted.isprintable() and "\\" not in wanted and " " not in wanted
    return wanted if is_plain and wanted.startswith("/") and not wanted.startswith("//") else otherwise
