"""Our forms of the chat (Flows, in Meta's word), from `templates/whatsapp/flows/*.json`.

A file has no words that customers read: they are put in at sending, in the customer's language. An edition of a file is
one Flow at Meta for ever: its name there carries the digest, so a changed file is another Flow, and who opens a message
of before still has what it was sent with.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from core.errors import Fault
from core.outside import read_json

FOLDER = Path(__file__).parent.parent / "templates" / "whatsapp" / "flows"
DIGEST_SHOWN = 10


@dataclass(frozen=True)
class FormFile:
    """One form: `source` is what Meta gets, `screen` where it begins, `fields` the data that must be put in there."""

    name: str
    source: str
    digest: str
    screen: str
    fields: frozenset[str]

    @property
    def name_at_meta(self) -> str:
        return f"jamango_{self.name}_{self.digest}"


@lru_cache(maxsize=1)
def load_form_files() -> dict[str, FormFile]:
    """Every form, by its name. Raises Fault naming a file that cannot be read."""
    return {path.stem: read_form_file(path.stem, path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.json")}


def read_form_file(name: str, written: str) -> FormFile:
    """The form without the spaces of its file. Raises Fault for what is no Flow."""
    try:
        flow: Any = read_json(written.encode())
        first = flow["screens"][0]
        screen, fields = str(first["id"]), frozenset(first.get("data", {}))
    except (ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
        raise Fault(f"The form {name}.json cannot be used: {error!r}") from error
    source = json.dumps(flow, ensure_ascii=False, separators=(",", ":"))
    digest = hashlib.sha256(source.encode()).hexdigest()[:DIGEST_SHOWN]
    return FormFile(name, source, digest, screen, fields)
