"""Message templates: how each stands at Meta, what it says, and handing them in."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from sqlmodel import Session
from starlette.exceptions import HTTPException
from starlette.responses import Response

from admin_web.area import OFFICE
from admin_web.guard import may
from admin_web.lists import Column, Row
from admin_web.member import Member
from admin_web.sheets import Deed, Link, Part, say_moment, sheet
from bot.failures import SendFailed
from bot.template_files import VARIABLE, Template, load_templates
from bot.templates import APPROVED, IN_TROUBLE, TemplateReport, push
from core.audit.actions import record
from core.db import transaction
from core.errors import Refusal
from core.outbox.queries import TemplateStanding, template_standings
from core.staff.rules import Right
from pages.door import Visiting, new_door
from pages.forms import Filled, Form
from pages.visit import Visit

router = new_door(OFFICE)

HERE = "/admin/templates"
Keeper = Annotated[Member, may(Right.MANAGE_TEMPLATES)]


class Push(Form):
    """Sent by its button, never by an empty form: it asks Meta."""

    sure: Literal["yes"]


@router.get(HERE)
def templates(visit: Visiting, member: Keeper) -> Response:
    """Every template in every language, with its state at Meta as it was last seen."""
    return show(visit, visit.empty_form())


@router.post(f"{HERE}/push")
def hand_in(visit: Visiting, member: Keeper) -> Response:
    """Hand in what Meta lacks or has otherwise. Meta is asked before the deed's transaction begins, never within."""
    report = _push(visit) if visit.posted.once and visit.posted.fields.get("sure") else None

    def deed(visit: Visit, session: Session, _: Push) -> str:
        if report is None:
            raise Refusal("meta-away")
        done = [f"{line.name}.{line.language}" for line in report.lines if line.done in {"created", "changed"}]
        record(session, actor=visit.actor(), action="templates-pushed", subject="templates", done=done)
        visit.tell_next("templates-pushed")
        return HERE

    return visit.apply(Push, deed, show)


def _push(visit: Visit) -> TemplateReport | None:
    """None when Meta could not be asked."""
    try:
        return push(visit.settings)
    except SendFailed:
        return None


def show(visit: Visit, form: Filled) -> Response:
    with transaction() as session:
        known = {(each.name, each.language): each for each in template_standings(session)}
    columns = [Column(visit.t(f"template-{name}")) for name in ("name", "language", "category", "checked", "reason")]
    pairs = [(template, language) for template in load_templates() for language in sorted(template.bodies)]
    rows = [
        Row(
            place,
            f"{HERE}/{template.name}/{language}",
            _cells(visit, template, language, known.get((template.name, language))),
        )
        for place, (template, language) in enumerate(pairs)
    ]
    part = Part("", "", [*columns[:3], Column(visit.t("stock-state"), "pill"), *columns[3:]], rows)
    deed = Part(
        "", visit.t("template-push-text"), deeds=[Deed(visit.t("template-push"), f"{HERE}/push", "main", "sure")]
    )
    return sheet(visit, visit.t("office-menu-templates"), [deed, part], lead=visit.t("template-lead"), form=form)


def _cells(visit: Visit, template: Template, language: str, known: TemplateStanding | None) -> list[object]:
    state = known.status if known else ""
    tone = "done" if state == APPROVED else "problem" if state in IN_TROUBLE else "wait"
    return [
        template.name,
        language,
        template.category,
        (state.lower().replace("_", " ") or visit.t("template-unseen"), tone),
        say_moment(visit, known.checked_at) if known else "–",
        known.reason if known else "",
    ]


@router.get(f"{HERE}/{{name}}/{{language}}")
def template(visit: Visiting, member: Keeper, name: str, language: str) -> Response:
    """What it says, filled with the examples that Meta is given."""
    found = next((each for each in load_templates() if each.name == name and language in each.bodies), None)
    if found is None:
        raise HTTPException(404)
    body = re.sub(VARIABLE, lambda match: found.examples.get(match[1], match[0]), found.bodies[language])
    buttons = " ".join(f"[{label}]" for label in found.labels(language))
    parts = [
        Part(visit.t("template-preview"), "\n\n".join(filter(None, (body, found.footers.get(language, ""), buttons))))
    ]
    return sheet(visit, name, parts, lead=f"{language} · {found.category}", links=[Link(visit.t("office-back"), HERE)])
