"""Handing our forms in at Meta, and following how they stand there (`jamango flows push|status`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from bot.failures import SendFailed
from bot.form_files import FormFile, load_form_files
from bot.whatsapp_api import WhatsAppApi
from core.alerts.actions import resolve_alert, ring_anew
from core.clock import read_now
from core.db import in_transaction
from core.forms.actions import remember_form, set_form_status
from core.outside import as_id, as_objects, as_text
from core.settings import Settings

PUBLISHED, DRAFT, NOT_MADE = "PUBLISHED", "DRAFT", "NOT MADE"
IN_TROUBLE = frozenset({"BLOCKED", "THROTTLED", "DEPRECATED"})
CATEGORY = "OTHER"
ALERT = "form-changed"
Graph = dict[str, Any]


@dataclass(frozen=True)
class FormLine:
    """One form: what was done (created, changed, kept, failed) and how it stands at Meta."""

    name: str
    name_at_meta: str
    done: str
    status: str
    reason: str = ""

    @property
    def is_ready(self) -> bool:
        return self.status == PUBLISHED


def push(settings: Settings) -> tuple[FormLine, ...]:
    """Make and publish what Meta lacks. Raises Fault for a file that is no form, SendFailed when Meta lists none."""
    return _report(settings, change=True)


def status(settings: Settings) -> tuple[FormLine, ...]:
    """How each form stands at Meta; nothing is changed there. Raises like `push`."""
    return _report(settings, change=False)


def _report(settings: Settings, *, change: bool) -> tuple[FormLine, ...]:
    api = WhatsAppApi(settings)
    try:
        theirs = {as_id(each, "name"): each for each in api.list_flows()}
        settled = [_settle(api, form, theirs.get(form.name_at_meta), change=change)
                   for form in load_form_files().values()]  # fmt: skip
    finally:
        api.close()
    in_transaction(lambda session: _remember(session, settled))
    return tuple(line for line, _ in settled)


def _settle(api: WhatsAppApi, form: FormFile, theirs: Graph | None, *, change: bool) -> tuple[FormLine, str]:
    """What became of a form, and Meta's id of it."""
    state, form_id = as_text(theirs or {}, "status", 40).upper() or NOT_MADE, as_id(theirs or {}, "id")
    if not change or state not in {NOT_MADE, DRAFT}:
        return _line(form, "kept", state, _problems(theirs or {})), form_id
    try:
        if theirs is None:
            answer = api.create_flow(form.name_at_meta, CATEGORY, form.source)
            form_id, done = as_id(answer, "id"), "created"
        else:
            answer, done = api.hand_in_flow(form_id, form.source), "changed"
        if not as_objects(answer, "validation_errors"):
            api.publish_flow(form_id)
            return _line(form, done, PUBLISHED), form_id
        return _line(form, "failed", DRAFT, _problems(answer)), form_id
    except SendFailed as failure:
        return _line(form, "failed", DRAFT if form_id else state, failure.detail), form_id


def _line(form: FormFile, done: str, state: str, reason: str = "") -> FormLine:
    return FormLine(form.name, form.name_at_meta, done, state, reason)


def _problems(answer: Graph) -> str:
    return "; ".join(as_text(error, "message", 200) for error in as_objects(answer, "validation_errors")[:3])


def _remember(session: Session, settled: list[tuple[FormLine, str]]) -> None:
    files = load_form_files()
    for line, form_id in settled:
        if form_id:
            digest = files[line.name].digest
            remember_form(session, line.name, form_id, digest=digest, status=line.status, reason=line.reason)
            if line.is_ready:
                resolve_alert(session, ALERT, line.name, read_now(session))


def handle_form_news(session: Session, value: Any) -> None:
    """Meta published, slowed down, blocked or retired a form: it is shown or not, and the founder hears of trouble."""
    news = value if isinstance(value, dict) else {}
    form_id, state = as_id(news, "flow_id"), as_text(news, "new_status", 40).upper()
    name = set_form_status(session, form_id, state) if form_id and state else None
    if name is None:
        return
    if state in IN_TROUBLE:
        ring_anew(session, ALERT, name, read_now(session), status=state)
    elif state == PUBLISHED:
        resolve_alert(session, ALERT, name, read_now(session))
