"""A service worker of ours as browsers take it: its script with the list of what it keeps in front."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from starlette.responses import Response

from pages.templates import BUILT


def worker(script: str, kept: Sequence[str], language: str = "") -> Response:
    """`static/scripts/<script>` with KEPT, the addresses to be kept, and VERSION, which changes when one of them does.

    Served by a door below its own path, because a worker looks after what lies below its own address.
    """
    version = hashlib.sha256(f"{list(kept)}{language}".encode()).hexdigest()[:10]
    head = f"const KEPT = {json.dumps(list(kept))};\nconst VERSION = {json.dumps(version)};\n"
    headers = {"Cache-Control": "no-cache", "Vary": "Accept-Language, Cookie"}
    return Response(head + (BUILT / script).read_text(encoding="utf-8"), media_type="text/javascript", headers=headers)
