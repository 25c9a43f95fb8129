"""Handing our templates in at Meta, and following what Meta makes of them (`jamango templates push|status`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import text
from sqlmodel import Session

from bot.failures import SendFailed
from bot.login_codes import CodeTemplate
from bot.template_files import load_templates
from bot.whatsapp_api import WhatsAppApi
from core.alerts.actions import raise_alert, resolve_alert, ring_anew
from core.clock import read_now
from core.db import in_transaction
from core.outside import BIGINT_MOST, as_id, as_integer, as_text
from core.settings import Settings

APPROVED = "APPROVED"
IN_TROUBLE = frozenset({"REJECTED", "PAUSED", "DISABLED", "FLAGGED", "PENDING_DELETION", "DELETED", "LOCKED"})
NOT_HANDED_IN = "NOT HANDED IN"
Graph = dict[str, Any]


class HandedIn(Protocol):
    """One of our templates, in one or more languages."""

    @property
    def name(self) -> str: ...
    @property
    def languages(self) -> tuple[str, ...]: ...
    def to_graph(self, language: str) -> Graph: ...


REMEMBER = text(
    """
    INSERT INTO templates (name, language, status, provider_template_id, reason)
    VALUES (:name, :language, :status, :id, :reason)
    ON CONFLICT (name, language) DO UPDATE SET status = EXCLUDED.status, reason = EXCLUDED.reason,
        provider_template_id = COALESCE(EXCLUDED.provider_template_id, templates.provider_template_id),
        checked_at = jamango_now()
    """
)


@dataclass(frozen=True)
class TemplateLine:
    """One template in one language: what was done (created, changed, kept, failed) and how it stands at Meta."""

    name: str
    language: str
    done: str
    status: str
    reason: str = ""


@dataclass(frozen=True)
class TemplateReport:
    lines: tuple[TemplateLine, ...]

    @property
    def is_ready(self) -> bool:
        """Whether Meta has approved every one."""
        return all(line.status == APPROVED for line in self.lines)


def push(settings: Settings) -> TemplateReport:
    """Hand in what Meta lacks, change what differs, and note how each stands.

    Raises Fault for templates that break a rule, SendFailed when Meta does not list its own.
    """
    return _report(settings, change=True)


def status(settings: Settings) -> TemplateReport:
    """How each template stands at Meta; nothing is changed there. Raises like `push`."""
    return _report(settings, change=False)


def _report(settings: Settings, *, change: bool) -> TemplateReport:
    templates: list[HandedIn] = [*load_templates(), *([CodeTemplate()] if settings.login_codes_a_day else [])]
    api = WhatsAppApi(settings)
    try:
        theirs = {(as_id(each, "name"), as_id(each, "language")): each for each in api.list_templates()}
        lines = tuple(
            _settle(api, template, language, theirs.get((template.name, language)), change=change)
            for template in templates
            for language in template.languages
        )
    finally:
        api.close()
    in_transaction(lambda session: _remember_all(session, lines, theirs))
    return TemplateReport(lines)


def _settle(api: WhatsAppApi, template: HandedIn, language: str, theirs: Graph | None, *, change: bool) -> TemplateLine:
    try:
        if theirs is None:
            return _create(api, template, language) if change else _line(template, language, "kept", NOT_HANDED_IN)
        state, reason = as_text(theirs, "status").upper(), _reason(theirs, "rejected_reason")
        if not change or not _differs(template.to_graph(language), theirs):
            return _line(template, language, "kept", state, reason)
        api.edit_template(as_id(theirs, "id"), template.to_graph(language)["components"])
        return _line(template, language, "changed", "PENDING")
    except SendFailed as failure:
        state = as_text(theirs or {}, "status").upper() or NOT_HANDED_IN
        return _line(template, language, "failed", state, failure.detail)


def _create(api: WhatsAppApi, template: HandedIn, language: str) -> TemplateLine:
    answer = api.create_template(template.to_graph(language))
    return _line(template, language, "created", as_text(answer, "status").upper() or "PENDING")


def _line(template: HandedIn, language: str, done: str, state: str, reason: str = "") -> TemplateLine:
    return TemplateLine(template.name, language, done, state, reason)


def _differs(ours: Graph, theirs: Graph) -> bool:
    """Whether what people would read differs; Meta adds fields of its own to what was handed in, and to a login code
    the words."""
    is_code = ours["category"] == "AUTHENTICATION"
    return _said(ours, is_code=is_code) != _said(theirs, is_code=is_code)


def _said(template: Graph, *, is_code: bool) -> list[tuple[str, str, tuple[str, ...]]]:
    parts = template.get("components")
    known = [part for part in parts if isinstance(part, dict)] if isinstance(parts, list) else []
    if is_code:
        return sorted(
            (as_text(part, "type").upper(), str(part.get("code_expiration_minutes", "")), ()) for part in known
        )
    return sorted(
        (
            as_text(part, "type").upper(),
            as_text(part, "text"),
            tuple(as_text(button, "text") for button in part.get("buttons") or [] if isinstance(button, dict)),
        )
        for part in known
    )


def _remember_all(session: Session, lines: tuple[TemplateLine, ...], theirs: dict[tuple[str, str], Graph]) -> None:
    for line in lines:
        known = theirs.get((line.name, line.language), {})
        values = {"name": line.name, "language": line.language, "status": line.status, "reason": line.reason}
        session.execute(REMEMBER, {**values, "id": as_id(known, "id") or None})


def handle_template_news(session: Session, field: str, value: Any) -> None:
    """What Meta decided about a template: note it, and ring the founder when it cannot be used any more."""
    news = value if isinstance(value, dict) else {}
    name, language = as_id(news, "message_template_name"), as_id(news, "message_template_language", 20)
    if not name:
        return
    if field == "template_category_update":
        category = as_text(news, "new_category", 40)
        if category:
            raise_alert(session, "template-category", name, category=category)
        return
    event, reason = as_text(news, "event", 40).upper(), _reason(news, "reason")
    if field == "message_template_quality_update":
        _note_quality(session, f"{name} ({language})", as_text(news, "new_quality_score", 40).upper())
    if field != "message_template_status_update" or not event:
        return
    values = {"name": name, "language": language, "status": event, "reason": reason, "id": _id_of(news)}
    session.execute(REMEMBER, values)
    subject = f"{name} ({language})"
    now = read_now(session)
    if event in IN_TROUBLE:
        ring_anew(session, "template-paused", subject, now, status=event, reason=reason)
    elif event == APPROVED:
        resolve_alert(session, "template-paused", subject, now)
        resolve_alert(session, "template-missing", name, now)


def _reason(told: dict[str, Any], name: str) -> str:
    """Why a template was refused; Meta writes NONE of one that was not."""
    reason = as_text(told, name, 300)
    return "" if reason == "NONE" else reason


def _note_quality(session: Session, subject: str, score: str) -> None:
    """A template that people block is paused next."""
    if score == "RED":
        ring_anew(session, "template-quality", subject, read_now(session))
    elif score == "GREEN":
        resolve_alert(session, "template-quality", subject, read_now(session))


def _id_of(news: Graph) -> str | None:
    number = as_integer(news, "message_template_id", BIGINT_MOST)
    return str(number) if number is not None else as_id(news, "message_template_id", 40) or None
