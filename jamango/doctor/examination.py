"""The round of the doctor: every check in turn, a line each."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from sqlalchemy.exc import SQLAlchemyError

from core.errors import Fault
from core.settings import Settings
from jamango.configuration import database
from jamango.doctor import accounts, machine, shop
from jamango.doctor.findings import Check, Finding

OUTSIDE: tuple[Check, ...] = (
    machine.check_disk,
    machine.check_secrets,
    machine.check_redis,
    machine.check_address,
    machine.check_offline,
    accounts.check_whatsapp,
    accounts.check_razorpay,
)
INSIDE: tuple[Check, ...] = (
    machine.check_clock,
    shop.check_founder,
    accounts.check_templates,
    accounts.check_forms,
    accounts.check_login_codes,
)


def examine(settings: Settings, console: Console | None = None) -> bool:
    """Print a line for every finding; whether all is well."""
    console = console or Console()
    findings = _run(OUTSIDE, settings, console)
    try:
        with database(must_fit=False) as connected:
            base = _run((machine.check_database,), connected, console)
            # Without the tables of this code the other questions have no meaning.
            findings += base + (_run(INSIDE, connected, console) if all(each.is_well for each in base) else [])
    except Fault as fault:
        findings += _show([Finding("Database", "cannot be used.", fault.sentence)], console)
    bad = sum(not finding.is_well for finding in findings)
    console.print(f"{bad} to mend." if bad else "All is well.", style="bold")
    return bad == 0


def _run(checks: Sequence[Check], settings: Settings, console: Console) -> list[Finding]:
    found: list[Finding] = []
    for check in checks:
        try:
            found += _show(check(settings), console)
        except SQLAlchemyError as error:
            reason = str(getattr(error, "orig", error)).strip().splitlines()[0]
            found += _show([Finding("Database", f"{reason}.", "Start it, or correct JAMANGO_DATABASE_URL.")], console)
            break  # the others need it too
    return found


def _show(findings: list[Finding], console: Console) -> list[Finding]:
    for finding in findings:
        console.print(str(finding), style=None if finding.is_well else "red", markup=False, soft_wrap=True)
    return findings
