"""What the smaller commands do, between the command line and the core."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from bot.failures import SendFailed
from core import schema
from core.clock import read_now
from core.db import transaction
from core.errors import Fault
from core.settings import Settings
from jamango.apart import before_an_upgrade, mark_as_made_up, refuse_a_real_database

if TYPE_CHECKING:
    from bot.forms import FormLine
    from bot.templates import TemplateReport

ROOT = Path(__file__).resolve().parent.parent


def seed(settings: Settings) -> None:
    """Stock the demo shop, in an up-to-date schema. Raises Fault in production, and where a real shop is."""
    from jamango.demo.seed import seed_demo  # noqa: PLC0415 - each command loads only what it runs

    if not settings.is_development:
        raise Fault("The demo shop is made up: it is not mixed into a shop whose JAMANGO_ENVIRONMENT is production.")
    with before_an_upgrade(settings) as connection:
        refuse_a_real_database(connection)
    schema.upgrade(settings)
    with transaction() as session:
        mark_as_made_up(session)
        seed_demo(session, read_now(session))


def violations(*, full: bool) -> list[str]:
    """A line for each row that breaks an invariant and each rule that ran out of time; empty when all is well."""
    from jamango.inspection import inspect_everything, inspect_newest  # noqa: PLC0415

    found = inspect_everything() if full else inspect_newest(keep_marks=False)
    lines = [f"{broken.rule}: {row}" for broken in found.violations for row in broken.rows]
    return lines + [f"{rule}: the database did not answer within its time" for rule in found.unanswered]


def push(settings: Settings) -> list[str]:
    """Hand new and changed templates to Meta; a line for each. Raises Fault when Meta refuses us."""
    from bot import templates  # noqa: PLC0415

    return _template_lines(templates.push, settings)


def status(settings: Settings) -> list[str]:
    """A line for each template: how it stands at Meta. Raises Fault when Meta refuses us."""
    from bot import templates  # noqa: PLC0415

    return _template_lines(templates.status, settings)


def _template_lines(ask: Callable[[Settings], TemplateReport], settings: Settings) -> list[str]:
    try:
        report = ask(settings)
    except SendFailed as failed:
        raise Fault(f"Meta does not show its templates: {failed.detail}. `jamango doctor` looks into it.") from failed
    return [
        f"{line.name} ({line.language}): {line.done}, {line.status.lower()}{f', {line.reason}' if line.reason else ''}"
        for line in report.lines
    ]


def push_forms(settings: Settings) -> list[str]:
    """Make and publish the forms that Meta lacks; a line for each. Raises Fault when Meta refuses us."""
    from bot import forms  # noqa: PLC0415

    return _form_lines(forms.push, settings)


def form_status(settings: Settings) -> list[str]:
    """A line for each form: how it stands at Meta. Raises Fault when Meta refuses us."""
    from bot import forms  # noqa: PLC0415

    return _form_lines(forms.status, settings)


def _form_lines(ask: Callable[[Settings], tuple[FormLine, ...]], settings: Settings) -> list[str]:
    try:
        lines = ask(settings)
    except SendFailed as failed:
        raise Fault(f"Meta does not show its Flows: {failed.detail}. `jamango doctor` looks into it.") from failed
    return [
        f"{line.name} ({line.name_at_meta}): {line.done}, {line.status.lower()}"
        f"{f', {line.reason}' if line.reason else ''}"
        for line in lines
    ]


def run_bench(arguments: list[str]) -> int:
    """Run the measurements of the source tree; they are not part of an installed Jamango."""
    if not (ROOT / "bench" / "__main__.py").exists():
        raise Fault("The measurements are only in the source tree: run `make bench` there.")
    return subprocess.run([sys.executable, "-m", "bench", *arguments], cwd=ROOT, check=False).returncode  # noqa: S603
