"""A service worker of ours as browsers take it: its script with the list of what it keeps in front."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from starlette.responses import Response

from pages.templates import BUILT


def worker(script: str, kept: Sequence[str], language: str = "", home: str = "") -> Response:
    """`static/scripts/<script>` with KEPT, the addresses to be kept, and VERSION, which changes when one of them does.

    Served by a door below its own path, because a worker looks after what lies below its own address; with `home`, also
    after that one, the page that is shown for all.
    """
    version = hashlib.sha256(f"{list(kept)}{language}".encode()).hexdigest()[:10]
    facts = {"KEPT": list(kept), "VERSION": version, "HOME": home}
    head = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in facts.items())
    headers = {"Cache-Control": "no-cache", "Vary": "Accept-Language, Cookie"}
    if home:
        headers["Service-Worker-Allowed"] = home
    return Response(head + (BUILT / script).read_text(encoding="utf-8"), media_type="text/javascript", headers=headers)
