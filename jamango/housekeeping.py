"""What the smaller commands do, between the command line and the core."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import phonenumbers

from bot.failures import SendFailed
from core import schema
from core.clock import read_now
from core.db import transaction
from core.errors import Fault
from core.settings import Settings

if TYPE_CHECKING:
    from bot.templates import TemplateReport

ROOT = Path(__file__).resolve().parent.parent
FEWEST_DIGITS, MOST_DIGITS = 8, 15  # of E.164
COUNTRY = "IN"  # of numbers typed without a country code


def seed(settings: Settings) -> None:
    """Stock the demo shop, in an up-to-date schema. Raises Fault in production."""
    from jamango.seed import seed_demo  # noqa: PLC0415 - each command loads only what it runs

    if not settings.is_development:
        raise Fault("The demo shop is made up: it is not mixed into a shop whose JAMANGO_ENVIRONMENT is production.")
    schema.upgrade(settings)
    with transaction() as session:
        seed_demo(session, read_now(session))


def add_member(*, name: str, role: str, phone: str, language: str) -> str:
    """Add a member of staff and say so. Raises Fault for an unknown role or no phone, Refusal for a taken phone."""
    from core.staff.actions import add_staff  # noqa: PLC0415
    from core.staff.tables import Role  # noqa: PLC0415

    if role not in list(Role):
        raise Fault(f"There is no role {role!r}; the roles are {', '.join(Role)}.")
    number = read_phone(phone)
    with transaction() as session:
        staff = add_staff(session, name, number, role=Role(role), language=language, now=read_now(session))
        return f"{staff.name} (+{number}) is {role.replace('_', ' ')} now."


def read_phone(typed: str) -> str:
    """A phone number as WhatsApp writes it: digits with country code. Raises Fault for anything else."""
    if typed.strip().startswith("+"):  # complete: taken as it is, also where nobody has such a number
        digits = "".join(character for character in typed if character.isdecimal())
        if FEWEST_DIGITS <= len(digits) <= MOST_DIGITS:
            return digits
    try:
        number = phonenumbers.parse(typed, COUNTRY)
    except phonenumbers.NumberParseException as error:
        raise Fault(f"{typed!r} is not a phone number.") from error
    if not phonenumbers.is_possible_number(number):
        raise Fault(f"{typed!r} is not a phone number.")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164).removeprefix("+")


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


def run_bench(arguments: list[str]) -> int:
    """Run the measurements of the source tree; they are not part of an installed Jamango."""
    if not (ROOT / "bench" / "__main__.py").exists():
        raise Fault("The measurements are only in the source tree: run `make bench` there.")
    return subprocess.run([sys.executable, "-m", "bench", *arguments], cwd=ROOT, check=False).returncode  # noqa: S603
